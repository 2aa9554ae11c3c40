/// What is left of a sentence without the words that say nothing: two sentences with one gist ask the same, however politely.
///
/// It hangs on the sentence alone, never on what else is taught, so sentences alike are found by one look-up and stay alike.
/// The learner's likeness (``Learner/nearDuplicates(of:similarityMin:in:)``) also takes “the GI of rice” for nearly “the GI of
/// bread”, as it should to guess; one who compares what people teach needs sentences that cannot be meant differently.
public enum SentenceGist {
  /// The words that count, in their order, each in a plain form; all words where none counts.
  public static func gist(of text: String) -> String {
    let tokens = Token.tokens(of: text).filter { $0.kind != .mark }
    let words = tokens.flatMap { expanded($0.normal) }
    let kept = words.filter { !empty.contains($0) }
    return (kept.isEmpty ? words : kept.map(plain)).joined(separator: " ")
  }

  /// “what's” is “what is”, “don't” is “do not”.
  private static func expanded(_ word: String) -> [String] {
    let word = word.replacing("’", with: "'")
    if let whole = irregular[word] { return whole }
    if word.hasSuffix("n't") { return [String(word.dropLast(3)), "not"] }
    guard let mark = word.firstIndex(of: "'"), mark > word.startIndex else { return [word] }
    return [String(word[..<mark])]
  }

  /// Singular and plural alike. Not a stem: “allowed” and “allow” may be meant differently.
  private static func plain(_ word: String) -> String {
    guard word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"), !word.hasSuffix("is") else { return word }
    if word.count > 4, word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    let isHissing =
      word.hasSuffix("ses") || word.hasSuffix("xes") || word.hasSuffix("ches") || word.hasSuffix("shes") || word.hasSuffix("oes")
    return String(word.dropLast(isHissing ? 2 : 1))
  }

  private static let irregular: [String: [String]] = [
    "can't": ["can", "not"], "cannot": ["can", "not"], "won't": ["will", "not"], "whats": ["what"], "dont": ["do", "not"],
  ]

  /// Articles, courtesy and forms of “be” and “do”. Not who, when, where, how and not, nor any word of place or direction.
  private static let empty: Set<String> = [
    "a", "an", "the", "is", "are", "am", "be", "was", "were", "do", "does", "did", "please", "hi", "hello", "hey", "thanks", "just", "so",
    "well", "ok", "okay", "then", "now", "exactly", "really", "actually", "kindly", "um", "uh",
  ]
}
