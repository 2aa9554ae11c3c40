/// When, for whom and on whose word a lesson holds.
public struct Qualifiers: Hashable, Sendable, Codable {
  /// For whom: “for pregnant patients”. Nil: for everyone.
  public var audience: Concept?
  /// The first day on which it holds; nil: always so far.
  public var from: Day?
  /// The last day on which it holds; nil: until further notice.
  public var until: Day?
  /// Where it was read or who said so: “Atkinson 2021”.
  public var source: String?

  public init(audience: Concept? = nil, from: Day? = nil, until: Day? = nil, source: String? = nil) {
    self.audience = audience
    self.from = from
    self.until = until
    self.source = source
  }

  public static let none = Qualifiers()

  /// Whether some person on some day falls under both. Two different audiences may share people unless kept apart,
  /// but each is taught on purpose: “for children 60, for adults 70” is no clash.
  public func overlaps(_ other: Qualifiers) -> Bool {
    if let audience, let theirs = other.audience, audience != theirs { return false }
    if (audience == nil) != (other.audience == nil) { return false }
    if let from, let end = other.until, end < from { return false }
    if let until, let start = other.from, until < start { return false }
    return true
  }

  public func holds(on day: Day?) -> Bool {
    guard let day else { return true }
    if let from, day < from { return false }
    if let until, day > until { return false }
    return true
  }

  private enum CodingKeys: String, CodingKey { case audience, from, until, source }
}
