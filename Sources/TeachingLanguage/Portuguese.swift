import Understanding

/// Portuguese of Europe and of Brazil.
struct Portuguese: Romance {
  let agreeing: [(masculine: String, feminine: String)] = [
    ("o", "a"), ("os", "as"), ("um", "uma"), ("uns", "umas"), ("seu", "sua"), ("seus", "suas"), ("todo", "toda"), ("todos", "todas"),
    ("nenhum", "nenhuma"), ("cujo", "cuja"), ("cujos", "cujas"), ("este", "esta"), ("esse", "essa"), ("outro", "outra"),
    ("algum", "alguma"), ("alguns", "algumas"), ("ambos", "ambas"), ("dois", "duas"), ("muito", "muita"), ("muitos", "muitas"),
    ("quanto", "quanta"),
    ("quantos", "quantas"), ("conhecido", "conhecida"), ("conhecidos", "conhecidas"), ("vários", "várias"), ("dele", "dela"),
    ("chamado", "chamada"), ("chamados", "chamadas"), ("definido", "definida"), ("igual", "igual"), ("único", "única"), ("maior", "maior"),
    ("menor", "menor"),
    ("mesmo", "mesma"), ("ele", "ela"), ("eles", "elas"), ("multiplicado", "multiplicada"), ("dividido", "dividida"),
    ("desconhecido", "desconhecida"), ("calculado", "calculada"), ("completo", "completa"), ("livre", "livre"),
  ]

  var commonWords: Set<String> { Self.everydayWords }

  let contractions: [String: [String]] = {
    var all: [String: [String]] = [:]
    for (preposition, starts) in [("de", ["d"]), ("em", ["n"]), ("por", ["pel"])] {
      for start in starts {
        for article in ["o", "a", "os", "as"] { all[start + article] = [preposition, article] }
        guard preposition != "por" else { continue }
        for other in [
          "este", "esta", "estes", "estas", "esse", "essa", "isto", "isso", "aquilo", "aquele", "aquela", "ele", "ela", "eles", "elas",
        ] {
          all[start + other] = [preposition, other]
        }
      }
    }
    for other in ["um", "uma", "uns", "umas"] { all["n" + other] = ["em", other] }
    for other in ["um", "uma"] { all["d" + other] = ["de", other] }
    all["ao"] = ["a", "o"]
    all["aos"] = ["a", "os"]
    all["à"] = ["a", "a"]
    all["às"] = ["a", "as"]
    return all
  }()

  let prepositions: Set<String> = [
    "de", "em", "a", "com", "por", "para", "sobre", "contra", "entre", "sem", "até", "sob", "desde", "durante", "após", "segundo",
  ]

  let questionWords: Set<String> = [
    "se", "qual", "quais", "que", "quem", "quanto", "quanta", "quantos", "quantas", "como", "onde", "quando", "porque",
  ]

  let intensifiers: Set<String> = ["muito", "pouco", "bem", "mal", "extremamente", "altamente", "bastante", "não", "semi", "recém"]

  // MARK: Nouns

  func singulars(of word: String) -> [String] {
    if let irregular = Self.singularByIrregular[word] { return [irregular] }
    guard word.count >= 3, word.hasSuffix("s"), !Self.singularsInS.contains(word),
      !["us", "ss", "ês", "ás"].contains(where: word.hasSuffix)
    else { return word == "nus" || word == "crus" ? [String(word.dropLast())] : [] }
    func with(_ ending: String, _ dropped: Int) -> String { word.dropLast(dropped) + ending }
    for (plural, singular) in Self.endings where word.hasSuffix(plural) && word.count > plural.count {
      return [with(singular, plural.count)]
    }
    if word.hasSuffix("eis") { return Self.nounsInIL.contains(with("il", 3)) ? [with("il", 3)] : [with("el", 3)] }
    if word.hasSuffix("is") { return word.count > 4 && word.hasSuffix("uis") ? [with("l", 2)] : [] }
    if word.hasSuffix("res") {
      let stem = String(word.dropLast(2))
      let before = stem.dropLast().last
      guard let before, "aeiouáéíóú".contains(before), !Self.nounsInRE.contains(String(word.dropLast())) else { return [with("", 1)] }
      return [stem]
    }
    if word.hasSuffix("zes") { return [with("", 2)] }
    if word.hasSuffix("eses"), !Self.nounsInSE.contains(with("", 1)) { return [with("ês", 4)] }
    return [with("", 1)]
  }

