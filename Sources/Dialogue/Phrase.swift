import Understanding

/// What people say about the conversation itself, in English.
///
/// Few and fixed: everything else that people say is taught.
enum Phrase {
  /// The words of a sentence without marks, in normal form: how phrases are compared.
  static func words(of text: String) -> [String] {
    Token.tokens(of: text).filter { $0.kind != .mark }.map(\.normal)
  }

  /// “Why?”, “Who says so?”
  static func asksWhy(_ text: String) -> Bool {
    var words = words(of: text)
    while let first = words.first, openings.contains(first), words.count > 1 { words.removeFirst() }
    return why.contains(words.joined(separator: " "))
  }

  /// “That is wrong.”, with nothing said in its place.
  static func saysWrong(_ text: String) -> Bool {
    var words = words(of: text)
    while let first = words.first, openings.contains(first), words.count > 1 { words.removeFirst() }
    return wrong.contains(words.joined(separator: " "))
  }

  /// What follows “and”, “what about” and the like: the last question over again, of this.
  static func followUp(_ text: String) -> String? {
    let tokens = Token.tokens(of: text)
    let normals = tokens.map(\.normal)
    for opening in followUps where normals.count > opening.count && Array(normals.prefix(opening.count)) == opening {
      let start = tokens[opening.count].range.lowerBound
      return String(decoding: text.utf8.dropFirst(start), as: UTF8.self)
    }
    return nil
  }

  /// “2”, “the second one”, “the second”: which of the choices offered, from 0.
  static func choice(_ text: String) -> Int? {
    var words = words(of: text)
    if words.first == "the" { words.removeFirst() }
    if words.last == "one", words.count > 1 { words.removeLast() }
    guard words.count == 1, let word = words.first else { return nil }
    return ordinals.firstIndex { $0.contains(word) }
  }

  private static let openings: Set<String> = ["but", "and", "so", "no", "ok", "okay", "please", "well", "hm", "hmm"]

  private static let why: Set<String> = [
    "why", "why so", "why not", "why is that", "why is it", "why is that so", "how come", "how so", "how do you know",
    "how do you know that", "how do you know this", "why do you say that", "why do you say so", "why do you think so", "who says so",
    "who says that", "who says", "says who", "who said so", "who said that", "who told you", "who told you that", "who told you so",
    "who taught you that", "who taught you this", "where does that come from", "where did you get that", "what is your source",
    "what's your source", "source", "explain", "explain that", "explain why", "are you sure",
  ]

  private static let wrong: Set<String> = [
    "wrong", "that is wrong", "that's wrong", "thats wrong", "this is wrong", "it is wrong", "it's wrong", "you are wrong",
    "you're wrong", "that is not right", "that's not right", "that isn't right", "that is not true", "that's not true",
    "that isn't true", "not true", "that is incorrect", "that's incorrect", "incorrect", "that is false", "false", "that's false",
    "that is not what i asked", "that's not what i asked", "that is not what i meant", "that's not what i meant",
  ]

  private static let followUps: [[String]] = [
    ["and", "what", "about"], ["and", "how", "about"], ["what", "about"], ["how", "about"], ["and", "for"], ["and", "of"], ["and"], ["or"],
  ]

  private static let ordinals: [Set<String>] = [
    ["1", "first", "a"], ["2", "second", "b"], ["3", "third", "c"], ["4", "fourth", "d"], ["5", "fifth", "e"],
  ]
}
