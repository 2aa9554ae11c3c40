/// Facts, rules and a statement to judge by them: one item of a set made to try reasoning.
public struct Theory: Sendable {
  public enum World: String, Hashable, Sendable {
    /// What does not follow is unknown.
    case open
    /// What does not follow is false.
    case closed
  }

  public enum Answer: String, Hashable, Sendable {
    case yes = "true"
    case no = "false"
    case unknown
  }

  public let id: String
  public let facts: [Literal]
  public let rules: [Implication]
  public let statement: Literal
  public let world: World
  public let answer: Answer
  /// How many rules deep the set says its proof is; nil where it does not say.
  public let depth: Int?

  public init(
    id: String, facts: [Literal], rules: [Implication], statement: Literal, world: World = .open, answer: Answer, depth: Int? = nil
  ) {
    self.id = id
    self.facts = facts
    self.rules = rules
    self.statement = statement
    self.world = world
    self.answer = answer
    self.depth = depth
  }
}

/// A line of a file of theories that cannot be used, and why.
public struct TheoryFault: Error, Equatable {
  public let reason: String

  public init(_ reason: String) { self.reason = reason }
}
