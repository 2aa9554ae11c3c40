/// Verbs in the past, words that tell the manner, and what is done to nothing.
extension English {
  private static let pastByPlain: [String: String] = Dictionary(uniqueKeysWithValues: irregularPasts + pastsLikeOthers)
  private static let plainByPast: [String: String] = Dictionary(uniqueKeysWithValues: irregularPasts.map { ($0.1, $0.0) })

  /// Those that are no other word.
  private static let irregularPasts = [
    ("win", "won"), ("write", "wrote"), ("make", "made"), ("build", "built"), ("give", "gave"), ("take", "took"), ("become", "became"),
    ("hold", "held"), ("grow", "grew"), ("know", "knew"), ("draw", "drew"), ("throw", "threw"), ("begin", "began"), ("sing", "sang"),
    ("drink", "drank"), ("swim", "swam"), ("come", "came"), ("go", "went"), ("bring", "brought"), ("buy", "bought"), ("catch", "caught"),
    ("teach", "taught"), ("fight", "fought"), ("seek", "sought"), ("sell", "sold"), ("tell", "told"), ("keep", "kept"),
    ("sleep", "slept"), ("lose", "lost"), ("send", "sent"), ("spend", "spent"), ("lend", "lent"), ("find", "found"), ("wear", "wore"),
    ("choose", "chose"), ("break", "broke"), ("drive", "drove"), ("ride", "rode"), ("lead", "led"), ("meet", "met"), ("eat", "ate"),
    ("stand", "stood"), ("understand", "understood"), ("fly", "flew"), ("speak", "spoke"), ("steal", "stole"), ("forget", "forgot"),
    ("leave", "left"), ("run", "ran"), ("sit", "sat"), ("pay", "paid"), ("say", "said"), ("feel", "felt"), ("fall", "fell"),
    ("blow", "blew"), ("hear", "heard"), ("think", "thought"), ("freeze", "froze"), ("sweep", "swept"), ("swear", "swore"),
    ("strike", "struck"), ("shake", "shook"), ("tear", "tore"), ("wake", "woke"), ("hide", "hid"), ("feed", "fed"), ("bleed", "bled"),
    ("breed", "bred"), ("mean", "meant"), ("deal", "dealt"), ("hang", "hung"), ("stick", "stuck"), ("shrink", "shrank"),
    ("withdraw", "withdrew"), ("undergo", "underwent"), ("undertake", "undertook"), ("overcome", "overcame"), ("arise", "arose"),
    ("forgive", "forgave"), ("forbid", "forbade"),
  ]

  /// Pasts that are words of their own, too: they are made, and taken for none.
  private static let pastsLikeOthers =
    [
      ("get", "got"), ("see", "saw"), ("have", "had"), ("do", "did"), ("rise", "rose"), ("bite", "bit"), ("bind", "bound"),
      ("light", "lit"),
      ("shoot", "shot"), ("lay", "laid"), ("bend", "bent"), ("sink", "sank"), ("ring", "rang"), ("dig", "dug"), ("slide", "slid"),
    ]
    + ["put", "cut", "set", "hit", "let", "read", "cost", "hurt", "spread", "shut", "split", "quit", "cast", "beat"].map { ($0, $0) }

  private static let nounsInED: Set<String> = ["hundred", "naked", "sacred", "wicked", "beloved", "embed", "moped", "shed", "sled"]

  func isPast(_ word: String) -> Bool {
    if Self.plainByPast[word] != nil { return true }
    return word.utf8.count > 3 && word.hasSuffix("ed") && !word.hasSuffix("eed") && !word.contains("-") && !Self.nounsInED.contains(word)
  }

  func past(of label: String) -> String? {
    var words = label.split(separator: " ").map(String.init)
    guard let verb = words.first else { return nil }
    words[0] = past(ofVerb: verb)
    return words.joined(separator: " ")
  }

  private func past(ofVerb verb: String) -> String {
    if let irregular = Self.pastByPlain[verb] { return irregular }
    if verb.hasSuffix("e") { return verb + "d" }
    if verb.hasSuffix("y"), let before = verb.dropLast().last, !"aeiou".contains(before) { return verb.dropLast() + "ied" }
    return verb + "ed"
  }

  /// The verb that has this past; where several do, the likeliest that gives it again.
  func plainForm(ofPast past: String) -> String? {
    if let irregular = Self.plainByPast[past] { return irregular }
    guard isPast(past) else { return nil }
    let stem = String(past.dropLast(2))
    let candidates = past.hasSuffix("ied") ? [stem.dropLast() + "y"] : endsInMutedE(stem) ? [stem + "e", stem] : [stem, stem + "e"]
    return candidates.first { self.past(ofVerb: $0) == past }
  }

