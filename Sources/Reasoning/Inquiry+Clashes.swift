internal import Lessons

/// Collects who says what about each dispute.
struct ClashCollector {
  private struct Open {
    let value: Value?
    let question: Question
    let conditions: [Condition]
    var positions: [(answer: Clash.Answer, lesson: ID<Lesson>)] = []
  }

  private var disputes: [Dispute: Open] = [:]

  /// - Parameter conditions: of the thing asked about; those noted first stand for all.
  mutating func note(
    _ dispute: Dispute, _ value: Value?, _ question: Question, _ positions: [(Clash.Answer, ID<Lesson>)], where conditions: [Condition] = []
  ) {
    disputes[dispute, default: Open(value: value, question: question, conditions: conditions)].positions +=
      positions.map { ($0.0, $0.1) }
  }

  /// - Parameter isSame: whether two values are one position.
  func clashes(_ isSame: (Value, Value) -> Bool) -> [Clash] {
    disputes.compactMap { dispute, open -> Clash? in
      var sides: [(answer: Clash.Answer, lessons: Set<ID<Lesson>>)] = []
      for (answer, lesson) in open.positions.sorted(by: { $0.lesson < $1.lesson }) {
        let place = sides.firstIndex { side in
          if case .value(let mine) = answer, case .value(let theirs) = side.answer { return isSame(mine, theirs) }
          return side.answer == answer
        }
        if let place { sides[place].lessons.insert(lesson) } else { sides.append((answer, [lesson])) }
      }
      guard sides.count > 1 else { return nil }
      let sorted = sides.map { (answer: $0.answer, lessons: $0.lessons.sorted()) }
        .sorted { $0.lessons.lexicographicallyPrecedes($1.lessons) }
      return Clash(
        id: dispute.id, kind: dispute.kind, subject: dispute.subject, property: dispute.property, value: open.value,
        sides: sorted.map(\.lessons), witness: .init(question: open.question, answers: sorted.map(\.answer), conditions: open.conditions))
    }
    .sorted { $0.id < $1.id }
  }
}

extension Inquiry {
  /// A claim taught of the very thing.
  private struct Fact {
    let slot: Slot
    let id: ID<Lesson>
    let claim: Claim
    let qualifiers: Qualifiers

    /// A guess and what somebody is sure of do not clash: the guess gives way.
    func meets(_ other: Fact) -> Bool {
      qualifiers.overlaps(other.qualifiers) && (qualifiers.sureness == nil) == (other.qualifiers.sureness == nil)
    }
  }

  func clashes(about subject: Symbol) -> [Clash] {
    var collector = ClashCollector()
    var seen: Set<Symbol> = []
    for property in names(of: subject).flatMap({ index.propertiesOf[$0] ?? [] }) where seen.insert(root(property)).inserted {
      let facts = facts(subject, property)
      noteValues(subject, property, facts, &collector)
      noteNegations(subject, property, facts, &collector)
      noteRules(subject, property, facts, &collector)
    }
    noteTraits(subject, &collector)
    noteDisjointKinds(subject, &collector)
    noteRivals(over: subject, &collector)
    return collector.clashes(isSameValue)
  }

  private func facts(_ subject: Symbol, _ property: Symbol) -> [Fact] {
    statements(subject, property).slots.compactMap { slot in
      let standing = store[slot]
      return standing.lesson.claim.map { Fact(slot: slot, id: standing.id, claim: $0, qualifiers: standing.lesson.qualifiers) }
    }
  }

  func shown(_ symbol: Symbol) -> Concept { concept(preferredName(of: symbol)) }

  func shown(_ value: Value) -> Value { value.concept.map { .concept(shown(symbol($0))) } ?? value }

  func dispute(_ kind: Clash.Kind, _ subject: Symbol, _ property: Symbol, _ values: [Value?] = []) -> Dispute {
    Dispute(
      kind: kind, subject: shown(subject), property: shown(property), concepts: values.compactMap { $0?.concept }.map { shown(symbol($0)) })
  }

  private func entails(_ one: Value, _ other: Value) -> Bool {
    if case .concept(let one) = one, case .concept(let other) = other { return entails(symbol(one), symbol(other)) }
    return one.says(other)
  }

  /// Whether one thing cannot have both: they are comparable, and neither follows from the other.
  func excludes(_ one: Value, _ other: Value, _ property: Symbol) -> Bool {
    guard areComparable(one, other, property), !entails(one, other), !entails(other, one), !isSameValue(one, other, property) else {
      return false
    }
    guard let range = one.range, let others = numbers(other, of: property, in: range.unit)?.range else { return true }
    return !range.overlaps(others)
  }

