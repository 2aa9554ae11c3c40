import Foundation
import Lessons
import Reasoning
import Testing

/// What must hold of any lessons whatever: each test from a seed that its failure prints.
@Suite struct LawTests {
  /// Everything the beliefs answer to some questions.
  private struct Answers: Equatable {
    var verdicts: [Verdict] = []
    var values: [[HeldValue]] = []
    var kinds: [[HeldKind]] = []
    var members: [[Found]] = []
    var concepts: [Concept] = []
    var counts: [KindCount] = []

    init(_ beliefs: Beliefs, _ view: PointOfView, _ village: inout RandomVillage) {
      verdicts = (0..<12).map { _ in beliefs.judge(village.claim(), in: view) }
      for subject in RandomVillage.things + ["food", "pomme"] {
        values.append(beliefs.values(of: subject, property: RandomVillage.gi, in: view))
        values.append(beliefs.values(of: subject, property: .contains, in: view))
        kinds.append(beliefs.kinds(of: subject, in: view))
      }
      members = [
        beliefs.members(of: "food", where: [.isA("low-GI")], in: view), beliefs.members(of: nil, where: [.contains("sugar")], in: view),
      ]
      concepts = beliefs.allConcepts(in: view)
      counts = beliefs.kindsWithCounts(in: view)
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `accepting a lesson and then withdrawing it leaves no trace`(seed: UInt64) {
    var village = RandomVillage(seed: seed)
    let before = Beliefs(accepting: village.lessons(30))
    var after = before
    let more = village.lessons(10)
    for lesson in more { after.accept(lesson) }
    for lesson in more.shuffled(using: &village.random) { after.withdraw(lesson.id) }
    #expect(after == before, "seed \(seed)")
    let view = village.view()
    var (one, other) = (village, village)
    #expect(Answers(after, view, &one) == Answers(before, view, &other), "seed \(seed)")
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `answers do not depend on the order in which lessons came`(seed: UInt64) {
    var village = RandomVillage(seed: seed)
    let lessons = village.lessons(40)
    let beliefs = Beliefs(accepting: lessons)
    var shuffled = Beliefs(accepting: lessons.shuffled(using: &village.random))
    for lesson in lessons where lesson.sequence % 5 == 0 { shuffled.reweigh(lesson) }
    let view = village.view()
    #expect(beliefs == shuffled, "seed \(seed)")
    var (one, other) = (village, village)
    #expect(Answers(beliefs, view, &one) == Answers(shuffled, view, &other), "seed \(seed)")
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `a view answers as if only the lessons it sees had been taught`(seed: UInt64) {
    var village = RandomVillage(seed: seed)
    let lessons = village.lessons(45)
    let beliefs = Beliefs(accepting: lessons)
    for _ in 0..<8 {
      let view = village.view()
      let filtered = Beliefs(accepting: lessons.filter(view.sees))
      var (one, other) = (village, village)
      #expect(Answers(beliefs, view, &one) == Answers(filtered, view, &other), "seed \(seed), \(view)")
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `every proof follows step by step from the lessons`(seed: UInt64) {
    var village = RandomVillage(seed: seed)
    let lessons = village.lessons(40)
    let beliefs = Beliefs(accepting: lessons)
    let view = village.view()
    let checker = ProofChecker(lessons, view)
    func check(_ proof: Proof) {
      if let fault = checker.fault(in: proof) { Issue.record("seed \(seed): does not follow: \(fault)") }
    }
    for _ in 0..<40 {
      let claim = village.claim()
      let verdict = beliefs.judge(claim, in: view)
      (verdict.yes + verdict.no + verdict.silenced).forEach(check)
      #expect(verdict.outcome != .yes || (verdict.no.isEmpty && verdict.yes.allSatisfy { $0.claim == claim }), "seed \(seed)")
      #expect(verdict.outcome != .no || (verdict.yes.isEmpty && verdict.no.allSatisfy { $0.claim == claim.negation }), "seed \(seed)")
      #expect(verdict.outcome != .contested || !(verdict.yes.isEmpty || verdict.no.isEmpty), "seed \(seed)")
    }
    for subject in RandomVillage.things {
      for held in beliefs.values(of: subject, property: RandomVillage.gi, in: view) { (held.proofs + held.against).forEach(check) }
      for kind in beliefs.kinds(of: subject, in: view) { check(kind.proof) }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `lessons that are not cited could as well be absent`(seed: UInt64) {
    var village = RandomVillage(seed: seed, hasCircles: false)
    let lessons = village.lessons(35)
    let beliefs = Beliefs(accepting: lessons)
    let view = village.view()
    for _ in 0..<20 {
      let claim = village.claim()
      let verdict = beliefs.judge(claim, in: view)
      guard verdict.outcome != .unknown else { continue }
      for lesson in lessons where !verdict.lessons.contains(lesson.id) {
        var without = beliefs
        without.withdraw(lesson.id)
        #expect(without.judge(claim, in: view).outcome == verdict.outcome, "seed \(seed): \(claim) without \(lesson.id)")
      }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `without all the lessons cited the verdict is another`(seed: UInt64) {
    var village = RandomVillage(seed: seed)
    let beliefs = Beliefs(accepting: village.lessons(40))
    let view = village.view()
    for _ in 0..<20 {
      let claim = village.claim()
      var left = beliefs
      var verdict = left.judge(claim, in: view)
      // Something that was outweighed may take its place, with other lessons, but not for ever.
      while verdict.outcome != .unknown && !verdict.lessons.isEmpty {
        for id in verdict.lessons { left.withdraw(id) }
        let next = left.judge(claim, in: view)
        #expect(next.lessons.isDisjoint(with: verdict.lessons), "seed \(seed): \(claim)")
        verdict = next
      }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `clashes kept up to date by what lessons touch are the clashes there are`(seed: UInt64) {
    var village = RandomVillage(seed: seed)
    var beliefs = Beliefs()
    var kept: [Concept: [Clash]] = [:]
    var held: [StandingLesson] = []
    let member: ID<Member>? = seed % 2 == 0 ? "ana" : nil
    func refresh(_ concepts: Set<Concept>) {
      for concept in concepts {
        let clashes = beliefs.clashes(about: concept, seenBy: member)
        kept[concept] = clashes.isEmpty ? nil : clashes
      }
    }
    for step in 0..<60 {
      if !held.isEmpty, UInt64.random(in: 0..<3, using: &village.random) == 0 {
        let lesson = held.remove(at: Int.random(in: 0..<held.count, using: &village.random))
        let touched = beliefs.subjectsTouched(by: lesson)
        beliefs.withdraw(lesson.id)
        refresh(touched)
      } else {
        let lesson = village.lesson()
        held.append(lesson)
        beliefs.accept(lesson)
        refresh(beliefs.subjectsTouched(by: lesson))
      }
      guard step % 4 == 3 else { continue }
      var scratch: [Concept: [Clash]] = [:]
      for concept in Set(held.flatMap { $0.lesson.subjects }) {
        let clashes = beliefs.clashes(about: concept, seenBy: member)
        if !clashes.isEmpty { scratch[concept] = clashes }
      }
      #expect(kept == scratch, "seed \(seed), step \(step)")
    }
  }
}

extension Lesson {
  /// Concepts that clashes could be about.
  fileprivate var subjects: [Concept] {
    switch teaching {
    case .claim(let claim): [claim.subject, claim.property] + (claim.value.concept.map { [$0] } ?? [])
    case .name(let naming): [naming.concept, naming.other]
    case .definition(let definition): [definition.concept]
    case .disjoint(let one, let other): [one, other]
    default: []
    }
  }
}
