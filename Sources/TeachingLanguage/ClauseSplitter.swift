import Understanding

/// Takes a sentence apart where its clauses join, so that each is a sentence about what it is about.
///
/// “Ana Sousa, a nurse, works in Leiria, which is part of Portugal” is “Ana Sousa is a nurse”, “Ana Sousa works in Leiria”
/// and “Leiria is part of Portugal”. A clause that narrows down what is spoken of (“patients who take insulin”) is never
/// cut off: what stands without a comma must follow a name with a capital.
struct ClauseSplitter {
  let sentence: Sentence
  let grammar: Grammar

  var words: FunctionWords { grammar.functionWords }
  var morphology: any Morphology { grammar.morphology }

  /// Whether none of the words makes the whole say less than its clauses would.
  var mayBeSplit: Bool {
    !words[.relative].isEmpty && !sentence.isQuestion
      && !sentence.words.indices.contains { place in
        let word = sentence.words[place]
        return word.written == word.normal && words.contains(word.normal, in: .binding) && !isOrdering(place)
      }
  }

  /// “written after the first plan”
  private func isOrdering(_ place: Int) -> Bool {
    guard place > 0, words.contains(sentence.words[place].normal, in: .orderPreposition), place + 1 < sentence.words.count else {
      return false
    }
    let deed = sentence.words[place - 1].normal
    return (morphology.isParticiple(deed) || morphology.isIrregularParticiple(deed))
      && sentence.words[place + 1].written.first?.isUppercase == true
  }

  /// The sentence, with commas for the brackets and dashes around what is told in passing.
  var whole: Clause {
    let plain = Clause(sentence.words.indices.map { .word($0) })
    var parts: [Clause.Part] = []
    var isBracketOpen = false
    for (place, part) in plain.parts.enumerated() {
      let word = sentence.words[place]
      let isDash = ["-", "–", "—"].contains(word.normal) && word.followsSpace && isSpaced(place + 1)
      if word.normal == "(" || isDash, isAside(plain, place + 1) {
        isBracketOpen = !isDash
        if parts.last.map({ normal($0) != "," }) ?? true { parts.append(.said(",")) }
      } else if word.normal == ")", isBracketOpen {
        isBracketOpen = false
        if place + 1 < plain.count, !isWord(plain, place + 1, ",") { parts.append(.said(",")) }
      } else if word.normal == ";", isWord(plain, place + 1, .whose) || isWord(plain, place + 1, .relative) {
        parts.append(.said(","))
      } else if isSlipOfWhose(plain, place), let whose = words[.whose].first {
        parts.append(.said(whose))
      } else if !addsNothing(plain, place), !isSlipOfWhose(plain, place - 1) {
        parts.append(part)
      }
    }
    return withoutStrayComma(Clause(parts))
  }

  /// “who's mayor is …”, as many write it.
  private func isSlipOfWhose(_ clause: Clause, _ place: Int) -> Bool {
    guard isWord(clause, place, .relative), case .word(let position) = clause.parts[place], sentence.words[position].contracted != nil,
      isWord(clause, place + 1, .isOne), place + 3 < clause.count, isKindWord(clause.parts[place + 2])
    else { return false }
    return clause.parts.indices.dropFirst(place + 3).prefix(Self.ownedWordsMax).contains { isCopula(clause, $0) }
  }

  private static let ownedWordsMax = 4

  /// “also”, but for “also known as”; “once” after “was”; “which is” before “where”.
  private func addsNothing(_ clause: Clause, _ place: Int) -> Bool {
    if isWord(clause, place, .relative), isCopula(clause, place + 1), isWord(clause, place + 2, .relativePlace) { return true }
    // “was both a nurse and director of …”
    if isWord(clause, place, .both), isCopula(clause, place - 1), isArticle(clause, place + 1) { return true }
    // “Tennis, as governed by …”
    if isWord(clause, place, .role), isWord(clause, place - 1, ","), isParticipial(clause, place + 1) { return true }
    if isCopula(clause, place), isWord(clause, place + 1, .relativePlace), isWord(clause, place - 1, .relative) { return true }
    if isWord(clause, place, .adding) { return !isWord(clause, place + 1, .renaming) }
    return isWord(clause, place, .addingPast) && (isWord(clause, place - 1, .wasOne) || isWord(clause, place - 1, .wasMany))
  }

