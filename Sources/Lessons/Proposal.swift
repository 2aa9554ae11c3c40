/// A way to settle a disagreement that members vote on until a set time.
public struct Proposal: Hashable, Sendable, Codable {
  public static let hoursRange = 1...24 * 90

  public let id: ID<Proposal>
  public let disagreement: ID<Disagreement>
  /// All lessons that were on the table when it was made.
  public let lessons: [ID<Lesson>]
  public let outcome: Settlement.Outcome
  public let reason: String
  /// How long votes are taken, from when it was made.
  public let hours: Int

  public init(
    _ id: ID<Proposal>, for disagreement: ID<Disagreement>, lessons: [ID<Lesson>], _ outcome: Settlement.Outcome, reason: String,
    hours: Int
  ) {
    self.id = id
    self.disagreement = disagreement
    self.lessons = lessons
    self.outcome = outcome
    self.reason = reason
    self.hours = hours
  }
}
