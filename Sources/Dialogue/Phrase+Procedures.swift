import Understanding

/// What people say to begin a procedure and to go through it.
extension Phrase {
  /// What a procedure is for, so that two ways of saying it are alike: “the router” and “my router”.
  static func goal(_ text: String) -> String {
    words(of: text).filter { word in !PhraseBook.all.contains { $0.determiners.contains(word) } }.joined(separator: " ")
  }

  /// “How do I reset the router?” asks how to “reset the router”.
  static func procedureAsked(_ text: String) -> String? {
    let normals = words(of: text)
    for opening in PhraseBook.all.flatMap(\.askings) where normals.count > opening.count && Array(normals.prefix(opening.count)) == opening
    {
      return normals.dropFirst(opening.count).joined(separator: " ")
    }
    return normals.isEmpty ? nil : normals.joined(separator: " ")
  }

  enum Reply { case yes, no, next, stop }

  static func reply(_ text: String) -> Reply? {
    let said = words(of: text).joined(separator: " ")
    return PhraseBook.all.flatMap(\.replies).first { $0.words.contains(said) }?.reply
  }
}
