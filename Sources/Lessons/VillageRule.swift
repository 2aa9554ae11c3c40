/// One of the rules by which people here judge each other's work, in plain words. Acts name it by its name, so that what
/// was done by a rule that was since dropped can still be read.
public struct VillageRule: Hashable, Sendable, Codable {
  public static let nameLengthMax = 60  // characters
  public static let wordsLengthMax = 400  // characters
  public static let countRange = 1...20

  /// “Not true”.
  public let name: String
  /// What it means, in a sentence; may be empty.
  public let words: String

  public init(_ name: String, _ words: String = "") {
    self.name = name
    self.words = words
  }

  /// What every village begins with.
  public static let standard = [
    VillageRule("Not true", "What was taught is wrong, and a source or a colleague who knows says so."),
    VillageRule("Not on topic", "It is about something that this village does not look after."),
    VillageRule("Said already", "It says again what was taught, and adds nothing."),
    VillageRule("Spam or nonsense", "It was not meant to teach anybody anything."),
    VillageRule("Harms somebody", "It insults or exposes somebody, or following it would hurt people."),
    VillageRule("Against the group’s charter", "It is not what the group said that it is for."),
    VillageRule("Somebody else’s words without leave", "It copies a text that may not be copied, or tells what was told in confidence."),
    VillageRule("Trust was lost", "Somebody used their standing against the village, or has left."),
  ]
}
