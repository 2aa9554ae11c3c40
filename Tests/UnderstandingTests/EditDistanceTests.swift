import Testing
import Understanding

struct EditDistanceTests {
  @Test(arguments: [
    ("banana", "banana", 0), ("banan", "banana", 1), ("banaana", "banana", 1), ("bamana", "banana", 1), ("abnana", "banana", 1),
    ("", "ab", 2), ("glucose", "gulcsoe", 2), ("ca", "abc", 3), ("naïve", "naive", 1), ("lentil", "potato", 6),
  ])
  func `slips are counted`(a: String, b: String, slips: Int) {
    #expect(EditDistance.bounded(a, b, atMost: 6) == slips)
    #expect(EditDistance.bounded(a, b, atMost: slips - 1) == nil)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `the banded form agrees with the whole table`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func word() -> [Character] {
      (0..<Int.random(in: 0...7, using: &random)).map { _ in ["a", "b", "c"].randomElement(using: &random) ?? "a" }
    }
    let (a, b) = (word(), word())
    let whole = Self.distance(a, b)
    for limit in 0...7 {
      #expect(EditDistance.bounded(String(a), String(b), atMost: limit) == (whole <= limit ? whole : nil), "seed \(seed), limit \(limit)")
    }
  }

  /// The recurrence as it is written in books.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var cells = [[Int]](repeating: Array(0...b.count), count: a.count + 1)
    for i in 0...a.count { cells[i][0] = i }
    for i in 1..<max(a.count + 1, 1) {
      for j in 1..<max(b.count + 1, 1) {
        cells[i][j] = min(cells[i - 1][j] + 1, cells[i][j - 1] + 1, cells[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cells[i][j] = min(cells[i][j], cells[i - 2][j - 2] + 1) }
      }
    }
    return cells[a.count][b.count]
  }
}
