/// How much of what the assistant answers one author, or one group, has changed today.
///
/// Recent questions are replayed after a lesson; those answered differently count against the day's budget of its author
/// and of the author's group. What goes beyond waits for the approval of another camp: the brake on floods.
public struct InfluenceBudget: Hashable, Sendable {
  private struct Key: Hashable, Sendable {
    let holder: Int
    let day: Int64
  }
  private static let dayMilliseconds: Int64 = 86_400_000

  /// Of the answers, 0...1 a day.
  public internal(set) var shareMax: Double
  private var spent: [Key: Double] = [:]
  private var exceeded: Set<Key> = []

  public init(shareMax: Double) { self.shareMax = shareMax }

  /// The share of the answers that a holder has changed on the day of `time`.
  public func spent(by holder: Int, at time: Int64) -> Double { spent[Key(holder: holder, day: time / Self.dayMilliseconds)] ?? 0 }

  /// Counts what one lesson changed against everyone it belongs to, unless that goes beyond the budget of one of them.
  ///
  /// - Parameters:
  ///   - holders: numbers of the author and of the author's groups.
  ///   - changed: of `questions`, how many are answered differently.
  /// - Returns: whether it was within the budget; what was not is not counted, for it is put aside.
  public mutating func spend(_ changed: Int, of questions: Int, by holders: [Int], at time: Int64) -> Bool {
    guard changed > 0, questions > 0 else { return true }
    let share = Double(changed) / Double(questions)
    let keys = holders.map { Key(holder: $0, day: time / Self.dayMilliseconds) }
    let beyond = keys.filter { spent[$0, default: 0] + share > shareMax + 1e-9 }
    guard beyond.isEmpty else {
      exceeded.formUnion(beyond)
      return false
    }
    for key in keys { spent[key, default: 0] += share }
    return true
  }

  /// Whether something of one of the holders went beyond on the day of `time`.
  public func isExceeded(by holders: [Int], at time: Int64) -> Bool {
    holders.contains { exceeded.contains(Key(holder: $0, day: time / Self.dayMilliseconds)) }
  }
}
