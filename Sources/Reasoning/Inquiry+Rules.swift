internal import Lessons

/// What a rule says of one thing.
struct RuleHearing {
  var arguments: [Argument] = []
  var gaps: [Gap] = []
  /// Exceptions that are known.
  var silenced: [Proof] = []
  /// Lessons that keep it from saying more.
  var heeded: Set<ID<Lesson>> = []
  /// The thing is known not to be within the numbers that the rule asks for.
  var failure: Argument?
}

/// What variables stand for.
typealias Bindings = [String: CompiledRule.Term]

/// One way to meet a list of conditions.
struct Solution {
  var bindings: Bindings
  /// One for each condition, by its place in the list.
  var premises: [Int: Proof] = [:]
  /// Where not empty, a condition is disputed.
  var against: [Proof] = []
}

extension Inquiry {
  private struct Attempt {
    var solutions: [Solution] = []
    var heeded: Set<ID<Lesson>> = []
    var missing: [Condition] = []
    /// Of what there may be more than was taught.
    var openLists: [Symbol] = []
  }

  /// Lets a rule speak about the subject.
  ///
  /// - Parameters:
  ///   - property: the name of the head's property that was asked for.
  ///   - object: what its object, where a variable, stands for; nil: whatever the conditions give.
  func hear(_ rule: CompiledRule, _ subject: Symbol, _ property: Symbol, object: CompiledRule.Term?) -> RuleHearing {
    var bindings: Bindings = [:]
    var kind: Ancestor?
    switch rule.head.subject {
    case .variable(let name): bindings[name] = .concept(subject)
    case .concept(let named):
      let goal = rule.head.object.symbol ?? object?.symbol ?? Symbols.none
      let ancestors = ancestors(subject, for: rule.head.property, goal).ancestors
      guard let ancestor = ancestors.first(where: { $0.root == root(named) }) else { return RuleHearing() }
      kind = ancestor
    case .other, .formula: return RuleHearing()
    }
    if let object {
      switch rule.head.object {
      case .variable(let name):
        if let bound = bindings[name], bound != object { return RuleHearing() }
        bindings[name] = object
      case .concept: break
      case .other, .formula: return RuleHearing()
      }
    }
    var hearing = RuleHearing()
    let attempt = solve(rule.body, bindings)
    hearing.heeded = attempt.heeded
    // A rule on the way back through an exception is part of why nothing is decided.
    if isWithinUndecided { hearing.heeded.insert(rule.id) }
    hearing.gaps =
      attempt.missing.map { .missing($0, rule: rule.id) } + attempt.openLists.map { .openList(of: concept($0), rule: rule.id) }
    for solution in attempt.solutions {
      for argument in conclude(rule, solution, subject, property, kind, &hearing) {
        if rule.head.object.symbol == nil && object == nil {
          hearing.arguments.append(argument)
        } else if hearing.arguments.first.map({ !$0.isFirm && argument.isFirm }) ?? true {
          hearing.arguments = [argument]
        }
      }
    }
    if hearing.arguments.isEmpty && kind == nil { hearing.failure = failure(rule, subject, bindings) }
    return hearing
  }

  private func conclude(
    _ rule: CompiledRule, _ solution: Solution, _ subject: Symbol, _ property: Symbol, _ kind: Ancestor?, _ hearing: inout RuleHearing
  ) -> [Argument] {
    var premises = rule.body.indices.compactMap { solution.premises[$0] }
    var against = solution.against
    for exception in rule.unless {
      let (attempt, isUndecided) = except { solve(exception, solution.bindings) }
      if let known = attempt.solutions.first(where: \.against.isEmpty) {
        let proofs = exception.indices.compactMap { known.premises[$0] }
        hearing.gaps.append(.blocked(by: proofs, rule: rule.id))
        hearing.silenced += proofs
        for proof in proofs { hearing.heeded.formUnion(proof.cited) }
        return []
      }
      if isUndecided {
        hearing.gaps.append(.undecided(rule: rule.id))
        hearing.heeded.formUnion(attempt.heeded.union([rule.id]))
        return []
      }
      var heeded = attempt.heeded
      for disputed in attempt.solutions {
        against += exception.indices.compactMap { disputed.premises[$0] }
        for doubt in disputed.against { heeded.formUnion(doubt.cited) }
      }
      premises.append(Proof(.notKnown(exception.map { ground($0, solution.bindings) }), .notKnown, heeding: heeded))
    }
    guard case .formula(let formula) = rule.head.object else {
      guard let value = value(of: rule.head.object, solution.bindings) else { return [] }
      return argument(rule, value, premises, against, subject, property, kind).map { [$0] } ?? []
    }
    let (values, fillings) = compute(formula, of: rule.head.subject.symbol ?? subject)
    hearing.heeded.formUnion(fillings.heeded)
    hearing.gaps += fillings.missing.map { .missing($0, rule: rule.id) }
    return values.compactMap { value, filling in
      argument(rule, value, premises + filling.proofs, against + filling.against, subject, property, kind)
    }
  }

