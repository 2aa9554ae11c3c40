/// Rules that come and go.
extension Deduction {
  /// Adds a rule; `settle()` applies it.
  ///
  /// - Returns: its number, by which it is withdrawn.
  public mutating func add(_ clause: Clause) throws(Clause.Fault) -> Int {
    try clause.validate()
    let number = clauses.count
    clauses.append(clause)
    isStale = true
    return number
  }

  /// Takes a rule back; `settle()` takes back what followed from it alone.
  ///
  /// - Complexity: O(i) in the instances of the rule.
  public mutating func withdraw(clause number: Int) {
    if applied.contains(number) { retire(number) }
    clauses[number] = nil
    isStale = true
  }

  /// Drops all instances of a clause.
  private mutating func retire(_ number: Int) {
    guard let clause = clauses[number] else { return }
    applied.remove(number)
    for row in rows(for: clause.body[0]) where facts[row].wasMet { join(row, number, plans.plans[firstPlans[number]], .suspect) }
    (rowsByProperty, indexedCount) = ([:], 0)
    while suspects.count > 0 {
      let row = suspects.removeLast()
      dropJustifications(of: facts[row].support, by: number)
      weakened.append(row)
    }
  }

  /// All rows that a condition could be met by, going by its property and, where it names one, its value.
  mutating func rows(for atom: Clause.Atom) -> [FactRow] {
    var rows: [FactRow] = []
    guard case .constant(let value) = atom.value else {
      while indexedCount < FactRow(facts.count) {
        rowsByProperty[facts[indexedCount].property, default: []].append(indexedCount)
        indexedCount += 1
      }
      return rowsByProperty[atom.property] ?? []
    }
    var row = facts.firstRow(atom.property, valued: value)
    while row != FactTable.none {
      rows.append(row)
      row = facts[row].nextOfValue
    }
    return rows
  }

  /// Drops a fact's justifications by a clause, or, where none is named, those of this stratum with a condition that
  /// holds nowhere.
  mutating func dropJustifications(of support: UInt32, by clause: Int? = nil) {
    var before = SupportTable.none
    var justification = supports.firstJustification(support)
    while justification != SupportTable.none {
      let next = supports.next(justification)
      let isDropped = if let clause { supports.clause(justification) == clause } else { isStaleHere(justification) }
      if isDropped {
        supports.remove(justification, after: before, from: support, count: Int(shapes[supports.clause(justification)].conditionCount))
      } else {
        before = justification
      }
      justification = next
    }
  }

  private func isStaleHere(_ justification: UInt32) -> Bool {
    guard strata.stratum[supports.clause(justification)] == current else { return false }
    let count = Int(shapes[supports.clause(justification)].conditionCount)
    for place in 0..<count where facts[supports.premise(place, justification)].presence == Presence.never { return true }
    return false
  }

  /// Orders the clauses anew and notes which facts each looks at.
  mutating func rewire() {
    isStale = false
    strata = Strata(clauses)
    idleClauses = clauses.indices.filter { clauses[$0] != nil && strata.circular.contains(strata.stratum[$0]) }
    let idle = Set(idleClauses)
    for number in idleClauses where applied.contains(number) { retire(number) }
    let newClauses = clauses.indices.filter { clauses[$0] != nil && !applied.contains($0) && !idle.contains($0) }
    isUntold = applied.isEmpty
    applied.formUnion(newClauses)
    plans = PlanTable()
    shapes = Column()
    exceptions = Column()
    firstPlans = []
    var entries: [(atom: Clause.Atom, watch: WatchTable.Watch)] = []
    for (number, clause) in clauses.enumerated() {
      guard let clause else {
        shapes.append(
          Shape(
            subject: .variable(0), property: 0, value: .variable(0), presence: Presence.never, conditionCount: 0, firstException: 0,
            exceptionsEnd: 0))
        firstPlans.append(0)
        continue
      }
      let firstException = exceptions.count
      for exception in clause.exceptions { exceptions.append(exception) }
      shapes.append(
        Shape(
          subject: clause.head.subject, property: clause.head.property, value: clause.head.value, presence: clause.presence,
          conditionCount: UInt8(clause.body.count), firstException: UInt32(firstException),
          exceptionsEnd: UInt32(exceptions.count)))
      for (place, atom) in (clause.body + clause.exceptions).enumerated() {
        let plan = plans.add(clause, from: place)
        if place == 0 { firstPlans.append(plan) }
        guard !idle.contains(number) else { continue }
        let watch = WatchTable.Watch(
          clause: UInt32(number), plan: UInt32(plan), stratum: UInt32(strata.stratum[number]), isException: place >= clause.body.count)
        entries.append((atom, watch))
      }
    }
    watches = WatchTable(entries)
    inputs = Array(repeating: [], count: strata.count)
    newByStratum = [:]
    for number in newClauses { newByStratum[strata.stratum[number], default: []].append(number) }
  }
}
