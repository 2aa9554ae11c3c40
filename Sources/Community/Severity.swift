public import Reasoning

/// How much it matters that a disagreement is settled: log(1 + times) × consequence × imbalance of camps.
///
/// The times grow slowly, so that one popular question does not bury all others; what depends on the answer is a step on a
/// scale and not a guess of harm; and what divides two camps is worth more care than what divides two people.
public struct Severity: Hashable, Sendable {
  /// What a wrong answer can do.
  public enum Consequence: Int, Hashable, Sendable, CaseIterable, Comparable {
    /// It reads badly.
    case wording = 1
    /// A question is taken for another one.
    case understanding = 2
    /// Something untrue is said, or done in the wrong order.
    case substance = 4
    /// Somebody comes to harm: what the assistant warns of or refers to others for.
    case harm = 8

    public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
  }

  /// How many answers of late it touched, or were given differently because of it.
  public let times: Int
  public let consequence: Consequence
  /// How far the sides are those of camps: 0 where all camps are on all sides alike, 1 where none is on two.
  public let imbalance: Double

  public init(times: Int, consequence: Consequence, imbalance: Double = 0) {
    precondition(times >= 0 && (0...1).contains(imbalance), "times are counted, and an imbalance is in 0...1")
    self.times = times
    self.consequence = consequence
    self.imbalance = imbalance
  }

  /// 0 where nobody asked. A clash across camps counts twice one within them.
  public var value: Double { RealFunctions.logarithm(Double(1 + times)) * Double(consequence.rawValue) * (1 + imbalance) }
}

extension Severity {
  /// The largest distance between the shares that the camps have in two sides (total variation), in 0...1.
  ///
  /// - Parameter sides: the camp of each teacher on a side; those of no camp are left out.
  public static func imbalance(of sides: [[Int]]) -> Double {
    var largest = 0.0
    for (place, one) in sides.enumerated() where !one.isEmpty {
      for other in sides[(place + 1)...] where !other.isEmpty {
        let distance = Set(one + other).sorted().reduce(0.0) { sum, camp in
          let mine = Double(one.count { $0 == camp }) / Double(one.count)
          let theirs = Double(other.count { $0 == camp }) / Double(other.count)
          return sum + (mine > theirs ? mine - theirs : 0)
        }
        largest = max(largest, distance)
      }
    }
    return min(largest, 1)
  }
}

extension Clash.Kind {
  /// What is at stake where nothing more is known.
  public var consequence: Severity.Consequence {
    switch self {
    case .definitionCycle: .wording
    case .exampleMeanings, .likeExamples, .reasonAgainstExample, .tests: .understanding
    case .values, .supersession, .traits, .negation, .disjointKinds, .ruleAgainstFact, .rules, .stepOrder, .procedures: .substance
    }
  }
}
