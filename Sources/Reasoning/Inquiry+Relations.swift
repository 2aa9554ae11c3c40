internal import Lessons

/// Relations that pass on (muesli contains oats, oats contain gluten) and relations that have another side (what treats a
/// thing is what it is treated by).
///
/// What is passed on is the weakest way to be known: whatever is taught of the thing itself, or of a kind of it, is more
/// particular than what is in its parts.
extension Inquiry {
  /// What is taught of a property, and of itself for *contains*, that lets claims of other things speak.
  struct Relation {
    let property: Symbol
    let isTransitive: Bool
    /// The lesson that says so; nil where it needs none.
    let passing: Slot?
    /// The properties that say the same from the other side, each with the lesson that says so.
    let converses: [(property: Symbol, lesson: Slot)]
  }

  /// Nil where claims about a thing speak of it alone.
  func relation(_ property: Symbol) -> Relation? {
    if let known = relations[property] { return known }
    let found = findRelation(property)
    relations[property] = .some(found)
    return found
  }

  private func findRelation(_ property: Symbol) -> Relation? {
    let isContent = isSame(property, contains)
    let traits = traits(of: property)
    guard isContent || !traits.isEmpty else { return nil }
    let passing = traits.first { $0.trait.trait == .transitive }?.slot
    let converses = traits.compactMap { slot, trait -> (Symbol, Slot)? in
      switch trait.trait {
      case .symmetric: return (property, slot)
      case .inverse(let other): return (isSame(property, symbol(other)) ? symbol(trait.property) : symbol(other), slot)
      case .single, .several, .complete, .transitive, .range, .unit: return nil
      }
    }
    guard isContent || passing != nil || !converses.isEmpty else { return nil }
    return Relation(property: property, isTransitive: isContent || passing != nil, passing: isContent ? nil : passing, converses: converses)
  }

  /// One step along a relation: something that a thing is held to have.
  private struct Step {
    let symbol: Symbol
    let argument: Argument
  }

  /// Where steps lead from one thing.
  private struct Path {
    let end: Symbol
    let steps: [Step]
    /// What a thing on the way is held not to have, so that nothing further on gives it.
    var denials: [Argument] = []
  }

  /// Arguments that the subject has this value under the relation, by what is taught of others.
  ///
  /// - Parameter isDirect: without what is passed on.
  func related(
    _ value: Symbol, to subject: Symbol, by relation: Relation, _ ancestors: [Ancestor], isDirect: Bool, _ heeded: inout Set<ID<Lesson>>
  ) -> [Argument] {
    var found = relation.converses.flatMap { other in
      turned(value, subject, relation, other, ancestors, isDirect: isDirect || relation.isTransitive, &heeded)
    }
    guard relation.isTransitive, !isDirect else { return found }
    walk(from: subject, by: relation, ancestors, &heeded) { path, heeded in
      // What is taught to be of the value is had as such, and not through itself.
      guard !entails(path.end, value) else { return .stop }
      let inner = judge(path.end, relation.property, value, isDirect: true)
      guard !inner.pro.isEmpty, let proof = inner.verdict.yes.first else {
        heeded.formUnion(inner.verdict.whyNot)
        return inner.con.isEmpty ? .goOn([]) : .stop
      }
      let isFirm = inner.verdict.outcome == .yes
      let passed = isFirm ? proof : proof.heeding(inner.verdict.lessons)
      found.append(passedOn(passed, isFirm ? [] : inner.verdict.no, relation, along: path, to: subject))
      return inner.con.isEmpty ? .goOn([]) : .stop
    }
    return found
  }

  /// Everything that the subject has under the relation by what is taught of others.
  func related(
    to subject: Symbol, by relation: Relation, _ ancestors: [Ancestor], isDirect: Bool, _ heeded: inout Set<ID<Lesson>>
  ) -> [Argument] {
    var found = relation.converses.flatMap { other in
      turned(subject, relation, other, ancestors, isDirect: isDirect || relation.isTransitive, &heeded)
    }
    guard relation.isTransitive, !isDirect else { return found }
    walk(from: subject, by: relation, ancestors, &heeded) { path, heeded in
      let inner = holdings(path.end, relation.property, isDirect: true)
      heeded.formUnion(inner.heeded)
      for held in inner.held {
        guard let value = held.value.concept.map(symbol), !isSame(value, subject), let best = held.arguments.first else { continue }
        let denials = path.denials.filter { denial in denial.value.concept.map { entails(value, symbol($0)) } ?? false }
        guard denials.isEmpty else {
          for denial in denials { heeded.formUnion(denial.proof.cited) }
          continue
        }
        found.append(passedOn(best.proof, best.against + held.against, relation, along: path, to: subject))
      }
      return .goOn(inner.denials)
    }
    return found
  }

