import Understanding

/// How English bends its words. A relation's label is the third person: “interacts with”.
struct English: Morphology {
  // MARK: Nouns

  /// What the word may be the plural of, likeliest first; empty where it does not look like a plural.
  func singulars(of word: String) -> [String] {
    if let irregular = Self.singularByIrregular[word] { return [irregular] }
    guard word.utf8.count >= 3, word.hasSuffix("s"), !isSingularInS(word) else { return [] }
    let stem = String(word.dropLast())
    guard word.hasSuffix("es") else { return [stem] }
    let short = String(stem.dropLast())
    if word.hasSuffix("ies") { return word.utf8.count > 4 ? [short.dropLast() + "y", stem] : [stem] }
    if word.hasSuffix("ves") {
      let root = String(short.dropLast())
      if Self.stemsInF.contains(root) { return [root + "f", stem] }
      if Self.stemsInFE.contains(root) { return [root + "fe", stem] }
      return [stem]
    }
    if short.hasSuffix("ss") || short.hasSuffix("sh") || short.hasSuffix("ch") || short.hasSuffix("x") || short.hasSuffix("zz") {
      return Self.stemsInCHE.contains(stem) ? [stem, short] : [short, stem]
    }
    if short.hasSuffix("o") { return Self.stemsInOE.contains(stem) ? [stem, short] : [short, stem] }
    // “trellises”, but “exercises”.
    if ["llis", "tris"].contains(where: short.hasSuffix) { return [short, stem] }
    // “viruses”, “walruses”, but “houses”, “causes”, “uses”.
    if short.hasSuffix("us"), !["ous", "aus"].contains(where: short.hasSuffix), !Self.stemsInUSE.contains(stem) { return [short, stem] }
    if short.hasSuffix("s") || short.hasSuffix("z") { return [stem, short] }
    return [stem]
  }

  func looksPlural(_ word: String) -> Bool { !singulars(of: word).isEmpty }

  func plural(of word: String) -> String {
    if let irregular = Self.pluralByIrregular[word] { return irregular }
    if Self.unchanged.contains(word) { return word }
    if let last = word.last, last.isNumber { return word }
    if word.hasSuffix("y"), let before = word.dropLast().last, !isVowel(before) { return word.dropLast() + "ies" }
    if word.hasSuffix("fe"), Self.stemsInFE.contains(String(word.dropLast(2))) { return word.dropLast(2) + "ves" }
    if word.hasSuffix("f"), Self.stemsInF.contains(String(word.dropLast())) { return word.dropLast() + "ves" }
    if ["s", "x", "z", "sh", "ch"].contains(where: word.hasSuffix) { return word + "es" }
    if word.hasSuffix("o"), Self.stemsInO.contains(word) { return word + "es" }
    return word + "s"
  }

  /// “diabetes”, “couscous”, “asparagus”: an s that is part of the word.
  private func isSingularInS(_ word: String) -> Bool {
    ["ss", "us", "is"].contains(where: word.hasSuffix) || Self.singularsInS.contains(word)
  }

  /// “a” or “an”, by the sound that follows.
  func article(before text: String) -> String {
    let lower = text.lowercased()
    guard let first = lower.first else { return "a" }
    let word = String(lower.prefix { $0.isLetter || $0.isNumber })
    let written = String(text.prefix { $0.isLetter || $0.isNumber })
    if written.count > 1, written.count <= 4, written.allSatisfy(\.isUppercase) {
      return "aefhilmnorsx".contains(first) ? "an" : "a"  // said letter by letter: an HDL
    }
    if ["hour", "honest", "honour", "honor", "heir"].contains(where: word.hasPrefix) { return "an" }
    if ["uni", "use", "usu", "eu", "one", "ure", "uti", "ura", "ewe"].contains(where: word.hasPrefix), !word.hasPrefix("unin") {
      return "a"
    }
    if first.isNumber { return first == "8" || word == "11" || word == "18" ? "an" : "a" }
    return isVowel(first) ? "an" : "a"
  }

  /// Whether people say it without “a”: rice, hypoglycemia, Lisbon, “Butter, salted”.
  func standsAlone(_ label: String) -> Bool {
    if label.contains(",") || label.contains(where: \.isNumber) { return true }
    guard let head = label.split(separator: " ").last.map(String.init) else { return true }
    if head.contains(where: \.isUppercase) { return true }
    if looksPlural(head) || Self.massNouns.contains(head) || !head.unicodeScalars.allSatisfy(\.isASCII) { return true }
    return Self.massEndings.contains { head.hasSuffix($0) && head.utf8.count > $0.utf8.count + 1 }
  }

