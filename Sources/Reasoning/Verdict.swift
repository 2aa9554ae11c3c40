public import Lessons

/// What the lessons come to on a question with yes or no for an answer, with the reasons on both sides.
public struct Verdict: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    case yes
    case no
    /// Lessons of equal standing disagree, or disagree on something that the answer depends on.
    case contested
    /// No lesson bears on it. Not “no”.
    case unknown
  }

  public let outcome: Outcome
  /// Best first; the rest are alternatives. Each proves the claim; where contested, it may disprove a premise of a
  /// proof for no instead.
  public let yes: [Proof]
  /// The same for the negation.
  public let no: [Proof]
  /// Where unknown: what the rules that are about this would need.
  public let gaps: [Gap]
  /// Exceptions that keep rules from having a say.
  public let silenced: [Proof]
  /// Lessons that keep something else from having a say, however far back.
  public let heeded: Set<ID<Lesson>>

  init(
    _ outcome: Outcome, yes: [Proof] = [], no: [Proof] = [], gaps: [Gap] = [], silenced: [Proof] = [], heeded: Set<ID<Lesson>> = []
  ) {
    self.outcome = outcome
    self.yes = yes
    self.no = no
    self.gaps = gaps
    self.silenced = silenced
    self.heeded = heeded
  }

  /// Every lesson cited: without all others the verdict would be the same.
  public var lessons: Set<ID<Lesson>> {
    (yes + no + silenced + gaps.flatMap(\.proofs)).reduce(into: heeded) { $0.formUnion($1.cited) }
  }

  /// What keeps the claim from being held, where something does.
  var whyNot: Set<ID<Lesson>> {
    (gaps.flatMap(\.proofs) + no.prefix(1).filter(\.isDefended)).reduce(into: heeded) { $0.formUnion($1.cited) }
  }

  /// The verdict on the negated claim.
  var negated: Verdict {
    let flipped: Outcome =
      switch outcome {
      case .yes: .no
      case .no: .yes
      case .contested, .unknown: outcome
      }
    return Verdict(flipped, yes: no, no: yes, gaps: gaps, silenced: silenced, heeded: heeded)
  }
}

/// What a rule lacks to say something of a thing that it is about.
public enum Gap: Hashable, Sendable {
  /// Nobody taught this: the glycemic index of a lentil, for one.
  case missing(Condition, rule: ID<Lesson>)
  /// How many there are of something depends on whether those that were taught are all.
  case openList(of: Concept, rule: ID<Lesson>)
  /// Whether an exception of the rule holds depends on what the rule concludes, so neither is decided.
  case undecided(rule: ID<Lesson>)
  /// An exception is known.
  ///
  /// - Parameter rule: the rule that names it; nil where it is one of its own, as “need not” is.
  case blocked(by: [Proof], rule: ID<Lesson>?)

  var proofs: [Proof] { if case .blocked(let proofs, _) = self { proofs } else { [] } }
}

/// A value that is held of a property.
public struct HeldValue: Hashable, Sendable {
  public let value: Value
  /// Best first; the rest are alternatives.
  public let proofs: [Proof]
  /// Where not empty, the value itself is disputed: these deny it.
  public let against: [Proof]
  /// Of the lessons that state it: the weightiest of each author, summed.
  public let weight: Double
  /// Taught of a kind, not of the thing itself.
  public let isInherited: Bool

  public var lessons: Set<ID<Lesson>> {
    (proofs + against).reduce(into: []) { $0.formUnion($1.cited) }
  }
}

/// A kind that something is of.
public struct HeldKind: Hashable, Sendable {
  public let concept: Concept
  public let proof: Proof
  /// Steps from the thing to the kind, from 1.
  public let distance: Int
  public let isContested: Bool
}

/// Something found by its kind and the conditions it meets.
public struct Found: Hashable, Sendable {
  public let concept: Concept
  /// Yes, or contested where one of the conditions is.
  public let verdict: Verdict
}

public struct KindCount: Hashable, Sendable {
  public let kind: Concept
  /// How many things are taught to be of it directly.
  public let count: Int
}
