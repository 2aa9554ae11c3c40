public import Lessons
import TeachingLanguage
import Understanding

extension Responder {
  private static let voicesMax = 5
  private static let alternativesMax = 4
  private static let teachersMax = 4

  /// How a sentence is understood now, seen from a point of view.
  ///
  /// - Complexity: one question for each word, and one for each teacher who spoke for it.
  public func hearing(of text: String, knowing knowledge: Knowledge, from view: PointOfView) -> Hearing {
    let outlook = outlook(knowing: knowledge, from: view, in: Conversation())
    let context = ReadingContext(today: view.day)
    guard text.utf8.count <= Self.charactersMax * 4,
      let sentence = reader.read(text, vocabulary: knowledge.vocabulary, context: context).first
    else { return Hearing(unlikeAnything: text) }
    let turn = Turn(sentence, of: text, context, Conversation(), outlook)
    let heard = turn.heard()
    let prediction = heard.prediction
    let kinds = Kinds(prediction, outlook)
    guard let best = prediction.best?.meaning else { return Hearing(unlikeAnything: turn.text) }
    let voices = prediction.support.map { kinds.voice($0) }
    let own = voices.filter { $0.question == kinds.concept(best) }
    let rivals = voices.filter { $0.question != kinds.concept(best) && $0.share > 0 }
    let paraphrase: String? = if case .question? = sentence.readings.first?.meaning { sentence.readings.first?.paraphrase } else { nil }
    return Hearing(
      text: turn.text, paraphrase: paraphrase, verdict: kinds.verdict(heard.outcome), certainty: outlook.certainty(of: prediction),
      repairs: prediction.repairs.map { .init(written: $0.written.excerpt, read: $0.readAs) }, standIn: heard.standIn,
      alternatives: prediction.ranked.prefix(Self.alternativesMax).map {
        .init(question: kinds.concept($0.meaning), hundredths: Int(($0.probability * 100).rounded()))
      },
      speakingFor: Array(own.filter { $0.share > 0 }.prefix(Self.voicesMax)),
      speakingAgainst: Array((own.filter { $0.share < 0 } + rivals).sorted { abs($0.share) > abs($1.share) }.prefix(Self.voicesMax)),
      likeness: likeness(of: heard, outlook), words: words(of: heard, for: best, outlook), without: without(own, heard, kinds, outlook))
  }

  private func likeness(of heard: Heard, _ outlook: Outlook) -> Hearing.Likeness {
    let likeness = outlook.knowledge.learner.explain(heard.text, limit: 0, in: outlook.examples).likeness
    func hundredths(_ share: Double) -> Int { Int((share * 100).rounded()) }
    return .init(
      words: hundredths(likeness.words), wordMeaning: hundredths(likeness.wordMeaning), overallMeaning: hundredths(likeness.overallMeaning))
  }

  private func words(of heard: Heard, for meaning: String, _ outlook: Outlook) -> [Hearing.Word] {
    outlook.knowledge.learner.wordShares(of: heard.text, for: meaning, in: outlook.examples)
      .filter { $0.written.contains { $0.isLetter || $0.isNumber } }
      .map { Hearing.Word(written: $0.written.excerpt, range: $0.range, share: $0.share) }
  }

  private func without(_ voices: [Hearing.Voice], _ heard: Heard, _ kinds: Kinds, _ outlook: Outlook) -> [Hearing.Without] {
    let learner = outlook.knowledge.learner
    func verdict(without hidden: (Exemplar) -> Bool) -> Hearing.Verdict {
      let ids = heard.prediction.support.map(\.exemplar).filter(hidden).map(\.id)
      let prediction = learner.predict(heard.text, without: ids, in: outlook.examples)
      return Kinds(prediction, outlook).verdict(outlook.outcome(of: prediction))
    }
    var teachers: [ID<Member>] = []
    for voice in voices where voice.share > 0 && !teachers.contains(voice.teacher) { teachers.append(voice.teacher) }
    var found = teachers.prefix(Self.teachersMax).map { teacher in
      // Every sentence of theirs is left out, near or not.
      let prediction = learner.predict(heard.text, withoutTeacher: teacher.rawValue, in: outlook.examples)
      return Hearing.Without(
        left: .teacher(teacher), verdict: Kinds(prediction, outlook).verdict(outlook.outcome(of: prediction)))
    }
    if let first = voices.first(where: { $0.share > 0 }) {
      found.insert(.init(left: .sentence(first.lesson), verdict: verdict { $0.id == first.lesson.rawValue }), at: 0)
    }
    let verdict = kinds.verdict(heard.outcome)
    return found.filter { $0.verdict != verdict } + found.filter { $0.verdict == verdict }
  }
}

extension Hearing {
  /// Where there is nothing to understand it by.
  fileprivate init(unlikeAnything text: String) {
    self.init(
      text: text.excerpt, paraphrase: nil, verdict: .notTaught, certainty: Certainty(share: 0), repairs: [], standIn: nil, alternatives: [],
      speakingFor: [], speakingAgainst: [], likeness: Likeness(words: 0, wordMeaning: 0, overallMeaning: 0), words: [], without: [])
  }
}

/// Question kinds as their teachers spell them: the learner knows only keys.
private struct Kinds {
  private let outlook: Outlook
  private var spelled: [String: Concept] = [:]

  init(_ prediction: Prediction, _ outlook: Outlook) {
    self.outlook = outlook
    for support in prediction.support where spelled[support.exemplar.meaning] == nil {
      spelled[support.exemplar.meaning] = outlook.questionKind(of: support)
    }
  }

  func concept(_ meaning: String) -> Concept { spelled[meaning] ?? Concept(meaning) }

  func verdict(_ outcome: Outcome) -> Hearing.Verdict {
    switch outcome {
    case .answer(let meaning): .means(concept(meaning))
    case .ask(let meanings): .asks(meanings.map(concept))
    case .notTaught: .notTaught
    }
  }

  func voice(_ support: Prediction.Support) -> Hearing.Voice {
    let exemplar = support.exemplar
    return Hearing.Voice(
      lesson: ID(exemplar.id), sentence: exemplar.text.excerpt, question: concept(exemplar.meaning), teacher: ID(exemplar.teacher),
      weight: exemplar.weight, likeness: support.similarity, share: support.share)
  }
}
