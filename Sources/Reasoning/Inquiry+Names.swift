internal import Lessons

/// What a thing is called: names are lessons, resolved when something is asked.
extension Inquiry {
  /// All that the concept is called, itself first.
  func names(of symbol: Symbol) -> [Symbol] {
    guard index.namings[symbol] != nil else { return [symbol] }
    if let known = classes[symbol] { return known }
    var names = [symbol]
    var next = 0
    while next < names.count {
      for (_, other) in namings(of: names[next]) where !names.contains(other) { names.append(other) }
      next += 1
    }
    classes[symbol] = names
    return names
  }

  /// One number for all names of a thing.
  func root(_ symbol: Symbol) -> Symbol {
    index.namings[symbol] == nil ? symbol : names(of: symbol).min { concept($0) < concept($1) } ?? symbol
  }

  func isSame(_ one: Symbol, _ other: Symbol) -> Bool { one == other || root(one) == root(other) }

  private func namings(of symbol: Symbol) -> [(slot: Slot, other: Symbol)] {
    seen(index.namings[symbol]).compactMap { slot in
      guard case .name(let naming) = store[slot].lesson.teaching else { return nil }
      let (one, other) = (self.symbol(naming.concept), self.symbol(naming.other))
      return (slot, one == symbol ? other : one)
    }
  }

  /// The shortest chain of namings from one name to another; nil where they name different things.
  func sameness(_ one: Symbol, _ other: Symbol) -> [Proof]? {
    var from: [Symbol: (slot: Slot, symbol: Symbol)] = [:]
    var queue = [one]
    var next = 0
    while next < queue.count, queue[next] != other {
      for (slot, name) in namings(of: queue[next]) where name != one && from[name] == nil {
        from[name] = (slot, queue[next])
        queue.append(name)
      }
      next += 1
    }
    guard next < queue.count else { return nil }
    var steps: [Proof] = []
    var current = other
    while current != one, let (slot, before) = from[current] {
      steps.append(Proof(.same(concept(before), concept(current)), .taught(store[slot].id)))
      current = before
    }
    return steps.reversed()
  }
}
