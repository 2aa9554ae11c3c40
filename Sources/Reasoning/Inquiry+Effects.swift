internal import Lessons

/// What is held of one thing: values by property, each undisputed or not.
typealias Profile = [ProfileKey: ProfileEntry]

struct ProfileKey: Hashable {
  let property: Concept
  let value: Value
}

enum ProfileEntry: Hashable {
  case firm
  case contested
}

/// On what a lesson can have a bearing.
struct EffectScope {
  /// By name.
  let things: [Concept]
  let properties: [Concept]
}

extension Inquiry {
  /// Everything that may be held otherwise with the lesson than without it, and perhaps some more. Nil for teachings from
  /// which nothing is deduced of things: guidelines, examples, names and what is said of words.
  ///
  /// Properties spread from conditions to the conclusions of rules, and from kinds to what has their properties; things, to
  /// what is of them and to what has them as a value.
  ///
  /// - Precondition: the lesson is held.
  func scopeOfEffects(of lesson: Lesson) -> EffectScope? {
    var things: Set<Symbol>
    var properties: Set<Symbol>
    switch lesson.teaching {
    case .claim, .definition:
      guard let claim = lesson.claim else { return nil }
      things = heirs(of: symbol(claim.subject))
      properties = [root(symbol(claim.property))]
      if isSame(symbol(claim.property), isA), let kind = claim.value.concept { properties.formUnion(claimed(ofKindsOf: symbol(kind))) }
    case .rule(let rule):
      things = subjects(of: rule)
      properties = [root(symbol(rule.head.property))]
      if let kind = rule.head.object.concept { properties.formUnion(claimed(ofKindsOf: symbol(kind))) }
    case .property(let trait):
      things = []
      properties = Set(trait.properties.map { root(symbol($0)) })
      for claim in trait.properties.flatMap({ names(of: symbol($0)) }).flatMap({ index.claimsByProperty[$0] ?? [] }) {
        things.formUnion(descendants(of: [index.rows[Int(claim)].subject, index.rows[Int(claim)].value]))
      }
      things.remove(Symbols.none)
      if trait.properties.contains(where: { !heads(symbol($0)).isEmpty }) { things.formUnion(everything) }
    case .disjoint(let one, let other):
      let kinds = [symbol(one), symbol(other)]
      things = kinds.reduce(into: []) { $0.formUnion(heirs(of: $1)) }
      properties = Set([root(isA)] + kinds.flatMap { claimed(ofKindsOf: $0) })
      for thing in things { properties.formUnion(claimed(ofKindsOf: thing)) }
    case .conversion(let conversion):
      let measured = index.claimsByProperty.keys.filter { property in
        conversions(of: property).contains { $0.conversion == conversion }
      }
      things = Set(measured.flatMap { index.claimsByProperty[$0] ?? [] }.flatMap { descendants(of: [index.rows[Int($0)].subject]) })
      properties = Set(measured.map(root))
      if measured.contains(where: { !heads($0).isEmpty }) { things.formUnion(everything) }
    case .name, .contrast, .guideline, .procedure, .example, .labelling, .test, .stopWord, .phrasing, .note: return nil
    }
    if spread(&properties) { things.formUnion(everything) }
    relate(&things, &properties)
    let containers = containers(of: things)
    if containers.count > things.count {
      things = containers
      properties.insert(root(contains))
    }
    if properties.contains(root(isA)) {
      let holders = subjects(valued: things)
      things.formUnion(descendants(of: holders.subjects))
      properties.formUnion(holders.properties)
      if spread(&properties) { things.formUnion(everything) }
      relate(&things, &properties)
    }
    return EffectScope(
      things: Set(things.map(preferredName)).map(concept).sorted(), properties: Set(properties.map(preferredName)).map(concept).sorted())
  }

  /// Adds what rules conclude from these properties, and from that, and so on.
  ///
  /// - Returns: whether one of those rules concludes about other things than it looks at.
  private func spread(_ properties: inout Set<Symbol>) -> Bool {
    var roams = false
    var queue = Array(properties)
    while let property = queue.popLast() {
      // An amount of something is also that it is contained.
      let looked = names(of: property) + names(of: contains)
      for slot in Set(looked.flatMap { index.rulesByBody[$0] ?? [] }) where sees(slot) {
        guard let rule = rule(at: slot) else { continue }
        roams = roams || index.roamingRules.contains(slot)
        var concluded = [root(rule.head.property)]
        if isSame(rule.head.property, isA), let kind = rule.head.object.symbol { concluded += claimed(ofKindsOf: kind) }
        for new in concluded where properties.insert(new).inserted { queue.append(new) }
      }
    }
    return roams
  }

