/// k-means in the plane with weighted points.
///
/// Source: Lloyd (1982), IEEE Transactions on Information Theory 28(2), section V; started far apart (Gonzalez 1985,
/// Theoretical Computer Science 38, section 3) and by drawn centres (Arthur & Vassilvitskii 2007, SODA, section 2.2).
enum KMeans {
  struct Clustering: Hashable, Sendable {
    var centers: [Point]
    /// `[point]`: the nearest centre, the first of equals.
    var assignment: [Int]
    /// The weighted sum of squared distances to the centres.
    var inertia: Double
  }

  /// The best of several starts.
  ///
  /// - Parameters:
  ///   - points: P points; `weights` has one above 0 for each.
  ///   - draws: starts drawn at random, beside one far apart.
  /// - Precondition: 1 ≤ `k` ≤ P.
  /// - Complexity: O(draws · rounds · P · k).
  static func best(
    _ points: [Point], weights: [Double], k: Int, draws: Int, using random: inout some RandomNumberGenerator
  ) -> Clustering {
    var best = refined(points, weights: weights, from: farApart(points, weights: weights, k: k), roundsMax: 100)
    let first = refined(points, weights: weights, from: Array(points.prefix(k)), roundsMax: 100)
    if first.inertia < best.inertia { best = first }
    for _ in 0..<draws {
      let next = refined(points, weights: weights, from: drawn(points, weights: weights, k: k, using: &random), roundsMax: 100)
      if next.inertia < best.inertia { best = next }
    }
    return best
  }

  /// Lloyd's rounds until no point changes its centre, or `roundsMax` are done. A centre without points stays where it is.
  static func refined(_ points: [Point], weights: [Double], from centers: [Point], roundsMax: Int) -> Clustering {
    var clustering = assigned(points, weights: weights, to: centers)
    for _ in 0..<roundsMax {
      var sums = Array(repeating: Point.origin, count: centers.count)
      var totals = Array(repeating: 0.0, count: centers.count)
      for (point, center) in clustering.assignment.enumerated() {
        sums[center] = sums[center] + points[point] * weights[point]
        totals[center] += weights[point]
      }
      let moved = centers.indices.map { totals[$0] > 0 ? sums[$0] * (1 / totals[$0]) : clustering.centers[$0] }
      let next = assigned(points, weights: weights, to: moved)
      let isSettled = next.assignment == clustering.assignment
      clustering = next
      if isSettled { break }
    }
    return clustering
  }

  private static func assigned(_ points: [Point], weights: [Double], to centers: [Point]) -> Clustering {
    var clustering = Clustering(centers: centers, assignment: [], inertia: 0)
    clustering.assignment.reserveCapacity(points.count)
    for (number, point) in points.enumerated() {
      let (center, distance) = nearest(to: point, in: centers)
      clustering.assignment.append(center)
      clustering.inertia += weights[number] * distance
    }
    return clustering
  }

  /// The nearest centre, the first of equals, and the squared distance to it.
  static func nearest(to point: Point, in centers: [Point]) -> (center: Int, squaredDistance: Double) {
    var best = (center: 0, squaredDistance: Double.infinity)
    for (number, center) in centers.enumerated() {
      let distance = point.squaredDistance(to: center)
      if distance < best.squaredDistance { best = (number, distance) }
    }
    return best
  }

  /// Points each as far as can be from those before; the first from the mean.
  static func farApart(_ points: [Point], weights: [Double], k: Int) -> [Point] {
    var mean = Point.origin
    for (point, weight) in zip(points, weights) { mean = mean + point * weight }
    mean = mean * (1 / weights.reduce(0, +))
    var distances = points.map { $0.squaredDistance(to: mean) }
    var centers: [Point] = []
    while centers.count < k {
      var farthest = 0
      for number in distances.indices where distances[number] > distances[farthest] { farthest = number }
      let center = points[farthest]
      let isFirst = centers.isEmpty
      centers.append(center)
      for number in distances.indices {
        let distance = points[number].squaredDistance(to: center)
        distances[number] = isFirst ? distance : min(distances[number], distance)
      }
    }
    return centers
  }

  /// Points drawn in proportion to the squared distance from those before.
  private static func drawn(
    _ points: [Point], weights: [Double], k: Int, using random: inout some RandomNumberGenerator
  ) -> [Point] {
    var chances = weights
    var centers: [Point] = []
    while centers.count < k {
      var left = Double.random(in: 0..<1, using: &random) * chances.reduce(0, +)
      var chosen = 0
      for (number, chance) in chances.enumerated() where chance > 0 {
        chosen = number
        left -= chance
        if left < 0 { break }
      }
      centers.append(points[chosen])
      for number in points.indices {
        chances[number] = weights[number] * nearest(to: points[number], in: centers).squaredDistance
      }
    }
    return centers
  }
}
