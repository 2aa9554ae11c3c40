import Mind
import Dialogue
import Examination
import Community
import Hummingbird
import Ledger
import Lessons
import Reasoning
import VillageService

/// What waits for people: disagreements, raised hands, newcomers' lessons; and how people ask.
struct QuestionsPage: Sendable {
  struct Disagreement: Sendable {
    let id: String
    let path: String
    let question: String
    let about: String
    let aboutPath: String
    let since: When
    let sides: [LessonLine]
    let `case`: String?
    let asksMe: Bool
    let comments: String?
    /// “in 12 answers of the last 30 days”; nil where in none.
    let answers: String?
  }

  struct Settled: Sendable {
    let question: String
    let path: String
    let outcome: String
    let when: When
  }

  struct Hand: Sendable {
    let id: String
    let question: String
    let times: String
    let when: When
    let nearest: String?
    let starter: String
    let key: String
    let canDismiss: Bool
    let wordings: [String]
  }

  struct Kind: Sendable {
    let id: String
    let path: String
    let name: String
    let count: String
    let examples: [String]
    let answer: String?
    let by: Person?
    let open: Bool
  }

  struct Test: Sendable {
    let question: String
    let expected: String
    let path: String
    let by: Person?
    let when: When?
    /// What is said instead; nil where the test passes.
    let said: String?
  }

  struct Counts: Sendable {
    let disagreements: String
    let hands: String
    let review: String
    let tests: String
    let kinds: String
  }

  let disagreements: [Disagreement]
  let settled: [Settled]
  let hands: [Hand]
  let review: [LessonLine]
  let tests: [Test]
  /// “2 of 14 fail”; nil where there is no test.
  let testsSummary: String?
  let kinds: [Kind]
  let canTeach: Bool
  let counts: Counts

  static func addRoutes(to routes: Routes) {
    routes.get("/questions", for: .members) { exchange in
      let viewer = try await exchange.memberViewer()
      let raised = try await exchange.site.people.raisedHands(.open, limit: handsMax)
      let starters = await exchange.starters(raised)
      let views = try await exchange.site.service.disagreements()
      let census = exchange.site.census
      let results = await exchange.site.service.testResults()
      let page = await exchange.look(viewer) { scribe in
        let hands = zip(raised, starters).map { scribe.hand($0, $1) }
        return scribe.questions(views, hands: hands, results, census.census(of: scribe.state))
      }
      return try await exchange.page("questions", title: "Questions", page, viewer)
    }
    routes.post("/raised-hands/{id}/dismissal") { exchange in
      _ = try await exchange.form()
      try await exchange.dismissHand(try exchange.parameter("id"))
      return exchange.redirect(to: "/questions#hands", Flash("That question is off the list."))
    }
    routes.post("/question-kinds/{id}/examples") { exchange in
      let form = try await exchange.form()
      let member = try exchange.member()
      let text = try form.required("text", charactersMax: 400).replacing("\"", with: "'")
      let kind = try await exchange.kind(try exchange.parameter("id"))
      let lesson = Lesson(
        id: ID(exchange.site.service.newID()), .example(Example(text, asks: kind)),
        words: "When people ask \"\(text)\", they are asking \(kind.label).")
      let recorded = try await exchange.site.service.record(.taught([lesson]), by: member, request: try exchange.requestKey(form))
      return exchange.redirect(
        to: exchange.cameFrom(or: URLPath.kind(kind)), Flash("I know that wording now.", undo: URLPath.undo(recorded.entry.sequence)))
    }
  }

  private static let handsMax = 100
}

extension Exchange {
  /// How a lesson that answers each question would begin.
  fileprivate func starters(_ hands: [RaisedHand]) async -> [(starter: String, nearest: String?)] {
    var starters: [(starter: String, nearest: String?)] = []
    for hand in hands {
      let answer = await site.service.answer(hand.question, in: .init(), from: .community).answer
      let known = answer.understood.mentions.map(\.concept.label)
      starters.append(
        (answer.starter ?? "", known.isEmpty ? nil : "I know \(known.joined(separator: " and ")), but not what was asked."))
    }
    return starters
  }

  /// Takes a question off the list: it is not for this village to answer.
  func dismissHand(_ id: String) async throws {
    let member = try member()
    let role = await site.service.look { $0.standing.role(of: member) }
    guard let role, role >= .teacher else { throw Problem(Refusal.needsRole(.teacher)) }
    guard let hand = try await hand(id) else { throw Problem(PrivateStoreError.unknownQuestion(id)) }
    _ = try await site.people.settleHand(key: hand.key, as: .dismissed, by: member.rawValue, now: site.clock())
  }
}