  /// What the rule comes to, its conditions met.
  private func argument(
    _ rule: CompiledRule, _ value: Value, _ premises: [Proof], _ against: [Proof], _ subject: Symbol, _ property: Symbol, _ kind: Ancestor?
  ) -> Argument? {
    // Conditions that share their proofs, rule upon rule, could make a proof too large to read or keep.
    guard premises.reduce(0, { $0 + $1.size }) <= Self.proofSizeMax else {
      forget()
      return nil
    }
    var against = against
    let about = rule.head.subject.symbol ?? subject
    let claim = Claim(concept(about), concept(rule.head.property), value, isNegated: rule.head.isNegated)
    var proof = Proof(.claim(claim), .rule(rule.id), premises)
    if rule.head.property != property {
      let renamed = Claim(claim.subject, concept(property), value, isNegated: claim.isNegated)
      proof = Proof(.claim(renamed), .sameName, [proof] + (sameness(rule.head.property, property) ?? []))
    }
    if let kind, let link = kinship(subject, kind, as: about) {
      let own = Claim(concept(subject), concept(property), value, isNegated: claim.isNegated)
      proof = Proof(.claim(own), .inherited(from: concept(about)), [link, proof])
      against += kind.against
    }
    return Argument(
      proof: proof, scope: scope(of: rule, subject), against: distinct(against), value: value, isNegated: rule.head.isNegated,
      source: rule.slot, distance: rule.isStrict && kind == nil ? 0 : 1, isDefeater: rule.isDefeating)
  }

  /// A strict rule counts as if its conclusion had been taught of the thing itself; a default is about the kinds that
  /// its conditions name.
  func scope(of rule: CompiledRule, _ subject: Symbol) -> Scope {
    if let named = rule.head.subject.symbol {
      return scope(of: rule.slot, kinds: [root(named)], conditions: rule.isStrict ? [] : rule.body)
    }
    if rule.isStrict { return scope(of: rule.slot, kinds: [root(subject)], isStrict: true) }
    var (kinds, conditions): ([Symbol], [CompiledRule.Condition]) = ([], [])
    for condition in rule.body {
      if condition.subject == rule.head.subject, let kind = kindAsked(condition) {
        kinds.append(root(kind))
      } else {
        conditions.append(condition)
      }
    }
    return scope(of: rule.slot, kinds: kinds, conditions: conditions)
  }

  /// The kind that a condition asks for, where it is “… is a k”.
  func kindAsked(_ condition: CompiledRule.Condition) -> Symbol? {
    guard case .pattern(let pattern) = condition, !pattern.isNegated, isSame(pattern.property, isA) else { return nil }
    return pattern.object.symbol
  }

  // MARK: Conditions

  /// All ways to meet the conditions. Kinds are asked first: a rule is about things of its kinds, and lacks nothing of others.
  private func solve(_ conditions: [CompiledRule.Condition], _ bindings: Bindings) -> Attempt {
    var attempt = Attempt()
    solve(conditions, Solution(bindings: bindings), &attempt)
    return attempt
  }

  private func solve(_ conditions: [CompiledRule.Condition], _ partial: Solution, _ attempt: inout Attempt) {
    let open = conditions.indices.filter { partial.premises[$0] == nil }
    guard let place = open.min(by: { urgency(conditions[$0], partial.bindings) < urgency(conditions[$1], partial.bindings) }) else {
      attempt.solutions.append(partial)
      return
    }
    let condition = conditions[place]
    for bindings in groundings(of: condition, partial.bindings, &attempt.heeded) {
      let (verdict, premise) = answer(to: condition, bindings)
      switch verdict.outcome {
      case .yes, .contested:
        guard let premise else {
          attempt.heeded.formUnion(verdict.lessons)
          continue
        }
        var next = partial
        next.bindings = bindings
        next.premises[place] = premise
        if verdict.outcome == .contested { next.against += verdict.no }
        solve(conditions, next, &attempt)
      case .no: attempt.heeded.formUnion(verdict.whyNot)
      case .unknown:
        attempt.heeded.formUnion(verdict.whyNot)
        if case .comparison(let comparison) = condition, let subject = resolved(condition.subject, bindings)?.symbol {
          let missing = compare(comparison, of: subject).missing
          attempt.missing += missing
          if missing.isEmpty && comparison.leaves.contains(where: \.isCount) { attempt.openLists.append(subject) }
        } else if kindAsked(condition) == nil {
          attempt.missing.append(ground(condition, bindings))
        }
      }
    }
  }