  // MARK: Verbs

  func thirdPerson(of verb: String) -> String {
    switch verb {
    case "have": return "has"
    case "be", "are", "am": return "is"
    case "do": return "does"
    case "go": return "goes"
    default: break
    }
    if verb.hasSuffix("y"), let before = verb.dropLast().last, !isVowel(before) { return verb.dropLast() + "ies" }
    if ["s", "x", "z", "sh", "ch", "o"].contains(where: verb.hasSuffix) { return verb + "es" }
    return verb + "s"
  }

  /// The verb's plain form; nil where the word cannot be a third person.
  func plainForm(of verb: String) -> String? {
    switch verb {
    case "has": return "have"
    case "is": return "are"
    case "does": return "do"
    case "goes": return "go"
    default: break
    }
    guard verb.utf8.count > 2, verb.hasSuffix("s"), !verb.hasSuffix("ss"), !verb.hasSuffix("us"), !verb.hasSuffix("is") else { return nil }
    if verb.hasSuffix("ies"), verb.utf8.count > 4 { return verb.dropLast(3) + "y" }
    if ["sses", "xes", "zzes", "shes", "ches", "oes"].contains(where: verb.hasSuffix) { return String(verb.dropLast(2)) }
    return String(verb.dropLast())
  }

  /// Whether it ends like a noun made from a verb: “blocker” and not “lower”.
  func looksLikeAgent(_ word: String) -> Bool {
    word.utf8.count > 4 && ["er", "or", "ment", "tion", "ness", "ity"].contains(where: word.hasSuffix) && !Self.verbsInR.contains(word)
  }

  private static let verbsInR: Set<String> = [
    "lower", "alter", "deliver", "offer", "trigger", "cover", "suffer", "monitor", "favor", "order", "consider", "register", "enter",
    "answer", "transfer", "administer", "filter", "recover", "discover", "gather", "hinder", "differ", "refer", "prefer",
  ]

  static let prepositions: Set<String> = [
    "with", "to", "from", "of", "in", "on", "by", "for", "against", "at", "into", "about", "near", "under", "within",
    "inside", "behind", "beside", "during", "through", "across", "as", "along", "onto", "among", "off", "upon", "toward", "towards",
    "throughout", "beneath",
  ]

  /// Whether the label is said as a verb between two things (“interacts with”, “is part of”) and not as “the … of”.
  func isVerbal(_ label: String) -> Bool {
    VerbPhrase(label) != nil
  }

  // MARK: Adverbs

  func endsNoName(_ word: String) -> Bool {
    Self.adverbs.contains(word) || (word.hasSuffix("ly") && word.utf8.count > 5 && !Self.nounsInLY.contains(word))
  }

  // MARK: Adjectives

  func isPhrasal(_ words: String) -> Bool { Self.phrasalQualities.contains(words) }

  /// Whether it is said of a thing without an article: low-GI, fried, rich in potassium.
  func looksAdjectival(_ label: String) -> Bool {
    let words = label.lowercased().split(separator: " ").map(String.init)
    guard let first = words.first, let last = words.last else { return false }
    if Self.phrasalQualities.contains(where: { label.lowercased() == $0 || label.lowercased().hasPrefix($0 + " ") }) { return true }
    // “free of gluten”, “suitable for children”, but “source of fiber”.
    if words.count >= 3, words[1] == "of" { return ["free", "full", "capable", "fond", "made"].contains(first) || looksAdjectival(first) }
    if words.count >= 3, ["in", "for", "from", "to", "on", "about", "at", "with"].contains(words[1]) { return true }
    if let hyphen = last.firstIndex(of: "-"), words.count == 1 {
      let (left, right) = (String(last[..<hyphen]), String(last[last.index(after: hyphen)...]))
      return Self.gradable.contains(left) || ["free", "rich", "poor", "friendly", "based", "free of", "safe", "like"].contains(right)
        || looksAdjectival(right)
    }
    if words.count == 2, Self.intensifiers.contains(first) { return looksAdjectival(last) }
    guard words.count == 1 else { return false }
    if Self.adjectives.contains(last) { return true }
    if Self.nounsLikeAdjectives.contains(last) { return false }
    return Self.adjectivalEndings.contains { last.hasSuffix($0) && last.utf8.count > $0.utf8.count + 2 }
  }

  private func isVowel(_ character: Character) -> Bool { "aeiou".contains(character) }
}
