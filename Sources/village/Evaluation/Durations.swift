/// Durations of the same step, in milliseconds.
struct Durations {
  private let sorted: [Double]

  init(milliseconds: [Double]) { sorted = milliseconds.sorted() }

  /// The smallest that `share` of them do not exceed; 0 when there are none.
  func percentile(_ share: Double) -> Double {
    sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }
}
