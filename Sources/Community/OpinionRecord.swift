public import Lessons

/// What a member thinks of something, and since when.
public struct OpinionRecord: Hashable, Sendable {
  public let stance: Opinion.Stance
  public let reason: String
  public let sequence: Int
  /// Milliseconds since 1970, UTC.
  public let time: Int64
}

/// How many think what.
public struct OpinionCount: Hashable, Sendable {
  public internal(set) var endorse = 0
  public internal(set) var dispute = 0
  public internal(set) var unsure = 0

  public var all: Int { endorse + dispute + unsure }
}

extension Standing {
  /// Opinions on something, by member.
  public func opinions(on topic: Topic) -> [ID<Member>: OpinionRecord] { opinions[topic] ?? [:] }

  public func opinionCount(on topic: Topic) -> OpinionCount {
    opinions(on: topic).values.reduce(into: OpinionCount()) { count, opinion in
      switch opinion.stance {
      case .endorse: count.endorse += 1
      case .dispute: count.dispute += 1
      case .unsure: count.unsure += 1
      }
    }
  }

  /// Who disputes it, of those whose word counts at once: while a lesson waits, any of them holds it back.
  public func disputing(_ lesson: ID<Lesson>) -> [ID<Member>] {
    opinions(on: .lesson(lesson)).filter { $0.value.stance == .dispute && (role(of: $0.key) ?? .visitor) >= .teacher }.keys.sorted()
  }

  mutating func note(_ opinion: Opinion, _ entry: Entry) {
    defer { if case .act(let sequence) = opinion.on { noteContest(of: sequence) } }
    guard let stance = opinion.stance else {
      opinions[opinion.on]?[entry.author] = nil
      if opinions[opinion.on]?.isEmpty == true { opinions[opinion.on] = nil }
      return
    }
    opinions[opinion.on, default: [:]][entry.author] = OpinionRecord(
      stance: stance, reason: opinion.reason, sequence: entry.sequence, time: entry.time)
  }
}
