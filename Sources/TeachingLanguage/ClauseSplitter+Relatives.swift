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
    if isWord(clause, place, .relative) || isWord(clause, place, .relativePlace),
      isOfWhich ? start == place - 2 : isPreposition(clause, place - 1)
    {
      isOfWhich = false
      isGoverned = true
      start = isWord(clause, place - 2, ",") ? place - 2 : place - 1
    }
    let isSetOff = isWord(clause, start, ",")
    let isJoined = isWord(clause, start - 1, .joining)
    let end = isJoined ? start - 1 : start
    guard end > 0 else { return [] }
    let isPlace = isWord(clause, place, .relativePlace)
    // “Rice cakes, which …”: cakes that are told about are no verb.
    let left = Clause(clause.slice(0..<end))
    let verb = verb(in: left).flatMap { isSetOff && $0 == end - 1 ? nil : $0 } ?? (isPlace ? pastVerb(in: left) : nil)
    // “X is a dish from Porto that …” tells of X, not of Porto.
    // “… was a pilot who …”, “… is a drug whose …”
    let isAfterKind = verb.map { place > $0 + 2 && clause.parts[($0 + 2)..<place].allSatisfy(isKindWord) } == true && !isSetOff
    let isOfKind =
      (isWord(clause, place, .that) || isAfterKind && !isWord(clause, place, .relativePlace))
      && verb.map { isCopula(clause, $0) && isArticle(clause, $0 + 1) } == true
    // “Flour is an ingredient in bread which …” tells of the bread.
    let ofPart = verb.flatMap { whole(in: left, $0) }
    let antecedent: [Clause.Part]? =
      if let ofPart { ofPart } else if let verb { isOfKind ? clause.slice(0..<verb) : name(endingAt: end, in: clause, from: verb + 1) } else
      { clause.slice(0..<end) }
    guard let antecedent, isSetOff || ofPart != nil || isNamed(antecedent) || isOfKind && isNamed(clause.slice(0..<(verb ?? 0))) else {
      return []
    }
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
  func mayGoOn(_ clause: Clause, _ place: Int) -> Bool {
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
    guard let copula = told.parts.indices.first(where: { isCopula(told, $0) }) else {
      // “where Ana comes from”
      return [[Clause(told.parts + (isPreposition(told, told.count - 1) ? name : at))]]
    }
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
}
