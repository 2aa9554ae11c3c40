import Mind
import Community
import Hummingbird
import Lessons
import Reasoning
import TeachingLanguage
import VillageService

/// Two lessons that cannot both hold: the sides, where it matters, what colleagues say, and how it is settled.
struct DisagreementPage: Sendable {
  struct Head: Sendable {
    let id: String
    let path: String
    let question: String
    let about: String
    let aboutPath: String
    let since: When
  }

  struct Settlement: Sendable {
    let by: Person
    let when: When
    let outcome: String
    let reason: String
    let results: [String]
    /// The day on which to look at it again.
    let review: String?
  }

  /// A side and who spoke for and against it.
  struct Arguments: Sendable {
    let sentence: String
    let path: String
    let held: [OpinionsView.Held]
  }

  struct Dissent: Sendable {
    let by: Person
    let when: When
    let text: String
  }

  struct Case: Sendable {
    struct Answer: Sendable {
      let by: Person
      let text: String
      let holds: String
    }

    let question: String
    let answers: [Answer]
  }

  let disagreement: Head
  let sides: [LessonLine]
  let settlement: Settlement?
  let canSettle: Bool
  /// Whether one may put a way to settle it to the vote.
  let canPropose: Bool
  let proposals: [ProposalView]
  let arguments: [Arguments]
  let hasArguments: Bool
  let credence: CredenceView?
  /// Of how it was settled.
  let opinions: OpinionsView
  let hasOpinions: Bool
  /// Whether one may go before the other without the other falling.
  let canRank: Bool
  /// Whether each may hold for its own people, place or time.
  let canScope: Bool
  /// What becomes of the rest where one holds.
  let fate: String
  let canReopen: Bool
  let dissents: [Dissent]
  let scale: Scale?
  let `case`: Case?
  let same: String?
  let comments: [LessonPage.CommentView]
  let canComment: Bool
  let key: String

  static func addRoutes(to routes: Routes) {
    routes.get("/disagreements/{id}") { exchange in
      let id = try exchange.id("id", of: Disagreement.self)
      let viewer = try await exchange.viewer()
      guard let view = await exchange.site.service.disagreement(id) else { throw Problem(Refusal.unknownDisagreement(id)) }
      let page = await exchange.look(viewer) { $0.disagreement(view) }
      return try await exchange.page("disagreement", title: page.disagreement.question, page, viewer)
    }
    routes.post("/disagreements/{id}/comments") { exchange in
      let form = try await exchange.form()
      let id = try await exchange.knownDisagreement()
      _ = try await exchange.comment(on: .disagreement(id), try form.required("text"), form)
      return exchange.redirect(to: URLPath.disagreement(id) + "#comments")
    }
    routes.post("/disagreements/{id}/dissent") { exchange in
      let form = try await exchange.form()
      let id = try await exchange.knownDisagreement()
      _ = try await exchange.comment(on: .disagreement(id), Scribe.dissentMark + (try form.required("text")), form)
      return exchange.redirect(to: URLPath.disagreement(id), Flash("Your dissent stands beside the settlement."))
    }
    routes.post("/disagreements/{id}/settlement") { exchange in
      let form = try await exchange.form()
      let id = try exchange.id("id", of: Disagreement.self)
      let settlement = try await exchange.settlement(of: id, SettlementWish(form))
      let recorded = try await exchange.record(.settled(settlement), form)
      return exchange.redirect(to: URLPath.disagreement(id), Flash("It is settled.", undo: URLPath.undo(recorded.entry.sequence)))
    }
    routes.post("/disagreements/{id}/reopening") { exchange in
      let form = try await exchange.form()
      let id = try exchange.id("id", of: Disagreement.self)
      _ = try await exchange.record(.reopened(id, reason: try form.required("reason")), form)
      return exchange.redirect(to: URLPath.disagreement(id), Flash("It is open again."))
    }
  }
}

extension Exchange {
  func knownDisagreement() async throws -> ID<Disagreement> {
    let id = try id("id", of: Disagreement.self)
    guard await site.service.disagreement(id) != nil else { throw Problem(Refusal.unknownDisagreement(id)) }
    return id
  }