  private static let endings = [
    ("ões", "ão"), ("ães", "ão"), ("ãos", "ão"), ("ns", "m"), ("áveis", "ável"), ("íveis", "ível"), ("úveis", "úvel"), ("óis", "ol"),
    ("éis", "el"), ("ais", "al"),
  ]

  func plural(of word: String) -> String {
    if let irregular = Self.pluralByIrregular[word] { return irregular }
    if Self.singularsInS.contains(word) || word.hasSuffix("x") || word.hasSuffix("us") { return word }
    guard let last = word.last, last.isLetter else { return word }
    func with(_ ending: String, _ dropped: Int) -> String { word.dropLast(dropped) + ending }
    if word.hasSuffix("ão") { return with("ões", 2) }
    if word.hasSuffix("m") { return with("ns", 1) }
    if word.hasSuffix("ês") { return with("eses", 2) }
    if Self.nounsInIL.contains(word) { return with("eis", 2) }
    if word.hasSuffix("vel") { return with("eis", 2) }
    for (singular, plural) in [("al", "ais"), ("el", "éis"), ("ol", "óis"), ("ul", "uis"), ("il", "is")] where word.hasSuffix(singular) {
      return with(plural, 2)
    }
    if last == "r" || last == "z" { return word + "es" }
    return last == "s" ? word : word + "s"
  }

  func isFeminine(noun: String) -> Bool {
    if Self.feminineNouns.contains(noun) { return true }
    if Self.masculineNouns.contains(noun) || noun == noun.uppercased() { return false }
    if ["ema", "oma", "grama", "trauma", "eta"].contains(where: noun.hasSuffix) {
      return noun.hasSuffix("eta") ? noun != "planeta" : false
    }
    return ["a", "ção", "são", "dade", "tude", "gem", "ície", "ise", "ose", "ite", "ez", "ase"].contains(where: noun.hasSuffix)
  }

  // MARK: Qualities

  var origin: String { "ês" }
  var irregularFeminines: [String: String] { Self.feminineByMasculine }
  var irregularMasculines: [String: String] { Self.masculineByFeminine }
  var endingsInO: [String] { Self.endingsInO }
  var qualities: Set<String> { Self.adjectives }
  var nouns: Set<String> { Self.nounsLikeQualities }
  var qualityEndings: [String] { Self.endingsInO + ["ável", "ível", "úvel", "ante", "ente", "ês"] }
  private static let endingsInO = ["oso", "enso", "ado", "ido", "ído", "ico", "ivo", "ário", "ento", "eno", "eiro"]

  // MARK: Verbs

  let pluralEnding = "am"
  let reflexiveJoint = "-se"
  func isIrregularParticiple(_ word: String) -> Bool { Self.participles.contains(word) }

  var verbs: RomanceVerbs { Self.verbTable }
  var past: RomancePast { Self.pastTable }
  let pastCopula = (one: "foi", many: "foram")

  /// A verb of another language stays as it is.
  func said(_ verb: String, _ form: VerbForm) -> String? {
    if form == .many, verb == pastCopula.one { return pastCopula.many }
    if form == .many, let many = past.many(of: verb) { return many }
    if form != .base, let plain = plain(ofReflexive: verb) { return "se " + Self.conjugate(plain, form) }
    return isInfinitive(verb) ? Self.conjugate(verb, form) : verb
  }
}