  private func noteValues(_ subject: Symbol, _ property: Symbol, _ facts: [Fact], _ collector: inout ClashCollector) {
    let stated = facts.filter { !$0.claim.isNegated && isSingleValued(property, isNumeric: $0.claim.value.isNumeric).isSingle }
    guard stated.count > 1 else { return }
    let clashing = stated.filter { fact in stated.contains { $0.meets(fact) && excludes($0.claim.value, fact.claim.value, property) } }
    guard !clashing.isEmpty else { return }
    let kind: Clash.Kind = Edition.areSuccessive(clashing.map(\.qualifiers.source)) ? .supersession : .values
    collector.note(
      dispute(kind, subject, property), nil, .value(of: shown(subject), property: shown(property)),
      clashing.map { (.value($0.claim.value), $0.id) })
  }

  /// One value by one teacher and several by another: then which of two values is wrong cannot be told.
  private func noteTraits(_ property: Symbol, _ collector: inout ClashCollector) {
    let said = countTraits(of: property)
    let clashing = said.filter { one in
      said.contains { other in
        one.isSingle != other.isSingle && store[one.slot].lesson.qualifiers.overlaps(store[other.slot].lesson.qualifiers)
      }
    }
    guard !clashing.isEmpty else { return }
    collector.note(
      dispute(.traits, property, property), nil, .taught(shown(property)),
      clashing.map { (.value(.text($0.isSingle ? "one value" : "several values")), store[$0.slot].id) })
  }

  private func noteNegations(_ subject: Symbol, _ property: Symbol, _ facts: [Fact], _ collector: inout ClashCollector) {
    let isContent = isSame(property, contains)
    guard facts.contains(where: \.claim.isNegated) || isContent else { return }
    for value in facts.map(\.claim.value) {
      let amounts = isContent ? value.concept.map { self.facts(subject, symbol($0)) } ?? [] : []
      let amountsFor = amounts.filter { !$0.claim.isNegated && $0.claim.value.range?.isPositive == true }
      let amountsAgainst = amounts.filter { !$0.claim.isNegated && $0.claim.value.range?.isZero == true }
      let yes = facts.filter { !$0.claim.isNegated && isSameValue($0.claim.value, value) }
      let no = facts.filter { $0.claim.isNegated && entails(value, $0.claim.value) }
      // Amounts that differ are a clash of values.
      for (yes, no) in [(yes, no + amountsAgainst), (amountsFor, no)] {
        noteOpposition(.negation, subject, property, value, yes, no, &collector)
      }
    }
  }

  private func noteOpposition(
    _ kind: Clash.Kind, _ subject: Symbol, _ property: Symbol, _ value: Value, _ yes: [Fact], _ no: [Fact],
    _ collector: inout ClashCollector
  ) {
    let affirming = yes.filter { fact in no.contains(where: fact.meets) }
    let denying = no.filter { fact in yes.contains(where: fact.meets) }
    guard !affirming.isEmpty else { return }
    let value = shown(value)
    collector.note(
      dispute(kind, subject, property, [value]), value, .whether(Claim(shown(subject), shown(property), value)),
      affirming.map { (.yes, $0.id) } + denying.map { (.no, $0.id) })
  }

  // MARK: Rules

  /// A rule that says of the thing what a lesson about the very thing denies. Its own exceptions keep it silent, so
  /// that an exception taught to the rule ends the clash.
  private func noteRules(_ subject: Symbol, _ property: Symbol, _ facts: [Fact], _ collector: inout ClashCollector) {
    let heads = isSame(property, isA) ? kindHeads(kindsOpposing(facts)) : heads(property)
    for head in heads where facts.contains(where: { mayOppose(head, $0, property) }) {
      guard let rule = rule(at: head.slot) else { continue }
      let standing = store[head.slot]
      for argument in hear(rule, subject, property, object: nil).arguments where argument.isFirm && !argument.isDefeater {
        let claim = Claim(concept(subject), concept(property), argument.value, isNegated: argument.isNegated)
        let said = Fact(slot: head.slot, id: standing.id, claim: claim, qualifiers: standing.lesson.qualifiers)
        for fact in facts where fact.meets(said) { noteRule(subject, property, said, fact, &collector) }
      }
    }
  }

