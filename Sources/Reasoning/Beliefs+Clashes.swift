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
    guard let slot = store.slot(of: standing.id) else { return [] }
    let inquiry = Inquiry(self, .everything)
    return Set(inquiry.touched(by: standing.lesson, at: slot).map(inquiry.concept))
  }
}

extension Inquiry {
  fileprivate func touched(by lesson: Lesson, at slot: Slot) -> Set<Symbol> {
    switch lesson.teaching {
    case .claim, .definition: lesson.claim.map(touched) ?? []
    case .rule: opposable(by: dependents(of: changes(by: slot)).union([slot])).union(rivalKeys(of: [slot]))
    case .disjoint(let one, let other):
      descendants(of: [symbol(one)]).intersection(descendants(of: [symbol(other)])).union(touched(byKinds: [symbol(one), symbol(other)]))
    case .property(let trait):
      Set(trait.properties.flatMap { claimants(of: symbol($0)).union(names(of: symbol($0))) }).union(
        touched(byProperties: trait.properties))
    case .name(let naming): touched(byNaming: symbol(naming.concept))
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
      if isGivenByRule(subject) || index.mayRoam { return own.union(opposable(by: dependents(of: [.property(property)]))) }
      let heirs = containers(of: own)
      return heirs.count == own.count ? own : own.union(heirs.intersection(opposable(by: dependents(of: [.property(property)]))))
    }
    let below = descendants(of: own)
    let users = containers(of: below).union(subjects(valued: below))
    let reachesRules = !users.isSubset(of: below) || index.mayRoam || isGivenByRule(subject)
    return below.union(users).union(rivalKeys(of: rules(naming: below)))
      .union(reachesRules ? opposable(by: dependents(of: [.kind(subject)])) : [])
  }

  /// - Parameter kinds: of which more or less follows, for themselves and what is below them.
  private func touched(byKinds kinds: Set<Symbol>) -> Set<Symbol> {
    opposable(by: dependents(of: kinds.map { .kind($0) })).union(rivalKeys(of: rules(naming: descendants(of: kinds))))
  }

  private func touched(byProperties properties: [Concept]) -> Set<Symbol> {
    let symbols = Set(properties.flatMap { names(of: symbol($0)) })
    let own = rules(concluding: symbols)
    return opposable(by: dependents(of: symbols.map { .property($0) }).union(own)).union(rivalKeys(of: own))
  }

  private func touched(byNaming concept: Symbol) -> Set<Symbol> {
    let names = Set(names(of: concept))
    // Another name for a property of the machine's own changes what any claim under it means.
    if names.contains(isA) || names.contains(contains) { return Set(index.symbols.all) }
    let below = descendants(of: names)
    let renamed = rules(naming: below).union(rules(concluding: names))
    let following = dependents(of: names.flatMap { [.kind($0), .property($0)] }).union(renamed)
    return below.union(subjects(valued: below)).union(claimants(of: concept)).union(opposable(by: following)).union(rivalKeys(of: renamed))
  }

  private func isAskedByRules(_ property: Symbol) -> Bool { names(of: property).contains { index.rulesByBody[$0] != nil } }

  private func isGivenByRule(_ kind: Symbol) -> Bool {
    !kindHeads([Symbols.none], where: { !$0.isNegated }).isEmpty || isGiven(kind)
  }

  /// Rules that conclude or ask for one of the concepts.
  private func rules(naming concepts: Set<Symbol>) -> Set<Slot> { Set(concepts.flatMap { index.rulesByObject[$0] ?? [] }) }

  private func rules(concluding properties: Set<Symbol>) -> Set<Slot> {
    Set(properties.flatMap { index.rulesByHead[$0] ?? [] }.map(\.slot))
  }

  private func subjects(valued values: Set<Symbol>) -> Set<Symbol> {
    named(values.flatMap { index.claimsByValue[$0] ?? [] })
  }

  private func claimants(of property: Symbol) -> Set<Symbol> {
    named(names(of: property).flatMap { index.claimsByProperty[$0] ?? [] })
  }
}
