internal import Lessons

/// Which way a claim or a rule's conclusion bears on the value asked about.
enum Bearing {
  case pro
  case con
  /// A single-valued property has another value.
  case other
}

extension Inquiry {
  func judge(_ claim: Claim) -> Verdict {
    let (subject, property) = (symbol(claim.subject), symbol(claim.property))
    let verdict =
      switch claim.value {
      case .concept(let value): judge(subject, property, symbol(value)).verdict
      case .text(let text): judge(subject, property, text: text).verdict
      case .quantity, .range: measure(subject, property, claim.value)
      }
    return claim.isNegated ? verdict.negated : verdict
  }

  /// Whether the thing has the property with this concept as a value.
  ///
  /// - Parameter isDirect: without what relations pass on.
  func judge(_ subject: Symbol, _ property: Symbol, _ value: Symbol, isDirect: Bool = false) -> Judgement {
    let goal = Goal(kind: .judgement, subject: subject, property: property, value: value, isDirect: isDirect)
    return pursue(goal, \.judgements, nothing: .unknown) { weigh(subject, property, value, isDirect) }
  }

  private func weigh(_ subject: Symbol, _ property: Symbol, _ value: Symbol, _ isDirect: Bool) -> Judgement {
    let isKind = isSame(property, isA)
    if isKind && isSame(subject, value) {
      let steps = sameness(subject, value) ?? []
      let proof = Proof(.claim(Claim(concept(subject), concept(property), .concept(concept(value)))), .chain, steps)
      return Judgement(verdict: Verdict(.yes, yes: [proof]))
    }
    var (pro, con, silenced): ([Argument], [Argument], [Proof]) = ([], [], [])
    var heeded: Set<ID<Lesson>> = []
    func take(_ argument: Argument, _ bearing: Bearing) {
      switch bearing {
      case .pro: pro.append(broadened(argument, to: value))
      case .con: con.append(broadened(argument, to: value))
      case .other: con.append(excluding(argument, property, .concept(concept(value))))
      }
    }
    let (ancestors, missed) = ancestors(subject, for: property, value)
    heeded.formUnion(missed)
    if let trait = isSingleValued(property, isNumeric: false).lesson { heeded.insert(store[trait].id) }
    for ancestor in ancestors {
      let statements = statements(ancestor.root, property)
      for slot in statements.slots {
        let row = index.rows[Int(slot)]
        guard let bearing = bearing(of: row.value, isNegated: row.isNegated, on: value, property, isKind) else { continue }
        take(argument(slot, of: subject, property: property, at: ancestor), bearing)
      }
      for (earlier, later) in statements.superseded {
        let row = index.rows[Int(earlier)]
        guard bearing(of: row.value, isNegated: row.isNegated, on: value, property, isKind) != nil else { continue }
        heeded.insert(store[later].id)
      }
    }
    if isSame(property, contains) {
      let (present, absent) = presence(of: value, in: subject, &heeded)
      pro += present
      con += absent
    }
    if let relation = relation(property) { pro += related(value, to: subject, by: relation, ancestors, isDirect: isDirect, &heeded) }
    if isKind { con += exclusions(subject, value, &heeded) }

    var hearings: [RuleHearing] = []
    let bears = { (head: Index.Head) in
      self.bearing(of: head.value, isNegated: head.isNegated, on: value, property, isKind, isRule: true)
    }
    // What makes it of another kind is found by way of that kind; what denies a kind denies all below it.
    let heads =
      isKind
      ? kindHeads(kindsAbove(value).union([Symbols.none])) { bears($0) != nil } : heads(property) { bears($0) != nil }
    for head in heads {
      guard let bearing = bears(head), let rule = rule(at: head.slot) else { continue }
      let object: CompiledRule.Term? = rule.head.object.symbol == nil && bearing != .other ? .concept(value) : nil
      let hearing = hear(rule, subject, property, object: object)
      silenced += hearing.silenced
      heeded.formUnion(hearing.heeded)
      for argument in hearing.arguments where object != nil || argument.value.concept != nil { take(argument, bearing) }
      if bearing == .pro { hearings.append(hearing) }
    }
    if pro.isEmpty && con.isEmpty { con = failedDefinitions(hearings).map { broadened($0, to: value) } }
    if pro.isEmpty && con.isEmpty { con = unlisted(value, of: subject, property) }
    return resolve(subject, pro: pro, con: con, gaps: hearings.flatMap(\.gaps), silenced: distinct(silenced), heeded: heeded)
  }

