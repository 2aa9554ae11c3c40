internal import Lessons

/// Everything held of a thing and a property.
struct Holdings {
  struct Held {
    let value: Value
    /// Best first, all for this value. Each counts on its own.
    var arguments: [Argument]
    /// What denies the value at equal standing.
    var against: [Proof]

    var proofs: [Proof] { arguments.map(\.proof) }
  }

  var held: [Held] = []
  /// Denials of values that nobody holds, or that nobody holds with more right.
  var denials: [Argument] = []
  var silenced: [Proof] = []
  var heeded: Set<ID<Lesson>> = []
}

extension Inquiry {
  /// - Parameter isDirect: without what relations pass on.
  func holdings(_ subject: Symbol, _ property: Symbol, isDirect: Bool = false) -> Holdings {
    let goal = Goal(kind: .holdings, subject: subject, property: property, isDirect: isDirect)
    return pursue(goal, \.holdings, nothing: Holdings()) { gather(subject, property, isDirect) }
  }

  private func gather(_ subject: Symbol, _ property: Symbol, _ isDirect: Bool) -> Holdings {
    var (arguments, denials, silenced): ([Argument], [Argument], [Proof]) = ([], [], [])
    var heeded: Set<ID<Lesson>> = []
    let (ancestors, missed) = ancestors(subject, for: property, Symbols.none)
    heeded.formUnion(missed)
    if let trait = isSingleValued(property, isNumeric: true).lesson { heeded.insert(store[trait].id) }
    for ancestor in ancestors {
      let statements = statements(ancestor.root, property)
      for slot in statements.slots {
        let argument = argument(slot, of: subject, property: property, at: ancestor)
        if argument.isNegated { denials.append(argument) } else { arguments.append(argument) }
      }
      heeded.formUnion(statements.superseded.map { store[$0.later].id })
    }
    for head in heads(property) {
      guard let rule = rule(at: head.slot) else { continue }
      let hearing = hear(rule, subject, property, object: nil)
      silenced += hearing.silenced
      heeded.formUnion(hearing.heeded)
      for argument in hearing.arguments {
        if argument.isNegated { denials.append(argument) } else { arguments.append(argument) }
      }
    }
    if let relation = relation(property) { arguments += related(to: subject, by: relation, ancestors, isDirect: isDirect, &heeded) }
    heeded.formUnion(conversions(of: property).map { store[$0.slot].id })
    var holdings = settle(subject, property, arguments, denials)
    holdings.silenced = distinct(silenced)
    holdings.heeded.formUnion(heeded)
    return holdings
  }

  /// Drops what is outweighed and puts equal values together.
  private func settle(
    _ subject: Symbol, _ property: Symbol, _ arguments: [Argument], _ denials: [Argument]
  ) -> Holdings {
    let subject = root(subject)
    func outweighs(_ one: Argument, _ other: Argument) -> Bool {
      one.isFirm && isMoreSpecific(one.scope, than: other.scope, of: subject)
    }
    func denies(_ denial: Argument, _ argument: Argument) -> Bool {
      if case .concept(let denied) = denial.value, case .concept(let value) = argument.value {
        return entails(symbol(value), symbol(denied))
      }
      return denial.value.says(argument.value)
    }
    var groups: [Holdings.Held] = []
    var heeded: Set<ID<Lesson>> = []
    var overruled: [(winner: Argument, loser: Argument)] = []
    for argument in arguments.sorted(by: isBetter) {
      let isSingle = isSingleValued(property, isNumeric: argument.value.isNumeric).isSingle
      let rivals =
        isSingle
        ? arguments.filter { areComparable($0.value, argument.value, property) && !isSameValue($0.value, argument.value, property) } : []
      let deniers = denials.filter { denies($0, argument) }
      if let winner = (rivals + deniers).first(where: { outweighs($0, argument) }) {
        overruled.append((winner, argument))
        // A rival is held and cited itself.
        if winner.isNegated { heeded.formUnion(winner.proof.cited) }
        continue
      }
      let blockers = deniers.filter { $0.isDefeater && !outweighs(argument, $0) }
      if !blockers.isEmpty {
        for blocker in blockers { heeded.formUnion(blocker.proof.cited) }
        continue
      }
      let disputes = deniers.filter { !outweighs(argument, $0) }.map(\.proof)
      var argument = argument
      if let beaten = deniers.first(where: { outweighs(argument, $0) }) {
        argument = argument.concluding(prevailing(argument, over: [beaten], of: subject))
      }
      if let place = groups.firstIndex(where: { isSameValue($0.value, argument.value, property) }) {
        groups[place].arguments.append(argument)
        groups[place].against = distinct(groups[place].against + disputes)
      } else {
        groups.append(.init(value: argument.value, arguments: [argument], against: distinct(disputes)))
      }
    }
    for place in groups.indices {
      let beaten = overruled.filter { lost in groups[place].arguments.contains { $0.source == lost.winner.source } }.map(\.loser)
      guard !beaten.isEmpty, let best = groups[place].arguments.first else { continue }
      groups[place].arguments[0] = best.concluding(prevailing(best, over: beaten, of: subject))
    }
    let standing = denials.filter { denial in !denial.isDefeater && !arguments.contains { denies(denial, $0) && outweighs($0, denial) } }
    return Holdings(held: groups, denials: standing, heeded: heeded)
  }

