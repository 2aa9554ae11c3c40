import Community
import Dialogue
public import Lessons
public import Mind
import Reasoning
public import Understanding

/// To whom an answer is owed: for each lesson that it rests on, whether it would be another without it.
///
/// Leave-one-out: a lesson without which the answer changes has a full part, any other that it cites none; where several
/// say the same, none is needed alone and all have equal parts. Parts are then made to sum to 1. What a lesson has falls
/// to who taught it.
///
/// Source: Cook (1977), Technometrics 19(1), for deletion as the measure of influence.
public struct Credit: Hashable, Sendable {
  public struct Share: Hashable, Sendable {
    public let member: ID<Member>
    /// 0...1; all shares of an answer sum to 1.
    public let share: Double
    public let lessons: [ID<Lesson>]
  }

  /// Largest first; equals by id. Empty where the answer rests on no lesson.
  public let shares: [Share]

  /// An answer that cites more is not taken apart: each of its lessons has an equal part.
  public static let lessonsMax = 24

  /// - Parameter isNeeded: whether the answer would be another without a lesson.
  init(_ cited: [StandingLesson], isNeeded: (ID<Lesson>) -> Bool) {
    let needed = cited.count > Self.lessonsMax ? [] : Set(cited.map(\.id).filter(isNeeded))
    let counting = needed.isEmpty ? cited : cited.filter { needed.contains($0.id) }
    var byMember: [ID<Member>: [ID<Lesson>]] = [:]
    for lesson in counting { byMember[lesson.author, default: []].append(lesson.id) }
    shares = byMember.map { Share(member: $0.key, share: Double($0.value.count) / Double(counting.count), lessons: $0.value) }
      .sorted { ($1.share, $0.member) < ($0.share, $1.member) }
  }
}

extension Examiner {
  /// To whom the answer to a question is owed.
  ///
  /// - Complexity: one answer for each lesson that it cites.
  public func credit(
    for question: String, in mind: Mind, from view: PointOfView = .community, thresholds: Thresholds = Thresholds()
  ) -> Credit {
    func ask(_ mind: Mind) -> Answer {
      let knowledge = mind.knowledge(for: view.member, thresholds: thresholds)
      return responder.respond(to: question, in: Conversation(), knowing: knowledge, from: view).answer
    }
    let answer = ask(mind)
    let cited = answer.lessons.compactMap { mind.beliefs.lesson($0) }.sorted { $0.id < $1.id }
    return Credit(cited) { lesson in
      var without = mind
      without.apply([.withdraw(lesson)])
      return ask(without).wordsForTests != answer.wordsForTests
    }
  }
}
