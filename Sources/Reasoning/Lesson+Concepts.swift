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
    case .claim, .test, .stopWord, .note: break
    case .name(let naming): concepts = [naming.concept, naming.other]
    case .definition(let definition): concepts = definition.kind == nil ? [definition.concept] : []
    case .disjoint(let one, let other): concepts = [one, other]
    case .property(let trait): concepts = [trait.property]
    case .rule(let rule): concepts = rule.head.concepts + (rule.body + rule.unless.joined()).flatMap(\.concepts)
    case .guideline(let guideline): concepts = guideline.when.flatMap(\.concepts) + guideline.advice.flatMap(\.concepts)
    case .example(let example): concepts = [example.question]
    }
    if let audience = qualifiers.audience { concepts.append(audience) }
    guard concepts.count > 1 else { return concepts }
    var seen: Set<Concept> = []
    return concepts.filter { seen.insert($0).inserted }
  }
}

extension Qualifiers {
  /// For everybody and at any time, so that no point of view leaves it out.
  var holdsAlways: Bool { audience == nil && from == nil && until == nil }
}

extension Term {
  var concept: Concept? { if case .value(.concept(let concept)) = self { concept } else { nil } }
  var variable: String? { if case .variable(let name) = self { name } else { nil } }
}

extension Pattern {
  var concepts: [Concept] { [subject.concept, property, object.concept].compactMap(\.self) }
}

extension Condition {
  var subject: Term {
    switch self {
    case .pattern(let pattern): pattern.subject
    case .measure(let subject, _, _): subject
    }
  }

  var property: Concept {
    switch self {
    case .pattern(let pattern): pattern.property
    case .measure(_, let property, _): property
    }
  }

  var concepts: [Concept] {
    switch self {
    case .pattern(let pattern): pattern.concepts
    case .measure(let subject, let property, _): [subject.concept, property].compactMap(\.self)
    }
  }
}

extension Rule {
  /// Whether a condition is about something else than what the head is about, so that a lesson about one thing
  /// can change what the rule says of another.
  var roams: Bool { head.subject.variable == nil || (body + unless.joined()).contains { $0.subject != head.subject } }
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
