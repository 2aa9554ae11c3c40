import Lessons
import Reasoning
import Understanding

/// A procedure as it is compared with others: its steps in plain words, in their order.
struct Course: Hashable {
  let standing: StandingLesson
  let procedure: Procedure
  let goal: String
  /// All steps, questions and leaps too.
  let steps: [String]
  /// What is done once, always, and not just waited for: where it comes. Empty where the procedure goes back, for then
  /// everything comes before everything.
  let places: [String: Int]

  /// Nil for lessons that are no procedure, or not everybody's.
  init?(_ standing: StandingLesson) {
    guard case .procedure(let procedure) = standing.lesson.teaching, standing.reach == .everyone else { return nil }
    self.standing = standing
    self.procedure = procedure
    goal = Self.plain(procedure.goal)
    steps = procedure.before.map(Self.plain) + procedure.steps.map(Self.plain)
    var places: [String: Int] = [:]
    if !procedure.goesBack {
      let acts = procedure.acts.map(Self.plain)
      let counts = Dictionary(acts.map { ($0, 1) }, uniquingKeysWith: +)
      for (place, act) in acts.enumerated() where counts[act] == 1 && !act.hasPrefix("wait") && !act.isEmpty { places[act] = place }
    }
    self.places = places
  }

  /// The steps as a person reads them.
  var shown: String { procedure.acts.joined(separator: ", then ") }

  func overlaps(_ other: Course) -> Bool { standing.lesson.qualifiers.overlaps(other.standing.lesson.qualifiers) }

  func puts(_ one: String, before other: String) -> Bool { (places[one] ?? 0) < (places[other] ?? 0) }

  /// How two procedures for one goal contradict each other; nil where they do not.
  func rivalry(with other: Course) -> Clash.Kind? {
    guard overlaps(other), !steps.isWithin(other.steps), !other.steps.isWithin(steps) else { return nil }
    let shared = places.keys.filter { other.places[$0] != nil }.sorted { (places[$0] ?? 0) < (places[$1] ?? 0) }
    let theirs = shared.map { other.places[$0] ?? 0 }
    return zip(theirs, theirs.dropFirst()).contains { $0 > $1 } ? .stepOrder : .procedures
  }

  /// Without case, marks and words that say nothing.
  static func plain(_ text: String) -> String { SentenceGist.gist(of: text) }

  private static func plain(_ step: Procedure.Step) -> String {
    switch step {
    case .act(let text): plain(text)
    case .follow(let goal): "follow " + plain(goal)
    case .ask(let question, let branches): "ask " + plain(question) + branches.map { "; " + plain($0.answer) + plain($0.next) }.joined()
    case .again(let from, let through, let until, let times):
      "repeat \(from) \(through) " + (until.map(plain) ?? "") + (times.map { " \($0)" } ?? "")
    case .check(let condition, let next): "if " + plain(condition) + plain(next)
    }
  }

  private static func plain(_ next: Procedure.Next) -> String {
    switch next {
    case .step(let number): " step \(number)"
    case .follow(let goal): " follow " + plain(goal)
    case .act(let text): " " + plain(text)
    case .stop: " stop"
    }
  }
}

extension Procedure {
  /// What is always done, in its order.
  var acts: [String] { before + steps.compactMap { if case .act(let text) = $0 { text } else { nil } } }

  fileprivate var goesBack: Bool {
    for (index, step) in steps.enumerated() {
      switch step {
      case .act, .follow: continue
      case .again: return true
      case .ask(_, let branches): if branches.contains(where: { $0.next.leads(before: index + 1) }) { return true }
      case .check(_, let next): if next.leads(before: index + 1) { return true }
      }
    }
    return false
  }
}

extension Procedure.Next {
  fileprivate func leads(before place: Int) -> Bool { if case .step(let step) = self { step <= place } else { false } }
}

extension [String] {
  /// Whether all of these are in the other in this order.
  fileprivate func isWithin(_ other: [String]) -> Bool {
    var rest = other[...]
    for step in self {
      guard let place = rest.firstIndex(of: step) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }
}
