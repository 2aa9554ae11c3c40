import Lessons
import Testing

@testable import Community

/// Changes that somebody has looked at.
@Suite struct MarkTests {
  private func village() -> Standing {
    var standing = Standing()
    standing.add(.founded(name: "v"), by: "ana")
    standing.add(.joined(role: .teacher, group: nil, invitedBy: "ana"), by: "bo")
    standing.add(.joined(role: .newcomer, group: nil, invitedBy: "ana"), by: "dee")
    standing.add(.taught([Lesson(id: "l1", .note, words: "x")]), by: "dee")
    return standing
  }

  @Test func `a teacher marks what others did, never their own act, a mark, or what is not there`() {
    var standing = village()
    #expect(throws: Refusal.needsRole(.teacher)) { try standing.validate(.seen([1]), by: "dee") }
    #expect(throws: Refusal.ownAct) { try standing.validate(.seen([4, 2]), by: "bo") }
    #expect(throws: Refusal.unknownAct) { try standing.validate(.seen([9]), by: "bo") }
    #expect(throws: Refusal.unknownAct) { try standing.validate(.seen([]), by: "bo") }
    #expect(throws: Refusal.tooMuchAtOnce(limit: 200)) { try standing.validate(.seen(Array(repeating: 1, count: 201)), by: "bo") }
    standing.add(.seen([4, 3]), by: "bo")
    standing.add(.seen([4]), by: "ana")
    #expect(standing.seenBy(4) == ["bo", "ana"])
    #expect(throws: Refusal.unknownAct) { try standing.validate(.seen([6]), by: "bo") }
    standing.add(.unseen([4]), by: "bo")
    #expect(standing.seenBy(4) == ["ana"] && standing.seenBy(3) == ["bo"])
    #expect(throws: Refusal.noOpinion) { try standing.validate(.unseen([4]), by: "bo") }
  }

  @Test func `a newcomer's change is one by a newcomer, or of somebody's first month`() {
    let standing = village()
    let month: Int64 = 31 * 86_400_000
    #expect(standing.isByNewcomer("dee", at: 2 * month))
    #expect(standing.isByNewcomer("bo", at: 5_000) && !standing.isByNewcomer("bo", at: 2 * month))
    #expect(!standing.isByNewcomer("ana", at: 5_000))
  }
}
