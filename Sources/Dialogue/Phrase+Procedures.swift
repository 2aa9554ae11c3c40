import Understanding

/// What people say to begin a procedure and to go through it, in English.
extension Phrase {
  /// What a procedure is for, so that two ways of saying it are alike: “the router” and “my router”.
  static func goal(_ text: String) -> String {
    words(of: text).filter { !determiners.contains($0) }.joined(separator: " ")
  }

  /// “How do I reset the router?” asks how to “reset the router”.
  static func procedureAsked(_ text: String) -> String? {
    let normals = words(of: text)
    for opening in askings where normals.count > opening.count && Array(normals.prefix(opening.count)) == opening {
      return normals.dropFirst(opening.count).joined(separator: " ")
    }
    return normals.isEmpty ? nil : normals.joined(separator: " ")
  }

  enum Reply { case yes, no, next, stop }

  static func reply(_ text: String) -> Reply? {
    let said = words(of: text).joined(separator: " ")
    return replies.first { $0.words.contains(said) }?.reply
  }

  private static let determiners: Set<String> = ["the", "a", "an", "my", "our", "your", "his", "her", "their", "this", "that"]

  private static let askings: [[String]] = [
    ["how", "do", "i"], ["how", "do", "you"], ["how", "do", "we"], ["how", "can", "i"], ["how", "can", "we"], ["how", "should", "i"],
    ["how", "to"], ["please", "help", "me", "to"], ["help", "me", "to"], ["help", "me"], ["i", "want", "to"], ["i", "need", "to"],
    ["show", "me", "how", "to"], ["tell", "me", "how", "to"], ["what", "do", "i", "do", "to"], ["what", "must", "i", "do", "to"],
    ["please"],
  ]

  private static let replies: [(reply: Reply, words: Set<String>)] = [
    (.yes, ["yes", "yep", "yeah", "yes it is", "yes it does", "it is", "it does", "true", "right", "correct", "i do", "yes i do"]),
    (.no, ["no", "nope", "no it is not", "no it isn't", "it is not", "it isn't", "not yet", "it doesn't", "it does not", "no i don't"]),
    (
      .next,
      [
        "next", "done", "ok", "okay", "ready", "go on", "continue", "and then", "then", "what next", "what now", "and now", "finished",
        "i did", "did it", "it is done", "and", "sure", "all right", "alright",
      ]
    ),
    (.stop, ["stop", "cancel", "quit", "end", "abort", "never mind", "forget it", "enough", "stop it", "stop here"]),
  ]
}
