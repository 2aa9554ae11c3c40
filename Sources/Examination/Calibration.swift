public import Dialogue

/// Whether the assistant is right as often as it says: of the answers that it gives as 80 of 100, four in five should pass.
///
/// Source: Brier, *Verification of forecasts expressed in terms of probability*, Monthly Weather Review 78 (1950).
public struct Calibration: Hashable, Sendable, Codable {
  /// Answers that it is about as sure of.
  public struct Band: Hashable, Sendable, Codable {
    /// In hundredths, the first included.
    public let from: Int
    public let upTo: Int
    public let answers: Int
    public let passed: Int
    /// What it said on average, in hundredths.
    public let said: Double

    /// In hundredths.
    public var right: Double { answers == 0 ? 0 : 100 * Double(passed) / Double(answers) }
  }

  public let answers: Int
  public let bands: [Band]
  /// The mean squared distance between what it said and what came of it: 0 is perfect, 0.25 what one half each time gets.
  public let brier: Double
  /// The same for one who always says the share that passed.
  public let brierOfShare: Double

  private static let bounds = [0, 50, 70, 80, 90, 100]

  public init(_ results: [(sureness: Certainty, passes: Bool)]) {
    func mean(_ numbers: [Double]) -> Double { numbers.isEmpty ? 0 : numbers.reduce(0, +) / Double(numbers.count) }
    func error(_ said: Double, _ passes: Bool) -> Double { (said - (passes ? 1 : 0)) * (said - (passes ? 1 : 0)) }
    answers = results.count
    bands = zip(Self.bounds, Self.bounds.dropFirst()).map { from, upTo in
      let within = results.filter { (from..<upTo).contains($0.sureness.hundredths) }
      return Band(
        from: from, upTo: upTo, answers: within.count, passed: within.count(where: \.passes),
        said: mean(within.map { Double($0.sureness.hundredths) }))
    }
    let share = mean(results.map { $0.passes ? 1 : 0 })
    brier = mean(results.map { error(Double($0.sureness.hundredths) / 100, $0.passes) })
    brierOfShare = mean(results.map { error(share, $0.passes) })
  }
}