  /// “The novel Wolf Hill, was written by Ana”, “The novel, Wolf Hill, was …”: a comma that people put before the verb.
  private func withoutStrayComma(_ clause: Clause) -> Clause {
    guard let first = clause.parts.firstIndex(where: { normal($0) == "," }), first > 0 else { return clause }
    // “the creator of the comic character, Bolt”
    if let article = clause.parts[..<first].lastIndex(where: { words.contains(normal($0), in: .definite) }), article > 1,
      article + 1 < first,
      clause.parts[(article + 1)..<first].allSatisfy(isKindWord), (first + 1..<clause.count).allSatisfy({ isProper(clause, $0) })
    {
      return Clause(clause.slice(0..<first) + clause.slice(first + 1..<clause.count))
    }
    // “One of the food groups, is fruit”: the groups are no verb.
    guard !clause.parts.indices.dropFirst().prefix(while: { $0 < first }).contains(where: { isSurelyFinite(clause, $0) }) else {
      return clause
    }
    if isSurelyFinite(clause, first + 1) { return Clause(clause.slice(0..<first) + clause.slice(first + 1..<clause.count)) }
    guard isWord(clause, 0, .definite), first > 1, clause.parts[1..<first].allSatisfy(isKindWord),
      let second = clause.parts[(first + 1)...].firstIndex(where: { normal($0) == "," }), second > first + 1,
      (first + 1..<second).allSatisfy({ isProper(clause, $0) || isWord(clause, $0, .connector) }), isFinite(clause, second + 1)
    else { return clause }
    return Clause(clause.slice(0..<first) + clause.slice(first + 1..<second) + clause.slice(second + 1..<clause.count))
  }

  private func isSpaced(_ place: Int) -> Bool { sentence.words.indices.contains(place) && sentence.words[place].followsSpace }

  /// What may be told of the name before it.
  func isAside(_ clause: Clause, _ place: Int) -> Bool {
    let lists: [FunctionWords.List] = [.relative, .relativePlace, .whose, .relational, .renaming, .having]
    return lists.contains { isWord(clause, place, $0) } || isArticle(clause, place) || isParticipial(clause, place)
  }

  /// The ways to cut the clause in two or more once, likeliest first.
  func splits(of clause: Clause) -> [[Clause]] {
    let listed = listed(in: clause)
    guard listed.isEmpty else { return listed }
    let certain =
      measured(in: clause) + shared(in: clause) + titled(in: clause) + relatives(in: clause) + reduced(in: clause) + appositions(in: clause)
      + fronted(in: clause)
    return certain + joined(in: clause) + havings(in: clause) + awarded(in: clause) + given(in: clause) + placedTwice(in: clause)
      + placed(in: clause)
      + goingOn(in: clause) + regions(in: clause)
  }

  // MARK: Words

  func normal(_ part: Clause.Part) -> String {
    switch part {
    case .word(let position): sentence.words[position].normal
    case .said(let word): word
    }
  }

  func isWord(_ clause: Clause, _ place: Int, _ list: FunctionWords.List) -> Bool {
    clause.parts.indices.contains(place) && words.contains(normal(clause.parts[place]), in: list)
  }

  func isWord(_ clause: Clause, _ place: Int, _ word: String) -> Bool {
    clause.parts.indices.contains(place) && normal(clause.parts[place]) == word
  }

  func isArticle(_ clause: Clause, _ place: Int) -> Bool { isWord(clause, place, .indefinite) || isWord(clause, place, .definite) }

  func isProper(_ clause: Clause, _ place: Int) -> Bool {
    guard clause.parts.indices.contains(place), case .word(let position) = clause.parts[place] else { return false }
    let word = sentence.words[position]
    return word.kind != .mark && (word.written.first.map { $0.isUppercase || $0.isNumber } ?? false) || word.quoted != nil
  }

  private func isLower(_ clause: Clause, _ place: Int) -> Bool {
    guard case .word(let position) = clause.parts[place] else { return false }
    return sentence.words[position].kind == .word && sentence.words[position].written == sentence.words[position].normal
  }

  func isCopula(_ clause: Clause, _ place: Int) -> Bool {
    [.isOne, .isMany, .wasOne, .wasMany].contains { isWord(clause, place, $0) }
  }

  /// A word that what somebody or something does may begin with.
  func isFinite(_ clause: Clause, _ place: Int) -> Bool {
    guard clause.parts.indices.contains(place) else { return false }
    let lists: [FunctionWords.List] = [.isOne, .isMany, .wasOne, .wasMany, .hasOne, .hasMany, .smallVerb, .did, .can]
    if lists.contains(where: { isWord(clause, place, $0) }) { return true }
    guard isLower(clause, place), !isArticle(clause, place - 1), !isCopula(clause, place - 1) else { return false }
    let word = normal(clause.parts[place])
    guard !grammar.reserved.contains(word), !morphology.isPreposition(word) else { return false }
    // “they play”, “she worked for”
    if isPronoun(clause, place - 1), morphology.isPast(word) || morphology.isFrequentVerb(word) { return true }
    if morphology.isPast(word) { return !isParticipial(clause, place) }
    // “Leiria Council own …”: who are many may go by one name.
    if morphology.isFrequentVerb(word), isProper(clause, place - 1) || isResumed(clause, place) { return true }
    return morphology.newVerbCost(word, .third) != nil && morphology.relations(of: word, .third).isEmpty == false
  }

  /// No noun that looks like a verb, as the lentils of “beans, lentils and peas are …”.
  private func isSurelyFinite(_ clause: Clause, _ place: Int) -> Bool {
    guard isFinite(clause, place) else { return false }
    let word = normal(clause.parts[place])
    return grammar.reserved.contains(word) || morphology.isPast(word)
      || morphology.deed(word, .third).map { morphology.isFrequentVerb(morphology.said(deed: $0, .base) ?? $0) } == true
  }

