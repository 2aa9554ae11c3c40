import Dialogue
import Lessons
import Testing

@Suite struct HearingTests {
  private static let question = "may I have some cake"

  private func village() throws -> TaughtVillage {
    var village = try TaughtVillage()
    for said in ["can I have cake?", "may I eat bread?"] {
      village.teach("When people ask \"\(said)\", they are asking whether a food is allowed.", by: "ana")
    }
    village.teach("When people ask \"can I have some rice?\", they are asking whether a food is allowed.", by: "bruno")
    for said in ["where may I park?", "where is the clinic?"] {
      village.teach("When people ask \"\(said)\", they are asking where the clinic is.", by: "bruno")
    }
    return village
  }

  private func hearing(_ village: TaughtVillage, _ text: String = question) -> Hearing {
    village.responder.hearing(of: text, knowing: village.knowledge, from: .community)
  }

  @Test func `it names the sentences that spoke for it, with their teachers, and those against`() throws {
    let hearing = hearing(try village())
    #expect(hearing.verdict == .means("whether a food is allowed"))
    #expect(hearing.speakingFor.allSatisfy { $0.question == "whether a food is allowed" && $0.share > 0 })
    #expect(hearing.speakingFor.contains { $0.sentence == "can I have cake?" && $0.teacher == "ana" })
    #expect(hearing.speakingAgainst.allSatisfy { $0.question != "whether a food is allowed" || $0.share < 0 })
  }

  @Test func `the words that mattered stand where they were written`() throws {
    let text = Self.question
    for word in hearing(try village()).words {
      #expect(String(decoding: Array(text.utf8)[word.range], as: UTF8.self) == word.written)
    }
  }

  @Test func `without one teacher it is as if that teacher had taught nothing`() throws {
    let village = try village()
    var tried = 0
    for without in hearing(village).without {
      guard case .teacher(let teacher) = without.left else { continue }
      var other = village
      for lesson in village.lessons where lesson.author == teacher { other = other.without(lesson.id) }
      #expect(hearing(other).verdict == without.verdict)
      tried += 1
    }
    #expect(tried == 2)
  }

  @Test func `without one sentence it is as if it had never been taught`() throws {
    let village = try village()
    let first = try #require(
      hearing(village).without.lazy.compactMap { without -> (ID<Lesson>, Hearing.Verdict)? in
        if case .sentence(let id) = without.left { (id, without.verdict) } else { nil }
      }.first)
    #expect(hearing(village.without(first.0)).verdict == first.1)
  }

  @Test func `where nothing was taught, or nothing was said, nothing is understood`() throws {
    #expect(hearing(try TaughtVillage()).verdict == .notTaught)
    #expect(hearing(try village(), " ").verdict == .notTaught)
    #expect(hearing(try village(), String(repeating: "x", count: 100_000)).verdict == .notTaught)
  }
}
