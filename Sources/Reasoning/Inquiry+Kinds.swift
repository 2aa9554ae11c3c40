internal import Lessons

/// All kinds that claims lead to from one thing, nearest first: itself, its kinds, their kinds.
struct Reach {
  struct Node {
    let root: Symbol
    let distance: Int
    /// The node that this one was first reached from, and the claim that led here.
    let from: Int
    let claim: Slot
  }

  var nodes: [Node]
  var places: [Symbol: Int]
  /// Claims met on the way that something is *not* of a kind.
  var denials: [(node: Int, claim: Slot)] = []
  /// Whether some kind met is kept apart from another.
  var meetsDisjoint = false

  func contains(_ root: Symbol) -> Bool { places[root] != nil }
}

/// The kinds a thing is held to be of, once lessons against that were heard.
struct Lineage {
  /// Without kinds that are disputed.
  let firm: Reach
  let all: Reach
  /// What is said against a disputed kind, by root.
  let against: [Symbol: [Proof]]
  /// How an undisputed kind prevails over what is said against it, by root.
  let defences: [Symbol: Proof]
  /// Why the thing is not of kinds that some claims lead to.
  let denials: Set<ID<Lesson>>
}

/// A kind whose lessons speak of the thing; the thing itself is the first.
struct Ancestor {
  let root: Symbol
  let distance: Int
  let against: [Proof]
  /// Where the kind, or one below it, is the thing's by a rule.
  let rule: (proof: Proof, kind: Symbol)?
}

extension Inquiry {
  func reach(_ symbol: Symbol) -> Reach {
    let root = root(symbol)
    if let known = reaches[root] { return known }
    let found = explore(root, without: [])
    reaches[root] = found
    return found
  }

  /// Whether everything of the one is of the other, by claims alone.
  func isBelow(_ one: Symbol, _ other: Symbol) -> Bool { reach(one).contains(root(other)) }

  func explore(_ start: Symbol, without excluded: Set<Symbol>) -> Reach {
    var reach = Reach(nodes: [.init(root: start, distance: 0, from: 0, claim: LessonStore.none)], places: [start: 0])
    var next = 0
    while next < reach.nodes.count {
      let node = reach.nodes[next]
      if !reach.meetsDisjoint { reach.meetsDisjoint = names(of: node.root).contains { index.disjoints[$0] != nil } }
      for claim in statements(node.root, isA).slots {
        let row = index.rows[Int(claim)]
        guard row.value != Symbols.none else { continue }
        if row.isNegated {
          reach.denials.append((next, claim))
          continue
        }
        let kind = root(row.value)
        guard reach.places[kind] == nil, !excluded.contains(kind) else { continue }
        reach.places[kind] = reach.nodes.count
        reach.nodes.append(.init(root: kind, distance: node.distance + 1, from: next, claim: claim))
      }
      next += 1
    }
    return reach
  }

  /// Takes out the kinds that more specific lessons deny, with what was reached only through them, and marks those
  /// that are disputed. Most things have neither, and their reach is their lineage.
  func lineage(_ symbol: Symbol) -> Lineage {
    let subject = root(symbol)
    if let known = lineages[subject] { return known }
    let found = heedDenials(subject, andDisjointness: true)
    lineages[subject] = found
    return found
  }

  func heedDenials(
    _ subject: Symbol, andDisjointness heedsDisjointness: Bool
  ) -> Lineage {
    var all = reach(subject)
    var (against, defences): ([Symbol: [Proof]], [Symbol: Proof]) = ([:], [:])
    var (denied, denials): (Set<Symbol>, Set<ID<Lesson>>) = ([], [])
    guard !all.denials.isEmpty || (heedsDisjointness && all.meetsDisjoint) else {
      return Lineage(firm: all, all: all, against: [:], defences: [:], denials: [])
    }
    var place = 1
    while place < all.nodes.count {
      let kind = all.nodes[place].root
      let con = self.denials(of: subject, kind, in: all) + (heedsDisjointness ? disjointness(subject, kind, in: all) : [])
      let verdict = con.isEmpty ? nil : resolve(subject, pro: landings(of: subject, kind, in: all), con: con).verdict
      switch verdict?.outcome {
      case .yes: defences[kind] = verdict?.yes.first
      case .contested: against[kind] = verdict?.no
      case .no:
        denied.insert(kind)
        denials.formUnion(verdict?.no.first?.cited ?? [])
        (against, defences) = ([:], [:])
        all = explore(subject, without: denied)
        place = 0
      case .unknown, nil: break
      }
      place += 1
    }
    let firm = against.isEmpty ? all : explore(subject, without: denied.union(against.keys))
    for node in all.nodes where !firm.contains(node.root) && against[node.root] == nil {
      against[node.root] = against[all.nodes[node.from].root]
    }
    return Lineage(firm: firm, all: all, against: against, defences: defences, denials: denials)
  }

