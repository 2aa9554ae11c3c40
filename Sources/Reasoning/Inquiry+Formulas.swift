internal import Foundation
internal import Lessons

/// Numbers that rules compute and compare: “its glycemic index times its carbs divided by 100”, “at least three vegetables”.
extension Inquiry {
  /// How many ways of reading disputed numbers are tried.
  private static let combinationsMax = 16
  /// Digits that count in a computed number: more than anybody measures, and few enough to read.
  static let computedDigits = 6

  /// One way to fill what formulas look up.
  struct Filling {
    var numbers: [Formula: QuantityRange] = [:]
    /// In the order of the leaves.
    var proofs: [Proof] = []
    var against: [Proof] = []
  }

  struct Fillings {
    var all: [Filling] = [Filling()]
    /// What nobody taught.
    var missing: [Condition] = []
    var heeded: Set<ID<Lesson>> = []
  }

  /// Every way to fill the leaves by what is held of the thing; several where a number is disputed.
  func fill(_ leaves: [Formula], of subject: Symbol) -> Fillings {
    var fillings = Fillings()
    for leaf in leaves {
      let held = lookUp(leaf, of: subject, &fillings)
      fillings.all = fillings.all.flatMap { filling in
        held.map { number in
          Filling(
            numbers: filling.numbers.merging([leaf: number.range]) { $1 }, proofs: filling.proofs + [number.proof],
            against: filling.against + number.against)
        }
      }
      if fillings.all.count > Self.combinationsMax {
        fillings.all = Array(fillings.all.prefix(Self.combinationsMax))
        forget()
      }
    }
    return fillings
  }

  private typealias Number = (range: QuantityRange, proof: Proof, against: [Proof])

  private func lookUp(_ leaf: Formula, of subject: Symbol, _ fillings: inout Fillings) -> [Number] {
    switch leaf {
    case .property(let property): return numbers(of: subject, symbol(property), &fillings)
    case .aggregate(let aggregate): return self.aggregate(aggregate, of: subject, &fillings)
    case .quantity, .plus, .minus, .times, .over: preconditionFailure("only a leaf looks something up")
    }
  }

  private func numbers(of subject: Symbol, _ property: Symbol, _ fillings: inout Fillings) -> [Number] {
    let holdings = holdings(subject, property)
    fillings.heeded.formUnion(holdings.heeded)
    let found = holdings.held.compactMap { held -> Number? in
      guard let range = held.value.range, let best = held.arguments.first else { return nil }
      return (range, best.proof, best.against + held.against)
    }
    if found.isEmpty {
      fillings.missing.append(.pattern(.init(.concept(concept(subject)), concept(property), .variable("number"))))
    }
    return found
  }

  // MARK: All that a thing has

  private func aggregate(_ aggregate: Aggregate, of subject: Symbol, _ fillings: inout Fillings) -> [Number] {
    let relation = symbol(aggregate.relation)
    let holdings = holdings(subject, relation)
    fillings.heeded.formUnion(holdings.heeded)
    var (numbers, premises, against): ([QuantityRange], [Proof], [Proof]) = ([], [], [])
    for held in holdings.held {
      guard let member = held.value.concept.map(symbol), let best = held.arguments.first, !best.proof.isPassedOn else { continue }
      var own = [best.proof]
      against += best.against + held.against
      if let kind = aggregate.kind.map(symbol) {
        let verdict = judge(member, isA, kind).verdict
        guard verdict.outcome == .yes, let proof = verdict.yes.first else {
          fillings.heeded.formUnion(verdict.whyNot)
          continue
        }
        own.append(proof)
      }
      if let property = aggregate.property.map(symbol) {
        // A member without a number leaves the whole unknown.
        let found = self.numbers(of: member, property, &fillings)
        guard let number = found.first else { return [] }
        numbers.append(number.range)
        own.append(number.proof)
        against += number.against + found.dropFirst().map(\.proof)
      } else {
        numbers.append(QuantityRange(exactly: Quantity(1)))
      }
      premises += own
    }
    let complete = traits(of: relation).first { $0.trait.trait == .complete }?.slot
    guard let whole = aggregate.value(numbers, isComplete: complete != nil) else { return [] }
    if let complete { premises += trait(at: complete, of: relation) }
    let proof = Proof(.aggregate(aggregate, of: concept(subject), whole), .aggregated, premises)
    return [(whole, proof, distinct(against))]
  }

  // MARK: What comes of it

  /// What the formula comes to for the thing.
  func compute(_ formula: Formula, of subject: Symbol) -> (values: [(value: Value, filling: Filling)], fillings: Fillings) {
    let fillings = fill(formula.leaves, of: subject)
    let values = fillings.all.compactMap { filling -> (Value, Filling)? in
      formula.value { filling.numbers[$0] }.map { (Value($0.rounded(toDigits: Self.computedDigits)), filling) }
    }
    return (values, fillings)
  }

  /// Whether the comparison holds by every number held (supervaluation, as with thresholds), by none, or by some.
  func compare(_ comparison: Comparison, of subject: Symbol) -> (verdict: Verdict, missing: [Condition]) {
    let fillings = fill(comparison.leaves, of: subject)
    var (yes, no): ([Proof], [Proof]) = ([], [])
    var (firmYes, firmNo, against) = (false, false, [Proof]())
    for filling in fillings.all {
      guard let holds = comparison.holds({ filling.numbers[$0] }) else { continue }
      let proof = Proof(.comparison(comparison, of: concept(subject), holds: holds), .computed, filling.proofs)
      if holds { yes.append(proof) } else { no.append(proof) }
      if filling.against.isEmpty { if holds { firmYes = true } else { firmNo = true } }
      against += filling.against
    }
    let outcome: Verdict.Outcome =
      switch (yes.isEmpty, no.isEmpty) {
      case (true, true): .unknown
      case (false, true): firmYes ? .yes : .contested
      case (true, false): firmNo ? .no : .contested
      case (false, false): .contested
      }
    let isContested = outcome == .contested
    let verdict = Verdict(
      outcome, yes: distinct(yes + (isContested && yes.isEmpty ? against : [])),
      no: distinct(no + (isContested && no.isEmpty ? against : [])), heeded: fillings.heeded)
    return (verdict, fillings.missing)
  }
}

extension Proof {
  /// Of a part of a part: counted with the part that it is in.
  fileprivate var isPassedOn: Bool {
    switch reason {
    case .passedOn: true
    case .prevails: premises.first?.isPassedOn ?? false
    default: false
    }
  }
}
