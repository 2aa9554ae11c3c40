/// Spanish of Spain and of America.
struct Spanish: Romance {
  let agreeing: [(masculine: String, feminine: String)] = [
    ("el", "la"), ("los", "las"), ("un", "una"), ("unos", "unas"), ("todo", "toda"), ("todos", "todas"), ("ningún", "ninguna"),
    ("cuyo", "cuya"), ("cuyos", "cuyas"), ("este", "esta"), ("ese", "esa"), ("otro", "otra"), ("algún", "alguna"), ("algunos", "algunas"),
    ("ambos", "ambas"),
    ("mucho", "mucha"), ("muchos", "muchas"), ("cuánto", "cuánta"), ("cuántos", "cuántas"), ("conocido", "conocida"),
    ("conocidos", "conocidas"), ("varios", "varias"), ("llamado", "llamada"), ("llamados", "llamadas"), ("definido", "definida"),
    ("único", "única"), ("mayor", "mayor"), ("menor", "menor"), ("mismo", "misma"), ("ellos", "ellas"), ("multiplicado", "multiplicada"),
    ("dividido", "dividida"),
    ("desconocido", "desconocida"), ("calculado", "calculada"), ("completo", "completa"), ("uno", "una"),
  ]

  var commonWords: Set<String> { Self.everydayWords }

  let contractions = ["del": ["de", "el"], "al": ["a", "el"]]

  let prepositions: Set<String> = [
    "de", "en", "a", "con", "por", "para", "sobre", "contra", "entre", "sin", "hasta", "bajo", "desde", "durante", "tras", "según",
  ]

  let questionWords: Set<String> = [
    "si", "cuál", "cuáles", "qué", "quién", "cuánto", "cuánta", "cuántos", "cuántas", "cómo", "dónde", "cuándo",
  ]

  let intensifiers: Set<String> = ["muy", "poco", "bien", "mal", "extremadamente", "altamente", "bastante", "no", "semi", "recién"]

  /// “el agua”: before a stressed a; “e impresoras”, “u ocho”: before the same sound.
  func article(_ article: String, before noun: String) -> String {
    let next = noun.lowercased()
    if article == "y", next.hasPrefix("i") || (next.hasPrefix("hi") && !next.hasPrefix("hie")) { return "e" }
    if article == "o", next.hasPrefix("o") || next.hasPrefix("ho") { return "u" }
    guard article == "la" || article == "una" else { return article }
    let head = noun.lowercased().split(separator: " ").first.map(String.init) ?? ""
    return Self.stressedA.contains(head) ? article == "la" ? "el" : "un" : article
  }

  private static let stressedA: Set<String> = [
    "agua", "hambre", "área", "arma", "ave", "alma", "águila", "ala", "aula", "ama", "asma", "anca",
  ]

  // MARK: Nouns

  func singulars(of word: String) -> [String] {
    if let irregular = Self.singularByIrregular[word] { return [irregular] }
    guard word.count >= 3, word.hasSuffix("s"), !Self.singularsInS.contains(word),
      !["us", "is", "ss", "és", "ás", "ís", "ús"].contains(where: word.hasSuffix) || Self.shortInS.contains(word)
    else { return [] }
    let stem = String(word.dropLast())
    guard word.hasSuffix("es") else { return [stem] }
    let bare = String(stem.dropLast())
    for (plural, singular) in Self.accentedEndings where word.hasSuffix(plural) { return [word.dropLast(plural.count) + singular] }
    if Self.nounsInE.contains(stem) { return [stem] }
    if word.hasSuffix("ces") { return [bare.dropLast() + "z"] }
    guard let last = bare.last, let before = bare.dropLast().last else { return [stem] }
    // “sobre”, “doble”, “carne”, “grande”: after two consonants the e belongs to the word.
    guard "lrndyj".contains(last), "aeiouáéíóú".contains(before), last != "j" || bare.hasSuffix("oj") else { return [stem] }
    return [bare]
  }

  private static let accentedEndings = [
    ("iones", "ión"), ("ones", "ón"), ("ines", "ín"), ("unes", "ún"), ("eses", "és"),
  ]
  private static let shortInS: Set<String> = ["cafés", "puré", "purés", "bebés", "tés", "sofás", "mamás", "papás", "menús", "pies", "pis"]

  func plural(of word: String) -> String {
    if let irregular = Self.pluralByIrregular[word] { return irregular }
    if Self.singularsInS.contains(word) || word.hasSuffix("x") || word.hasSuffix("us") || word.hasSuffix("is") { return word }
    guard let last = word.last, last.isLetter else { return word }
    if last == "z" { return word.dropLast() + "ces" }
    for (plural, singular) in Self.accentedEndings where word.hasSuffix(singular) { return word.dropLast(singular.count) + plural }
    if word.hasSuffix("án") { return word.dropLast(2) + "anes" }
    if "aeiouáéóíú".contains(last) { return word + "s" }
    return "lrndyj".contains(last) ? word + "es" : last == "s" ? word : word + "s"
  }

  func isFeminine(noun: String) -> Bool {
    if Self.feminineNouns.contains(noun) { return true }
    if Self.masculineNouns.contains(noun) || noun == noun.uppercased() { return false }
    if ["ema", "oma", "grama", "trauma", "ama"].contains(where: noun.hasSuffix) { return false }
    return ["a", "ción", "sión", "dad", "tad", "tud", "umbre", "osis", "itis", "ez", "icie"].contains(where: noun.hasSuffix)
  }

  // MARK: Qualities

  var origin: String { "és" }
  var irregularFeminines: [String: String] { Self.feminineByMasculine }
  var irregularMasculines: [String: String] { Self.masculineByFeminine }
  var endingsInO: [String] { Self.endingsInO }
  var qualities: Set<String> { Self.adjectives }
  var nouns: Set<String> { Self.nounsLikeQualities }
  var qualityEndings: [String] { Self.endingsInO + ["able", "ible", "ante", "ente", "és"] }
  private static let endingsInO = ["oso", "enso", "ado", "ido", "ído", "ico", "ivo", "ario", "ento", "eño"]

  // MARK: Verbs

  let pluralEnding = "an"
  let reflexiveJoint = "se"
  func isIrregularParticiple(_ word: String) -> Bool { Self.participles.contains(word) }

  var verbs: RomanceVerbs { Self.verbTable }
  var past: RomancePast { Self.pastTable }
  let pastCopula = (one: "fue", many: "fueron")

  /// A verb of another language stays as it is.
  func said(_ verb: String, _ form: VerbForm) -> String? {
    if form == .many, verb == pastCopula.one { return pastCopula.many }
    if form == .many, let many = past.many(of: verb) { return many }
    if form != .base, let plain = plain(ofReflexive: verb) { return "se " + Self.conjugate(plain, form) }
    return isInfinitive(verb) ? Self.conjugate(verb, form) : verb
  }
}
