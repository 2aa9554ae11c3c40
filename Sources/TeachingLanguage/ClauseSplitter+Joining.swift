import Understanding

/// Clauses one after the other: “… and has 300 beds”, “…, and its director is Ana”, “…; it was founded in 1990”.
extension ClauseSplitter {
  func joined(in clause: Clause) -> [[Clause]] {
    guard let verb = verb(in: clause) ?? pastVerb(in: clause) else { return [] }
    let subject = clause.slice(0..<verb)
    return clause.parts.indices.dropFirst(verb + 1).dropLast().flatMap { place -> [[Clause]] in
      let isMark = isWord(clause, place, ",") || isWord(clause, place, ";")
      guard isMark || isWord(clause, place, .joining) else { return [] }
      // “…, and …” is one joint.
      guard !(isMark && isWord(clause, place + 1, .joining)) else { return [] }
      let end = isWord(clause, place - 1, ",") ? place - 1 : place
      guard end > verb + 1 else { return [] }
      let left = Clause(clause.slice(0..<end))
      let next = Clause(clause.slice(place + 1..<clause.count))
      guard next.count > 1 else { return [] }
      return continued(next, after: left, subject: subject, verb: verb).map { [left, $0] }
    }
  }

  /// The second clause in full: about the first one's subject where it has none of its own.
  private func continued(_ next: Clause, after left: Clause, subject: [Clause.Part], verb: Int) -> [Clause] {
    let meant = meant(by: next, after: left, subject: subject, verb: verb)
    // “its located in Porto”, as many write it
    if isWord(next, 0, .owner), isParticipial(next, 1) { return meant.map { Clause($0 + done(Array(next.parts.dropFirst()))) } }
    // “its”, and “it's” as many write it
    if isOwner(next, 0) || isSlipOfOwner(next) {
      return meant.map { Clause($0 + [.said("'s")] + next.parts.dropFirst(isSlipOfOwner(next) ? 2 : 1)) }
    }
    if isPronoun(next, 0), isFinite(next, 1) { return meant.map { Clause($0 + next.parts.dropFirst()) } }
    // “… but sweet potatoes are used in it”
    if isWord(next, next.count - 1, .itOne) || isWord(next, next.count - 1, .itMany), isPreposition(next, next.count - 2),
      self.verb(in: next) != nil
    {
      let last = name(endingAt: left.count, in: left, from: verb + 1)
      return ([last].compactMap { $0 } + meant).map { Clause(next.parts.dropLast() + $0) }
    }
    let owned = meant.compactMap { self.owned(next, by: $0) }
    if !owned.isEmpty { return owned }
    if isFinite(next, 0) { return [Clause(subject + next.parts)] }
    // “is kept in Hall B and owned by Ana”
    if isParticipial(next, 0) {
      // “was built in 1990 and located in Porto”: there it still is.
      if isWord(next, 0, .placedOnce) { return [Clause(subject + done(next.parts))] }
      if isCopula(left, verb) { return [Clause(subject + [left.parts[verb]] + next.parts)] }
      // “studied in Leiria and died in Porto”
      return morphology.isPast(normal(next.parts[0])) ? [Clause(subject + next.parts)] : []
    }
    guard let own = self.verb(in: next) else {
      // “has a length of 2 m and a weight of 40 kg”
      let isGoingOn = isCopula(left, verb) || isWord(left, verb, .hasOne) || isWord(left, verb, .hasMany)
      return isGoingOn && (isArticle(next, 0) || isCopula(left, verb) && isRole(next, 0))
        ? [Clause(subject + [left.parts[verb]] + next.parts)] : []
    }
    // “… and Ana Sousa is its director”
    let place = isCopula(next, own) ? own + 1 : own
    if isOwner(next, place) || isSlipOfOwner(Clause(next.slice(place..<next.count))), let the = words[.definite].first,
      let of = words[.of].first
    {
      let owned = next.slice(place + (isOwner(next, place) ? 1 : 2)..<next.count)
      return meant.map { Clause(next.slice(0..<place) + [.said(the)] + owned + [.said(of)] + $0) }
    }
    // “… and tomato is one of the ingredients”, “… and Ana Sousa is the director”
    if isCopula(next, own), let of = words[.of].first, endsWithPart(next, after: own) {
      return (whole(in: left, verb).map { [$0] } ?? meant).map { Clause(next.parts + [.said(of)] + $0) }
    }
    if isPartOf(next, own), let of = words[.of].first {
      return meant.map { Clause(next.slice(0..<own) + [.said(of)] + $0 + next.slice(own..<next.count)) }
    }
    // “the mayor of Leiria is Ana and the language is Portuguese”: of Leiria, too.
    if isWord(next, 0, .definite), !next.parts[..<own].contains(where: { words.contains(normal($0), in: .of) }),
      let of = subject.firstIndex(where: { words.contains(normal($0), in: .of) })
    {
      return [Clause(next.slice(0..<own) + subject[of...] + next.slice(own..<next.count))]
    }
    // “Leiria Clinic is owned by Ana and the building is kept in order by Bruno”: what was spoken of, in other words.
    if isWord(next, 0, .definite), own == 2, isKindWord(next.parts[1]), isNamed(subject), tellsWhatIsDone(next, own) {
      return meant.map { Clause($0 + next.slice(own..<next.count)) }
    }
    if isWord(next, 0, .definite), !isProper(next, 1), !next.parts[..<own].contains(where: { words.contains(normal($0), in: .of) }),
      let of = words[.of].first
    {
      return [Clause(next.slice(0..<own) + [.said(of)] + subject + next.slice(own..<next.count)), next]
    }
    return [next]
  }

