/// Another way to say something: “X clocks in at Y” means “the glycemic index of X is Y”.
///
/// Single capital letters that stand in both are slots: whatever is said in their place in the one is meant in the other.
public struct Phrasing: Hashable, Sendable, Codable {
  /// A sentence as people say it.
  public let said: String
  /// The same in words that were understood before.
  public let meant: String

  public init(_ said: String, means meant: String) {
    self.said = said
    self.meant = meant
  }

  /// The letters that stand for something in both, by alphabet.
  public var slots: [Character] { Set(Self.letters(of: said)).intersection(Self.letters(of: meant)).sorted() }

  private static func letters(of text: String) -> [Character] {
    text.split { !$0.isLetter && !$0.isNumber }.compactMap { $0.count == 1 && $0.first?.isUppercase == true ? $0.first : nil }
  }
}
