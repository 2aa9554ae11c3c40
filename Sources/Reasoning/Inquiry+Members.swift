internal import Lessons

/// Finding things by what holds of them: candidates from the most selective index, each then judged.
extension Inquiry {
  func members(of kind: Symbol?, where conditions: [CompiledRule.Condition], limit: Int) -> [Found] {
    var all = conditions
    if let kind { all.insert(.pattern(.init(subject: .variable("x"), property: isA, object: .concept(kind), isNegated: false)), at: 0) }
    let drivers = all.compactMap { condition in estimate(condition, depth: 0).map { (condition, $0) } }
    let candidates = drivers.min { $0.1 < $1.1 }.flatMap { candidates(for: $0.0, [:]) } ?? everything
    var found: [Found] = []
    var seen: Set<Symbol> = kind.map { [root($0)] } ?? []
    for candidate in candidates.sorted(by: { concept($0) < concept($1) }) where seen.insert(root(candidate)).inserted {
      guard found.count < limit else { break }
      restart()
      if let verdict = together(all.lazy.map { self.verdict(on: $0, ["x": .concept(candidate)]) }) {
        found.append(Found(concept: concept(preferredName(of: candidate)), verdict: verdict))
      }
    }
    return found
  }

  /// Yes if all are, contested if some are and the rest yes; nil if one is no or unknown.
  private func together(_ verdicts: some Sequence<Verdict>) -> Verdict? {
    var (yes, no): ([Proof], [Proof]) = ([], [])
    var silenced: [Proof] = []
    var isContested = false
    for verdict in verdicts {
      guard verdict.outcome == .yes || verdict.outcome == .contested else { return nil }
      isContested = isContested || verdict.outcome == .contested
      yes += verdict.yes.prefix(1)
      if verdict.outcome == .contested { no += verdict.no }
      silenced += verdict.silenced
    }
    return Verdict(isContested ? .contested : .yes, yes: yes, no: no, silenced: silenced)
  }

  /// Every concept that a lesson seen makes a claim about, and the kinds named.
  var everything: [Symbol] { index.propertiesOf.keys.sorted { concept($0) < concept($1) } }

  // MARK: Candidates

  /// About how many things the condition leaves to look at; nil where no index knows.
  private func estimate(_ condition: CompiledRule.Condition, depth: Int) -> Int? {
    guard depth < 8 else { return nil }
    var count = 0
    switch condition {
    case .measure: count = claims(condition).count
    case .pattern(let pattern):
      guard !pattern.isNegated else { return nil }
      count = claims(condition).count
    }
    for head in bearing(heads(condition.property), on: condition) {
      guard let rule = rule(at: head.slot) else { continue }
      guard rule.head.subject.symbol == nil else {
        count += 1
        continue
      }
      let own = rule.body.filter { $0.subject == rule.head.subject }.compactMap { estimate($0, depth: depth + 1) }
      guard let least = own.min() else { return nil }
      count += least
    }
    return count
  }

  /// All things that the condition might hold of: everything it does hold of is among them. Nil: any.
  func candidates(for condition: CompiledRule.Condition, _ bindings: Bindings, depth: Int = 0) -> [Symbol]? {
    guard depth < 8, estimate(condition, depth: depth) != nil else { return nil }
    var found = Set(claims(condition).map { index.rows[Int($0)].subject })
    for head in bearing(heads(condition.property), on: condition) {
      guard let rule = rule(at: head.slot) else { continue }
      if let named = rule.head.subject.symbol {
        found.insert(named)
        continue
      }
      let own = rule.body.filter { $0.subject == rule.head.subject }
      let driver = own.compactMap { part in estimate(part, depth: depth + 1).map { (part, $0) } }.min { $0.1 < $1.1 }
      guard let driver, let candidates = candidates(for: driver.0, [:], depth: depth + 1) else { return nil }
      found.formUnion(candidates)
    }
    return descendants(of: found).sorted { concept($0) < concept($1) }
  }

  /// Claims that can make the condition true of their subject or of what is below it.
  private func claims(_ condition: CompiledRule.Condition) -> [Slot] {
    switch condition {
    case .measure(_, let property, _): return names(of: property).flatMap { index.claimsByProperty[$0] ?? [] }
    case .pattern(let pattern):
      guard let value = pattern.object.symbol else {
        return names(of: pattern.property).flatMap { index.claimsByProperty[$0] ?? [] }
      }
      let properties = Set(names(of: pattern.property))
      let values = isSame(pattern.property, isA) ? Set(names(of: value)) : descendants(of: [value])
      var claims = values.flatMap { index.claimsByValue[$0] ?? [] }.filter { properties.contains(index.rows[Int($0)].property) }
      if isSame(pattern.property, contains) { claims += names(of: value).flatMap { index.claimsByProperty[$0] ?? [] } }
      return claims
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
