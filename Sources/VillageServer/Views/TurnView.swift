import Community
import Reasoning
import Mind
import Dialogue
import Examination
import Ledger
import Lessons
import Understanding
import VillageService

/// A question and its answer; see `Templates/turn.mustache`.
struct TurnView: Sendable {
  struct Asked: Sendable {
    let text: String
    let by: Person?
    let when: When
  }

  let id: String
  let path: String
  let asked: Asked
  let answer: AnswerView
}

struct AnswerView: Sendable {
  struct Item: Sendable {
    let text: String
    let path: String
    let note: String?
  }

  struct Sureness: Sendable {
    let words: String
    let figure: String
  }

  struct Other: Sendable {
    let sentence: String
    let by: Person?
    let source: String?
    let when: When?
    let path: String?
  }

  /// What “that's wrong” offers.
  struct Wrong: Sendable {
    struct Fact: Sendable {
      let id: String
      let sentence: String
      let by: Person?
    }

    struct Meaning: Sendable {
      let value: String
      let text: String
    }

    let facts: [Fact]
    let understood: String
    let meant: [Meaning]
    let wording: String
    let key: String
  }

  struct Teach: Sendable {
    let hand: String?
    let times: String?
    let nearest: [Starter]
    let starter: String?
    let key: String
  }

  let paragraphs: [String]
  let items: [Item]
  let more: Link?
  let taught: Bool
  let certainty: Sureness?
  /// How sure what was taught makes it; nil where it is quite sure.
  let sureness: Sureness?
  let credits: [Person]
  let sources: [String]
  let care: String?
  let view: String?
  let reasons: [ReasonView]
  let others: [Other]
  let disagreement: Link?
  let wrong: Wrong?
  let teach: Teach?
  let choices: [Starter]
  let canTest: Bool
  let isTest: Bool
  let testKey: String
}

/// A sentence to begin with.
struct Starter: Sendable {
  let text: String
}

extension Scribe {
  /// - Parameters:
  ///   - hands: the raised hands that turns of this conversation may have raised, by their key.
  ///   - key: makes an idempotency key.
  func turn(_ turn: Turn, asker: ID<Member>?, hands: [String: RaisedHand], key: () -> String) -> TurnView {
    TurnView(
      id: turn.id, path: "/turns/" + URLPath.encode(turn.id),
      asked: .init(text: turn.utterance, by: asker.map(person), when: viewer.when(turn.time, .clock)),
      answer: answer(turn, hands: hands, key: key))
  }

  private func answer(_ turn: Turn, hands: [String: RaisedHand], key: () -> String) -> AnswerView {
    let answer = turn.answer
    let answers = [answer] + answer.further
    let told = answers.flatMap { $0.because + $0.advice.map(\.reason) }.flatMap(\.all)
    let care = answers.flatMap(\.advice).map { plain($0.text) }
    let clash = answer.others.isEmpty && answer.kind != .opinionsDiffer ? nil : answer.lessons.lazy.compactMap { clashes[$0] }.first
    return AnswerView(
      paragraphs: answers.map { plain($0.text) },
      items: answer.items.compactMap { item in item.concept.map { .init(text: item.name, path: URLPath.concept($0), note: nil) } },
      more: answer.itemsLeftOff > 0
        ? Link(path: "/knowledge", words: "and \(answer.hasUncounted ? "many" : Numbers.grouped(answer.itemsLeftOff)) more") : nil,
      taught: answer.kind != .notTaught, certainty: answer.understood.certainty.map { .init(words: $0.words, figure: $0.figure) },
      sureness: answer.sureness.flatMap { $0.isQuiteSure ? nil : .init(words: $0.words, figure: $0.figure) },
      credits: unique(told.compactMap(\.author)).map(person), sources: unique(told.compactMap(\.source)),
      care: care.isEmpty ? nil : care.joined(separator: " "),
      view: seen(turn.view),
      reasons: reasons(answers.flatMap(\.because)), others: answers.flatMap(\.others).map(other),
      disagreement: clash.map { Link(path: URLPath.disagreement($0.id), words: "See both sides") }, wrong: wrong(turn, key: key()),
      teach: teach(answer, hands: hands, key: key()), choices: answer.options.map { Starter(text: $0.text) },
      canTest: viewer.canTeach && answer.mayBeTested,
      isTest: isKept(turn), testKey: key())
  }

  /// “As the nurses teach it.” Which release answers is of interest to those who teach.
  private func seen(_ view: PointOfView) -> String? {
    let people =
      view.group.map { "As the \($0) teach it." } ?? view.member.map { "As \($0 == viewer.member ? "you teach" : "they teach") it." }
    let release = viewer.canTeach ? view.release.map { "From the release “\($0)”." } : nil
    let parts = [people, release].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// Whether this very answer to this question is a test already.
  private func isKept(_ turn: Turn) -> Bool {
    guard !state.mind.tests.isEmpty else { return false }
    let test = turn.answer.test(of: turn.utterance)
    return state.mind.tests.values.contains(test)
  }

  private func other(_ reason: Reason) -> AnswerView.Other {
    let record = reason.lesson.flatMap { state.standing.lessons[$0] }
    return .init(
      sentence: plain(reason.text), by: reason.author.map(person), source: reason.source,
      when: record.map { viewer.when($0.current.time) }, path: reason.lesson.map(URLPath.lesson))
  }

  private func wrong(_ turn: Turn, key: String) -> AnswerView.Wrong? {
    guard viewer.canTeach, !turn.remedies.isEmpty else { return nil }
    let facts = turn.remedies.filter { $0.kind == .fact }.compactMap { remedy -> AnswerView.Wrong.Fact? in
      guard let lesson = remedy.lesson, let sentence = remedy.sentence else { return nil }
      return .init(id: lesson.rawValue, sentence: sentence, by: state.standing.lessons[lesson].map { person($0.author) })
    }
    let meant = turn.remedies.filter { $0.kind == .understanding }.flatMap(\.choices)
    return .init(
      facts: facts, understood: turn.answer.understood.paraphrase ?? "I did not understand a question in that.",
      meant: meant.map { .init(value: $0.text, text: $0.label) }, wording: plain(turn.answer.text), key: key)
  }

  private func teach(_ answer: Answer, hands: [String: RaisedHand], key: String) -> AnswerView.Teach? {
    if let proposal = answer.proposal {
      return .init(hand: nil, times: nil, nearest: [], starter: proposal.words, key: key)
    }
    guard answer.kind == .notTaught else { return nil }
    let hand = answer.raisedHand.flatMap { hands[QuestionKey.key(of: $0)] }
    return .init(
      hand: hand.map { HandID.of($0.key) },
      times: hand.flatMap {
        $0.count > 1 ? "Asked \(Numbers.times($0.count)) since \(viewer.times.day($0.firstAsked, now: viewer.now))." : nil
      },
      nearest: unique(answer.understood.nearest.map(\.sentence)).map { Starter(text: $0) }, starter: answer.starter, key: key)
  }

  func plain(_ parts: [Part]) -> String { parts.plain(naming: viewer.names.name) }

  private func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
  }
}
