import Lessons
import Understanding

/// Signs that a sentence was read as a whole though it says several things.
extension Reader {
  func mayHoldClauses(_ reading: Reading) -> Bool {
    definesByNames(reading) || isDoneToo(reading) || namesByKind(reading) || ownsByInitials(reading) || isNamedAsKind(reading)
      || holdsPlace(reading) || mayNameAgain(reading)
  }

  /// “Rice, a grain, and beans …” lists three or two.
  func mayListAside(_ sentence: Sentence) -> Bool {
    let words = sentence.words
    func isWord(_ position: Int, _ list: FunctionWords.List) -> Bool { grammar.functionWords.contains(words[position].normal, in: list) }
    return words.indices.dropLast(3).contains { comma in
      guard words[comma].normal == ",", isWord(comma + 1, .indefinite) || isWord(comma + 1, .definite), comma > 0,
        !isWord(0, .indefinite), !isWord(0, .definite)
      else { return false }
      let close = words.indices.dropFirst(comma + 2).prefix(Self.asideWordsMax).first { words[$0].normal == "," }
      return close.map { $0 + 1 < words.count && isWord($0 + 1, .and) } ?? false
    }
  }

  private static let asideWordsMax = 5

  /// “The clinic was designed by Ana Sousa, she …”: she is no clinic.
  func speaksOfPersonAgain(_ sentence: Sentence) -> Bool {
    sentence.words.dropFirst(2).contains { grammar.functionWords.contains($0.normal, in: .personOne) }
  }

  /// “… and Ana Sousa is the director”, “… and tomato is one of the ingredients”: of what was spoken of.
  func mayLeaveOutOwner(_ sentence: Sentence) -> Bool {
    let words = sentence.words
    func isWord(_ position: Int, _ list: FunctionWords.List) -> Bool {
      words.indices.contains(position) && grammar.functionWords.contains(words[position].normal, in: list)
    }
    guard let joint = words.lastIndex(where: { grammar.functionWords.contains($0.normal, in: .joining) }), joint > 0,
      words.count > joint + 3
    else { return false }
    func isAfter(_ list: FunctionWords.List) -> Bool { isWord(words.count - 2, list) || isWord(words.count - 3, list) }
    return isAfter(.definite) || isAfter(.indefinite) && words.last.map { grammar.namesPart(Concept($0.normal)) } == true
  }

  /// “Ana Sousa is a nurse and director of Leiria Clinic”
  func tellsRoleToo(_ sentence: Sentence) -> Bool {
    let words = sentence.words
    func isWord(_ position: Int, _ list: FunctionWords.List) -> Bool {
      words.indices.contains(position) && grammar.functionWords.contains(words[position].normal, in: list)
    }
    return words.indices.contains { and in
      guard isWord(and, .and), words[..<and].contains(where: { grammar.functionWords.contains($0.normal, in: .indefinite) }) else {
        return false
      }
      let noun = words[(and + 1)...].prefix { $0.kind == .word && $0.written == $0.normal && !grammar.reserved.contains($0.normal) }
      let of = noun.endIndex
      let name = isWord(of + 1, .definite) ? of + 2 : of + 1
      return (1...Self.roleWordsMax).contains(noun.count) && isWord(of, .of) && words.indices.contains(name)
        && words[name].written.first?.isUppercase == true
    }
  }

  private static let roleWordsMax = 3

  /// “Leiria Clinic is in Porto and Ana Sousa is its director”: the clinic's, whatever was spoken of before.
  func mayOwnWithin(_ sentence: Sentence, _ reading: Reading?) -> Bool {
    guard let reading, case .lesson(let taught) = reading.meaning, Set(taught.compactMap(\.teaching.subject)).count > 1,
      let joint = sentence.words.firstIndex(where: { grammar.functionWords.contains($0.normal, in: .joining) })
    else { return false }
    return sentence.words[joint...].contains { grammar.functionWords.contains($0.normal, in: .owner) }
  }

  /// “… is Ana Sousa, an American” lists nothing.
  func mayHoldApposition(_ sentence: Sentence) -> Bool {
    let words = sentence.words
    func isWord(_ position: Int, _ list: FunctionWords.List) -> Bool { grammar.functionWords.contains(words[position].normal, in: list) }
    // “Insulin, a hormone, lowers blood sugar”
    let beginsWithName = isWord(0, .definite) || isWord(0, .indefinite) || !grammar.reserved.contains(words[0].normal)
    if beginsWithName, let open = words.indices.dropFirst().dropLast(3).first(where: { words[$0].normal == "," }),
      open <= Self.subjectWordsMax,
      isWord(open + 1, .indefinite) || isWord(open + 1, .definite),
      let close = words.indices.dropFirst(open + 2).first(where: { words[$0].normal == "," }), close + 1 < words.count,
      !isWord(close + 1, .and),
      !words[open..<close].contains(where: { grammar.functionWords.contains($0.normal, in: .and) })
    {
      return true
    }
    guard let comma = words.indices.dropFirst(2).dropLast(2).last(where: { words[$0].normal == "," }), isWord(comma + 1, .indefinite),
      !words[comma...].contains(where: { grammar.functionWords.contains($0.normal, in: .and) })
    else { return false }
    // “From March to June, an onion soup is …” begins with what is told of the time.
    let isVerb = { (position: Int) in [.isOne, .isMany, .wasOne, .wasMany, .hasOne, .can].contains { isWord(position, $0) } }
    guard let verb = words.indices.prefix(comma).first(where: isVerb), !words.indices.dropFirst(comma).contains(where: isVerb) else {
      return false
    }
    return !isWord(verb + 1, .indefinite)
  }

