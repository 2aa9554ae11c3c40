import Community
import Lessons
import Mind
import VillageService

/// What became of a fork's entries, for people and for programs.
struct JoinReport: Encodable {
  struct Step: Encodable {
    let entry: Int
    let kind: String
    let author: String
    /// taken, adapted, same, settled, discussed, set aside, joined before.
    let outcome: String
    /// How it was adapted, why it is discussed or set aside.
    var why: String?
    /// The entry here that did the same or settled it.
    var here: Int?
    /// The entry of the fork that settled it.
    var fork: Int?
    /// The page where people speak of it.
    var place: String?
  }

  struct Contradiction: Encodable {
    let place: String
    let settledIn: Int?
    let entries: [Int]
  }

  let dryRun: Bool
  let common: Int
  let written: Int
  let taken: Int
  let same: Int
  let settled: Int
  let discussed: Int
  let setAside: Int
  let joinedBefore: Int
  let contested: Int
  /// The share of the new entries that nobody has to look at.
  let settledShare: Double
  let contradictions: [Contradiction]
  let steps: [Step]

  init(_ join: LedgerJoin, isDryRun: Bool) {
    let count = join.plan.count
    dryRun = isDryRun
    common = join.common
    written = join.plan.entries.count
    (taken, same, settled, discussed) = (count.taken, count.same, count.settled, count.discussed)
    (setAside, joinedBefore, contested, settledShare) = (count.setAside, count.joinedBefore, count.contested, count.settledShare)
    contradictions = join.plan.contradictions.map {
      Contradiction(place: "/disagreements/\($0.disagreement)", settledIn: $0.settledIn, entries: $0.sources)
    }
    steps = join.plan.steps.map(Self.step)
  }

  private static func step(_ step: JoinStep) -> Step {
    func made(_ outcome: String) -> Step {
      Step(entry: step.entry.sequence, kind: step.entry.act.kind, author: step.entry.author.rawValue, outcome: outcome)
    }
    var told: Step
    switch step.outcome {
    case .taken: told = made("taken")
    case .adapted(let how):
      told = made("adapted")
      told.why = how
    case .same(let here):
      told = made("same")
      told.here = here
    case .settled(by: .here(let here)):
      told = made("settled")
      told.here = here
    case .settled(by: .fork(let fork)):
      told = made("settled")
      told.fork = fork
    case .discussed(let topic, let why):
      told = made("discussed")
      (told.place, told.why) = (place(of: topic), why)
    case .setAside(let why):
      told = made("set aside")
      told.why = why
    case .joinedBefore: told = made("joined before")
    }
    return told
  }

  private static func place(of topic: Topic) -> String {
    switch topic {
    case .lesson(let id), .panel(let id): "/lessons/\(id)"
    case .disagreement(let id): "/disagreements/\(id)"
    case .act(let number): "/acts/\(number)"
    case .comment(let id): "comment \(id)"
    case .proposal(let id): "proposal \(id)"
    case .ballot(let id): "/ballots/\(id)"
    }
  }

  var text: String {
    var lines = [
      "Both villages have the first \(common) entries. Of the fork's \(steps.count) others, \(joinedBefore) were joined before.",
      "  \(taken) \(dryRun ? "would be taken" : "were taken")",
      "  \(same) were done here too",
      "  \(settled) are settled by decisions",
      "  \(discussed) \(dryRun ? "would go" : "went") to discussion",
      "  \(setAside) \(dryRun ? "would be" : "were") set aside",
    ]
    func list(_ title: String, _ outcome: String, _ tell: (Step) -> String) {
      let chosen = steps.filter { $0.outcome == outcome }
      guard !chosen.isEmpty else { return }
      lines += ["", title] + chosen.map { "  \($0.entry)  \($0.kind) by \($0.author): \(tell($0))" }
    }
    list("Taken, but otherwise", "adapted") { $0.why ?? "" }
    list("Settled", "settled") { step in
      step.here.map { "by entry \($0) here" } ?? step.fork.map { "by the fork's own later entry \($0)" } ?? ""
    }
    list("To discussion", "discussed") { "\($0.place ?? ""): \($0.why ?? "")" }
    list("Set aside", "set aside") { $0.why ?? "" }
    if !contradictions.isEmpty {
      lines += ["", "What the two sides taught contradicts in \(contradictions.count) places:"]
      lines += contradictions.map { clash in
        "  \(clash.place)  " + (clash.settledIn.map { "settled by entry \($0)" } ?? "open; taught in the fork's \(clash.entries)")
      }
    }
    if dryRun { lines += ["", "Nothing was written."] }
    return lines.joined(separator: "\n")
  }
}
