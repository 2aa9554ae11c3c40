import Lessons

extension Reader {
  /// Whether a new name may have swallowed words that say more, or a known one is used as it never was.
  func doubts(_ new: [NewConcept], _ meaning: Reading.Meaning, _ scanner: Scanner) -> Bool {
    let words = scanner.functionWords
    guard !new.contains(where: { mayHoldMore($0, words) }) else { return true }
    guard case .lesson(let taught) = meaning else { return false }
    if taught.count > 1, new.contains(where: { isQuality($0, scanner) }) { return true }
    if new.contains(where: { isSpokenOfAgain($0, taught, scanner) }) { return true }
    // “a nurse (RN)”: a source, or what it is shortened to?
    if taught.contains(where: shortensKind) { return true }
    return taught.contains { lesson in
      guard case .claim(let claim) = lesson.teaching else { return false }
      let roles = scanner.vocabulary.roles(of: claim.property)
      // “a fruit of Brazil” is no property of Brazil, “has the code XY” is one of its owner.
      let isOnlyKind = roles.contains(.kind) && !roles.contains(.property)
      let hasNamed = claim.property.key == "has" && claim.value.concept.map { $0.isNamed && $0.label.contains(" ") } ?? false
      // “is 120 above sea level”: of what measure?
      let lacksUnit = grammar.functionWords.contains(claim.property.key, in: .elevation) && claim.value.quantity?.unit == Unit.none
      return isOnlyKind || hasNamed || lacksUnit
    }
  }

  private func shortensKind(_ lesson: Taught) -> Bool {
    guard case .claim(let claim) = lesson.teaching, claim.property == .isA, let source = lesson.qualifiers.source else { return false }
    return Scanner.looksAbbreviated(source)
  }

  /// “Leiria Clinic is owned by Ana and the building is in Porto”: “the building” may be the clinic. So it may after a full stop.
  private func isSpokenOfAgain(_ name: NewConcept, _ taught: [Taught], _ scanner: Scanner) -> Bool {
    let subjects = taught.compactMap(\.teaching.subject)
    let others = Set(subjects + scanner.context.subjects).subtracting([name.concept])
    guard name.role == .thing, !name.concept.isNamed, subjects.contains(name.concept), others.contains(where: \.isNamed) else {
      return false
    }
    return scanner.words.indices.dropFirst().contains { position in
      scanner.isWord(position - 1, .definite) && scanner.words[position].normal == name.concept.key
    }
  }

  /// “has long and thick fur” has nothing that is called long.
  private func isQuality(_ name: NewConcept, _ scanner: Scanner) -> Bool {
    guard name.role == .thing else { return false }
    let words = name.concept.label.split(separator: " ").map(String.init)
    return scanner.morphology.looksAdjectival(name.concept.label) || (words.count > 1 && scanner.morphology.isManner(words[0]))
  }

  private func mayHoldMore(_ name: NewConcept, _ words: FunctionWords) -> Bool {
    let label = name.concept.label
    let parts = label.split(separator: " ").map(String.init)
    switch name.role {
    case .thing:
      // “Above the Sea is …” may be a title, and “in the Sea” a place.
      if let first = parts.first, first.first?.isUppercase == true, parts.count > 1,
        grammar.morphology.isPreposition(first.lowercased()) || words.contains(first.lowercased(), in: .titleOpening)
      {
        return true
      }
      // “Hall B in Leiria” may be two names and where the one is, “old sister of Ana” more than a name.
      let isJoined = parts.dropFirst().dropLast().contains {
        words.contains($0, in: .looseConnector) || words.contains($0, in: .placePreposition)
      }
      let isOf = parts.contains { words.contains($0, in: .of) }
      let isMixed = parts.count > (isOf ? 3 : 1) && isTitled(parts[parts.count - 1]) && parts[0].first?.isLowercase == true
      // “the door of the clinic”
      let whole = parts.flatMap { grammar.morphology.expansion(of: $0) ?? [$0] }
      let isPart = zip(whole.dropFirst(), whole.dropFirst(2)).contains { words.contains($0, in: .of) && words.contains($1, in: .definite) }
      // “an area of water 1.0 sq km”
      let isMeasured = zip(parts.dropFirst(), parts.dropFirst(2)).contains { number, unit in
        Double(number) != nil && grammar.unitsByName[unit.lowercased()] != nil
      }
      // “45.97 Sq K” is rather a number.
      let isNumber = parts.count > 1 && parts[0].contains(".") && Double(parts[0]) != nil
      // “Leiria Clinic (official colour blue)”, “Metformin (Glucophage)”
      let isTold =
        label.firstIndex(of: "(").map { open in label[open...].contains { $0 == " " || $0 == "," || $0.isUppercase } } == true
      return isJoined || isMixed || isPart || isTold || isMeasured || isNumber
    // “an Indian leader” tells whose leader.
    case .kind, .quality:
      // “a dish best served hot”
      let isDone = parts.count > 3 && parts.dropFirst().dropLast().contains { grammar.morphology.isParticiple($0) }
      return isDone || parts.count > 1 && parts.dropLast().contains { $0.first?.isUppercase == true }
    case .property: return parts.contains(where: isTitled)
    case .relation, .audience, .question: return false
    }
  }

  private func isTitled(_ word: String) -> Bool { word.first?.isUppercase == true && word.dropFirst().contains(where: \.isLowercase) }
}
