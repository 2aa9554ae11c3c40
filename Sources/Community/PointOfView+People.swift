public import Lessons

extension PointOfView {
  /// As these people look at it: what they taught or endorse counts for more, and what more of them dispute than endorse does
  /// not count.
  ///
  /// - Parameter group: what they are called.
  /// - Complexity: O(opinions on lessons).
  public func standing(with people: Set<ID<Member>>, called group: String? = nil, in standing: Standing) -> PointOfView {
    var view = self
    (view.people, view.group, view.endorsed, view.disputed) = (people, group, [], [])
    for (topic, held) in standing.opinions {
      guard case .lesson(let id) = topic, let author = standing.lessons[id]?.author else { continue }
      let lead = held.reduce(people.contains(author) ? 1 : 0) { people.contains($1.key) ? $0 + $1.value.stance.sign : $0 }
      if lead > 0 { view.endorsed.insert(id) } else if lead < 0 { view.disputed.insert(id) }
    }
    return view
  }
}

extension Opinion.Stance {
  fileprivate var sign: Int {
    switch self {
    case .endorse: 1
    case .dispute: -1
    case .unsure: 0
    }
  }
}
