import Lessons

/// Which names a lesson uses, and as what.
struct Uses {
  private(set) var concepts: [(concept: Concept, role: Role?)] = []
  private(set) var links: [(Concept, Concept)] = []
  /// What a thing is called in a language.
  private(set) var translations: [(concept: Concept, name: Concept, language: String)] = []
  /// What properties are given in.
  private(set) var units: [(property: Concept, unit: Unit)] = []
  /// Which things are values of which properties.
  private(set) var values: [(value: Concept, property: Concept)] = []

  init(of teaching: Teaching, _ qualifiers: Qualifiers) {
    switch teaching {
    case .claim(let claim): use(claim)
    case .name(let naming):
      concepts += [(naming.concept, nil), (naming.other, nil)]
      if naming.concept != naming.other { links.append((naming.concept, naming.other)) }
      if let language = naming.language { translations.append((naming.concept, naming.other, language)) }
    case .definition(let definition):
      use(definition.concept, .thing)
      if let kind = definition.kind { use(kind, .kind) }
    case .disjoint(let one, let other):
      use(one, .kind)
      use(other, .kind)
    case .property(let trait):
      for property in trait.properties { use(property, Self.role(ofProperty: property)) }
      if let unit = trait.unit { units.append((trait.property, unit)) }
    case .contrast(let contrast):
      for thing in [contrast.subject, contrast.other] { use(thing, .thing) }
      use(contrast.property, .property)
    case .conversion(let conversion): use(conversion.substance, .thing)
    case .rule(let rule):
      use(rule.head)
      for condition in rule.body + rule.unless.flatMap({ $0 }) { use(condition) }
    case .guideline(let guideline):
      for trigger in guideline.when { use(trigger) }
      for advice in guideline.advice { use(advice) }
    case .example(let example):
      use(label: example.question)
    case .labelling(let function):
      use(label: function.label)
      for concept in function.condition.mentioned { use(concept, .kind) }
    case .procedure, .test, .stopWord, .phrasing, .note: break
    }
    if let audience = qualifiers.audience { use(audience, .audience) }
    if let region = qualifiers.region { use(region, .thing) }
  }

  private mutating func use(_ concept: Concept, _ role: Role) { concepts.append((concept, role)) }

  /// What people ask, or what they ask about.
  private mutating func use(label: Concept) {
    use(label, .question)
    if !label.isAsked { use(label, .thing) }
  }

  private mutating func use(_ claim: Claim) {
    if let unit = claim.value.unit { units.append((claim.property, unit)) }
    use(claim.subject, .thing)
    use(property: claim.property, of: claim.value)
    guard let object = claim.value.concept else { return }
    use(object, Self.role(ofObject: object, of: claim.property))
    if claim.property != .isA, claim.property != .contains { values.append((object, claim.property)) }
  }

  private mutating func use(_ pattern: Pattern) {
    for case .value(.concept(let concept)) in [pattern.subject] { use(concept, .thing) }
    switch pattern.object {
    case .variable:
      if pattern.property != .contains { use(pattern.property, Self.role(ofProperty: pattern.property)) }
    case .formula(let formula):
      use(pattern.property, .property)
      use(formula)
    case .value(let value):
      use(property: pattern.property, of: value)
      if let object = value.concept { use(object, Self.role(ofObject: object, of: pattern.property)) }
    }
  }

  private mutating func use(_ condition: Condition) {
    switch condition {
    case .pattern(let pattern): use(pattern)
    case .measure(_, let property, _): use(property, .property)
    case .comparison(let comparison):
      use(comparison.left)
      use(comparison.right)
    }
  }

  private mutating func use(_ formula: Formula) {
    for leaf in formula.leaves {
      switch leaf {
      case .property(let property): use(property, .property)
      case .aggregate(let aggregate):
        if let property = aggregate.property { use(property, .property) }
        if aggregate.relation != .contains { use(aggregate.relation, Self.role(ofProperty: aggregate.relation)) }
        if let kind = aggregate.kind { use(kind, .kind) }
      case .quantity, .plus, .minus, .times, .over: break
      }
    }
  }

  private mutating func use(_ trigger: Guideline.Trigger) {
    switch trigger {
    case .topic(let concept): use(concept, .thing)
    case .question(let concept): use(concept, .question)
    case .person(let pattern): use(pattern)
    }
  }

  private mutating func use(_ advice: Guideline.Advice) {
    switch advice {
    case .warn(let concept), .refer(let concept): use(concept, .thing)
    case .say, .avoid, .other: break
    }
  }

  private mutating func use(property: Concept, of value: Value) {
    guard property != .isA, property != .contains, !property.isNorm else { return }
    let isRelation = (value.concept != nil || value.days != nil) && AnyLanguage.isVerbal(property.label)
    use(property, isRelation ? .relation : .property)
  }

  private static func role(ofProperty property: Concept) -> Role { AnyLanguage.isVerbal(property.label) ? .relation : .property }

  static func role(ofObject object: Concept, of property: Concept) -> Role {
    guard property == .isA else { return .thing }
    return AnyLanguage.looksAdjectival(object.label) ? .quality : .kind
  }
}
