import Interchange
import Dialogue
import Community
import Foundation
import Ledger
import Lessons
import Mind
import Reasoning
import Synchronization
import Testing
import VillageService
import VillageTesting

/// A village in memory, with Ana its founder and Bo a teacher.
func makeVillage(on ledger: any Ledger = MemoryLedger()) async throws -> VillageService {
  let people = try PrivateStore(
    path: TestFiles.newFolder().appending(path: "people.sqlite").path,
    passwordCost: PasswordCost(logRounds: 4, blockSize: 8, parallelism: 1))
  let service = try await VillageService.open(ledger: ledger, people: people)
  if await service.look({ $0.standing.members.isEmpty }) {
    _ = try await service.record(.founded(name: "Test"), by: "ana")
    _ = try await service.record(.joined(role: .teacher, group: nil, invitedBy: "ana"), by: "bo")
    _ = try await service.record(.joined(role: .newcomer, group: nil, invitedBy: "ana"), by: "cy")
  }
  return service
}

private func rice(_ id: String, _ value: Int) -> Lesson {
  Lesson(id: ID(id), .claim(Claim("white rice", "glycemic index", .quantity(Quantity(Decimal(value))))))
}

@Suite struct VillageServiceTests {
  @Test func `a taught fact changes the answer and is explained by who taught it`() async throws {
    let village = try await makeVillage()
    _ = try await village.teach("The glycemic index of a banana is 51.", by: "ana")
    let answer = await village.answer("What is the glycemic index of a banana?", in: .init(), from: .community).answer
    #expect(answer.text.plain { $0.rawValue }.contains("51"))
    #expect(answer.because.contains { $0.author == "ana" } || answer.because.flatMap(\.reasons).contains { $0.author == "ana" })
  }

  @Test func `the disagreement that answers drew on of late comes first`() async throws {
    let village = try await makeVillage()
    for (member, words) in [
      ("ana", "The glycemic index of rice is 73. The glycemic index of bread is 70."),
      ("bo", "The glycemic index of rice is 89. The glycemic index of bread is 50."),
    ] { _ = try await village.teach(words, by: ID(member)) }
    let before = try await village.disagreements().map(\.id)
    let last = try #require(before.last)
    let subject = try #require(await village.disagreement(last)?.clash?.subject.label)
    let conversation = try await village.people.startConversation(by: .member("ana"), consent: false, now: Date())
    for _ in 0..<2 {
      _ = try await village.talk("What is the glycemic index of \(subject)?", in: conversation.id, by: .member("ana"))
    }
    let after = try await village.disagreements()
    #expect(before.count == 2 && after.map(\.id) == before.reversed())
    #expect(after.map(\.answersTouched) == [2, 0])
  }