  /// Kinds that something taught of the facts cannot be, or cannot but be; `none` for rules that leave the kind open.
  private func kindsOpposing(_ facts: [Fact]) -> Set<Symbol> {
    facts.reduce(into: [Symbols.none]) { kinds, fact in
      guard let kind = fact.claim.value.concept.map(symbol) else { return }
      kinds.formUnion(fact.claim.isNegated ? descendants(of: [kind]) : kindsAbove(kind).union(keptApart(fromAllAbove: kind)))
    }
  }

  /// What the index alone can tell, before the rule is heard.
  private func mayOppose(_ head: Index.Head, _ fact: Fact, _ property: Symbol) -> Bool {
    if head.isNegated || fact.claim.isNegated {
      guard head.isNegated != fact.claim.isNegated else { return false }
      guard head.value != Symbols.none, let value = fact.claim.value.concept.map(symbol) else { return true }
      return head.isNegated ? entails(value, head.value) : entails(head.value, value)
    }
    if isSame(property, isA) { return head.value != Symbols.none && areApart(head.value, fact.claim.value) }
    return isSingleValued(property, isNumeric: fact.claim.value.isNumeric).isSingle
  }

  func areApart(_ kind: Symbol, _ value: Value) -> Bool {
    guard let other = value.concept else { return false }
    return reach(kind).meetsDisjoint && disjoints(above: kind).contains { isBelow(symbol(other), $0.other) }
  }

  private func noteRule(_ subject: Symbol, _ property: Symbol, _ said: Fact, _ fact: Fact, _ collector: inout ClashCollector) {
    let (rule, taught) = (said.claim, fact.claim)
    if rule.isNegated != taught.isNegated {
      let (yes, no) = rule.isNegated ? (fact, said) : (said, fact)
      guard entails(yes.claim.value, no.claim.value) else { return }
      noteOpposition(.ruleAgainstFact, subject, property, yes.claim.value, [yes], [no], &collector)
    } else if !rule.isNegated, isSame(property, isA) {
      guard let kind = rule.value.concept, areApart(symbol(kind), taught.value) else { return }
      noteOpposition(.ruleAgainstFact, subject, property, rule.value, [said], [fact], &collector)
    } else if !rule.isNegated, isSingleValued(property, isNumeric: rule.value.isNumeric).isSingle,
      excludes(rule.value, taught.value, property)
    {
      collector.note(
        dispute(.ruleAgainstFact, subject, property), nil, .value(of: shown(subject), property: shown(property)),
        [(.value(rule.value), said.id), (.value(taught.value), fact.id)])
    }
  }

  // MARK: Disjoint kinds

  /// Two kinds that share nothing meet in this thing, and in no kind of it: there it is the kind that clashes.
  private func noteDisjointKinds(_ subject: Symbol, _ collector: inout ClashCollector) {
    guard reach(subject).meetsDisjoint else { return }
    let own = root(subject)
    let reach = heedDenials(own, andDisjointness: false).all
    for (slot, one, other) in disjoints(above: own) where reach.contains(root(one)) && reach.contains(root(other)) {
      let (one, other) = shown(one) < shown(other) ? (one, other) : (other, one)
      let meetsAbove = reach.nodes.dropFirst().contains { node in
        let above = self.reach(node.root)
        return above.contains(root(one)) && above.contains(root(other)) && !above.contains(own)
      }
      if meetsAbove { continue }
      let (first, second) = (paths(to: root(one), in: reach), paths(to: root(other), in: reach))
      let question = Question.whether(Claim(shown(subject), .isA, .concept(shown(one))))
      collector.note(
        dispute(.disjointKinds, subject, isA, [.concept(concept(one)), .concept(concept(other))]), .concept(shown(one)), question,
        first.map { (.yes, $0) } + second.subtracting(first).map { (.no, $0) } + [(.notBoth, store[slot].id)])
    }
  }

  /// All lessons on any path from the thing to the kind.
  private func paths(to kind: Symbol, in reach: Reach) -> Set<ID<Lesson>> {
    var lessons: Set<ID<Lesson>> = []
    for node in reach.nodes {
      for claim in statements(node.root, isA).slots {
        let row = index.rows[Int(claim)]
        guard !row.isNegated, row.value != Symbols.none, reach.contains(root(row.value)), isBelow(row.value, kind) else { continue }
        lessons.insert(store[claim].id)
      }
    }
    return lessons
  }
}