  /// What is cheapest to ask and rules out most goes first.
  private func urgency(_ condition: CompiledRule.Condition, _ bindings: Bindings) -> Int {
    guard isBound(condition.subject, bindings) else { return 3 }
    if case .comparison = condition { return 2 }
    guard case .pattern(let pattern) = condition else { return 1 }
    guard isBound(pattern.object, bindings) else { return pattern.isNegated ? 4 : 2 }
    return isSame(pattern.property, isA) ? 0 : 1
  }

  func isBound(_ term: CompiledRule.Term, _ bindings: Bindings) -> Bool {
    if case .variable(let name) = term { bindings[name] != nil } else { true }
  }

  private func resolved(_ term: CompiledRule.Term, _ bindings: Bindings) -> CompiledRule.Term? {
    if case .variable(let name) = term { bindings[name] } else { term }
  }

  private func value(of term: CompiledRule.Term, _ bindings: Bindings) -> Value? {
    switch resolved(term, bindings) {
    case .concept(let symbol): .concept(concept(symbol))
    case .other(let value): value
    case .variable, .formula, nil: nil
    }
  }

  /// The bindings with every variable of the condition bound, in all ways that might meet it.
  ///
  /// - Parameter heeded: lessons that keep other values from being held are added to it.
  private func groundings(
    of condition: CompiledRule.Condition, _ bindings: Bindings, _ heeded: inout Set<ID<Lesson>>
  ) -> [Bindings] {
    var found = [bindings]
    if case .variable(let name) = condition.subject, bindings[name] == nil {
      found = (candidates(for: condition) ?? everything).map { bindings.merging([name: .concept($0)]) { $1 } }
    }
    guard case .pattern(let pattern) = condition, case .variable(let name) = pattern.object else { return found }
    return found.flatMap { bindings -> [Bindings] in
      if bindings[name] != nil { return [bindings] }
      guard !pattern.isNegated, let subject = resolved(pattern.subject, bindings)?.symbol else { return [] }
      let holdings = holdings(subject, pattern.property)
      heeded.formUnion(holdings.heeded)
      return holdings.held.map { held in
        bindings.merging([name: held.value.concept.map { .concept(symbol($0)) } ?? .other(held.value)]) { $1 }
      }
    }
  }

  /// Whether the condition holds, and the best proof that it does, where somebody holds so.
  ///
  /// - Precondition: all variables of the condition are bound.
  func answer(to condition: CompiledRule.Condition, _ bindings: Bindings) -> (verdict: Verdict, premise: Proof?) {
    guard let subject = resolved(condition.subject, bindings)?.symbol else { return (Verdict(.unknown), nil) }
    let claim: Claim
    switch condition {
    case .comparison(let comparison):
      let verdict = compare(comparison, of: subject).verdict
      let premise = verdict.yes.first { $0.conclusion == .comparison(comparison, of: concept(subject), holds: true) }
      return (verdict, verdict.outcome == .contested ? premise?.heeding(verdict.lessons) : premise)
    case .measure(_, let property, let range): claim = Claim(concept(subject), concept(property), .range(range))
    case .pattern(let pattern):
      guard let value = value(of: pattern.object, bindings) else { return (Verdict(.unknown), nil) }
      claim = Claim(concept(subject), concept(pattern.property), value, isNegated: pattern.isNegated)
    }
    let verdict = judge(claim)
    let premise = verdict.yes.first { $0.claim == claim }
    return (verdict, verdict.outcome == .contested ? premise?.heeding(verdict.lessons) : premise)
  }

  private func ground(_ condition: CompiledRule.Condition, _ bindings: Bindings) -> Condition {
    func term(_ term: CompiledRule.Term) -> Term {
      switch resolved(term, bindings) ?? term {
      case .variable(let name): .variable(name)
      case .concept(let symbol): .concept(concept(symbol))
      case .other(let value): .value(value)
      case .formula(let formula): .formula(formula)
      }
    }
    switch condition {
    case .comparison(let comparison): return .comparison(comparison)
    case .measure(let subject, let property, let range): return .measure(term(subject), concept(property), range)
    case .pattern(let pattern):
      return .pattern(Pattern(term(pattern.subject), concept(pattern.property), term(pattern.object), isNegated: pattern.isNegated))
    }
  }
}
