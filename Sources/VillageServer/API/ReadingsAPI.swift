import Mind
import Community
import Dialogue
import Hummingbird
import Lessons
import Reasoning
import TeachingLanguage
import VillageService

/// How a text would be understood, before anything is recorded.
enum ReadingsAPI {
  private struct Asked: Decodable {
    let text: Text
  }

  struct SentencesDocument: Encodable, Sendable {
    let sentences: [SentenceDocument]
  }

  struct SentenceDocument: Encodable, Sendable {
    let text: String
    let from: Int
    let to: Int
    let decision: String
    let readings: [ReadingDocument]
    let repair: RepairDocument?
    /// For members only.
    let foresight: ForesightDocument?
  }

  static func addRoutes(to routes: Routes) {
    routes.post("/api/v1/readings") { exchange in
      let text = try await exchange.json(Asked.self).text.text
      let viewer = try await exchange.viewer()
      let sentences = await exchange.site.service.preview(text, by: viewer.member)
      var foresights: [Foresight?] = []
      for sentence in sentences {
        // Strangers are not told: it asks many questions anew.
        foresights.append(viewer.member == nil ? nil : await exchange.site.service.foresight(of: sentence, by: viewer.member))
      }
      return try exchange.json(
        await exchange.look(viewer) { [foresights] scribe in
          SentencesDocument(sentences: zip(sentences, foresights).map { scribe.document($0, $1) })
        })
    }
  }
}

struct ReadingDocument: Encodable, Sendable {
  struct Span: Encodable, Sendable {
    let from: Int
    let to: Int
    let kind: String
    let concept: String?
  }

  struct ClashDocument: Encodable, Sendable {
    let disagreement: String
    let question: String
    let against: [String]
  }

  struct NeighbourDocument: Encodable, Sendable {
    let lesson: String
    let sentence: String
    let question: String
  }

  let paraphrase: String
  let teaches: Bool
  let clashes: [ClashDocument]
  let close: [NeighbourDocument]
  /// Why it is likely not meant so.
  let doubts: [String]
  let spans: [Span]
}

struct RepairDocument: Encodable, Sendable {
  let reason: String
  let suggestions: [String]

  init(_ repair: Repair) {
    reason = repair.reason
    suggestions = repair.suggestions
  }
}

extension Scribe {
  func document(_ sentence: SentencePreview, _ foresight: Foresight?) -> ReadingsAPI.SentenceDocument {
    var repair: RepairDocument?
    if case .note(let found) = sentence.decision { repair = RepairDocument(found) }
    return .init(
      text: sentence.text, from: sentence.range.lowerBound, to: sentence.range.upperBound, decision: sentence.decision.name,
      readings: sentence.readings.map(document), repair: repair, foresight: foresight.map(document))
  }

  func document(_ reading: ReadingPreview) -> ReadingDocument {
    ReadingDocument(
      paraphrase: reading.paraphrase, teaches: reading.isLesson,
      clashes: reading.clashes.map { clash in
        .init(
          disagreement: clash.id.rawValue, question: question(clash),
          against: clash.allLessons.filter { state.standing.lessons[$0] != nil }.map(\.rawValue))
      },
      close: reading.neighbours.map { .init(lesson: $0.lesson.rawValue, sentence: $0.sentence, question: $0.question.label) },
      doubts: reading.doubts.map { sayer.say($0) },
      spans: reading.reading.spans.map { span in
        let (kind, concept): (String, Concept?) =
          switch span.kind {
          case .concept(let concept, _): ("concept", concept)
          case .new(let concept, _): ("new", concept)
          case .value, .period: ("value", nil)
          case .words: ("words", nil)
          }
        return .init(from: span.range.lowerBound, to: span.range.upperBound, kind: kind, concept: concept?.label)
      })
  }
}

extension Decision {
  var name: String {
    switch self {
    case .record: "record"
    case .confirm: "confirm"
    case .choose: "choose"
    case .answer: "answer"
    case .note: "note"
    }
  }
}
