import Community
import Simulation
import Foundation

/// What an evaluation of attacks found.
struct AttackReport: Encodable {
  struct Figure: Encodable {
    let name: String
    let measured: Double
    let atLeast: Double?
    let atMost: Double?
    let met: Bool

    enum CodingKeys: String, CodingKey {
      case name, measured, met
      case atLeast = "at_least"
      case atMost = "at_most"
    }
  }

  /// The share of targets that other rules accept in the end.
  struct Compared: Encodable {
    /// Of false accounts, or of the minority, among all members.
    let share: Double
    let targets: Int
    let figure: String
    let majority: Double
    let communityNotes: Double

    enum CodingKeys: String, CodingKey {
      case share, targets, figure, majority
      case communityNotes = "community_notes"
    }
  }

  struct Row: Encodable {
    let scenario: Int
    let words: String
    let criterion: String
    let met: Bool
    let figures: [Figure]
    let compared: [Compared]
    let seconds: Double

    init(_ outcome: AttackOutcome, comparison: [Compared], seconds: Double) {
      (scenario, words, criterion) = (outcome.scenario.rawValue, outcome.scenario.words, outcome.scenario.criterion)
      met = outcome.isMet
      figures = outcome.figures.map {
        Figure(name: $0.name, measured: $0.measured, atLeast: $0.atLeast, atMost: $0.atMost, met: $0.isMet)
      }
      (compared, self.seconds) = (comparison, seconds)
    }

    var summary: String {
      var lines = ["\(scenario). \(words): \(met ? "met" : "MISSED"). Criterion: \(criterion). \(Self.number(seconds)) s"]
      lines += figures.map { figure in
        let isAsked = figure.atLeast != nil || figure.atMost != nil
        return "     \(isAsked ? (figure.met ? "met   " : "MISSED") : "      ") \(figure.name): \(Self.number(figure.measured))"
      }
      lines += compared.map {
        "            at \(Int(($0.share * 100).rounded())) %, others: majority \($0.figure) \(Self.number($0.majority)), "
          + "Community Notes' core \(Self.number($0.communityNotes))"
      }
      return lines.joined(separator: "\n")
    }

    static func number(_ value: Double) -> String {
      value == value.rounded() ? String(Int(value)) : String(format: "%.3f", value)
    }
  }

  /// Means over villages that nobody attacks.
  struct Calm: Encodable {
    let villages: Int
    let recall: Double
    let badAccepted: Double
    let partisanAccepted: Double
    let panelsPerItem: Double

    enum CodingKeys: String, CodingKey {
      case villages
      case recall = "recall_within_15"
      case badAccepted = "bad_accepted"
      case partisanAccepted = "partisan_accepted"
      case panelsPerItem = "panels_per_item"
    }

    init?(_ villages: [Peace]) {
      guard !villages.isEmpty else { return nil }
      self.villages = villages.count
      func mean(_ value: (Peace) -> Double) -> Double { villages.reduce(0) { $0 + value($1) } / Double(villages.count) }
      (recall, badAccepted) = (mean(\.recall), mean(\.badAccepted))
      (partisanAccepted, panelsPerItem) = (mean(\.partisanAccepted), mean(\.panelsPerItem))
    }

    var summary: String {
      "Nobody attacks: of the good items \(Row.number(recall)) accepted within 15 opinions; of the bad \(Row.number(badAccepted)), of the "
        + "partisan \(Row.number(partisanAccepted)); \(Row.number(panelsPerItem)) panels an item."
    }
  }

  let seed: UInt64
  let runs: Int
  let scenarios: [Row]
  let peace: Calm?
}