  /// What “it”, “he” and “its” may be in the next clause, likeliest first.
  private func meant(by next: Clause, after left: Clause, subject: [Clause.Part], verb: Int) -> [[Clause.Part]] {
    // “The mayor of Leiria is Ana and it has …”: Leiria has; and he is Ana.
    let isPart = words.few[normal(subject[0])] != nil
    // “The Leiria Institute of Health” is one name.
    let isOfOwner = { (part: Clause.Part) in
      guard words.contains(normal(part), in: .of) else { return false }
      guard let place = subject.firstIndex(of: part), place > 0 else { return true }
      return !isProper(Clause(subject), place - 1)
    }
    let of = isPart ? subject.lastIndex(where: isOfOwner) : isArticle(Clause(subject), 0) ? subject.firstIndex(where: isOfOwner) : nil
    let owner = of.map { Array(subject[($0 + 1)...]) } ?? subject.firstIndex { normal($0) == "'s" }.map { Array(subject[..<$0]) }
    let isPerson = isWord(next, 0, .personOne) || isWord(next, 0, .ownerPerson)
    let last = isPerson && of != nil && isCopula(left, verb) ? name(endingAt: left.count, in: left, from: verb + 1) : nil
    // “The clinic was designed by Ana Sousa, she …”
    let by =
      isPerson && !isProper(Clause(subject), subject.count - 1) ? left.parts.lastIndex { words.contains(normal($0), in: .agent) } : nil
    let agent = by.flatMap { by in name(endingAt: left.count, in: left, from: by + 1) }
    // “Ana Sousa is the director of Leiria Clinic and it has …”: the clinic has.
    let held = isPerson ? nil : heldBy(subject, in: left, verb)
    return [last, agent, isPerson ? nil : owner, held, subject].compactMap { $0 }
  }

  private func heldBy(_ subject: [Clause.Part], in left: Clause, _ copula: Int) -> [Clause.Part]? {
    guard isNamed(subject), isCopula(left, copula), isWord(left, copula + 1, .definite),
      let of = left.parts[(copula + 2)...].firstIndex(where: { words.contains(normal($0), in: .of) }),
      left.parts[(copula + 2)..<of].allSatisfy(isKindWord), case let held = left.slice(of + 1..<left.count), isNamed(held)
    else { return nil }
    return isArticle(Clause(held), 0) ? Array(held.dropFirst()) : held
  }

  /// “was born in Porto, studied in Leiria and died in Lisbon”: three things of one.
  func listed(in clause: Clause) -> [[Clause]] {
    guard let verb = verb(in: clause) else { return [] }
    let comma = clause.parts.indices.dropFirst(verb + 2).dropLast(2).first { place in
      isWord(clause, place, ",") && goesOnInList(Clause(clause.slice(place + 1..<clause.count)))
    }
    return comma.map { comma in
      [[Clause(clause.slice(0..<comma)), Clause(clause.slice(0..<verb) + clause.slice(comma + 1..<clause.count))]]
    } ?? []
  }

