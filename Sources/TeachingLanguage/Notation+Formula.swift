import Lessons

extension Notation {
  /// With no more brackets than it takes: `glycemic index * carb / 100`.
  static func text(_ formula: Formula) -> String {
    switch formula {
    case .quantity(let quantity): return text(Value.quantity(quantity))
    case .property(let property): return property.label
    case .aggregate(let aggregate):
      let over = aggregate.relation.label + (aggregate.kind.map { ": \($0)" } ?? "")
      return "\(name(aggregate.function))(\(aggregate.property.map { "\($0); " } ?? "")\(over))"
    case .plus, .minus, .times, .over:
      guard let (operation, left, right) = formula.outermost else { return "" }
      let isHigh = operation.isHigh
      let isLeftBare = left.outermost.map { $0.operation.isHigh || !isHigh } ?? true
      let isRightBare = right.outermost.map { $0.operation.isHigh && !isHigh } ?? true
      return bracketed(left, isBare: isLeftBare) + " \(operation.sign) " + bracketed(right, isBare: isRightBare)
    }
  }

  private static func bracketed(_ formula: Formula, isBare: Bool) -> String { isBare ? text(formula) : "(\(text(formula)))" }

  private static func name(_ function: Aggregate.Function) -> String {
    switch function {
    case .count: "count"
    case .sum: "sum"
    case .average: "average"
    case .least: "least"
    case .greatest: "greatest"
    }
  }

  static func sign(_ relation: Comparison.Relation) -> String {
    switch relation {
    case .below: "<"
    case .atMost: "<="
    case .above: ">"
    case .atLeast: ">="
    case .equal: "="
    }
  }
}

extension Step.Operation {
  /// Whether it binds tighter than the others.
  fileprivate var isHigh: Bool { self == .times || self == .over }

  fileprivate var sign: String {
    switch self {
    case .plus: "+"
    case .minus: "-"
    case .times: "*"
    case .over: "/"
    }
  }
}
