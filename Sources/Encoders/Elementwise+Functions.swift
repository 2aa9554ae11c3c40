extension Elementwise {
  /// eˣ for x ≤ 0, within 2 units in the last place; below −87 it is that of −87.
  ///
  /// x = n · ln 2 + r, so that eˣ = 2ⁿ · eʳ with |r| ≤ ln 2 / 2, where a polynomial does.
  ///
  /// Source: Cephes, `expf.c` (Moshier, 1992).
  @inline(__always)
  static func exp(_ x: SIMD8<Float>) -> SIMD8<Float> {
    let bounded = x.replacing(with: -87, where: x .< -87)
    // Adding and taking away 1.5 · 2²³ rounds to the nearest whole number.
    let shifted = bounded * 1.442_695_04 + 12_582_912
    let whole = shifted - 12_582_912
    let r = (bounded - whole * 0.693_359_375) - whole * -2.121_944_4e-4
    var series = r * 1.987_569_15e-4 + 1.398_199_950_7e-3
    series = series * r + 8.333_451_907_3e-3
    series = series * r + 4.166_579_589_4e-2
    series = series * r + 1.666_666_545_9e-1
    series = series * r + 5.000_000_120_1e-1
    series = series * r * r + r + 1
    // Its last bits are that whole number; they become the exponent of 2ⁿ.
    let bits = unsafeBitCast(shifted, to: SIMD8<Int32>.self)
    let exponent = (bits &- Int32(bitPattern: Float(12_582_912).bitPattern) &+ 127) &<< 23
    return series * unsafeBitCast(exponent, to: SIMD8<Float>.self)
  }

  /// The error function, within 4 · 10⁻⁷: x · P(x²) / Q(x²).
  ///
  /// Source: the rational approximation of Eigen (`generic_fast_erf_float`), which is 1 in this precision from 4 on.
  @inline(__always)
  static func erf(_ value: SIMD8<Float>) -> SIMD8<Float> {
    let x = value.replacing(with: -4, where: value .< -4).replacing(with: 4, where: value .> 4)
    let square = x * x
    var p = square * -2.726_142_258_013_06e-10 + 2.770_681_424_959_02e-08
    p = p * square + -2.101_024_020_825_08e-06
    p = p * square + -5.692_506_394_623_46e-05
    p = p * square + -7.349_906_303_268_55e-04
    p = p * square + -2.954_599_808_540_25e-03
    p = p * square + -1.609_603_326_224_15e-02
    var q = square * -1.456_607_184_649_96e-05 + -2.133_740_552_789_05e-04
    q = q * square + -1.682_826_974_382_03e-03
    q = q * square + -7.373_329_167_204_68e-03
    q = q * square + -1.426_473_905_141_89e-02
    return x * p / q
  }
}