extension Scribe {
  private static let settledMax = 20
  private static let examplesMax = 12
  private static let testsMax = 200

  func questions(_ views: [DisagreementView], hands: [QuestionsPage.Hand], _ results: [TestResult], _ census: Census) -> QuestionsPage {
    let open = views.filter { $0.status == .open }.compactMap(card)
    let settled = views.compactMap(settled).prefix(Self.settledMax)
    let review = state.waitingLessons().compactMap { line($0) }
    let kinds = census.kinds.map { kind in
      QuestionsPage.Kind(
        id: HandID.of(kind.question.key), path: URLPath.kind(kind.question), name: kind.question.label,
        count: Numbers.counted(kind.examples.count, "example", "examples"),
        examples: kind.examples.prefix(Self.examplesMax).map(\.utterance), answer: nil, by: kind.examples.first.map { person($0.author) },
        open: false)
    }
    return QuestionsPage(
      disagreements: open, settled: Array(settled), hands: hands, review: review, tests: results.prefix(Self.testsMax).map(test),
      testsSummary: results.isEmpty ? nil : summary(results),
      kinds: kinds, canTeach: viewer.canTeach,
      counts: .init(
        disagreements: Numbers.grouped(open.count), hands: Numbers.grouped(hands.count), review: Numbers.grouped(review.count),
        tests: Numbers.grouped(results.count),
        kinds: Numbers.grouped(kinds.count)))
  }

  /// Wordings of one test count once together: nobody makes a score better by saying the same two hundred times.
  private func summary(_ results: [TestResult]) -> String {
    let failures = results.count { !$0.passes }
    let all = Numbers.grouped(results.count)
    guard failures > 0 else { return "All \(all) are answered as they should be." }
    let weights = SharedWeight.weights(results.prefix(Self.testsMax).map { SharedWeight.shingles($0.test.question + " " + $0.test.words) })
    let share = SharedWeight.score(results.prefix(Self.testsMax).map(\.passes), weights: weights)
    let alike = weights.contains { $0 < 1 } ? " Wordings of one test counted once: \(Int((share * 100).rounded())) of 100 are right." : ""
    return "\(Numbers.grouped(failures)) of \(all) are answered otherwise now.\(alike)"
  }

  private func test(_ result: TestResult) -> QuestionsPage.Test {
    let record = state.standing.lessons[result.lesson]
    let expected =
      switch result.test.expectation {
      case .says(let words): words
      case .mentions(let words): "… \(words) …"
      }
    return .init(
      question: result.test.question, expected: expected, path: URLPath.lesson(result.lesson), by: record.map { person($0.author) },
      when: record.map { viewer.when($0.current.time) }, said: result.passes ? nil : result.said)
  }

  func card(_ view: DisagreementView) -> QuestionsPage.Disagreement? {
    guard let clash = view.clash else { return nil }
    let said = comments(on: .disagreement(view.id)).count
    return .init(
      id: view.id.rawValue, path: URLPath.disagreement(view.id), question: question(clash), about: clash.subject.label,
      aboutPath: aboutPath(clash), since: since(view.sides), sides: view.sides.compactMap { $0.first.flatMap { line($0) } },
      case: whereItMatters(clash), asksMe: clash.allLessons.contains { state.standing.lessons[$0]?.author == viewer.member },
      comments: said == 0 ? nil : Numbers.counted(said, "comment", "comments"),
      answers: view.answersTouched == 0 ? nil : "in \(Numbers.counted(view.answersTouched, "answer", "answers")) of the last 30 days")
  }

  private func settled(_ view: DisagreementView) -> QuestionsPage.Settled? {
    guard case .settled(let record) = view.status else { return nil }
    return .init(
      question: title(view), path: URLPath.disagreement(view.id), outcome: outcome(record.settlement.outcome).lowercased(),
      when: viewer.when(record.time))
  }

  func hand(_ hand: RaisedHand, _ help: (starter: String, nearest: String?)) -> QuestionsPage.Hand {
    .init(
      id: HandID.of(hand.key), question: hand.question, times: "asked \(Numbers.times(hand.count))", when: viewer.when(hand.lastAsked),
      nearest: help.nearest, starter: help.starter, key: Exchange.newKey(), canDismiss: viewer.isTeacher, wordings: [])
  }
}
