extension AcceptancePolicy {
  /// What a village begins with: a teacher's word counts at once, and one nod of a group lets through what it looks after,
  /// for few villages begin with two physicians.
  public static let village: AcceptancePolicy = {
    var policy = AcceptancePolicy()
    policy.teachersNeedReview = false
    policy.reviewsHighMin = 1
    return policy
  }()

  /// The same with other numbers, by the names of its terms.
  ///
  /// - Returns: nil where there is no such term, or the number is out of its range.
  public func setting(_ numbers: [String: Double]) -> AcceptancePolicy? {
    var policy = self
    for (name, value) in numbers.sorted(by: { $0.key < $1.key }) {
      if let path = Self.counts[name] {
        guard value == value.rounded(), abs(value) < 1e9 else { return nil }
        policy[keyPath: path] = Int(value)
      } else if let path = Self.measures[name] {
        policy[keyPath: path] = value
      } else if let path = Self.switches[name], value == 0 || value == 1 {
        policy[keyPath: path] = value == 1
      } else {
        return nil
      }
    }
    return (try? policy.validate()) == nil ? nil : policy
  }

  private static var switches: [String: WritableKeyPath<AcceptancePolicy, Bool>] {
    [
      "teachersNeedReview": \.teachersNeedReview, "newcomersPaused": \.newcomersPaused, "acceptancePaused": \.acceptancePaused,
    ]
  }

  private static var counts: [String: WritableKeyPath<AcceptancePolicy, Int>] {
    [
      "reviewsMin": \.reviewsMin, "reviewsHighMin": \.reviewsHighMin, "disputesForPanelMin": \.disputesForPanelMin,
      "membersForCampsMin": \.membersForCampsMin, "votesForSideMin": \.votesForSideMin, "panelSeats": \.panelSeats,
      "panelDays": \.panelDays, "panelGapDays": \.panelGapDays, "panelsPerYearMax": \.panelsPerYearMax,
      "demotionVotesMin": \.demotionVotesMin, "opinionsMax": \.opinionsMax, "dormantDays": \.dormantDays,
      "influenceQuestionsMin": \.influenceQuestionsMin, "burstDelayMinutes": \.burstDelayMinutes,
      "founderTermDays": \.founderTermDays, "recallDays": \.recallDays, "recallGapDays": \.recallGapDays,
    ]
  }

  private static var measures: [String: WritableKeyPath<AcceptancePolicy, Double>] {
    [
      "explainedMin": \.explainedMin, "supportMin": \.supportMin, "supportPerCampMin": \.supportPerCampMin, "middleShare": \.middleShare,
      "boundZ": \.boundZ, "voicesPerCampMin": \.voicesPerCampMin,
      "voicesMin": \.voicesMin, "contestShareMin": \.contestShareMin, "contestVoicesMin": \.contestVoicesMin,
      "panelShareMin": \.panelShareMin, "panelQuorum": \.panelQuorum, "rampVotes": \.rampVotes, "sponsorShare": \.sponsorShare,
      "trustFloor": \.trustFloor, "influenceShareMax": \.influenceShareMax, "burstFloorPerHour": \.burstFloorPerHour,
      "recallShareMin": \.recallShareMin, "recallQuorum": \.recallQuorum,
    ]
  }
}
