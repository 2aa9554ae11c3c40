import Understanding

/// What is told of a name right after it: “…, which is part of Portugal”, “…, where Portuguese is spoken”, “…, a nurse, …”.
extension ClauseSplitter {
  func relatives(in clause: Clause) -> [[Clause]] {
    guard let place = clause.parts.indices.dropFirst(1).first(where: { isRelative(clause, $0) }) else { return [] }
    var start = place
    var isOfWhich = false
    // “…, the capital of which is Leiria”
    if isWord(clause, place - 1, .of), let comma = clause.parts[..<place].lastIndex(where: { normal($0) == "," }) {
      start = comma
      isOfWhich = true
    } else if isWord(clause, place - 1, ",") {
      start = place - 1
    }
    let isSetOff = start < place
    let isJoined = isWord(clause, start - 1, .joining)
    let end = isJoined ? start - 1 : start
    guard end > 0 else { return [] }
    let verb = verb(in: Clause(clause.slice(0..<end)))
    // “X is a dish from Porto that …” tells of X, not of Porto.
    let isOfKind = isWord(clause, place, .that) && verb.map { isCopula(clause, $0) && isArticle(clause, $0 + 1) } == true
    let antecedent: [Clause.Part]? =
      if let verb { isOfKind ? clause.slice(0..<verb) : name(endingAt: end, in: clause, from: verb + 1) } else { clause.slice(0..<end) }
    guard let antecedent, isSetOff || verb != nil && isNamed(antecedent) else { return [] }
    // “X, which is A, does B”: the second comma ends what was told in passing.
    var close = clause.count
    if isSetOff {
      close =
        clause.parts.indices.dropFirst(place + 2).first { comma in
          isWord(clause, comma, ",")
            && (verb == nil ? isFinite(clause, comma + 1) : isWord(clause, comma + 1, .joining) && isFinite(clause, comma + 2))
        } ?? clause.count
    }
    guard verb != nil || close < clause.count else { return [] }
    let rest = clause.slice(close..<clause.count)
    let main = Clause(clause.slice(0..<end) + (verb == nil ? Array(rest.dropFirst()) : rest))
    let told = clause.slice(place + 1..<close)
    guard !told.isEmpty else { return [] }
    if isOfWhich { return [[main, Clause(clause.slice(start + 1..<place) + antecedent + told)]] }
    return about(antecedent, told, place, in: clause).map { [main] + $0 }
  }

  private func isRelative(_ clause: Clause, _ place: Int) -> Bool {
    [.relative, .relativePlace, .whose].contains { isWord(clause, place, $0) }
  }

  func isNamed(_ parts: [Clause.Part]) -> Bool { isProper(Clause(parts), parts.count - 1) || isProper(Clause(parts), 0) }

  /// The clauses with the name in the place of “which”; alternatives, likeliest first.
  private func about(_ name: [Clause.Part], _ told: [Clause.Part], _ place: Int, in clause: Clause) -> [[Clause]] {
    let rest = Clause(told)
    if isWord(clause, place, .whose) { return [[Clause(name + [.said("'s")] + told)]] }
    if isWord(clause, place, .relativePlace) { return atPlace(name, rest) }
    if isFinite(rest, 0) || isWord(rest, 0, .can) || isParticipial(rest, 0) { return [[Clause(name + told)]] }
    // “which Ana Sousa runs”
    return [[Clause(told + name)]]
  }

  /// “where the mayor is Ana”, “where Ana is the mayor”, “where Portuguese is spoken and the mayor is Ana”
  private func atPlace(_ name: [Clause.Part], _ told: Clause) -> [[Clause]] {
    let joint = told.parts.indices.dropFirst(3).first { place in
      isWord(told, place, .joining) && verb(in: Clause(told.slice(place + 1..<told.count))) != nil
    }
    if let joint {
      let second = atPlace(name, Clause(told.slice(joint + (isWord(told, joint + 1, .relativePlace) ? 2 : 1)..<told.count)))
      return atPlace(name, Clause(told.slice(0..<joint))).flatMap { one in second.map { one + $0 } }
    }
    let of = words[.of].first.map { [Clause.Part.said($0)] + name } ?? []
    let at = words[.placePreposition].first.map { [Clause.Part.said($0)] + name } ?? []
    guard let copula = told.parts.indices.first(where: { isCopula(told, $0) }) else { return [[Clause(told.parts + at)]] }
    if isWord(told, 0, .definite), copula > 1, !told.parts[..<copula].contains(where: { words.contains(normal($0), in: .of) }) {
      return [[Clause(told.slice(0..<copula) + of + told.slice(copula..<told.count))]]
    }
    if isArticle(told, copula + 1) || isWord(told, copula + 2, .of) { return [[Clause(told.parts + of)], [Clause(told.parts + at)]] }
    return [[Clause(told.parts + at)]]
  }

