import Dialogue
import Community
import Mind
import Lessons
import Reasoning
import TeachingLanguage
import VillageService

/// What became of one sentence typed into the teaching box; see `Templates/results.mustache`.
struct ResultView: Sendable {
  struct Recorded: Sendable {
    let sentence: String
    let scope: String?
    let source: String?
    let path: String
    let undo: String
    let standing: StandingMark
    let effect: String?
    let waiting: String?
    /// A sentence that teaches how to understand what was said before, to be said yes to.
    var phrasing: String?
  }

  struct Confirm: Sendable {
    struct Reading: Sendable {
      let value: String
      let segments: [Segment]
      let scope: String?
      let effect: String?
      let selected: Bool
    }

    let why: String
    let readings: [Reading]
  }

  struct Unread: Sendable {
    struct Word: Sendable {
      struct Choice: Sendable {
        let label: String
        let text: String
      }

      let word: String
      let choices: [Choice]
    }

    struct Nearest: Sendable {
      let text: String
      let edit: String
    }

    let understood: String?
    let missed: String
    let kept: String?
    let words: [Word]
    let nearest: [Nearest]
  }

  struct Answered: Sendable {
    let text: String
    let path: String?
  }

  struct ClashLine: Sendable {
    let path: String
    let sentence: String
    let by: Person
    let source: String?
    let `case`: String?
  }

  let said: String
  let key: String
  var recorded: Recorded?
  var confirm: Confirm?
  var unread: Unread?
  var answered: Answered?
  var clashes: [ClashLine] = []
  let fixed: String? = nil
}

/// A piece of a sentence and what is special about it.
struct Segment: Sendable {
  let text: String
  var strong = false
  var unknown = false
  var fresh = false
  var title: String?
}

struct ResultsFragment: Sendable {
  let results: [ResultView]
}

extension Scribe {
  func results(_ taught: [TaughtSentence]) -> [ResultView] { taught.map(result) }

  private func result(_ sentence: TaughtSentence) -> ResultView {
    var view = ResultView(said: sentence.text, key: Exchange.newKey())
    switch sentence.outcome {
    case .recorded(let sequence, let lessons, let said, let isWaiting, let disagreements):
      view.recorded = recorded(sequence, lessons, said, isWaiting)
      view.recorded?.phrasing = sentence.phrasing
      view.clashes = disagreements.compactMap { state.mind.clashes[$0] }.flatMap { sidesAgainst(lessons, in: $0) }
    case .confirm(let readings), .choose(let readings):
      let isChoice = if case .choose = sentence.outcome { true } else { false }
      view.confirm = confirm(readings, isChoice: isChoice)
      view.clashes = readings.first.map { $0.clashes.flatMap { sidesAgainst(["new"], in: $0) } } ?? []
    case .answered(let answer):
      let isQuestion = answer.asked != nil
      view.answered = .init(text: plain(answer.text), path: isQuestion ? "/talk?q=" + URLPath.encode(sentence.text) : nil)
    case .noted(_, let note, let repair):
      view.unread = unread(sentence.text, kept: URLPath.lesson(note), repair)
    }
    return view
  }

  private func recorded(_ sequence: Int, _ lessons: [ID<Lesson>], _ said: String, _ isWaiting: Bool) -> ResultView.Recorded {
    let record = lessons.first.flatMap { state.standing.lessons[$0] }
    let sentences = lessons.compactMap { state.standing.lessons[$0].map(sentence) }.joined(separator: " ")
    return .init(
      sentence: sentences.isEmpty ? said : sentences, scope: record.map { scope($0.lesson.qualifiers) },
      source: record?.lesson.qualifiers.source, path: lessons.first.map(URLPath.lesson) ?? "/history", undo: URLPath.undo(sequence),
      standing: record.map { mark($0, lessons.lazy.compactMap { clashes[$0] }.first) } ?? StandingMark(class: "accepted", word: "accepted"),
      effect: nil,
      waiting: isWaiting ? "It works at once in your own view, and for everyone once a teacher has accepted it." : nil)
  }

  /// “everywhere, for everyone”, “for pregnant patients, since 2024-01-01”
  func scope(_ qualifiers: Qualifiers) -> String {
    let audience = qualifiers.audience.map { "for \($0.label)" } ?? "for everyone"
    let region = qualifiers.region.map { "in \($0.label)" } ?? "everywhere"
    let from = qualifiers.from.map { "from \($0.iso)" }
    let until = qualifiers.until.map { "until \($0.iso)" }
    return [region, audience, from, until].compactMap { $0 }.joined(separator: ", ")
  }