  /// Adds, of relations with another side or that pass on, the other sides and all that stands in them.
  private func relate(_ things: inout Set<Symbol>, _ properties: inout Set<Symbol>) {
    guard !index.relatingTraits.isEmpty else { return }
    var queue = Array(properties)
    while let property = queue.popLast() {
      guard let relation = relation(property), relation.passing != nil || !relation.converses.isEmpty else { continue }
      let sides = [property] + relation.converses.map(\.property)
      for side in sides where properties.insert(root(side)).inserted { queue.append(root(side)) }
      for claim in sides.flatMap({ names(of: $0) }).flatMap({ index.claimsByProperty[$0] ?? [] }) {
        things.formUnion(descendants(of: [index.rows[Int(claim)].subject, index.rows[Int(claim)].value]))
      }
    }
    if spread(&properties) { things.formUnion(everything) }
    things.remove(Symbols.none)
  }

  /// The things that a rule may conclude about.
  private func subjects(of rule: Rule) -> Set<Symbol> {
    guard case .variable = rule.head.subject else { return rule.head.subject.concept.map { heirs(of: symbol($0)) } ?? [] }
    let conditions = rule.body.map { CompiledRule.Condition($0, symbol) }.filter { $0.subject == .init(rule.head.subject, symbol) }
    let driven = conditions.compactMap(candidates).min { $0.count < $1.count }
    return Set(driven ?? everything)
  }

  /// The concept, what is taught to be of it, and what rules may give it.
  private func heirs(of kind: Symbol) -> Set<Symbol> {
    let membership = CompiledRule.Pattern(subject: .variable("x"), property: isA, object: .concept(kind), isNegated: false)
    return descendants(of: Set(candidates(for: .pattern(membership)) ?? everything).union([kind]))
  }

  /// The properties that are claimed of a kind or of what is above it: what it hands down.
  private func claimed(ofKindsOf kind: Symbol) -> [Symbol] {
    let kinds = reach(kind).nodes.flatMap { names(of: $0.root) }
    let own = kinds.flatMap { index.propertiesOf[$0] ?? [] }
    guard !index.relatingTraits.isEmpty else { return own.map(root) }
    // What names the kind from the other side is handed down, too.
    let turned = kinds.flatMap { index.claimsByValue[$0] ?? [] }.map { index.rows[Int($0)].property }.filter { relation($0) != nil }
    return (own + turned).map(root)
  }

  private func subjects(valued values: Set<Symbol>) -> (subjects: Set<Symbol>, properties: Set<Symbol>) {
    var (subjects, properties): (Set<Symbol>, Set<Symbol>) = ([], [])
    for value in values {
      for claim in index.claimsByValue[value] ?? [] where sees(claim) && !isSame(index.rows[Int(claim)].property, isA) {
        subjects.insert(index.rows[Int(claim)].subject)
        properties.insert(root(index.rows[Int(claim)].property))
      }
    }
    return (subjects, properties)
  }

  /// What is held of a thing under some properties.
  func profile(of thing: Concept, _ properties: [Concept]) -> Profile {
    let subject = symbol(thing)
    var profile: Profile = [:]
    for property in properties {
      if isSame(symbol(property), isA) {
        for ancestor in ancestors(subject, for: isA, Symbols.none).ancestors.dropFirst() {
          let kind = Value.concept(concept(preferredName(of: ancestor.root)))
          profile[.init(property: property, value: kind)] = ancestor.against.isEmpty ? .firm : .contested
        }
      } else {
        let held = holdings(subject, symbol(property)).held
        for one in held {
          let isDisputed = !one.against.isEmpty || one.arguments.allSatisfy { !$0.isFirm } || isRivalled(one, in: held, symbol(property))
          profile[.init(property: property, value: shown(one.value))] = isDisputed ? .contested : .firm
        }
      }
    }
    return profile
  }

  /// Whether another value stands beside it where a thing has only one.
  private func isRivalled(_ one: Holdings.Held, in held: [Holdings.Held], _ property: Symbol) -> Bool {
    held.contains { other in
      !isSameValue(other.value, one.value, property) && areComparable(other.value, one.value, property)
        && isSingleValued(property, isNumeric: one.value.isNumeric).isSingle
    }
  }
}
