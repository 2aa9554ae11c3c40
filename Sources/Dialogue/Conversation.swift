public import Lessons

/// What is remembered between turns: what was said last, and what the person told of themselves.
///
/// Small and bounded, whatever is said. The shell keeps it outside the ledger.
public struct Conversation: Hashable, Sendable, Codable {
  public static let factsMax = 16
  public static let lessonsMax = 20

  /// What “why?”, “and brown rice?” and “that is wrong” speak of.
  public internal(set) var last: Answer?
  /// What the last answer claimed: what “it is 48, not 51” corrects.
  public internal(set) var lastClaim: Claim?
  /// What was just taught from this conversation: what “I take that back” takes back.
  public internal(set) var justTaught: [ID<Lesson>] = []
  /// What the person said of themselves, about `x`; the latest last.
  public internal(set) var facts: [Pattern] = []

  /// What was spoken last: what “ok” and a bare name are said in. IETF tag.
  var language: String?
  /// Where it stands in a procedure.
  var walk: ProcedureWalk?

  public init() {}

  public var lastQuestion: Question? { last?.asked }

  /// Lessons of the last answer, or those taught since.
  public var lastLessons: [ID<Lesson>] { justTaught.isEmpty ? last?.lessons ?? [] : justTaught }

  /// The shell recorded lessons that were said in this conversation.
  public mutating func note(taught lessons: [ID<Lesson>], claiming claim: Claim? = nil) {
    justTaught = Array(lessons.suffix(Self.lessonsMax))
    if let claim { lastClaim = claim }
  }

  mutating func remember(_ fact: Pattern) {
    facts.removeAll { $0.subject == fact.subject && $0.property == fact.property && $0.object == fact.object }
    facts.append(fact)
    if facts.count > Self.factsMax { facts.removeFirst(facts.count - Self.factsMax) }
  }

  mutating func conclude(with answer: Answer, claiming claim: Claim?) {
    last = answer
    lastClaim = claim
    justTaught = []
  }

  private enum CodingKeys: String, CodingKey { case last, lastClaim, justTaught, facts, walk, language }
}
