/// How something is done, step by step: “To reset the router: 1. Unplug it. 2. Wait 30 seconds. 3. Plug it in.”
public struct Procedure: Hashable, Sendable {
  public static let stepsMax = 100

  public enum Step: Hashable, Sendable {
    /// In the teacher's words: “Wait 30 seconds”.
    case act(String)
    /// A question with what follows each answer; after another answer comes the next step.
    case ask(String, [Branch])
    /// “Repeat steps 1 to 2 until the light is green, at most 3 times.”
    case again(from: Int, through: Int, until: String?, timesMax: Int?)
    /// Another procedure by its goal: “Follow "Escalate to level 2".”
    case follow(String)
    /// “If this does not work, …”; else comes the next step.
    case check(String, Next)
  }

  public struct Branch: Hashable, Sendable {
    public let answer: String
    public let next: Next

    public init(_ answer: String, _ next: Next) {
      self.answer = answer
      self.next = next
    }
  }

  /// Where it goes on.
  public enum Next: Hashable, Sendable {
    /// From 1.
    case step(Int)
    case follow(String)
    /// Something to do, and then the next step.
    case act(String)
    case stop
  }

  /// What follows “to”: “reset the router”.
  public let goal: String
  /// What one must have: “a screwdriver”.
  public let needs: [String]
  /// What comes before all steps: “back up the data”.
  public let before: [String]
  /// Numbered from 1; never empty.
  public let steps: [Step]
  /// When one of these holds, it is broken off: “there is smoke”.
  public let stops: [String]

  /// Nil where there is no step, or one leads to a step that is not there.
  public init?(_ goal: String, needs: [String] = [], before: [String] = [], steps: [Step], stops: [String] = []) {
    guard !goal.isEmpty, (1...Self.stepsMax).contains(steps.count) else { return nil }
    for (index, step) in steps.enumerated() {
      guard step.leads.allSatisfy({ (1...steps.count).contains($0) && $0 != index + 1 }) else { return nil }
      if case .again(let from, let through, _, _) = step, !(from <= through && through <= index) { return nil }
    }
    self.goal = goal
    self.needs = needs
    self.before = before
    self.steps = steps
    self.stops = stops
  }
}

extension Procedure.Step {
  /// The steps that it leads to.
  fileprivate var leads: [Int] {
    switch self {
    case .act, .follow: []
    case .ask(_, let branches): branches.compactMap(\.next.step)
    case .again(let from, let through, _, _): [from, through]
    case .check(_, let next): [next.step].compactMap(\.self)
    }
  }
}

extension Procedure.Next {
  fileprivate var step: Int? { if case .step(let step) = self { step } else { nil } }
}

extension Procedure: Codable {
  private enum CodingKeys: String, CodingKey { case goal = "to", needs, before, steps, stops }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func list(_ key: CodingKeys) throws -> [String] { try container.decodeIfPresent([String].self, forKey: key) ?? [] }
    guard
      let whole = Procedure(
        try container.decode(String.self, forKey: .goal), needs: try list(.needs), before: try list(.before),
        steps: try container.decode([Step].self, forKey: .steps), stops: try list(.stops))
    else {
      throw DecodingError.dataCorruptedError(forKey: .steps, in: container, debugDescription: "a step leads to one that is not there")
    }
    self = whole
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(goal, forKey: .goal)
    if !needs.isEmpty { try container.encode(needs, forKey: .needs) }
    if !before.isEmpty { try container.encode(before, forKey: .before) }
    try container.encode(steps, forKey: .steps)
    if !stops.isEmpty { try container.encode(stops, forKey: .stops) }
  }
}

extension Procedure.Step: Codable {
  private enum Key: String, CodingKey, CaseIterable { case act = "do", ask, again = "repeat", follow, check = "if" }
  private enum Part: String, CodingKey { case question, branches, from, through, until, timesMax = "times", condition, next = "then" }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let key = try container.onlyKey()
    func parts() throws -> KeyedDecodingContainer<Part> { try container.nestedContainer(keyedBy: Part.self, forKey: key) }
    switch key {
    case .act: self = .act(try container.decode(String.self, forKey: key))
    case .follow: self = .follow(try container.decode(String.self, forKey: key))
    case .ask:
      let parts = try parts()
      self = .ask(
        try parts.decode(String.self, forKey: .question), try parts.decode([Procedure.Branch].self, forKey: .branches))
    case .again:
      let parts = try parts()
      self = .again(
        from: try parts.decode(Int.self, forKey: .from), through: try parts.decode(Int.self, forKey: .through),
        until: try parts.decodeIfPresent(String.self, forKey: .until), timesMax: try parts.decodeIfPresent(Int.self, forKey: .timesMax))
    case .check:
      let parts = try parts()
      self = .check(try parts.decode(String.self, forKey: .condition), try parts.decode(Procedure.Next.self, forKey: .next))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .act(let text): try container.encode(text, forKey: .act)
    case .follow(let goal): try container.encode(goal, forKey: .follow)
    case .ask(let question, let branches):
      var parts = container.nestedContainer(keyedBy: Part.self, forKey: .ask)
      try parts.encode(question, forKey: .question)
      try parts.encode(branches, forKey: .branches)
    case .again(let from, let through, let until, let timesMax):
      var parts = container.nestedContainer(keyedBy: Part.self, forKey: .again)
      try parts.encode(from, forKey: .from)
      try parts.encode(through, forKey: .through)
      try parts.encodeIfPresent(until, forKey: .until)
      try parts.encodeIfPresent(timesMax, forKey: .timesMax)
    case .check(let condition, let next):
      var parts = container.nestedContainer(keyedBy: Part.self, forKey: .check)
      try parts.encode(condition, forKey: .condition)
      try parts.encode(next, forKey: .next)
    }
  }
}

extension Procedure.Branch: Codable {
  private enum CodingKeys: String, CodingKey { case answer, next = "then" }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(try container.decode(String.self, forKey: .answer), try container.decode(Procedure.Next.self, forKey: .next))
  }
}

extension Procedure.Next: Codable {
  private enum Key: String, CodingKey, CaseIterable { case step, follow, act = "do", stop }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch try container.onlyKey() {
    case .step: self = .step(try container.decode(Int.self, forKey: .step))
    case .follow: self = .follow(try container.decode(String.self, forKey: .follow))
    case .act: self = .act(try container.decode(String.self, forKey: .act))
    case .stop: self = .stop
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .step(let step): try container.encode(step, forKey: .step)
    case .follow(let goal): try container.encode(goal, forKey: .follow)
    case .act(let text): try container.encode(text, forKey: .act)
    case .stop: try container.encode(true, forKey: .stop)
    }
  }
}
