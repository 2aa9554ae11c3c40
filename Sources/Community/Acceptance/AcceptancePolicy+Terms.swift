extension AcceptancePolicy {
  /// One number of the policy as a page shows it.
  public struct Term: Hashable, Sendable {
    public let name: String
    public let value: Double
    public let range: ClosedRange<Double>
    /// One line in plain words.
    public let words: String
  }

  /// Why a policy cannot be used.
  public struct OutOfRange: Error, Hashable, Sendable {
    public let term: Term
    public var message: String {
      "“\(term.name)” is \(term.value); it must lie between \(term.range.lowerBound) and \(term.range.upperBound)."
    }
  }

  /// Refuses a policy with a number out of its range.
  public func validate() throws(OutOfRange) {
    for term in terms where !term.range.contains(term.value) { throw OutOfRange(term: term) }
  }

  /// Every number, in the order of a page.
  public var terms: [Term] { smallTerms + campTerms + demotionTerms + voiceTerms + brakeTerms + founderTerms + switchTerms }

  private var smallTerms: [Term] {
    [
      term("reviewsMin", reviewsMin, 1...9, "In a small village, so many teachers other than the author must agree."),
      term("reviewsHighMin", reviewsHighMin, 1...9, "So many must agree to what could do harm, such as a dose."),
      term("teachersNeedReview", teachersNeedReview ? 1 : 0, 0...1, "1: what a teacher teaches is reviewed by another one, too."),
      term(
        "disputesForPanelMin", disputesForPanelMin, 1...50, "In a small village, so many disputes bring an accepted item before a panel."),
    ]
  }

  private var campTerms: [Term] {
    [
      term("membersForCampsMin", membersForCampsMin, 5...1000, "Camps count once so many members have voted enough to be known."),
      term("votesForSideMin", votesForSideMin, 3...100, "So many opinions of a member show on which side they usually stand."),
      term("explainedMin", explainedMin, 0...1, "Camps count only if they foretell this share of what opinions differ by."),
      term("supportMin", supportMin, 0.1...0.95, "Each camp must support an item about this much, allowing for how few were asked."),
      term("supportPerCampMin", supportPerCampMin, 0...0.9, "No camp may support it less than this, whatever the other does."),
      term("middleShare", middleShare, 0...0.9, "Who stands this close to the middle speaks for neither camp."),
      term("boundZ", boundZ, 0...3, "How careful we are with few opinions; more is more careful."),
      term("voicesPerCampMin", voicesPerCampMin, 0.5...100, "So many voices of each camp must have been heard."),
      term("voicesMin", voicesMin, 1...500, "So many voices must have been heard altogether."),
      term("opinionsMax", opinionsMax, 5...10_000, "What so many opinions left open is accepted by a panel only, not by rallying more."),
    ]
  }

  private var demotionTerms: [Term] {
    [
      term(
        "contestShareMin", contestShareMin, 0.05...0.9,
        "An accepted item is contested when surely this share of a camp disputes it."),
      term("contestVoicesMin", contestVoicesMin, 1...100, "Fewer voices than this contest nothing."),
      term("panelSeats", panelSeats, 3...101, "So many members, drawn by lot, sit on a panel of a large village."),
      term("panelShareMin", panelShareMin, 0.5...1, "This share of a panel must reject an accepted item; otherwise it stays."),
      term("panelQuorum", panelQuorum, 0.1...1, "This share of a panel must have voted when its time is over."),
      term("panelDays", panelDays, 1...90, "A panel has so many days."),
      term("panelGapDays", panelGapDays, 0...365, "A new panel on the same item may be called only so many days after a ruling."),
      term("panelsPerYearMax", panelsPerYearMax, 1...12, "No more panels than this judge the same item in a year."),
    ]
  }

  private var voiceTerms: [Term] {
    [
      term("rampVotes", rampVotes, 1...100, "A newcomer's voice grows to two thirds over so many opinions."),
      term(
        "demotionVotesMin", demotionVotesMin, 0...100, "Before so many opinions, nobody's dispute of accepted items counts."),
      term("dormantDays", dormantDays, 30...3650, "Who was silent for so many days is heard as a newcomer."),
      term("sponsorShare", sponsorShare, 0...1, "Who vouches for somebody shares this part of what that person loses."),
      term("trustFloor", trustFloor, 0...1, "However far from the founders, nobody's voice counts less than this."),
    ]
  }

  private var brakeTerms: [Term] {
    [
      term(
        "influenceShareMax", influenceShareMax, 0.001...1,
        "Who changes more than this share of the answers in a day waits for another’s approval."),
      term(
        "influenceQuestionsMin", influenceQuestionsMin, 10...1_000,
        "That is looked at once people asked so many different questions within a month."),
      term("burstDelayMinutes", burstDelayMinutes, 0...10080, "A sudden rush of opinions delays acceptance by so many minutes."),
      term("burstFloorPerHour", burstFloorPerHour, 0.01...1000, "So many opinions an hour are no rush on any item."),
    ]
  }

  private var founderTerms: [Term] {
    [
      term(
        "founderTermDays", founderTermDays, 0...3650,
        "A founder’s term is so many days, and ends unless the members confirm them; 0: no term."),
      term("recallDays", recallDays, 3...60, "A vote on a founder is open for so many days."),
      term(
        "recallShareMin", recallShareMin, 0.5...0.75,
        "This share of the voices that vote recalls a founder, and more than half on each side."),
      term(
        "recallQuorum", recallQuorum, 0.1...0.5, "This share of all voices must vote on a founder, and to recall one, of each side’s."),
      term("recallGapDays", recallGapDays, 0...365, "What a vote on a founder decided stands for so many days."),
    ]
  }

  private var switchTerms: [Term] {
    [
      term("newcomersPaused", newcomersPaused ? 1 : 0, 0...1, "1: newcomers cannot teach for now."),
      term("acceptancePaused", acceptancePaused ? 1 : 0, 0...1, "1: nothing that waits is accepted for now."),
    ]
  }

  private func term(_ name: String, _ value: Double, _ range: ClosedRange<Double>, _ words: String) -> Term {
    Term(name: name, value: value, range: range, words: words)
  }

  private func term(_ name: String, _ value: Int, _ range: ClosedRange<Double>, _ words: String) -> Term {
    term(name, Double(value), range, words)
  }
}