  private func goesOnInList(_ next: Clause) -> Bool {
    isParticipial(next, 0) && morphology.isPast(normal(next.parts[0]))
      && next.parts.indices.dropFirst(2).contains { isWord(next, $0, .and) && morphology.isPast(normalAfter($0, in: next)) }
  }

  /// “Ana studied in Leiria and died in Porto”, where nothing else is said of her.
  func pastVerb(in clause: Clause) -> Int? {
    clause.parts.indices.dropFirst().first { place in
      isParticipial(clause, place) && morphology.isPast(normal(clause.parts[place]))
        && (isProper(clause, place - 1) || isKindWord(clause.parts[place - 1]))
        && !isWord(clause, place + 1, .agent) && !isWord(clause, place, .placedOnce)
    }
  }

  /// “one of the ingredients”, “an ingredient”, “the director”: of whom or what is left out.
  private func endsWithPart(_ clause: Clause, after copula: Int) -> Bool {
    let told = Clause(clause.slice(copula + 1..<clause.count))
    let isOneOf = words.few[told.parts.first.map(normal) ?? ""] != nil && isWord(told, 1, .of) && isWord(told, 2, .definite)
    let noun = told.parts.dropFirst(isOneOf ? 3 : 1)
    guard isOneOf || isArticle(told, 0), (1...Self.partWordsMax).contains(noun.count), noun.allSatisfy(isKindWord), let last = noun.last
    else { return false }
    if isOneOf { return true }
    return isWord(told, 0, .definite) ? isNamed(clause.slice(0..<copula)) : words.contains(normal(last), in: .partNoun)
  }

  private static let partWordsMax = 3

  /// The bread of “Flour is an ingredient of bread”.
  func whole(in clause: Clause, _ copula: Int) -> [Clause.Part]? {
    let noun = clause.parts.indices.dropFirst(copula + 1).prefix(Self.partWordsMax + 1).first {
      words.contains(normal(clause.parts[$0]), in: .partNoun)
    }
    guard isCopula(clause, copula), let noun, isPreposition(clause, noun + 1) else { return nil }
    return clause.slice(noun + 2..<clause.count)
  }

  private func normalAfter(_ place: Int, in clause: Clause) -> String {
    clause.parts.indices.contains(place + 1) ? normal(clause.parts[place + 1]) : ""
  }

  func isOwner(_ clause: Clause, _ place: Int) -> Bool { isWord(clause, place, .owner) || isWord(clause, place, .ownerPerson) }

  /// “… and it's director is Ana”
  private func isSlipOfOwner(_ clause: Clause) -> Bool {
    guard isWord(clause, 0, .itOne), clause.count > 2, case .word(let position) = clause.parts[0],
      sentence.words[position].contracted != nil, isWord(clause, 1, .isOne), !isArticle(clause, 2), !isParticipial(clause, 2)
    else { return false }
    return clause.count < 5 || clause.parts.indices.dropFirst(3).contains { isCopula(clause, $0) }
  }

  /// “One of its directors is Ana” is “One of the directors of Leiria Clinic is Ana”; nil where nothing is said to be anybody's.
  func owned(_ clause: Clause, by name: [Clause.Part]) -> Clause? {
    guard let verb = verb(in: clause), let place = clause.parts[..<verb].firstIndex(where: { isOwner(Clause([$0]), 0) }), place > 0,
      place + 1 < verb, let the = words[.definite].first, let of = words[.of].first
    else { return nil }
    return Clause(
      clause.slice(0..<place) + [.said(the)] + clause.slice(place + 1..<verb) + [.said(of)] + name + clause.slice(verb..<clause.count))
  }

  func isPronoun(_ clause: Clause, _ place: Int) -> Bool {
    [.itOne, .itMany, .personOne].contains { isWord(clause, place, $0) }
  }

  /// What the owner of a thing could not be said to be: done by somebody, in a place, or doing something.
  private func tellsWhatIsDone(_ clause: Clause, _ verb: Int) -> Bool {
    guard isCopula(clause, verb) else { return !isWord(clause, verb, .hasOne) || isNamed(clause.slice(0..<verb)) == false }
    return isParticipial(clause, verb + 1) || isPreposition(clause, verb + 1)
  }

