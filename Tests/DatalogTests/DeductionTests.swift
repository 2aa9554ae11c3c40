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
  @Test(arguments: 0..<24 as Range<UInt64>)
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
}
