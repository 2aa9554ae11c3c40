/// A question's nearest sentences and the regression on them: factored once, solved for the question, for the question
/// less a word, and for the balance of meanings.
struct Neighbourhood {
  /// By id.
  let slots: [Int]
  /// By place in `slots`: the place of its meaning in `meanings`.
  let meaningOf: [Int]
  /// Numbers of the distinct meanings, in order of first appearance.
  let meanings: [Int]
  private let sharpness: Double
  private let factor: CholeskyFactor
  /// By place in `meanings`: what a score is divided by.
  private let divisors: [Double]

  /// - Parameters:
  ///   - slots: by id, at least one.
  ///   - matrix: similarities of each two, at most 1.
  init(slots: [Int], matrix: consuming TriangularMatrix, sharpness: Double, learner: Learner, weights: Weights) {
    self.slots = slots
    self.sharpness = sharpness
    var places: [Int: Int] = [:]
    var distinct: [Int] = []
    meaningOf = slots.map { slot in
      let number = learner.meaningNumbers[slot]
      if let place = places[number] { return place }
      places[number] = distinct.count
      distinct.append(number)
      return distinct.count - 1
    }
    meanings = distinct
    let counts = distinct.map { Double(weights.meaningCounts[$0]) }
    let typical = Self.median(counts)
    for row in slots.indices {
      for column in 0..<row { matrix[row, column] = Self.kernel(matrix[row, column], sharpness) }
      // λᵢ = λ · (nᶜ / ñ) / w: the noise of one sentence.
      matrix[row, row] = 1 + learner.settings.noise * (counts[meaningOf[row]] / typical) / weights.bySlot[slots[row]]
    }
    factor = CholeskyFactor(matrix)
    divisors = Self.divisors(counts: counts, typical: typical, meaningOf: meaningOf, factor: factor)
  }

  /// β, the scores by place in `meanings`, and σ² of a question with these similarities to `slots`.
  func answer(_ similarities: [Double]) -> (shares: [Double], scores: [Double], variance: Double) {
    let kernel = similarities.map { Self.kernel($0, sharpness) }
    let shares = factor.solve(kernel)
    var scores = [Double](repeating: 0, count: meanings.count)
    var explained = 0.0
    for place in slots.indices {
      scores[meaningOf[place]] += shares[place]
      explained += kernel[place] * shares[place]
    }
    for meaning in meanings.indices { scores[meaning] /= divisors[meaning] }
    return (shares, scores, 1 - explained)
  }

  private static func kernel(_ similarity: Double, _ sharpness: Double) -> Double {
    Elementary.exponential(sharpness * (min(similarity, 1) - 1))
  }

  private static func median(_ counts: [Double]) -> Double {
    let sorted = counts.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  /// rᶜ to the power τᶜ: lifts a meaning with far fewer sentences than its neighbours, which noise would drown.
  ///
  /// τᶜ = max(0, 1 − nᶜ / (0.4 ñ)); rᶜ is the mean score that its own sentences get when each is left out, at least
  /// 0.2, in the closed form of Rasmussen & Williams (2006), section 5.4.2.
  private static func divisors(counts: [Double], typical: Double, meaningOf: [Int], factor: CholeskyFactor) -> [Double] {
    counts.enumerated().map { meaning, count in
      let power = max(0, 1 - count / (0.4 * typical))
      guard power > 0 else { return 1 }
      let own = meaningOf.indices.filter { meaningOf[$0] == meaning }
      var target = [Double](repeating: 0, count: meaningOf.count)
      for place in own { target[place] = 1 }
      let solution = factor.solve(target)
      let sum = own.reduce(0) { $0 + (1 - solution[$1] / factor.inverseDiagonal($1)) }
      return Elementary.power(max(sum / Double(own.count), 0.2), power)
    }
  }
}
