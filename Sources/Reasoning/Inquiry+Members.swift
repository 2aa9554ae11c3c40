internal import Lessons

/// Finding things by what holds of them: candidates from the most selective index, each then judged.
extension Inquiry {
  func members(of kind: Symbol?, where conditions: [CompiledRule.Condition], limit: Int) -> [Found] {
    var all = conditions
    if let kind { all.insert(.pattern(.init(subject: .variable("x"), property: isA, object: .concept(kind), isNegated: false)), at: 0) }
    let candidates = mostSelective(all).flatMap(candidates) ?? everything
    var found: [Found] = []
    // That low-GI is low-GI is true and no answer.
    var seen = Set(all.compactMap(kindAsked).map(root))
    for candidate in candidates where seen.insert(root(candidate)).inserted {
      guard found.count < limit else { break }
      restart()
      if let verdict = together(all.lazy.map { self.answer(to: $0, ["x": .concept(candidate)]) }) {
        found.append(Found(concept: concept(preferredName(of: candidate)), verdict: verdict))
      }
    }
    return found
  }

  /// Yes if all are; contested if somebody holds each and some are disputed; else nil.
  private func together(_ answers: some Sequence<(verdict: Verdict, premise: Proof?)>) -> Verdict? {
    var (yes, no): ([Proof], [Proof]) = ([], [])
    var heeded: Set<ID<Lesson>> = []
    var isContested = false
    for (verdict, premise) in answers {
      guard let premise else { return nil }
      isContested = isContested || verdict.outcome == .contested
      yes.append(premise)
      if verdict.outcome == .contested { no += verdict.no }
      heeded.formUnion(verdict.heeded)
    }
    return Verdict(isContested ? .contested : .yes, yes: yes, no: no, heeded: heeded)
  }

  /// Every concept that a lesson makes a claim about or a rule concludes of, and the kinds that rules ask for: what holds
  /// of any fruit holds of fruit.
  var everything: [Symbol] {
    let kinds = Set(names(of: isA).flatMap { index.rulesByBody[$0] ?? [] }).flatMap { slot in
      rule(at: slot)?.body.compactMap(kindAsked) ?? []
    }
    let concluded = index.rulesByHead.values.joined().compactMap { rule(at: $0.slot)?.head.subject.symbol }
    return Set(index.propertiesOf.keys).union(kinds).union(concluded).sorted { concept($0) < concept($1) }
  }

  // MARK: Candidates

  /// All things that the condition might hold of: everything it does hold of is among them. Nil: any.
  ///
  /// Conditions lead through rules to the conditions these ask for, of which one, the most selective, is enough.
  func candidates(for condition: CompiledRule.Condition) -> [Symbol]? {
    guard isDrivable(condition) else { return nil }
    var found: Set<Symbol> = []
    var queue = [condition]
    var seen = Set(queue)
    while let next = queue.popLast() {
      var subjects = Set(claims(next).map { index.rows[Int($0)].subject })
      if let kind = kindAsked(next) { subjects.insert(kind) }
      for head in bearing(heads(next.property), on: next) {
        guard let rule = rule(at: head.slot) else { continue }
        if let named = rule.head.subject.symbol {
          subjects.insert(named)
        } else if let driver = mostSelective(rule.drivers.filter({ $0.subject == rule.head.subject })) {
          if seen.insert(driver).inserted { queue.append(driver) }
        } else {
          return nil
        }
      }
      if case .pattern(let pattern) = next, let relation = relation(pattern.property) {
        // Those sought have the value themselves or something that leads to it from either side.
        if let value = pattern.object.symbol { subjects.insert(value) }
        subjects = holders(of: subjects, under: relation)
      }
      let new = descendants(of: subjects.subtracting(found))
      found.formUnion(new)
      // What is of a kind by a rule has the kind's lessons too.
      for head in kindHeads(new, where: { !$0.isNegated }) {
        let membership = CompiledRule.Condition.pattern(
          .init(subject: .variable("x"), property: isA, object: .concept(head.value), isNegated: false))
        if seen.insert(membership).inserted { queue.append(membership) }
      }
    }
    return found.sorted { concept($0) < concept($1) }
  }

