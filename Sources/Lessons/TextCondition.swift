/// What the words of a text may be like: “it contains "cake"”, “"wife" is within 3 words of X”.
///
/// The reasons that people give for what a text is about are such conditions; one with the label it stands for is a
/// ``LabellingFunction``.
///
/// Source: Hancock, Varma, Wang, Bringmann, Liang & Ré (2018), training classifiers with natural language explanations, ACL.
public indirect enum TextCondition: Hashable, Sendable {
  /// Two or more.
  case all([TextCondition])
  /// Two or more.
  case any([TextCondition])
  case not(TextCondition)
  case found(TextFinding)
  case counted(TextCounting)
  case compared(TextComparison)
  case shaped(TextPart, TextShape)
}

/// That some of these stand in a place.
public struct TextFinding: Hashable, Sendable, Codable {
  /// Never empty.
  public let items: [TextItem]
  /// How many of them at least: 1 is “or”, their number “and”.
  public let needed: Int
  public let place: TextPlace

  public init(_ items: [TextItem], needed: Int, in place: TextPlace) {
    self.items = items
    self.needed = needed
    self.place = place
  }

  public init(_ item: TextItem, in place: TextPlace) { self.init([item], needed: 1, in: place) }

  private enum CodingKeys: String, CodingKey { case items = "of", needed, place = "in" }
}

/// How often something stands in a place.
public struct TextCounting: Hashable, Sendable, Codable {
  public let item: TextItem
  public let times: CountRange
  public let place: TextPlace

  public init(_ item: TextItem, _ times: CountRange, in place: TextPlace) {
    self.item = item
    self.times = times
    self.place = place
  }

  private enum CodingKeys: String, CodingKey { case item, times, place = "in" }
}

/// That one part of a text is, begins with or ends with another.
public struct TextComparison: Hashable, Sendable, Codable {
  public enum Relation: String, Hashable, Sendable, Codable { case equals = "is", begins, ends }

  public let part: TextPart
  public let relation: Relation
  /// Any of these; never empty.
  public let others: [TextPart]

  public init(_ part: TextPart, _ relation: Relation, _ others: [TextPart]) {
    self.part = part
    self.relation = relation
    self.others = others
  }

  private enum CodingKeys: String, CodingKey { case part, relation, others = "any" }
}

/// How many: at least, at most, or between.
public struct CountRange: Hashable, Sendable, Codable {
  public let least: Int
  /// Nil: any number.
  public let most: Int?

  public init(least: Int = 0, most: Int? = nil) {
    self.least = least
    self.most = most
  }

  public func contains(_ count: Int) -> Bool { count >= least && most.map { count <= $0 } ?? true }

  private enum CodingKeys: String, CodingKey { case least, most }
}

/// What is looked for in a text.
public enum TextItem: Hashable, Sendable {
  /// These words, one after the other.
  case phrase(String)
  /// A marked thing: X, or person2, the second person it names.
  case slot(String)
  /// A name of this, of something of its kind, or under any of its other names.
  case mention(Concept)
  /// Any word, or any word written so.
  case word(TextShape?)
}

public enum TextShape: String, Hashable, Sendable, Codable { case capitalised, capitals, lowercase }

/// Where in a text.
public enum TextPlace: Hashable, Sendable {
  public enum Side: String, Hashable, Sendable, Codable { case before, after, either }

  case text
  case within(slot: String)
  /// So many words away from a slot or phrase; 1 is next to it.
  case beside(TextItem, Side, CountRange)
  case between(TextItem, TextItem)
}

/// A part of a text that is compared as a whole.
public enum TextPart: Hashable, Sendable {
  case text
  case slot(String)
  /// The words themselves.
  case phrase(String)
  /// Of a slot; nil: of the text.
  case firstWord(of: String?)
  case lastWord(of: String?)
}
