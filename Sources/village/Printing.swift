import Ledger
import Dialogue
import Foundation
import Lessons
import TeachingLanguage
import VillageService

/// Answers and reasons for the terminal.
struct Printer {
  let names: [String: String]
  let sayer: Sayer

  init(_ service: VillageService) async throws {
    let accounts = try await service.people.accounts()
    names = Dictionary(uniqueKeysWithValues: accounts.map { ($0.member, $0.name ?? "a former member") })
    let language = service.language
    sayer = await service.look { language.sayer(for: $0) }
  }

  func name(_ member: ID<Member>) -> String { names[member.rawValue] ?? "member \(member)" }

  func text(_ parts: [Part]) -> String { parts.plain { name($0) } }

  func show(_ answer: Answer, why: Bool) {
    print(text(answer.text))
    if answer.items.count > Answer.itemsSaidMax { for item in answer.items { print("  · \(item.name)") } }
    for advice in answer.advice { print(text(advice.text)) }
    for option in answer.options { print("  · \(option.label)") }
    if why {
      if let sureness = answer.sureness, !sureness.isQuiteSure { print("  By what was taught: \(sureness).") }
      for reason in answer.because { show(reason, depth: 1) }
      if !answer.others.isEmpty { print("  What others hold:") }
      for reason in answer.others { show(reason, depth: 2) }
      for advice in answer.advice { show(advice.reason, depth: 1) }
    }
    for further in answer.further {
      print()
      show(further, why: why)
    }
  }

  private func show(_ reason: Reason, depth: Int) {
    var line = String(repeating: "  ", count: depth) + "because " + text(reason.text)
    if let formula = reason.formula, !line.contains(formula) { line += "  [\(formula)]" }
    let sources = [reason.author.map { name($0) }, reason.source].compactMap { $0 }
    if !sources.isEmpty { line += "  (\(sources.joined(separator: "; ")))" }
    print(line)
    for inner in reason.reasons { show(inner, depth: depth + 1) }
  }

  /// The answer as the API gives it, names resolved.
  func json(_ answer: Answer, why: Bool) -> AnswerJSON { AnswerJSON(answer, why: why, naming: name) }
}

/// An answer as JSON on the terminal.
struct AnswerJSON: Encodable {
  struct ReasonJSON: Encodable {
    let text: String
    let kind: String
    let lesson: String?
    let by: String?
    let source: String?
    let formula: String?
    let reasons: [ReasonJSON]

    init(_ reason: Reason, _ naming: (ID<Member>) -> String) {
      text = reason.text.plain(naming: naming)
      kind = reason.kind.rawValue
      lesson = reason.lesson?.rawValue
      by = reason.author.map(naming)
      source = reason.source
      formula = reason.formula
      reasons = reason.reasons.map { ReasonJSON($0, naming) }
    }
  }

  let kind: String
  let text: String
  let understood: String?
  let sureness: Certainty?
  let options: [String]
  let advice: [String]
  let lessons: [String]
  let because: [ReasonJSON]?
  let others: [ReasonJSON]?
  let further: [AnswerJSON]

  init(_ answer: Answer, why: Bool, naming: (ID<Member>) -> String) {
    kind = answer.kind.rawValue
    text = answer.text.plain(naming: naming)
    understood = answer.understood.paraphrase
    sureness = answer.sureness
    options = answer.options.map(\.label)
    advice = answer.advice.map { $0.text.plain(naming: naming) }
    lessons = answer.lessons.map(\.rawValue)
    because = why ? answer.because.map { ReasonJSON($0, naming) } : nil
    others = why ? answer.others.map { ReasonJSON($0, naming) } : nil
    further = answer.further.map { AnswerJSON($0, why: why, naming: naming) }
  }
}

/// Prints a value as JSON with sorted keys.
func printJSON(_ value: some Encodable) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
  print(String(decoding: try encoder.encode(value), as: UTF8.self))
}
