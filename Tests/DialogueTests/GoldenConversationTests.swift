import Dialogue
import Foundation
import Lessons
import Testing

/// Conversations as people read them. Set `VILLAGE_RECORD=1` to write them anew, then read the difference.
///
/// A file holds what is taught (`teach ana: …`) and said (`you: …`), and the answers that came, in the order they came.
/// `as ana` sets who talks, `as nobody` the public; `new conversation` forgets what was said; a newcomer's lesson is
/// taught with `teach dora, for herself: …`; `forget: …` withdraws the lessons of that sentence.
struct GoldenConversationTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }()

  @Test func `there are a dozen conversations and more`() { #expect(Self.names.count >= 12) }

  @Test(arguments: names)
  func `a conversation goes as it was written down`(_ name: String) throws {
    let file = Self.folder.appending(path: "\(name).txt")
    let written = try String(contentsOf: file, encoding: .utf8)
    let played = try Transcript.play(written, isOfManyLanguages: name.hasPrefix("pt-") || name.hasPrefix("es-"))
    if ProcessInfo.processInfo.environment["VILLAGE_RECORD"] == "1" {
      try played.write(to: file, atomically: true, encoding: .utf8)
    } else {
      let (expected, actual) = (written.split(separator: "\n"), played.split(separator: "\n"))
      for (line, pair) in zip(expected, actual).enumerated() where pair.0 != pair.1 {
        Issue.record("\(name), line \(line + 1) without blank lines:\n  written: \(pair.0)\n  came:    \(pair.1)")
        break
      }
      #expect(expected.count == actual.count)
    }
  }
}

/// Plays the inputs of a transcript and writes it with the answers that come.
private struct Transcript {
  private var village: TaughtVillage
  private var conversation = Conversation()
  private var view = PointOfView.community
  private var lines: [String] = []

  static func play(_ text: String, isOfManyLanguages: Bool) throws -> String {
    var transcript = Transcript(village: try TaughtVillage(isOfManyLanguages: isOfManyLanguages))
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) { transcript.play(line: String(line)) }
    while transcript.lines.last?.isEmpty == true { transcript.lines.removeLast() }
    return transcript.lines.joined(separator: "\n") + "\n"
  }

  private mutating func play(line: String) {
    let isOutput = line.hasPrefix("  ") || line.hasPrefix("village: ")
    guard !isOutput else { return }
    lines.append(line)
    if let said = line.rest(after: "you: ") {
      let turn = village.responder.respond(to: said, in: conversation, knowing: village.knowledge, from: view)
      conversation = turn.conversation
      for answer in [turn.answer] + turn.answer.further { write(answer) }
    } else if let member = line.rest(after: "as ") {
      view = PointOfView(member: member == "nobody" ? nil : ID(member))
    } else if line == "new conversation" {
      conversation = Conversation()
    } else if let sentence = line.rest(after: "forget: ") {
      for standing in village.lessons where standing.lesson.words == sentence { village.withdraw(standing.id) }
    } else if let teaching = line.rest(after: "teach ") {
      teach(teaching)
    }
  }

  private mutating func teach(_ line: String) {
    let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return lines.append("  ?? no sentence") }
    let words = parts[0].split(separator: ", for herself").map(String.init)
    let author = ID<Member>(words[0])
    for unread in village.teach(parts[1], by: author, reach: parts[0].hasSuffix("herself") ? .only(author) : .everyone) {
      lines.append("  ?? not read: \(unread)")
    }
  }

  private mutating func write(_ answer: Answer) {
    lines.append("village: \(answer.said)")
    if ![.answered, .courtesy].contains(answer.kind) { lines.append("  kind: \(answer.kind.rawValue)") }
    write(answer.understood)
    for reason in answer.because { write(reason, "because", 0) }
    for reason in answer.others { write(reason, "others", 0) }
    for advice in answer.advice {
      lines.append("  advice: \(advice.text.plain(naming: TaughtVillage.name))")
      write(advice.reason, "  because", 0)
    }
    for option in answer.options { lines.append("  option: \(option.label)\(option.text == option.label ? "" : " → \(option.text)")") }
    if let hand = answer.raisedHand { lines.append("  hand: \(hand)") }
    if let starter = answer.starter { lines.append("  starter: \(starter)…") }
    for step in answer.proposal?.steps ?? [] {
      lines.append("  proposal: \(step.kind.rawValue) “\(step.sentence)”\(step.lesson.map { " for \($0)" } ?? "")")
    }
  }

  private mutating func write(_ understood: Understood) {
    if understood.way == .examples, let question = understood.question, let certainty = understood.certainty {
      lines.append("  understood: \(question.label), \(certainty)")
    }
  }

  private mutating func write(_ reason: Reason, _ key: String, _ depth: Int) {
    var line = reason.text.plain(naming: TaughtVillage.name)
    let who = [reason.author.map(TaughtVillage.name), reason.source].compactMap { $0 }.joined(separator: ", ")
    if !who.isEmpty { line += " (\(who))" }
    if let formula = reason.formula, !line.contains(formula) { line += " [\(formula)]" }
    lines.append("  \(key): \(String(repeating: "  ", count: depth))\(line)")
    for below in reason.reasons { write(below, key, depth + 1) }
  }
}

extension String {
  fileprivate func rest(after prefix: String) -> String? { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil }
}
