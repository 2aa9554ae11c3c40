/// The village at one moment, under a name: what all acts before it made of the assistant.
public struct Release: Hashable, Sendable, Codable {
  public static let noteLengthMax = 400  // characters

  /// What people call it: spring trial.
  public let name: String
  /// What it is for; may be empty.
  public let note: String

  /// What was typed as one line without blanks around it.
  public static func name(from typed: String) -> String { typed.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  public init(_ name: String, note: String = "") {
    self.name = name
    self.note = note
  }
}
