import Community
import HTTPTypes
import Hummingbird
import Ledger
import Lessons
import Mind
import Reasoning
import VillageService

/// Teaching, and what may be done with a lesson.
enum LessonsAPI {
  private struct Taught: Decodable {
    let text: Text
    /// The reading that is meant, by its paraphrase.
    let reading: Text?
    /// Keep it as a note.
    let note: Bool?
    /// The raised hand that this answers.
    let hand: Text?
  }

  private struct Revision: Decodable {
    let text: Text
    let seen: Int?
  }

  private struct Review: Decodable {
    enum Decision: String, Decodable { case accept, decline }
    let decision: Decision
    let reason: Text?
    let ground: GivenGround?
  }

  private struct Said: Decodable {
    let text: Text
  }

  private struct Challenge: Decodable {
    let text: Text?
    let reason: Text
  }

  struct List: Encodable, Sendable {
    let lessons: [LessonDocument]
    let next: String?
  }

  static func addRoutes(to routes: Routes) {
    routes.get("/api/v1/lessons", for: .members, list)
    routes.post("/api/v1/lessons", for: .members, teach)
    routes.get("/api/v1/lessons/{id}") { exchange in try await exchange.lessonDocument(exchange.id("id")) }
    routes.get("/api/v1/lessons/{id}/effects", for: .members) { exchange in
      let id = try exchange.id("id", of: Lesson.self)
      let viewer = try await exchange.memberViewer()
      let isSeen = await exchange.look(viewer) { scribe in scribe.state.standing.lessons[id].map(scribe.mayBeSeen) ?? false }
      guard isSeen else { throw Problem(Refusal.unknownLesson(id)) }
      let effects = await exchange.site.service.effects(of: id, for: viewer.member)
      return try exchange.json(await exchange.look(viewer) { $0.document(effects ?? .none) })
    }
    routes.patch("/api/v1/lessons/{id}", for: .members, revise)
    routes.delete("/api/v1/lessons/{id}", for: .members) { exchange in
      let id = try exchange.id("id", of: Lesson.self)
      let query = try exchange.query()
      let act = Act.retracted(id, reason: try query.optional("reason") ?? "")
      return try exchange.json(RecordedDocument(try await exchange.record(act, on: try query.ground())))
    }
    routes.post("/api/v1/lessons/{id}/review", for: .members) { exchange in
      let id = try exchange.id("id", of: Lesson.self)
      let review = try await exchange.json(Review.self)
      let reason = review.reason?.text ?? ""
      let ground = try review.ground?.ground()
      if review.decision == .accept {
        _ = try await exchange.record(.accepted(id, reason: reason))
      } else {
        _ = try await exchange.record(.declined(id, reason: reason), on: ground)
      }
      return try await exchange.lessonDocument(id)
    }
    routes.post("/api/v1/lessons/{id}/comments", for: .members) { exchange in
      let id = try exchange.id("id", of: Lesson.self)
      return try await exchange.commentDocument(on: .lesson(id), try await exchange.json(Said.self).text.text)
    }
    routes.post("/api/v1/lessons/{id}/challenge", for: .members, challenge)
  }

  private static func list(_ exchange: Exchange) async throws -> Response {
    let viewer = try await exchange.memberViewer()
    let query = try exchange.query()
    let paging = try Paging(query)
    let author = try query.optional("author", charactersMax: 100).map { ID<Member>($0) }
    let status = try query.choice("status", LessonRecord.Status.self)
    let words = try query.optional("q", charactersMax: 200)?.lowercased()
    return try exchange.json(
      await exchange.look(viewer) { scribe in
        let ids: [ID<Lesson>] =
          if let author {
            scribe.state.standing.members[author]?.lessons ?? []
          } else {
            scribe.state.standing.members.sorted { $0.key < $1.key }.flatMap(\.value.lessons)
          }
        let start = paging.after.flatMap { after in ids.firstIndex(of: ID(after)).map { $0 + 1 } } ?? 0
        var lessons: [LessonDocument] = []
        var next: String?
        for id in ids[start...] {
          guard let record = scribe.state.standing.lessons[id], status == nil || record.status == status else { continue }
          if let words, !record.lesson.words.lowercased().contains(words), !scribe.sentence(record).lowercased().contains(words) {
            continue
          }
          if lessons.count == paging.limit {
            next = lessons.last?.id
            break
          }
          if let document = scribe.document(id) { lessons.append(document) }
        }
        return List(lessons: lessons, next: next)
      })
  }

  private static func teach(_ exchange: Exchange) async throws -> Response {
    let given = try await exchange.json(Taught.self)
    let member = try exchange.member()
    let viewer = try await exchange.memberViewer()
    let hand = try await exchange.hand(given.hand?.text)
    let choice: Choice? = given.note == true ? .note : given.reading.map { .reading(paraphrase: $0.text) }
    let taught = try await exchange.site.service.teach(given.text.text, by: member, request: try exchange.requestKey(), choose: choice)
    if let hand { try await exchange.lowerIfAnswered(hand, by: member) }
    let results = await exchange.look(viewer) { scribe in taught.map(scribe.document) }
    return try exchange.json(Results(results: results), status: results.contains { $0.sequence != nil } ? .created : .ok)
  }

  private static let revisions = 1...1_000_000

