/// How sure, in words with the figure behind them.
public struct Certainty: Hashable, Sendable, CustomStringConvertible {
  /// Of 100, from 0 to 99: what was learnt from examples is never certain.
  public let hundredths: Int

  /// - Parameter share: from 0 to 1.
  public init(share: Double) {
    hundredths = min(max(Int((share * 100).rounded()), 0), 99)
  }

  static let quiteSure = 90

  public var isQuiteSure: Bool { hundredths >= Self.quiteSure }

  public var words: String {
    switch hundredths {
    case Self.quiteSure...: "quite sure"
    case 70..<90: "fairly sure"
    case 50..<70: "not very sure"
    default: "unsure"
    }
  }

  /// The line that says it in words.
  var key: String {
    switch hundredths {
    case Self.quiteSure...: "sure.quite"
    case 70..<90: "sure.fairly"
    case 50..<70: "sure.hardly"
    default: "sure.not"
    }
  }

  public var figure: String { "\(hundredths) of 100" }

  public var description: String { "\(words), \(figure)" }
}

extension Certainty: Codable {
  private enum CodingKeys: String, CodingKey { case hundredths, words }

  public init(from decoder: any Decoder) throws {
    hundredths = try decoder.container(keyedBy: CodingKeys.self).decode(Int.self, forKey: .hundredths)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(hundredths, forKey: .hundredths)
    try container.encode(words, forKey: .words)
  }
}
