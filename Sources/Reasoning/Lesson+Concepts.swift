internal import Lessons

extension Lesson {
  /// What it claims: a claim, or the kind that a definition names (“hypoglycemia is a *condition* in which …”).
  var claim: Claim? {
    switch teaching {
    case .claim(let claim): claim
    case .definition(let definition): definition.kind.map { Claim(definition.concept, .isA, .concept($0)) }
    default: nil
    }
  }

  /// Every concept the lesson names otherwise than as the subject, property or value of a claim, each once.
  var conceptsBesidesItsClaim: [Concept] {
    var concepts: [Concept] = []
    switch teaching {
    case .claim, .procedure, .test, .stopWord, .phrasing, .note: break
    case .contrast(let contrast): concepts = [contrast.subject, contrast.property, contrast.other]
    case .name(let naming): concepts = [naming.concept, naming.other]
    case .definition(let definition): concepts = definition.kind == nil ? [definition.concept] : []
    case .disjoint(let one, let other): concepts = [one, other]
    case .property(let trait): concepts = trait.properties
    case .conversion(let conversion): concepts = [conversion.substance]
    case .rule(let rule): concepts = rule.head.concepts + (rule.body + rule.unless.joined()).flatMap(\.concepts)
    case .guideline(let guideline): concepts = guideline.when.flatMap(\.concepts) + guideline.advice.flatMap(\.concepts)
    case .example(let example): concepts = [example.question]
    case .labelling(let function): concepts = [function.label] + function.condition.mentioned
    }
    concepts += [qualifiers.audience, qualifiers.region].compactMap(\.self)
    guard concepts.count > 1 else { return concepts }
    var seen: Set<Concept> = []
    return concepts.filter { seen.insert($0).inserted }
  }
}

extension PropertyTrait {
  /// Whether by it a claim about one thing speaks of others.
  var relates: Bool {
    switch trait {
    case .transitive, .symmetric, .inverse: true
    case .single, .several, .complete, .range, .unit: false
    }
  }
}

extension Term {
  var concept: Concept? { if case .value(.concept(let concept)) = self { concept } else { nil } }
  var variable: String? { if case .variable(let name) = self { name } else { nil } }
}

extension Pattern {
  var concepts: [Concept] {
    let computed: [Concept] = if case .formula(let formula) = object { formula.concepts } else { [] }
    return [subject.concept, property, object.concept].compactMap(\.self) + computed
  }
}

extension Formula {
  /// The properties, relations and kinds that it looks at.
  var concepts: [Concept] {
    leaves.flatMap { leaf -> [Concept] in
      switch leaf {
      case .property(let property): [property]
      case .aggregate(let aggregate): [aggregate.property, aggregate.relation, aggregate.kind].compactMap(\.self)
      case .quantity, .plus, .minus, .times, .over: []
      }
    }
  }

  /// Of a leaf: under what the thing must have something for it to have a value.
  var relation: Concept {
    switch self {
    case .property(let property): property
    case .aggregate(let aggregate): aggregate.relation
    case .quantity, .plus, .minus, .times, .over: preconditionFailure("only a leaf looks something up")
    }
  }

  /// The properties whose claims it looks up.
  var properties: [Concept] {
    leaves.flatMap { leaf -> [Concept] in
      switch leaf {
      case .property(let property): [property]
      case .aggregate(let aggregate): [aggregate.property, aggregate.relation, aggregate.kind.map { _ in Concept.isA }].compactMap(\.self)
      case .quantity, .plus, .minus, .times, .over: []
      }
    }
  }

  var isCount: Bool { if case .aggregate(let aggregate) = self { aggregate.function == .count } else { false } }

  /// Whether it looks at other things than the one it is computed for.
  var roams: Bool {
    leaves.contains { if case .aggregate(let aggregate) = $0 { aggregate.property != nil || aggregate.kind != nil } else { false } }
  }
}

extension Condition {
  var subject: Term {
    switch self {
    case .pattern(let pattern): pattern.subject
    case .measure(let subject, _, _): subject
    case .comparison: .x
    }
  }

  /// The properties whose claims it looks at.
  var properties: [Concept] {
    switch self {
    case .pattern(let pattern): [pattern.property]
    case .measure(_, let property, _): [property]
    case .comparison(let comparison): comparison.left.properties + comparison.right.properties
    }
  }

  var concepts: [Concept] {
    switch self {
    case .pattern(let pattern): pattern.concepts
    case .measure(let subject, let property, _): [subject.concept, property].compactMap(\.self)
    case .comparison(let comparison): comparison.left.concepts + comparison.right.concepts
    }
  }
}

extension Condition {
  var roams: Bool { if case .comparison(let comparison) = self { comparison.left.roams || comparison.right.roams } else { false } }
}

extension Condition {
  /// The numbers it compares with each other.
  var leaves: [Formula] { if case .comparison(let comparison) = self { comparison.leaves } else { [] } }
}

extension Rule {
  /// What its conclusion is computed from, where it is.
  var formula: Formula? { if case .formula(let formula) = head.object { formula } else { nil } }

  /// Every property that it looks at before it concludes.
  var propertiesLookedAt: [Concept] { (body + unless.joined()).flatMap(\.properties) + (formula?.properties ?? []) }

  /// Every concept that it concludes or asks for, besides the properties.
  var objectsAskedFor: [Concept] {
    ([.pattern(head)] + body + unless.joined()).compactMap { if case .pattern(let pattern) = $0 { pattern.object.concept } else { nil } }
  }

  /// Every number that it looks up, to conclude it or to compare it.
  private var leaves: [Formula] { (formula?.leaves ?? []) + (body + unless.joined()).flatMap(\.leaves) }

  /// Whether it counts things of a kind.
  var countsKinds: Bool { leaves.contains { if case .aggregate(let aggregate) = $0 { aggregate.kind != nil } else { false } } }

  /// Whether it asks what the value of something is, or counts things of a kind.
  var leavesValuesOpen: Bool {
    countsKinds || (body + unless.joined()).contains { if case .pattern(let asked) = $0 { asked.object.variable != nil } else { false } }
  }

  /// Whether a condition is about something else than what the head is about, so that a lesson about one thing
  /// can change what the rule says of another.
  var roams: Bool {
    if case .formula(let formula) = head.object, formula.roams { return true }
    return head.subject.variable == nil || (body + unless.joined()).contains { $0.subject != head.subject || $0.roams }
  }
}

extension Guideline.Trigger {
  fileprivate var concepts: [Concept] {
    switch self {
    case .topic(let concept), .question(let concept): [concept]
    case .person(let pattern): pattern.concepts
    }
  }
}

extension Guideline.Advice {
  fileprivate var concepts: [Concept] {
    switch self {
    case .warn(let concept), .refer(let concept): [concept]
    case .say, .avoid, .other: []
    }
  }
}
