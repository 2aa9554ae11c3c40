/// Elementary functions with one result on every machine. The C library's may differ in the last bit from one platform
/// to the next, and two servers must score alike; here only operations that IEEE 754 rounds exactly are used, in a fixed
/// order.
public enum Elementary {
  /// eˣ, within 2 units in the last place for x in −700...0; 0 below.
  ///
  /// Source: Cody & Waite (1980), Software Manual for the Elementary Functions, chapter 6: x = k·ln 2 + r, and a
  /// polynomial in r.
  static func exponential(_ x: Double) -> Double {
    guard x > -700 else { return 0 }
    precondition(x < 700, "an exponent of ours is never this large")
    // To the nearest whole number: above 2⁵² a Double has no fraction left.
    let k = (x * 1.442_695_040_888_963_4 + 6_755_399_441_055_744) - 6_755_399_441_055_744
    // ln 2 in two parts: the first has so few bits that its product with k is exact.
    let r = (x - k * 0.693_145_751_953_125) - k * 1.428_606_820_309_417_2e-6
    var sum = 1.0 / 6_227_020_800
    sum = sum * r + 1.0 / 479_001_600
    sum = sum * r + 1.0 / 39_916_800
    sum = sum * r + 1.0 / 3_628_800
    sum = sum * r + 1.0 / 362_880
    sum = sum * r + 1.0 / 40_320
    sum = sum * r + 1.0 / 5_040
    sum = sum * r + 1.0 / 720
    sum = sum * r + 1.0 / 120
    sum = sum * r + 1.0 / 24
    sum = sum * r + 1.0 / 6
    sum = sum * r + 0.5
    sum = sum * r + 1
    sum = sum * r + 1
    return sum * Double(bitPattern: UInt64(Int64(k) + 1023) << 52)
  }

  /// ln x, within 1e-15 of it.
  ///
  /// - Precondition: x is finite and above 0.
  public static func logarithm(_ x: Double) -> Double {
    precondition(x > 0 && x.isFinite, "only a number above 0 has a logarithm")
    var mantissa = x.significand
    var exponent = Double(x.exponent)
    if mantissa > 1.414_213_562_373_095 {
      mantissa /= 2
      exponent += 1
    }
    // ln m = 2·artanh((m − 1) / (m + 1)).
    let z = (mantissa - 1) / (mantissa + 1)
    let square = z * z
    var sum = 1.0 / 19
    for odd in stride(from: 17.0, through: 1, by: -2) { sum = sum * square + 1 / odd }
    return exponent * 0.693_147_180_559_945_3 + 2 * z * sum
  }

  /// xᵖ.
  ///
  /// - Precondition: x is finite and above 0.
  static func power(_ x: Double, _ p: Double) -> Double {
    p == 0 ? 1 : exponential(p * logarithm(x))
  }
}
