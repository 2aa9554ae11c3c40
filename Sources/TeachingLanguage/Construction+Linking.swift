import Lessons

extension Construction {
  /// Several things said of one, or of what it is related to, in one sentence.
  static let linking = [
    Construction(
      "kind.related", "kind", "verb", "objects",
      reading: { parts, grammar in
        // “an ingredient in bread”, but “an ingredient used in bread”
        if let kind = parts[0]?.concept, grammar.namesPart(kind), parts[1]?.concept == grammar.placeRelation { return nil }
        return related(parts, as: .isA)
      }, split: unsaid),
    Construction(
      "was.related", "kind", "verb", "objects", build: { parts in related(parts, as: .was) }, split: unsaid),
    Construction(
      "kind.done", "kind", "predicates",
      build: { parts in
        // “A banana is a fruit that contains potassium” tells what bananas are: a definition.
        guard let kind = parts[0]?.concept, let predicates = parts[1]?.predicates,
          predicates.allSatisfy({ $0.value.concept?.isNamed == true && $0.property != .isA })
        else { return nil }
        return .predicates([Predicate(.isA, .concept(kind), isNoun: true)] + predicates)
      }, split: unsaid),
    // “The drug that lowers blood sugar” is named next, so it is no definition.
    Construction(
      "kind.doing", "kind", "predicates",
      build: { parts in
        guard let kind = parts[0]?.concept, let predicates = parts[1]?.predicates else { return nil }
        return .predicates([Predicate(.isA, .concept(kind), isNoun: true)] + predicates)
      }, split: unsaid),
    Construction(
      "object.of", "object", "kind", "subject", "verb",
      build: { parts in
        guard let object = parts[0]?.concept, let kind = parts[1]?.concept, let subject = parts[2]?.concept, let verb = parts[3]?.concept
        else { return nil }
        return .taught([Taught(.claim(Claim(subject, verb, .concept(object)))), Taught(.claim(Claim(object, .isA, .concept(kind))))])
      }, split: unsaid),
    Construction(
      "linked", "subject", "predicates", "more",
      build: { parts in
        guard let subject = parts[0]?.concept, let predicates = parts[1]?.predicates, let object = predicates.last?.value.concept,
          let more = parts[2]?.predicates, object.isNamed
        else { return nil }
        return .taught((predicates.map { $0.claim(about: subject) } + more.map { $0.claim(about: object) }).map { Taught(.claim($0)) })
      }, split: unsaid),
    Construction(
      "told", "subjects", "predicates", "more",
      build: { parts in
        guard let subject = parts[0]?.concept, let predicates = parts[1]?.predicates, let more = parts[2]?.predicates else { return nil }
        return .taught((predicates + more).map { Taught(.claim($0.claim(about: subject))) })
      }, split: unsaid),
  ]

  private static func related(_ parts: [Phrase?], as property: Concept) -> Phrase? {
    guard let kind = parts[0]?.concept, let verb = parts[1]?.concept, let objects = parts[2]?.concepts else { return nil }
    return .predicates(
      [Predicate(property, .concept(kind), isNoun: property == .isA)] + objects.map { Predicate(verb, .concept($0)) })
  }
}

extension Concept {
  /// Whether it is written as the name of one thing.
  var isNamed: Bool { label.contains(where: \.isUppercase) || label.contains(where: \.isNumber) }
}
