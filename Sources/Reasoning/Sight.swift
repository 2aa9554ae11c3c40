internal import Lessons

/// Which lessons count while one question is answered.
enum Sight {
  /// Those that a point of view sees.
  case view(PointOfView)
  /// Everybody's and the member's own, for whatever audience and time: what clashes are looked for in.
  case anyScope(ID<Member>?)
  /// All that is held.
  case everything

  /// As whom one looks.
  var people: Set<ID<Member>> {
    switch self {
    case .view(let view): view.people
    case .anyScope, .everything: []
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
