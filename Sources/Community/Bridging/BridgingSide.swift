/// One side of the bridging model, the members or the items: who meets whom with which vote, what is estimated of each, and
/// the sums from which each is solved.
struct BridgingSide: Hashable, Sendable {
  struct Cell: Hashable, Sendable {
    /// The number on the other side.
    let other: Int32
    /// 0...1.
    var vote: Float
  }

  /// With w the intercepts and f the factors of the other side and e = r − μ − w: S1 = Σf, S2 = Σf², T0 = Σe, T1 = Σf·e.
  struct Sums: Hashable, Sendable {
    var s1 = 0.0
    var s2 = 0.0
    var t0 = 0.0
    var t1 = 0.0

    mutating func add(factor f: Double, rest e: Double, sign: Double) {
      s1 += sign * f
      s2 += sign * f * f
      t0 += sign * e
      t1 += sign * f * e
    }
  }

  struct Estimate: Hashable, Sendable {
    var intercept = 0.0
    var factor = 0.0
  }

  var cells: [[Cell]] = []
  var estimates: [Estimate] = []
  var sums: [Sums] = []

  var count: Int { cells.count }
  /// How many have a vote at all.
  var filledCount: Int { cells.reduce(0) { $0 + ($1.isEmpty ? 0 : 1) } }

  mutating func reserve(_ count: Int) {
    let missing = count - cells.count
    guard missing > 0 else { return }
    cells.append(contentsOf: repeatElement([], count: missing))
    estimates.append(contentsOf: repeatElement(Estimate(), count: missing))
    sums.append(contentsOf: repeatElement(Sums(), count: missing))
  }

  /// Puts a vote in its place.
  ///
  /// - Returns: the vote before, if any.
  /// - Complexity: O(votes of `number`).
  mutating func put(_ vote: Float?, of number: Int, meeting other: Int) -> Float? {
    guard let place = cells[number].firstIndex(where: { $0.other == Int32(other) }) else {
      if let vote { cells[number].append(Cell(other: Int32(other), vote: vote)) }
      return nil
    }
    let before = cells[number][place].vote
    if let vote { cells[number][place].vote = vote } else { cells[number].remove(at: place) }
    return before
  }

  /// The sums of one, made anew.
  func summed(_ number: Int, against others: [Estimate], mean: Double) -> Sums {
    var sums = Sums()
    for cell in cells[number] {
      let other = others[Int(cell.other)]
      sums.add(factor: other.factor, rest: Double(cell.vote) - mean - other.intercept, sign: 1)
    }
    return sums
  }

  /// The ridge regression of one on the other side's estimates: two equations in two unknowns.
  ///
  /// - Returns: zero for who has no vote.
  func solved(_ number: Int, _ sums: Sums, ridge: (intercept: Double, factor: Double)) -> Estimate {
    guard !cells[number].isEmpty else { return Estimate() }
    let s0 = Double(cells[number].count) + ridge.intercept
    let s2 = sums.s2 + ridge.factor
    let determinant = s0 * s2 - sums.s1 * sums.s1
    return Estimate(
      intercept: (sums.t0 * s2 - sums.t1 * sums.s1) / determinant, factor: (sums.t1 * s0 - sums.t0 * sums.s1) / determinant)
  }
}
