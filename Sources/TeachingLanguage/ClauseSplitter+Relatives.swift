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
    // “…, in which Ana Sousa works”
    var isGoverned = false
    if isWord(clause, place, .relative), isOfWhich ? start == place - 2 : isPreposition(clause, place - 1) {
      isOfWhich = false
      isGoverned = true
      start = isWord(clause, place - 2, ",") ? place - 2 : place - 1
    }
    let isSetOff = isWord(clause, start, ",")
    let isJoined = isWord(clause, start - 1, .joining)
    let end = isJoined ? start - 1 : start
    guard end > 0 else { return [] }
    let verb = verb(in: Clause(clause.slice(0..<end)))
    // “X is a dish from Porto that …” tells of X, not of Porto.
    // “… was a pilot who …”, “… is a drug whose …”
    let isAfterKind = verb.map { place > $0 + 2 && clause.parts[($0 + 2)..<place].allSatisfy(isKindWord) } == true && !isSetOff
    let isOfKind =
      (isWord(clause, place, .that) || isAfterKind && !isWord(clause, place, .relativePlace))
      && verb.map { isCopula(clause, $0) && isArticle(clause, $0 + 1) } == true
    let antecedent: [Clause.Part]? =
      if let verb { isOfKind ? clause.slice(0..<verb) : name(endingAt: end, in: clause, from: verb + 1) } else { clause.slice(0..<end) }
    guard let antecedent, isSetOff || isNamed(antecedent) || isOfKind && isNamed(clause.slice(0..<(verb ?? 0))) else { return [] }
    // “X, which is A, does B”: the second comma ends what was told in passing.
    var close = clause.count
    if isSetOff {
      close =
        clause.parts.indices.dropFirst(place + 2).first { comma in
          isWord(clause, comma, ",")
            && (verb == nil ? mayGoOn(clause, comma + 1) : isWord(clause, comma + 1, .joining) && isFinite(clause, comma + 2))
        } ?? clause.count
    }
    // “Leiria Clinic which has 60 beds is owned by Ana”
    if verb == nil, !isSetOff || close == clause.count {
      guard isNamed(antecedent) else { return [] }
      return clause.parts.indices.dropFirst(place + 3).filter { isMainVerb(clause, $0) }.flatMap { main -> [[Clause]] in
        let told = clause.slice(place + 1..<(isWord(clause, main - 1, ",") ? main - 1 : main))
        let rest = Clause(antecedent + clause.slice(main..<clause.count))
        if isGoverned { return [[rest, Clause(told + [clause.parts[place - 1]] + antecedent)]] }
        return about(antecedent, told, place, in: clause).map { [rest] + $0 }
      }
    }
    guard verb != nil || close < clause.count else { return [] }
    let rest = clause.slice(close..<clause.count)
    let main = Clause(clause.slice(0..<end) + (verb == nil ? Array(rest.dropFirst()) : rest))
    let told = clause.slice(place + 1..<close)
    guard !told.isEmpty else { return [] }
    // “The owner of Leiria Clinic, which has 60 beds, is …” tells of the clinic.
    if verb == nil, !isGoverned, isArticle(clause, 0), let of = antecedent.firstIndex(where: { words.contains(normal($0), in: .of) }) {
      let owner = Array(antecedent[(of + 1)...])
      if isNamed(owner) { return (about(owner, told, place, in: clause) + about(antecedent, told, place, in: clause)).map { [main] + $0 } }
    }
    if isGoverned { return [[main, Clause(told + [clause.parts[place - 1]] + antecedent)]] }
    if isOfWhich { return [[main, Clause(clause.slice(start + 1..<place) + antecedent + told)]] }
    return about(antecedent, told, place, in: clause).map { [main] + $0 }
  }

  /// “Ana Sousa, whose …, graduated from …”: the last verb is the sentence's own, though it looks like what was done.
  private func mayGoOn(_ clause: Clause, _ place: Int) -> Bool {
    if isFinite(clause, place) { return true }
    return isParticipial(clause, place) && morphology.isPast(normal(clause.parts[place]))
      && !clause.parts.indices.dropFirst(place + 1).contains { isFinite(clause, $0) }
  }

  /// Where what is said of a name goes on after what was told of it in passing.
  private func isMainVerb(_ clause: Clause, _ place: Int) -> Bool {
    isFinite(clause, place) && !isWord(clause, place - 1, .joining) && !isWord(clause, place - 1, .relative)
      && !isWord(clause, place - 1, .hasOne) && !isWord(clause, place - 1, .hasMany)
  }

  func isPreposition(_ clause: Clause, _ place: Int) -> Bool {
    clause.parts.indices.contains(place) && morphology.isPreposition(normal(clause.parts[place]))
  }

  /// “Leiria Clinic founded by Ana Sousa is in Porto”, “Ana runs Leiria Clinic founded in 1990”: what a name is, without “which is”.
  func reduced(in clause: Clause) -> [[Clause]] {
    let verb = verb(in: clause)
    let places = clause.parts.indices.dropFirst().filter { isParticipial(clause, $0) && isProper(clause, $0 - 1) }
    return places.flatMap { place -> [[Clause]] in
      if let verb, verb < place {
        guard let name = name(endingAt: place, in: clause, from: verb + 1) else { return [] }
        return [[Clause(clause.slice(0..<place)), Clause(name + done(clause.slice(place..<clause.count)))]]
      }
      let subject = clause.slice(0..<place)
      return clause.parts.indices.dropFirst(place + 3).filter { isMainVerb(clause, $0) }.map { main in
        [
          Clause(subject + clause.slice(main..<clause.count)),
          Clause(subject + done(clause.slice(place..<(isWord(clause, main - 1, ",") ? main - 1 : main)))),
        ]
      }
    }
  }

  private func isRelative(_ clause: Clause, _ place: Int) -> Bool {
    [.relative, .relativePlace, .whose].contains { isWord(clause, place, $0) }
  }

  func isNamed(_ parts: [Clause.Part]) -> Bool {
    let clause = Clause(parts)
    return isProper(clause, parts.count - 1) || isProper(clause, 0) && !isArticle(clause, 0)
  }

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
    if let owned = owned(told, by: name) { return [[owned]] }
    let at = words[.placePreposition].first.map { [Clause.Part.said($0)] + name } ?? []
    guard let copula = told.parts.indices.first(where: { isCopula(told, $0) }) else { return [[Clause(told.parts + at)]] }
    let isDescribed = isParticiple(told, copula + 1) || isWord(told, copula + 1, .indefinite) || isWord(told, copula + 2, .of)
    if isWord(told, 0, .definite), copula > 1, !isDescribed, !told.parts[..<copula].contains(where: { words.contains(normal($0), in: .of) })
    {
      return [[Clause(told.slice(0..<copula) + of + told.slice(copula..<told.count))]]
    }
    // “where one of the leaders is Ana”, “where Ana and Bruno are leaders”
    if isPartOf(told, copula) { return [[Clause(told.slice(0..<copula) + of + told.slice(copula..<told.count))]] }
    let isMany = copula + 2 == told.count && copula > 0 && morphology.looksPlural(normal(told.parts[copula + 1]))
    if isMany || isArticle(told, copula + 1) || isWord(told, copula + 2, .of) {
      return [[Clause(told.parts + of)], [Clause(told.parts + at)]]
    }
    return [[Clause(told.parts + at)]]
  }

  /// “is located”, “is spoken”
  func isParticiple(_ clause: Clause, _ place: Int) -> Bool {
    guard clause.parts.indices.contains(place), case let word = normal(clause.parts[place]) else { return false }
    return morphology.isParticiple(word) || morphology.isIrregularParticiple(word)
  }

  /// “One of the directors is …”: of whom is left out.
  func isPartOf(_ clause: Clause, _ verb: Int) -> Bool {
    verb > 3 && words.few[normal(clause.parts[0])] != nil && isWord(clause, 1, .of) && isWord(clause, 2, .definite)
      && !clause.parts[3..<verb].contains { words.contains(normal($0), in: .of) }
  }

  // MARK: In passing

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
      // “the director Ana Sousa's plan”
      guard !isWord(clause, end, "'s"), let is_ = words[.isOne].first, let a = words[.indefinite].first else { continue }
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
      let isWith = isWord(clause, comma + 1, .having)
      let isLast = index == commas.count - 1 && isProper(clause, comma + 2)
      let isFrom = isWord(clause, comma + 1, .nounTail) && (verb.map { $0 > comma || isLast } ?? true)
      guard isArticle(clause, comma + 1) || isParticiple || isWith || isRenaming || isFrom || isWord(clause, comma + 1, .relational) else {
        continue
      }
      guard let link = (isWith ? words[.hasOne] : words[.isOne]).first.map({ [Clause.Part.said($0)] }) else { continue }
      let from = isWith ? comma + 2 : comma + 1
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
    let isWith = isWord(clause, 0, .having)
    guard isWith || isParticipial(clause, 0), let comma = clause.parts.firstIndex(where: { normal($0) == "," }),
      let verb = clause.parts.indices.dropFirst(comma + 2).first(where: { isFinite(clause, $0) }),
      let link = (isWith ? words[.hasOne] : words[.isOne]).first
    else { return [] }
    let subject = clause.slice(comma + 1..<(isWord(clause, verb - 1, ",") ? verb - 1 : verb))
    return [
      [
        Clause(subject + (isWith ? [.said(link)] + clause.slice(1..<comma) : done(clause.slice(0..<comma)))),
        Clause(subject + clause.slice(verb..<clause.count)),
      ]
    ]
  }
}
