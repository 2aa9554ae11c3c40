/// What teaching is of. Somebody may be sure of wording and unsure of doses.
public enum TeachingKind: Int, Hashable, Sendable, Codable, CaseIterable {
  case fact
  case rule
  case wording
  case example
  case test
}

/// How well each member has judged, by topic and kind of teaching, with the reasons.
///
/// A member's share of right judgements on a topic and kind is a Beta distribution that shrinks to what they showed on the
/// wider topic, that to the next, and the widest to what they showed at all on the kind and, before all evidence, to what
/// they declared to be. Declaring is worth a few judgements; judging overrides it.
///
/// Source: hierarchical Beta prior with κ = 8, as in Gelman et al. (2013), Bayesian Data Analysis, section 5.3.
public struct Competence: Hashable, Sendable {
  /// How many judgements the wider topic is worth.
  public static let shrinkage = 8.0
  /// Before all evidence, of who declared nothing.
  public static let unknown = Credential(accuracy: 0.6, responses: 4)

  /// Judgements that proved right and wrong, in judgements.
  public struct Tally: Hashable, Sendable {
    public internal(set) var hits = 0.0
    public internal(set) var misses = 0.0
  }

  /// Why an estimate is what it is.
  public struct Reasons: Hashable, Sendable {
    /// The expected share of right judgements, 0...1.
    public let accuracy: Double
    /// On this very topic and kind.
    public let hits: Double
    public let misses: Double
    /// What is expected without them, 0...1, and how many judgements that is worth.
    public let prior: Double
    public let priorWorth: Double
  }

  private struct Key: Hashable, Sendable {
    let member: Int
    let topic: Int?
    let kind: TeachingKind
  }

  private var tallies: [Key: Tally] = [:]
  /// `[topic]`: the wider one.
  private var wider: [Int: Int] = [:]
  private var credentials: [Int: Credential] = [:]

  public init() {}

  /// Says which topic is wider, for what is judged from now on. No topic is wider than itself, directly or by others: what
  /// would make one so is not heard.
  public mutating func setWider(_ topic: Int, than narrower: Int) {
    var above: Int? = topic
    while let one = above {
      if one == narrower { return }
      above = wider[one]
    }
    wider[narrower] = topic
  }

  public mutating func declare(_ credential: Credential?, by member: Int) { credentials[member] = credential }

  /// Hears that a judgement proved right or wrong, or, with a weight of −1, takes it back.
  public mutating func record(_ isRight: Bool, by member: Int, topic: Int, kind: TeachingKind, weight: Double = 1) {
    // What was shown on a narrow topic counts on every wider one, and on the kind.
    var topics: [Int?] = [topic]
    while let last = topics.last ?? nil, let next = wider[last] { topics.append(next) }
    for topic in topics + [nil] {
      let key = Key(member: member, topic: topic, kind: kind)
      var tally = tallies[key] ?? Tally()
      if isRight { tally.hits += weight } else { tally.misses += weight }
      tallies[key] = tally.hits == 0 && tally.misses == 0 ? nil : tally
    }
  }

  /// - Parameter credential: what they are held to be on this very topic: so many judgements more, before those they gave.
  /// - Complexity: O(wider topics).
  public func reasons(of member: Int, topic: Int, kind: TeachingKind, as credential: Credential? = nil) -> Reasons {
    let parent = wider[topic].map { reasons(of: member, topic: $0, kind: kind).accuracy } ?? onKind(member, kind)
    let granted = credential?.responses ?? 0
    let worth = Self.shrinkage + granted
    let prior = (Self.shrinkage * parent + granted * (credential?.accuracy ?? 0)) / worth
    return shrunk(tallies[Key(member: member, topic: topic, kind: kind)] ?? Tally(), to: prior, worth: worth)
  }

  /// The expected share of right judgements, 0...1.
  public func accuracy(of member: Int, topic: Int, kind: TeachingKind) -> Double {
    reasons(of: member, topic: topic, kind: kind).accuracy
  }

  private func onKind(_ member: Int, _ kind: TeachingKind) -> Double {
    let credential = credentials[member] ?? Self.unknown
    var all = Tally()
    for kind in TeachingKind.allCases {
      guard let tally = tallies[Key(member: member, topic: nil, kind: kind)] else { continue }
      all.hits += tally.hits
      all.misses += tally.misses
    }
    let root = shrunk(all, to: credential.accuracy, worth: credential.responses).accuracy
    return shrunk(tallies[Key(member: member, topic: nil, kind: kind)] ?? Tally(), to: root, worth: Self.shrinkage).accuracy
  }

  private func shrunk(_ tally: Tally, to prior: Double, worth: Double) -> Reasons {
    let accuracy = (worth * prior + tally.hits) / (worth + tally.hits + tally.misses)
    return Reasons(accuracy: accuracy, hits: tally.hits, misses: tally.misses, prior: prior, priorWorth: worth)
  }
}
