import Community
import Hummingbird
import Lessons
import Mind
import Understanding
import VillageService

/// How well questions are understood, what is mixed up, and how sure the assistant must be: the community's to decide.
struct UnderstandingPage: Sendable {
  struct Share: Sendable {
    let name: String
    let figure: String
    let percent: String
  }

  struct Mixed: Sendable {
    let one: Link
    let other: Link
    let times: String
    let sentence: String
  }

  struct Decided: Sendable {
    let by: Person
    let when: When
    let reason: String
  }

  /// Nil where too little was taught to tell.
  let summary: String?
  let shares: [Share]
  let mixed: [Mixed]
  /// How many more sentences would help.
  let more: String?
  let sure: Int
  let lead: Int
  let decided: Decided?
  /// Whether the figures fit what is taught; else they are those to begin with.
  let fitted: Bool
  /// Whether sentences taught lately are still being tried.
  let pending: Bool
  let canDecide: Bool
  let key: String

  static func addRoutes(to routes: Routes) {
    routes.get("/questions/understanding", for: .members) { exchange in
      let viewer = try await exchange.memberViewer()
      let report = await exchange.site.service.understandingReport()
      let thresholds = await exchange.site.service.thresholds
      let isPending = await exchange.site.service.isReporting
      let page = await exchange.look(viewer) { $0.understanding(report, thresholds, isPending) }
      return try await exchange.page("understanding", title: "How well I understand", page, viewer)
    }
    routes.post("/questions/understanding/caution", decide)
  }

  private static func decide(_ exchange: Exchange) async throws -> Response {
    let form = try await exchange.form()
    let reason = try form.required("reason")
    var caution: Caution?
    if try form.optional("act") != "free" {
      guard let sure = try form.number("sure", in: Caution.surenessRange) else { throw Problem.missing("sure") }
      guard let lead = try form.number("lead", in: Caution.leadRange) else { throw Problem.missing("lead") }
      caution = Caution(surenessMin: sure, leadMin: lead)
    }
    _ = try await exchange.record(.cautionSet(caution, reason: reason), form)
    return exchange.redirect(
      to: "/questions/understanding", Flash(caution == nil ? "I find out by myself again." : "I go by that from now on."))
  }
}

extension Scribe {
  private static let mixedMax = 20

  fileprivate func understanding(_ report: UnderstandingReport?, _ thresholds: Thresholds, _ isPending: Bool) -> UnderstandingPage {
    let counts = report.map { OutcomeCounts($0.answers, thresholds) }
    let caution = thresholds.caution
    return UnderstandingPage(
      summary: counts.flatMap { counts in
        counts.all == 0
          ? nil : "\(Numbers.counted(counts.all, "taught sentence", "taught sentences")), each asked as if nobody had taught it:"
      },
      shares: counts.map(shares) ?? [],
      mixed: (report?.confusions ?? []).prefix(Self.mixedMax).map { confusion in
        let (taught, taken) = (questionKind(confusion.taught), questionKind(confusion.understood))
        return .init(
          one: Link(path: URLPath.kind(taught), words: taught.label), other: Link(path: URLPath.kind(taken), words: taken.label),
          times: Numbers.times(confusion.count), sentence: confusion.examples.first?.text ?? "")
      },
      more: report?.curve.sentencesNeeded(forErrorShare: 0.5).map {
        "About \(Numbers.counted(max($0, 1), "more sentence", "more sentences")) for each question would halve the mistakes."
      }, sure: caution.surenessMin, lead: caution.leadMin,
      decided: state.standing.caution.map { .init(by: person($0.author), when: viewer.when($0.time, .full), reason: $0.reason) },
      fitted: report?.fitted != nil, pending: isPending, canDecide: viewer.isTeacher, key: Exchange.newKey())
  }

  private func shares(_ counts: OutcomeCounts) -> [UnderstandingPage.Share] {
    guard counts.all > 0 else { return [] }
    return [
      ("understood rightly", counts.right), ("asked back, with the right one offered", counts.asked),
      ("taken for another question", counts.wrong), ("said that it was not taught", counts.refused),
    ].map { name, count in
      .init(name: name, figure: Numbers.grouped(count), percent: "\(count * 100 / counts.all)")
    }
  }
}