  /// The settlement that someone wishes for, with all lessons on the table and its scopes read.
  func settlement(of id: ID<Disagreement>, _ wish: SettlementWish) async throws -> Settlement {
    guard let view = await site.service.disagreement(id) else { throw Problem(Refusal.unknownDisagreement(id)) }
    let lessons = view.sides.flatMap { $0 }.sorted()
    let outcome: Settlement.Outcome
    switch wish.outcome {
    case .holds:
      // A position may be stated by several lessons: where one holds, all of its side do.
      outcome = .holds(view.sides.filter { !Set($0).isDisjoint(with: wish.winners) }.flatMap { $0 }.sorted())
    case .scoped:
      var scopes: [Settlement.Scope] = []
      for (lesson, words) in wish.scopes {
        guard let record = await site.service.look({ $0.standing.lessons[lesson] }), lessons.contains(lesson) else {
          throw Problem(Refusal.unknownLesson(lesson))
        }
        let qualifiers = try await qualifiers(words, of: record.lesson)
        for id in view.sides.first(where: { $0.contains(lesson) }) ?? [lesson] { scopes.append(.init(id, qualifiers)) }
      }
      outcome = .scoped(scopes)
    case .precedes:
      outcome = .precedes(view.sides.filter { !Set($0).isDisjoint(with: wish.winners) }.flatMap { $0 }.sorted())
    case .both: outcome = .pointsOfView
    case .none: outcome = .withdrawn
    case .merged: outcome = .merged(into: try await merged(wish.merged ?? ""))
    }
    return Settlement(id, lessons: lessons, outcome, reason: wish.reason, dissent: wish.dissent, review: wish.review)
  }

  /// Teaches the sentence that is to hold instead of those that clash.
  private func merged(_ sentence: String) async throws -> ID<Lesson> {
    let taught = try await site.service.teach(sentence, by: try member())
    for case .recorded(_, let lessons, _, let isWaiting, _) in taught.map(\.outcome) {
      if let lesson = lessons.first, lessons.count == 1, !isWaiting { return lesson }
    }
    throw Problem.invalid("merged", "is no single sentence that I understood and may count at once; teach it first, then settle")
  }

  /// Reads “for pregnant patients; since 2023” by putting it beside the lesson's own sentence, so that people write scopes
  /// here in the words in which they teach them.
  private func qualifiers(_ words: String, of lesson: Lesson) async throws -> Qualifiers {
    let viewer = try await memberViewer()
    let plain = await look(viewer) { $0.sayer.say(Lesson(id: lesson.id, lesson.teaching, .none, words: lesson.words)) }
    let body = plain.hasSuffix(".") ? String(plain.dropLast()) : plain
    for phrase in [words, "for \(words)"] {
      let clauses = phrase.split(separator: ";").map { $0.trimming(while: \.isWhitespace) }
      for text in ["\(body) \(clauses.joined(separator: " ")).", "\(clauses.joined(separator: ", ")), \(body)."] {
        let readings = await site.service.preview(text, by: viewer.member).flatMap(\.readings)
        for case .lesson(let taught) in readings.map(\.reading.meaning) {
          guard taught.count == 1, let only = taught.first, only.qualifiers.scopeOnly != .none else { continue }
          var qualifiers = only.qualifiers
          qualifiers.source = lesson.qualifiers.source
          return qualifiers
        }
      }
    }
    throw Problem.invalid(
      "scope", "“\(words)” is not a way I know to say for whom or when; write for example “for pregnant patients” or “since 2023”")
  }
}

extension Qualifiers {
  /// For whom and when, without on whose word.
  var scopeOnly: Qualifiers { Qualifiers(audience: audience, region: region, from: from, until: until) }
}

extension Scribe {
  static let dissentMark = "Dissent: "

  func title(_ view: DisagreementView) -> String {
    if let clash = view.clash { return question(clash) }
    return view.sides.compactMap { $0.first.flatMap { state.standing.lessons[$0] } }.map(sentence).joined(separator: " Or: ")
  }

  func outcome(_ outcome: Settlement.Outcome) -> String {
    switch outcome {
    case .holds: "One of them holds"
    case .scoped: "Each holds for its own"
    case .precedes: "Where both apply, one goes first"
    case .pointsOfView: "Both stay, as points of view"
    case .merged: "One sentence holds instead of them"
    case .withdrawn: "None of them holds"
    }
  }

  func results(_ outcome: Settlement.Outcome) -> [String] {
    switch outcome {
    case .holds(let winners), .precedes(let winners): winners.compactMap { state.standing.lessons[$0] }.map { sentence($0) }
    case .scoped(let scopes):
      scopes.compactMap { scope in state.standing.lessons[scope.lesson].map { sentence($0.lesson.scoped(to: scope.qualifiers)) } }
    case .merged(let lesson): [lesson].compactMap { state.standing.lessons[$0] }.map { sentence($0) }
    case .pointsOfView, .withdrawn: []
    }
  }

