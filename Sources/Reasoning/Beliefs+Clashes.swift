public import Lessons

extension Beliefs {
  /// Clashes among everybody's lessons and the member's own, whatever audience and time they are for: lessons clash
  /// only where their scopes overlap.
  public func clashes(about subject: Concept, seenBy member: ID<Member>? = nil) -> [Clash] {
    guard let symbol = index.symbols.number(of: subject) else { return [] }
    return Inquiry(self, .anyScope(member)).clashes(about: symbol)
  }

  /// What the lesson, not accepted yet, would bring about or change, as its author sees it.
  ///
  /// - Complexity: copies the indexes once, some bytes for each lesson held.
  public func clashes(of standing: StandingLesson) -> [Clash] {
    var after = self
    after.accept(standing)
    let touched = after.subjectsTouched(by: standing)
    var found: [ID<Disagreement>: Clash] = [:]
    let (inquiryBefore, inquiryAfter) = (Inquiry(self, .anyScope(standing.author)), Inquiry(after, .anyScope(standing.author)))
    for subject in touched.sorted() {
      inquiryBefore.restart()
      inquiryAfter.restart()
      let before = Set(index.symbols.number(of: subject).map(inquiryBefore.clashes(about:)) ?? [])
      guard let symbol = after.index.symbols.number(of: subject) else { continue }
      for clash in inquiryAfter.clashes(about: symbol) where !before.contains(clash) { found[clash.id] = clash }
    }
    return found.values.sorted { $0.id < $1.id }
  }

  /// All concepts whose clashes can be others once this lesson is accepted or withdrawn, and perhaps some more.
  ///
  /// - Precondition: the lesson is held: ask after accepting it, and before withdrawing it.
  public func subjectsTouched(by standing: StandingLesson) -> Set<Concept> {
    let inquiry = Inquiry(self, .everything)
    return Set(inquiry.touched(by: standing.lesson).map(inquiry.concept))
  }
}

extension Inquiry {
  fileprivate func touched(by lesson: Lesson) -> Set<Symbol> {
    switch lesson.teaching {
    case .claim, .definition: lesson.claim.map(touched) ?? []
    case .rule: opposable.union(concluded)
    case .disjoint(let one, let other):
      descendants(of: [symbol(one)]).intersection(descendants(of: [symbol(other)])).union(opposable).union(concluded)
    case .property(let trait): Set(trait.properties.flatMap { claimants(of: symbol($0)) }).union(opposable).union(concluded)
    case .name(let naming): touched(byNaming: symbol(naming.concept)).union(concluded)
    case .conversion: Set(index.symbols.all)
    case .contrast, .guideline, .procedure, .example, .labelling, .test, .stopWord, .phrasing, .note: []
    }
  }

  private func touched(by claim: Claim) -> Set<Symbol> {
    let (subject, property) = (symbol(claim.subject), symbol(claim.property))
    let own = Set(names(of: subject))
    guard isSame(property, isA) else {
      // Of what others have from the subject only the conclusions of rules can clash.
      guard isAskedByRules(property) || isAskedByRules(contains) else { return own }
      let heirs = containers(of: own)
      if isGivenByRule(subject) || index.mayRoam { return own.union(opposable) }
      return heirs.count == own.count ? own : own.union(heirs.intersection(opposable))
    }
    let below = descendants(of: own)
    let users = containers(of: below).union(subjects(valued: below))
    let reachesRules = !users.isSubset(of: below) || index.mayRoam || isGivenByRule(subject)
    let ranksRules = below.contains { index.rulesByObject[$0] != nil }
    return below.union(users).union(reachesRules ? opposable : []).union(ranksRules ? concluded : [])
  }

  private func touched(byNaming concept: Symbol) -> Set<Symbol> {
    let names = Set(names(of: concept))
    // Another name for a property of the machine's own changes what any claim under it means.
    if names.contains(isA) || names.contains(contains) { return Set(index.symbols.all) }
    let below = descendants(of: names)
    return below.union(subjects(valued: below)).union(claimants(of: concept)).union(opposable)
  }

  private func isAskedByRules(_ property: Symbol) -> Bool { names(of: property).contains { index.rulesByBody[$0] != nil } }

  private func isGivenByRule(_ kind: Symbol) -> Bool {
    heads(isA).contains { !$0.isNegated && ($0.value == Symbols.none || isBelow($0.value, kind)) }
  }

  private func subjects(valued values: Set<Symbol>) -> Set<Symbol> {
    named(values.flatMap { index.claimsByValue[$0] ?? [] })
  }

  private func claimants(of property: Symbol) -> Set<Symbol> {
    named(names(of: property).flatMap { index.claimsByProperty[$0] ?? [] })
  }

  /// The subjects of claims, under all their names.
  private func named(_ claims: some Sequence<Slot>) -> Set<Symbol> {
    Set(Set(claims.map { index.rows[Int($0)].subject }).flatMap(names))
  }

  /// All that rules conclude, under which their own clashes are found: the kind where something is one, else the property.
  private var concluded: Set<Symbol> {
    var keys: Set<Symbol> = []
    for (property, heads) in index.rulesByHead {
      if isSame(property, isA) {
        keys.formUnion(heads.filter { !$0.isNegated && $0.value != Symbols.none }.flatMap { names(of: $0.value) })
      } else {
        keys.formUnion(names(of: property))
      }
    }
    return keys
  }

  /// Everything with a claim of its own that the conclusion of some rule could clash with.
  private var opposable: Set<Symbol> {
    var claims: Set<Slot> = []
    for (property, heads) in index.rulesByHead {
      let properties = names(of: property)
      let single = isSingleValued(property, isNumeric: false).isSingle
      for head in heads {
        if head.value == Symbols.none || single {
          claims.formUnion(properties.flatMap { index.claimsByProperty[$0] ?? [] })
        } else if head.isNegated {
          claims.formUnion(descendants(of: [head.value]).flatMap { index.claimsByValue[$0] ?? [] })
        } else {
          claims.formUnion(properties.flatMap { index.denialsByProperty[$0] ?? [] })
          let apart = isSame(property, isA) ? disjoints(above: head.value).map(\.other) : []
          claims.formUnion(descendants(of: Set(apart)).flatMap { index.claimsByValue[$0] ?? [] })
        }
      }
    }
    return named(claims)
  }
}