  private func prevailing(_ argument: Argument, over beaten: [Argument], of subject: Symbol) -> Proof {
    let rungs = beaten.compactMap { rung(argument.scope, over: $0.scope, of: subject) }
    let why = distinct(beaten.flatMap { links(from: argument.scope, to: $0.scope) })
    return Proof(argument.proof.conclusion, .prevails(over: beaten.map(\.proof), by: rungs), [argument.proof] + why)
  }

  /// Whether a number lies within the range, by every value held: *yes* if all do, *no* if none does (supervaluation),
  /// else it depends on whose value is right.
  func measure(_ subject: Symbol, _ property: Symbol, _ asked: Value) -> Verdict {
    guard let range = asked.range else { return Verdict(.unknown) }
    let known = holdings(subject, property)
    let claim = Claim(concept(subject), concept(property), asked)
    var (yes, no) = (Side(), Side())
    for held in known.held {
      guard let (numbers, lesson) = self.numbers(held.value, of: property, in: range.unit) else { continue }
      let isAsked = range.exactAmount == nil ? numbers.isWithin(range) : numbers.equals(range)
      if isAsked || numbers.overlaps(range) { yes.add(held) { compared(converted($0, to: numbers, by: lesson), claim) } }
      if !isAsked { no.add(held) { compared(converted($0, to: numbers, by: lesson), claim.negation) } }
    }
    // What is denied as a whole lies outside; a denial that disputes a value held was heard above.
    for denial in known.denials {
      guard let denied = denial.value.range(in: range.unit), range.isWithin(denied) || denied.equals(range) else { continue }
      no.add(.init(value: denial.value, arguments: [denial], against: [])) { compared($0, claim.negation) }
    }
    let outcome: Verdict.Outcome =
      switch (yes.proofs.isEmpty, no.proofs.isEmpty) {
      case (true, true): .unknown
      case (false, true): yes.isFirm ? .yes : .contested
      case (true, false): no.isFirm ? .no : .contested
      case (false, false): .contested
      }
    let isContested = outcome == .contested
    return Verdict(
      outcome, yes: distinct(yes.proofs + (isContested ? no.against : [])), no: distinct(no.proofs + (isContested ? yes.against : [])),
      silenced: known.silenced, heeded: known.heeded)
  }

  /// The values on one side of a comparison.
  private struct Side {
    var proofs: [Proof] = []
    var against: [Proof] = []
    /// Whether some value is undisputed.
    var isFirm = false

    mutating func add(_ held: Holdings.Held, _ conclude: (Proof) -> Proof) {
      proofs += held.proofs.map(conclude)
      against += held.against + held.arguments.flatMap(\.against)
      isFirm = isFirm || (held.against.isEmpty && held.arguments.contains(where: \.isFirm))
    }
  }

  /// Asking for the very value that was taught takes no comparing.
  private func compared(_ proof: Proof, _ conclusion: Claim) -> Proof {
    proof.conclusion == .claim(conclusion) ? proof : Proof(.claim(conclusion), .compared, [proof])
  }
}
