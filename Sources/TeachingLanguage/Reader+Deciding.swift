import Lessons

/// What is done with a sentence: only a plain fact that nothing speaks against is recorded unasked.
extension Reader {
  func decision(on readings: [Reading], knowing vocabulary: Vocabulary, isSure: Bool) -> Decision {
    let best = readings[0]
    switch best.meaning {
    case .question, .aboutMe, .courtesy:
      // A slip that turns a statement into a question is not decided alone.
      if !best.respellings.isEmpty, readings.count > 1, case .lesson = readings[1].meaning, isClose(readings) { return .choose }
      return .answer
    case .correction: return .confirm
    case .lesson(let taught):
      if isClose(readings) { return .choose }
      return isSure && !best.isDoubtful && !isTaughtForMore(readings) && isPlain(taught, best, vocabulary) ? .record : .confirm
    }
  }

  private func isClose(_ readings: [Reading]) -> Bool {
    readings.count > 1 && readings[1].weight - readings[0].weight < Self.marginMin
  }

  /// Whether people taught that the words mean the one thing, and also that they mean another, however much less likely.
  private func isTaughtForMore(_ readings: [Reading]) -> Bool {
    readings[0].phrasing != nil && readings.dropFirst().contains { $0.phrasing != nil }
  }

  /// A claim, name or example whose new names stand where nothing else could.
  private func isPlain(_ taught: [Taught], _ reading: Reading, _ vocabulary: Vocabulary) -> Bool {
    guard taught.allSatisfy(\.isFact), !Self.givesTwoNumbers(taught), !Self.measuresOtherwise(taught, vocabulary),
      !Self.namesForNumber(taught, reading, vocabulary)
    else { return false }
    let isNewPlace = taught.contains { lesson in reading.newConcepts.contains { $0.concept == lesson.qualifiers.region } }
    return !isNewPlace && reading.respellings.isEmpty && !Self.isFarFetched(reading)
      && reading.newConcepts.allSatisfy { isClear($0, taught) && !Self.isLikelySlip($0.concept, vocabulary) }
  }

  private func isClear(_ new: NewConcept, _ taught: [Taught]) -> Bool {
    // “T. Sousa” may have been cut after the point, and “U.S.” is short for a name that may be known.
    guard new.concept.label.count > 1, !isInitials(new.concept.label) else { return false }
    return switch new.role {
    case .relation: isClear(relation: new.concept, in: taught)
    case .audience: false
    // “… is Porto” says no quality.
    case .quality: !new.concept.label.contains(" ") && new.concept.label.first?.isUppercase != true
    case .thing, .kind, .property, .question: true
    }
  }

  /// “U.S.”, “N.Y.”
  private func isInitials(_ label: String) -> Bool {
    label.contains(".")
      && label.split(whereSeparator: { $0 == "." || $0 == " " }).allSatisfy { $0.count == 1 && $0.first?.isUppercase == true }
  }

  /// Names that were only read so because nothing better was there: “apples red”.
  private static func isFarFetched(_ reading: Reading) -> Bool {
    reading.weight > farFetchedMin * Double(max(1, reading.newConcepts.count))
  }

  private static let farFetchedMin = 3.6

  /// “durg” beside “drug”: too short to be respelled, and a name with two letters swapped.
  private static func isLikelySlip(_ concept: Concept, _ vocabulary: Vocabulary) -> Bool {
    let letters = Array(concept.key)
    guard letters.count == SpellingIndex.lengthMin - 1, vocabulary.concept(key: concept.key) == nil else { return false }
    return letters.indices.dropLast().contains { index in
      var swapped = letters
      swapped.swapAt(index, index + 1)
      return swapped != letters && vocabulary.concept(key: String(swapped)) != nil
    }
  }

  /// “The GI is 51, 52.”
  private static func givesTwoNumbers(_ taught: [Taught]) -> Bool {
    let numbers = taught.compactMap { lesson -> Concept? in
      if case .claim(let claim) = lesson.teaching, claim.value.range != nil { claim.property } else { nil }
    }
    return Set(numbers).count < numbers.count && Set(taught.compactMap(\.teaching.subject)).count <= 1
  }

  /// “The glycemic index is 51 g” where everybody else gives it without a unit.
  private static func measuresOtherwise(_ taught: [Taught], _ vocabulary: Vocabulary) -> Bool {
    taught.contains { lesson in
      guard case .claim(let claim) = lesson.teaching, let unit = claim.value.unit else { return false }
      let usual = vocabulary.units(of: claim.property)
      return isMoreThanWhole(claim.value) || (!usual.isEmpty && !usual.contains { measures($0, unit) })
    }
  }

  /// “The glycemic index is 5O”: a new name where everybody else gives a number.
  private static func namesForNumber(_ taught: [Taught], _ reading: Reading, _ vocabulary: Vocabulary) -> Bool {
    taught.contains { lesson in
      guard case .claim(let claim) = lesson.teaching, let name = claim.value.concept else { return false }
      return !vocabulary.units(of: claim.property).isEmpty && reading.newConcepts.contains { $0.concept == name }
    }
  }

  /// Grams per slice and grams per 100 g are both grams in something. A share is no plain number.
  private static func measures(_ one: Lessons.Unit, _ other: Lessons.Unit) -> Bool {
    if one.per != nil, other.per != nil, one.numerator.isCommensurable(with: other.numerator) { return true }
    return one.isCommensurable(with: other) && (one == .none) == (other == .none)
  }

  /// 14 kg in 100 g
  private static func isMoreThanWhole(_ value: Value) -> Bool {
    guard let amount = value.quantity?.amount, let unit = value.unit, let per = unit.per else { return false }
    return Quantity(amount, unit.numerator).converted(to: per.unit).map { $0.amount > per.amount } ?? false
  }
}

extension Taught {
  fileprivate var isFact: Bool {
    switch teaching {
    // What people must do is read back, and what was or can be.
    case .claim(let claim): !claim.property.isNorm && claim.property != .canBe && claim.property != .was
    case .name, .conversion, .example, .test: true
    default: false
    }
  }
}