  private static let readingsMax = 3

  /// - Parameter isChoice: whether several readings are equally near; else the first is meant unless its teacher says otherwise.
  func confirm(_ readings: [ReadingPreview], isChoice: Bool) -> ResultView.Confirm {
    let shown = readings.filter(\.isLesson).prefix(Self.readingsMax)
    let paraphrases = shown.map(\.paraphrase)
    return .init(
      why: isChoice ? "I can read that in \(Numbers.words(shown.count)) ways. Which one do you mean?" : why(shown.first),
      readings: shown.enumerated().map { index, reading in
        .init(
          value: reading.paraphrase, segments: Segment.telling(reading.paraphrase, apartFrom: paraphrases), scope: nil,
          effect: reading.clashes.isEmpty ? nil : "It would contradict what is held; both would be put to the community.",
          selected: index == 0)
      })
  }

  private func why(_ reading: ReadingPreview?) -> String {
    if let doubt = reading?.doubts.first { return sayer.say(doubt) }
    guard case .lesson(let taught)? = reading?.reading.meaning, let teaching = taught.first?.teaching else { return "Do you mean this?" }
    return switch teaching {
    case .rule: "A rule reaches far, so I ask first."
    case .definition: "A definition reaches far, so I ask first."
    case .guideline: "A guideline changes what I say, so I ask first."
    default: "Do you mean this?"
    }
  }

  /// The lessons of others that stand against these.
  private func sidesAgainst(_ lessons: [ID<Lesson>], in clash: Clash) -> [ResultView.ClashLine] {
    clash.sides.filter { Set($0).isDisjoint(with: lessons) }.compactMap { side in
      guard let id = side.first, let record = state.standing.lessons[id] else { return nil }
      return .init(
        path: URLPath.disagreement(clash.id), sentence: sentence(record), by: person(record.author),
        source: record.lesson.qualifiers.source,
        case: whereItMatters(clash))
    }
  }

  private func unread(_ text: String, kept: String, _ repair: Repair?) -> ResultView.Unread {
    guard let repair else { return .init(understood: nil, missed: text, kept: kept, words: [], nearest: []) }
    let understood = repair.understood.map { text.slice($0) }.joined(separator: " … ")
    let missed = repair.unused.map { text.slice($0) }.joined(separator: " … ")
    return .init(
      understood: understood.isEmpty ? nil : understood, missed: missed.isEmpty ? text : missed, kept: kept,
      words: repair.unknownWords.map { word in
        .init(
          word: word.written,
          choices: word.nearest.map { near in
            .init(label: "I meant “\(near.label)”", text: text.replacing(word.written, with: near.label))
          }
            + word.nearest.prefix(2).map { near in
              .init(
                label: "“\(word.written)” is another name for \(near.label)",
                text: "\(word.written.prefix(1).uppercased() + word.written.dropFirst()) means \(near.label).\n\(text)")
            })
      },
      nearest: repair.suggestions.map { .init(text: $0, edit: URLPath.teach($0)) })
  }
}

extension Segment {
  /// One of several sentences in pieces: what it has in common with the others, and, strong, what it has not.
  static func telling(_ sentence: String, apartFrom all: [String]) -> [Segment] {
    let words = sentence.split(separator: " ", omittingEmptySubsequences: false)
    let others = all.filter { $0 != sentence }.map { $0.split(separator: " ", omittingEmptySubsequences: false) }
    guard !others.isEmpty else { return [Segment(text: sentence)] }
    var start = 0
    while start < words.count, others.allSatisfy({ start < $0.count && $0[start] == words[start] }) { start += 1 }
    var end = 0
    while end < words.count - start, others.allSatisfy({ end < $0.count - start && $0[$0.count - 1 - end] == words[words.count - 1 - end] })
    {
      end += 1
    }
    let pieces = [
      Segment(text: words[..<start].joined(separator: " ") + (start > 0 ? " " : "")),
      Segment(text: words[start..<(words.count - end)].joined(separator: " "), strong: true),
      Segment(text: (end > 0 ? " " : "") + words[(words.count - end)...].joined(separator: " ")),
    ]
    return pieces.filter { !$0.text.isEmpty }
  }
}

extension String {
  /// The stretch between two UTF-8 offsets; what lies outside or splits a character is left out.
  func slice(_ range: Range<Int>) -> String {
    let bytes = Array(utf8)
    let clamped = range.clamped(to: 0..<bytes.count)
    return String(validating: bytes[clamped], as: UTF8.self) ?? ""
  }
}
