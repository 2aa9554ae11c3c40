import Foundation
import Testing

@testable import Datalog

/// Everything taught at one moment, by which both the deduction and its definition are fed.
private struct Taught {
  var facts: [(fact: Model.Fact, lesson: UInt32, atoms: [UInt32])] = []
  var clauses: [(number: Int, clause: Clause, atoms: [UInt32])] = []

  func model(_ truths: [Bool]) -> Model {
    func isSeen(_ atoms: [UInt32]) -> Bool { atoms.allSatisfy { truths[Int($0)] } }
    let seen = clauses.filter { isSeen($0.atoms) }.map(\.clause)
    return Model(
      Set(facts.filter { isSeen($0.atoms) }.map(\.fact)),
      (0..<Int(RandomProgram.levels)).map { level in seen.filter { RandomProgram.level(of: $0) == level } })
  }

  func rebuilt() throws -> Deduction {
    var deduction = Deduction()
    for (_, clause, atoms) in clauses {
      var clause = clause
      clause.presence = deduction.presence(atoms)
      _ = try deduction.add(clause)
    }
    for (fact, lesson, atoms) in facts {
      let presence = deduction.presence(atoms)
      deduction.state(fact.subject, fact.property, fact.value, by: lesson, where: presence)
    }
    deduction.settle()
    return deduction
  }
}

/// All 64 points of view.
private let allTruths = (0..<(1 << RandomProgram.atoms)).map { bits in (0..<RandomProgram.atoms).map { bits >> $0 & 1 == 1 } }

private func held(_ deduction: borrowing Deduction, _ truths: [Bool]) -> Set<Model.Fact> {
  var context = Context(truths)
  var held: Set<Model.Fact> = []
  for property in 0..<(RandomProgram.levels * 2) {
    for subject in 0..<RandomProgram.things {
      for value in 0..<RandomProgram.things where deduction.holds(subject, property, value, in: &context) {
        held.insert(Model.Fact(subject: subject, property: property, value: value))
      }
    }
  }
  return held
}

@Suite struct DeductionTests {
  @Test(arguments: 0..<16 as Range<UInt64>)
  func `after any edits every point of view holds what its own lessons give, and nothing is left of others`(seed: UInt64) throws {
    var program = RandomProgram(seed: seed)
    var taught = Taught()
    var deduction = Deduction()
    var lesson: UInt32 = 0
    for step in 0..<60 {
      for _ in 0...program.number(below: 3) {
        switch program.number(below: 10) {
        case 0..<5:
          lesson += 1
          let (fact, atoms) = (program.fact(), program.circumstances())
          taught.facts.append((fact, lesson, atoms))
          deduction.state(fact.subject, fact.property, fact.value, by: lesson, where: deduction.presence(atoms))
        case 5..<8:
          guard !taught.facts.isEmpty else { continue }
          let (fact, lesson, _) = taught.facts.remove(at: Int(program.number(below: UInt32(taught.facts.count))))
          deduction.retract(fact.subject, fact.property, fact.value, by: lesson)
        case 8:
          var clause = program.clause()
          let atoms = program.circumstances()
          clause.presence = deduction.presence(atoms)
          taught.clauses.append((try deduction.add(clause), clause, atoms))
        default:
          guard taught.clauses.count > 6 else { continue }
          let (number, _, _) = taught.clauses.remove(at: Int(program.number(below: UInt32(taught.clauses.count))))
          deduction.withdraw(clause: number)
        }
      }
      deduction.settle()
      let rebuilt = try taught.rebuilt()
      for truths in allTruths {
        let expected = taught.model(truths).facts
        let (missing, surplus) = (expected.subtracting(held(deduction, truths)), held(deduction, truths).subtracting(expected))
        try #require(missing.isEmpty && surplus.isEmpty, "seed \(seed), step \(step), \(truths): missing \(missing), surplus \(surplus)")
        try #require(held(rebuilt, truths) == expected, "seed \(seed), step \(step), \(truths)")
      }
      try #require(deduction.justificationCount == rebuilt.justificationCount, "seed \(seed), step \(step)")
    }
  }

