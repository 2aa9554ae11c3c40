import Lessons

extension Construction {
  /// What people may, must and should do: “A tenant must not sublet the flat.” The action stays in the teacher's words.
  static let obliging = [
    norm("norm.must", .must, isNegated: false), norm("norm.mustNot", .may, isNegated: true),
    norm("norm.needNot", .must, isNegated: true),
    norm("norm.should", .should, isNegated: false), norm("norm.shouldNot", .should, isNegated: true),
    norm("norm.allowed", .may, isNegated: false),
    // “May” is also said of what is possible: “a banana may contain sugar”.
    Construction(
      "norm.may", "action",
      build: { parts in
        parts[0]?.text.map { .predicates([Predicate(.may, .text($0))]) }
      }, split: unsaid),
    Construction(
      "ask.norm", "subject", "norm",
      build: { parts in
        guard let subject = parts[0]?.concept, let norm = parts[1]?.predicates?.first else { return nil }
        return .question(.whether(norm.claim(about: subject)))
      },
      split: { phrase, _ in
        guard case .whether(let claim)? = phrase.question, claim.property.isNorm, !claim.isNegated, case .text = claim.value else {
          return nil
        }
        return [.concept(claim.subject), .predicates([Predicate(claim.property, claim.value)])]
      }),
  ]

  private static func norm(_ name: String, _ property: Concept, isNegated: Bool) -> Construction {
    Construction(
      name, "action",
      build: { parts in parts[0]?.text.map { .predicates([Predicate(property, .text($0), isNegated: isNegated)]) } },
      split: { phrase, _ in
        guard let one = phrase.only({ $0.property == property && $0.isNegated == isNegated }), case .text(let action) = one.value else {
          return nil
        }
        return [.text(action)]
      })
  }
}

extension Concept {
  static let must = Concept("must")
  static let may = Concept("may")
  static let should = Concept("should")

  /// Whether it says what somebody is to do, and not what something has.
  var isNorm: Bool { self == .must || self == .may || self == .should }
}
