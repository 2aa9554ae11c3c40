/// Clauses one after the other: “… and has 300 beds”, “…, and its director is Ana”, “…; it was founded in 1990”.
extension ClauseSplitter {
  func joined(in clause: Clause) -> [[Clause]] {
    guard let verb = verb(in: clause) else { return [] }
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
    if isWord(next, 0, .owner) { return [Clause(subject + [.said("'s")] + next.parts.dropFirst())] }
    if isPronoun(next, 0), isFinite(next, 1) {
      // “The mayor of Leiria is Ana and it has …”: Leiria has.
      let owner = isArticle(Clause(subject), 0) ? subject.lastIndex { words.contains(normal($0), in: .of) } : nil
      return ([owner.map { Array(subject[($0 + 1)...]) }, subject].compactMap { $0 }).map { Clause($0 + next.parts.dropFirst()) }
    }
    if isFinite(next, 0) { return [Clause(subject + next.parts)] }
    // “is kept in Hall B and owned by Ana”
    if isParticipial(next, 0) {
      return isCopula(left, verb) ? [Clause(subject + [left.parts[verb]] + next.parts)] : []
    }
    guard let own = self.verb(in: next) else {
      // “has a length of 2 m and a weight of 40 kg”
      let isGoingOn = isCopula(left, verb) || isWord(left, verb, .hasOne) || isWord(left, verb, .hasMany)
      return isGoingOn && isArticle(next, 0) ? [Clause(subject + [left.parts[verb]] + next.parts)] : []
    }
    // “the mayor of Leiria is Ana and the language is Portuguese”: of Leiria, too.
    if isWord(next, 0, .definite), !next.parts[..<own].contains(where: { words.contains(normal($0), in: .of) }),
      let of = subject.firstIndex(where: { words.contains(normal($0), in: .of) })
    {
      return [Clause(next.slice(0..<own) + subject[of...] + next.slice(own..<next.count))]
    }
    if isWord(next, 0, .definite), !isProper(next, 1), !next.parts[..<own].contains(where: { words.contains(normal($0), in: .of) }),
      let of = words[.of].first
    {
      return [Clause(next.slice(0..<own) + [.said(of)] + subject + next.slice(own..<next.count)), next]
    }
    return [next]
  }

  private func isPronoun(_ clause: Clause, _ place: Int) -> Bool {
    [.itOne, .itMany, .personOne].contains { isWord(clause, place, $0) }
  }

  /// “… is in Leiria with 300 beds”
  func havings(in clause: Clause) -> [[Clause]] {
    guard let verb = verb(in: clause), let has = words[.hasOne].first,
      let place = clause.parts.indices.dropFirst(verb + 2).first(where: { isWord(clause, $0, .having) }), place + 2 < clause.count
    else { return [] }
    let end = isWord(clause, place - 1, .joining) ? place - 1 : place
    guard end > verb + 1 else { return [] }
    return [[Clause(clause.slice(0..<end)), Clause(clause.slice(0..<verb) + [.said(has)] + clause.slice(place + 1..<clause.count))]]
  }
}
