/// A rule over facts in numbers: a definite clause, with tests on its variables and exceptions that must not hold.
///
/// Variables are numbers from 0. Every variable of the head, the tests and the exceptions occurs in the body or is
/// computed (safety: Ullman, *Principles of Database and Knowledge-Base Systems*, section 3.2).
public struct Clause: Sendable {
  public enum Term: Hashable, Sendable, BitwiseCopyable {
    case constant(UInt32)
    case variable(Int)
  }

  public struct Atom: Hashable, Sendable, BitwiseCopyable {
    public var subject: Term
    public var property: UInt32
    public var value: Term

    public init(_ subject: Term, _ property: UInt32, _ value: Term) {
      self.subject = subject
      self.property = property
      self.value = value
    }
  }

  public enum Test: Hashable, Sendable, BitwiseCopyable {
    /// The variable is a number within the bounds, which are included.
    case within(Int, Int64, Int64)
    /// Both are numbers and the first is less.
    case less(Int, Int)
    case different(Int, Int)
    /// The first variable becomes the product of the two others divided by a constant, rounded toward zero.
    case product(Int, of: Int, Int, over: Int64)
  }

  /// What makes a clause none.
  public enum Fault: Error, Equatable {
    /// A variable of the head, a test or an exception occurs in no condition.
    case unboundVariable(Int)
    case noCondition
    case tooManyVariables
    case tooManyConditions
  }

  public static let variablesMax = 16
  public static let conditionsMax = 16

  public var head: Atom
  public var body: [Atom]
  public var tests: [Test] = []
  public var exceptions: [Atom] = []
  /// Under which circumstances the rule counts.
  public var presence: Presence = Presence.always
  /// The lesson that teaches it.
  public var source: UInt32 = 0

  public init(
    _ head: Atom, if body: [Atom], where tests: [Test] = [], unless exceptions: [Atom] = [], presence: Presence = .always,
    source: UInt32 = 0
  ) {
    self.head = head
    self.body = body
    self.tests = tests
    self.exceptions = exceptions
    self.presence = presence
    self.source = source
  }

  public func validate() throws(Fault) {
    guard !body.isEmpty else { throw .noCondition }
    guard body.count <= Self.conditionsMax, exceptions.count <= Self.conditionsMax else { throw .tooManyConditions }
    var bound = Set(body.flatMap(\.variables))
    for test in tests {
      for variable in test.uses where !bound.contains(variable) { throw .unboundVariable(variable) }
      if let made = test.makes { bound.insert(made) }
    }
    for variable in head.variables + exceptions.flatMap(\.variables) where !bound.contains(variable) { throw .unboundVariable(variable) }
    guard bound.allSatisfy({ $0 >= 0 && $0 < Self.variablesMax }) else { throw .tooManyVariables }
  }
}

extension Clause.Atom {
  var variables: [Int] {
    [subject, value].compactMap { if case .variable(let variable) = $0 { variable } else { nil } }
  }

  /// Whether some fact is of both patterns.
  func meets(_ other: Self) -> Bool {
    func mayEqual(_ one: Clause.Term, _ other: Clause.Term) -> Bool {
      if case .constant(let one) = one, case .constant(let other) = other { one == other } else { true }
    }
    return property == other.property && mayEqual(subject, other.subject) && mayEqual(value, other.value)
  }
}

extension Clause.Test {
  var uses: [Int] {
    switch self {
    case .within(let variable, _, _): [variable]
    case .less(let one, let other), .different(let one, let other): [one, other]
    case .product(_, let one, let other, _): [one, other]
    }
  }

  var makes: Int? { if case .product(let made, _, _, _) = self { made } else { nil } }
}
