import Community
import Lessons
import Testing

/// A village of many teachers, of which the first founded it.
private struct Commune {
  static let day: Int64 = 86_400_000
  var standing = Standing()
  var time: Int64 = 1_700_000_000_000

  init(teachers: Int) throws {
    try act(.founded(name: "Test"), by: "t0")
    for number in 1..<teachers { try act(.joined(role: .teacher, group: nil, invitedBy: "t0"), by: Self.teacher(number)) }
    try act(.joined(role: .newcomer, group: nil, invitedBy: "t0"), by: "new")
  }

  static func teacher(_ number: Int) -> ID<Member> { ID("t\(number)") }

  mutating func act(_ act: Act, by member: ID<Member>) throws {
    try standing.validate(act, by: member)
    time += 60_000
    _ = standing.apply(Entry(sequence: standing.sequence + 1, act, by: member, at: time))
  }

  mutating func opine(_ stance: Opinion.Stance, on lesson: ID<Lesson>, by member: ID<Member>) throws {
    try act(.opined(Opinion(stance, on: .lesson(lesson), reason: "because")), by: member)
  }
}

private func banana(_ id: ID<Lesson>, _ kind: Concept = "fruit") -> Lesson { Lesson(id: id, .claim(Claim("banana", .isA, .concept(kind)))) }

@Suite struct DeliberationTests {
  @Test func `a dispute contests what a teacher taught, and takes nothing away`() throws {
    var commune = try Commune(teachers: 6)
    try commune.act(.taught([banana("l")]), by: "t1")
    #expect(commune.standing.deliberation(on: "l") == nil)
    try commune.opine(.dispute, on: "l", by: "t2")
    #expect(commune.standing.deliberation(on: "l")?.status == .contested)
    #expect(commune.standing.standing("l")?.reach == .everyone)
  }

  @Test func `some people's view holds what more of them endorse than dispute, whoever taught it`() throws {
    var commune = try Commune(teachers: 6)
    try commune.act(.taught([banana("a"), banana("b", "berry"), banana("c", "herb")]), by: "t1")
    for member in ["t2", "t3"] as [ID<Member>] { try commune.opine(.dispute, on: "a", by: member) }
    try commune.opine(.endorse, on: "b", by: "t2")
    try commune.opine(.endorse, on: "c", by: "t2")
    try commune.opine(.dispute, on: "c", by: "t3")
    let asTwo = PointOfView.community.standing(with: ["t2", "t3"], called: "two", in: commune.standing)
    #expect(asTwo.endorsed == ["b"] && asTwo.disputed == ["a"] && asTwo.group == "two")
    // Who taught it is taken to endorse it.
    let asThree = PointOfView.community.standing(with: ["t1", "t2", "t3"], in: commune.standing)
    #expect(asThree.disputed == ["a"] && asThree.endorsed == ["b", "c"])
    #expect(PointOfView.community.standing(with: ["t5"], in: commune.standing).disputed.isEmpty)
  }

