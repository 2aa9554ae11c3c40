import TeachingLanguage
import ArgumentParser
import Foundation
import Lessons
import VillageService

struct Teach: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Teach the village in your own words.",
    discussion: """
      What is clear is recorded at once. A rule, a definition or a guideline is read back first; --yes takes the first reading.

        village teach "The glycemic index of a banana is 51 (Source: Atkinson 2008)."
        village teach --yes "A food is low-GI if its glycemic index is below 55."
        village teach --file lessons.txt --yes
      """)

  @Argument(help: "One sentence or several.")
  var sentences: String?

  @Option(help: "A text file with sentences to teach.")
  var file: String?

  @Flag(help: "Take the first reading wherever the village would ask.")
  var yes = false

  @OptionGroup var village: VillageOptions

  func validate() throws {
    guard (sentences == nil) != (file == nil) else { throw ValidationError("Give a sentence in quotation marks, or a --file.") }
  }

  func run() async throws {
    try await speakingPlainly {
      let text = try sentences ?? String(decoding: contents(ofFile: file ?? ""), as: UTF8.self)
      if let remote = try village.remote { return try await remote.teach(text, yes: yes, json: village.json) }
      let service = try await village.data.openVillage()
      let member = try await village.speaker(in: service)
      let outcomes = try await service.teachAll(text, by: member, takingFirst: yes)
      if village.json { return try printJSON(outcomes.map(OutcomeJSON.init)) }
      let printer = try await Printer(service)
      for outcome in outcomes { show(outcome, printer) }
    }
  }

  private func show(_ sentence: TaughtSentence, _ printer: Printer) {
    switch sentence.outcome {
    case .recorded(_, _, let said, let isWaiting, let clashes):
      print("I understood: \(said)\(isWaiting ? " It waits for review." : "")")
      if !clashes.isEmpty {
        print("  Somebody taught otherwise: this opened \(clashes.count == 1 ? "a disagreement" : "\(clashes.count) disagreements").")
      }
    case .confirm(let readings):
      print("“\(sentence.text)” — do you mean: \(readings.first?.paraphrase ?? "")")
      for doubt in readings.first?.doubts ?? [] { print("  \(printer.sayer.say(doubt))") }
      print("  Not recorded. Say --yes to confirm.")
    case .choose(let readings):
      print("“\(sentence.text)” can mean:")
      for reading in readings.prefix(3) { print("  · \(reading.paraphrase)") }
      print("  Not recorded. Say it in one of these ways.")
    case .answered(let answer):
      print("That is a question or a greeting; nothing to record.")
      printer.show(answer, why: false)
    case .noted(_, _, let repair):
      print("I kept “\(sentence.text)” as a note. \(repair?.reason ?? "")")
      for suggestion in repair?.suggestions ?? [] { print("  Did you mean: \(suggestion)") }
    }
  }
}

extension VillageService {
  /// Teaches a text; where `takingFirst`, what would be asked back is confirmed by its first reading.
  func teachAll(_ text: String, by member: ID<Member>, takingFirst: Bool, source: String? = nil) async throws -> [TaughtSentence] {
    var outcomes: [TaughtSentence] = []
    for sentence in try await teach(text, by: member, source: source) {
      switch sentence.outcome {
      case .confirm(let readings) where takingFirst, .choose(let readings) where takingFirst:
        guard let first = readings.first else { fallthrough }
        outcomes += try await teach(sentence.text, by: member, choose: .reading(paraphrase: first.paraphrase), source: source)
      default: outcomes.append(sentence)
      }
    }
    return outcomes
  }
}

struct OutcomeJSON: Encodable {
  let text: String
  let outcome: String
  let said: String?
  let lessons: [String]
  let readings: [String]
  let disagreements: [String]

  init(_ sentence: TaughtSentence) {
    text = sentence.text
    switch sentence.outcome {
    case .recorded(_, let ids, let said, let isWaiting, let clashes):
      outcome = isWaiting ? "waiting" : "recorded"
      self.said = said
      lessons = ids.map(\.rawValue)
      readings = []
      disagreements = clashes.map(\.rawValue)
    case .confirm(let previews), .choose(let previews):
      outcome = "ask"
      said = nil
      lessons = []
      readings = previews.map(\.paraphrase)
      disagreements = []
    case .answered:
      outcome = "answered"
      (said, lessons, readings, disagreements) = (nil, [], [], [])
    case .noted(_, let id, let repair):
      outcome = "note"
      said = nil
      lessons = [id.rawValue]
      readings = repair?.suggestions ?? []
      disagreements = []
    }
  }
}
