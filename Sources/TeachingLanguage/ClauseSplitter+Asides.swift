import Understanding

/// What is told in passing beside a name: “the novel Wolf Hill”, “Ana Sousa, a nurse, …”, “Written by Ana Sousa, the plan …”.
extension ClauseSplitter {
  /// “The novel Wolf Hill …” tells what Wolf Hill is.
  func titled(in clause: Clause) -> [[Clause]] {
    for place in clause.parts.indices where isArticle(clause, place) {
      let kindWords = clause.parts[(place + 1)...].prefix(while: isKindWord)
      // “a dish called Pesto Verde”; “a Pesto Verde” alone is no name with its kind before it.
      let isNaming = isWord(clause, kindWords.endIndex, .renaming)
      // “has the director Ana Sousa” tells whose she is.
      let isHad = isWord(clause, place - 1, .hasOne) || isWord(clause, place - 1, .hasMany)
      guard isNaming || isWord(clause, place, .definite) && !isHad else { continue }
      let kind = Array(kindWords)
      // “also known as”
      let namings = clause.parts[kindWords.endIndex...].prefix {
        words.contains(normal($0), in: .renaming) || words.contains(normal($0), in: .role)
      }
      let start = isNaming ? namings.endIndex : kindWords.endIndex
      guard (1...Self.kindWordsMax).contains(kind.count), let last = kind.last, isLowerKind(last), !morphology.looksPlural(normal(last)),
        isProper(clause, start), isTitle(clause, start)
      else { continue }
      var end = start
      while isProper(clause, end)
        || (isWord(clause, end, .connector) || [".", "-", "'s"].contains { isWord(clause, end, $0) }) && isProper(clause, end + 1)
      { end += 1 }
      // “the director Ana Sousa's plan”, “the dish Bacalhau dourado”
      let goesOn = end < clause.count && isKindWord(clause.parts[end]) && !isFinite(clause, end)
      guard !isWord(clause, end, "'s"), !goesOn, let is_ = words[.isOne].first, let a = words[.indefinite].first else { continue }
      let name = clause.slice(start..<end)
      // “Bolt is a drug called Boltin”: that is another name of it.
      if isNaming, isCopula(clause, place - 1), end == clause.count {
        let called = words.sentence("also.called").split(separator: " ").map { Clause.Part.said(String($0)) }
        return [[Clause(clause.slice(0..<start - namings.count)), Clause(clause.slice(0..<place - 1) + called + name)]]
      }
      return [
        [
          Clause(clause.slice(0..<place) + name + clause.slice(end..<clause.count)), Clause(name + [.said(is_), .said(a)] + kind),
        ]
      ]
    }
    return []
  }

  private static let kindWordsMax = 3

  func isKindWord(_ part: Clause.Part) -> Bool {
    guard case .word(let position) = part else { return false }
    let word = sentence.words[position]
    // “the TV series”
    let isShort = word.written.count == 2 && word.written.allSatisfy(\.isUppercase)
    return word.kind == .word && (word.written == word.normal || isShort) && !grammar.reserved.contains(word.normal)
      && !morphology.isPreposition(word.normal) && !morphology.isParticiple(word.normal)
  }

  private func isLowerKind(_ part: Clause.Part) -> Bool {
    guard case .word(let position) = part else { return false }
    return sentence.words[position].written == sentence.words[position].normal
  }

  private func isTitle(_ clause: Clause, _ place: Int) -> Bool {
    guard case .word(let position) = clause.parts[place] else { return false }
    guard sentence.words[position].quoted == nil else { return true }
    let written = sentence.words[position].written
    guard written.first?.isUppercase == true else { return false }
    // “the club CD Leiria”
    if written.count <= 3, written.allSatisfy(\.isUppercase), isProper(clause, place + 1), case .word(let next) = clause.parts[place + 1],
      sentence.words[next].written.dropFirst().contains(where: \.isLowercase)
    {
      return true
    }
    return written.dropFirst().contains(where: \.isLowercase) || written.count == 1 && isWord(clause, place + 1, ".")
      || isArticle(clause, place) && isProper(clause, place + 1)
  }

