/// Numbers that are values of facts, each kept once, in millionths.
struct NumberTable: ~Copyable {
  private var numbers = Column<Int64>()
  private var places: [Int64: UInt32] = [:]

  var byteCount: Int { numbers.byteCount + places.capacity * 16 }

  /// The value that stands for a number of millionths.
  mutating func value(_ millionths: Int64) -> UInt32 {
    if let place = places[millionths] { return place | Deduction.number }
    let place = UInt32(numbers.count)
    numbers.append(millionths)
    places[millionths] = place
    return place | Deduction.number
  }

  /// In millionths; nil where the value is no number.
  @inline(__always)
  func number(_ value: UInt32) -> Int64? { value & Deduction.number != 0 ? numbers[value & ~Deduction.number] : nil }
}
