import Lessons

/// How what is being typed may go on.
public struct Completion: Hashable, Sendable {
  public let text: String
  /// UTF-8 offsets in what was typed: these characters become the text.
  public let replacing: Range<Int>
}

extension Reader {
  /// Known names that the last words may be the beginning of; names that fit more words come first.
  public func completions(of prefix: String, vocabulary: Vocabulary, limit: Int = 8) -> [Completion] {
    let bytes = Array(prefix.utf8)
    guard bytes.count <= Self.lengthMax, let last = bytes.last, last != UInt8(ascii: " ") else { return [] }
    var starts: [Int] = []
    var position = bytes.count
    while position > 0, starts.count < 4 {
      position -= 1
      if position == 0 || bytes[position - 1] == UInt8(ascii: " ") || bytes[position - 1] == UInt8(ascii: "\"") { starts.append(position) }
    }
    var found: [Completion] = []
    var seen: Set<String> = []
    for start in starts.reversed() {
      let typed = String(decoding: bytes[start...], as: UTF8.self).lowercased()
      guard typed.unicodeScalars.count >= 2 else { continue }
      for key in vocabulary.keys(startingWith: typed, limit: limit) where seen.insert(key).inserted {
        guard found.count < limit, let concept = vocabulary.concept(key: key) else { return found }
        found.append(Completion(text: concept.label, replacing: start..<bytes.count))
      }
    }
    return found
  }
}

extension Vocabulary {
  /// Shortest first, then by alphabet.
  func keys(startingWith prefix: String, limit: Int) -> [String] {
    var keys: Set<String> = []
    for layer in layers {
      for key in layer.keys(startingWith: prefix) where layer.entries[key]?.roles.roles != [.question] { keys.insert(key) }
    }
    return Array(keys.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }.prefix(limit))
  }
}