  func appositions(in clause: Clause) -> [[Clause]] {
    let commas = clause.parts.indices.filter { isWord(clause, $0, ",") }
    let verb = verb(in: clause)
    var splits: [[Clause]] = []
    for (index, comma) in commas.enumerated() where comma > 0 {
      let isParticiple = isParticipial(clause, comma + 1) || isQuality(clause, comma + 1)
      let isRenaming = isWord(clause, comma + 1, .renaming)
      // “Leiria Clinic, 60 beds, is …”
      let isCounted =
        comma + 2 < clause.count && isNumber(clause.parts[comma + 1]) && isKindWord(clause.parts[comma + 2])
        && isWord(clause, comma + 3, ",") && verb.map { $0 > comma } ?? true
      let isWith = isCounted || isWord(clause, comma + 1, .having)
      let isLast = index == commas.count - 1 && isProper(clause, comma + 2)
      let isFrom = isWord(clause, comma + 1, .nounTail) && (verb.map { $0 > comma || isLast } ?? true)
      let isTelling = isArticle(clause, comma + 1) || isParticiple || isWith || isRenaming || isFrom || isRole(clause, comma + 1)
      guard isTelling || isWord(clause, comma + 1, .relational) else { continue }
      // “Oranges, a kind of fruit, are …”
      let isMany = comma > 0 && isKindWord(clause.parts[comma - 1]) && morphology.looksPlural(normal(clause.parts[comma - 1]))
      let verbs = isWith ? words[isMany ? .hasMany : .hasOne] : words[isMany ? .isMany : .isOne]
      guard let link = verbs.first.map({ [Clause.Part.said($0)] }) else { continue }
      let from = isWith && !isCounted ? comma + 2 : comma + 1
      // Before the verb it tells of the subject and a comma ends it.
      if verb.map({ $0 > comma }) ?? true {
        for close in commas[(index + 1)...] where mayGoOn(clause, close + 1) {
          let subject = clause.slice(0..<comma)
          let told = clause.slice(from..<close)
          splits.append([
            Clause(subject + (isParticiple ? done(told) : link + told)), Clause(subject + clause.slice(close + 1..<clause.count)),
          ])
          break
        }
        continue
      }
      guard let verb, index == commas.count - 1 || isWith else { continue }
      let told = clause.slice(from..<clause.count)
      // “… is a novel by Ana, written in 1990” tells of the subject, “… Hall B, built in 1990” and “…, a town in Portugal” of the last name.
      let last = name(endingAt: comma, in: clause, from: verb + 1)
      let isKind = isCopula(clause, verb) && isArticle(clause, verb + 1) && !isOwnerLast(clause, verb, comma) && !isProper(clause, verb + 2)
      let isOfSubject = isWith || isParticiple && (isKind || last.map(isNamed) != true)
      // “Ana runs Leiria Clinic, located in Porto, with 60 beds”: the clinic has them.
      let aside = isWith ? commas[..<index].last { $0 > verb && isAside(clause, $0 + 1) } : nil
      let owner = aside.flatMap { name(endingAt: $0, in: clause, from: verb + 1) }
      let antecedent = owner ?? (isOfSubject ? clause.slice(0..<verb) : last)
      // “A kind of pudding is tart, made with pastry”
      if isParticiple, isCopula(clause, verb), !isKind, let last, !isNamed(last) {
        splits.append([Clause(clause.slice(0..<comma)), Clause(last + done(told))])
      }
      if let antecedent {
        splits.append([Clause(clause.slice(0..<comma)), Clause(antecedent + (isParticiple ? done(told) : link + told))])
      }
    }
    return splits
  }

  /// “White rice (GI 73) is …”, “Leiria Clinic (60 beds) is …”: a number of it, in brackets.
  func measured(in clause: Clause) -> [[Clause]] {
    guard let open = clause.parts.firstIndex(where: { normal($0) == "(" }), open > 0,
      let close = clause.parts[open...].firstIndex(where: { normal($0) == ")" }), (3...Self.measureWordsMax).contains(close - open),
      let the = words[.definite].first, let of = words[.of].first, let is_ = words[.isOne].first, let has = words[.hasOne].first
    else { return [] }
    // “White rice, (GI 73) is …”
    let end = isWord(clause, open - 1, ",") ? open - 1 : open
    let verb = verb(in: Clause(clause.slice(0..<end)))
    let first = verb.map { $0 + 1 } ?? (isArticle(clause, 0) ? 1 : 0)
    let name = verb == nil && first < end ? Array(clause.parts[first..<end]) : name(endingAt: end, in: clause, from: first) ?? []
    let told = clause.slice(open + 1..<close)
    guard !name.isEmpty, let number = told.firstIndex(where: isNumber) else { return [] }
    let rest = Clause(clause.slice(0..<end) + clause.slice(close + 1..<clause.count))
    // “(60 beds)”
    if number == 0 { return told.count > 1 ? [[rest, Clause(name + [.said(has)] + told)]] : [] }
    let signs: Set<String> = [":", "=", of]
    let property = told[..<number].filter { !signs.contains(normal($0)) }
    guard !property.isEmpty, property.allSatisfy(isNounPart) else { return [] }
    return [[rest, Clause([.said(the)] + property + [.said(of)] + name + [.said(is_)] + told[number...])]]
  }

