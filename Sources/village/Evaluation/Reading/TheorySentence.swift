/// What the machine-made sentences of ProofWriter and ProntoQA mean, in the notation of `Notation`.
///
/// Their makers wrote them from a handful of templates, which are taken apart here word by word and without the grammar
/// that is measured. “Things” and “people” only carry the words before them: whatever is so.
enum TheorySentence {
  /// Nil where no template fits.
  static func meaning(of sentence: String) -> String? {
    let text = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    if text.hasPrefix("If ") { return conditional(String(text.dropFirst(3))) }
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first else { return nil }
    if let noun = words.firstIndex(where: { $0 == "things" || $0 == "people" }) { return ofAll(words, noun) }
    guard ["Every", "Each", "All"].contains(first) else { return claim(in: sentence) }
    return ofEvery(words)
  }

  static func claim(in sentence: String) -> String? {
    let text = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    return clause(text.split(separator: " ").map(String.init), previous: nil)?.text
  }

  // MARK: Rules

  private static func conditional(_ text: String) -> String? {
    guard let then = text.firstRange(of: " then ") else { return nil }
    var body: [String] = []
    var subject: String?
    var isCopula = false
    for part in text[..<then.lowerBound].split(separator: " and ", omittingEmptySubsequences: true) {
      var words = part.split(separator: " ").map(String.init)
      // “is kind and rough”: what follows “and” is said of the same.
      if isCopula, let subject, words.count <= 2, !words.contains("is") { words = [subject, "is"] + words }
      guard let condition = clause(words, previous: subject) else { return nil }
      if !body.contains(condition.text) { body.append(condition.text) }
      subject = subject ?? words.first
      isCopula = words.contains("is") || words.contains("are")
    }
    guard let head = clause(text[then.upperBound...].split(separator: " ").map(String.init), previous: nil) else { return nil }
    return head.text + " if " + body.joined(separator: " & ")
  }

  /// “All cold, rough things are not green”
  private static func ofAll(_ words: [String], _ noun: Int) -> String? {
    let isAll = words[0] == "All"
    let qualities = words[(isAll ? 1 : 0)..<noun].map { $0.lowercased().replacing(",", with: "") }
    var rest = words[(noun + 1)...]
    guard rest.popFirst() == "are", !qualities.isEmpty else { return nil }
    let isNegated = rest.first == "not"
    guard let quality = rest.last, rest.count == (isNegated ? 2 : 1) else { return nil }
    // “All … are not …” may also mean: not every one. So the rule is a strict no and the first of two readings.
    return (isAll ? "strict " : "") + (isNegated ? "not " : "") + "is a(x, \(quality)) if "
      + qualities.map { "is a(x, \($0))" }.joined(separator: " & ")
  }

  /// “Every wumpus is not kind”, “Each dumpus is a jompus”
  private static func ofEvery(_ words: [String]) -> String? {
    guard words.count >= 4, ["is", "are"].contains(words[2]) else { return nil }
    let rest = words[3...].filter { $0 != "not" }
    let isNegated = rest.count < words.count - 3
    let kind = singular(words[1], isPlural: words[2] == "are")
    if let article = rest.first, ["a", "an"].contains(article), rest.count == 2, !isNegated { return "is a(\(kind), \(rest[1]))" }
    guard let quality = rest.last, rest.count <= 2 else { return nil }
    return "strict \(isNegated ? "not " : "")is a(x, \(quality)) if is a(x, \(kind))"
  }

  // MARK: Clauses

  /// “Bob is not cold”, “the cat eats the dog”, “they do not like the cow”, “Wumpuses are tumpuses”
  private static func clause(_ all: [String], previous: String?) -> (text: String, subject: String)? {
    var words = all[...]
    guard var subject = words.popFirst() else { return nil }
    if subject.lowercased() == "the" {
      guard let verb = words.firstIndex(where: { ["is", "does"].contains($0) || $0.hasSuffix("s") }) else { return nil }
      subject = words[..<verb].joined(separator: " ")
      words = words[verb...]
    }
    if ["something", "someone", "it", "they"].contains(subject.lowercased()) { subject = "x" }
    guard var verb = words.popFirst() else { return nil }
    var isNegated = false
    if verb == "does" || verb == "do" {
      guard words.popFirst() == "not", let plain = words.popFirst() else { return nil }
      (verb, isNegated) = (plain, true)
    }
    if verb == "is" || verb == "are" {
      if verb == "are", subject != "x" { subject = singular(subject, isPlural: true) }
      if words.first == "not" {
        isNegated = true
        words.removeFirst()
      }
      let isNoun = ["a", "an"].contains(words.first ?? "")
      if isNoun { words.removeFirst() }
      guard words.count == 1, let object = words.first else { return nil }
      let kind = !isNoun && verb == "are" && subject != "x" ? singular(object, isPlural: object.hasSuffix("puses")) : object
      return (said("is a", subject, kind, isNegated), subject)
    }
    if words.first == "the" { words.removeFirst() }
    guard !words.isEmpty else { return nil }
    return (said(verb.hasSuffix("s") ? verb : verb + "s", subject, words.joined(separator: " "), isNegated), subject)
  }

  private static func said(_ relation: String, _ subject: String, _ object: String, _ isNegated: Bool) -> String {
    "\(isNegated ? "not " : "")\(relation)(\(subject), \(object))".lowercased()
  }

  private static func singular(_ word: String, isPlural: Bool) -> String {
    guard isPlural else { return word.lowercased() }
    return (word.hasSuffix("uses") ? String(word.dropLast(2)) : word.hasSuffix("s") ? String(word.dropLast()) : word).lowercased()
  }
}
