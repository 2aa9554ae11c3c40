internal import Lessons

/// Which lessons count while one question is answered.
enum Sight {
  /// Those that a point of view sees.
  case view(PointOfView)
  /// Everybody's and the member's own, for whatever audience and time: what clashes are looked for in.
  case anyScope(ID<Member>?)
  /// All that is held.
  case everything

  /// Lessons that do not count, however far they reach.
  var disputed: Set<ID<Lesson>> {
    switch self {
    case .view(let view): view.disputed
    case .anyScope, .everything: []
    }
  }

  /// Whether one looks as anybody who taught or endorsed something.
  var hasOwn: Bool {
    switch self {
    case .view(let view): !view.people.isEmpty || !view.endorsed.isEmpty
    case .anyScope, .everything: false
    }
  }

  /// Whether those as whom one looks taught or endorse it.
  func isOwn(_ standing: StandingLesson) -> Bool {
    switch self {
    case .view(let view): view.holds(standing)
    case .anyScope, .everything: false
    }
  }

  func sees(_ standing: StandingLesson) -> Bool {
    switch self {
    case .view(let view): return view.sees(standing)
    case .anyScope(let member):
      if case .only(let author) = standing.reach { return author == member }
      return true
    case .everything: return true
    }
  }
}
