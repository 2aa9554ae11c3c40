/// Notices when those who may block and revert have become one faction's.
///
/// Source of the need: the capture of Croatian Wikipedia, about 2011–2020 (arXiv 2311.03616), which no rule of its own
/// reported for years.
public struct CaptureAlarm: Hashable, Sendable {
  public static let windowMilliseconds: Int64 = 7 * 86_400_000
  /// The share of blocks and reverts of a week by one group that raises the alarm.
  public static let shareMin = 0.6
  /// Fewer actions in a week tell nothing.
  public static let actionsMin = 5
  /// Members that make a group.
  public static let membersMin = 3
  /// Common items before two are compared.
  public static let commonMin = 8
  /// The correlation of what the two hold beyond what everybody holds, at least.
  public static let correlationMin = 0.5

  public struct Action: Hashable, Sendable {
    /// Milliseconds since 1970.
    public let time: Int64
    public let steward: Int
    /// Whose work was reverted, or who was blocked.
    public let against: Int

    public init(time: Int64, steward: Int, against: Int) { (self.time, self.steward, self.against) = (time, steward, against) }
  }

  /// What was found: a vote to recall the group opens.
  public struct Alarm: Hashable, Sendable {
    public let members: [Int]
    public let share: Double
    /// When the action that raised it was taken, in milliseconds since 1970.
    public let time: Int64
  }

  /// The first time that a group of co-voters takes most of the actions of a week against others.
  ///
  /// - Parameters:
  ///   - actions: in order of time.
  ///   - groups: co-voting groups, as of `groups(of:residuals:)`.
  /// - Complexity: O(actions · groups · members).
  public static func first(_ actions: [Action], groups: [[Int]]) -> Alarm? {
    var begin = 0
    for (end, action) in actions.enumerated() {
      while actions[begin].time <= action.time - windowMilliseconds { begin += 1 }
      let week = actions[begin...end]
      guard week.count >= actionsMin else { continue }
      for group in groups {
        let own = week.count { group.contains($0.steward) && !group.contains($0.against) }
        let share = Double(own) / Double(week.count)
        if share >= shareMin { return Alarm(members: group, share: share, time: action.time) }
      }
    }
    return nil
  }

  /// Stewards who hold the same beyond what everybody holds, every two of them: complete linkage, closest first.
  ///
  /// - Parameters:
  ///   - stewards: ascending.
  ///   - residuals: `[steward][item]`: what a steward voted less the mean vote of all members; nil where they did not.
  /// - Returns: groups of at least three, ascending.
  /// - Complexity: O(stewards³ + stewards² · items).
  public static func groups(of stewards: [Int], residuals: [[Double?]]) -> [[Int]] {
    let n = stewards.count
    let alike = (0..<n).map { a in (0..<n).map { b in correlation(residuals[a], residuals[b]) } }
    var groups = (0..<n).map { [$0] }
    while true {
      var best: (a: Int, b: Int, value: Double)?
      for a in groups.indices {
        for b in groups.indices where b > a {
          let value = groups[a].map { x in groups[b].map { alike[x][$0] }.min() ?? 0 }.min() ?? 0
          if value >= correlationMin, value > best?.value ?? 0 { best = (a, b, value) }
        }
      }
      guard let best else { break }
      groups[best.a] += groups.remove(at: best.b)
    }
    return groups.filter { $0.count >= membersMin }.map { group in group.map { stewards[$0] }.sorted() }.sorted { $0[0] < $1[0] }
  }

  static func correlation(_ a: [Double?], _ b: [Double?]) -> Double {
    let common = zip(a, b).compactMap { a, b in a.flatMap { a in b.map { (a, $0) } } }
    guard common.count >= commonMin else { return 0 }
    let (aa, bb) = common.reduce((0.0, 0.0)) { ($0.0 + $1.0 * $1.0, $0.1 + $1.1 * $1.1) }
    guard aa > 0, bb > 0 else { return 0 }
    return common.reduce(0.0) { $0 + $1.0 * $1.1 } / (aa * bb).squareRoot()
  }
}
