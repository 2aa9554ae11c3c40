/// Settling: after edits, what follows is made complete again, stratum by stratum.
///
/// In each stratum what may have lost ground is looked at first: a fact keeps the circumstances under which it is
/// stated or follows from facts of lower rank, which cannot rest on it; what it loses it passes on. Then what is left of
/// justifications is given back to those that lost too much, and at last what is new is joined with the rest.
extension Deduction {
  /// - Complexity: O(j) in the joins and justifications of what changed, however many facts there are.
  public mutating func settle() {
    if isStale { rewire() }
    let strataCount = strata.count
    for place in 0..<touched.count { facts.setPending(false, of: touched[place].row) }
    // Clauses that are all new look at everything: nobody need tell them what changed.
    if !isUntold { for place in 0..<touched.count { pass(touched[place], after: -1) } }
    clearTouched()
    isSettling = true
    for place in 0..<weakened.count {
      let row = weakened[place]
      weakenedByStratum[firstStratum(of: row), default: []].append(row)
    }
    weakened.removeAll()
    for stratum in 0..<strataCount { settle(stratum) }
    for place in 0..<leaving.count { facts.setLeaving(false, of: leaving[place]) }
    leaving.removeAll()
    weakenedByStratum.removeAll()
    isUntold = false
    isSettling = false
    releaseScratch()
  }

  /// Gives back the memory of a large edit; a small one's is kept for the next.
  private mutating func releaseScratch() {
    let kept = 1 << 20  // bytes
    if touched.byteCount > kept { touched = Column() }
    if leaving.byteCount > kept { leaving = Column() }
    if queue.byteCount > kept { queue = Column() }
    if suspects.byteCount > kept { suspects = Column() }
    if revisited.byteCount > kept { revisited = Column() }
    rowsByProperty = [:]
    indexedCount = 0
  }

  private mutating func clearTouched() {
    for place in 0..<touched.count { facts.setTouched(false, of: touched[place].row) }
    touched.removeAll()
  }

  /// The first stratum that has a say on a fact; 0 where none has.
  private func firstStratum(of row: FactRow) -> Int {
    var first = Int.max
    var justification = supports.firstJustification(facts[row].support)
    while justification != SupportTable.none {
      first = min(first, strata.stratum[supports.clause(justification)])
      justification = supports.next(justification)
    }
    return first == .max ? 0 : first
  }

  /// Tells the clauses of later strata of a change.
  private mutating func pass(_ change: Change, after stratum: Int) {
    let fact = facts[change.row]
    guard fact.presence != change.before else { return }
    let (exact, any) = watches.ranges(fact.property, fact.value)
    for place in exact { pass(change, UInt32(place), after: stratum) }
    for place in any { pass(change, UInt32(place), after: stratum) }
  }

  @inline(__always)
  private mutating func pass(_ change: Change, _ watch: UInt32, after stratum: Int) {
    let own = Int(watches[watch].stratum)
    if own > stratum { inputs[own].append(Input(row: change.row, before: change.before, watch: watch)) }
  }

  // MARK: One stratum

  private mutating func settle(_ stratum: Int) {
    let inputs = self.inputs[stratum]
    let weakened = weakenedByStratum.removeValue(forKey: stratum) ?? []
    let added = newByStratum.removeValue(forKey: stratum) ?? []
    if inputs.isEmpty && weakened.isEmpty && added.isEmpty { return }
    self.inputs[stratum] = []
    current = stratum
    // Nobody comes after the last: what it changes need not be told.
    isUntold = isUntold || stratum == strata.count - 1
    for input in inputs where input.before == Presence.never && !watches[input.watch].isException {
      let fact = facts[input.row]
      if fact.presence != Presence.never && !fact.isLeaving { facts.setPending(true, of: input.row) }
    }
    lower(inputs, weakened)
    isRestoring = true
    restore()
    isRestoring = false
    forgetJustifications()
    raise(inputs)
    for clause in added { apply(clause) }
    drain()
    for place in 0..<touched.count { pass(touched[place], after: stratum) }
    clearTouched()
  }

  /// What may hold under fewer circumstances than before: first everything that follows from it.
  private mutating func lower(_ inputs: [Input], _ weakened: [FactRow]) {
    for row in weakened { suspects.append(row) }
    for input in inputs {
      let watch = watches[input.watch]
      let now = facts[input.row].presence
      let (more, less) = watch.isException ? (input.before, now) : (now, input.before)
      if presences.andNot(less, more) != Presence.never { join(input.row, watch, .suspect) }
    }
    while suspects.count > 0 { reconsider(suspects.removeLast()) }
  }

  /// Takes from a fact the circumstances that nothing of lower rank gives it.
  private mutating func reconsider(_ row: FactRow) {
    let fact = facts[row]
    revisited.append(row)
    guard fact.presence != Presence.never, SupportTable.lesson(fact.support) == nil else { return }
    let rank = supports.rank(fact.support) & SupportTable.rankMask
    var safe = statedPresence(fact.support)
    var justification = supports.firstJustification(fact.support)
    while justification != SupportTable.none {
      // What later strata have to say may rest on this very fact: it is heard again there.
      let own = strata.stratum[supports.clause(justification)]
      if own > current {
        weakenedByStratum[own, default: []].append(row)
      } else if safe != fact.presence && isBelow(rank, justification) {
        safe = presences.or(safe, presences.and(fact.presence, presence(of: justification)))
      }
      justification = supports.next(justification)
    }
    guard safe != fact.presence else { return }
    lower(row, to: safe)
    let (exact, any) = watches.ranges(fact.property, fact.value)
    for place in exact { suspectFollowers(row, UInt32(place)) }
    for place in any { suspectFollowers(row, UInt32(place)) }
  }

  private mutating func suspectFollowers(_ row: FactRow, _ watch: UInt32) {
    let watch = watches[watch]
    if Int(watch.stratum) == current && !watch.isException { join(row, watch, .suspect) }
  }

  private func isBelow(_ rank: UInt32, _ justification: UInt32) -> Bool {
    let count = Int(shapes[supports.clause(justification)].conditionCount)
    for place in 0..<count where supports.rank(facts[supports.premise(place, justification)].support) >= rank { return false }
    return true
  }

  /// Under which circumstances the instance of a clause holds.
  mutating func presence(of justification: UInt32) -> Presence {
    let shape = shapes[supports.clause(justification)]
    var presence = shape.presence
    for place in 0..<Int(shape.conditionCount) {
      presence = presences.and(presence, facts[supports.premise(place, justification)].presence)
    }
    guard shape.hasExceptions else { return presence }
    bind(justification)
    return heedExceptions(of: supports.clause(justification), presence)
  }

  /// Gives back what justifications still hold.
  private mutating func restore() {
    for place in 0..<revisited.count {
      let row = revisited[place]
      let support = facts[row].support
      guard SupportTable.lesson(support) == nil else { continue }
      var presence = statedPresence(support)
      var justification = supports.firstJustification(support)
      while justification != SupportTable.none {
        if strata.stratum[supports.clause(justification)] <= current {
          presence = presences.or(presence, self.presence(of: justification))
        }
        justification = supports.next(justification)
      }
      raise(row, presence)
    }
  }

  /// Drops instances of this stratum with a condition that holds nowhere any more.
  private mutating func forgetJustifications() {
    for place in 0..<revisited.count {
      let row = revisited[place]
      let support = facts[row].support
      guard SupportTable.lesson(support) == nil else { continue }
      dropJustifications(of: support)
      facts.setSupport(supports.narrowed(support), of: row)
    }
    revisited.removeAll()
  }
}
