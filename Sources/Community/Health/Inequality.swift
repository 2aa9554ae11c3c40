/// How unequally something is spread.
public enum Inequality {
  /// The Gini coefficient: 0 where all have the same, near 1 where one has all; nil where there is nothing to spread.
  ///
  /// Source: Gini (1912), in the sorted form Σ(2i − n − 1)xᵢ / (nΣxᵢ).
  public static func gini(_ shares: [Int]) -> Double? {
    let total = shares.reduce(0, +)
    guard total > 0, !shares.isEmpty else { return nil }
    let count = shares.count
    let weighted = shares.sorted().enumerated().reduce(0) { $0 + (2 * ($1.offset + 1) - count - 1) * $1.element }
    return Double(weighted) / Double(count * total)
  }
}