  private enum Onward {
    case stop
    /// Further, but for what is denied here.
    case goOn([Argument])
  }

  /// Visits everything that steps lead to, nearest first, each once.
  private func walk(
    from subject: Symbol, by relation: Relation, _ ancestors: [Ancestor], _ heeded: inout Set<ID<Lesson>>,
    _ visit: (Path, inout Set<ID<Lesson>>) -> Onward
  ) {
    var seen: Set = [root(subject)]
    var queue = [Path(end: subject, steps: [])]
    var next = 0
    while next < queue.count {
      let path = queue[next]
      next += 1
      var denials = path.denials
      if !path.steps.isEmpty {
        guard path.steps.count < Self.depthMax else { return forget() }
        guard case .goOn(let more) = visit(path, &heeded) else { continue }
        denials += more
      }
      let kinds = path.steps.isEmpty ? ancestors : self.ancestors(path.end, for: relation.property, Symbols.none).ancestors
      for step in steps(from: path.end, by: relation, kinds, &heeded) where seen.insert(root(step.symbol)).inserted {
        queue.append(Path(end: step.symbol, steps: path.steps + [step], denials: denials))
      }
    }
  }

  private func passedOn(_ proof: Proof, _ against: [Proof], _ relation: Relation, along path: Path, to subject: Symbol) -> Argument {
    let value = proof.claim?.value ?? .concept(concept(path.end))
    let trait = relation.passing.map { self.trait(at: $0, of: relation.property) } ?? []
    let whole = path.steps.reversed().reduce(proof) { rest, step in
      let holder = step.argument.proof.claim?.subject ?? concept(subject)
      return Proof(.claim(Claim(holder, concept(relation.property), value)), .passedOn, [step.argument.proof, rest] + trait)
    }
    let first = path.steps[0]
    return Argument(
      proof: whole, scope: Scope(kinds: [root(first.symbol)]), against: distinct(path.steps.flatMap(\.argument.against) + against),
      value: value, isNegated: false, source: first.argument.source, distance: first.argument.distance + path.steps.count)
  }

  /// What is taught of a property, and that the lesson's names are names of these.
  func trait(at slot: Slot, of properties: Symbol...) -> [Proof] {
    guard case .property(let trait) = store[slot].lesson.teaching else { preconditionFailure("no trait at \(slot)") }
    let links = properties.flatMap { property -> [Proof] in
      let names = trait.properties.map(symbol)
      guard !names.contains(property), let name = names.first(where: { isSame($0, property) }) else { return [] }
      return sameness(name, property) ?? []
    }
    return [Proof(.trait(trait), .taught(store[slot].id))] + distinct(links)
  }

  /// What the thing and its kinds are taught to have, each once, but for what more particular lessons deny.
  private func steps(from subject: Symbol, by relation: Relation, _ ancestors: [Ancestor], _ heeded: inout Set<ID<Lesson>>) -> [Step] {
    var (stated, denials): ([Step], [Argument]) = ([], [])
    func take(_ argument: Argument) {
      guard let other = argument.value.concept.map(symbol) else { return }
      if argument.isNegated {
        denials.append(argument)
      } else if !isSame(other, subject), !stated.contains(where: { isSame($0.symbol, other) }) {
        stated.append(Step(symbol: other, argument: argument))
      }
    }
    for ancestor in ancestors {
      let statements = statements(ancestor.root, relation.property)
      heeded.formUnion(statements.superseded.map { store[$0.later].id })
      for slot in statements.slots { take(argument(slot, of: subject, property: relation.property, at: ancestor)) }
    }
    for other in relation.converses { turned(subject, relation, other, ancestors, isDirect: true, &heeded).forEach(take) }
    let own = root(subject)
    return stated.compactMap { step in
      let against = denials.filter { denial in denial.value.concept.map { entails(step.symbol, symbol($0)) } ?? false }
      if against.contains(where: { isMoreSpecific($0.scope, than: step.argument.scope, of: own) }) {
        for denial in against { heeded.formUnion(denial.proof.cited) }
        return nil
      }
      var argument = step.argument
      argument.against += against.filter { !isMoreSpecific(argument.scope, than: $0.scope, of: own) }.map(\.proof)
      return Step(symbol: step.symbol, argument: argument)
    }
  }

  // MARK: The other side

