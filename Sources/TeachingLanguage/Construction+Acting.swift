import Lessons

extension Concept {
  /// Relates a thing to what it does to nothing else: does(bird, to fly).
  static let does = Concept("does")
  /// Relates a thing to what it can do: can(penguin, to swim).
  static let can = Concept("can")
  /// Relates a thing to the kind it was of and need not be now.
  static let was = Concept("was")
}

extension Construction {
  /// “Birds fly”, “penguins can not fly”, “Ana was a nurse”
  static let acting = [
    acted("act", "deed", .does, isNegated: false), acted("actNot", "deed", .does, isNegated: true),
    acted("actCan", "deed", .can, isNegated: false), acted("actCanNot", "deed", .can, isNegated: true),
    acted("was", "kind", .was, isNegated: false), acted("wasNot", "kind", .was, isNegated: true),
  ]

  private static func acted(_ name: String, _ slot: String, _ property: Concept, isNegated: Bool) -> Construction {
    Construction(
      name, slot,
      build: { $0[0]?.concept.map { .predicates([Predicate(property, .concept($0), isNegated: isNegated)]) } },
      split: { phrase, _ in
        phrase.only { $0.property == property && $0.isNegated == isNegated }?.value.concept.map { [.concept($0)] }
      })
  }
}
