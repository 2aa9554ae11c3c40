/// How far two partitions of the same things agree, beyond chance.
public enum AdjustedRandIndex {
  /// Source: Hubert & Arabie (1985), Journal of Classification 2, equation 5.
  ///
  /// - Parameters:
  ///   - a: `[thing]`: its part in the first partition.
  ///   - b: `[thing]`: its part in the second, in the same order.
  /// - Returns: 1 for the same partition, near 0 for unrelated ones.
  /// - Precondition: both are of one length.
  /// - Complexity: O(things).
  public static func between<A: Hashable, B: Hashable>(_ a: [A], _ b: [B]) -> Double {
    precondition(a.count == b.count, "both partitions are of the same things")
    var (inA, inB, inBoth) = ([A: Int](), [B: Int](), [A: [B: Int]]())
    for (x, y) in zip(a, b) {
      inA[x, default: 0] += 1
      inB[y, default: 0] += 1
      inBoth[x, default: [:]][y, default: 0] += 1
    }
    func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }
    let together = inBoth.values.reduce(0) { $0 + $1.values.reduce(0) { $0 + pairs($1) } }
    let (togetherA, togetherB) = (inA.values.reduce(0) { $0 + pairs($1) }, inB.values.reduce(0) { $0 + pairs($1) })
    guard a.count > 1 else { return 1 }
    let expected = Double(togetherA) * Double(togetherB) / Double(pairs(a.count))
    let most = Double(togetherA + togetherB) / 2
    return most == expected ? 1 : (Double(together) - expected) / (most - expected)
  }
}
