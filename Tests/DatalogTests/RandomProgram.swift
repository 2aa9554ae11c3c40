import Datalog

/// Random clauses over few properties and things, so that they meet: joins, recursion, constants, exceptions.
///
/// Properties come in levels of two; a clause concludes a property from its own level and those below, and excepts
/// only what is below.
struct RandomProgram {
  static let things: UInt32 = 4
  static let levels: UInt32 = 3
  static let atoms: UInt32 = 6

  var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func number(below bound: UInt32) -> UInt32 { UInt32.random(in: 0..<bound, using: &random) }
  mutating func chance(_ percent: UInt32) -> Bool { number(below: 100) < percent }

  mutating func fact() -> Model.Fact {
    Model.Fact(subject: number(below: Self.things), property: number(below: Self.levels * 2), value: number(below: Self.things))
  }

  private mutating func term(_ variables: UInt32) -> Clause.Term {
    chance(15) ? .constant(number(below: Self.things)) : .variable(Int(number(below: variables)))
  }

  private mutating func atom(below level: UInt32, _ variables: UInt32) -> Clause.Atom {
    Clause.Atom(term(variables), number(below: level * 2), term(variables))
  }

  mutating func clause() -> Clause {
    while true {
      let level = number(below: Self.levels)
      let body = (0...number(below: 3)).map { _ in atom(below: level + 1, 3) }
      let head = Clause.Atom(term(3), level * 2 + number(below: 2), term(3))
      let exceptions = level > 0 && chance(50) ? [atom(below: level, 3)] : []
      let tests: [Clause.Test] = chance(20) ? [.different(0, 1)] : []
      let clause = Clause(head, if: body, where: tests, unless: exceptions)
      if (try? clause.validate()) != nil { return clause }
    }
  }

  /// A presence condition as the atoms that must all be true.
  mutating func circumstances() -> [UInt32] { (0..<number(below: 3)).map { _ in number(below: Self.atoms) } }

  static func level(of clause: Clause) -> Int { Int(clause.head.property / 2) }
}

extension Deduction {
  mutating func presence(_ atoms: [UInt32]) -> Presence { atoms.reduce(Presence.always) { both($0, atom($1)) } }
}
