import Community
import Foundation

/// What an evaluation of opinions found.
struct OpinionReport: Encodable {
  struct Shared: Encodable {
    let statement: String
    let side: String
    let score: Double
    let lowerBounds: [Double]

    enum CodingKeys: String, CodingKey {
      case statement, side, score
      case lowerBounds = "lower_bounds"
    }
  }

  struct Group: Encodable {
    struct Statement: Encodable {
      let statement: String
      let side: String
      let share: Double
      let ratio: Double
    }
    let members: Int
    let representative: [Statement]
  }

  let votes: Int
  let participants: Int
  let statements: Int
  /// Camps claimed: 0 where the groups found are not stable.
  let camps: Int
  let groupsFound: Int
  let silhouette: Double
  let groups: [Group]
  let ariToGroups: Double?
  /// How many participants have a group in both.
  let compared: Int
  let splitHalfAri: Double
  let splitHalfAriMin: Double
  let seconds: Double
  let secondsWithStability: Double
  let updateMsP50: Double
  let updateMsP99: Double
  /// What the camps share; where none are claimed, what everyone does.
  let consensus: [Shared]
  /// What the groups found share, claimed or not.
  let groupConsensus: [Shared]

  enum CodingKeys: String, CodingKey {
    case votes, participants, statements, camps, silhouette, groups, compared, seconds, consensus
    case groupsFound = "groups_found"
    case ariToGroups = "ari_to_groups"
    case splitHalfAri = "split_half_ari"
    case splitHalfAriMin = "split_half_ari_min"
    case secondsWithStability = "seconds_with_stability"
    case updateMsP50 = "update_ms_p50"
    case updateMsP99 = "update_ms_p99"
    case groupConsensus = "group_consensus"
  }

  init(file: OpinionFile, map: OpinionMap, known: [String?]?, seconds: Double, secondsWithStability: Double, updates: Durations) {
    let names = file.statements.names
    (votes, participants, statements) = (map.votes.voteCount, map.votes.participantCount, map.votes.statementCount)
    (camps, groupsFound, silhouette) = (map.campCount, map.centers.count, map.silhouette)
    groups = map.centers.indices.map { group in
      Group(
        members: map.memberCount(of: group),
        representative: Representative.statements(of: group, in: map.groupTally).map {
          Group.Statement(statement: names[$0.statement], side: $0.side.rawValue, share: $0.share, ratio: $0.ratio)
        })
    }
    let both = zip(map.groups, known ?? []).compactMap { ours, theirs in ours.flatMap { ours in theirs.map { (ours, $0) } } }
    compared = both.count
    ariToGroups = known == nil ? nil : AdjustedRandIndex.between(both.map(\.0), both.map(\.1))
    (splitHalfAri, splitHalfAriMin) = (map.stability.mean, map.stability.smallest)
    (self.seconds, self.secondsWithStability) = (seconds, secondsWithStability)
    (updateMsP50, updateMsP99) = (updates.percentile(0.5), updates.percentile(0.99))
    func shared(_ consensus: Consensus) -> [Shared] {
      consensus.items.map {
        Shared(statement: names[$0.statement], side: $0.side.rawValue, score: $0.score, lowerBounds: $0.lowerBounds)
      }
    }
    (consensus, groupConsensus) = (shared(map.consensus), shared(map.groupConsensus))
  }

  /// The same in words.
  var summary: String {
    let found = "\(votes) votes of \(participants) people on \(statements) statements; \(groupsFound) groups found, "
    let claim = camps > 0 ? "stable enough to call them camps" : "not stable: no camps"
    var lines = ["\(found)\(claim) (agreement between halves \(String(format: "%.2f", splitHalfAri)))."]
    if let ariToGroups {
      lines.append("Agreement with the known groups, over \(compared) people: \(String(format: "%.3f", ariToGroups)).")
    }
    lines.append("All at once \(Int(seconds * 1000)) ms; 99 of 100 votes within \(String(format: "%.3f", updateMsP99)) ms.")
    lines += consensus.prefix(10).map { "  \($0.side)  \($0.statement)  \(String(format: "%.2f", $0.score))" }
    return lines.joined(separator: "\n")
  }
}