  /// “Ana Sousa was given the Long Prize by Leiria Clinic”: what was given, and by whom.
  func awarded(in clause: Clause) -> [[Clause]] {
    guard let verb = verb(in: clause), isCopula(clause, verb), verb + 3 < clause.count, !isPreposition(clause, verb + 2),
      let by = clause.parts.indices.dropFirst(verb + 3).first(where: { isWord(clause, $0, .agent) }), by + 1 < clause.count,
      case let deed = normal(clause.parts[verb + 1]), morphology.isParticiple(deed) || morphology.isIrregularParticiple(deed)
    else { return [] }
    let given = clause.slice(verb + 2..<by)
    return [[Clause(clause.slice(0..<by)), Clause(given + clause.slice(verb..<verb + 2) + clause.slice(by..<clause.count))]]
  }

  /// “Leiria Clinic awarded the Long Prize to Ana Sousa”: what was given, and to whom.
  func given(in clause: Clause) -> [[Clause]] {
    guard let verb = clause.parts.indices.dropFirst().first(where: { isWord(clause, $0, .givenTo) }), !isCopula(clause, verb - 1),
      let is_ = words[.isOne].first,
      let to = clause.parts.indices.dropFirst(verb + 2).first(where: { isWord(clause, $0, .toDo) }), isProper(clause, to + 1)
    else { return [] }
    let given = clause.slice(verb + 1..<to)
    return [[Clause(clause.slice(0..<to)), Clause(given + [.said(is_)] + clause.slice(verb..<verb + 1) + clause.slice(to..<clause.count))]]
  }

  /// “is owned and operated by Ana”, “is the founder and director of the clinic”: what follows belongs to both.
  func shared(in clause: Clause) -> [[Clause]] {
    guard let verb = verb(in: clause), isCopula(clause, verb) else { return [] }
    let start = isWord(clause, verb + 1, .definite) ? verb + 2 : verb + 1
    guard let and = clause.parts.indices.dropFirst(start + 1).prefix(Self.sharedWordsMax).first(where: { isWord(clause, $0, .and) }),
      let tail = clause.parts.indices.dropFirst(and + 2).prefix(Self.sharedWordsMax).first(where: { isPreposition(clause, $0) }),
      clause.slice(start..<and).allSatisfy(isPlain), clause.slice(and + 1..<tail).allSatisfy(isPlain)
    else { return [] }
    let areDone = isParticiple(clause, and - 1) && isParticiple(clause, tail - 1)
    guard areDone || start > verb + 1 && isWord(clause, tail, .of) else { return [] }
    let rest = clause.slice(tail..<clause.count)
    return [[Clause(clause.slice(0..<and) + rest), Clause(clause.slice(0..<start) + clause.slice(and + 1..<tail) + rest)]]
  }

  private static let sharedWordsMax = 4

  /// A small word of no grammar.
  private func isPlain(_ part: Clause.Part) -> Bool {
    guard case .word(let position) = part else { return false }
    let word = sentence.words[position]
    return word.kind == .word && word.written == word.normal && !grammar.reserved.contains(word.normal)
  }

  /// “… is in Leiria with 300 beds”
  func havings(in clause: Clause) -> [[Clause]] {
    guard let verb = verb(in: clause), let has = words[.hasOne].first else { return [] }
    // “Leiria Clinic with 60 beds is owned by Ana”
    if let place = clause.parts[..<verb].firstIndex(where: { words.contains(normal($0), in: .having) }), place > 0, place + 1 < verb,
      isProper(clause, place - 1)
    {
      let subject = clause.slice(0..<place)
      return [[Clause(subject + [.said(has)] + clause.slice(place + 1..<verb)), Clause(subject + clause.slice(verb..<clause.count))]]
    }
    guard
      let place = clause.parts.indices.dropFirst(verb + 2).first(where: { isWord(clause, $0, .having) }), place + 2 < clause.count
    else { return [] }
    let end = isWord(clause, place - 1, .joining) ? place - 1 : place
    guard end > verb + 1 else { return [] }
    // “Ana runs Leiria Clinic, located in Porto, with 60 beds”: the clinic has them.
    if isWord(clause, end - 1, ","), let told = clause.parts[verb..<end - 1].lastIndex(where: { normal($0) == "," }),
      isAside(clause, told + 1),
      let owner = name(endingAt: told, in: clause, from: verb + 1)
    {
      return [[Clause(clause.slice(0..<end - 1)), Clause(owner + [.said(has)] + clause.slice(place + 1..<clause.count))]]
    }
    return [[Clause(clause.slice(0..<end)), Clause(clause.slice(0..<verb) + [.said(has)] + clause.slice(place + 1..<clause.count))]]
  }
}
