/// A real number as a whole number of 2⁻³² parts.
///
/// Sums of whole numbers do not depend on their order, and what was added can be taken away without a trace. Sums of
/// floating-point numbers promise neither, and a member who withdraws an answer must leave no shadow behind.
typealias FixedPoint = Int64

extension FixedPoint {
  static let one: FixedPoint = 1 << 32

  /// The nearest number of parts.
  ///
  /// - Precondition: −2³¹ < `value` < 2³¹, which leaves room for sums over two thousand million responses.
  init(parts value: Double) { self = FixedPoint((value * 4_294_967_296).rounded()) }

  var real: Double { Double(self) * (1 / 4_294_967_296) }
}
