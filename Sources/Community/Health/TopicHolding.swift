public import Lessons

/// Who holds up what the village knows about one thing.
///
/// A lesson is held up by who taught it and by who endorses it: while one of them is there, somebody can answer for it.
public struct TopicHolding: Hashable, Sendable {
  /// Somebody, and how many of the lessons they hold up, alone or with others.
  public struct Holder: Hashable, Sendable {
    public let member: ID<Member>
    public let lessons: Int
    /// How many nobody else holds up.
    public let alone: Int
  }

  public let topic: Concept
  public let lessons: [ID<Lesson>]
  /// Most lessons first; equals by id.
  public let holders: [Holder]
  /// How many people would have to leave until nobody is left to answer for more than half of it.
  public let busFactor: Int

  /// Topics with at least this many lessons are looked at: one sentence is no body of knowledge.
  public static let lessonsMin = 3

  /// The topics of a village, the most fragile first, then the largest.
  ///
  /// - Complexity: O(lessons · their topics + topics · people).
  public static func all(in standing: Standing) -> [TopicHolding] {
    var byTopic: [Concept: [ID<Lesson>]] = [:]
    for (id, record) in standing.lessons where record.status == .accepted {
      for topic in Set(record.lesson.topics) where topic != .isA && topic != .contains { byTopic[topic, default: []].append(id) }
    }
    return byTopic.filter { $0.value.count >= lessonsMin }.map { TopicHolding($0.key, $0.value.sorted(), in: standing) }
      .sorted { ($0.busFactor, $1.lessons.count, $0.topic) < ($1.busFactor, $0.lessons.count, $1.topic) }
  }

  init(_ topic: Concept, _ lessons: [ID<Lesson>], in standing: Standing) {
    let held = lessons.map { id in
      Set(standing.opinions(on: .lesson(id)).filter { $0.value.stance == .endorse }.keys).union(
        standing.lessons[id].map { [$0.author] } ?? [])
    }
    var counts: [ID<Member>: (all: Int, alone: Int)] = [:]
    for people in held {
      for member in people {
        counts[member, default: (0, 0)].all += 1
        if people.count == 1 { counts[member, default: (0, 0)].alone += 1 }
      }
    }
    self.topic = topic
    self.lessons = lessons
    holders = counts.map { Holder(member: $0.key, lessons: $0.value.all, alone: $0.value.alone) }
      .sorted { ($1.lessons, $0.member) < ($0.lessons, $1.member) }
    busFactor = Self.busFactor(held)
  }

  /// Takes out, one after the other, whoever holds up most of what is still held up.
  ///
  /// Source: Avelino et al. (2016), "A novel approach for estimating truck factors", ICPC, section III, on lessons for files.
  private static func busFactor(_ held: [Set<ID<Member>>]) -> Int {
    var held = held
    var gone = 0
    while held.count(where: { !$0.isEmpty }) * 2 >= held.count {
      var counts: [ID<Member>: Int] = [:]
      for people in held { for member in people { counts[member, default: 0] += 1 } }
      guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { break }
      for index in held.indices { held[index].remove(most) }
      gone += 1
    }
    return gone
  }
}
