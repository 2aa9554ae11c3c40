/// Joins: all instances of a clause in which a given fact meets one of its conditions or exceptions.
extension Deduction {
  /// What becomes of each instance found.
  enum Purpose {
    /// The fact is new: the instance is, too, and is kept as a justification.
    case derive
    /// The instance is known, and now holds under more circumstances.
    case raise
    /// The instance is known, and may hold under fewer: its conclusion is to be looked at again.
    case suspect
  }

  struct Join {
    let clause: Int
    let plan: Plan
    let driver: FactRow
    let purpose: Purpose
  }

  /// - Parameter row: meets the watch's condition as far as property and a constant value go.
  mutating func join(_ row: FactRow, _ watch: WatchTable.Watch, _ purpose: Purpose) {
    join(row, Int(watch.clause), plans.plans[Int(watch.plan)], purpose)
  }

  mutating func join(_ row: FactRow, _ clause: Int, _ plan: Plan, _ purpose: Purpose) {
    let fact = facts[row]
    guard take(plan.subject, fact.subject), take(plan.value, fact.value), pass(plan.tests) else { return }
    if let place = plan.place { premises[place] = row }
    extend(Join(clause: clause, plan: plan, driver: row, purpose: purpose), plan.steps.lowerBound)
  }

  /// Lets a term be the number; false where it is another already.
  @inline(__always)
  private mutating func take(_ slot: Plan.Slot, _ number: UInt32) -> Bool {
    switch slot.kind {
    case .constant: return slot.number == number
    case .bound: return bindings[slot.number] == number
    case .free:
      bindings[slot.number] = number
      return true
    }
  }

  @inline(__always)
  private func number(_ slot: Plan.Slot) -> UInt32 { slot.kind == .constant ? slot.number : bindings[slot.number] }

  private mutating func extend(_ join: Join, _ next: Int) {
    guard next < join.plan.steps.upperBound else { return conclude(join) }
    let step = plans.steps[next]
    switch step.access {
    case .fact:
      guard let row = facts.row(number(step.subject), step.property, number(step.value)) else { return }
      meet(join, step, row, next)
    case .pair:
      var row = facts.firstRow(number(step.subject), step.property)
      while row != FactTable.none {
        let after = facts[row].nextOfPair
        meet(join, step, row, next)
        row = after
      }
    case .value:
      var row = facts.firstRow(step.property, valued: number(step.value))
      while row != FactTable.none {
        let after = facts[row].nextOfValue
        meet(join, step, row, next)
        row = after
      }
    case .scan:
      for row in 0..<FactRow(facts.count) where facts[row].property == step.property { meet(join, step, row, next) }
    }
  }

  @inline(__always)
  private mutating func meet(_ join: Join, _ step: Plan.Step, _ row: FactRow, _ next: Int) {
    let fact = facts[row]
    guard join.purpose == .suspect ? fact.wasMet : fact.isMet else { return }
    // An instance in which the new fact meets two conditions is found from the first of them alone.
    if row == join.driver, join.purpose == .derive, let place = join.plan.place, Int(step.place) < place { return }
    guard take(step.subject, fact.subject), take(step.value, fact.value), step.tests.isEmpty || pass(step.tests) else { return }
    premises[Int(step.place)] = row
    extend(join, next + 1)
  }

  private mutating func pass(_ tests: Range<Int>) -> Bool {
    for place in tests {
      switch plans.tests[place] {
      case .within(let variable, let low, let high):
        guard let number = numbers.number(bindings[variable]), number >= low, number <= high else { return false }
      case .less(let one, let other):
        guard let one = numbers.number(bindings[one]), let other = numbers.number(bindings[other]), one < other else { return false }
      case .different(let one, let other): guard bindings[one] != bindings[other] else { return false }
      case .product(let made, let one, let other, let divisor):
        guard compute(made, one, other, divisor) else { return false }
      }
    }
    return true
  }

  /// Binds a variable to a product; false where one of the others is no number or the product is too large.
  private mutating func compute(_ made: Int, _ one: Int, _ other: Int, _ divisor: Int64) -> Bool {
    guard let one = numbers.number(bindings[one]), let other = numbers.number(bindings[other]) else { return false }
    let (quotient, overflow) = Self.divide(one.multipliedFullWidth(by: other), by: divisor)
    if !overflow { bindings[made] = numbers.value(quotient) }
    return !overflow
  }

  /// The quotient of a double-width product, rounded toward zero, and whether it is too large.
  private static func divide(_ product: (high: Int64, low: UInt64), by divisor: Int64) -> (Int64, Bool) {
    let whole = (Int128(product.high) << 64) | Int128(product.low)
    let quotient = whole / Int128(divisor)
    guard let fitting = Int64(exactly: quotient) else { return (0, true) }
    return (fitting, false)
  }

  @inline(__always)
  private func number(_ term: Clause.Term) -> UInt32 {
    switch term {
    case .constant(let constant): constant
    case .variable(let variable): bindings[variable]
    }
  }

  private mutating func conclude(_ join: Join) {
    let shape = shapes[join.clause]
    let (subject, value) = (number(shape.subject), number(shape.value))
    if join.purpose == .suspect {
      if let head = facts.row(subject, shape.property, value) { suspects.append(head) }
      return
    }
    var presence = shape.presence
    for place in 0..<Int(shape.conditionCount) { presence = presences.and(presence, facts[premises[place]].presence) }
    if shape.hasExceptions { presence = heedExceptions(of: join.clause, presence) }
    if join.purpose == .raise {
      if presence != Presence.never, let head = facts.row(subject, shape.property, value) { raise(head, presence) }
      return
    }
    countInference()
    let head = facts.insert(subject, shape.property, value)
    let support = supports.widened(facts[head].support, facts[head].presence)
    supports.justify(support, clause: UInt32(join.clause), premises: premises, count: Int(shape.conditionCount))
    facts.setSupport(support, of: head)
    if presence != Presence.never { raise(head, presence) }
  }

  /// Takes out the circumstances under which an exception holds, as the variables are bound.
  mutating func heedExceptions(of clause: Int, _ presence: Presence) -> Presence {
    let shape = shapes[clause]
    var left = presence
    for place in shape.firstException..<shape.exceptionsEnd {
      let exception = exceptions[place]
      left = presences.andNot(left, self.presence(number(exception.subject), exception.property, number(exception.value)))
    }
    return left
  }

  /// Binds the variables of a clause as a justification has them.
  mutating func bind(_ justification: UInt32) {
    guard let clause = clauses[supports.clause(justification)] else { return }
    for (place, atom) in clause.body.enumerated() {
      let fact = facts[supports.premise(place, justification)]
      if case .variable(let variable) = atom.subject { bindings[variable] = fact.subject }
      if case .variable(let variable) = atom.value { bindings[variable] = fact.value }
    }
    for test in clause.tests {
      if case .product(let made, let one, let other, let divisor) = test { _ = compute(made, one, other, divisor) }
    }
  }
}
