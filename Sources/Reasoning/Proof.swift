public import Lessons

/// Why something is so, down to the lessons that say it.
///
/// A proof can be checked step by step by someone who knows nothing of how it was found: each conclusion follows
/// from its premises by its reason alone.
public struct Proof: Hashable, Sendable {
  public enum Conclusion: Hashable, Sendable {
    /// That a number lies within a range is a claim with that range as its value; that it does not, its negation.
    case claim(Claim)
    /// Two names of one thing.
    case same(Concept, Concept)
    /// Nothing is both.
    case disjoint(Concept, Concept)
    /// Something is true of a property: a thing has at most one value of it, for one.
    case trait(PropertyTrait)
    case conversion(Conversion)
    /// What comes of all that the thing has.
    case aggregate(Aggregate, of: Concept, QuantityRange)
    /// One number of the thing stands so to another, or does not.
    case comparison(Comparison, of: Concept, holds: Bool)
    /// All of these at once: an exception that, as far as is known, is not met.
    case notKnown([Condition])
  }

  public enum Reason: Hashable, Sendable {
    /// The lesson says so. No premises.
    case taught(ID<Lesson>)
    /// The rule's conditions hold. Premises: one for each condition, in order, then one for each `unless`, then what its
    /// formula looks up.
    case rule(ID<Lesson>)
    /// Premises: steps “a is a b” and “b is the same as c”, each beginning where the last ended.
    case chain
    /// Premises: “x is a k”, and a claim about k; concludes it of x.
    case inherited(from: Concept)
    /// Premises: a claim, then a `same` for each name in it that changes.
    case sameName
    /// Premises: “x contains almond”, “an almond is a nut”; concludes “x contains nut”. From a denial, the other way.
    case broader
    /// Premises: “x contains y”, “y contains z”, and the trait of the property, which *contains* has of itself; concludes
    /// “x contains z”.
    case passedOn
    /// Premises: “y treats x”, and the trait that tells its other side; concludes “x is treated by y”.
    case converse
    /// Premises: something that the thing has of a property, and that this is listed in full; concludes that it has not
    /// something else, of which nobody taught it.
    case unlisted
    /// Premises: a claim and a conversion; concludes it in the other measure.
    case converted
    /// Premises: what a formula or a comparison looks up, in order; concludes the comparison.
    case computed
    /// Premises: for each, that the thing has it, of what kind it is and its number, as far as asked; that these are all,
    /// where that is known.
    case aggregated
    /// Premises: “x is an a” (none where x is a itself), `disjoint(a, b)`, “k is a b” (none where k is b itself);
    /// concludes “x is not a k”.
    case disjoint
    /// Premise: “the p of x is v”; concludes that it is, or is not, within a range.
    case compared
    /// Premise: “the protein of x is 3 g”; concludes “x contains protein”, or with 0 g that it does not.
    case amount
    /// Premises: “the p of x is v”, that p has one value; concludes that it is not another.
    case otherValue
    /// Premises: the numbers that lie outside those the rule asks for, then the conditions that are met; concludes that
    /// the rule's head does not hold.
    ///
    /// The weakest of reasons: it counts only where no lesson says anything else.
    case failsDefinition(ID<Lesson>)
    /// The first premise is the argument. The others say why it outweighs those that it prevails over.
    case prevails(over: [Proof], by: [Rung])
    /// No premises.
    case notKnown
  }

  public let conclusion: Conclusion
  public let reason: Reason
  public let premises: [Proof]
  /// Lessons that keep something else from speaking against it: an exception to another rule, an author's later word.
  public let heeded: Set<ID<Lesson>>
  /// How many steps it has, counting one that is used twice twice.
  public let size: Int
  /// Tells most proofs apart at a glance: a proof is compared often, and is as large as what it proves is deep.
  private let fingerprint: Int

  public init(_ conclusion: Conclusion, _ reason: Reason, _ premises: [Proof] = [], heeding heeded: Set<ID<Lesson>> = []) {
    self.conclusion = conclusion
    self.reason = reason
    self.premises = premises
    self.heeded = heeded
    var size = premises.reduce(1) { $0 + $1.size }
    if case .prevails(let beaten, _) = reason { size = beaten.reduce(size) { $0 + $1.size } }
    self.size = size
    var hasher = Hasher()
    hasher.combine(conclusion)
    hasher.combine(reason)
    hasher.combine(premises)
    hasher.combine(heeded)
    fingerprint = hasher.finalize()
  }

  public static func == (left: Proof, right: Proof) -> Bool {
    left.fingerprint == right.fingerprint && left.conclusion == right.conclusion && left.reason == right.reason
      && left.premises == right.premises && left.heeded == right.heeded
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }

  /// The lessons it rests on.
  public var lessons: Set<ID<Lesson>> {
    var lessons: Set<ID<Lesson>> = []
    visit { proof in
      switch proof.reason {
      case .taught(let id), .rule(let id), .failsDefinition(let id): lessons.insert(id)
      default: break
      }
    }
    return lessons
  }

  /// The lessons that say otherwise and were outweighed.
  public var overruled: Set<ID<Lesson>> {
    var lessons: Set<ID<Lesson>> = []
    visit { proof in
      guard case .prevails(let beaten, _) = proof.reason else { return }
      for other in beaten { lessons.formUnion(other.lessons.union(other.overruled)) }
    }
    return lessons
  }

  /// Every lesson that plays a part: without all others the proof would stand as it is.
  var cited: Set<ID<Lesson>> {
    var cited = lessons.union(overruled)
    visit { proof in
      cited.formUnion(proof.heeded)
      if case .prevails(let beaten, _) = proof.reason { for other in beaten { cited.formUnion(other.cited) } }
    }
    return cited
  }

  /// Whether something had to be outweighed or kept silent for it.
  var isDefended: Bool {
    if case .prevails = reason { return true }
    return !heeded.isEmpty || premises.contains(where: \.isDefended)
  }

  /// Whether it was concluded by a rule or handed on by a relation, and is not what somebody taught.
  var isConclusion: Bool {
    switch reason {
    case .rule, .passedOn, .converse: true
    case .prevails, .sameName: premises.first?.isConclusion ?? false
    default: false
    }
  }

  func heeding(_ more: Set<ID<Lesson>>) -> Proof {
    more.isSubset(of: heeded) ? self : Proof(conclusion, reason, premises, heeding: heeded.union(more))
  }

  private func visit(_ look: (Proof) -> Void) {
    look(self)
    for premise in premises { premise.visit(look) }
  }

  /// The claim concluded, where it is one.
  public var claim: Claim? { if case .claim(let claim) = conclusion { claim } else { nil } }

}
