import Lessons

/// A formula as it was said.
struct Computed: Hashable {
  var formula: Formula
  /// The kind that “the carbs of the food” names besides.
  var kind: Concept?

  init(_ formula: Formula, of kind: Concept? = nil) {
    self.formula = formula
    self.kind = kind
  }

  /// Both in one; nil where they speak of different kinds.
  func combined(with other: Computed, _ combine: (Formula, Formula) -> Formula) -> Computed? {
    if let kind, let others = other.kind, kind != others { return nil }
    return Computed(combine(formula, other.formula), of: kind ?? other.kind)
  }
}

/// What follows in a formula: “times its carbs”.
struct Step: Hashable {
  enum Operation: Hashable { case plus, minus, times, over }

  let operation: Operation
  let operand: Computed

  init(_ operation: Operation, _ operand: Computed) {
    self.operation = operation
    self.operand = operand
  }

  func applied(to computed: Computed) -> Computed? {
    computed.combined(with: operand) { one, other in
      switch operation {
      case .plus: .plus(one, other)
      case .minus: .minus(one, other)
      case .times: .times(one, other)
      case .over: .over(one, other)
      }
    }
  }
}

extension Formula {
  /// The outermost operation with what it joins; nil where there is none.
  var outermost: (operation: Step.Operation, left: Formula, right: Formula)? {
    switch self {
    case .plus(let one, let other): (.plus, one, other)
    case .minus(let one, let other): (.minus, one, other)
    case .times(let one, let other): (.times, one, other)
    case .over(let one, let other): (.over, one, other)
    case .quantity, .property, .aggregate: nil
    }
  }

  /// As it is said from left to right: where it begins, and each step after.
  func unwound(by operations: [Step.Operation]) -> (first: Formula, steps: [Step]) {
    guard let outermost, operations.contains(outermost.operation) else { return (self, []) }
    let before = outermost.left.unwound(by: operations)
    return (before.first, before.steps + [Step(outermost.operation, Computed(outermost.right))])
  }
}

extension Comparison.Relation {
  /// What holds where this does not; nil for “exactly”.
  var negated: Comparison.Relation? {
    switch self {
    case .below: .atLeast
    case .atMost: .above
    case .above: .atMost
    case .atLeast: .below
    case .equal: nil
    }
  }
}
