import Testing

@testable import Datalog

/// Goes through an explanation knowing only what was taught.
private struct Checker {
  let clauses: [Clause]
  let lessons: [UInt32: (fact: Model.Fact, atoms: [UInt32])]
  let truths: [Bool]
  /// What holds by definition: no exception may.
  let model: Model

  func accepts(_ explanation: Explanation) -> Bool {
    let fact = Model.Fact(subject: explanation.subject, property: explanation.property, value: explanation.value)
    switch explanation.reason {
    case .stated(let lesson):
      return lessons[lesson].map { $0.fact == fact && $0.atoms.allSatisfy { truths[Int($0)] } } ?? false
    case .concluded(let number):
      let clause = clauses[number]
      var bound: [Int: UInt32] = [:]
      func agrees(_ term: Clause.Term, _ number: UInt32) -> Bool {
        switch term {
        case .constant(let constant): return constant == number
        case .variable(let variable):
          if let known = bound[variable] { return known == number }
          bound[variable] = number
          return true
        }
      }
      func agrees(_ atom: Clause.Atom, _ premise: Explanation) -> Bool {
        atom.property == premise.property && agrees(atom.subject, premise.subject) && agrees(atom.value, premise.value)
      }
      func value(_ term: Clause.Term) -> UInt32 {
        switch term {
        case .constant(let constant): constant
        case .variable(let variable): bound[variable] ?? .max
        }
      }
      return clause.body.count == explanation.premises.count && zip(clause.body, explanation.premises).allSatisfy(agrees)
        && agrees(clause.head, explanation) && explanation.premises.allSatisfy(accepts)
        && clause.exceptions.allSatisfy {
          !model.facts.contains(Model.Fact(subject: value($0.subject), property: $0.property, value: value($0.value)))
        }
    }
  }
}

@Suite struct ExplanationTests {
  @Test(arguments: 0..<100 as Range<UInt64>)
  func `whatever holds is explained from lessons, step by step, and nothing else is`(seed: UInt64) throws {
    var program = RandomProgram(seed: seed)
    var deduction = Deduction()
    let clauses = (0..<8).map { _ in program.clause() }
    for clause in clauses { _ = try deduction.add(clause) }
    var lessons: [UInt32: (fact: Model.Fact, atoms: [UInt32])] = [:]
    for lesson in 1...15 as ClosedRange<UInt32> {
      let (fact, atoms) = (program.fact(), program.circumstances())
      lessons[lesson] = (fact, atoms)
      deduction.state(fact.subject, fact.property, fact.value, by: lesson, where: deduction.presence(atoms))
    }
    deduction.settle()
    let truths = (0..<RandomProgram.atoms).map { _ in program.chance(70) }
    let seen = lessons.values.filter { $0.atoms.allSatisfy { truths[Int($0)] } }.map(\.fact)
    let model = Model(Set(seen), (0..<3).map { level in clauses.filter { RandomProgram.level(of: $0) == level } })
    let checker = Checker(clauses: clauses, lessons: lessons, truths: truths, model: model)
    var context = Context(truths)
    for property in 0..<(RandomProgram.levels * 2) {
      for subject in 0..<RandomProgram.things {
        for value in 0..<RandomProgram.things {
          let holds = model.facts.contains(Model.Fact(subject: subject, property: property, value: value))
          let explanation = deduction.explanation(subject, property, value, in: &context)
          #expect((explanation != nil) == holds, "seed \(seed)")
          if let explanation { #expect(checker.accepts(explanation), "seed \(seed): \(explanation)") }
        }
      }
    }
  }

  @Test func `of two explanations the smaller is given`() throws {
    var deduction = Deduction()
    let (near, far, kind): (UInt32, UInt32, UInt32) = (1, 2, 3)
    _ = try deduction.add(Clause(.init(.variable(0), kind, .variable(1)), if: [.init(.variable(0), near, .variable(1))]))
    _ = try deduction.add(
      Clause(
        .init(.variable(0), kind, .variable(2)), if: [.init(.variable(0), far, .variable(1)), .init(.variable(1), kind, .variable(2))]))
    deduction.state(10, far, 11, by: 1, where: .always)
    deduction.state(11, near, 12, by: 2, where: .always)
    deduction.state(10, near, 12, by: 3, where: .always)
    deduction.settle()
    var context = Context([])
    let explanation = try #require(deduction.explanation(10, kind, 12, in: &context))
    #expect(explanation.premises.map(\.reason) == [.stated(by: 3)])
  }
}