  private static let measureWordsMax = 8

  private func isNumber(_ part: Clause.Part) -> Bool {
    if case .word(let position) = part { sentence.words[position].kind == .number } else { false }
  }

  private func isNounPart(_ part: Clause.Part) -> Bool {
    guard case .word(let position) = part else { return false }
    return sentence.words[position].kind == .word && !grammar.reserved.contains(normal(part))
  }

  /// “…, director of Leiria Clinic, …”: what somebody is to something with a name.
  func isRole(_ clause: Clause, _ place: Int) -> Bool {
    let noun = clause.parts[min(place, clause.count)...].prefix(while: isKindWord)
    guard (1...Self.kindWordsMax).contains(noun.count), place < 2 || isProper(clause, place - 2), isWord(clause, noun.endIndex, .of) else {
      return false
    }
    return isProper(clause, noun.endIndex + 1) || isArticle(clause, noun.endIndex + 1) && isProper(clause, noun.endIndex + 2)
  }

  /// “available in hardcover”
  private func isQuality(_ clause: Clause, _ place: Int) -> Bool {
    guard clause.parts.indices.contains(place), isKindWord(clause.parts[place]) else { return false }
    return morphology.isAdjective(normal(clause.parts[place])) && isPreposition(clause, place + 1)
  }

  /// “Ana is the owner of Leiria Clinic, founded by Bruno”
  private func isOwnerLast(_ clause: Clause, _ verb: Int, _ comma: Int) -> Bool {
    guard isWord(clause, verb + 1, .definite), let last = name(endingAt: comma, in: clause, from: verb + 1), isNamed(last) else {
      return false
    }
    let before = comma - last.count - 1
    return isWord(clause, before, .of) || isWord(clause, before - 1, .of) && isArticle(clause, before)
  }

  /// “Bread is a food, containing gluten”
  func goingOn(in clause: Clause) -> [[Clause]] {
    guard let verb = verb(in: clause) else { return [] }
    return clause.parts.indices.dropFirst(verb + 2).dropLast().compactMap { comma -> [Clause]? in
      guard isWord(clause, comma, ","), let third = morphology.third(ofGerund: normal(clause.parts[comma + 1])),
        isKindWord(clause.parts[comma + 1])
      else { return nil }
      return [Clause(clause.slice(0..<comma)), Clause(clause.slice(0..<verb) + [.said(third)] + clause.slice(comma + 2..<clause.count))]
    }
  }

  /// “Written by Ana Sousa, the plan …”
  func fronted(in clause: Clause) -> [[Clause]] {
    guard !clause.parts.isEmpty else { return [] }
    let isWith = isWord(clause, 0, .having)
    let goingOn = isKindWord(clause.parts[0]) || isProper(clause, 0) ? morphology.third(ofGerund: normal(clause.parts[0])) : nil
    guard isWith || goingOn != nil || isParticipial(clause, 0), let comma = clause.parts.firstIndex(where: { normal($0) == "," }),
      let verb = clause.parts.indices.dropFirst(comma + 2).first(where: { isFinite(clause, $0) }),
      let has = words[.hasOne].first
    else { return [] }
    let verbSaid = isWith ? has : goingOn
    let subject = clause.slice(comma + 1..<(isWord(clause, verb - 1, ",") ? verb - 1 : verb))
    return [
      [
        Clause(subject + (verbSaid.map { [.said($0)] + clause.slice(1..<comma) } ?? done(clause.slice(0..<comma)))),
        Clause(subject + clause.slice(verb..<clause.count)),
      ]
    ]
  }
}
