import Community
import Simulation

/// What other rules make of the same opinions: how many targets they take as accepted in the end.
struct RuleComparison {
  /// Which of the two figures is wanted: kept after silencing, or accepted after promotion; both are the same count.
  let inForceCounts: Bool
  private var counts: [Double: (targets: Int, majority: Int, notes: Int)] = [:]

  init(inForceCounts: Bool) { self.inForceCounts = inForceCounts }

  mutating func add(_ village: SimulatedVillage, _ targets: [Int], _ share: Double) {
    var count = counts[share] ?? (0, 0, 0)
    let notes = CommunityNotesRule(village.ballots)
    for target in targets {
      count.targets += 1
      if MajorityRule.accepts(target, village.ballots) { count.majority += 1 }
      if notes.accepts(target) { count.notes += 1 }
    }
    counts[share] = count
  }

  var figures: [AttackReport.Compared] {
    counts.keys.sorted().map { share in
      let count = counts[share] ?? (0, 0, 0)
      let targets = Double(max(1, count.targets))
      return AttackReport.Compared(
        share: share, targets: count.targets, figure: inForceCounts ? "kept" : "accepted", majority: Double(count.majority) / targets,
        communityNotes: Double(count.notes) / targets)
    }
  }
}

/// Two thirds of at least five opinions.
enum MajorityRule {
  static let shareMin = 0.67
  static let opinionsMin = 5

  static func accepts(_ item: Int, _ ballots: [SimulatedVillage.Ballot]) -> Bool {
    let own = ballots.filter { $0.item == item }
    return own.count >= opinionsMin && Double(own.count(where: \.agrees)) >= shareMin * Double(own.count)
  }
}

/// The core of Community Notes: the bridging model with its published penalties and thresholds, for members with ten
/// opinions and items with five. Its filters by reputation, tags and similarity are left out.
///
/// Source: Wojcik et al. (2022), Birdwatch: Crowd Wisdom and Bridging Algorithms; twitter/communitynotes,
/// `scoring/constants.py`.
struct CommunityNotesRule {
  static let interceptMin = 0.4
  static let factorMax = 0.5

  private let model: BridgingModel

  init(_ ballots: [SimulatedVillage.Ballot]) {
    let byMember = Dictionary(grouping: ballots, by: \.member).mapValues(\.count)
    let byItem = Dictionary(grouping: ballots, by: \.item).mapValues(\.count)
    var model = BridgingModel()
    for ballot in ballots where byMember[ballot.member, default: 0] >= 10 && byItem[ballot.item, default: 0] >= 5 {
      model.put(ballot.agrees ? 1 : 0, by: ballot.member, on: ballot.item)
    }
    model.refit()
    self.model = model
  }

  func accepts(_ item: Int) -> Bool {
    model.intercept(ofItem: item) >= Self.interceptMin && abs(model.factor(ofItem: item)) < Self.factorMax
  }
}
