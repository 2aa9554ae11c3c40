extension Portuguese {
  static let pastTable = RomancePast(infinitives.subtracting(["ser", "ir", "fugir"]), conjugate: past)

  /// “criou”, “criaram”
  private static func past(of verb: String) -> (one: String, many: String) {
    for (ending, one, many) in irregularPasts where verb == ending || verb.hasSuffix(ending) && prefixed.contains(verb) {
      let prefix = verb.dropLast(ending.count)
      return (prefix + one, prefix + many)
    }
    func with(_ ending: String) -> String { verb.dropLast(2) + ending }
    if verb.hasSuffix("pôr") || verb.hasSuffix("por") { return (verb.dropLast(3) + "pôs", verb.dropLast(3) + "puseram") }
    if verb.hasSuffix("ar") { return (with("ou"), with("aram")) }
    if verb.hasSuffix("er") { return (with("eu"), with("eram")) }
    if let before = verb.dropLast(2).last, before == "a" || before == "u", !verb.hasSuffix("guir") { return (with("iu"), with("íram")) }
    return (with("iu"), with("iram"))
  }

  private static let irregularPasts = [
    ("estar", "esteve", "estiveram"), ("ter", "teve", "tiveram"), ("fazer", "fez", "fizeram"), ("dizer", "disse", "disseram"),
    ("trazer", "trouxe", "trouxeram"), ("ver", "viu", "viram"), ("vir", "veio", "vieram"), ("dar", "deu", "deram"),
    ("querer", "quis", "quiseram"), ("poder", "pôde", "puderam"), ("saber", "soube", "souberam"), ("haver", "houve", "houveram"),
    ("caber", "coube", "couberam"),
  ]

  /// Made from an irregular verb, and not only ending as one: “manter”, but not “prometer”.
  private static let prefixed: Set<String> = [
    "manter", "obter", "deter", "reter", "conter", "suster", "satisfazer", "contradizer", "predizer", "prever", "rever", "intervir",
    "convir",
  ]
}
