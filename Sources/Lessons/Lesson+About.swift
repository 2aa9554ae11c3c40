extension Lesson {
  /// The things that it speaks of first: those whose pages show it.
  public var about: [Concept] {
    switch teaching {
    case .claim(let claim): [claim.subject] + (claim.value.concept.map { [$0] } ?? [])
    case .name(let naming): [naming.concept, naming.other]
    case .definition(let definition): [definition.concept]
    case .disjoint(let one, let other): [one, other]
    case .property(let trait): trait.properties
    case .conversion(let conversion): [conversion.substance]
    case .example(let example): [example.question]
    case .labelling(let function): [function.label]
    case .rule(let rule):
      if case .value(.concept(let concept)) = rule.head.object { [concept] } else { [rule.head.property] }
    case .contrast(let contrast): [contrast.subject, contrast.other]
    case .guideline, .procedure, .test, .stopWord, .phrasing, .note: []
    }
  }

  /// What groups can look after: the things it speaks of, and what it says of them.
  public var topics: [Concept] {
    switch teaching {
    case .claim(let claim): about + [claim.property]
    case .contrast(let contrast): about + [contrast.property]
    case .rule(let rule): about + [rule.head.property]
    default: about
    }
  }
}
