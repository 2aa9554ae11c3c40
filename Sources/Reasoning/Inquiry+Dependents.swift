internal import Lessons

/// What can be otherwise once something else is: a property of some thing, or what kinds it is of.
enum Change: Hashable {
  case property(Symbol)
  /// Something is of the kind, or no longer.
  case kind(Symbol)
  /// Something is of another kind, and nobody can tell which.
  case anyKind
}

/// Which rules can come to conclude something else, and where that shows.
///
/// Found from what rules ask for and from claims, without hearing a rule: some of those named may conclude what they did.
/// Claims are read as anybody's, taken back or not, so that what is named holds for every point of view.
extension Inquiry {
  /// The rules that look at what changes, or at what such rules conclude, and so on.
  func dependents(of changes: [Change]) -> Set<Slot> {
    var found: Set<Slot> = []
    var queue = changes
    var seen = Set(changes)
    func follow(_ change: Change) { if seen.insert(change).inserted { queue.append(change) } }
    while let next = queue.popLast() {
      for change in consequences(of: next) { follow(change) }
      for slot in rules(lookingAt: next) where found.insert(slot).inserted { for change in self.changes(by: slot) { follow(change) } }
    }
    return found
  }

  /// What a rule's conclusion is about.
  func changes(by slot: Slot) -> [Change] {
    guard let head = rule(at: slot)?.head else { return [] }
    guard isSame(head.property, isA) else { return [.property(head.property)] }
    return [head.object.symbol.map { .kind($0) } ?? .anyKind]
  }

  /// What else changes for a thing, before any rule is asked: it has what its kinds have, and a relation has its other side.
  private func consequences(of change: Change) -> [Change] {
    switch change {
    case .property(let property): relation(property)?.converses.map { .property($0.property) } ?? []
    case .anyKind: []
    case .kind(let kind):
      kindsAbove(kind).flatMap { above in
        (index.propertiesOf[above] ?? []).filter { !isSame($0, isA) }.map { .property($0) } + concluded(of: above)
      }
    }
  }

  /// What rules conclude of a kind by name: “Fruit keeps for a week if it is cooled.”
  private func concluded(of kind: Symbol) -> [Change] {
    (index.mentions[kind] ?? []).filter { rule(at: $0)?.head.subject.symbol == kind }.flatMap(changes)
  }

  private func rules(lookingAt change: Change) -> some Sequence<Slot> {
    switch change {
    case .anyKind: return Set(names(of: isA).flatMap { index.rulesByBody[$0] ?? [] }).union(index.rulesByObject.values.joined())
    case .property(let property):
      // To have an amount of something is to contain it, and all that it is.
      let contents = kindsAbove(property).flatMap { index.rulesByObject[$0] ?? [] }
      return Set(names(of: property).flatMap { index.rulesByBody[$0] ?? [] } + contents)
    case .kind(let kind):
      let related = related(to: kind)
      let asking = related.flatMap { kind in (index.rulesByObject[kind] ?? []).filter { asks($0, for: kind) } }
      return Set(asking).union(index.rulesOverKinds.filter(asksForAnyKind))
    }
  }

  private func asksForAnyKind(_ slot: Slot) -> Bool {
    guard case .rule(let rule) = store[slot].lesson.teaching else { return false }
    if rule.countsKinds { return true }
    return (rule.body + rule.unless.joined()).contains { condition in
      guard case .pattern(let asked) = condition, asked.object.variable != nil else { return false }
      return isSame(symbol(asked.property), isA)
    }
  }

  private func asks(_ slot: Slot, for object: Symbol) -> Bool {
    guard let rule = rule(at: slot) else { return false }
    return (rule.body + rule.unless.joined()).contains { if case .pattern(let asked) = $0 { asked.object.symbol == object } else { false } }
  }

  /// All kinds of which one hears more once something is of the kind: those above and below it, and those kept apart from it.
  private func related(to kind: Symbol) -> Set<Symbol> {
    descendants(of: [kind]).union(kindsAbove(kind)).union(keptApart(fromAllAbove: kind))
  }

  /// Everything that cannot be of the kind because of a lesson that keeps two kinds apart.
  func keptApart(fromAllAbove kind: Symbol) -> Set<Symbol> { descendants(of: Set(kindsAbove(kind).flatMap { keptApart(from: $0) })) }

  /// Kinds that a lesson keeps apart from this very one.
  private func keptApart(from kind: Symbol) -> [Symbol] {
    (index.disjoints[kind] ?? []).compactMap { slot in
      guard case .disjoint(let one, let other) = store[slot].lesson.teaching else { return nil }
      return symbol(one) == kind ? symbol(other) : symbol(one)
    }
  }

  /// The concept and everything that it is taught to be, under every name.
  func kindsAbove(_ concept: Symbol) -> Set<Symbol> {
    var found: Set<Symbol> = []
    var queue = [concept]
    while let next = queue.popLast() {
      for name in names(of: next) where found.insert(name).inserted {
        for property in names(of: isA) {
          for claim in index.claims(about: name, property) {
            let row = index.rows[Int(claim)]
            if !row.isNegated && row.value != Symbols.none { queue.append(row.value) }
          }
        }
      }
    }
    return found
  }

  // MARK: Where it shows

  /// Everything with a claim of its own that the conclusion of one of the rules could clash with.
  func opposable(by rules: some Sequence<Slot>) -> Set<Symbol> {
    var claims: Set<Slot> = []
    for slot in rules {
      guard let head = rule(at: slot)?.head else { continue }
      let properties = names(of: head.property)
      let value = head.object.symbol
      if value == nil || isSingleValued(head.property, isNumeric: false).isSingle {
        claims.formUnion(properties.flatMap { index.claimsByProperty[$0] ?? [] })
      } else if let value, head.isNegated {
        claims.formUnion(descendants(of: [value]).flatMap { index.claimsByValue[$0] ?? [] })
      } else if let value {
        claims.formUnion(kindsAbove(value).flatMap { index.claimsByValue[$0] ?? [] }.filter { index.rows[Int($0)].isNegated })
        guard isSame(head.property, isA) else { continue }
        claims.formUnion(keptApart(fromAllAbove: value).flatMap { index.claimsByValue[$0] ?? [] })
      }
    }
    return named(claims)
  }

  /// The keys under which clashes of rules with these rules are found: the kind where something is one, else the property.
  func rivalKeys(of rules: some Sequence<Slot>) -> Set<Symbol> {
    var keys: Set<Symbol> = []
    for slot in rules {
      guard let head = rule(at: slot)?.head else { continue }
      guard isSame(head.property, isA) else {
        keys.formUnion(names(of: head.property))
        continue
      }
      guard let kind = head.object.symbol else { continue }
      keys.formUnion(names(of: kind))
      let opposed = head.isNegated ? descendants(of: [kind]) : keptApart(fromAllAbove: kind)
      keys.formUnion(opposed.filter { index.rulesByObject[$0] != nil })
    }
    return keys
  }

  /// The subjects of claims, under all their names.
  func named(_ claims: some Sequence<Slot>) -> Set<Symbol> {
    Set(Set(claims.map { index.rows[Int($0)].subject }).flatMap(names))
  }
}
