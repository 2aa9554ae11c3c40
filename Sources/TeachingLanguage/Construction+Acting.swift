import Lessons

extension Concept {
  /// Relates a thing to what it does to nothing else: does(bird, to fly).
  static let does = Concept("does")
  /// Relates a thing to what it can do: can(penguin, to swim).
  static let can = Concept("can")
  /// Relates a thing to the kind it was of and need not be now.
  static let was = Concept("was")
  /// Relates a thing to what it may be and need not: can be(banana, sweet).
  static let canBe = Concept("can be")
}

extension Concept {
  /// Whether it is done in more words than a verb and its manner: “to wait for the bus”.
  var isLongDeed: Bool { label.count { $0 == " " } > (label.hasPrefix("to ") ? 2 : 1) }
}

extension Construction {
  /// “Birds fly”, “penguins can not fly”, “Ana was a nurse”
  static let acting = [
    acted("act", "deed", .does, isNegated: false), acted("actNot", "deed", .does, isNegated: true),
    acted("actCan", "deed", .can, isNegated: false), acted("actCanNot", "deed", .can, isNegated: true),
    acted("canBe", "quality", .canBe, isNegated: false), acted("canNotBe", "quality", .canBe, isNegated: true),
    Construction(
      "areNeither", "predicates",
      build: { parts in
        guard let all = parts[0]?.predicates, all.count > 1, !all.contains(where: \.isNegated) else { return nil }
        return .predicates(all.map { Predicate($0.property, $0.value, isNegated: true, isNoun: $0.isNoun) })
      }, split: unsaid),
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