  @Test func `two disputes call a panel drawn by lot, and only its ruling takes the lesson away`() throws {
    var commune = try Commune(teachers: 12)
    try commune.act(.taught([banana("l")]), by: "t1")
    try commune.opine(.endorse, on: "l", by: "t2")
    try commune.opine(.dispute, on: "l", by: "t3")
    try commune.opine(.dispute, on: "l", by: "t4")
    let seats = commune.standing.panelSeats(on: "l")
    #expect(seats.count >= 3 && Set(seats).count == seats.count && !seats.contains("t1"))
    #expect(commune.standing.standing("l")?.reach == .everyone)
    let outside = try #require((1..<12).map(Commune.teacher).first { !seats.contains($0) && $0 != "t1" })
    #expect(throws: Refusal.noSeat) {
      try commune.standing.validate(.opined(Opinion(.endorse, on: .panel("l"))), by: outside)
    }
    for seat in seats where commune.standing.panelSeats(on: "l").contains(seat) {
      try commune.act(.opined(Opinion(.dispute, on: .panel("l"), reason: "botanically a berry")), by: seat)
    }
    #expect(commune.standing.lessons["l"]?.status == .declined)
    #expect(commune.standing.lessons["l"]?.reason == "a panel drawn by lot rejected it")
    #expect(commune.standing.standing("l") == nil)
  }

  @Test func `a panel that finds no fault leaves the lesson as it was`() throws {
    var commune = try Commune(teachers: 12)
    try commune.act(.taught([banana("l")]), by: "t1")
    for disputer in ["t3", "t4"] as [ID<Member>] { try commune.opine(.dispute, on: "l", by: disputer) }
    #expect(!commune.standing.openPanels().isEmpty)
    for seat in commune.standing.panelSeats(on: "l") where commune.standing.panelSeats(on: "l").contains(seat) {
      try commune.act(.opined(Opinion(.endorse, on: .panel("l"))), by: seat)
    }
    #expect(commune.standing.openPanels().isEmpty)
    #expect(commune.standing.standing("l")?.reach == .everyone)
  }

  @Test func `the same acts draw the same panel on every server`() throws {
    func seats() throws -> [ID<Member>] {
      var commune = try Commune(teachers: 15)
      try commune.act(.taught([banana("l")]), by: "t1")
      for disputer in ["t3", "t4"] as [ID<Member>] { try commune.opine(.dispute, on: "l", by: disputer) }
      return commune.standing.panelSeats(on: "l")
    }
    #expect(try seats() == seats())
  }

  @Test func `an endorsement by a teacher accepts a newcomer's lesson, one by another newcomer does not`() throws {
    var commune = try Commune(teachers: 4)
    try commune.act(.joined(role: .newcomer, group: nil, invitedBy: "t0"), by: "new2")
    try commune.act(.taught([banana("l")]), by: "new")
    try commune.opine(.endorse, on: "l", by: "new2")
    #expect(commune.standing.lessons["l"]?.status == .waiting)
    try commune.opine(.endorse, on: "l", by: "t2")
    #expect(commune.standing.lessons["l"]?.status == .accepted)
  }

  @Test func `a policy that asks for two reviews is not content with one`() throws {
    var commune = try Commune(teachers: 5)
    #expect(throws: Refusal.policyUnfit) { try commune.standing.validate(.policySet(["reviewsMin": 0], reason: "x"), by: "t0") }
    #expect(throws: Refusal.policyUnfit) { try commune.standing.validate(.policySet(["nonsense": 1], reason: "x"), by: "t0") }
    #expect(throws: Refusal.needsRole(.founder)) { try commune.standing.validate(.policySet(["reviewsMin": 2], reason: "x"), by: "t1") }
    try commune.act(.policySet(["reviewsMin": 2], reason: "doses"), by: "t0")
    try commune.act(.taught([banana("l")]), by: "new")
    try commune.act(.accepted("l", reason: ""), by: "t1")
    #expect(commune.standing.lessons["l"]?.status == .waiting)
    #expect(commune.standing.deliberation(on: "l")?.missing == [.reviews(1)])
    try commune.act(.accepted("l", reason: ""), by: "t2")
    #expect(commune.standing.lessons["l"]?.status == .accepted)
  }

  @Test func `what was taken back and put back comes before the community anew`() throws {
    var commune = try Commune(teachers: 4)
    try commune.act(.taught([banana("l")]), by: "t1")
    try commune.opine(.dispute, on: "l", by: "t2")
    try commune.act(.retracted("l", reason: ""), by: "t1")
    #expect(commune.standing.deliberation(on: "l") == nil)
    try commune.act(.reinstated("l"), by: "t1")
    try commune.opine(.endorse, on: "l", by: "t3")
    #expect(commune.standing.deliberation(on: "l")?.camps.first?.endorsing == 1)
  }

  @Test func `camps are shared by what members endorse and dispute, and a map needs opinions`() throws {
    var commune = try Commune(teachers: 13)
    #expect(StandingOpinions(commune.standing).members.isEmpty)
    for number in 0..<10 { try commune.act(.taught([banana(ID("l\(number)"), Concept("kind \(number)"))]), by: "t0") }
    for teacher in 1..<13 {
      for number in 0..<10 {
        let stance: Opinion.Stance = (teacher < 7) == (number < 5) ? .endorse : .dispute
        try commune.opine(stance, on: ID("l\(number)"), by: Commune.teacher(teacher))
      }
    }
    let opinions = StandingOpinions(commune.standing)
    #expect(opinions.members.count == 13 && opinions.lessons.count == 10)
    #expect(opinions.votes.voteCount == 130)
  }
}

