/// What a teacher says of words, whatever the sentence: it changes how all sentences are compared.
public enum WordLesson: Hashable, Sendable {
  /// This word or phrase does not matter.
  case unimportant(String)
  /// These words or phrases mean the same.
  case same(Set<String>)
}

/// How sentences are read under all lessons of words: a function of their set.
///
/// Words that mean the same are read as one of them, so they are alike in every block: as words, in pairs, by letters, by
/// vector. If one says that a and b are the same, and another b and c, all three are: being the same is transitive. A word
/// that is unimportant under one of its names is under all.
struct WordReading: Hashable, Sendable {
  private typealias Phrase = [String]

  /// By first word, longest phrase first: what a phrase is read as; empty for one that does not matter.
  private var readings: [String: [(phrase: [String], readAs: [String])]] = [:]

  init(_ lessons: some Sequence<WordLesson>) {
    var sets: [Set<Phrase>] = []
    var unimportant: Set<Phrase> = []
    for lesson in lessons {
      switch lesson {
      case .unimportant(let text): unimportant.insert(Self.phrase(text))
      case .same(let texts):
        // Whatever shares a phrase with this set becomes one with it.
        var joined = Set(texts.map(Self.phrase))
        sets.removeAll { set in
          guard !set.isDisjoint(with: joined) else { return false }
          joined.formUnion(set)
          return true
        }
        sets.append(joined)
      }
    }
    var found: [Phrase: Phrase] = [:]
    for set in sets {
      let readAs =
        set.isDisjoint(with: unimportant) ? set.min { ($0.count, $0.joined(separator: " ")) < ($1.count, $1.joined(separator: " ")) } : []
      for phrase in set { found[phrase] = readAs }
    }
    for phrase in unimportant { found[phrase] = [] }
    for (phrase, readAs) in found {
      if let first = phrase.first { readings[first, default: []].append((phrase, readAs)) }
    }
    for first in readings.keys {
      readings[first]?.sort { ($1.phrase.count, $0.phrase.joined(separator: " ")) < ($0.phrase.count, $1.phrase.joined(separator: " ")) }
    }
  }

  private static func phrase(_ text: String) -> Phrase { Token.tokens(of: text).map(\.normal) }

  var isEmpty: Bool { readings.isEmpty }

  /// Whether some phrase begins with a word: it is then spelt as its teacher meant it.
  func begins(with word: String) -> Bool { readings[word] != nil }

  /// A sentence's words as they are compared; unchanged where nothing else would be left.
  func read(_ words: [String]) -> [String] {
    guard !isEmpty, words.contains(where: { readings[$0] != nil }) else { return words }
    var read: [String] = []
    var place = 0
    while place < words.count {
      let match = readings[words[place]]?.first { words[place...].starts(with: $0.phrase) }
      read.append(contentsOf: match?.readAs ?? [words[place]])
      place += match?.phrase.count ?? 1
    }
    return read.isEmpty ? words : read
  }

  static func == (left: Self, right: Self) -> Bool {
    left.readings.keys == right.readings.keys
      && left.readings.allSatisfy { first, list in
        right.readings[first].map { $0.elementsEqual(list) { $0.phrase == $1.phrase && $0.readAs == $1.readAs } } ?? false
      }
  }

  func hash(into hasher: inout Hasher) { hasher.combine(Set(readings.keys)) }
}
