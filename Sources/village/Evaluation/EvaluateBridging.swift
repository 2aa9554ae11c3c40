import ArgumentParser
import Community
import Foundation
import Understanding

struct EvaluateBridging: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bridging",
    abstract: "Estimate what is agreed on across camps, all at once and vote by vote, and compare the two.",
    discussion: """
      The last tenth of the votes is heard one by one after an estimation from the others. Votes are taken in the order of \
      the file; unsure ones are left out.
      """)

  @Option(help: "Votes with a header: participant, statement, vote (1 agree, 0 pass, -1 disagree).")
  var votes: String?

  @Option(help: "Without a file: so many made-up votes.")
  var synthetic = 1_000_000

  @Option(help: "From where chance begins.")
  var seed: UInt64 = 0

  @Flag(help: "Print the intercept of every item, too, for comparison with other programs.")
  var intercepts = false

  @Flag(help: "Print one JSON object.")
  var json = false

  private struct Report: Encodable {
    let votes: Int
    let members: Int
    let items: Int
    let sweeps: Int
    let converged: Bool
    let refitSeconds: Double
    let explained: Double
    let largestDifference: Double
    let correlation: Double
    let updateMsP50: Double
    let updateMsP99: Double
    let coSurpriseUsPerVote: Double
    let intercepts: [String: Double]?

    enum CodingKeys: String, CodingKey {
      case votes, members, items, sweeps, converged, explained, correlation, intercepts
      case refitSeconds = "refit_seconds"
      case largestDifference = "largest_difference"
      case updateMsP50 = "update_ms_p50"
      case updateMsP99 = "update_ms_p99"
      case coSurpriseUsPerVote = "co_surprise_us_per_vote"
    }
  }

  private struct Vote {
    let member: Int
    let item: Int
    let agrees: Bool
  }

  func run() throws {
    let file = try votes.map { try OpinionFile(votes: $0) }
    let cast =
      file.map { file in
        file.votes.filter { $0.vote != .pass }.map { Vote(member: $0.participant, item: $0.statement, agrees: $0.vote == .agree) }
      } ?? madeUp()
    var full = BridgingModel()
    for vote in cast { full.put(vote.agrees ? 1 : 0, by: vote.member, on: vote.item) }
    let clock = ContinuousClock()
    var refit: BridgingModel.Refit?
    let duration = clock.measure { refit = full.refit() }
    let cut = cast.count * 9 / 10
    var streamed = BridgingModel()
    for vote in cast[..<cut] { streamed.put(vote.agrees ? 1 : 0, by: vote.member, on: vote.item) }
    streamed.refit()
    let updates = Durations(
      milliseconds: cast[cut...].map { vote in
        clock.measure { streamed.cast(vote.agrees ? 1 : 0, by: vote.member, on: vote.item) } / .milliseconds(1)
      })
    let pairs = (0..<full.itemCount).map { (full.intercept(ofItem: $0), streamed.intercept(ofItem: $0)) }
    let names = file?.statements.names
    let report = Report(
      votes: full.voteCount, members: full.memberCount, items: full.itemCount, sweeps: refit?.sweeps ?? 0,
      converged: refit?.converged ?? false, refitSeconds: duration / .seconds(1), explained: full.explainedByFactor(),
      largestDifference: pairs.map { abs($0 - $1) }.max() ?? 0, correlation: correlation(pairs), updateMsP50: updates.percentile(0.5),
      updateMsP99: updates.percentile(0.99), coSurpriseUsPerVote: coSurprise(cast, cut, clock),
      intercepts: intercepts
        ? Dictionary(uniqueKeysWithValues: pairs.indices.map { (names?[$0] ?? String($0), pairs[$0].0) }) : nil)
    if json { return try printJSON(report) }
    print(
      """
      \(report.votes) votes of \(report.members) people on \(report.items) items. All at once \(String(format: "%.3f", report.refitSeconds)) s, \
      \(report.sweeps) sweeps; one vote \(String(format: "%.4f", report.updateMsP50)) ms, 99 of 100 within \
      \(String(format: "%.4f", report.updateMsP99)) ms.
      The last tenth vote by vote against all at once: at most \(String(format: "%.3f", report.largestDifference)) apart, correlation \
      \(String(format: "%.5f", report.correlation)). Co-surprise \(String(format: "%.2f", report.coSurpriseUsPerVote)) µs a vote.
      """)
  }

  /// Votes from a few very active members and on a few much voted items, as anywhere.
  private func madeUp() -> [Vote] {
    var random = SeededGenerator(seed: seed)
    let (members, items) = (max(20, synthetic / 30), max(20, synthetic / 100))
    let stands = (0..<members).map { _ in Double.random(in: -1...1, using: &random) }
    let leans = (0..<items).map { _ in (Double.random(in: -0.4...0.4, using: &random), Double.random(in: -0.4...0.4, using: &random)) }
    func skewed(_ count: Int) -> Int {
      let draw = Double.random(in: 0..<1, using: &random)
      return min(count - 1, Int(draw * draw * draw * Double(count)))
    }
    var seen = Set<Int>(minimumCapacity: synthetic)
    var votes: [Vote] = []
    while votes.count < synthetic {
      let (member, item) = (skewed(members), skewed(items))
      guard seen.insert(member * items + item).inserted else { continue }
      let chance = 0.5 + leans[item].0 + leans[item].1 * stands[member]
      votes.append(Vote(member: member, item: item, agrees: Double.random(in: 0..<1, using: &random) < chance))
    }
    return votes
  }

  private func correlation(_ pairs: [(Double, Double)]) -> Double {
    let n = Double(pairs.count)
    let (a, b) = (pairs.reduce(0) { $0 + $1.0 } / n, pairs.reduce(0) { $0 + $1.1 } / n)
    let (ab, aa, bb) = pairs.reduce((0.0, 0.0, 0.0)) { sum, pair in
      (sum.0 + (pair.0 - a) * (pair.1 - b), sum.1 + (pair.0 - a) * (pair.0 - a), sum.2 + (pair.1 - b) * (pair.1 - b))
    }
    return aa > 0 && bb > 0 ? ab / (aa * bb).squareRoot() : 1
  }

  /// Microseconds a later vote, when items are foretold from the first nine tenths.
  private func coSurprise(_ votes: [Vote], _ cut: Int, _ clock: ContinuousClock) -> Double {
    var agrees: [Int: Double] = [:]
    var counts: [Int: Double] = [:]
    for vote in votes[..<cut] {
      agrees[vote.item, default: 0] += vote.agrees ? 1 : 0
      counts[vote.item, default: 0] += 1
    }
    var joins = CoSurprise()
    for (item, count) in counts where count >= Double(CoSurprise.votesMin) {
      joins.freeze(item, agrees: [0, 0, agrees[item] ?? 0], votes: [0, 0, count])
    }
    let duration = clock.measure { for vote in votes[cut...] { joins.observe(vote.agrees, by: vote.member, on: vote.item, camp: nil) } }
    return duration / .microseconds(1) / Double(max(1, votes.count - cut))
  }
}
