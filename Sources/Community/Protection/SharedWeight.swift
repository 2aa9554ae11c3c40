/// Gives near-duplicates one weight together, so that a view gains nothing by saying the same test two hundred times.
///
/// Source: Broder (1997), On the resemblance and containment of documents (shingles and their overlap).
public enum SharedWeight {
  /// The overlap of shingles from which two texts are the same.
  public static let overlapMin = 0.6
  private static let shingleLength = 5

  /// The runs of five characters of a text, without regard to case, as hashes.
  public static func shingles(_ text: String) -> Set<UInt64> {
    let letters = Array(text.lowercased().unicodeScalars.map { UInt64($0.value) })
    guard letters.count >= shingleLength else { return [letters.reduce(14_695_981_039_346_656_037) { ($0 ^ $1) &* 1_099_511_628_211 }] }
    return Set(
      (0...letters.count - shingleLength).map { start in
        letters[start..<start + shingleLength].reduce(14_695_981_039_346_656_037) { ($0 ^ $1) &* 1_099_511_628_211 }
      })
  }

  /// - Parameter texts: their shingles.
  /// - Returns: `[text]`: 1 divided by how many texts are the same as it, directly or by others between.
  /// - Complexity: O(texts · shingles + pairs that share a shingle).
  public static func weights(_ texts: [Set<UInt64>]) -> [Double] {
    var parents = Array(texts.indices)
    func root(_ text: Int) -> Int {
      var text = text
      while parents[text] != text { text = parents[text] }
      return text
    }
    var holders: [UInt64: [Int]] = [:]
    for (number, text) in texts.enumerated() {
      var common: [Int: Int] = [:]
      for shingle in text { for other in holders[shingle] ?? [] { common[other, default: 0] += 1 } }
      for (other, count) in common.sorted(by: { $0.key < $1.key }) {
        let union = text.count + texts[other].count - count
        if Double(count) >= overlapMin * Double(union) { parents[root(number)] = root(other) }
      }
      for shingle in text { holders[shingle, default: []].append(number) }
    }
    let roots = texts.indices.map(root)
    let sizes = roots.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return roots.map { 1 / Double(sizes[$0] ?? 1) }
  }

  /// The share of weight that passes; 0 where there is none.
  public static func score(_ passes: [Bool], weights: [Double]) -> Double {
    let sum = weights.reduce(0, +)
    return sum > 0 ? zip(passes, weights).reduce(0) { $0 + ($1.0 ? $1.1 : 0) } / sum : 0
  }
}
