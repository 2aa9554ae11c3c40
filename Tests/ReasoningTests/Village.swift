import Foundation
import Lessons
import Reasoning

/// Lessons taught one after another, for tests that read like a conversation.
struct Village {
  var beliefs = Beliefs()
  private(set) var taught: [StandingLesson] = []

  @discardableResult
  mutating func teach(
    _ teaching: Teaching, by author: ID<Member> = "ana", _ qualifiers: Qualifiers = .none, reach: Reach = .everyone, weight: Double = 1
  ) -> ID<Lesson> {
    let standing = next(teaching, by: author, qualifiers, reach: reach, weight: weight)
    taught.append(standing)
    beliefs.accept(standing)
    return standing.id
  }

  func next(
    _ teaching: Teaching, by author: ID<Member> = "ana", _ qualifiers: Qualifiers = .none, reach: Reach = .everyone, weight: Double = 1
  ) -> StandingLesson {
    let number = taught.count + 1
    return StandingLesson(
      Lesson(id: ID("l\(number)"), teaching, qualifiers), by: author, sequence: number, reach: reach, weight: weight)
  }

  func judge(_ claim: Claim, in view: PointOfView = .community) -> Verdict { beliefs.judge(claim, in: view) }

  func amounts(of subject: Concept, _ property: Concept, in view: PointOfView = .community) -> [Decimal] {
    beliefs.values(of: subject, property: property, in: view).compactMap { $0.value.quantity?.amount }
  }

  func names(of kind: Concept?, where conditions: [Condition], in view: PointOfView = .community) -> [String] {
    beliefs.members(of: kind, where: conditions, in: view).map(\.concept.label)
  }
}

extension Claim {
  static func isA(_ subject: Concept, _ kind: Concept) -> Claim { Claim(subject, .isA, .concept(kind)) }
  static func contains(_ subject: Concept, _ value: Concept) -> Claim { Claim(subject, .contains, .concept(value)) }
  static func number(_ subject: Concept, _ property: Concept, _ amount: Decimal, _ unit: Lessons.Unit = .none) -> Claim {
    Claim(subject, property, .quantity(Quantity(amount, unit)))
  }
  static func range(_ subject: Concept, _ property: Concept, _ range: QuantityRange) -> Claim { Claim(subject, property, .range(range)) }
}

extension Teaching {
  static func isA(_ subject: Concept, _ kind: Concept) -> Teaching { .claim(.isA(subject, kind)) }
  static func contains(_ subject: Concept, _ value: Concept) -> Teaching { .claim(.contains(subject, value)) }
  static func not(_ claim: Claim) -> Teaching { .claim(claim.negation) }
  static func gi(_ subject: Concept, _ amount: Decimal) -> Teaching { .claim(.number(subject, "glycemic index", amount)) }

  /// “A food is low-GI if its glycemic index is below 55, unless it is fried.”
  static let lowGI = Teaching.rule(
    Rule(
      Pattern(.x, .isA, .concept("low-GI")), if: [.isA("food"), .measure(.x, "glycemic index", .below(55))],
      unless: [[.isA("fried food")]]))
}

extension Condition {
  static func isA(_ kind: Concept) -> Condition { .pattern(Pattern(.x, .isA, .concept(kind))) }
  static func contains(_ value: Concept, isNegated: Bool = false) -> Condition {
    .pattern(Pattern(.x, .contains, .concept(value), isNegated: isNegated))
  }
}

extension QuantityRange {
  static func below(_ amount: Decimal, _ unit: Lessons.Unit = .none) -> QuantityRange {
    QuantityRange(lower: nil, upper: Bound(amount, isIncluded: false), unit: unit)
  }
  static func between(_ lower: Decimal, _ upper: Decimal, _ unit: Lessons.Unit = .none) -> QuantityRange {
    QuantityRange(lower: Bound(lower), upper: Bound(upper), unit: unit)
  }
}
