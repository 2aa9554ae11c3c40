/// Why a fact holds from a point of view: lessons at the leaves, instances of clauses above them.
public struct Explanation: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case stated(by: UInt32)
    /// The clause's number.
    case concluded(by: Int)
  }

  public let subject: UInt32
  public let property: UInt32
  public let value: UInt32
  public let reason: Reason
  /// One for each condition of the clause, in order.
  public let premises: [Explanation]
}

extension Deduction {
  static let explanationStepsMax = 1 << 20  // justifications looked at for one explanation

  private struct Way {
    let row: FactRow
    /// `none`: a lesson states it.
    let justification: UInt32
    var open: Int
    var cost: Int
  }

  /// The smallest explanation, of those that can be made of the facts within reach; nil where the fact does not hold
  /// in the context.
  ///
  /// Facts are reached breadth first from the one to explain, and the smallest explanations are found among them
  /// (Knuth, *A Generalization of Dijkstra's Algorithm*, 1977); where the fact is not yet explained, twice as many are
  /// reached. So a small explanation is found at the cost of what lies near.
  ///
  /// - Complexity: O(e log e) in the justifications reached.
  public func explanation(
    _ subject: UInt32, _ property: UInt32, _ value: UInt32, in context: inout Context
  ) -> Explanation? {
    guard let row = facts.row(subject, property, value), context.holds(facts[row].presence, presences) else { return nil }
    var reached = 64
    while reached <= Self.explanationStepsMax {
      let (found, isAll) = explain(row, reaching: reached, in: &context)
      if let found { return found }
      if isAll { return nil }
      reached *= 4
    }
    return nil
  }

  private func explain(_ goal: FactRow, reaching limit: Int, in context: inout Context) -> (Explanation?, isAll: Bool) {
    var ways: [Way] = []
    /// For each fact reached: the ways in which it is a premise.
    var uses: [FactRow: [Int]] = [goal: []]
    var order = [goal]
    var next = 0
    while next < order.count, ways.count < limit {
      let row = order[next]
      next += 1
      if lesson(stating: row, in: &context) != nil { ways.append(Way(row: row, justification: SupportTable.none, open: 0, cost: 1)) }
      var justification = supports.firstJustification(facts[row].support)
      while justification != SupportTable.none, ways.count < limit {
        if holds(justification, in: &context) {
          let count = Int(shapes[supports.clause(justification)].conditionCount)
          for place in 0..<count {
            let premise = supports.premise(place, justification)
            if uses[premise] == nil {
              uses[premise] = []
              order.append(premise)
            }
            uses[premise, default: []].append(ways.count)
          }
          ways.append(Way(row: row, justification: justification, open: count, cost: 1))
        }
        justification = supports.next(justification)
      }
    }
    let best = cheapest(&ways, uses, until: goal)
    return (best[goal] == nil ? nil : tree(goal, best, ways, in: &context), next == order.count && ways.count < limit)
  }

  /// For each fact that could be explained: its cheapest way.
  private func cheapest(_ ways: inout [Way], _ uses: [FactRow: [Int]], until goal: FactRow) -> [FactRow: Int] {
    var best: [FactRow: Int] = [:]
    var heap = Heap()
    for (number, way) in ways.enumerated() where way.open == 0 { heap.insert(cost: way.cost, number) }
    while let (cost, number) = heap.popLeast() {
      let row = ways[number].row
      guard best[row] == nil else { continue }
      best[row] = number
      if row == goal { break }
      for use in uses[row] ?? [] {
        ways[use].open -= 1
        ways[use].cost += cost
        if ways[use].open == 0 { heap.insert(cost: ways[use].cost, use) }
      }
    }
    return best
  }

  private func tree(_ row: FactRow, _ best: [FactRow: Int], _ ways: [Way], in context: inout Context) -> Explanation? {
    guard let number = best[row] else { return nil }
    let (fact, way) = (facts[row], ways[number])
    if way.justification == SupportTable.none {
      return lesson(stating: row, in: &context).map {
        Explanation(subject: fact.subject, property: fact.property, value: fact.value, reason: .stated(by: $0), premises: [])
      }
    }
    let clause = supports.clause(way.justification)
    var premises: [Explanation] = []
    for place in 0..<Int(shapes[clause].conditionCount) {
      guard let premise = tree(supports.premise(place, way.justification), best, ways, in: &context) else { return nil }
      premises.append(premise)
    }
    return Explanation(
      subject: fact.subject, property: fact.property, value: fact.value, reason: .concluded(by: clause), premises: premises)
  }

  /// A lesson that states the fact and counts in the context.
  private func lesson(stating row: FactRow, in context: inout Context) -> UInt32? {
    let fact = facts[row]
    if fact.support == SupportTable.none { return nil }
    if let lesson = SupportTable.lesson(fact.support) { return context.holds(fact.presence, presences) ? lesson : nil }
    var next = supports.firstStatement(fact.support)
    while next != SupportTable.none {
      let statement = supports.statement(next)
      if context.holds(statement.presence, presences) { return statement.lesson }
      next = statement.next
    }
    return nil
  }

  /// Whether the instance of a clause holds in the context.
  private func holds(_ justification: UInt32, in context: inout Context) -> Bool {
    let number = supports.clause(justification)
    let shape = shapes[number]
    guard context.holds(shape.presence, presences) else { return false }
    for place in 0..<Int(shape.conditionCount)
    where !context.holds(facts[supports.premise(place, justification)].presence, presences) { return false }
    guard shape.hasExceptions, let clause = clauses[number] else { return true }
    let bindings = values(in: justification, clause)
    for exception in clause.exceptions {
      func number(_ term: Clause.Term) -> UInt32 {
        switch term {
        case .constant(let constant): constant
        case .variable(let variable): bindings[variable] ?? 0
        }
      }
      if context.holds(presence(number(exception.subject), exception.property, number(exception.value)), presences) { return false }
    }
    return true
  }

  private func values(in justification: UInt32, _ clause: Clause) -> [Int: UInt32] {
    var values: [Int: UInt32] = [:]
    for (place, atom) in clause.body.enumerated() {
      let fact = facts[supports.premise(place, justification)]
      if case .variable(let variable) = atom.subject { values[variable] = fact.subject }
      if case .variable(let variable) = atom.value { values[variable] = fact.value }
    }
    return values
  }
}

/// A binary heap of numbers by cost; of equal costs the smaller number first, so that results never vary.
private struct Heap {
  private var items: [(cost: Int, number: Int)] = []

  mutating func insert(cost: Int, _ number: Int) {
    items.append((cost, number))
    var place = items.count - 1
    while place > 0, items[place] < items[(place - 1) / 2] {
      items.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func popLeast() -> (cost: Int, number: Int)? {
    guard let least = items.first, let last = items.popLast() else { return nil }
    guard !items.isEmpty else { return least }
    items[0] = last
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < items.count && items[child] < items[least] { least = child }
      if least == place { break }
      items.swapAt(place, least)
      place = least
    }
    return least
  }
}