  /// “…, with 40 players, play in …”
  private func isResumed(_ clause: Clause, _ place: Int) -> Bool {
    isWord(clause, place - 1, ",") && (isPreposition(clause, place + 1) || isArticle(clause, place + 1))
  }

  /// “written by”, “located in”: after a comma or a name it tells what was done, not who did it.
  func isParticipial(_ clause: Clause, _ place: Int) -> Bool {
    guard clause.parts.indices.contains(place), isLower(clause, place) || place == 0 else { return false }
    let word = normal(clause.parts[place])
    return (morphology.isParticiple(word) || morphology.isIrregularParticiple(word)) && clause.parts.indices.contains(place + 1)
      && (morphology.isPreposition(normal(clause.parts[place + 1])) || isTime(clause, place + 1))
  }

  /// “3 May 1990”, “May 3”, “1990”
  private func isTime(_ clause: Clause, _ place: Int) -> Bool {
    guard clause.parts.indices.contains(place), case .word(let position) = clause.parts[place] else { return false }
    let isMonth = { (at: Int) in sentence.words.indices.contains(at) && words.months.contains(sentence.words[at].normal) }
    if isMonth(position) { return true }
    guard sentence.words[position].kind == .number else { return false }
    return sentence.words[position].written.count == 4 || isMonth(position + 1) || isMonth(position + 2)
  }

  /// What is done there in full: “was built in 1990”, “was born on 3 May 1990”, “is located in Porto”.
  func done(_ told: [Clause.Part]) -> [Clause.Part] {
    let clause = Clause(told)
    guard let is_ = words[.isOne].first, let was = words[.wasOne].first else { return told }
    if isTime(clause, 1) { return [.said(was), told[0]] + (words[.dayPreposition].first.map { [.said($0)] } ?? []) + told.dropFirst() }
    return [.said(isTime(clause, 2) ? was : is_)] + told
  }

  /// Where what is said of the subject begins; the words before it are the subject.
  func verb(in clause: Clause) -> Int? {
    clause.parts.indices.dropFirst().first { place in
      // “Sweet potatoes, a kind of plant, are …”: the potatoes are no verb.
      let isNoun = isWord(clause, place + 1, ",") && !isSurelyFinite(clause, place)
      return isFinite(clause, place) && !isNoun && !isWord(clause, place - 1, .relative)
        && (!isWord(clause, place - 1, ",") || isPlaceClosed(clause, place - 1))
    }
  }

  /// “Porto, Portugal, is …”: the second comma closes what the first opened.
  private func isPlaceClosed(_ clause: Clause, _ comma: Int) -> Bool {
    guard let first = clause.parts[..<comma].firstIndex(where: { normal($0) == "," }), first > 0, first + 1 < comma else { return false }
    return (0..<comma).allSatisfy { $0 == first || isProper(clause, $0) || isJoint(clause, $0) }
  }

  /// The name that ends there, with its article left out: a run of capitals, or one common noun with what stands before it.
  func name(endingAt end: Int, in clause: Clause, from first: Int) -> [Clause.Part]? {
    var start = end
    // “Bruno Reis (nurse), who …”
    if isWord(clause, end - 1, ")"), let open = clause.parts[..<end].lastIndex(where: { normal($0) == "(" }), open > first + 1,
      isProper(clause, open - 1)
    {
      start = open
    }
    if isProper(clause, end - 1) || isWord(clause, end - 1, ")") {
      while start > first {
        if isProper(clause, start - 1) {
          start -= 1
          continue
        }
        // “San Juan de los Reyes”
        let joints = (1...Self.jointsMax).prefix { start - $0 > first && isJoint(clause, start - $0) }.count
        guard joints > 0, isProper(clause, start - joints - 1) else { break }
        start -= joints
      }
    } else {
      while start > first, isLower(clause, start - 1), !grammar.reserved.contains(normal(clause.parts[start - 1])),
        !isFinite(clause, start - 1), !morphology.isPreposition(normal(clause.parts[start - 1]))
      {
        start -= 1
      }
      // “Algarve salt, which …”
      while start < end, start > first, isProper(clause, start - 1) { start -= 1 }
    }
    return start < end ? clause.slice(start..<end) : nil
  }

  /// What may stand within a name; of “Hall B in Leiria, which …” the last name is spoken of.
  func isJoining(_ clause: Clause, _ place: Int) -> Bool { clause.parts.indices.contains(place) && isJoint(clause, place) }

  private func isJoint(_ clause: Clause, _ place: Int) -> Bool {
    let word = normal(clause.parts[place])
    return Self.joints.contains(word) || isWord(clause, place, .connector) && !isWord(clause, place, .looseConnector)
  }

  private static let jointsMax = 2
  private static let joints: Set<String> = [",", "-", ".", "/", "'s", "'", "(", ")", "–"]
}