  /// - Parameter own: the value of the claim or rule; `none` where it is no concept.
  private func bearing(
    of own: Symbol, isNegated: Bool, on value: Symbol, _ property: Symbol, _ isKind: Bool, isRule: Bool = false
  ) -> Bearing? {
    if own == Symbols.none { return isRule ? (isNegated ? .con : .pro) : nil }
    if isSame(own, value) { return isNegated ? .con : .pro }
    if isNegated { return entails(value, own) ? .con : nil }
    // Kinds of kinds are ancestors already.
    if isKind { return nil }
    if entails(own, value) { return .pro }
    return isSingleValued(property, isNumeric: false).isSingle && !entails(value, own) ? .other : nil
  }

  /// An argument for one value, as one against another where a thing has only one.
  func excluding(_ argument: Argument, _ property: Symbol, _ value: Value) -> Argument {
    guard let claim = argument.proof.claim else { return argument }
    let single = isSingleValued(property, isNumeric: value.isNumeric).lesson.map { trait(at: $0, of: symbol(claim.property)) } ?? []
    return argument.concluding(
      Proof(
        .claim(Claim(claim.subject, claim.property, value, isNegated: true)), .otherValue,
        [argument.proof] + single))
  }

  /// What the thing is said or found to be, apart from which nothing is of this kind.
  private func exclusions(_ subject: Symbol, _ kind: Symbol, _ heeded: inout Set<ID<Lesson>>) -> [Argument] {
    guard reach(kind).meetsDisjoint else { return [] }
    var found = disjointness(subject, kind, in: lineage(subject).all).map { argument in
      var argument = argument
      if let other = argument.proof.premises.first?.claim?.value.concept {
        argument.against += lineage(subject).against[root(symbol(other))] ?? []
      }
      return argument
    }
    // By rules: kinds that some rule gives and that lie under the other one.
    for (slot, mine, other) in disjoints(above: kind) where !lineage(subject).all.contains(root(other)) {
      guard isGiven(other) else { continue }
      let membership = judge(subject, isA, other)
      guard !membership.pro.isEmpty, let first = membership.verdict.yes.first else {
        heeded.formUnion(membership.verdict.whyNot)
        continue
      }
      let isFirm = membership.verdict.outcome == .yes
      let proof = isFirm ? first : first.heeding(membership.verdict.lessons)
      for argument in membership.pro {
        var con = kindArgument(exclusion(subject, proof, slot, mine, other, kind), kind, argument.scope, slot, distance: argument.distance)
        con.against = isFirm ? [] : membership.verdict.no
        found.append(con)
      }
    }
    return found
  }

  /// “Contains protein” is known from how much protein there is.
  private func presence(of value: Symbol, in subject: Symbol, _ heeded: inout Set<ID<Lesson>>) -> (present: [Argument], absent: [Argument])
  {
    var (present, absent): ([Argument], [Argument]) = ([], [])
    let known = holdings(subject, value)
    heeded.formUnion(known.heeded)
    for held in known.held {
      guard let range = held.value.range, range.isPositive || range.isZero else { continue }
      for argument in held.arguments {
        let claim = Claim(concept(subject), concept(contains), .concept(concept(value)), isNegated: range.isZero)
        var concluded = argument.concluding(Proof(.claim(claim), .amount, [argument.proof]))
        concluded.against += held.against
        if range.isZero { absent.append(concluded) } else { present.append(concluded) }
      }
    }
    return (present, absent)
  }

  private func judge(_ subject: Symbol, _ property: Symbol, text: String) -> Judgement {
    let asked = Value.text(text)
    let holdings = holdings(subject, property)
    var (pro, con): ([Argument], [Argument]) = ([], [])
    for held in holdings.held {
      for argument in held.arguments {
        var argument = argument
        argument.against += held.against
        if held.value.says(asked) {
          pro.append(argument)
        } else if case .text = held.value, isSingleValued(property, isNumeric: false).isSingle {
          con.append(excluding(argument, property, asked))
        }
      }
    }
    con += holdings.denials.filter { $0.value.says(asked) }
    return resolve(subject, pro: pro, con: con, silenced: holdings.silenced, heeded: holdings.heeded)
  }
}
