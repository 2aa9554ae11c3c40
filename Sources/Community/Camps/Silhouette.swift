/// How much nearer points lie to their own cluster than to the next.
enum Silhouette {
  /// The mean silhouette of all points.
  ///
  /// Source: Rousseeuw (1987), Journal of Computational and Applied Mathematics 20, section 2. A point alone in its
  /// cluster has 0.
  ///
  /// - Parameter assignment: `[point]`: a cluster below `k`.
  /// - Returns: −1...1; −1 when fewer than two clusters have points.
  /// - Complexity: O(P²).
  static func mean(_ points: [Point], assignment: [Int], k: Int) -> Double {
    var sizes = Array(repeating: 0, count: k)
    for cluster in assignment { sizes[cluster] += 1 }
    guard sizes.count(where: { $0 > 0 }) > 1 else { return -1 }
    var sum = 0.0
    for (number, point) in points.enumerated() where sizes[assignment[number]] > 1 {
      var totals = Array(repeating: 0.0, count: k)
      for (other, place) in points.enumerated() { totals[assignment[other]] += point.distance(to: place) }
      let own = totals[assignment[number]] / Double(sizes[assignment[number]] - 1)
      var next = Double.infinity
      for cluster in 0..<k where cluster != assignment[number] && sizes[cluster] > 0 {
        next = min(next, totals[cluster] / Double(sizes[cluster]))
      }
      if max(own, next) > 0 { sum += (next - own) / max(own, next) }
    }
    return sum / Double(points.count)
  }
}
