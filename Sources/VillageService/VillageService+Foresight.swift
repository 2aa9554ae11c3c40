import Community
public import Dialogue
public import Examination
public import Lessons
import Mind
public import Reasoning
import Synchronization
import TeachingLanguage
import Understanding

/// What teaching a sentence would do, told before it is recorded.
public struct Foresight: Sendable {
  /// Taught sentences that would no longer be understood.
  public let harm: [Understood.Neighbour]
  /// What would be held otherwise.
  public let effects: Effects
  /// Tests that would come out otherwise.
  public let tests: [TestResult]

  static let nothing = Foresight(harm: [], effects: .none, tests: [])
}

extension VillageService {
  /// While someone types, so many things are looked at and so many tests asked.
  static let foreseenThingsMax = 2_000
  static let foreseenTestsMax = 50

  /// What would change if what a sentence teaches were recorded and counted for everyone.
  ///
  /// Found beside the actor, on the village as it stands: it asks many questions anew, which takes longer than the preview
  /// itself.
  public nonisolated func foresight(of sentence: SentencePreview, by member: ID<Member>?) async -> Foresight {
    guard case .lesson(let taught)? = sentence.readings.first?.reading.meaning, taught.count == 1, let only = taught.first else {
      return .nothing
    }
    let view = PointOfView(member: member)
    if case .example(let example) = only.teaching {
      let harm = language.responder.harm(of: example, knowing: await knowledge(for: member), from: view)
      return Foresight(harm: harm, effects: .none, tests: [])
    }
    let (sequence, mind, thresholds) = await basis
    let lesson = StandingLesson(Lesson(id: "new", only.teaching, only.qualifiers), by: member ?? "", sequence: sequence + 1)
    let tests = Array(await testResults().prefix(Self.foreseenTestsMax))
    return Foresight(
      harm: [], effects: mind.beliefs.effects(ifTaught: lesson, in: view, thingsMax: Self.foreseenThingsMax),
      tests: Examiner(responder: language.responder).turned(by: [.accept(lesson)], on: mind, from: tests, thresholds: thresholds))
  }

  /// What is held because of a lesson, and would not be had nobody taught it; nil where it does not count.
  ///
  /// Found beside the actor, once for each state of the village.
  public nonisolated func effects(of lesson: ID<Lesson>, for member: ID<Member>?) async -> Effects? {
    let (sequence, mind, _) = await basis
    let key = KeptEffects.Key(lesson: lesson, member: member)
    if let kept = keptEffects.withLock({ $0 }), kept.sequence == sequence, let effects = kept.effects[key] { return effects }
    guard let effects = mind.beliefs.effects(of: lesson, in: PointOfView(member: member)) else { return nil }
    keptEffects.withLock { kept in
      if kept?.sequence != sequence || kept?.effects.count ?? 0 >= KeptEffects.countMax { kept = KeptEffects(sequence: sequence) }
      kept?.effects[key] = effects
    }
    return effects
  }
}

/// The effects of lessons that were asked for at one state of the village.
struct KeptEffects: Sendable {
  struct Key: Hashable, Sendable {
    let lesson: ID<Lesson>
    let member: ID<Member>?
  }

  static let countMax = 100

  let sequence: Int
  var effects: [Key: Effects] = [:]
}
