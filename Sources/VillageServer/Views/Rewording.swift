/// What a lesson said before and says now, word by word, with what differs marked; see `Templates/rewording.mustache`.
struct Rewording: Sendable {
  struct Part: Sendable {
    let text: String
    let differs: Bool
  }

  let before: [Part]
  let now: [Part]

  /// More words than this are shown as differing altogether; a sentence is never so long.
  private static let wordsMax = 400

  init(before: String, now: String) {
    let (old, new) = (Self.words(before), Self.words(now))
    guard old.count <= Self.wordsMax, new.count <= Self.wordsMax else {
      (self.before, self.now) = ([Part(text: before, differs: true)], [Part(text: now, differs: true)])
      return
    }
    let kept = Self.common(old, new)
    self.before = Self.parts(old, kept: Set(kept.map(\.old)))
    self.now = Self.parts(new, kept: Set(kept.map(\.new)))
  }

  private static func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

  /// The longest words in common, in order. O(words²).
  private static func common(_ old: [Substring], _ new: [Substring]) -> [(old: Int, new: Int)] {
    var lengths = Array(repeating: Array(repeating: 0, count: new.count + 1), count: old.count + 1)
    for a in old.indices.reversed() {
      for b in new.indices.reversed() {
        lengths[a][b] = old[a] == new[b] ? lengths[a + 1][b + 1] + 1 : max(lengths[a + 1][b], lengths[a][b + 1])
      }
    }
    var (a, b, kept) = (0, 0, [(old: Int, new: Int)]())
    while a < old.count, b < new.count {
      if old[a] == new[b] {
        kept.append((a, b))
        (a, b) = (a + 1, b + 1)
      } else if lengths[a + 1][b] >= lengths[a][b + 1] {
        a += 1
      } else {
        b += 1
      }
    }
    return kept
  }

  /// Words that stand together and fare alike are one part.
  private static func parts(_ words: [Substring], kept: Set<Int>) -> [Part] {
    var parts: [(words: [Substring], differs: Bool)] = []
    for (index, word) in words.enumerated() {
      let differs = !kept.contains(index)
      if parts.last?.differs == differs { parts[parts.count - 1].words.append(word) } else { parts.append(([word], differs)) }
    }
    return parts.map { Part(text: $0.words.joined(separator: " "), differs: $0.differs) }
  }
}