  /// Claims that name the subject, or a kind of it, from the other side.
  private func turned(
    _ subject: Symbol, _ relation: Relation, _ other: (property: Symbol, lesson: Slot), _ ancestors: [Ancestor], isDirect: Bool,
    _ heeded: inout Set<ID<Lesson>>
  ) -> [Argument] {
    ancestors.flatMap { ancestor -> [Argument] in
      let pattern = CompiledRule.Pattern(
        subject: .variable("x"), property: other.property, object: .concept(ancestor.root), isNegated: false)
      return (candidates(for: .pattern(pattern)) ?? []).filter { !isSame($0, subject) }.compactMap { thing in
        turned(thing, subject, relation, other, at: ancestor, isDirect: isDirect, &heeded)
      }
    }
  }

  private func turned(
    _ value: Symbol, _ subject: Symbol, _ relation: Relation, _ other: (property: Symbol, lesson: Slot), _ ancestors: [Ancestor],
    isDirect: Bool, _ heeded: inout Set<ID<Lesson>>
  ) -> [Argument] {
    ancestors.compactMap { turned(value, subject, relation, other, at: $0, isDirect: isDirect, &heeded) }
  }

  /// By “metformin interacts with alcohol”: wine, which is an alcohol, interacts with metformin.
  private func turned(
    _ value: Symbol, _ subject: Symbol, _ relation: Relation, _ other: (property: Symbol, lesson: Slot), at ancestor: Ancestor,
    isDirect: Bool, _ heeded: inout Set<ID<Lesson>>
  ) -> Argument? {
    let isOwn = ancestor.root == root(subject)
    let member = isOwn ? subject : ancestor.root
    let inner = judge(value, other.property, member, isDirect: isDirect)
    guard !inner.pro.isEmpty, let first = inner.verdict.yes.first else {
      heeded.formUnion(inner.verdict.whyNot)
      return nil
    }
    let isFirm = inner.verdict.outcome == .yes
    let claim = Claim(concept(member), concept(relation.property), .concept(concept(value)))
    var proof = Proof(
      .claim(claim), .converse,
      [isFirm ? first : first.heeding(inner.verdict.lessons)] + trait(at: other.lesson, of: relation.property, other.property))
    if !isOwn, let link = kinship(subject, ancestor, as: member) {
      proof = Proof(.claim(Claim(concept(subject), claim.property, claim.value)), .inherited(from: claim.subject), [link, proof])
    }
    return Argument(
      proof: proof, scope: Scope(kinds: [ancestor.root]), against: ancestor.against + (isFirm ? [] : inner.verdict.no), value: claim.value,
      isNegated: false, source: other.lesson, distance: ancestor.distance)
  }

  // MARK: Listed in full

  /// Not listed, where all is listed: an argument that the thing has not got the value.
  func unlisted(_ value: Symbol, of subject: Symbol, _ property: Symbol) -> [Argument] {
    guard let lesson = traits(of: property).first(where: { $0.trait.trait == .complete })?.slot,
      let listed = holdings(subject, property).held.first?.proofs.first
    else { return [] }
    let claim = Claim(concept(subject), concept(property), .concept(concept(value)), isNegated: true)
    return [
      Argument(
        proof: Proof(.claim(claim), .unlisted, [listed] + trait(at: lesson, of: property)), scope: Scope(kinds: []), value: claim.value,
        isNegated: true,
        source: lesson, distance: 1)
    ]
  }

  // MARK: Candidates

  /// The things, what has one of them under the property, what has that, and so on, with all that is taught to be of these.
  func holders(of things: Set<Symbol>, under relation: Relation) -> Set<Symbol> {
    var found: Set<Symbol> = []
    var queue = Array(descendants(of: things))
    while let next = queue.popLast() {
      guard found.insert(next).inserted else { continue }
      let direct = (index.claimsByValue[next] ?? []).filter { slot in
        sees(slot) && !index.rows[Int(slot)].isNegated && isSame(index.rows[Int(slot)].property, relation.property)
      }
      let turned = relation.converses.flatMap { other in statements(next, other.property).slots.map { index.rows[Int($0)].value } }
      let holders = Set(direct.map { index.rows[Int($0)].subject } + turned.filter { $0 != Symbols.none })
      if !holders.isEmpty { queue += descendants(of: holders).subtracting(found) }
    }
    return found
  }

  /// The things and what contains one of them.
  func containers(of things: Set<Symbol>) -> Set<Symbol> {
    relation(contains).map { holders(of: things, under: $0) } ?? things
  }
}