  private static let subjectWordsMax = 5

  /// Whether beside what has a name something without one is spoken of: “… is owned by Ana and the building is in Porto”.
  private func mayNameAgain(_ reading: Reading) -> Bool {
    guard reading.isDoubtful, case .lesson(let taught) = reading.meaning else { return false }
    let subjects = Set(taught.compactMap(\.teaching.subject))
    return subjects.contains(where: \.isNamed) && subjects.contains { !$0.isNamed && !$0.label.contains(" ") }
  }

  /// Whether a name was read that may hold where it is: “Hall B in Leiria”.
  private func holdsPlace(_ reading: Reading) -> Bool {
    reading.newConcepts.contains { new in
      let words = new.concept.label.split(separator: " ").map(String.init)
      // “Leiria District of Portugal”
      let isRegion = zip(words, words.dropFirst()).contains { region, of in
        grammar.functionWords.contains(of, in: .of) && grammar.functionWords.contains(region.lowercased(), in: .regionNoun)
      }
      // “awarded the Long Prize to Ana Sousa”
      return new.role == .thing
        && (isRegion
          || words.dropFirst().dropLast().contains { word in
            grammar.functionWords.contains(word, in: .toldPlace) || grammar.functionWords.contains(word, in: .toDo)
          })
    }
  }

  /// Whether what is done to something was read as what it is: “is owned and operated by Ana”.
  private func isDoneToo(_ reading: Reading) -> Bool {
    guard case .lesson(let taught) = reading.meaning, taught.count > 1 else { return false }
    return taught.contains { lesson in
      guard case .claim(let claim) = lesson.teaching, claim.property == .isA, let kind = claim.value.concept else { return false }
      return grammar.morphology.isParticiple(kind.key) || grammar.morphology.isIrregularParticiple(kind.key)
    }
  }

  /// Whether initials were read as what has something: “The author of Castle is Ana and the ISBN number is 12”.
  private func ownsByInitials(_ reading: Reading) -> Bool {
    guard case .lesson(let taught) = reading.meaning, taught.count > 1 else { return false }
    return taught.dropFirst().contains { lesson in
      guard case .claim(let claim) = lesson.teaching, claim.subject != taught[0].teaching.subject else { return false }
      return Scanner.looksAbbreviated(claim.subject.label) && reading.newConcepts.contains { $0.concept == claim.subject }
    }
  }

  /// Whether something is said to be what is a name: “… and the owner is Ana Sousa” tells of the owner of what was spoken of.
  private func isNamedAsKind(_ reading: Reading) -> Bool {
    guard case .lesson(let taught) = reading.meaning, taught.count > 1 else { return false }
    return taught.contains { lesson in
      guard case .claim(let claim) = lesson.teaching, claim.property == .isA, let kind = claim.value.concept else { return false }
      return !claim.subject.isNamed && kind.label.split(separator: " ").allSatisfy { $0.first?.isUppercase == true }
    }
  }

  /// Whether a name was read that holds its kind: “novel Wolf Hill”.
  private func namesByKind(_ reading: Reading) -> Bool {
    reading.newConcepts.contains { new in
      let words = new.concept.label.split(separator: " ")
      // “Leiria Clinic (located in Portugal)”
      if words.contains(where: { $0.hasPrefix("(") && grammar.morphology.isParticiple(String($0.dropFirst())) }) { return true }
      // “Leiria Clinic (60 beds)”
      if let open = words.firstIndex(where: { $0.hasPrefix("(") }), words.count > open + 1,
        words[open...].contains(where: { $0.first { $0 != "(" }?.isNumber == true })
      {
        return true
      }
      guard new.role == .thing, words.count > 1, let first = words.first, let last = words.last else { return false }
      let isShortBefore = first.count == 2 && first.allSatisfy(\.isUppercase) && words[1].allSatisfy(\.isLowercase)
      return (first.allSatisfy(\.isLowercase) || isShortBefore) && last.first?.isUppercase == true
        && last.dropFirst().contains(where: \.isLowercase)
        && !words.contains { grammar.functionWords.contains(String($0), in: .of) }
    }
  }

  /// Whether a definition was read that tells of certain things, which more is known of than that: “a dish from Lisbon that …”.
  private func definesByNames(_ reading: Reading) -> Bool {
    guard case .lesson(let taught) = reading.meaning else { return false }
    return taught.contains { lesson in
      guard case .definition(let definition) = lesson.teaching else { return false }
      // “a dessert, containing milk”
      let asides = definition.text.split(separator: ",").dropFirst().compactMap { $0.split(separator: " ").first }
      if asides.contains(where: { grammar.morphology.third(ofGerund: String($0)) != nil }) { return true }
      return definition.text.split(separator: " ").contains { word in
        word.first?.isUppercase == true && word.dropFirst().contains(where: \.isLowercase)
      }
    }
  }
}
