/// The numbers by which a village accepts, contests and rejects what is proposed. A value that a page can show whole.
public struct AcceptancePolicy: Hashable, Sendable, Codable {
  // MARK: A small village
  /// Reviews by others of teacher standing that an ordinary item needs, a number.
  public var reviewsMin = 1
  /// The same for an item of high consequence.
  public var reviewsHighMin = 2
  /// Whether what a teacher proposes needs a review, too, when it is ordinary.
  public var teachersNeedReview = true
  /// Disputes that call a panel on an accepted item, a number.
  public var disputesForPanelMin = 2

  // MARK: When camps count
  /// Members with enough votes that there must be before camps count, a number.
  public var membersForCampsMin = 15
  /// Votes that make a member's side known, and a newcomer experienced, a number.
  public var votesForSideMin = 10
  /// The share of the variance of votes set aside that the factor must explain, 0...1.
  public var explainedMin = 0.05

  // MARK: Acceptance across camps
  /// What the geometric mean of the camps' lower bounds must reach, 0...1.
  public var supportMin = 0.45
  /// What the lower bound of each camp must reach, 0...1.
  public var supportPerCampMin = 0.35
  /// Who stands closer to the middle than this share of the usual distance speaks for neither camp, 0...1.
  public var middleShare = 0.4
  /// How sure the lower bounds are, in standard deviations of the normal distribution, one-sided.
  public var boundZ = 0.674_489_750_196_1
  /// Voices that each camp must have raised, in members.
  public var voicesPerCampMin = 1.5
  /// Voices of all camps together, in members.
  public var voicesMin = 3.0
  /// Opinions by others up to which opinions alone accept; what more of them did not settle goes to a panel. A number.
  public var opinionsMax = 15

  // MARK: Demotion
  /// The lower bound of the share of disputes in one camp that contests an accepted item, 0...1.
  public var contestShareMin = 0.34
  /// Disputing voices that contest, in members.
  public var contestVoicesMin = 2.0
  /// Seats of a full panel, a number.
  public var panelSeats = 15
  /// The share of a panel that must reject, 0...1.
  public var panelShareMin = 2.0 / 3
  /// The share of the seats that must have voted when the time is over, 0...1.
  public var panelQuorum = 0.6
  /// How long a panel may take, in days.
  public var panelDays = 7
  /// How long after a ruling the next panel on the same item may be called, in days.
  public var panelGapDays = 30
  /// Panels an item and year, a number.
  public var panelsPerYearMax = 3

  // MARK: Voices
  /// Valid votes after which a newcomer's voice has grown to 1 − 1/e, a number.
  public var rampVotes = 10.0
  /// Valid votes before a voice counts in demotions, a number.
  public var demotionVotesMin = 10
  /// After how many days of silence a member is heard as a newcomer.
  public var dormantDays = 365
  /// What of a member's losses reaches the sponsor, 0...1.
  public var sponsorShare = 0.5
  /// The least voice that trust from the founders leaves to anybody, 0...1.
  public var trustFloor = 0.2

  // MARK: Brakes
  /// The share of replayed answers that one author or group may change a day, 0...1.
  public var influenceShareMax = 0.02
  /// Fewer recent questions than this tell nothing of influence, a number.
  public var influenceQuestionsMin = 500
  /// How long a sudden rush of opinions delays acceptance, in minutes.
  public var burstDelayMinutes = 60
  /// Opinions an hour that no item is too quiet for, a number.
  public var burstFloorPerHour = 3.0

  // MARK: Founders
  /// How long a founder's term is, in days; 0: they have none.
  public var founderTermDays = 0
  /// The share of the voices that vote by which a founder is recalled, 0.5...0.75: founders cannot set it beyond reach.
  public var recallShareMin = 2.0 / 3
  /// The share of all voices, and to recall somebody of each side's, that must have voted, 0.1...0.5.
  public var recallQuorum = 1.0 / 3
  /// How long a vote on a founder is open, in days.
  public var recallDays = 14
  /// How long it stands what a vote on a founder decided, in days.
  public var recallGapDays = 90

  // MARK: Switches
  /// Whether newcomers may not teach for now.
  public var newcomersPaused = false
  /// Whether nothing that waits is accepted for now.
  public var acceptancePaused = false

  public init() {}

  public static let standard = AcceptancePolicy()
}
