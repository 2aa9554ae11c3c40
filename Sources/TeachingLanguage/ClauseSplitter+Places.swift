import Understanding

/// Where what is spoken of is, told with it: “Hall B in Leiria has …”, “the Leiria District of Portugal”, “… in Porto at 200 Rua Nova”.
extension ClauseSplitter {
  /// “Hall B in Leiria has 60 seats”: where a name is, told with it. Names that hold a place are also one name.
  func placed(in clause: Clause) -> [[Clause]] {
    guard let verb = verb(in: clause), let is_ = words[.isOne].first else { return [] }
    let places = clause.parts.indices.dropFirst().dropLast().filter { place in
      (isWord(clause, place, .toldPlace) || place < verb && isWord(clause, place, .origin) || isAddress(clause, place))
        && isProper(clause, isWord(clause, place - 1, ",") ? place - 2 : place - 1)
        && (isProper(clause, place + 1) || isWord(clause, place + 1, .definite) && isProper(clause, place + 2))
    }
    return places.compactMap { place in
      let start = isWord(clause, place + 1, .definite) ? place + 2 : place + 1
      var end = start
      while isProper(clause, end) || isJoining(clause, end) && isProper(clause, end + 1) { end += 1 }
      // “the U.S.”
      if isWord(clause, end, "."), isProper(clause, end - 1) { end += 1 }
      let first = place < verb ? 0 : verb + 1
      let told = isWord(clause, place - 1, ",") ? place - 1 : place
      if told < place, isWord(clause, end, ",") { end += 1 }
      guard place < verb ? end == verb : end == clause.count, let name = name(endingAt: told, in: clause, from: first) else { return nil }
      let rest = Clause(clause.slice(0..<told) + clause.slice(end..<clause.count))
      return [rest, Clause(name + [.said(is_)] + clause.slice(place..<end))]
    }
  }

  /// “at 200 Rua Nova”
  private func isAddress(_ clause: Clause, _ place: Int) -> Bool {
    guard isWord(clause, place, .placePreposition), isProper(clause, place + 1), isProper(clause, place + 2),
      case .word(let position) = clause.parts[place + 1], case .word(let street) = clause.parts[place + 2]
    else { return false }
    return sentence.words[position].kind == .number && sentence.words[street].kind == .word
  }

  /// “… is from the Leiria District of Portugal”: where a part of a country is.
  func regions(in clause: Clause) -> [[Clause]] {
    guard let verb = verb(in: clause), let is_ = words[.isOne].first, let within = words[.placePreposition].first else { return [] }
    return clause.parts.indices.dropFirst(verb + 2).dropLast().compactMap { of -> [Clause]? in
      guard isWord(clause, of, .of), isWord(clause, of - 1, .regionNoun), isProper(clause, of - 1), isProper(clause, of - 2),
        (of + 1..<clause.count).allSatisfy({ isProper(clause, $0) || isJoining(clause, $0) || isArticle(clause, $0) }),
        let name = name(endingAt: of, in: clause, from: verb + 1)
      else { return nil }
      return [Clause(clause.slice(0..<of)), Clause(name + [.said(is_), .said(within)] + clause.slice(of + 1..<clause.count))]
    }
  }

  /// “… is located in Porto at 200 Rua Nova”
  func placedTwice(in clause: Clause) -> [[Clause]] {
    guard let verb = verb(in: clause), isCopula(clause, verb), isWord(clause, verb + 1, .placedOnce),
      isWord(clause, verb + 2, .placePreposition)
    else { return [] }
    return clause.parts.indices.dropFirst(verb + 4).dropLast().filter { isWord(clause, $0, .placePreposition) && isProper(clause, $0 - 1) }
      .map { place in
        let end = isWord(clause, place - 1, ",") ? place - 1 : place
        return [Clause(clause.slice(0..<end)), Clause(clause.slice(0..<verb + 2) + clause.slice(place..<clause.count))]
      }
  }
}
