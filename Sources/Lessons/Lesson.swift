/// One thing that one member taught: what it means, when it holds, and the words it was taught in.
public struct Lesson: Hashable, Sendable {
  public let id: ID<Lesson>
  public let teaching: Teaching
  public let qualifiers: Qualifiers
  /// The sentence as typed; empty for a row of a table, whose sentence is said anew.
  public let words: String

  public init(id: ID<Lesson>, _ teaching: Teaching, _ qualifiers: Qualifiers = .none, words: String = "") {
    self.id = id
    self.teaching = teaching
    self.qualifiers = qualifiers
    self.words = words
  }

  /// The same lesson where it holds less widely: what a settlement makes of it.
  public func scoped(to qualifiers: Qualifiers) -> Lesson {
    Lesson(id: id, teaching, qualifiers, words: words)
  }
}

extension Lesson: Codable {
  private enum CodingKeys: String, CodingKey { case id, teaching = "teaches", qualifiers = "holds", words }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try container.decode(ID<Lesson>.self, forKey: .id), try container.decode(Teaching.self, forKey: .teaching),
      try container.decodeIfPresent(Qualifiers.self, forKey: .qualifiers) ?? .none,
      words: try container.decodeIfPresent(String.self, forKey: .words) ?? "")
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(teaching, forKey: .teaching)
    if qualifiers != .none { try container.encode(qualifiers, forKey: .qualifiers) }
    if !words.isEmpty { try container.encode(words, forKey: .words) }
  }
}
