public import Lessons

/// Who is asked about which disagreement: those whose lessons clash, and the few whose word tells most and who do not all
/// stand together. Nobody is asked about more than a handful: who is asked everything answers nothing.
public struct Routing: Hashable, Sendable {
  /// What is to be asked: the disagreement, its lessons, and what they are about.
  public struct Question: Hashable, Sendable {
    public let id: ID<Disagreement>
    public let lessons: [ID<Lesson>]
    public let topics: [Concept]

    public init(_ id: ID<Disagreement>, lessons: [ID<Lesson>], topics: [Concept]) {
      (self.id, self.lessons, self.topics) = (id, lessons, topics)
    }
  }

  /// Disagreements that one member is asked about at a time.
  public static let perMemberMax = 5
  /// Members who are asked besides the authors.
  public static let outsidersMax = 3
  /// Of these, at most so many of one group.
  static let perGroupMax = 2

  /// The disagreements that each member is asked about, in the order given.
  public private(set) var asked: [ID<Member>: [ID<Disagreement>]] = [:]

  /// The most pressing questions that are routed at all.
  static let questionsMax = 40
  /// The latest lessons of a member by which it is told what they know.
  static let lessonsLookedAt = 100

  /// - Parameter questions: the most pressing first.
  /// - Complexity: O(teachers · their latest lessons + questions · teachers).
  public init(_ questions: [Question], in standing: Standing) {
    guard !questions.isEmpty else { return }
    let knowledge = Self.knowledge(in: standing)
    for question in questions.prefix(Self.questionsMax) {
      let authors = Set(question.lessons.compactMap { standing.lessons[$0]?.author })
      for author in authors.sorted() { ask(author, question.id) }
      var groups: [String: Int] = [:]
      var count = 0
      for member in Self.knowing(question.topics, knowledge) where count < Self.outsidersMax && !authors.contains(member) {
        let own = standing.members[member]?.groups ?? []
        guard own.allSatisfy({ groups[$0, default: 0] < Self.perGroupMax }), ask(member, question.id) else { continue }
        for group in own { groups[group, default: 0] += 1 }
        count += 1
      }
    }
  }

  /// How many lessons that count each teacher taught lately, by topic.
  private static func knowledge(in standing: Standing) -> [ID<Member>: [Concept: Int]] {
    standing.members.filter { $0.value.role >= .teacher }.mapValues { record in
      var counts: [Concept: Int] = [:]
      for id in record.lessons.suffix(lessonsLookedAt) where standing.lessons[id]?.status == .accepted {
        for topic in Set(standing.lessons[id]?.lesson.topics ?? []) { counts[topic, default: 0] += 1 }
      }
      return counts
    }
  }

  private static func knowing(_ topics: [Concept], _ knowledge: [ID<Member>: [Concept: Int]]) -> [ID<Member>] {
    knowledge.map { member, counts in (member, topics.reduce(0) { $0 + counts[$1, default: 0] }) }
      .filter { $0.1 > 0 }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
  }

  @discardableResult
  private mutating func ask(_ member: ID<Member>, _ id: ID<Disagreement>) -> Bool {
    guard asked[member, default: []].count < Self.perMemberMax else { return false }
    asked[member, default: []].append(id)
    return true
  }
}
