/// “A question is about sugar if it contains "cake".” What tells, from its words, what a question is about.
///
/// Source: Ratner, De Sa, Wu, Selsam & Ré (2016), data programming, NIPS.
public struct LabellingFunction: Hashable, Sendable, Codable {
  /// What such a question is about or asks: sugar; whether a food is allowed.
  public let label: Concept
  /// Whether it is *not* about that.
  public let isNegated: Bool
  public let condition: TextCondition

  public init(_ label: Concept, isNegated: Bool = false, if condition: TextCondition) {
    self.label = label
    self.isNegated = isNegated
    self.condition = condition
  }

  private enum CodingKeys: String, CodingKey { case label, isNegated = "not", condition = "if" }
}
