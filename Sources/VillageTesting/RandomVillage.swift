public import Community
public import Lessons

/// A village whose members do random things that the village allows; the same seed does the same.
public struct RandomVillage {
  public private(set) var standing = Standing()
  public private(set) var entries: [Entry] = []
  private var random: SplitMix64
  private static let members: [ID<Member>] = ["ana", "bo", "cy", "di"]

  public init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    record(.founded(name: "Random"), by: "ana")
    record(.joined(role: .teacher, group: nil, invitedBy: "ana"), by: "bo")
    record(.joined(role: .newcomer, group: nil, invitedBy: "ana"), by: "cy")
    record(.joined(role: .teacher, group: "nurses", invitedBy: "bo"), by: "di")
  }

  public init(seed: UInt64, acts: Int) {
    self.init(seed: seed)
    for _ in 0..<acts { step() }
  }

  /// A village that parts from another after some of its entries and lives on by itself.
  public init(forking entries: some Sequence<Entry>, seed: UInt64, acts: Int) {
    random = SplitMix64(seed: seed)
    for entry in entries {
      _ = standing.apply(entry)
      self.entries.append(entry)
    }
    for _ in 0..<acts { step() }
  }

  /// Tries acts until one is allowed; teaching always is.
  public mutating func step() {
    while true {
      let member = pick(Self.members, &random)
      let act = randomAct()
      if (try? standing.validate(act, by: member)) != nil { return record(act, by: member) }
    }
  }

  private mutating func record(_ act: Act, by member: ID<Member>) {
    let entry = Entry(sequence: standing.sequence + 1, act, by: member, at: Int64(entries.count) * 1000)
    _ = standing.apply(entry)
    entries.append(entry)
  }

  private mutating func randomAct() -> Act {
    let lessons = standing.lessons.keys.sorted()
    let fresh = ID<Lesson>("l\(entries.count)")
    guard let old = lessons.isEmpty ? nil : pick(lessons, &random) else { return .taught([.random(id: fresh, using: &random)]) }
    switch Int.random(in: 0..<24, using: &random) {
    case 0: return .retracted(old, reason: "x")
    case 1: return .reinstated(old)
    case 2: return .accepted(old, reason: "")
    case 3: return .declined(old, reason: "x")
    case 4: return .revised(.random(id: old, using: &random), after: standing.lessons[old]?.revisions.count ?? 1)
    case 5: return .commented(ID("c\(entries.count)"), on: .lesson(old), text: "hm")
    case 6:
      let two = [old, pick(lessons, &random)]
      let outcome: Settlement.Outcome =
        switch Int.random(in: 0..<6, using: &random) {
        case 3: .merged(into: pick(lessons, &random))
        case 4: .withdrawn
        case 2: .precedes([two[0]])
        case 0: .holds([two[0]])
        case 1: .scoped([.init(two[0], Qualifiers(audience: "child"))])
        default: .pointsOfView
        }
      return .settled(Settlement(ID("d\(Int.random(in: 0..<5, using: &random))"), lessons: two, outcome, reason: "x"))
    case 7: return .reopened(ID("d\(Int.random(in: 0..<5, using: &random))"), reason: "x")
    case 8: return .roleGranted(to: pick(Self.members, &random), pick([.newcomer, .teacher], &random))
    case 9:
      return Int.random(in: 0..<8, using: &random) == 0
        ? .contributionRetracted(of: pick(Self.members, &random), reason: "x") : .taught([.random(id: fresh, using: &random)])
    case 10: return .released(Release("r\(entries.count)"))
    case 11:
      let release = standing.releases.isEmpty ? nil : pick(standing.releases.map(\.name), &random)
      return Bool.random(using: &random) ? .publicAnswered(from: release, reason: "x") : .releaseWithdrawn(release ?? "", reason: "")
    case 12:
      return .opined(
        Opinion(pick([.endorse, .dispute, .unsure, nil], &random), on: Bool.random(using: &random) ? .lesson(old) : .act(1), reason: "x"))
    case 18: return .policySet(["reviewsMin": Double(Int.random(in: 1...2, using: &random))], reason: "x")
    case 19:
      let lesson = standing.openPanels().first?.lesson ?? old
      return .opined(Opinion(pick([.endorse, .dispute], &random), on: .panel(lesson), reason: "x"))
    case 20: return .answersChanged(Influence([.init(old, changed: Int.random(in: 1...30, using: &random))], of: 600))
    case 13: return randomReversal()
    case 14: return .reversalWithdrawn(ID("v\(Int.random(in: 0..<max(1, entries.count), using: &random))"), reason: "x")
    case 15:
      let topics: [Concept] = standing.lessons[old]?.lesson.topics ?? []
      return .groupSet(Group("gate", topics: topics, isGate: Bool.random(using: &random)))
    case 16: return .groupJoined(pick(Self.members, &random), group: pick(["gate", "nurses"], &random))
    case 17: return .groupLeft(pick(Self.members, &random), group: "gate", reason: "x")
    default:
      return .taught([.random(id: fresh, using: &random), .random(id: ID("l\(entries.count)b"), using: &random)])
    }
  }

  private mutating func randomReversal() -> Act {
    let first = Int.random(in: 1...entries.count, using: &random)
    let last = Int.random(in: first...min(entries.count, first + 20), using: &random)
    let member = Bool.random(using: &random) ? pick(Self.members, &random) : nil
    return .reverted(Reversal(ID("v\(entries.count)"), of: member, first...last, reason: "x"))
  }
}
