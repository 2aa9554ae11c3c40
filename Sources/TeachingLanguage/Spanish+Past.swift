extension Spanish {
  static let pastTable = RomancePast(infinitives.subtracting(["ser", "ir"]), conjugate: past)

  /// “creó”, “crearon”
  private static func past(of verb: String) -> (one: String, many: String) {
    for (ending, stem) in irregularStems where verb == ending || (verb.hasSuffix(ending) && prefixed.contains(verb)) {
      let whole = verb.dropLast(ending.count) + stem
      return (whole + "o", whole + (stem.hasSuffix("j") ? "eron" : "ieron"))
    }
    if verb == "hacer" || verb == "satisfacer" { return (verb.dropLast(4) + "izo", verb.dropLast(4) + "icieron") }
    if verb == "dar" || verb == "ver" { return (verb.prefix(1) + "io", verb.prefix(1) + "ieron") }
    if verb.hasSuffix("ducir") { return (verb.dropLast(3) + "jo", verb.dropLast(3) + "jeron") }
    if verb.hasSuffix("ar") { return (verb.dropLast(2) + "ó", verb.dropLast(2) + "aron") }
    let stem = verb.dropLast(2)
    if let last = stem.last, "aeou".contains(last), !verb.hasSuffix("guir"), !verb.hasSuffix("quir") {
      return (stem + "yó", stem + "yeron")
    }
    let changed = verb.hasSuffix("ir") ? closed(String(stem), verb) : String(stem)
    return (changed + "ió", changed + "ieron")
  }

  /// “pedir” has “pidió”, “dormir” “durmió”.
  private static func closed(_ stem: String, _ verb: String) -> String {
    guard let change = stemChanges.first(where: { verb.hasSuffix($0.ending) }) else { return stem }
    return stem.dropLast(change.ending.count - 2) + change.stem
  }

  private static let stemChanges: [(ending: String, stem: String)] = [
    ("dormir", "durm"), ("morir", "mur"), ("sentir", "sint"), ("mentir", "mint"), ("pedir", "pid"), ("medir", "mid"), ("servir", "sirv"),
    ("seguir", "sigu"), ("ferir", "fir"), ("gerir", "gir"), ("vertir", "virt"), ("vestir", "vist"), ("petir", "pit"), ("rendir", "rind"),
    ("elegir", "elig"), ("regir", "rig"), ("herir", "hir"), ("hervir", "hirv"),
  ]

  private static let irregularStems = [
    ("estar", "estuv"), ("tener", "tuv"), ("poder", "pud"), ("poner", "pus"), ("saber", "sup"), ("caber", "cup"), ("haber", "hub"),
    ("venir", "vin"), ("querer", "quis"), ("andar", "anduv"), ("decir", "dij"), ("traer", "traj"),
  ]

  /// Made from an irregular verb, and not only ending as one: “mantener”, but not “encandar”.
  private static let prefixed: Set<String> = [
    "mantener", "contener", "obtener", "retener", "detener", "sostener", "componer", "disponer", "exponer", "imponer", "oponer", "proponer",
    "suponer", "descomponer", "intervenir", "prevenir", "convenir", "predecir", "contradecir", "atraer", "contraer", "distraer", "extraer",
  ]
}
