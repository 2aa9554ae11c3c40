/// Notices when what a trusted author proposes turns bad, however slowly: one wrong lesson a day among good ones.
///
/// Any single wrong lesson is an error like everybody's. The detector adds up, lesson by lesson, how much likelier the
/// judgements of others are if three in ten of the lessons are bad than if one in ten is, and never falls below 0, so that
/// good years buy no licence.
///
/// Source: Page (1954), Biometrika 41, pages 100–115 (cumulative sums); Reynolds & Stoumbos (1999), Journal of Quality
/// Technology 31, pages 87–108 (of single successes and failures).
public struct DriftDetector: Hashable, Sendable {
  /// Opinions by others that judge a lesson, one of them at least of another camp, or of none.
  public static let judgesMin = 5
  /// The share of lessons that others dispute of an author as they are, and of one who has turned.
  public static let usualShare = 0.1
  public static let turnedShare = 0.3
  /// The sum that raises the alarm, in nats: an author who errs in one of ten reaches it in about 1 run of 33.
  public static let alarmMin = 3.5

  private static let disputed = RealFunctions.logarithm(turnedShare / usualShare)
  private static let endorsed = RealFunctions.logarithm((1 - turnedShare) / (1 - usualShare))

  /// In nats, 0 or more.
  public private(set) var sum = 0.0
  /// When the alarm was raised, in milliseconds since 1970.
  public private(set) var alarm: Int64?

  public init() {}

  /// Hears how others judged one lesson.
  public mutating func record(isDisputed: Bool, at time: Int64) {
    sum = max(0, sum + (isDisputed ? Self.disputed : Self.endorsed))
    if sum >= Self.alarmMin, alarm == nil { alarm = time }
  }

  /// Begins anew, after people have looked into it.
  public mutating func reset() { self = DriftDetector() }
}