  /// “created” is of “create”, “played” of “play”.
  private func endsInMutedE(_ stem: String) -> Bool {
    ["at", "uc", "iv", "s", "z", "ir", "ur", "as", "v", "g", "c", "bl", "pl", "tl", "id", "in", "iz", "ut", "let", "u"]
      .contains(where: stem.hasSuffix) && !["ss", "ear", "ain", "een", "our", "ong", "ing"].contains(where: stem.hasSuffix)
  }

  /// “belonging” is of “belongs”; things in -ing, and what no verb is known to be, are none.
  func third(ofGerund word: String) -> String? {
    guard word.utf8.count > 4, word.hasSuffix("ing"), !isAdjective(word) else { return nil }
    let stem = String(word.dropLast(3))
    if let known = [stem + "e", stem, String(stem.dropLast())].first(where: { Self.frequentVerbs.contains($0) && gerund(of: $0) == word }) {
      return thirdPerson(of: known)
    }
    guard word.utf8.count > 5 else { return nil }
    let letters = Array(stem)
    let isDoubled =
      letters.count > 2 && letters[letters.count - 1] == letters[letters.count - 2] && !"lsfz".contains(letters[letters.count - 1])
    let plain = isDoubled ? String(stem.dropLast()) : endsInMutedE(stem) ? stem + "e" : stem
    return thirdPerson(of: plain)
  }

  private func gerund(of verb: String) -> String {
    if verb.hasSuffix("ie") { return verb.dropLast(2) + "ying" }
    if verb.hasSuffix("e"), !["ee", "oe", "ye"].contains(where: verb.hasSuffix) { return verb.dropLast() + "ing" }
    return (Self.doubling.contains(verb) ? verb + verb.suffix(1) : verb) + "ing"
  }

  /// Of the frequent verbs, those whose last letter is written twice before an ending.
  private static let doubling: Set<String> = [
    "bar", "beg", "bet", "chop", "cut", "dig", "drag", "drip", "drop", "fit", "forget", "get", "grip", "hit", "hop", "jog", "let", "log",
    "plan", "prefer", "put", "quit", "refer", "rob", "rub", "run", "set", "ship", "shop", "shut", "sit", "skip", "slip", "spin", "split",
    "step", "stop", "submit", "emit", "permit", "swim", "tap", "tip", "transmit", "trap", "trim", "trip", "win", "wrap", "admit",
    "begin", "control", "transfer", "stir",
  ]

  static let verbsInLY: Set<String> = ["rely", "apply", "supply", "reply", "fly", "imply", "comply", "multiply", "ally"]
  private static let othersInLY: Set<String> = ["early", "family", "only", "daily", "weekly", "monthly", "yearly", "friendly", "italy"]

  /// “regularly”, “quickly”
  func isManner(_ word: String) -> Bool {
    word.utf8.count > 4 && word.hasSuffix("ly") && !Self.verbsInLY.contains(word) && !Self.othersInLY.contains(word)
      && word.allSatisfy(\.isLetter)
  }

  func verbPhrase(_ label: String) -> VerbPhrase? { VerbPhrase(label) }

  // MARK: What is done to nothing

  private static let infinitive = "to "

  func deed(_ word: String, _ form: VerbForm) -> String? {
    guard !isManner(word), !Self.massNouns.contains(word) || Self.frequentVerbs.contains(word),
      let plain = form == .third ? plainForm(of: word) : word
    else { return nil }
    return Self.infinitive + plain
  }

  func said(deed: String, _ form: VerbForm) -> String? {
    let isInfinitive = deed.hasPrefix(Self.infinitive)
    var words = (isInfinitive ? deed.dropFirst(Self.infinitive.count) : deed[...]).split(separator: " ").map(String.init)
    guard let verb = words.firstIndex(where: { !isManner($0) }) else { return nil }
    // “scored the winning goal” is said so of one and of many.
    guard isInfinitive else { return isPast(words[verb]) && form != .base ? deed : nil }
    if form == .third { words[verb] = thirdPerson(of: words[verb]) }
    return words.joined(separator: " ")
  }

  func deed(_ deed: String, in manner: String) -> String {
    deed.hasPrefix(Self.infinitive) ? Self.infinitive + manner + " " + deed.dropFirst(Self.infinitive.count) : "\(manner) \(deed)"
  }
}
