/// The forms of the common verbs, from their infinitives; other verbs go by rule.
struct RomanceVerbs: Sendable {
  private let infinitiveByForm: [VerbForm: [String: String]]
  private let infinitiveBySubjunctive: [VerbForm: [String: String]]
  let infinitives: Set<String>

  /// - Parameter conjugate: a form of an infinitive.
  /// - Parameter subjunctive: its third persons in the subjunctive.
  init(
    _ infinitives: Set<String>, conjugate: (String, VerbForm) -> String, subjunctive: (String) -> (one: String, many: String)
  ) {
    self.infinitives = infinitives
    var byForm: [VerbForm: [String: String]] = [:]
    for form in [VerbForm.third, .many, .first] {
      // By alphabet, so that of two verbs with one form it is always the same.
      for verb in infinitives.sorted() where byForm[form]?[conjugate(verb, form)] == nil {
        byForm[form, default: [:]][conjugate(verb, form)] = verb
      }
    }
    infinitiveByForm = byForm
    let wished = infinitives.sorted().map { (verb: $0, form: subjunctive($0)) }
    infinitiveBySubjunctive = [
      .third: Dictionary(wished.map { ($0.form.one, $0.verb) }) { first, _ in first },
      .many: Dictionary(wished.map { ($0.form.many, $0.verb) }) { first, _ in first },
    ]
  }

  func infinitive(ofSubjunctive word: String, _ form: VerbForm) -> String? { infinitiveBySubjunctive[form]?[word] }

  /// From the first person, as grammars teach it: “tenho”, “tenha”.
  static func subjunctive(of verb: String, from first: String) -> String {
    let stem = String(first.dropLast())
    guard verb.hasSuffix("ar") else { return stem + "a" }
    if stem.hasSuffix("c") { return stem.dropLast() + "que" }
    if stem.hasSuffix("g") { return stem + "ue" }
    if stem.hasSuffix("ç") || stem.hasSuffix("z") { return stem.dropLast() + "ce" }
    return stem + "e"
  }

  func infinitive(of word: String, _ form: VerbForm) -> String? {
    form == .base ? infinitives.contains(word) ? word : nil : infinitiveByForm[form]?[word]
  }
}

extension Romance {
  func isFrequentVerb(_ word: String) -> Bool { verbs.infinitives.contains(word) }

  /// What is done to nothing is known by its infinitive: “voar”. Of unknown words nobody can tell.
  func deed(_ word: String, _ form: VerbForm) -> String? { verbs.infinitive(of: word, form) }

  func said(deed: String, _ form: VerbForm) -> String? {
    let words = deed.split(separator: " ").map(String.init)
    guard let verb = words.first, isInfinitive(verb), let bent = said(verb, form) else { return nil }
    return ([bent] + words.dropFirst()).joined(separator: " ")
  }

  /// “tomando” is of “tomar”.
  func third(ofGerund word: String) -> String? {
    for (ending, infinitives) in [("iendo", ["er", "ir"]), ("yendo", ["er", "ir"]), ("ando", ["ar"]), ("endo", ["er"]), ("indo", ["ir"])]
    where word.hasSuffix(ending) {
      let stem = word.dropLast(ending.count)
      return infinitives.map { stem + $0 }.first(where: verbs.infinitives.contains)
    }
    return nil
  }

  func isImperative(_ word: String) -> Bool {
    verbs.infinitive(ofSubjunctive: word, .third) != nil || verbs.infinitives.contains(word)
  }

  func subjunctives(of word: String, _ form: VerbForm) -> [String] {
    verbs.infinitive(ofSubjunctive: word, form).map { [$0] } ?? []
  }

  var copulas: Set<String> { ["ser", "estar"] }

  func reflexive(_ label: String) -> String? { verbs.infinitives.contains(label) ? label + reflexiveJoint : nil }

  func plain(ofReflexive label: String) -> String? {
    guard label.hasSuffix(reflexiveJoint) else { return nil }
    let plain = String(label.dropLast(reflexiveJoint.count))
    return verbs.infinitives.contains(plain) ? plain : nil
  }

  func isInfinitive(_ word: String) -> Bool {
    if verbs.infinitives.contains(word) || plain(ofReflexive: word) != nil { return true }
    return word.count >= 5 && ["ar", "ir"].contains(where: word.hasSuffix) && !nouns.contains(word) && !Self.othersInR.contains(word)
  }

  /// English nouns that end like infinitives.
  private static var othersInR: Set<String> {
    [
      "sugar", "dollar", "calendar", "similar", "popular", "cellar", "pillar", "collar", "grammar", "scholar", "seminar", "nectar",
      "radar", "solar", "polar", "linear", "vulgar", "regular", "singular", "particular", "molecular", "nuclear", "muscular",
      "vascular", "cellular", "altar", "cigar", "guitar", "vinegar", "caviar", "bazaar", "avatar", "jaguar", "hangar", "beggar",
      "burglar", "chair", "stair", "repair", "affair", "souvenir", "elixir", "reservoir", "memoir", "tapir", "nadir", "lunar",
      "cougar", "mortar", "insular", "ocular", "modular", "tubular", "granular", "angular", "circular", "familiar", "peculiar",
    ]
  }

  func isVerbal(_ label: String) -> Bool {
    let words = label.lowercased().split(separator: " ").map(String.init)
    guard let first = words.first, let last = words.last else { return false }
    if copulas.contains(first) { return words.count > 1 }
    if tellsPast(label.lowercased()) { return true }
    return isInfinitive(first) && (words.count == 1 || (words.count <= 3 && isPreposition(last)))
  }

  func isPreposition(_ word: String) -> Bool { prepositions.contains(word) }

  func relations(of word: String, _ form: VerbForm) -> [String] {
    if let known = verbs.infinitive(of: word, form) { return [known] }
    if let past = past.label(of: word, form) { return [past] }
    return guessed(word, form).map { [$0] } ?? []
  }

  /// Verbs in -ar go by rule; what ends in -e may be of two kinds, so it is not guessed.
  private func guessed(_ word: String, _ form: VerbForm) -> String? {
    let ending: String
    switch form {
    case .third: ending = "a"
    case .many: ending = pluralEnding
    case .first: ending = "o"
    case .base: return isInfinitive(word) ? word : nil
    }
    guard word.hasSuffix(ending), word.count > 3 else { return nil }
    let infinitive = String(word.dropLast(ending.count)) + "ar"
    return isInfinitive(infinitive) ? infinitive : nil
  }

  func newVerbCost(_ word: String, _ form: VerbForm) -> Double? {
    if verbs.infinitive(of: word, form) != nil { return nouns.contains(word) ? 0.5 : 0 }
    if past.label(of: word, form) != nil { return 0.2 }
    return guessed(word, form) == nil || qualities.contains(masculine(of: word)) || nouns.contains(word) ? nil : 1.2
  }

  /// “tratado”, “ligada”
  func isParticiple(_ word: String) -> Bool {
    let base = masculine(of: singulars(of: word).first ?? word)
    return (base.hasSuffix("ado") || base.hasSuffix("ido") || base.hasSuffix("ído")) && base.count > 4 && !nouns.contains(base)
  }
}
