/// When, for whom and on whose word a lesson holds.
public struct Qualifiers: Hashable, Sendable, Codable {
  /// For whom: “for pregnant patients”. Nil: for everyone.
  public var audience: Concept?
  /// Where: “in Brazil”. Nil: everywhere.
  public var region: Concept?
  /// The first day on which it holds; nil: always so far.
  public var from: Day?
  /// The last day on which it holds; nil: until further notice.
  public var until: Day?
  /// Where it was read or who said so: “Atkinson 2021”.
  public var source: String?
  /// How sure the teacher is, in hundredths: “probably” is 75. Nil: sure.
  public var sureness: Int?

  public init(
    audience: Concept? = nil, region: Concept? = nil, from: Day? = nil, until: Day? = nil, source: String? = nil, sureness: Int? = nil
  ) {
    self.audience = audience
    self.region = region
    self.from = from
    self.until = until
    self.source = source
    self.sureness = sureness
  }

  public static let none = Qualifiers()

  /// Whether some person on some day falls under both. Two different audiences may share people unless kept apart,
  /// but each is taught on purpose: “for children 60, for adults 70” is no clash; nor is “in Brazil 60, in India 70”.
  public func overlaps(_ other: Qualifiers) -> Bool {
    guard audience == other.audience, region == other.region else { return false }
    if let from, let end = other.until, end < from { return false }
    if let until, let start = other.from, until < start { return false }
    return true
  }

  /// For everybody, everywhere and at any time, so that no point of view leaves it out.
  public var holdsAlways: Bool { audience == nil && region == nil && from == nil && until == nil }

  public func holds(on day: Day?) -> Bool {
    guard let day else { return true }
    if let from, day < from { return false }
    if let until, day > until { return false }
    return true
  }

  private enum CodingKeys: String, CodingKey { case audience, region, from, until, source, sureness = "sure" }
}
