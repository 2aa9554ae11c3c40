/// When two questions are one question put twice: they differ in case, spacing and punctuation at most.
public enum QuestionKey {
  /// The question's words and symbols, one space between; the lower-cased text where it has none.
  public static func key(of question: String) -> String {
    let kept = Token.tokens(of: question).lazy.filter { !isPunctuation($0) }.map(\.normal)
    return kept.isEmpty ? question.lowercased() : kept.joined(separator: " ")
  }

  /// Marks that say nothing of what is asked; `%`, `<` and `+` do.
  private static func isPunctuation(_ token: Token) -> Bool {
    token.kind == .mark && punctuation.contains(token.normal)
  }

  private static let punctuation: Set<String> = ["?", "!", ".", ",", ";", ":", "\"", "'", "-", "(", ")", "…", "¿", "¡"]
}
