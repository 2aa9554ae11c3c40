import Community
import Examination
import Lessons
import Mind
import Reasoning
import Testing

/// Cases of every kind of contradiction, and cases that only look like one.
@Suite struct ContradictionTests {
  private static func mind(_ lessons: some Sequence<StandingLesson>) -> Mind {
    var mind = Mind()
    for lesson in lessons { mind.apply([.accept(lesson)]) }
    return mind
  }

  @Test(arguments: 1...2 as ClosedRange<UInt64>)
  func `of all contradictions 95 in 100 are found, and 90 in 100 of those found are some`(seed: UInt64) {
    let corpus = ContradictionCorpus(seed: seed, eachKind: 3)
    let report = ContradictionReport(corpus, found: Self.mind(corpus.lessons(seed: seed)).clashes.values)
    #expect(report.recall >= 0.95, "seed \(seed): \(report.missedSorts)")
    #expect(report.precision >= 0.9, "seed \(seed): \(report.alarmedSorts)")
    for row in report.kinds where row.kind != Clash.Kind.likeExamples.rawValue {
      #expect(row.missed == 0 && row.falseAlarms == 0, "seed \(seed): \(row), \(report.missedSorts), \(report.alarmedSorts)")
    }
  }

  @Test(arguments: 1...2 as ClosedRange<UInt64>)
  func `every witness has an answer a side, no two alike, and no side contradicts itself`(seed: UInt64) {
    for example in ContradictionCorpus(seed: seed, eachKind: 1).cases {
      for clash in Self.mind(example.lessons).clashes.values {
        #expect(clash.sides.count == clash.witness.answers.count, "\(example.sort)")
        #expect(Set(clash.witness.answers).count == clash.sides.count, "\(example.sort): \(clash.witness)")
        #expect(clash.sides.allSatisfy { !$0.isEmpty } && clash.sides.joined().count == clash.lessons.count, "\(example.sort)")
        for side in clash.sides {
          let others = clash.lessons.subtracting(side)
          let alone = Self.mind(example.lessons.filter { !others.contains($0.id) })
          #expect(alone.clashes[clash.id] == nil, "\(example.sort): \(clash)")
        }
      }
    }
  }

  @Test func `a contradiction goes with its lesson, and comes back the same`() {
    for example in ContradictionCorpus(seed: 4, eachKind: 1).cases where example.kind != nil {
      var mind = Self.mind(example.lessons)
      let before = mind.clashes
      for lesson in example.lessons {
        mind.apply([.withdraw(lesson.id)])
        #expect(mind.clashes.values.allSatisfy { !$0.lessons.contains(lesson.id) }, "\(example.sort)")
        mind.apply([.accept(lesson)])
        #expect(mind.clashes == before, "\(example.sort)")
      }
    }
  }

  @Test func `what is seen before a lesson is taught is what comes of it`() {
    for example in ContradictionCorpus(seed: 5, eachKind: 1).cases {
      guard let last = example.lessons.last else { continue }
      var mind = Self.mind(example.lessons.dropLast())
      let foreseen = mind.clashes(ifTaught: last)
      let before = mind.clashes
      mind.apply([.accept(last)])
      #expect(Set(foreseen.map(\.id)) == Set(mind.clashes.filter { before[$0.key] != $0.value }.keys), "\(example.sort)")
    }
  }
}