  /// The claims that directly say of the thing, or of a kind of it, that it is of this kind.
  private func landings(of subject: Symbol, _ kind: Symbol, in reach: Reach) -> [Argument] {
    reach.nodes.flatMap { node in
      statements(node.root, isA).slots.compactMap { claim in
        let row = index.rows[Int(claim)]
        guard !row.isNegated, row.value != Symbols.none, root(row.value) == kind else { return nil }
        return argument(claim, of: subject, property: isA, at: node.root, distance: node.distance) {
          self.chain(subject, $0, in: reach)
        }
      }
    }
  }

  /// Claims that the thing, or a kind of it, is not of this kind or of one above it.
  private func denials(of subject: Symbol, _ kind: Symbol, in reach: Reach) -> [Argument] {
    reach.denials.compactMap { place, claim in
      let node = reach.nodes[place]
      guard isBelow(kind, index.rows[Int(claim)].value) else { return nil }
      let denial = argument(claim, of: subject, property: isA, at: node.root, distance: node.distance) {
        self.chain(subject, $0, in: reach)
      }
      return broadened(denial, to: kind, heedsDenials: false)
    }
  }

  /// The thing is of one kind, and nothing is both of that and of this one.
  func disjointness(_ subject: Symbol, _ kind: Symbol, in reach: Reach) -> [Argument] {
    guard self.reach(kind).meetsDisjoint else { return [] }
    return disjoints(above: kind).flatMap { slot, mine, other -> [Argument] in
      guard reach.contains(root(other)) else { return [] }
      let proof = exclusion(subject, self.chain(subject, other, in: reach), slot, mine, other, kind)
      if root(other) == root(subject) {
        return [kindArgument(proof, kind, Scope(kinds: [root(subject)]), slot, distance: 0)]
      }
      return landings(of: subject, root(other), in: reach).map { landing in
        kindArgument(proof, kind, landing.scope, slot, distance: landing.distance)
      }
    }
  }

  /// Lessons that keep the kind, or one above it, apart from another.
  func disjoints(above kind: Symbol) -> [(slot: Slot, mine: Symbol, other: Symbol)] {
    reach(kind).nodes.flatMap { node in
      names(of: node.root).flatMap { name in
        seen(index.disjoints[name]).compactMap { slot in
          guard case .disjoint(let one, let other) = store[slot].lesson.teaching else { return nil }
          return symbol(one) == name ? (slot, name, symbol(other)) : (slot, name, symbol(one))
        }
      }
    }
  }

  func exclusion(_ subject: Symbol, _ membership: Proof?, _ slot: Slot, _ mine: Symbol, _ other: Symbol, _ kind: Symbol) -> Proof {
    let apart = Proof(.disjoint(concept(other), concept(mine)), .taught(store[slot].id))
    return Proof(
      .claim(Claim(concept(subject), concept(isA), .concept(concept(kind)), isNegated: true)), .disjoint,
      [membership, apart, chain(kind, mine)].compactMap(\.self))
  }

  func kindArgument(_ proof: Proof, _ kind: Symbol, _ scope: Scope, _ source: Slot, distance: Int) -> Argument {
    Argument(proof: proof, scope: scope, value: .concept(concept(kind)), isNegated: true, source: source, distance: distance)
  }

  // MARK: Proofs of kinds

  /// “One is an other” by the shortest path, oldest claims first; nil where both are one concept.
  func chain(_ one: Symbol, _ other: Symbol, in reach: Reach? = nil) -> Proof? {
    guard one != other else { return nil }
    let steps = steps(one, other, in: reach ?? self.reach(one))
    let whole = Proof.Conclusion.claim(Claim(concept(one), .isA, .concept(concept(other))))
    if steps.count == 1, let step = steps.first, step.conclusion == whole { return step }
    return Proof(whole, .chain, steps)
  }

  func steps(_ one: Symbol, _ other: Symbol, in reach: Reach) -> [Proof] {
    var claims: [Slot] = []
    var place = reach.places[root(other)] ?? 0
    while place != 0 {
      claims.append(reach.nodes[place].claim)
      place = reach.nodes[place].from
    }
    var steps: [Proof] = []
    var current = one
    for claim in claims.reversed() {
      let row = index.rows[Int(claim)]
      if row.subject != current { steps += sameness(current, row.subject) ?? [] }
      // What its author said against it before counts no more.
      let takenBack = statements(row.subject, isA).superseded.filter { index.rows[Int($0.earlier)].isNegated }
      steps.append(restated(claim, property: isA).heeding(Set(takenBack.map { store[$0.later].id })))
      current = row.value
    }
    if current != other { steps += sameness(current, other) ?? [] }
    return steps
  }

