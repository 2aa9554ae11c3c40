/// The distinct words of all taught sentences, numbered, and which words hold which character n-gram.
///
/// A word lives while a sentence uses it. Its number may be given to another word later, so numbers never reach a result.
struct Vocabulary: Sendable {
  struct Word: Sendable {
    var spelling: String
    var uses: Int
    /// Numbers of its n-grams, with counts.
    var grams: [Counted]
    /// One bit for each letter modulo 64: two words one slip apart differ in at most two bits.
    var letters: UInt64
    var length: Int
  }

  private(set) var words: [Word] = []
  private var numbers: [String: Int] = [:]
  private var freeNumbers: [Int] = []
  private var gramNumbers: [UInt64: Int] = [:]
  private var freeGrams: [Int] = []
  /// For each n-gram's number, the words that hold it.
  private(set) var holders: [[Counted]] = []

  func number(of word: String) -> Int? { numbers[word] }
  func gramNumber(of hash: UInt64) -> Int? { gramNumbers[hash] }

  /// Counts one more use of a word, and numbers it when it is new.
  mutating func retain(_ spelling: String) -> Int {
    if let number = numbers[spelling] {
      words[number].uses += 1
      return number
    }
    let number = freeNumbers.popLast() ?? words.count
    let grams = Grams.counted(Grams.hashes(of: spelling)).map { hash, count in
      let gram = gramNumbers[hash] ?? newGram(hash)
      holders[gram].append(Counted(number, count: count))
      return Counted(gram, count: count)
    }
    let word = Word(
      spelling: spelling, uses: 1, grams: grams, letters: SpellingRepair.letters(of: spelling), length: spelling.unicodeScalars.count)
    if number == words.count { words.append(word) } else { words[number] = word }
    numbers[spelling] = number
    return number
  }

  /// Counts one use less, and forgets the word after its last.
  mutating func release(_ number: Int) {
    words[number].uses -= 1
    guard words[number].uses == 0 else { return }
    let word = words[number]
    let hashes = Grams.counted(Grams.hashes(of: word.spelling))
    for (gram, counted) in zip(word.grams, hashes) {
      holders[gram.index].removeEntry(of: number)
      if holders[gram.index].isEmpty {
        gramNumbers[counted.hash] = nil
        freeGrams.append(gram.index)
      }
    }
    numbers[word.spelling] = nil
    words[number] = Word(spelling: "", uses: 0, grams: [], letters: 0, length: 0)
    freeNumbers.append(number)
  }

  private mutating func newGram(_ hash: UInt64) -> Int {
    let gram = freeGrams.popLast() ?? holders.count
    if gram == holders.count { holders.append([]) }
    gramNumbers[hash] = gram
    return gram
  }
}
