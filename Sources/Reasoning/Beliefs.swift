public import Lessons

/// What was taught and stands, indexed so that any question is answered from the lessons that bear on it.
///
/// Nothing that follows from the lessons is stored. A conclusion is found when it is asked for, backwards from the
/// question (Datalog evaluated top-down, with defeasible priorities), together with its proof; so to withdraw a
/// lesson is to forget it and nothing else, and a point of view is a filter applied while asking.
///
/// A value: two replays of one ledger are compared with `==`.
public struct Beliefs: Sendable {
  var store = LessonStore()
  var index = Index()

  public init() {}

  /// How many lessons are held, of every teaching.
  public var count: Int { store.count }

  /// Every lesson held, oldest first.
  public var lessons: [StandingLesson] { store.sorted }

  public func lesson(_ id: ID<Lesson>) -> StandingLesson? { store.slot(of: id).map { store[$0] } }

  /// Holds the lesson from now on, in place of an earlier state of it.
  ///
  /// - Complexity: O(1) amortised.
  public mutating func accept(_ standing: StandingLesson) {
    withdraw(standing.id)
    let slot = store.insert(standing)
    index.insert(standing, at: slot)
  }

  /// Forgets the lesson; one that is not held is no error, since withdrawing twice means the same as once.
  ///
  /// - Complexity: O(k) in the number of claims about the same property, at a billion or so a second.
  public mutating func withdraw(_ id: ID<Lesson>) {
    guard let slot = store.slot(of: id) else { return }
    index.remove(store[slot], at: slot)
    store.remove(at: slot)
  }

  /// The same lesson now counts otherwise: another weight, reach or scope.
  public mutating func reweigh(_ standing: StandingLesson) { accept(standing) }
}

extension Beliefs: Equatable {
  public static func == (left: Self, right: Self) -> Bool { left.store == right.store }
}
