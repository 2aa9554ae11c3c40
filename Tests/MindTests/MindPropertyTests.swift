import Community
import Foundation
import Lessons
import Mind
import Testing
import VillageTesting

/// The invariants that make a mind a function of its lessons. Each runs from seeds; a failure prints its own.
@Suite struct MindPropertyTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a replay, a live fold and a snapshot with its tail are one`(seed: UInt64) throws {
    let entries = RandomVillage(seed: seed, acts: 120).entries
    var live = VillageState()
    var snapshot = VillageState()
    let cut = Int(seed) % entries.count
    for entry in entries {
      live.fold(entry)
      if entry.sequence == cut { snapshot = live }
    }
    for entry in entries where entry.sequence > cut { snapshot.fold(entry) }
    let written = try entries.map {
      Entry(sequence: $0.sequence, try Act(kind: $0.act.kind, payload: $0.act.payload()), by: $0.author, at: $0.time)
    }
    #expect((VillageState(replaying: written) == live) as Bool, "seed \(seed)")
    #expect((snapshot == live) as Bool, "seed \(seed), cut \(cut)")
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `reverting acts equals their never having been done`(seed: UInt64) {
    let village = RandomVillage(seed: seed, acts: 150)
    let live = VillageState(replaying: village.entries)
    let rest = village.entries.filter { entry in
      switch entry.act {
      case .reverted, .reversalWithdrawn: false
      default: !live.standing.isReverted(entry)
      }
    }
    let without = VillageState(replaying: rest)
    #expect((live.mind == without.mind) as Bool, "seed \(seed), \(Self.differences(live.mind, without.mind))")
    #expect(live.standing.lessons == without.standing.lessons, "seed \(seed)")
    #expect(live.standing.members == without.standing.members, "seed \(seed)")
    #expect(live.standing.settlements == without.standing.settlements, "seed \(seed)")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a release is the village as a replay up to it makes it, whatever came after`(seed: UInt64) {
    let entries = RandomVillage(seed: seed, acts: 150).entries
    let state = VillageState(replaying: entries)
    #expect(Set(state.minds.keys) == Set(state.standing.releases.map(\.name)), "seed \(seed)")
    for release in state.standing.releases {
      let then = VillageState(replaying: entries.prefix { $0.sequence < release.sequence })
      #expect((state.minds[release.name] == then.mind) as Bool, "seed \(seed), \(release.name)")
    }
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `accepting a lesson and then withdrawing it leaves no trace`(seed: UInt64) {
    let before = VillageState(replaying: RandomVillage(seed: seed, acts: 60).entries).mind
    var random = SplitMix64(seed: seed ^ 0xFEED)
    var after = before
    for step in 0..<10 {
      let lesson = StandingLesson(
        .random(id: "new", using: &random), by: "bo", sequence: 10_000, reach: step.isMultiple(of: 2) ? .everyone : .only("bo"))
      after.apply([.accept(lesson)])
      after.apply([.withdraw(lesson.id)])
      #expect((after == before) as Bool, "seed \(seed), step \(step): \(lesson.lesson), \(Self.differences(after, before))")
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `independent lessons commute`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let lessons = (0..<25).map {
      StandingLesson(.random(id: ID("l\($0)"), using: &random), by: $0.isMultiple(of: 3) ? "ana" : "bo", sequence: $0 + 1)
    }
    var forwards = Mind()
    forwards.apply(lessons.map { .accept($0) })
    var shuffled = Mind()
    for lesson in lessons.shuffled(using: &random) { shuffled.apply([.accept(lesson)]) }
    #expect((forwards == shuffled) as Bool, "seed \(seed), \(Self.differences(forwards, shuffled))")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `reweighing equals having taught it so`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let lessons = (0..<20).map { StandingLesson(.random(id: ID("l\($0)"), using: &random), by: "bo", sequence: $0 + 1) }
    var light = Mind()
    light.apply(lessons.map { .accept($0) })
    let heavy = lessons.map { StandingLesson($0.lesson, by: $0.author, sequence: $0.sequence, reach: .only("bo"), weight: 0.5) }
    light.apply(heavy.map { .reweigh($0) })
    var fresh = Mind()
    fresh.apply(heavy.map { .accept($0) })
    #expect((light == fresh) as Bool, "seed \(seed), \(Self.differences(light, fresh))")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `the disagreements kept up to date are those found from scratch`(seed: UInt64) {
    let state = VillageState(replaying: RandomVillage(seed: seed, acts: 150).entries)
    let standing = state.standing.lessons.keys.sorted().compactMap { state.standing.standing($0) }
    var scratch = Mind()
    scratch.apply(standing.map { .accept($0) })
    #expect(scratch.clashes == state.mind.clashes, "seed \(seed)")
    #expect((scratch == state.mind) as Bool, "seed \(seed), \(Self.differences(scratch, state.mind))")
  }

  /// More with VILLAGES, as `make test-long` sets it.
  private static let villages = ProcessInfo.processInfo.environment["VILLAGES"].flatMap(UInt64.init) ?? 30

  @Test func `lesson by lesson, and with some withdrawn, what contradicts what is what a search from scratch finds`() {
    for seed in 0..<Self.villages {
      var random = SplitMix64(seed: seed ^ 0xC1A5)
      var mind = Mind()
      var held: [StandingLesson] = []
      for step in 0..<60 {
        if step > 20, Int.random(in: 0..<3, using: &random) == 0, !held.isEmpty {
          mind.apply([.withdraw(held.remove(at: Int.random(in: 0..<held.count, using: &random)).id)])
        } else {
          let author: ID<Member> = step.isMultiple(of: 3) ? "ana" : "bo"
          let lesson = StandingLesson(.random(id: ID("l\(step)"), using: &random), by: author, sequence: step + 1)
          held.append(lesson)
          mind.apply([.accept(lesson)])
        }
        guard step % 10 == 9 else { continue }
        var scratch = Mind()
        scratch.apply(held.map { .accept($0) })
        #expect((scratch.clashes == mind.clashes) as Bool, "seed \(seed), step \(step)")
      }
    }
  }

  /// Which parts of two minds differ: a whole mind in a failure is too much to read.
  private static func differences(_ one: Mind, _ other: Mind) -> [String] {
    [
      ("beliefs", one.beliefs == other.beliefs), ("learner", one.learner == other.learner),
      ("guidelines", one.guidelines == other.guidelines), ("clashes", one.clashes == other.clashes),
    ].filter { !$0.1 }.map(\.0)
  }
}
