import Reasoning
import Community
import Foundation
import Lessons
import Mind
import Understanding

/// A village of twenty teachers and two newcomers who describe one world of things and their numbers: mostly right, now
/// and then wrong, correcting, reviewing and settling as they go.
struct JoiningWorld {
  /// How many things there are to say something of; four numbers each.
  let things: Int
  /// One in so many lessons is wrong.
  let wrongOneIn: Int

  private static let properties: [Concept] = ["glycemic index", "energy", "protein", "fiber"]
  private static let teachers = (0..<20).map { ID<Member>("t\($0)") }
  private static let newcomers: [ID<Member>] = ["n0", "n1"]

  /// The village before it parts: who is who, and so many lessons.
  func beginning(lessons: Int, seed: UInt64) -> Life {
    var life = Life(entries: [], state: VillageState(), random: SeededGenerator(seed: seed), name: "b")
    _ = life.record(.founded(name: "A village to be forked"), by: "t0")
    for teacher in Self.teachers.dropFirst() { _ = life.record(.joined(role: .teacher, group: nil, invitedBy: "t0"), by: teacher) }
    for newcomer in Self.newcomers { _ = life.record(.joined(role: .newcomer, group: nil, invitedBy: "t0"), by: newcomer) }
    for property in Self.properties {
      _ = life.teach(.property(PropertyTrait(property, isSingleValued: true)), words: "", by: "t0")
    }
    for _ in 0..<lessons { teach(&life) }
    return life
  }

  /// A life apart: so many acts that the village allowed.
  func tail(of beginning: Life, edits: Int, name: String, seed: UInt64) -> [Entry] {
    tail(of: beginning, entries: beginning.entries.count + edits, name: name, seed: seed)
  }

  /// - Parameter entries: how many there are in the end, those of the beginning among them.
  func tail(of beginning: Life, entries: Int, name: String, seed: UInt64) -> [Entry] {
    var life = Life(entries: beginning.entries, state: beginning.state, random: SeededGenerator(seed: seed), name: name)
    while life.entries.count < entries { step(&life) }
    return life.entries
  }

  private func step(_ life: inout Life) {
    let member = life.pick(Self.teachers)
    switch Int.random(in: 0..<100, using: &life.random) {
    case 0..<62: teach(&life)
    case 62..<74:
      guard let own = life.lesson(of: member), case .claim(let claim) = own.lesson.teaching else { return }
      let (claimed, words) = say(claim.subject, claim.property, &life)
      _ = life.record(.revised(Lesson(id: own.lesson.id, claimed, words: words), after: own.revisions.count), by: member)
    case 74..<80:
      guard let own = life.lesson(of: member) else { return }
      _ = life.record(.retracted(own.lesson.id, reason: "It was a slip."), by: member)
    case 80..<88:
      guard let other = life.lesson(of: life.pick(Self.teachers)) else { return }
      let stance = life.pick([Opinion.Stance.endorse, .endorse, .dispute])
      _ = life.record(.opined(Opinion(stance, on: .lesson(other.lesson.id), reason: "I looked it up.")), by: member)
    case 88..<93:
      guard let other = life.lesson(of: life.pick(Self.teachers)) else { return }
      _ = life.record(.commented(ID("c\(life.entries.count)"), on: .lesson(other.lesson.id), text: "See the newer table."), by: member)
    case 93..<96:
      let open = life.state.openClashes()
      guard let clash = open.isEmpty ? nil : life.pick(open) else { return }
      let lessons = clash.lessons.sorted()
      _ = life.record(.settled(Settlement(clash.id, lessons: lessons, .holds([life.pick(lessons)]), reason: "By the table.")), by: member)
    case 96..<98: teach(&life, by: life.pick(Self.newcomers))
    case 98:
      guard let waiting = life.state.standing.waiting.min() else { return }
      _ = life.record(.accepted(waiting, reason: ""), by: member)
    default:
      let group = Group("group \(Int.random(in: 0..<40, using: &life.random))", charter: "What \(member) looks after.")
      _ = life.record(.groupSet(group), by: member)
    }
  }

  private func teach(_ life: inout Life, by member: ID<Member>? = nil) {
    let thing = Concept("food \(Int.random(in: 0..<things, using: &life.random))")
    let (claim, words) = say(thing, life.pick(Self.properties), &life)
    _ = life.teach(claim, words: words, by: member ?? life.pick(Self.teachers))
  }

  private func say(_ thing: Concept, _ property: Concept, _ life: inout Life) -> (Teaching, String) {
    let truth = (thing.label.utf8.reduce(7) { ($0 &* 31 &+ Int($1)) & 0xFFFF } + property.label.utf8.count * 13) % 100 + 1
    let isWrong = Int.random(in: 0..<wrongOneIn, using: &life.random) == 0
    let amount = isWrong ? Int.random(in: 1...100, using: &life.random) : truth
    return (
      .claim(Claim(thing, property, .quantity(Quantity(Decimal(amount))))), "The \(property.label) of \(thing.label) is \(amount)."
    )
  }

  /// A village as it goes on.
  struct Life {
    var entries: [Entry]
    var state: VillageState
    var random: SeededGenerator
    /// What its ids begin with.
    let name: String

    mutating func record(_ act: Act, by member: ID<Member>) -> Bool {
      guard (try? state.standing.validate(act, by: member)) != nil else { return false }
      let entry = Entry(sequence: entries.count + 1, act, by: member, at: Int64(entries.count) * 1000)
      state.fold(entry)
      entries.append(entry)
      return true
    }

    mutating func teach(_ teaching: Teaching, words: String, by member: ID<Member>) -> Bool {
      record(.taught([Lesson(id: ID("\(name)\(entries.count)"), teaching, words: words)]), by: member)
    }

    mutating func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &random)] }

    /// A standing lesson of theirs.
    mutating func lesson(of member: ID<Member>) -> LessonRecord? {
      guard let all = state.standing.members[member]?.lessons, !all.isEmpty else { return nil }
      return state.standing.lessons[pick(all)].flatMap { $0.isStanding ? $0 : nil }
    }
  }
}
