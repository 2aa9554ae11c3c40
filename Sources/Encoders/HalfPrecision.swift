/// Numbers of 16 bits (IEEE 754 binary16), by bits alone: `Float16` is not on every platform.
enum HalfPrecision {
  static func float(_ bits: UInt16) -> Float {
    let sign = UInt32(bits & 0x8000) << 16
    let magnitude = UInt32(bits & 0x7FFF)
    switch magnitude {
    case 0x7C00...: return Float(bitPattern: sign | 0x7F80_0000 | magnitude << 13)
    case 0x0400...: return Float(bitPattern: sign | (magnitude << 13) &+ (127 - 15) << 23)
    // Below the smallest normal number: so many times 2⁻²⁴.
    default: return Float(bitPattern: sign | (Float(magnitude) * 0x1p-24).bitPattern)
    }
  }

  /// The nearest one, the even one of two; infinite from 65,520 on.
  static func bits(_ value: Float) -> UInt16 {
    let sign = UInt16(value.bitPattern >> 16) & 0x8000
    let magnitude = value.magnitude
    guard !value.isNaN else { return sign | 0x7E00 }
    guard magnitude < 65520 else { return sign | 0x7C00 }
    guard magnitude >= 0x1p-14 else { return sign | UInt16((magnitude * 0x1p24).rounded(.toNearestOrEven)) }
    let bits = magnitude.bitPattern
    let rounded = bits + 0xFFF + (bits >> 13 & 1)
    return sign | UInt16(rounded >> 13 - UInt32(127 - 15) << 10)
  }
}
