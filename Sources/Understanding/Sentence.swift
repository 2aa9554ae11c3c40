/// The features' view of an utterance: its distinct words with their counts, and its pairs of neighbours.
///
/// A word of grammar and a mark count as two words at each occurrence, any other word as three: `the` says less than
/// `refund`. A fixed list, not the statistics of what is taught, so no lesson changes how alike two other sentences are.
///
/// A sentence of more than ``tokensMax`` tokens is read to that length, a word to ``scalarsMax`` scalars, so no text can
/// make a question slow or a sum overflow.
struct Sentence {
  static let tokensMax = 256
  static let scalarsMax = 32

  /// Neighbours among the words: indices into `words`, or `edge` before the first and after the last.
  struct Pair: Hashable {
    var first: Int
    var second: Int
  }
  static let edge = -1
  static let lightCount = 2
  static let fullCount = 3

  struct Word: Hashable {
    let normal: String
    /// How often it stands there, times ``lightCount`` or ``fullCount``; saturates at 255.
    var count: Int

    /// Whether it is punctuation or a symbol rather than a word or a number.
    var isMark: Bool {
      switch normal.unicodeScalars.first.map(ScalarClass.init) {
      case .letter, .digit: false
      default: true
      }
    }
  }

  /// Distinct, in order of first appearance.
  private(set) var words: [Word] = []
  private(set) var pairs: [(pair: Pair, count: Int)] = []

  /// As an encoder reads it.
  let text: String

  /// - Parameter text: nil stands for the words with spaces between.
  init(_ normals: some Sequence<String>, text: String? = nil, lightWords: Set<String>) {
    self.text = text ?? normals.joined(separator: " ")
    var known: [String: Int] = [:]
    var seen: [Pair: Int] = [:]
    var previous = Self.edge
    func count(_ pair: Pair) {
      if let index = seen[pair] {
        pairs[index].count = min(pairs[index].count + 1, 255)
      } else {
        seen[pair] = pairs.count
        pairs.append((pair, 1))
      }
    }
    for normal in normals.prefix(Self.tokensMax) {
      let step = lightWords.contains(normal) ? Self.lightCount : Self.fullCount
      let index: Int
      if let earlier = known[normal] {
        index = earlier
        words[index].count = min(words[index].count + step, 255)
      } else {
        index = words.count
        known[normal] = index
        words.append(Word(normal: normal, count: step))
      }
      count(Pair(first: previous, second: index))
      previous = index
    }
    if previous != Self.edge { count(Pair(first: previous, second: Self.edge)) }
  }
}

/// An index into a table and how often it occurs there, in one 32-bit word: at most 2²⁴ indices, counts to 255.
struct Counted: Equatable {
  private var bits: UInt32

  init(_ index: Int, count: Int) {
    precondition(index < 1 << 24, "a table of features is full")
    bits = UInt32(truncatingIfNeeded: index) << 8 | UInt32(min(count, 255))
  }

  var index: Int { Int(bits >> 8) }
  var count: Int { Int(bits & 255) }
}

extension [Counted] {
  /// Takes out the entry of an index, and the order with it: all sums over such lists are of integers.
  mutating func removeEntry(of index: Int) {
    guard let place = firstIndex(where: { $0.index == index }) else {
      preconditionFailure("only what was inserted is removed")
    }
    swapAt(place, count - 1)
    removeLast()
  }
}
