/// How many slips of the pen lie between two spellings.
///
/// Source: Damerau (1964), Communications of the ACM 7(3); the optimal string alignment form, in which no part of a
/// word is touched twice.
public enum EditDistance {
  /// The fewest inserted, deleted, replaced or swapped neighbouring scalars that turn `a` into `b`.
  ///
  /// - Returns: a number in `0...limit`, or nil when there is more between them than that.
  /// - Complexity: O(length) for a limit of 0 or 1, without a table; O(length · limit) beyond.
  public static func bounded(_ a: String, _ b: String, atMost limit: Int) -> Int? {
    if a.utf8.count == a.unicodeScalars.count, b.utf8.count == b.unicodeScalars.count {
      return bounded(Array(a.utf8), Array(b.utf8), atMost: limit)
    }
    return bounded(Array(a.unicodeScalars), Array(b.unicodeScalars), atMost: limit)
  }

  static func bounded<Element: Equatable>(_ a: [Element], _ b: [Element], atMost limit: Int) -> Int? {
    guard limit >= 0, abs(a.count - b.count) <= limit else { return nil }
    // What both share at either end takes part in no slip.
    var start = 0
    let shorter = min(a.count, b.count)
    while start < shorter, a[start] == b[start] { start += 1 }
    var shared = 0
    while shared < shorter - start, a[a.count - 1 - shared] == b[b.count - 1 - shared] { shared += 1 }
    let left = a[start..<(a.count - shared)]
    let right = b[start..<(b.count - shared)]

    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    if limit == 0 { return nil }
    if left.count == 1, right.count == 1 { return 1 }
    if left.count == 2, right.count == 2, left.first == right.last, left.last == right.first { return 1 }
    return limit == 1 ? nil : banded(left, right, limit)
  }

  /// Fills only the cells at most `limit` off the diagonal: no path through another cell is short enough.
  private static func banded<Element: Equatable>(_ a: ArraySlice<Element>, _ b: ArraySlice<Element>, _ limit: Int) -> Int? {
    let unreachable = limit + 1
    var beforeLast = [Int](repeating: unreachable, count: b.count + 1)
    var last = (0...b.count).map { min($0, unreachable) }
    var current = last
    for row in 1...a.count {
      let first = max(1, row - limit)
      let end = min(b.count, row + limit)
      guard first <= end else { return nil }
      current[first - 1] = first == 1 ? min(row, unreachable) : unreachable
      var best = current[first - 1]
      for column in first...end {
        let x = a[a.startIndex + row - 1]
        let y = b[b.startIndex + column - 1]
        var cost = min(last[column - 1] + (x == y ? 0 : 1), current[column - 1] + 1)
        if column < row + limit { cost = min(cost, last[column] + 1) }
        if row > 1, column > 1, x == b[b.startIndex + column - 2], a[a.startIndex + row - 2] == y {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current[column] = min(cost, unreachable)
        best = min(best, current[column])
      }
      if best > limit { return nil }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }
}