  private static func revise(_ exchange: Exchange) async throws -> Response {
    let id = try exchange.id("id", of: Lesson.self)
    let given = try await exchange.json(Revision.self)
    let member = try exchange.member()
    let key = try exchange.requestKey()
    if let seen = given.seen, !revisions.contains(seen) {
      throw Problem.invalid("seen", "is no whole number from \(revisions.lowerBound) to \(revisions.upperBound)")
    }
    var seen = given.seen
    if let match = exchange.request.headers[.ifMatch] {
      let current = try await exchange.currentTag(of: id)
      guard match == "*" || match == current.tag else { throw Problem.preconditionFailed }
      seen = seen ?? current.revision
    }
    guard let seen else { throw Problem.missing("seen") }
    _ = try await exchange.site.service.revise(id, to: given.text.text, seen: seen, by: member, request: key)
    return try await exchange.lessonDocument(id)
  }

  private static func challenge(_ exchange: Exchange) async throws -> Response {
    struct Answer: Encodable {
      let comment: CommentDocument
      let results: [TaughtDocument]
    }
    let id = try exchange.id("id", of: Lesson.self)
    let given = try await exchange.json(Challenge.self)
    let member = try exchange.member()
    let viewer = try await exchange.memberViewer()
    let recorded = try await exchange.comment(on: .lesson(id), given.reason.text)
    var taught: [TaughtSentence] = []
    if let instead = given.text?.text {
      let key = try exchange.requestKey().map { "\($0)-instead" }
      taught = try await exchange.site.service.teach(instead, by: member, request: key)
    }
    let said = taught
    return try exchange.json(
      await exchange.look(viewer) { scribe in Answer(comment: scribe.document(recorded), results: said.map(scribe.document)) },
      status: .created)
  }

  struct Results: Encodable, Sendable {
    let results: [TaughtDocument]
  }
}

/// Where in the ledger something was recorded.
struct RecordedDocument: Encodable {
  let sequence: Int

  init(_ recorded: Recorded) { sequence = recorded.entry.sequence }
}

/// What became of one sentence.
struct TaughtDocument: Encodable, Sendable {
  let text: String
  let outcome: String
  var sequence: Int?
  var lessons: [String]?
  var said: String?
  var waiting: Bool?
  var disagreements: [String]?
  var readings: [ReadingDocument]?
  var answer: AnswerDocument?
  var repair: RepairDocument?
  /// A sentence that teaches how to understand what was said before and could not be read.
  var phrasing: String?

  init(_ text: String, _ outcome: String) {
    self.text = text
    self.outcome = outcome
  }
}

extension Scribe {
  func document(_ sentence: TaughtSentence) -> TaughtDocument {
    switch sentence.outcome {
    case .recorded(let sequence, let lessons, let said, let isWaiting, let clashes):
      var document = TaughtDocument(sentence.text, "recorded")
      document.sequence = sequence
      document.lessons = lessons.map(\.rawValue)
      document.said = said
      document.waiting = isWaiting
      document.disagreements = clashes.map(\.rawValue)
      document.phrasing = sentence.phrasing
      return document
    case .confirm(let readings):
      var document = TaughtDocument(sentence.text, "confirm")
      document.readings = readings.map(self.document)
      return document
    case .choose(let readings):
      var document = TaughtDocument(sentence.text, "choose")
      document.readings = readings.map(self.document)
      return document
    case .answered(let answer):
      var document = TaughtDocument(sentence.text, "answered")
      document.answer = self.document(answer)
      return document
    case .noted(let sequence, let note, let repair):
      var document = TaughtDocument(sentence.text, "noted")
      document.sequence = sequence
      document.lessons = [note.rawValue]
      document.repair = repair.map(RepairDocument.init)
      return document
    }
  }

  /// The comment that an entry made.
  func document(_ recorded: Recorded) -> CommentDocument {
    var (id, text) = ("", "")
    if case .commented(let comment, _, let words) = recorded.entry.act { (id, text) = (comment.rawValue, words) }
    return CommentDocument(id: id, text: text, author: personDocument(recorded.entry.author), time: Times.iso(recorded.entry.time))
  }
}

extension Problem {
  static let preconditionFailed = Problem(
    .preconditionFailed, "revised-meanwhile", "Someone was faster",
    "The lesson is not the one that you had seen any more; nothing was changed.",
    hint: "Read it again and send your change with its new ETag.")
}

extension Exchange {
  func lessonDocument(_ id: ID<Lesson>) async throws -> Response {
    let viewer = try await viewer()
    guard let document = await look(viewer, { $0.document(id, whole: true) }) else { throw Problem(Refusal.unknownLesson(id)) }
    let tag = Self.tag(document)
    if request.method == .get || request.method == .head, isFresh(tag) { return notModified(tag) }
    return try json(document, headers: [.eTag: tag])
  }

  func currentTag(of id: ID<Lesson>) async throws -> (tag: String, revision: Int) {
    let viewer = try await viewer()
    guard let document = await look(viewer, { $0.document(id, whole: true) }) else { throw Problem(Refusal.unknownLesson(id)) }
    return (Self.tag(document), document.revision)
  }

  /// Changes with all that the document shows of the lesson itself.
  private static func tag(_ document: LessonDocument) -> String {
    let bytes = (try? JSONAnswer.encode(document)) ?? []
    // FNV-1a of 64 bits: enough to tell versions of one lesson apart.
    let hash = bytes.reduce(14_695_981_039_346_656_037 as UInt64) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    return "\"\(document.revision)-\(String(hash, radix: 36))\""
  }

  func commentDocument(on topic: Topic, _ text: String) async throws -> Response {
    let recorded = try await comment(on: topic, text)
    let viewer = try await viewer()
    return try json(await look(viewer) { $0.document(recorded) }, status: .created)
  }
}