  /// VILLAGE_EDITS asks for more edits.
  @Test func `a storm of edits leaves what a rebuild would make`() throws {
    let edits = ProcessInfo.processInfo.environment["VILLAGE_EDITS"].flatMap(Int.init) ?? 2_000
    var program = RandomProgram(seed: 2026)
    var taught = Taught()
    var deduction = Deduction()
    for step in 1...edits {
      if taught.clauses.count < 10 || program.number(below: 400) == 0 {
        var clause = program.clause()
        let atoms = program.circumstances()
        clause.presence = deduction.presence(atoms)
        taught.clauses.append((try deduction.add(clause), clause, atoms))
        if taught.clauses.count > 12 { deduction.withdraw(clause: taught.clauses.removeFirst().number) }
      }
      if taught.facts.count > 30 || (!taught.facts.isEmpty && program.chance(45)) {
        let (fact, lesson, _) = taught.facts.remove(at: Int(program.number(below: UInt32(taught.facts.count))))
        deduction.retract(fact.subject, fact.property, fact.value, by: lesson)
      } else {
        let (fact, atoms) = (program.fact(), program.circumstances())
        taught.facts.append((fact, UInt32(step), atoms))
        deduction.state(fact.subject, fact.property, fact.value, by: UInt32(step), where: deduction.presence(atoms))
      }
      deduction.settle()
      guard step % max(100, edits / 100) == 0 else { continue }
      let rebuilt = try taught.rebuilt()
      try #require(deduction.justificationCount == rebuilt.justificationCount, "step \(step)")
      for truths in allTruths { try #require(held(deduction, truths) == held(rebuilt, truths), "step \(step), \(truths)") }
    }
  }

  @Test func `rules that wait for each other's exceptions say nothing until one of them goes`() throws {
    var deduction = Deduction()
    let (base, one, other): (UInt32, UInt32, UInt32) = (1, 2, 3)
    func rule(_ head: UInt32, unless exception: UInt32) -> Clause {
      Clause(
        .init(.variable(0), head, .variable(1)), if: [.init(.variable(0), base, .variable(1))],
        unless: [.init(.variable(0), exception, .variable(1))])
    }
    deduction.state(7, base, 8, by: 1, where: .always)
    let first = try deduction.add(rule(one, unless: other))
    deduction.settle()
    #expect(deduction.presence(7, one, 8) == .always)
    let second = try deduction.add(rule(other, unless: one))
    deduction.settle()
    #expect(deduction.idleClauses == [first, second])
    #expect(deduction.presence(7, one, 8) == .never && deduction.presence(7, other, 8) == .never)
    deduction.withdraw(clause: first)
    deduction.settle()
    #expect(deduction.idleClauses.isEmpty)
    #expect(deduction.presence(7, one, 8) == .never && deduction.presence(7, other, 8) == .always)
  }

  @Test func `a rule that could not be applied is refused with its fault`() {
    var deduction = Deduction()
    let any = Clause.Atom(.variable(0), 1, .variable(1))
    #expect(throws: Clause.Fault.unboundVariable(2)) { _ = try deduction.add(Clause(.init(.variable(2), 1, .variable(0)), if: [any])) }
    #expect(throws: Clause.Fault.unboundVariable(3)) {
      _ = try deduction.add(Clause(any, if: [any], unless: [.init(.variable(3), 1, .variable(0))]))
    }
    #expect(throws: Clause.Fault.noCondition) { _ = try deduction.add(Clause(.init(.constant(1), 1, .constant(2)), if: [])) }
    #expect(throws: Clause.Fault.tooManyConditions) { _ = try deduction.add(Clause(any, if: Array(repeating: any, count: 17))) }
    #expect(throws: Clause.Fault.tooManyVariables) {
      _ = try deduction.add(Clause(any, if: [any, .init(.variable(16), 1, .variable(0))]))
    }
  }

  @Test func `thresholds and products are of exact numbers`() throws {
    var deduction = Deduction()
    let (index, carbohydrate, load, low): (UInt32, UInt32, UInt32, UInt32) = (1, 2, 3, 4)
    // Glycemic load: glycemic index × carbohydrate ÷ 100.
    _ = try deduction.add(
      Clause(
        .init(.variable(0), load, .variable(3)),
        if: [.init(.variable(0), index, .variable(1)), .init(.variable(0), carbohydrate, .variable(2))],
        where: [.product(3, of: 1, 2, over: 100_000_000)]))
    _ = try deduction.add(
      Clause(
        .init(.variable(0), low, .constant(1)), if: [.init(.variable(0), load, .variable(1))],
        where: [.within(1, 0, 10_000_000)]))
    let amounts: [(UInt32, Int64, Int64)] = [(10, 51, 20), (11, 51, 19), (12, 0, 50)]
    for (thing, index0, grams) in amounts {
      deduction.state(thing, index, deduction.value(index0 * 1_000_000), by: 1, where: .always)
      deduction.state(thing, carbohydrate, deduction.value(grams * 1_000_000), by: 1, where: .always)
    }
    deduction.settle()
    #expect(deduction.presence(10, load, deduction.value(10_200_000)) == .always)
    #expect(amounts.map { deduction.presence($0.0, low, 1) } == [.never, .always, .always])
  }
}