  func disagreement(_ view: DisagreementView) -> DisagreementPage {
    var record: SettlementRecord?
    if case .settled(let last) = view.status { record = last }
    let all = comments(on: .disagreement(view.id))
    let isDissent = { (comment: LessonPage.CommentView) in comment.text.hasPrefix(Self.dissentMark) }
    let subject = view.clash?.subject ?? subject(of: view.sides)
    let arguments = view.sides.compactMap { side -> DisagreementPage.Arguments? in
      guard let first = side.first, let record = state.standing.lessons[first] else { return nil }
      let held = side.flatMap { opinions(on: .lesson($0), back: "").held }
      return .init(sentence: sentence(record), path: URLPath.lesson(first), held: held)
    }
    var dissents = all.filter(isDissent).map {
      DisagreementPage.Dissent(by: $0.by, when: $0.when, text: String($0.text.dropFirst(Self.dissentMark.count)))
    }
    if let record, !record.settlement.dissent.isEmpty {
      dissents.insert(.init(by: person(record.author), when: viewer.when(record.time, .full), text: record.settlement.dissent), at: 0)
    }
    return DisagreementPage(
      disagreement: .init(
        id: view.id.rawValue, path: URLPath.disagreement(view.id), question: title(view), about: subject?.label ?? "the village",
        aboutPath: view.clash.map(aboutPath) ?? subject.map(URLPath.concept) ?? "/knowledge", since: since(view.sides)),
      sides: view.sides.compactMap { $0.first.flatMap { line($0) } },
      settlement: record.map {
        .init(
          by: person($0.author), when: viewer.when($0.time, .full), outcome: outcome($0.settlement.outcome), reason: $0.settlement.reason,
          results: results($0.settlement.outcome), review: $0.settlement.review?.iso)
      }, canSettle: record == nil && viewer.isTeacher && view.clash != nil,
      canPropose: record == nil && viewer.canTeach && view.clash != nil,
      proposals: proposals(for: view.id, canSettle: record == nil && viewer.isTeacher && view.clash != nil), arguments: arguments,
      hasArguments: record == nil && viewer.role != nil,
      credence: viewer.role == nil ? nil : credence(between: view.sides),
      opinions: opinions(on: .disagreement(view.id), back: URLPath.disagreement(view.id), byAuthor: record?.author),
      hasOpinions: state.standing.opinionCount(on: .disagreement(view.id)).all > 0,
      canRank: view.clash.map { [.rules, .ruleAgainstFact].contains($0.kind) } ?? false,
      canScope: view.clash?.kind.canBeScoped ?? true, fate: view.clash.map(fateOfOthers) ?? "",
      canReopen: record != nil && viewer.isTeacher,
      dissents: record == nil ? [] : dissents, scale: view.clash.flatMap(scale), case: view.clash.flatMap(caseShown), same: nil,
      comments: record == nil ? all : all.filter { !isDissent($0) }, canComment: viewer.canTeach, key: Exchange.newKey())
  }

  /// The page of what it is about; of its first lesson where that has none.
  func aboutPath(_ clash: Clash) -> String {
    clash.kind.isAboutThings ? URLPath.concept(clash.subject) : clash.sides.first?.first.map(URLPath.lesson) ?? "/knowledge"
  }

  private func subject(of sides: [[ID<Lesson>]]) -> Concept? {
    for id in sides.flatMap({ $0 }) {
      if case .claim(let claim)? = state.standing.lessons[id]?.lesson.teaching { return claim.subject }
    }
    return nil
  }

  private func caseShown(_ clash: Clash) -> DisagreementPage.Case? {
    let witness = clash.witness
    guard clash.kind.isAboutThings, clash.kind != .definitionCycle, whereItMatters(clash) != nil else { return nil }
    let answers = zip(clash.sides, witness.answers).compactMap { side, answer -> DisagreementPage.Case.Answer? in
      guard let record = side.first.flatMap({ state.standing.lessons[$0] }) else { return nil }
      return .init(by: person(record.author), text: words(answer), holds: "if “\(sentence(record))” holds")
    }
    let question = witness.conditions.isEmpty ? sayer.say(witness.question) : "If \(conditions(witness))"
    return .init(question: question, answers: answers)
  }
}
