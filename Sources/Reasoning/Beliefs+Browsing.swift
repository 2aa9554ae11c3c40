public import Lessons

/// What there is to read, as far as a view sees it: a concept shows only where a lesson seen names it, so that
/// nothing waiting for review leaks by its name.
extension Beliefs {
  public func isKnown(_ concept: Concept, in view: PointOfView) -> Bool {
    index.symbols.number(of: concept).map { Inquiry(self, .view(view)).isMentioned($0) } ?? false
  }

  /// All other names of the concept, the preferred one first.
  public func names(of concept: Concept, in view: PointOfView) -> [Concept] {
    let inquiry = Inquiry(self, .view(view))
    let symbol = inquiry.symbol(concept)
    let preferred = inquiry.preferredName(of: symbol)
    let others = inquiry.names(of: symbol).filter { $0 != symbol && $0 != preferred }.map(inquiry.concept).sorted()
    return (preferred == symbol ? [] : [inquiry.concept(preferred)]) + others
  }

  /// The name that the concept goes by, with the label that most lessons use.
  public func preferredName(of concept: Concept, in view: PointOfView) -> Concept {
    let inquiry = Inquiry(self, .view(view))
    return inquiry.concept(inquiry.preferredName(of: inquiry.symbol(concept)))
  }

  /// Everything taught to be of the kind, directly or through kinds, sorted. What rules make of it is `members`.
  public func concepts(ofKind kind: Concept, in view: PointOfView) -> [Concept] {
    let inquiry = Inquiry(self, .view(view))
    let symbol = inquiry.symbol(kind)
    let found = inquiry.descendants(of: [symbol]).filter { !inquiry.isSame($0, symbol) }
    return Set(found.map(inquiry.preferredName)).map(inquiry.concept).sorted()
  }

  public func definitions(of concept: Concept, in view: PointOfView) -> [StandingLesson] {
    lessons(of: concept, in: view) { index.definitions[$0] ?? [] }
  }

  /// Claims with the concept as their subject, under any of its names, by property and then age.
  public func claims(about concept: Concept, in view: PointOfView) -> [StandingLesson] {
    let claims = lessons(of: concept, in: view) { name in
      index.propertiesOf[name, default: []].flatMap { index.claims(about: name, $0) }
    }
    return claims.sorted { ($0.property, $0.sequence, $0.id) < ($1.property, $1.sequence, $1.id) }
  }

  /// Every lesson that names the concept in any role, under any of its names, by age.
  public func lessons(mentioning concept: Concept, in view: PointOfView) -> [StandingLesson] {
    lessons(of: concept, in: view) { Array(index.lessons(naming: $0)) }
  }

  private func lessons(of concept: Concept, in view: PointOfView, _ list: (Symbol) -> [Slot]) -> [StandingLesson] {
    let inquiry = Inquiry(self, .view(view))
    let slots = inquiry.names(of: inquiry.symbol(concept)).flatMap(list)
    return inquiry.seen(Array(Set(slots))).map { store[$0] }
  }

  /// Concepts in order of their keys, from the one after `after`.
  ///
  /// - Complexity: O(n · log limit) in the number of concepts.
  public func allConcepts(in view: PointOfView, after: Concept? = nil, limit: Int = .max) -> [Concept] {
    let inquiry = Inquiry(self, .view(view))
    // Most pages begin late and end early, so names are compared before lessons are looked at.
    let symbols = index.symbols.all.filter { symbol in
      let concept = index.symbols[symbol]
      return concept != .isA && concept != .contains && after.map { $0 < concept } ?? true
    }
    var found: [Concept] = []
    for symbol in symbols.sorted(by: { index.symbols[$0] < index.symbols[$1] }) {
      guard found.count < limit else { break }
      if inquiry.isMentioned(symbol) { found.append(index.symbols[symbol]) }
    }
    return found
  }

  /// Kinds with the number of things taught to be of them directly, most first.
  public func kindsWithCounts(in view: PointOfView) -> [KindCount] {
    let inquiry = Inquiry(self, .view(view))
    var members: [Symbol: Set<Symbol>] = [:]
    for property in inquiry.names(of: inquiry.isA) {
      for slot in index.claimsByProperty[property] ?? [] {
        let row = index.rows[Int(slot)]
        guard row.value != Symbols.none, !row.isNegated, inquiry.sees(slot) else { continue }
        members[inquiry.root(row.value), default: []].insert(inquiry.root(row.subject))
      }
    }
    return members.map { KindCount(kind: inquiry.concept(inquiry.preferredName(of: $0)), count: $1.count) }
      .sorted { ($1.count, $0.kind) < ($0.count, $1.kind) }
  }

  /// Whether a thing has one value of the property rather than several: numbers do by default, other values do not.
  public func isSingleValued(_ property: Concept, for value: Value, in view: PointOfView) -> Bool {
    let inquiry = Inquiry(self, .view(view))
    return inquiry.isSingleValued(inquiry.symbol(property), isNumeric: value.isNumeric).isSingle
  }
}

extension Inquiry {
  /// Whether a lesson seen names the concept.
  func isMentioned(_ symbol: Symbol) -> Bool { index.lessons(naming: symbol).contains(where: sees) }
}

extension Index {
  func claims(about subject: Symbol, _ property: Symbol) -> [Slot] {
    var claims: [Slot] = []
    var next = firstClaim(about: subject, property) ?? LessonStore.none
    while next != LessonStore.none {
      claims.append(next)
      next = rows[Int(next)].next
    }
    return claims
  }

  /// Lessons that name the concept in any role; some twice.
  func lessons(naming symbol: Symbol) -> some Sequence<Slot> {
    let claims = propertiesOf[symbol, default: []].lazy.flatMap { self.claims(about: symbol, $0) }
    let lists = [claimsByProperty[symbol], claimsByValue[symbol], mentions[symbol]].lazy.compactMap(\.self).flatMap(\.self)
    return [AnySequence(claims), AnySequence(lists)].lazy.flatMap(\.self)
  }
}

extension StandingLesson {
  /// Of a claim.
  fileprivate var property: Concept {
    lesson.claim?.property ?? .isA
  }
}
