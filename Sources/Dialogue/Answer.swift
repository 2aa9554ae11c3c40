public import Lessons

/// What the assistant says, and why: one value that page, API and terminal render alike.
public struct Answer: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, Codable {
    case answered
    /// Lessons clash: each side is told with who says so.
    case opinionsDiffer = "opinions differ"
    /// Nobody taught it: said plainly, and a hand is raised.
    case notTaught = "not taught"
    /// Something is unclear; `options` are the ways to go on.
    case askBack = "ask back"
    /// A guideline alone said what to say.
    case guided
    /// The utterance states something: `proposal` is what could be taught.
    case lesson
    /// The utterance corrects something: `proposal` is what would change.
    case correction
    /// Thanks, greetings, something about the person, or why the last answer was given.
    case courtesy
  }

  /// One of the things asked for by “which”.
  public struct Item: Hashable, Sendable, Codable {
    public let name: String
    public let concept: Concept?

    public init(name: String, concept: Concept?) {
      self.name = name
      self.concept = concept
    }

    private enum CodingKeys: String, CodingKey { case name, concept }
  }

  /// How many items an answer lists; the rest are counted.
  public static let itemsMax = 20
  /// How many are looked for; that there are more is then all that is known of the rest.
  public static let itemsFoundMax = 200
  /// More than these are not all said within the sentence.
  public static let itemsSaidMax = 9

  public var kind: Kind
  public var text: [Part]
  public var items: [Item] = []
  public var itemsLeftOff = 0
  public var asked: Question?
  public var understood: Understood
  /// How sure what was taught makes it; nil where it is no single conclusion.
  public var sureness: Certainty?
  /// The smallest proof first.
  public var because: [Reason] = []
  /// What others hold: contested or overridden.
  public var others: [Reason] = []
  /// What guidelines add, each with its reason.
  public var advice: [Advice] = []
  public var options: [Option] = []
  /// The question to raise a hand for, where nobody taught the answer.
  public var raisedHand: String?
  /// The beginning of a sentence that would teach the answer: “The glycemic index of jackfruit is ”.
  public var starter: String?
  public var proposal: Proposal?
  /// Answers to the further sentences of the same message.
  public var further: [Answer] = []

  public init(_ kind: Kind, _ text: [Part], understood: Understood, asked: Question? = nil) {
    self.kind = kind
    self.text = text
    self.understood = understood
    self.asked = asked
  }

  /// Whether there may be more than were counted.
  public var hasUncounted: Bool { items.count + itemsLeftOff >= Self.itemsFoundMax }

  /// Every lesson that this answer rests on or tells of, sorted: what may be challenged here.
  public var lessons: [ID<Lesson>] {
    var cited = Set(understood.nearest.map(\.lesson))
    for reason in because + others + advice.map(\.reason) { cited.formUnion(reason.lessons) }
    return cited.sorted()
  }
}

/// What a guideline adds to an answer.
public struct Advice: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, Codable { case warn, say, refer, avoid, other }

  public let kind: Kind
  public let text: [Part]
  public let reason: Reason

  public init(_ kind: Kind, _ text: [Part], reason: Reason) {
    self.kind = kind
    self.text = text
    self.reason = reason
  }
}

/// A way to go on that the assistant offers.
public struct Option: Hashable, Sendable, Codable {
  public let label: String
  /// What to send if this is chosen.
  public let text: String

  public init(_ label: String, sending text: String) {
    self.label = label
    self.text = text
  }

  private enum CodingKeys: String, CodingKey { case label, text }
}

extension Advice: Codable {
  private enum CodingKeys: String, CodingKey { case kind, text, reason }
}

extension Answer: Codable {
  private enum CodingKeys: String, CodingKey {
    case kind, text, items, itemsLeftOff, asked, understood, sureness, because, others, advice, options, raisedHand, starter, lessons,
      proposal,
      further
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(Kind.self, forKey: .kind), try container.decode([Part].self, forKey: .text),
      understood: try container.decode(Understood.self, forKey: .understood),
      asked: try container.decodeIfPresent(Question.self, forKey: .asked))
    items = try container.decode([Item].self, forKey: .items)
    itemsLeftOff = try container.decode(Int.self, forKey: .itemsLeftOff)
    sureness = try container.decodeIfPresent(Certainty.self, forKey: .sureness)
    because = try container.decode([Reason].self, forKey: .because)
    others = try container.decode([Reason].self, forKey: .others)
    advice = try container.decode([Advice].self, forKey: .advice)
    options = try container.decode([Option].self, forKey: .options)
    raisedHand = try container.decodeIfPresent(String.self, forKey: .raisedHand)
    starter = try container.decodeIfPresent(String.self, forKey: .starter)
    proposal = try container.decodeIfPresent(Proposal.self, forKey: .proposal)
    further = try container.decode([Answer].self, forKey: .further)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(text, forKey: .text)
    try container.encode(items, forKey: .items)
    try container.encode(itemsLeftOff, forKey: .itemsLeftOff)
    try container.encodeIfPresent(asked, forKey: .asked)
    try container.encode(understood, forKey: .understood)
    try container.encodeIfPresent(sureness, forKey: .sureness)
    try container.encode(because, forKey: .because)
    try container.encode(others, forKey: .others)
    try container.encode(advice, forKey: .advice)
    try container.encode(options, forKey: .options)
    try container.encodeIfPresent(raisedHand, forKey: .raisedHand)
    try container.encodeIfPresent(starter, forKey: .starter)
    try container.encode(lessons, forKey: .lessons)
    try container.encodeIfPresent(proposal, forKey: .proposal)
    try container.encode(further, forKey: .further)
  }
}
