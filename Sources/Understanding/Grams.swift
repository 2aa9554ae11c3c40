/// The character n-grams of words, 2 to 5 scalars of `<word>`, never across two words.
enum Grams {
  static let lengths = 2...5

  /// The n-grams of one word, by a 64-bit hash that is the same in every process; repeated where they repeat.
  static func hashes(of word: String) -> [UInt64] {
    var scalars: [UInt32] = [0x3C]
    scalars.append(contentsOf: word.unicodeScalars.prefix(Sentence.scalarsMax).map(\.value))
    scalars.append(0x3E)
    var hashes: [UInt64] = []
    hashes.reserveCapacity(scalars.count * lengths.count)
    for start in scalars.indices {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for length in 1...lengths.upperBound where start + length <= scalars.count {
        // FNV-1a's step, on scalars; the length is part of it, since a longer gram hashes on from a shorter one.
        hash = (hash ^ UInt64(scalars[start + length - 1])) &* 0x0000_0100_0000_01B3
        hash ^= hash >> 29
        if length >= lengths.lowerBound { hashes.append(hash) }
      }
    }
    return hashes
  }

  /// Distinct hashes with their counts, in ascending order.
  static func counted(_ hashes: consuming [UInt64]) -> [(hash: UInt64, count: Int)] {
    hashes.sort()
    var counted: [(hash: UInt64, count: Int)] = []
    counted.reserveCapacity(hashes.count)
    for hash in hashes {
      if let last = counted.last, last.hash == hash {
        counted[counted.count - 1].count += 1
      } else {
        counted.append((hash, 1))
      }
    }
    return counted
  }
}
