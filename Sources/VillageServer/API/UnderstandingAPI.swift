import Community
import Dialogue
import Hummingbird
import Lessons
import Mind
import Understanding
import VillageService

/// How sentences are understood, laid open.
enum UnderstandingAPI {
  struct HearingDocument: Encodable, Sendable {
    struct Voice: Encodable, Sendable {
      let lesson: String
      let sentence: String
      let question: String
      let teacher: PersonDocument
      let weight: Double
      let likeness: Double
      let share: Double
    }

    struct Likeness: Encodable, Sendable {
      let words: Int
      let wordMeaning: Int
      let overallMeaning: Int
    }

    struct Word: Encodable, Sendable {
      let written: String
      let start: Int
      let end: Int
      let share: Double
    }

    struct Alternative: Encodable, Sendable {
      let question: String
      let hundredths: Int
    }

    struct Without: Encodable, Sendable {
      let lesson: String?
      let teacher: String?
      let outcome: String
      let questions: [String]
      let same: Bool
    }

    let text: String
    let paraphrase: String?
    let outcome: String
    let questions: [String]
    let certainty: Int
    let repairs: [AnswerDocument.Understood.Repair]
    let alternatives: [Alternative]
    let speakingFor: [Voice]
    let speakingAgainst: [Voice]
    let likeness: Likeness
    let words: [Word]
    let without: [Without]
  }

  struct ReportDocument: Encodable, Sendable {
    struct Mixed: Encodable, Sendable {
      let taught: String
      let taken: String
      let sentences: [String]
    }

    let tried: Int
    let right: Int
    let asked: Int
    let wrong: Int
    let refused: Int
    let surenessMin: Int
    let leadMin: Int
    let decided: Bool
    let mixed: [Mixed]
  }

  private struct Heard: Decodable {
    let text: Text
    let view: Text?
  }

  static func addRoutes(to routes: Routes) {
    routes.post("/api/v1/understanding") { exchange in
      let asked = try await exchange.json(Heard.self)
      let text = try CheckedText.check(asked.text.text, "text", charactersMax: VillageService.utteranceLengthMax)
      let viewer = try await exchange.viewer()
      let view = try await exchange.pointOfView(view: asked.view?.text, viewer)
      let hearing = await exchange.site.service.hearing(of: text, from: view)
      return try exchange.json(await exchange.look(viewer) { $0.document(hearing) })
    }
    routes.get("/api/v1/understanding/report", for: .members) { exchange in
      let viewer = try await exchange.memberViewer()
      let report = await exchange.site.service.understandingReport()
      let thresholds = await exchange.site.service.thresholds
      return try exchange.json(await exchange.look(viewer) { $0.document(report, thresholds) })
    }
  }
}

extension Scribe {
  fileprivate func document(_ hearing: Hearing) -> UnderstandingAPI.HearingDocument {
    let (outcome, questions) = outcome(hearing.verdict)
    return .init(
      text: hearing.text, paraphrase: hearing.paraphrase, outcome: outcome, questions: questions,
      certainty: hearing.certainty.hundredths, repairs: hearing.repairs.map { .init(written: $0.written, read: $0.read) },
      alternatives: hearing.alternatives.map { .init(question: $0.question.label, hundredths: $0.hundredths) },
      speakingFor: hearing.speakingFor.map(document), speakingAgainst: hearing.speakingAgainst.map(document),
      likeness: .init(
        words: hearing.likeness.words, wordMeaning: hearing.likeness.wordMeaning, overallMeaning: hearing.likeness.overallMeaning),
      words: hearing.words.map { .init(written: $0.written, start: $0.range.lowerBound, end: $0.range.upperBound, share: $0.share) },
      without: hearing.without.map { document($0, hearing) })
  }

  private func outcome(_ verdict: Hearing.Verdict) -> (String, [String]) {
    switch verdict {
    case .means(let kind): ("understood", [kind.label])
    case .asks(let kinds): ("asked back", kinds.map(\.label))
    case .notTaught: ("not taught", [])
    }
  }

  private func document(_ voice: Hearing.Voice) -> UnderstandingAPI.HearingDocument.Voice {
    .init(
      lesson: voice.lesson.rawValue, sentence: voice.sentence, question: voice.question.label, teacher: personDocument(voice.teacher),
      weight: voice.weight, likeness: voice.likeness, share: voice.share)
  }

  private func document(_ without: Hearing.Without, _ hearing: Hearing) -> UnderstandingAPI.HearingDocument.Without {
    let (outcome, questions) = outcome(without.verdict)
    let (lesson, teacher): (String?, String?) =
      switch without.left {
      case .sentence(let id): (id.rawValue, nil)
      case .teacher(let id): (nil, id.rawValue)
      }
    return .init(
      lesson: lesson, teacher: teacher, outcome: outcome, questions: questions, same: without.verdict == hearing.verdict)
  }

  fileprivate func document(_ report: UnderstandingReport?, _ thresholds: Thresholds) -> UnderstandingAPI.ReportDocument {
    let counts = OutcomeCounts(report?.answers ?? [], thresholds)
    let caution = thresholds.caution
    return .init(
      tried: counts.all, right: counts.right, asked: counts.asked, wrong: counts.wrong, refused: counts.refused,
      surenessMin: caution.surenessMin, leadMin: caution.leadMin, decided: state.standing.caution != nil,
      mixed: (report?.confusions ?? []).map {
        .init(taught: questionKind($0.taught).label, taken: questionKind($0.understood).label, sentences: $0.examples.map(\.text))
      })
  }
}
