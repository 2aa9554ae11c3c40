extension CoSurprise {
  /// Members everybody has at least so many joins with.
  public static let coreMin = 4
  /// Members that make a group.
  public static let groupMembersMin = 5
  /// The share of a group each member is joined with.
  public static let densityMin = 0.5

  /// Groups of members who surprise the same way: the 4-core of the joins, cut into dense groups.
  ///
  /// Source: Seidman (1983), Social Networks 5, pages 269–287 (k-cores); the quasi-cliques as in twitter/communitynotes.
  ///
  /// - Returns: each group ascending, groups by their first member.
  /// - Complexity: O(joins · members of the largest group).
  public func groups() -> [[Int]] {
    var degrees = neighbours.map(\.count)
    var gone = Set<Int>()
    var loose = degrees.indices.filter { degrees[$0] < Self.coreMin }
    gone.formUnion(loose)
    while let member = loose.popLast() {
      for other in neighbours[member].sorted() where !gone.contains(other) {
        degrees[other] -= 1
        if degrees[other] < Self.coreMin {
          gone.insert(other)
          loose.append(other)
        }
      }
    }
    var left = Set(degrees.indices).subtracting(gone)
    var groups: [[Int]] = []
    while let seed = left.max(by: { (degrees[$0], -$0) < (degrees[$1], -$1) }) {
      let group = dense(from: seed, among: left)
      left.subtract(group)
      left.remove(seed)
      if group.count >= Self.groupMembersMin { groups.append(group.sorted()) }
    }
    return groups.sorted { $0[0] < $1[0] }
  }

  /// Takes in, again and again, whoever is joined with most of the group.
  private func dense(from seed: Int, among left: Set<Int>) -> [Int] {
    var group = [seed]
    var joins: [Int: Int] = [:]
    for other in neighbours[seed] where left.contains(other) { joins[other] = 1 }
    while let next = joins.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }),
      Double(next.value) >= Self.densityMin * Double(group.count)
    {
      group.append(next.key)
      joins[next.key] = nil
      for other in neighbours[next.key] where left.contains(other) && !group.contains(other) { joins[other, default: 0] += 1 }
    }
    return group
  }
}
