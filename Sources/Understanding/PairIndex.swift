/// The pairs of neighbouring words in all taught sentences, numbered, and which sentences hold which pair.
struct PairIndex: Sendable {
  private var numbers: [UInt64: Int] = [:]
  private var keys: [UInt64] = []
  private var freeNumbers: [Int] = []
  /// For each pair's number, the slots of the sentences that hold it.
  private(set) var holders: [[Counted]] = []

  /// A pair's key from its words' numbers; nil stands for the edge of the sentence.
  static func key(_ first: Int?, _ second: Int?) -> UInt64 {
    UInt64((first ?? -1) + 1) << 32 | UInt64((second ?? -1) + 1)
  }

  func number(of key: UInt64) -> Int? { numbers[key] }

  mutating func insert(_ key: UInt64, count: Int, at slot: Int) -> Counted {
    let number: Int
    if let known = numbers[key] {
      number = known
    } else {
      number = freeNumbers.popLast() ?? holders.count
      if number == holders.count {
        holders.append([])
        keys.append(key)
      }
      keys[number] = key
      numbers[key] = number
    }
    holders[number].append(Counted(slot, count: count))
    return Counted(number, count: count)
  }

  mutating func remove(_ number: Int, at slot: Int) {
    holders[number].removeEntry(of: slot)
    if holders[number].isEmpty {
      numbers[keys[number]] = nil
      freeNumbers.append(number)
    }
  }
}
