/// How to join the conditions of a clause, beginning from a fact that meets one of them.
///
/// The order is chosen once, when the clause is added: next is always the condition with most of its variables bound,
/// a bound subject before a bound value, since a thing has few values and a value many things.
struct Plan {
  enum Access: UInt8, BitwiseCopyable { case fact, pair, value, scan }

  /// A term, once it is known which variables are bound at its step.
  struct Slot: BitwiseCopyable {
    enum Kind: UInt8, BitwiseCopyable { case constant, bound, free }
    let kind: Kind
    let number: UInt32
  }

  struct Step: BitwiseCopyable {
    let access: Access
    /// The condition's place in the body.
    let place: UInt8
    let subject: Slot
    let property: UInt32
    let value: Slot
    /// Tests to make once the step's variables are bound.
    let firstTest: UInt32
    let testsEnd: UInt32

    var tests: Range<Int> {
      @inline(__always) get { Int(firstTest)..<Int(testsEnd) }
    }
  }

  /// What a fact must be to begin: slots are constant, free, or bound where a variable comes twice.
  let subject: Slot
  let value: Slot
  /// The place in the body of the condition that the fact meets; nil: it meets an exception.
  let place: Int?
  let steps: Range<Int>
  let tests: Range<Int>
}

/// The plans of all clauses, their steps side by side.
struct PlanTable: ~Copyable {
  private(set) var plans: [Plan] = []
  var steps = Column<Plan.Step>()
  var tests = Column<Clause.Test>()

  /// Adds the plan of a clause that begins from one of its conditions, or from one of its exceptions.
  ///
  /// - Parameter place: in the body and then the exceptions.
  mutating func add(_ clause: Clause, from place: Int) -> Int {
    let isException = place >= clause.body.count
    let start = isException ? clause.exceptions[place - clause.body.count] : clause.body[place]
    var bound: Set<Int> = []
    var untested = clause.tests
    func slot(_ term: Clause.Term) -> Plan.Slot {
      switch term {
      case .constant(let constant): .init(kind: .constant, number: constant)
      case .variable(let variable): .init(kind: bound.insert(variable).inserted ? .free : .bound, number: UInt32(variable))
      }
    }
    func ready() -> Range<Int> {
      let begin = tests.count
      // Computed variables make others ready, in the order taught.
      while let next = untested.firstIndex(where: { $0.uses.allSatisfy(bound.contains) }) {
        let test = untested.remove(at: next)
        if let made = test.makes { bound.insert(made) }
        tests.append(test)
      }
      return begin..<tests.count
    }
    let (subject, value) = (slot(start.subject), slot(start.value))
    // A fact that meets an exception says nothing of the tests yet: they come with the steps.
    let startTests = ready()
    var open = clause.body.indices.filter { isException || $0 != place }
    let begin = steps.count
    func isBound(_ term: Clause.Term) -> Bool { if case .variable(let variable) = term { bound.contains(variable) } else { true } }
    func access(_ atom: Clause.Atom) -> Plan.Access {
      switch (isBound(atom.subject), isBound(atom.value)) {
      case (true, true): .fact
      case (true, false): .pair
      case (false, true): .value
      case (false, false): .scan
      }
    }
    while let next = open.min(by: { access(clause.body[$0]).rawValue < access(clause.body[$1]).rawValue }) {
      open.removeAll { $0 == next }
      let atom = clause.body[next]
      let way = access(atom)
      let (subject, value) = (slot(atom.subject), slot(atom.value))
      let tests = ready()
      steps.append(
        Plan.Step(
          access: way, place: UInt8(next), subject: subject, property: atom.property, value: value, firstTest: UInt32(tests.lowerBound),
          testsEnd: UInt32(tests.upperBound)))
    }
    plans.append(
      Plan(subject: subject, value: value, place: isException ? nil : place, steps: begin..<steps.count, tests: startTests))
    return plans.count - 1
  }
}
