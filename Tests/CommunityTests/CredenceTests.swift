import Community
import Foundation
import Lessons
import Testing

/// Where the weight of those who spoke lies, by what each has shown.
@Suite struct CredenceTests {
  private static let minute: Int64 = 60_000

  /// A founder, five teachers, and newcomers whose lessons on bread are reviewed, so that judgements prove right or wrong.
  private struct Bakery {
    var standing = Standing()
    var time: Int64 = 1_700_000_000_000

    init() {
      act(.founded(name: "Bakery"), by: "ana")
      for member in ["bo", "cy", "dee", "eve"] as [ID<Member>] { act(.joined(role: .teacher, group: nil, invitedBy: "ana"), by: member) }
      act(.joined(role: .newcomer, group: nil, invitedBy: "ana"), by: "new")
      act(.policySet(["reviewsMin": 2], reason: "two look at each"), by: "ana")
    }

    mutating func act(_ act: Act, by member: ID<Member>) {
      time += CredenceTests.minute
      _ = standing.apply(Entry(sequence: standing.sequence + 1, act, by: member, at: time))
    }

    mutating func opine(_ stance: Opinion.Stance?, on lesson: ID<Lesson>, by member: ID<Member>) {
      act(.opined(Opinion(stance, on: .lesson(lesson), reason: "because")), by: member)
    }

    /// Lessons of a newcomer on a thing: Bo and Cy find them right, and they come to count.
    mutating func judge(_ thing: Concept, _ count: Int) {
      for number in 0..<count {
        let id = ID<Lesson>("\(thing.label)\(number)")
        act(.taught([Lesson(id: id, .claim(Claim(thing, Concept("measure \(number)"), .quantity(Quantity(1)))))]), by: "new")
        opine(.endorse, on: id, by: "bo")
        opine(.endorse, on: id, by: "cy")
      }
    }
  }

  @Test func `those who judged rightly on the topic outweigh as many who have not judged`() throws {
    var bakery = Bakery()
    bakery.judge("bread", 6)
    bakery.act(.taught([Lesson(id: "l", .claim(Claim("bread", "salt", .quantity(Quantity(2)))))]), by: "dee")
    #expect(bakery.standing.credence(of: "l") == nil, "nobody but its author spoke")
    bakery.opine(.dispute, on: "l", by: "bo")
    let credence = try #require(bakery.standing.credence(of: "l"))
    #expect(credence.shares[0] < 0.5 && credence.shares.reduce(0, +) == 1)
    let bo = try #require(credence.voices.first { $0.member == "bo" })
    #expect(bo.reasons.hits == 6 && bo.isAgainst && bo.reasons.accuracy > 0.7)
    bakery.opine(.unsure, on: "l", by: "cy")
    #expect(bakery.standing.credence(of: "l")?.shares == credence.shares, "who is unsure moves nothing")
    bakery.opine(.endorse, on: "l", by: "cy")
    #expect(try #require(bakery.standing.credence(of: "l")).shares[0] > 0.5)
  }

  @Test func `what was shown on the wider topic counts where nothing was shown on the narrower`() throws {
    var bakery = Bakery()
    bakery.act(.taught([Lesson(id: "kind", .claim(Claim("rye bread", .isA, .concept("bread"))))]), by: "ana")
    bakery.judge("bread", 6)
    bakery.act(.taught([Lesson(id: "l", .claim(Claim("rye bread", "salt", .quantity(Quantity(2)))))]), by: "dee")
    bakery.opine(.endorse, on: "l", by: "bo")
    let onRye = try #require(bakery.standing.credence(of: "l")).voices.first { $0.member == "bo" }
    #expect(onRye?.reasons.accuracy ?? 0 > 0.7)
    // And what is shown on the narrow one from then on counts on the wide one, too.
    bakery.judge("rye bread", 2)
    let judgements = bakery.standing.judgements(of: "bo")
    #expect(judgements.first { $0.topic == "bread" }?.reasons.hits == 8)
    #expect(judgements.first { $0.topic == "rye bread" }?.reasons.hits == 2)
  }

  @Test func `kinds in a circle are no trouble`() {
    var bakery = Bakery()
    for (id, thing, kind) in [("a", "bread", "loaf"), ("b", "loaf", "bread")] {
      bakery.act(.taught([Lesson(id: ID(id), .claim(Claim(Concept(thing), .isA, .concept(Concept(kind)))))]), by: "ana")
    }
    bakery.judge("bread", 2)
    bakery.judge("loaf", 2)
    #expect(bakery.standing.judgements(of: "bo").isEmpty == false)
  }

  @Test func `of sides that contradict each other each has its share, and a group's topic lends its members weight`() throws {
    var bakery = Bakery()
    func salt(_ id: ID<Lesson>, _ grams: Int) -> Lesson {
      Lesson(id: id, .claim(Claim("bread", "salt", .quantity(Quantity(Decimal(grams))))))
    }
    for (id, grams, member) in [("a", 1, "dee"), ("b", 2, "eve"), ("c", 3, "bo")] {
      bakery.act(.taught([salt(ID(id), grams)]), by: ID(member))
    }
    let even = try #require(bakery.standing.credence(between: [["a"], ["b"], ["c"]]))
    #expect(even.shares.allSatisfy { abs($0 - 1.0 / 3) < 1e-12 })
    bakery.act(.groupSet(Group("bakers", charter: "bread", topics: ["bread"])), by: "eve")
    let leaning = try #require(bakery.standing.credence(between: [["a"], ["b"], ["c"]]))
    #expect(leaning.shares[1] > leaning.shares[0] && leaning.shares[0] == leaning.shares[2])
    #expect(leaning.voices.filter(\.isSpecialist).map(\.member) == ["eve"])
    bakery.opine(.endorse, on: "a", by: "cy")
    bakery.opine(.dispute, on: "b", by: "ana")
    let moved = try #require(bakery.standing.credence(between: [["a"], ["b"], ["c"]]))
    #expect(moved.shares[0] > moved.shares[1] && abs(moved.shares.reduce(0, +) - 1) < 1e-12)
    #expect(bakery.standing.credence(between: [["a"]]) == nil)
  }
}
