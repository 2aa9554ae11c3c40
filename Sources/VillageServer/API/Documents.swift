import Mind
import Community
import Dialogue
import Lessons
import Reasoning
import VillageService

/// The shapes of the JSON API that several of its answers share; `Resources/openapi.yaml` describes them.
struct PersonDocument: Encodable, Sendable {
  let id: String
  let name: String
}

struct LessonDocument: Encodable, Sendable {
  struct RevisionDocument: Encodable, Sendable {
    let number: Int
    let sentence: String
    let words: String
    let author: PersonDocument
    let time: String
    let sequence: Int
  }

  let id: String
  let path: String
  let kind: String
  let sentence: String
  /// As it was typed; empty for a row of a table.
  let words: String
  let status: String
  let disputed: Bool
  let overruled: Bool
  let disagreements: [String]
  let source: String?
  let audience: String?
  let from: String?
  let until: String?
  let author: PersonDocument
  let time: String
  let sequence: Int
  let revision: Int
  let reason: String?
  var revisions: [RevisionDocument]?
  var comments: [CommentDocument]?
  var credence: CredenceDocument?
}

/// Where the weight of those who spoke lies.
struct CredenceDocument: Encodable, Sendable {
  struct VoiceDocument: Encodable, Sendable {
    let member: PersonDocument
    let side: Int?
    let against: Bool
    let specialist: Bool
    let accuracy: Double
    let right: Double
    let wrong: Double
    let prior: Double
  }

  let shares: [Double]
  let voices: [VoiceDocument]
}

struct CommentDocument: Encodable, Sendable {
  let id: String
  let text: String
  let author: PersonDocument
  let time: String
}

extension Scribe {
  func personDocument(_ id: ID<Member>) -> PersonDocument { PersonDocument(id: id.rawValue, name: viewer.names.name(id)) }

  func document(_ id: ID<Lesson>, whole: Bool = false) -> LessonDocument? {
    guard let record = state.standing.lessons[id], mayBeSeen(record) else { return nil }
    let clash = clashes[id]
    let current = record.current
    let qualifiers = record.scope?.qualifiers ?? record.lesson.qualifiers
    var document = LessonDocument(
      id: id.rawValue, path: URLPath.lesson(id), kind: record.lesson.teaching.name, sentence: sentence(record), words: record.lesson.words,
      status: record.status.rawValue, disputed: clash != nil, overruled: record.overruledBy != nil,
      disagreements: clash.map { [$0.id.rawValue] } ?? [], source: record.lesson.qualifiers.source, audience: qualifiers.audience?.label,
      from: qualifiers.from?.iso, until: qualifiers.until?.iso, author: personDocument(record.author), time: Times.iso(current.time),
      sequence: current.sequence, revision: record.revisions.count, reason: record.reason.isEmpty ? nil : record.reason)
    if whole {
      document.revisions = record.revisions.enumerated().map { index, revision in
        .init(
          number: index + 1, sentence: sentence(revision.lesson), words: revision.lesson.words, author: personDocument(revision.author),
          time: Times.iso(revision.time), sequence: revision.sequence)
      }
      document.comments = commentDocuments(on: .lesson(id))
      if viewer.role != nil { document.credence = state.standing.credence(of: id).map(credenceDocument) }
    }
    return document
  }

  func credenceDocument(_ credence: Credence) -> CredenceDocument {
    CredenceDocument(
      shares: credence.shares,
      voices: credence.voices.map { voice in
        .init(
          member: personDocument(voice.member), side: voice.side, against: voice.isAgainst, specialist: voice.isSpecialist,
          accuracy: voice.reasons.accuracy, right: voice.reasons.hits, wrong: voice.reasons.misses, prior: voice.reasons.prior)
      })
  }

  func commentDocuments(on topic: Topic) -> [CommentDocument] {
    (state.standing.commentsByTopic[topic] ?? []).compactMap { state.standing.comments[$0] }.filter { !$0.isWithdrawn }.map {
      CommentDocument(id: $0.id.rawValue, text: $0.text, author: personDocument($0.author), time: Times.iso($0.time))
    }
  }
}

extension Teaching {
  /// What is taught, in a word.
  var name: String {
    switch self {
    case .claim: "claim"
    case .name: "name"
    case .definition: "definition"
    case .disjoint: "disjoint"
    case .property: "property"
    case .contrast: "contrast"
    case .procedure: "procedure"
    case .conversion: "conversion"
    case .rule: "rule"
    case .guideline: "guideline"
    case .example: "example"
    case .labelling: "labelling"
    case .test: "test"
    case .stopWord: "stop word"
    case .phrasing: "phrasing"
    case .note: "note"
    }
  }
}

/// Pages of a list: where the next one begins.
struct Paging: Sendable {
  let limit: Int
  let after: String?

  static let limitMax = 200
  static let limitDefault = 50

  init(_ query: Form) throws(Problem) {
    limit = try query.number("limit", in: 1...Self.limitMax) ?? Self.limitDefault
    after = try query.optional("after", charactersMax: 200)
  }
}
