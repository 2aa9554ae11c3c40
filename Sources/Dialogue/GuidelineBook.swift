public import Lessons

/// The guidelines that stand, found by what sets them off.
///
/// A value with exact steps: accepting a guideline and withdrawing it leaves no trace. Lessons of other kinds are
/// ignored, so that every lesson can be offered.
public struct GuidelineBook: Hashable, Sendable {
  /// What a guideline is filed under: one of its triggers is enough to find it, all are then tried.
  private enum Key: Hashable {
    case topic(Concept)
    case question(Concept)
    /// By the property, because what is known of the person may be narrower than what the guideline names.
    case person(Concept)
    /// Whatever is asked.
    case always

    init(_ trigger: Guideline.Trigger) {
      switch trigger {
      case .topic(let concept): self = .topic(concept)
      case .question(let concept): self = .question(concept)
      case .person(let pattern): self = .person(pattern.property)
      }
    }
  }

  private var shelves: [Key: [ID<Lesson>: StandingLesson]] = [:]

  public init() {}

  public mutating func accept(_ standing: StandingLesson) {
    guard let key = Self.key(of: standing) else { return }
    shelves[key, default: [:]][standing.id] = standing
  }

  public mutating func withdraw(_ standing: StandingLesson) {
    guard let key = Self.key(of: standing) else { return }
    shelves[key]?[standing.id] = nil
    if shelves[key]?.isEmpty == true { shelves[key] = nil }
  }

  public mutating func reweigh(_ old: StandingLesson, _ new: StandingLesson) {
    withdraw(old)
    accept(new)
  }

  public var count: Int { shelves.values.reduce(0) { $0 + $1.count } }

  private static func key(of standing: StandingLesson) -> Key? {
    guard case .guideline(let guideline) = standing.lesson.teaching else { return nil }
    return guideline.when.first.map(Key.init) ?? .always
  }

  /// The guidelines that a question sets off, oldest first.
  ///
  /// - Parameters:
  ///   - topics: what the question mentions, with the kinds these belong to and every name of each.
  ///   - questions: the question kind by all its names.
  ///   - facts: what is known of the person, as patterns about `x`.
  ///   - matches: whether the fact (left) is what the trigger (right) speaks of, or something narrower.
  func applying(
    topics: Set<Concept>, questions: Set<Concept>, facts: [Pattern], from view: PointOfView, matches: (Pattern, Pattern) -> Bool
  ) -> [(standing: StandingLesson, guideline: Guideline)] {
    let keys = topics.map(Key.topic) + questions.map(Key.question) + Set(facts.map(\.property)).map(Key.person) + [.always]
    return keys.flatMap { shelves[$0].map { Array($0.values) } ?? [] }
      .filter { view.sees($0) }
      .compactMap { standing -> (standing: StandingLesson, guideline: Guideline)? in
        guard case .guideline(let guideline) = standing.lesson.teaching else { return nil }
        let holds = guideline.when.allSatisfy { trigger in
          switch trigger {
          case .topic(let concept): topics.contains(concept)
          case .question(let concept): questions.contains(concept)
          case .person(let pattern): facts.contains { matches($0, pattern) }
          }
        }
        return holds ? (standing, guideline) : nil
      }
      .sorted { ($0.standing.sequence, $0.standing.id) < ($1.standing.sequence, $1.standing.id) }
  }

  /// The question kinds that set some guideline off.
  var questions: Set<Concept> {
    shelves.values.reduce(into: []) { questions, shelf in
      for standing in shelf.values { questions.formUnion(standing.lesson.questionsMinded) }
    }
  }

  /// Whether some guideline asks about this property of the person: what is worth remembering.
  func minds(_ property: Concept, from view: PointOfView) -> Bool {
    // A person trigger need not be the one that a guideline is filed under.
    shelves.values.contains { shelf in
      shelf.values.contains { standing in
        guard case .guideline(let guideline) = standing.lesson.teaching, view.sees(standing) else { return false }
        return guideline.when.contains {
          if case .person(let pattern) = $0 { pattern.property == property } else { false }
        }
      }
    }
  }
}

extension Lesson {
  fileprivate var questionsMinded: [Concept] {
    guard case .guideline(let guideline) = teaching else { return [] }
    return guideline.when.compactMap { if case .question(let question) = $0 { question } else { nil } }
  }
}
