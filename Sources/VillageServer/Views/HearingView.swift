import Dialogue
import Lessons
import Mind
import VillageService

/// How one sentence was understood, in words; see `Templates/hearing.mustache`.
struct HearingView: Sendable {
  struct Voice: Sendable {
    let id: String
    let sentence: String
    let path: String
    let by: Person
    let kind: String
    let kindPath: String
    /// “82 of 100 alike”
    let likeness: String
    /// Where its teacher counts less or more than others.
    let weight: String?
  }

  struct Word: Sendable {
    let written: String
    /// “mattered much”
    let strength: String
    let figure: String
    let `class`: String
  }

  struct Alternative: Sendable {
    let name: String
    let path: String
    let figure: String
    let percent: String
  }

  let text: String
  let paraphrase: String?
  let verdict: String
  let certainty: String
  let notes: [String]
  let alternatives: [Alternative]
  let speakingFor: [Voice]
  let speakingAgainst: [Voice]
  /// What makes them alike, where more than words and letters does.
  let likeness: String?
  let words: [Word]
  let without: [String]
}

extension Scribe {
  func view(_ hearing: Hearing) -> HearingView {
    let largest = hearing.words.map { abs($0.share) }.max() ?? 0
    var notes = hearing.repairs.map { "I read “\($0.written)” as “\($0.read)”." }
    if let standIn = hearing.standIn { notes.append("I compared it as if “\(standIn.written)” were “\(standIn.read)”.") }
    return HearingView(
      text: hearing.text, paraphrase: hearing.paraphrase, verdict: words(hearing.verdict, said: true),
      certainty: hearing.certainty.description, notes: notes,
      alternatives: hearing.alternatives.filter { $0.hundredths > 0 }.map {
        .init(name: $0.question.label, path: URLPath.kind($0.question), figure: "\($0.hundredths) of 100", percent: "\($0.hundredths)")
      },
      speakingFor: hearing.speakingFor.map(voice), speakingAgainst: hearing.speakingAgainst.map(voice), likeness: words(hearing.likeness),
      words: hearing.words.map { word($0, largest: largest) }, without: hearing.without.map { without($0, hearing) })
  }

  private func words(_ verdict: Hearing.Verdict, said: Bool) -> String {
    let subject = said ? "I took it to ask" : "I would have taken it to ask"
    return switch verdict {
    case .means(let kind): "\(subject) \(kind.label)."
    case .asks(let kinds): "\(said ? "I asked back" : "I would have asked back"): \(kinds.map(\.label).joined(separator: ", or "))?"
    case .notTaught: said ? "Nothing taught was like it." : "I would have said that it was not taught."
    }
  }

  private func words(_ likeness: Hearing.Likeness) -> String? {
    let parts = [
      ("their words and letters", likeness.words), ("what the words mean", likeness.wordMeaning),
      ("what the sentences mean as a whole", likeness.overallMeaning),
    ].filter { $0.1 > 0 }
    guard parts.count > 1 else { return nil }
    return "What makes them alike: " + parts.map { "\($0.0), \($0.1) of 100" }.joined(separator: "; ") + "."
  }

  private func voice(_ voice: Hearing.Voice) -> HearingView.Voice {
    .init(
      id: voice.lesson.rawValue, sentence: voice.sentence, path: URLPath.lesson(voice.lesson), by: person(voice.teacher),
      kind: voice.question.label, kindPath: URLPath.kind(voice.question),
      likeness: "\(Int((voice.likeness * 100).rounded())) of 100 alike",
      weight: voice.weight == 1 ? nil : voice.weight < 1 ? "counts less, being a newcomer’s" : "counts more")
  }

  private func word(_ word: Hearing.Word, largest: Double) -> HearingView.Word {
    let part = largest == 0 ? 0 : word.share / largest
    let (strength, look) =
      switch part {
      case 0.5...: ("mattered much", "much")
      case 0.15..<0.5: ("mattered", "some")
      case ..<(-0.15): ("spoke against", "against")
      default: ("hardly mattered", "none")
      }
    return .init(written: word.written, strength: strength, figure: "\(Int((word.share * 100).rounded())) of 100", class: look)
  }

  private func without(_ without: Hearing.Without, _ hearing: Hearing) -> String {
    let left =
      switch without.left {
      case .teacher(let member): "Without all that \(viewer.names.name(member)) taught"
      case .sentence(let id): "Without “\(hearing.speakingFor.first { $0.lesson == id }?.sentence ?? "")”"
      }
    let same = without.verdict == hearing.verdict
    return same ? "\(left) it would be the same." : "\(left): \(words(without.verdict, said: false))"
  }
}

extension URLPath {
  /// The page of a kind of question.
  static func kind(_ question: Concept) -> String { "/question-kinds/" + HandID.of(question.key) }
}
