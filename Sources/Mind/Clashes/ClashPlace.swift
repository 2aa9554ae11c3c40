import Lessons
import Reasoning

/// Where clashes are looked for again when a lesson comes or goes: what the lesson speaks of, and others may too.
enum ClashPlace: Hashable, Comparable, Sendable {
  /// A thing that claims, kinds and rules are about.
  case thing(Concept)
  /// A sentence, by its words.
  case sentence(String)
  /// Sentences with one gist.
  case gist(String)
  /// What a procedure is for, by its words.
  case goal(String)
  /// Two steps that procedures share, the lesser first.
  case steps(String, String)
  /// A concept that definitions explain.
  case defined(Concept)
  /// What tests ask, by its gist.
  case asked(String)
}

/// Keeps lessons of some kinds and finds the clashes among them: a value with exact steps, like ``ClashRegister``.
///
/// What is found at a place is a function of the lessons held, and a step names every place where it can be another. So what
/// is kept up to date and what is found from scratch are one.
protocol ClashFinder: Hashable, Sendable {
  /// - Returns: the places where clashes can have come or gone; empty for lessons of no concern.
  mutating func accept(_ lesson: StandingLesson) -> Set<ClashPlace>
  mutating func withdraw(_ lesson: StandingLesson) -> Set<ClashPlace>
  /// Each clash at the place; empty for places of other finders.
  func clashes(at place: ClashPlace) -> [Clash]
}

extension ClashFinder {
  /// What a lesson would bring, were it taught.
  func clashes(ifTaught lesson: StandingLesson) -> [Clash] {
    var after = self
    let places = after.accept(lesson)
    let before = Set(places.flatMap(clashes(at:)))
    var seen: Set<ID<Disagreement>> = []
    return places.sorted().flatMap(after.clashes(at:)).filter { !before.contains($0) && seen.insert($0.id).inserted }
  }
}