  @Test func `fifty writers at once lose nothing and double nothing`() async throws {
    let village = try await makeVillage()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<50 {
        group.addTask {
          for number in 0..<10 {
            let id = "w\(writer).\(number)"
            let first = try await village.record(.taught([rice(id, writer)]), by: "bo", request: id)
            let again = try await village.record(.taught([rice("\(id)x", writer)]), by: "bo", request: id)
            #expect(again.isRepeat && again.entry.sequence == first.entry.sequence)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(await village.look { $0.standing.lessons.count } == 500)
    #expect(await village.look { $0.standing.sequence } == 503)
  }

  @Test func `two servers on one ledger come to one mind`() async throws {
    let ledger = MemoryLedger()
    let here = try await makeVillage(on: ledger)
    let there = try await makeVillage(on: ledger)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (name, server) in [("h", here), ("t", there)] {
        group.addTask {
          for number in 0..<40 { _ = try await server.record(.taught([rice("\(name)\(number)", number)]), by: "ana") }
        }
      }
      try await group.waitForAll()
    }
    _ = try await here.record(.taught([rice("last", 1)]), by: "ana")
    _ = try await there.record(.taught([rice("very last", 2)]), by: "ana")
    _ = try await here.record(.taught([rice("really last", 3)]), by: "ana")
    _ = try await there.record(.retracted("last", reason: ""), by: "ana")
    let fresh = try await makeVillage(on: ledger)
    let (one, other) = (await there.digest(), await fresh.digest())
    #expect(one == other)
    let theirs = await there.look { $0 }
    #expect(await fresh.look { $0 == theirs })
  }

  @Test func `two acts on one lesson are judged one after the other`() async throws {
    let village = try await makeVillage()
    _ = try await village.record(.taught([rice("l1", 1)]), by: "ana")
    let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<8 {
        group.addTask {
          do { _ = try await village.record(.revised(rice("l1", number), after: 1), by: "ana") } catch Refusal.revisedMeanwhile {
            return false
          }
          return true
        }
      }
      return try await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(outcomes.count { $0 } == 1)
  }

  @Test func `a newcomer sees their own lesson and the public does not`() async throws {
    let village = try await makeVillage()
    _ = try await village.teach("The glycemic index of a mango is 51.", by: "cy")
    let question = "What is the glycemic index of a mango?"
    let own = await village.answer(question, in: .init(), from: PointOfView(member: "cy")).answer
    let everyone = await village.answer(question, in: .init(), from: .community).answer
    #expect(own.text.plain { $0.rawValue }.contains("51"))
    #expect(everyone.kind == .notTaught)
  }

  @Test func `a correction is read back as what it would do, and then revises the lesson`() async throws {
    let village = try await makeVillage()
    _ = try await village.teach("The glycemic index of a mango is 51.", by: "ana")
    let asked = try await village.teach("That is wrong: it is 48.", by: "ana")
    guard case .confirm(let readings)? = asked.first?.outcome else { Issue.record("it was not read back"); return }
    #expect(readings[0].paraphrase == "The glycemic index of a mango is 48. Until now: The glycemic index of a mango is 51.")
    _ = try await village.teach("That is wrong: it is 48.", by: "ana", choose: .reading(paraphrase: readings[0].paraphrase))
    #expect(await village.look { $0.standing.lessons.values.map(\.revisions.count) } == [2])
  }

  @Test func `undoing a lesson and undoing that ends where it began`() async throws {
    let village = try await makeVillage()
    _ = try await village.teach("A banana is a fruit.", by: "ana")
    let before = await village.look { $0.mind }
    let sequence = await village.look { $0.standing.sequence }
    let undone = try await village.undo(sequence, by: "ana")
    #expect(await village.look { $0.mind } == Mind())
    _ = try await village.undo(undone[0].entry.sequence, by: "ana")
    #expect(await village.look { $0.mind } == before)
    await #expect(throws: CannotUndo()) { try await village.undo(sequence, by: "bo") }
  }

  @Test func `a table goes in, its odd rows are named, and one act takes it out`() async throws {
    let village = try await makeVillage()
    let before = await village.look { $0.mind }
    let text = "name\tprotein_g\nrice\t2.7\nbread\tmuch\noats\t16.9\n"
    let job = try await village.prepareImport(Array(text.utf8), fileName: "foods.tsv", by: "bo")
    var plan = job.plan
    plan.kind = "food"
    let preview = try await village.previewImport(job.id, plan)
    #expect(preview.rows == 2 && preview.claims == 4 && preview.rejected.map(\.line) == [3])
    let done = try await village.importTable(job.id, plan)
    #expect(done.status == .done(.init(rows: 2, claims: 4, clashes: 0)))
    _ = try await village.record(.tableRetracted(job.table, reason: ""), by: "bo")
    #expect(await village.look { $0.mind } == before)
  }

  @Test func `who listens hears of what happens, and of what happened while they were away`() async throws {
    let village = try await makeVillage()
    let events = try await village.events(after: 1)
    _ = try await village.teach("A banana is a fruit.", by: "ana")
    var sequences: [Int] = []
    for await event in events where event.kind != .disagreement {
      sequences.append(event.sequence)
      if event.sequence == 4 { break }
    }
    #expect(sequences == [2, 3, 4])
  }
}
