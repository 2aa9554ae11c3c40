import Mind
import Community
import Dialogue
import Examination
import Lessons
import Reasoning
import TeachingLanguage
import VillageService

/// How a sentence would be understood, while it is being typed; see `Templates/preview.mustache`.
struct PreviewLine: Sendable {
  struct ClashShown: Sendable {
    let by: Person
    let sentence: String
    let path: String
  }

  struct Close: Sendable {
    let by: Person
    let sentence: String
    let kind: String
    let path: String
  }

  let segments: [Segment]
  let understood: String?
  let status: String?
  let sure: Bool
  /// A close sentence that asks something else.
  let close: Close?
  /// Sentences that I would then take for something else.
  let harm: String?
  /// Why it is likely not meant so.
  let doubt: String?
  let clash: ClashShown?
  /// What I would say otherwise.
  let effects: EffectsView?
  /// The questions of tests that would come out otherwise.
  let failing: String?
  let passing: String?
}

struct Preview: Sendable {
  let lines: [PreviewLine]
}

extension Scribe {
  /// - Parameter foresights: one for each sentence.
  func preview(_ sentences: [SentencePreview], _ foresights: [Foresight], of input: String) -> Preview {
    Preview(lines: zip(sentences, foresights).map { line($0, $1, input) })
  }

  private func line(_ sentence: SentencePreview, _ foresight: Foresight, _ input: String) -> PreviewLine {
    let best = sentence.readings.first
    if case .note(let repair) = sentence.decision {
      return PreviewLine(
        segments: segments(sentence.range, input, repair.unused.map { ($0, Segment(text: "", unknown: true, title: "not understood")) }),
        understood: nil, status: repair.reason, sure: false, close: nil, harm: nil, doubt: nil, clash: nil, effects: nil, failing: nil,
        passing: nil)
    }
    let fresh = best?.reading.newConcepts.map(\.concept.label) ?? []
    let marks = (best?.reading.spans ?? []).compactMap { span -> (Range<Int>, Segment)? in
      if case .new = span.kind { (span.range, Segment(text: "", fresh: true, title: "new to me")) } else { nil }
    }
    return PreviewLine(
      segments: segments(sentence.range, input, marks), understood: best?.paraphrase, status: status(sentence, fresh),
      sure: sentence.decision == .record || sentence.decision == .answer || sentence.decision == .confirm, close: best.flatMap(close),
      harm: quoted(foresight.harm.map(\.sentence)), doubt: (best?.doubts.first).map { sayer.say($0) },
      clash: best.flatMap(clash),
      effects: foresight.effects.isEmpty ? nil : foreseen(foresight.effects),
      failing: quoted(foresight.tests.filter { !$0.passes }.map(\.test.question)),
      passing: quoted(foresight.tests.filter(\.passes).map(\.test.question)))
  }

  private func quoted(_ sentences: [String]) -> String? {
    sentences.isEmpty ? nil : sentences.map { "“\($0)”" }.joined(separator: ", ")
  }

  private func status(_ sentence: SentencePreview, _ fresh: [String]) -> String? {
    switch sentence.decision {
    case .choose: "I can read that in \(Numbers.words(sentence.readings.count)) ways and will ask."
    case .confirm: "I will read it back before it is recorded."
    case .answer: "This is not a lesson; I would answer it."
    case .record, .note: fresh.isEmpty ? nil : "new word\(fresh.count == 1 ? "" : "s"): \(fresh.joined(separator: ", "))"
    }
  }

  private func close(_ reading: ReadingPreview) -> PreviewLine.Close? {
    guard let first = reading.neighbours.first, let record = state.standing.lessons[first.lesson] else { return nil }
    return .init(
      by: person(record.author), sentence: first.sentence, kind: first.question.label, path: URLPath.lesson(first.lesson))
  }

  private func clash(_ reading: ReadingPreview) -> PreviewLine.ClashShown? {
    guard let clash = reading.clashes.first else { return nil }
    let against = clash.allLessons.lazy.compactMap { id in self.state.standing.lessons[id] }.first
    return against.map { .init(by: person($0.author), sentence: sentence($0), path: URLPath.disagreement(clash.id)) }
  }

  /// A sentence in pieces, some of them marked. Marks are in UTF-8 offsets of the whole input.
  private func segments(_ range: Range<Int>, _ input: String, _ marks: [(Range<Int>, Segment)]) -> [Segment] {
    var segments: [Segment] = []
    var position = range.lowerBound
    for (marked, like) in marks.sorted(by: { $0.0.lowerBound < $1.0.lowerBound })
    where marked.lowerBound >= position && marked.upperBound <= range.upperBound {
      if marked.lowerBound > position { segments.append(Segment(text: input.slice(position..<marked.lowerBound))) }
      segments.append(
        Segment(text: input.slice(marked), strong: like.strong, unknown: like.unknown, fresh: like.fresh, title: like.title))
      position = marked.upperBound
    }
    if position < range.upperBound { segments.append(Segment(text: input.slice(position..<range.upperBound))) }
    return segments
  }
}
