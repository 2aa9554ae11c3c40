/// The order in which clauses are applied: what a clause concludes is complete before it is asked for by others, and
/// always before it is asked *not* to hold.
///
/// Made on the patterns of single atoms, not on properties: people put everything under “is a”, and a rule for snacks
/// that excepts fruit is no circle because both are kinds.
struct Strata {
  /// By clause.
  private(set) var stratum: [Int] = []
  private(set) var count = 0
  /// Strata where a circle runs through an exception: “a unless b”, “b unless a”.
  private(set) var circular: Set<Int> = []

  init() {}

  /// Tarjan, *Depth-First Search and Linear Graph Algorithms* (1972), on clauses: an edge leads from a clause to those
  /// that it feeds.
  ///
  /// - Complexity: O(c + e) in the clauses and their pairs where one's conclusion is a condition of the other.
  init(_ clauses: [Clause?]) {
    var heads: [UInt32: [Int]] = [:]
    for (number, clause) in clauses.enumerated() { if let clause { heads[clause.head.property, default: []].append(number) } }
    /// The clauses that feed each clause.
    let feeders = clauses.map { clause -> [Int] in
      guard let clause else { return [] }
      return (clause.body + clause.exceptions).flatMap { atom in
        (heads[atom.property] ?? []).filter { clauses[$0].map { $0.head.meets(atom) } ?? false }
      }
    }
    var search = Search(feeders)
    for number in clauses.indices where search.order[number] == nil { search.visit(number) }
    stratum = search.component
    count = search.componentCount
    for (number, clause) in clauses.enumerated() {
      for atom in clause?.exceptions ?? [] {
        for head in heads[atom.property] ?? []
        where stratum[head] == stratum[number] && (clauses[head].map { $0.head.meets(atom) } ?? false) {
          circular.insert(stratum[number])
        }
      }
    }
  }

  private struct Search {
    let feeders: [[Int]]
    var order: [Int?]
    var lowest: [Int]
    var stack: [Int] = []
    var isOnStack: [Bool]
    var component: [Int]
    var componentCount = 0
    private var clock = 0

    init(_ feeders: [[Int]]) {
      self.feeders = feeders
      order = Array(repeating: nil, count: feeders.count)
      lowest = Array(repeating: 0, count: feeders.count)
      isOnStack = Array(repeating: false, count: feeders.count)
      component = Array(repeating: 0, count: feeders.count)
    }

    /// Without recursion: a chain of rules may be long. Feeders are finished first, so components come in order.
    mutating func visit(_ start: Int) {
      var path: [(node: Int, next: Int)] = [(start, 0)]
      enter(start)
      while let (node, next) = path.last {
        if next < feeders[node].count {
          path[path.count - 1].next += 1
          let feeder = feeders[node][next]
          if order[feeder] == nil {
            enter(feeder)
            path.append((feeder, 0))
          } else if isOnStack[feeder] {
            lowest[node] = min(lowest[node], order[feeder] ?? 0)
          }
          continue
        }
        path.removeLast()
        if let parent = path.last?.node { lowest[parent] = min(lowest[parent], lowest[node]) }
        guard lowest[node] == order[node] else { continue }
        while let member = stack.popLast() {
          isOnStack[member] = false
          component[member] = componentCount
          if member == node { break }
        }
        componentCount += 1
      }
    }

    private mutating func enter(_ node: Int) {
      order[node] = clock
      lowest[node] = clock
      clock += 1
      stack.append(node)
      isOnStack[node] = true
    }
  }
}
