public import Lessons

extension Vocabulary {
  /// The known names that hold the word, as it is or in the singular: “rice” finds “white rice” and “Rice, white, cooked”.
  ///
  /// - Returns: those of the first layer first; in a layer the shortest first, then by alphabet; at most `limit`.
  /// - Complexity: O(bytes of all names): about a millisecond for 10,000.
  public func names(with word: String, limit: Int = 200) -> [Concept] {
    let key = Concept(word).key
    let wanted = Set([key] + AnyLanguage.singulars(of: key).prefix(1)).map { Array($0.utf8) }.filter { !$0.isEmpty }
    var seen: Set<String> = []
    var names: [Concept] = []
    for layer in layers {
      var found: [String] = []
      layer.entries.forEach { name, entry in
        guard entry.roles.roles != [.question], wanted.contains(where: { Self.holds($0, in: name) }) else { return }
        found.append(name)
      }
      found.sort { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
      for name in found where names.count < limit && seen.insert(name).inserted {
        if let concept = concept(key: name) { names.append(concept) }
      }
    }
    return names
  }

  /// Whether the bytes stand in the name as a whole word, or as one with a plural s.
  private static func holds(_ word: [UInt8], in name: String) -> Bool {
    var name = name
    return name.withUTF8 { bytes in
      guard bytes.count >= word.count else { return false }
      for start in 0...(bytes.count - word.count) where bytes[start] == word[0] && (start == 0 || !isLetter(bytes[start - 1])) {
        guard (1..<word.count).allSatisfy({ bytes[start + $0] == word[$0] }) else { continue }
        var end = start + word.count
        if end < bytes.count, bytes[end] == UInt8(ascii: "s") { end += 1 }
        if end == bytes.count || !isLetter(bytes[end]) { return true }
      }
      return false
    }
  }

  /// Letters and digits of ASCII, and every byte of other scripts' letters.
  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }
}
