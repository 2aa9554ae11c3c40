import Dialogue
import Foundation
import Lessons
import Testing

/// Never more than was taught, never what the view does not show, never more of someone's text than needed.
struct HonestyTests {
  private static func village() throws -> TaughtVillage {
    var village = try TaughtVillage()
    village.teach("A banana is a fruit. The glycemic index of a banana is 51.")
    village.teach("The glycemic index of honey is 61.", by: "dora", reach: .only("dora"))
    return village
  }

  @Test func `a newcomer's lesson answers the newcomer and nobody else`() throws {
    let village = try Self.village()
    #expect(village.ask("What is the glycemic index of honey?").kind != .answered)
    #expect(!village.ask("What is the glycemic index of honey?").said.contains("61"))
    #expect(village.ask("What is the glycemic index of honey?", from: PointOfView(member: "dora")).said.contains("61"))
  }

  @Test(arguments: [
    "What is the glycemic index of jackfruit?", "Does a banana contain gluten?", "What is hypoglycemia?", "Is a banana low-GI?",
  ])
  func `what was not taught is not said, and a hand is raised`(_ question: String) throws {
    let answer = try Self.village().ask(question)
    #expect(answer.kind == .notTaught)
    #expect(answer.raisedHand != nil)
    #expect(!answer.said.hasPrefix("Yes") && !answer.said.hasPrefix("No"))
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `any text at all gets an answer that says little of it back`(seed: UInt64) throws {
    let village = try Self.village()
    var random = SplitMix64(seed: seed)
    let pieces = [
      "<script>alert(1)</script>", "' OR 1=1 --", "\u{202E}", "\u{0}", "🍌🍌🍌", String(repeating: "a", count: 700), "What is",
      "the glycemic index",
      "of", "a banana", "?", "\"", "\n", "I take", "that is wrong: it is", "48", "forget that", "and", "why", "150 g", "é\u{301}\u{301}",
      "ب", "—",
    ]
    let text = (0..<Int.random(in: 1...14, using: &random)).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
      .joined(separator: Bool.random(using: &random) ? " " : "")
    let answer = village.ask(text, from: PointOfView(member: "ana"))
    for one in [answer] + answer.further {
      let said = one.said
      for run in said.split(whereSeparator: { !($0 == "a") }) { #expect(run.count <= 200, "seed \(seed)") }
      #expect(one.raisedHand?.count ?? 0 <= 200, "seed \(seed)")
      #expect(!said.unicodeScalars.contains { $0.isForbiddenInText }, "seed \(seed)")
    }
    #expect(answer.further.count <= Responder.sentencesMax, "seed \(seed)")
  }

  @Test func `a message that is too long is not read`() throws {
    let answer = try Self.village().ask(String(repeating: "What is the glycemic index of a banana? ", count: 3000))
    #expect(answer.kind == .askBack)
    #expect(answer.said.count < 200)
  }

  @Test func `what is remembered of a person stays small`() throws {
    var village = try TaughtVillage()
    village.teach("If the patient takes insulin and asks about alcohol, warn about hypoglycemia.")
    var conversation = Conversation()
    for number in 0..<40 {
      let said = "I take insulin\(number)."
      conversation = village.responder.respond(to: said, in: conversation, knowing: village.knowledge, from: .community).conversation
    }
    #expect(conversation.facts.count <= Conversation.factsMax)
  }
}
