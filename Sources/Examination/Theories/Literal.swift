public import Lessons

/// A statement of a theory: that something is, or is not, so of a thing or of whatever a variable stands for.
public struct Literal: Hashable, Sendable {
  public enum Sign: Hashable, Sendable {
    case affirmed
    /// Said not to be so.
    case denied
    /// Not known to be so: negation as failure.
    case notKnown
  }

  public let pattern: Pattern
  public let sign: Sign

  public init(_ subject: Term, _ property: Concept, _ object: Term, _ sign: Sign = .affirmed) {
    pattern = Pattern(subject, property, object, isNegated: sign == .denied)
    self.sign = sign
  }

  /// The statement as a claim; nil where it has a variable.
  public var claim: Claim? {
    guard case .value(.concept(let subject)) = pattern.subject, case .value(let value) = pattern.object else { return nil }
    return Claim(subject, pattern.property, value, isNegated: pattern.isNegated)
  }
}

/// “If something is kind and rough then it is red.”
public struct Implication: Hashable, Sendable {
  public let body: [Literal]
  public let head: Literal

  public init(_ body: [Literal], _ head: Literal) {
    self.body = body
    self.head = head
  }

  /// The rule as it is taught: it has no exceptions but what must not be known.
  public var rule: Rule {
    Rule(
      head.pattern, if: body.filter { $0.sign != .notKnown }.map { .pattern($0.pattern) },
      unless: body.filter { $0.sign == .notKnown }.map { [.pattern($0.pattern)] }, strength: .strict)
  }
}
