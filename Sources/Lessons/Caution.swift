/// How careful the assistant is before it takes a sentence to mean something that was taught; in hundredths, so that two
/// servers agree to the last bit.
public struct Caution: Hashable, Sendable, Codable {
  /// A sentence less like what was taught than this was not taught: 0 where anything is answered, 100 where taught
  /// sentences alone are.
  public let surenessMin: Int
  /// Where the best meaning leads the second by less than this, it asks which one is meant. 0 never asks.
  public let leadMin: Int

  public static let surenessRange = 0...100
  public static let leadRange = 0...100

  public init(surenessMin: Int, leadMin: Int) {
    self.surenessMin = surenessMin
    self.leadMin = leadMin
  }

  private enum CodingKeys: String, CodingKey { case surenessMin = "sure", leadMin = "lead" }
}
