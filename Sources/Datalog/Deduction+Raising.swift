/// What holds anew, or under more circumstances than before, is passed on.
extension Deduction {
  /// Lines up what came new or holds under more circumstances.
  mutating func raise(_ inputs: [Input]) {
    for input in inputs {
      let watch = watches[input.watch]
      let now = facts[input.row].presence
      let (more, less) = watch.isException ? (input.before, now) : (now, input.before)
      // New to this stratum and lost again before its turn: whoever gives it back makes it wait anew.
      if now == Presence.never && facts[input.row].isPending { facts.setPending(false, of: input.row) }
      if presences.andNot(more, less) != Presence.never {
        // What left and came back before this stratum still has its instances here.
        let isKnown = watch.isException || input.before != Presence.never || facts[input.row].isLeaving
        queue.append(Input(row: input.row, before: isKnown ? Presence.always : Presence.never, watch: input.watch))
      }
    }
  }

  /// The fact holds under these circumstances, too.
  mutating func raise(_ row: FactRow, _ presence: Presence) {
    let fact = facts[row]
    let raised = presences.or(fact.presence, presence)
    guard raised != fact.presence else { return }
    touch(row)
    facts.setPresence(raised, of: row)
    if fact.presence == Presence.never {
      // Ranks that came to their end are equal, and support nobody during a retraction: slower, and right.
      if clock < SupportTable.rankMask { clock += 1 }
      supports.setRank(clock, fact.support)
    } else {
      supports.blurRank(fact.support)
    }
    guard !fact.isPending else { return }
    // While what was lost is restored, instances of what left are still kept.
    let isNew = fact.presence == Presence.never && !(isRestoring && fact.isLeaving)
    let (exact, any) = watches.ranges(fact.property, fact.value)
    var isWatched = false
    for place in exact { isWatched = enqueue(row, UInt32(place), isNew) || isWatched }
    for place in any { isWatched = enqueue(row, UInt32(place), isNew) || isWatched }
    if isNew && isWatched { facts.setPending(true, of: row) }
  }

  @inline(__always)
  private mutating func enqueue(_ row: FactRow, _ watch: UInt32, _ isNew: Bool) -> Bool {
    guard Int(watches[watch].stratum) == current && !watches[watch].isException else { return false }
    queue.append(Input(row: row, before: isNew ? Presence.never : Presence.always, watch: watch))
    return true
  }

  /// Joins what waits, in order: each new fact with those that were there or were joined before it, so that every
  /// instance is found once.
  mutating func drain() {
    var next = 0
    while next < queue.count {
      let input = queue[next]
      let watch = watches[input.watch]
      if input.before != Presence.never {
        join(input.row, watch, .raise)
        next += 1
        continue
      }
      facts.setPending(false, of: input.row)
      join(input.row, watch, .derive)
      next += 1
      // Long runs of the queue are given back as they are done.
      if next == queue.count || (next > 1 << 16 && next * 2 > queue.count) {
        queue.removeFirst(next)
        next = 0
      }
    }
    queue.removeAll()
  }

  /// A clause that is new, on the facts that were there before.
  mutating func apply(_ number: Int) {
    guard let clause = clauses[number] else { return }
    for row in rows(for: clause.body[0]) where facts[row].isMet { join(row, number, plans.plans[firstPlans[number]], .derive) }
  }
}
