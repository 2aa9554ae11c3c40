/// Functions of real numbers with one result on every machine, so that two servers hold the same belief to the last bit.
///
/// Only operations that IEEE 754 rounds exactly are used, in a fixed order; the C library promises less.
package enum RealFunctions {
  private static let ln2 = 0.693_147_180_559_945_3

  /// eˣ for x ≤ 0, within 1e-14 of it in relation; 0 below −700.
  ///
  /// Source: argument halving, Brent & Zimmermann (2010), Modern Computer Arithmetic, section 4.3.1: eʳ = (e^(r/8))⁸
  /// after the powers of two are taken out.
  ///
  /// - Precondition: x ≤ 0.
  package static func exponential(_ x: Double) -> Double {
    precondition(x <= 0, "only what is at most 1 is asked for")
    guard x >= -700 else { return 0 }
    guard x < 0 else { return 1 }
    let power = (x * (1 / ln2)).rounded()
    let small = (x - power * ln2) * 0.125
    // Taylor's series, Horner's rule; |small| < 0.0434, so the first term left out is below 1e-16.
    var sum = 1.0 / 3_628_800
    sum = sum * small + 1.0 / 362_880
    sum = sum * small + 1.0 / 40_320
    sum = sum * small + 1.0 / 5_040
    sum = sum * small + 1.0 / 720
    sum = sum * small + 1.0 / 120
    sum = sum * small + 1.0 / 24
    sum = sum * small + 1.0 / 6
    sum = sum * small + 0.5
    sum = sum * small + 1
    sum = sum * small + 1
    let second = sum * sum
    let fourth = second * second
    return fourth * fourth * Double(bitPattern: UInt64(Int64(power) + 1023) << 52)
  }

  /// ln x, within 1e-15 of it in relation to max(1, |ln x|).
  ///
  /// Source: Abramowitz & Stegun (1964), equation 4.1.27: ln m = 2·artanh((m − 1)/(m + 1)).
  ///
  /// - Precondition: x is finite and above 0.
  package static func logarithm(_ x: Double) -> Double {
    precondition(x > 0 && x.isFinite, "only a number above 0 has a logarithm")
    let tooLarge = x.significand > 1.414_213_562_373_095_1
    let m = tooLarge ? x.significand / 2 : x.significand
    let z = (m - 1) / (m + 1)
    let square = z * z
    // Horner's rule with the reciprocals of the odd numbers at hand: a division each would take most of the time.
    var series = 0.0
    for reciprocal in reciprocals { series = series * square + reciprocal }
    return Double(x.exponent + (tooLarge ? 1 : 0)) * ln2 + 2 * z * series
  }

  private static let reciprocals: [Double] = stride(from: 21.0, through: 1, by: -2).map { 1 / $0 }
}