  // MARK: Ancestors

  /// The thing and its kinds whose lessons on a property count for it; by rules, too, where their lessons bear on it.
  ///
  /// - Returns: besides, what keeps other kinds from being among them.
  func ancestors(_ subject: Symbol, for property: Symbol, _ value: Symbol) -> (ancestors: [Ancestor], heeded: Set<ID<Lesson>>) {
    let lineage = lineage(subject)
    var heeded = lineage.denials
    var ancestors = lineage.all.nodes.map {
      Ancestor(root: $0.root, distance: $0.distance, against: lineage.against[$0.root] ?? [], rule: nil)
    }
    for kind in bearers(of: property, value) where !lineage.all.contains(root(kind)) {
      let judgement = judge(subject, isA, kind)
      let rules = judgement.pro.map(\.source).filter { rule(at: $0) != nil }
      let cited = judgement.verdict.outcome == .contested ? judgement.verdict.lessons : Set(rules.map { store[$0].id })
      guard let proof = judgement.verdict.yes.first?.heeding(cited), !rules.isEmpty else {
        heeded.formUnion(judgement.verdict.whyNot)
        continue
      }
      let doubts = judgement.verdict.outcome == .yes ? [] : judgement.verdict.no
      let above = self.lineage(kind)
      for node in above.all.nodes where !ancestors.contains(where: { $0.root == node.root }) {
        ancestors.append(
          Ancestor(
            root: node.root, distance: node.distance + 1, against: doubts + (above.against[node.root] ?? []), rule: (proof, kind)))
      }
    }
    return (ancestors, heeded)
  }

  /// “The subject is a member”, a name of the ancestor; nil where the two are one concept.
  func kinship(_ subject: Symbol, _ ancestor: Ancestor, as member: Symbol) -> Proof? {
    guard let (proof, kind) = ancestor.rule else {
      let lineage = lineage(subject)
      let chain = chain(subject, member, in: ancestor.against.isEmpty ? lineage.firm : lineage.all)
      guard let chain, !lineage.defences.isEmpty else { return chain }
      // The kinds passed on the way that had to be defended.
      let defences = lineage.all.nodes.compactMap { isBelow($0.root, ancestor.root) ? lineage.defences[$0.root] : nil }
      return defences.isEmpty ? chain : Proof(chain.conclusion, .prevails(over: [], by: []), [chain] + defences)
    }
    guard kind != member else { return proof }
    return Proof(
      .claim(Claim(concept(subject), .isA, .concept(concept(member)))), .chain, [proof] + steps(kind, member, in: lineage(kind).all))
  }

  /// Kinds that rules can give and that have something to say on the goal.
  private func bearers(of property: Symbol, _ value: Symbol) -> [Symbol] {
    let goal = Goal(kind: .bearers, subject: Symbols.none, property: property, value: value)
    if let known = bearers[goal] { return known }
    let isKind = isSame(property, isA)
    var found: [Symbol] = []
    var seen: Set<Symbol> = []
    for head in kindHeads(kindsGiven(bearingOn: property, value), where: { !$0.isNegated }) where seen.insert(head.value).inserted {
      let above = reach(head.value)
      let bears =
        if isKind {
          // A rule for the very kind is found as a rule.
          value == Symbols.none || above.places[root(value)] ?? 0 > 0
            || above.denials.contains { isBelow(value, index.rows[Int($0.claim)].value) }
        } else {
          above.nodes.contains { node in
            !statements(node.root, property).slots.isEmpty || (isSame(property, contains) && !statements(node.root, value).slots.isEmpty)
          }
        }
      if bears { found.append(head.value) }
    }
    bearers[goal] = found
    return found
  }

  /// Kinds that rules can give, without many that have nothing to say on the goal.
  private func kindsGiven(bearingOn property: Symbol, _ value: Symbol) -> Set<Symbol> {
    let given = index.rulesByConclusion.keys
    var bearing: Set<Symbol> = []
    if isSame(property, isA) {
      if value == Symbols.none { return Set(given) }
      let denials = kindsAbove(value).flatMap { index.claimsByValue[$0] ?? [] }.filter { index.rows[Int($0)].isNegated }
      bearing = Set(denials.map { index.rows[Int($0)].subject }).union([value])
    } else {
      let amounts = isSame(property, contains) && value != Symbols.none ? names(of: value) : []
      let claims = (names(of: property) + amounts).compactMap { index.claimsByProperty[$0] }
      // Looking at what is below the kinds that have a claim pays only where these are fewer.
      guard claims.reduce(0, { $0 + $1.count }) < given.count else { return Set(given) }
      bearing = Set(claims.joined().map { index.rows[Int($0)].subject })
    }
    return descendants(of: bearing).filter { index.rulesByConclusion[$0] != nil }
  }
}