  private func mostSelective(_ conditions: [CompiledRule.Condition]) -> CompiledRule.Condition? {
    // Of equals, numbers leave more out.
    func rank(_ condition: CompiledRule.Condition) -> Int { if case .measure = condition { 0 } else { 1 } }
    return conditions.filter(isDrivable).map { (condition: $0, key: (size($0), rank($0))) }.min { $0.key < $1.key }?.condition
  }

  /// Denials follow from too much (disjoint kinds, definitions failed) to be enumerated.
  private func isDrivable(_ condition: CompiledRule.Condition) -> Bool {
    switch condition {
    case .pattern(let pattern): !pattern.isNegated
    case .measure: true
    case .comparison: false
    }
  }

  /// About how many things a condition leaves to look at, by claims and by what the rules for it ask first.
  private func size(_ condition: CompiledRule.Condition) -> Int {
    bearing(heads(condition.property), on: condition).reduce(lists(condition).reduce(0) { $0 + $1.count }) { size, head in
      let body = rule(at: head.slot)?.drivers.filter(isDrivable) ?? []
      return size + (body.map { lists($0).reduce(0) { $0 + $1.count } }.min() ?? 0)
    }
  }

  /// Lists that hold all claims which can make the condition true of their subject or of what is below it.
  private func lists(_ condition: CompiledRule.Condition) -> [[Slot]] {
    guard case .pattern(let pattern) = condition, let value = pattern.object.symbol else {
      return names(of: condition.property).compactMap { index.claimsByProperty[$0] }
    }
    let values = isSame(pattern.property, isA) ? Set(names(of: value)) : descendants(of: [value])
    let amounts = isSame(pattern.property, contains) ? names(of: value).compactMap { index.claimsByProperty[$0] } : []
    return values.compactMap { index.claimsByValue[$0] } + amounts
  }

  /// Of a measure, only claims with numbers in the range: a thing without such a claim, its own, its kinds' or a
  /// rule's, is not within it by anybody's word.
  private func claims(_ condition: CompiledRule.Condition) -> [Slot] {
    let claims = lists(condition).joined().filter(sees)
    guard case .measure(_, _, let range) = condition else { return claims }
    return claims.filter { slot in
      guard let value = store[slot].lesson.claim?.value, let known = numbers(value, of: condition.property, in: range.unit) else {
        return false
      }
      return known.range.overlaps(range) || known.range.equals(range)
    }
  }

  /// Rules whose heads can make the condition true.
  private func bearing(_ heads: [Index.Head], on condition: CompiledRule.Condition) -> [Index.Head] {
    guard case .pattern(let pattern) = condition, let value = pattern.object.symbol else { return heads }
    return heads.filter { !$0.isNegated && ($0.value == Symbols.none || isBelow($0.value, value)) }
  }

  /// The concepts and everything taught to be of them, under every name.
  func descendants(of concepts: Set<Symbol>) -> Set<Symbol> {
    var found: Set<Symbol> = []
    var queue = Array(concepts)
    while let next = queue.popLast() {
      for name in names(of: next) where found.insert(name).inserted {
        for claim in index.claimsByValue[name] ?? [] {
          let row = index.rows[Int(claim)]
          if !row.isNegated && isSame(row.property, isA) && sees(claim) { queue.append(row.subject) }
        }
      }
    }
    return found
  }

  // MARK: Names shown

  /// The preferred label of all names of a concept: one that no naming gives as the other name; the smallest of equals.
  func preferredName(of symbol: Symbol) -> Symbol {
    let names = names(of: symbol)
    guard names.count > 1 else { return symbol }
    var others: Set<Concept> = []
    for slot in names.flatMap({ index.namings[$0] ?? [] }) where sees(slot) {
      if case .name(let naming) = store[slot].lesson.teaching, naming.kind != .same { others.insert(naming.other) }
    }
    let preferred = names.filter { !others.contains(concept($0)) }
    return (preferred.isEmpty ? names : preferred).min { concept($0) < concept($1) } ?? symbol
  }
}
