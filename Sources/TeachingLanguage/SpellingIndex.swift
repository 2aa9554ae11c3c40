import Understanding

/// Finds the known words that a misspelt one may stand for, in microseconds.
///
/// Comparing with every known word is too slow for each unknown word of each sentence. Two words within k slips
/// share a form with at most k letters left out, so those forms are the index. Only the first letters are varied:
/// that keeps an entry to at most 29 forms, however long the word.
///
/// Source: Garbe (2012), symmetric delete spelling correction; Bocek, Hunt & Stiller (2007), fast similarity search.
struct SpellingIndex: Hashable, Sendable {
  /// How many names use the word.
  private var counts = ShardedTable<Int>(shards: 1024)
  /// By the first letters with some left out.
  private var shortened = ShardedTable<Bucket>(shards: 4096)

  static let lengthMin = 5  // letters; below that a slip makes another word too often
  private static let prefixLength = 7

  /// How many slips are forgiven in a word of that length: one from 5 to 8 letters, two above.
  static func tolerance(forLength length: Int) -> Int { length < lengthMin ? 0 : length <= 8 ? 1 : 2 }

  func contains(_ word: String) -> Bool { counts[word] != nil }

  mutating func add(_ word: String) {
    guard counts.count(word, 1) == 1 else { return }
    for form in Self.forms(of: word) { shortened.insert(word, at: form) }
  }

  mutating func remove(_ word: String) {
    guard counts.count(word, -1) == 0 else { return }
    for form in Self.forms(of: word) { shortened.remove(word, at: form) }
  }

  /// The nearest known words, nearest first, then by alphabet; at most `limit`.
  func corrections(of word: String, limit: Int = 3) -> [(word: String, slips: Int)] {
    let length = word.unicodeScalars.count
    guard length >= Self.lengthMin - 1, length <= 40 else { return [] }
    var seen: Set<String> = []
    var found: [(word: String, slips: Int)] = []
    for form in Self.forms(of: word) {
      guard let bucket = shortened[form] else { continue }
      for candidate in bucket.elements where seen.insert(candidate).inserted && candidate != word {
        let other = candidate.unicodeScalars.count
        // A letter left out of “index” leaves four.
        let allowed = min(Self.tolerance(forLength: max(length, other)), max(1, Self.tolerance(forLength: min(length, other))))
        if allowed > 0, let slips = EditDistance.bounded(word, candidate, atMost: allowed) { found.append((candidate, slips)) }
      }
    }
    found.sort { ($0.slips, $0.word) < ($1.slips, $1.word) }
    return Array(found.prefix(limit))
  }

  /// The word's first letters with up to two of them left out; none for words with digits, which no slip makes.
  private static func forms(of word: String) -> Set<String> {
    let letters = Array(word.unicodeScalars.prefix(prefixLength))
    let length = word.unicodeScalars.count
    guard length >= lengthMin - 1, length <= 41, !word.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return [] }
    var forms: Set<String> = [shortened(letters, without: -1, -1)]
    for first in letters.indices {
      forms.insert(shortened(letters, without: first, -1))
      guard length >= 8 else { continue }
      for second in (first + 1)..<max(first + 1, letters.count) { forms.insert(shortened(letters, without: first, second)) }
    }
    return forms
  }

  private static func shortened(_ letters: [Unicode.Scalar], without first: Int, _ second: Int) -> String {
    var form = String.UnicodeScalarView()
    for (index, letter) in letters.enumerated() where index != first && index != second { form.append(letter) }
    return String(form)
  }
}
