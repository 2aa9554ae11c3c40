import Mind
import Community
import Dialogue
import Examination
import Lessons
import TeachingLanguage
import VillageService

/// An answer with all its reasons, names resolved.
struct AnswerDocument: Encodable, Sendable {
  struct Item: Encodable, Sendable {
    let name: String
    let path: String?
  }

  struct Understood: Encodable, Sendable {
    struct Sureness: Encodable, Sendable {
      let words: String
      let hundredths: Int
    }

    struct Repair: Encodable, Sendable {
      let written: String
      let read: String
    }

    let way: String
    let paraphrase: String?
    let question: String?
    let certainty: Sureness?
    let repairs: [Repair]
    let nearest: [String]
  }

  struct Advice: Encodable, Sendable {
    let kind: String
    let text: String
    let reason: ReasonDocument
  }

  struct Option: Encodable, Sendable {
    let label: String
    let text: String
  }

  struct Proposal: Encodable, Sendable {
    struct Step: Encodable, Sendable {
      let kind: String
      let sentence: String
      let lesson: String?
    }

    let words: String
    let steps: [Step]
  }

  let kind: String
  let text: String
  let items: [Item]
  let itemsLeftOff: Int
  let understood: Understood
  let sureness: Understood.Sureness?
  let because: [ReasonDocument]
  let others: [ReasonDocument]
  let advice: [Advice]
  let options: [Option]
  let raisedHand: String?
  let starter: String?
  let proposal: Proposal?
  let lessons: [String]
  let further: [AnswerDocument]
}

struct ReasonDocument: Encodable, Sendable {
  let kind: String
  let text: String
  let formula: String?
  let lesson: String?
  let author: PersonDocument?
  let sequence: Int?
  let time: String?
  let source: String?
  let reasons: [ReasonDocument]
}

struct TurnDocument: Encodable, Sendable {
  let id: String
  let conversation: String
  let number: Int
  let time: String
  let utterance: String
  let view: String
  /// The release that it was answered from; nil: the village as it stood.
  let release: String?
  /// The sentence that keeps this answer as a test, to be taught like any other.
  let test: String?
  let answer: AnswerDocument
}

extension Scribe {
  func document(_ turn: Turn) -> TurnDocument {
    TurnDocument(
      id: turn.id, conversation: turn.conversation, number: turn.number, time: Times.iso(turn.time), utterance: turn.utterance,
      view: turn.view.group.map { Standpoint.group + $0 } ?? (turn.view.member == nil ? Standpoint.village : Standpoint.mine),
      release: turn.view.release,
      test: turn.answer.mayBeTested ? sayer.say(.test(turn.answer.test(of: turn.utterance))) : nil, answer: document(turn.answer))
  }

  func document(_ answer: Answer) -> AnswerDocument {
    AnswerDocument(
      kind: answer.kind.rawValue, text: plain(answer.text),
      items: answer.items.map { .init(name: $0.name, path: $0.concept.map(URLPath.concept)) }, itemsLeftOff: answer.itemsLeftOff,
      understood: .init(
        way: answer.understood.way.rawValue, paraphrase: answer.understood.paraphrase, question: answer.understood.question?.label,
        certainty: answer.understood.certainty.map { .init(words: $0.words, hundredths: $0.hundredths) },
        repairs: answer.understood.repairs.map { .init(written: $0.written, read: $0.read) },
        nearest: answer.understood.nearest.map(\.sentence)),
      sureness: answer.sureness.map { .init(words: $0.words, hundredths: $0.hundredths) }, because: answer.because.map(document),
      others: answer.others.map(document),
      advice: answer.advice.map { .init(kind: $0.kind.rawValue, text: plain($0.text), reason: document($0.reason)) },
      options: answer.options.map { .init(label: $0.label, text: $0.text) }, raisedHand: answer.raisedHand, starter: answer.starter,
      proposal: answer.proposal.map { proposal in
        .init(
          words: proposal.words,
          steps: proposal.steps.map { .init(kind: $0.kind.rawValue, sentence: $0.sentence, lesson: $0.lesson?.rawValue) })
      }, lessons: answer.lessons.map(\.rawValue), further: answer.further.map(document))
  }

  private func document(_ reason: Reason) -> ReasonDocument {
    let record = reason.lesson.flatMap { state.standing.lessons[$0] }
    return ReasonDocument(
      kind: reason.kind.rawValue, text: plain(reason.text), formula: reason.formula, lesson: reason.lesson?.rawValue,
      author: reason.author.map(personDocument), sequence: reason.sequence, time: record.map { Times.iso($0.current.time) },
      source: reason.source, reasons: reason.reasons.map(document))
  }
}