@Suite struct HealthTests {
  @Test func `who holds up a topic alone is its bus factor`() throws {
    var commune = try Commune(teachers: 4)
    for number in 0..<4 { try commune.act(.taught([banana(ID("l\(number)"), Concept("kind \(number)"))]), by: "t1") }
    var topic = try #require(CommunityHealth(commune.standing).topics.first { $0.topic == "banana" })
    #expect(topic.busFactor == 1 && topic.holders.first?.alone == 4)
    for number in 0..<4 { try commune.opine(.endorse, on: ID("l\(number)"), by: "t2") }
    topic = try #require(CommunityHealth(commune.standing).topics.first { $0.topic == "banana" })
    #expect(topic.busFactor == 2 && topic.holders.allSatisfy { $0.alone == 0 })
  }

  @Test func `inequality is nought where all have the same, and near one where one has all`() {
    #expect(Inequality.gini([3, 3, 3, 3]) == 0)
    #expect(Inequality.gini([0, 0, 0, 8]) == 0.75)
    #expect(Inequality.gini([0, 0]) == nil)
  }

  @Test func `a newcomer none of whose words count is not heard until somebody endorses them`() throws {
    var commune = try Commune(teachers: 3)
    try commune.act(.commented("c", on: .disagreement("d"), text: "I think otherwise"), by: "new")
    #expect(CommunityHealth(commune.standing).unheard == ["new"])
    try commune.act(.opined(Opinion(.endorse, on: .comment("c"))), by: "t1")
    #expect(CommunityHealth(commune.standing).unheard.isEmpty)
  }
}

@Suite struct PolicySettingTests {
  @Test func `every number of the policy can be set by its name, and none out of its range`() throws {
    let policy = AcceptancePolicy.village
    for term in policy.terms {
      let set = try #require(policy.setting([term.name: term.range.upperBound]), "\(term.name)")
      #expect(set.terms.first { $0.name == term.name }?.value == term.range.upperBound, "\(term.name)")
      #expect(policy.setting([term.name: term.range.upperBound + 1]) == nil, "\(term.name)")
    }
  }
}

@Suite struct RoutingTests {
  @Test func `authors and the few who know the topic are asked, not all of one group, and nobody more than a handful`() throws {
    var commune = try Commune(teachers: 7)
    try commune.act(.groupSet(Group("school")), by: "t0")
    for number in [1, 2, 3] { try commune.act(.groupJoined(Commune.teacher(number), group: "school"), by: "t0") }
    for number in 1..<7 {
      for copy in 0..<(8 - number) { try commune.act(.taught([banana(ID("l\(number)-\(copy)"))]), by: Commune.teacher(number)) }
    }
    let question = Routing.Question("d0", lessons: ["l6-0", "l5-0"], topics: ["banana"])
    let asked = Routing([question], in: commune.standing).asked
    #expect(Set(asked.keys) == ["t6", "t5", "t1", "t2", "t4"])
    let many = (0..<20).map { Routing.Question(ID("d\($0)"), lessons: ["l6-0", "l5-0"], topics: ["banana"]) }
    let handful = Routing(many, in: commune.standing).asked
    #expect(handful.values.allSatisfy { $0.count <= Routing.perMemberMax })
    #expect(Routing([], in: commune.standing).asked.isEmpty)
  }
}
