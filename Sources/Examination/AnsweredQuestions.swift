import Dialogue
public import Lessons
public import Mind
import Reasoning
public import Understanding

/// What was answered to many questions, so that it can be told later whose lessons changed how many of the answers.
public struct AnsweredQuestions: Sendable {
  struct Answered: Sendable {
    let words: String
    /// Of what it rests on, the lessons that everyone's view holds.
    let cited: [StandingLesson]
  }

  /// The last entry that the mind knew of.
  public let sequence: Int
  /// By question; those that nobody taught an answer to are left out.
  var answers: [String: Answered] = [:]

  public var count: Int { answers.count }

  /// The lessons taught since an earlier time that changed answers, by teacher.
  ///
  /// Only an answer that there was counts: to answer what nobody had taught is what a village is for. An answer changed by
  /// several lessons of one teacher counts once, for the latest.
  public func influences(since earlier: AnsweredQuestions) -> [ID<Member>: Influence] {
    var changed: [ID<Member>: [ID<Lesson>: Int]] = [:]
    for (question, before) in earlier.answers {
      guard let now = answers[question], now.words != before.words else { continue }
      let new = Dictionary(grouping: now.cited.filter { $0.sequence > earlier.sequence }, by: \.author)
      for (author, lessons) in new {
        if let latest = lessons.max(by: { ($0.sequence, $0.id) < ($1.sequence, $1.id) }) {
          changed[author, default: [:]][latest.id, default: 0] += 1
        }
      }
    }
    return changed.mapValues { counts in
      Influence(counts.sorted { $0.key < $1.key }.map { Influence.Share($0.key, changed: $0.value) }, of: earlier.count)
    }
  }
}

extension Examiner {
  /// Asks questions anew, each in a conversation of its own, as the public would.
  ///
  /// - Complexity: one answer a question.
  public func answers(
    to questions: [String], of mind: Mind, at sequence: Int, thresholds: Thresholds = Thresholds()
  ) -> AnsweredQuestions {
    let knowledge = mind.knowledge(for: nil, thresholds: thresholds)
    var found = AnsweredQuestions(sequence: sequence)
    for question in questions {
      let answer = responder.respond(to: question, in: Conversation(), knowing: knowledge, from: .community).answer
      guard answer.kind.isOfTheDomain else { continue }
      let cited = answer.lessons.compactMap { mind.beliefs.lesson($0) }.filter { $0.reach == .everyone }
      found.answers[question] = .init(words: answer.wordsForTests, cited: cited)
    }
    return found
  }
}

extension Answer.Kind {
  /// Whether it tells what was taught.
  fileprivate var isOfTheDomain: Bool {
    switch self {
    case .answered, .opinionsDiffer, .guided: true
    case .notTaught, .askBack, .lesson, .correction, .courtesy: false
    }
  }
}