  // MARK: In passing

  /// “The novel Wolf Hill …” tells what Wolf Hill is.
  func titled(in clause: Clause) -> [[Clause]] {
    for place in clause.parts.indices where isWord(clause, place, .definite) {
      let kind = clause.parts[(place + 1)...].prefix(while: isKindWord)
      let start = kind.endIndex
      guard (1...Self.kindWordsMax).contains(kind.count), isProper(clause, start), isTitle(clause, start) else { continue }
      var end = start
      while isProper(clause, end) || (isWord(clause, end, .connector) || isWord(clause, end, "-")) && isProper(clause, end + 1) { end += 1 }
      // “the director Ana Sousa's plan”
      guard !isWord(clause, end, "'s"), let is_ = words[.isOne].first, let a = words[.indefinite].first else { continue }
      let name = clause.slice(start..<end)
      return [
        [
          Clause(clause.slice(0..<place) + name + clause.slice(end..<clause.count)), Clause(name + [.said(is_), .said(a)] + kind),
        ]
      ]
    }
    return []
  }

  private static let kindWordsMax = 3

  private func isKindWord(_ part: Clause.Part) -> Bool {
    guard case .word(let position) = part else { return false }
    let word = sentence.words[position]
    return word.kind == .word && word.written == word.normal && !grammar.reserved.contains(word.normal)
      && !morphology.isPreposition(word.normal) && !morphology.looksPlural(word.normal) && !morphology.isParticiple(word.normal)
  }

  private func isTitle(_ clause: Clause, _ place: Int) -> Bool {
    guard case .word(let position) = clause.parts[place] else { return false }
    let written = sentence.words[position].written
    guard written.first?.isUppercase == true else { return false }
    return written.dropFirst().contains(where: \.isLowercase) || isArticle(clause, place) && isProper(clause, place + 1)
  }

  func appositions(in clause: Clause) -> [[Clause]] {
    let commas = clause.parts.indices.filter { isWord(clause, $0, ",") }
    let verb = verb(in: clause)
    var splits: [[Clause]] = []
    for (index, comma) in commas.enumerated() where comma > 0 {
      let isParticiple = isParticipial(clause, comma + 1)
      let isRenaming = isWord(clause, comma + 1, .renaming)
      let isWith = isWord(clause, comma + 1, .having)
      guard isArticle(clause, comma + 1) || isParticiple || isWith || isRenaming || isWord(clause, comma + 1, .relational) else { continue }
      guard let link = (isWith ? words[.hasOne] : words[.isOne]).first.map({ [Clause.Part.said($0)] }) else { continue }
      let from = isWith ? comma + 2 : comma + 1
      // Before the verb it tells of the subject and a comma ends it.
      if verb.map({ $0 > comma }) ?? true {
        for close in commas[(index + 1)...] where isFinite(clause, close + 1) {
          let subject = clause.slice(0..<comma)
          splits.append([
            Clause(subject + link + clause.slice(from..<close)), Clause(subject + clause.slice(close + 1..<clause.count)),
          ])
          break
        }
        continue
      }
      guard let verb, index == commas.count - 1 || isWith else { continue }
      let told = clause.slice(from..<clause.count)
      // “…, written in 1990” tells of the subject, “…, a town in Portugal” of the last name.
      let antecedent = isParticiple || isWith ? clause.slice(0..<verb) : name(endingAt: comma, in: clause, from: verb + 1)
      if let antecedent { splits.append([Clause(clause.slice(0..<comma)), Clause(antecedent + link + told)]) }
    }
    return splits
  }

  /// “Written by Ana Sousa, the plan …”
  func fronted(in clause: Clause) -> [[Clause]] {
    guard isParticipial(clause, 0), let comma = clause.parts.firstIndex(where: { normal($0) == "," }), let verb = verb(in: clause),
      verb > comma + 1, let is_ = words[.isOne].first
    else { return [] }
    let subject = clause.slice(comma + 1..<verb)
    return [[Clause(subject + [.said(is_)] + clause.slice(0..<comma)), Clause(clause.slice(comma + 1..<clause.count))]]
  }
}
