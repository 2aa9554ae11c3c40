import Lessons

/// Readings that are no choice to people: they say the same, or nearly so.
extension Reading {
  private var claims: [Claim]? {
    guard case .lesson(let taught) = meaning else { return nil }
    let claims = taught.compactMap { lesson -> Claim? in if case .claim(let claim) = lesson.teaching { claim } else { nil } }
    return claims.count == taught.count ? claims : nil
  }

  private var qualifiers: [Qualifiers] {
    guard case .lesson(let taught) = meaning else { return [] }
    return taught.map(\.qualifiers)
  }

  /// Whether they differ in nothing but whether a value is a text or a name: “The full name of Ana is "Ana Maria".”
  func isSaidAlike(_ other: Reading) -> Bool {
    guard let ours = claims, let theirs = other.claims, ours.count == theirs.count, qualifiers == other.qualifiers else { return false }
    return zip(ours, theirs).allSatisfy { one, other in one == other || one.isWrittenAs(other) }
  }

  /// “Ana Sousa's full name is …” is no name of “Ana Sousa's full”.
  func isOwnedOtherwise(_ other: Reading) -> Bool {
    guard let one = claims?.first, let two = other.claims?.first, claims?.count == 1, other.claims?.count == 1 else { return false }
    return one.value == two.value && one.namingWords == two.namingWords && !one.subject.key.contains("'s ")
      && two.subject.key.contains("'s ")
  }

  /// Whether the words are the same and only grouped otherwise: the runway name of Leiria Airport, the name of Leiria Airport runway.
  func bracketsOtherwise(_ other: Reading) -> Bool {
    guard let one = claims?.first, let two = other.claims?.first, claims?.count == 1, other.claims?.count == 1, one != two,
      one.value == two.value, one.isNegated == two.isNegated, qualifiers == other.qualifiers
    else { return false }
    // “Ana Sousa's full” has no name.
    return one.namingWords == two.namingWords && !two.subject.key.contains("'s ")
  }
}

extension Reader {
  /// “The name of the daughter of Ana is Rita” tells who the daughter is.
  func namesPartInstead(_ reading: Reading, of other: Reading) -> Bool {
    guard case .lesson(let taught) = reading.meaning, case .lesson(let meant) = other.meaning, taught.count == 1, meant.count == 1,
      case .claim(let naming) = taught[0].teaching, case .claim(let claim) = meant[0].teaching,
      grammar.functionWords.contains(naming.property.key, in: .nameNoun), naming.value == claim.value
    else { return false }
    let whole = naming.subject.key
    return whole.contains(claim.subject.key) && whole.contains(claim.property.key)
  }
}

extension Value {
  fileprivate var writtenName: String? {
    switch self {
    case .text(let text): text.lowercased()
    case .concept(let concept): concept.key
    default: nil
    }
  }
}

extension Claim {
  fileprivate func isWrittenAs(_ other: Claim) -> Bool {
    guard subject == other.subject, property == other.property, isNegated == other.isNegated, let name = value.writtenName else {
      return false
    }
    return name == other.value.writtenName
  }

  /// The words of what it is about and of what it tells, in no order.
  fileprivate var namingWords: [String] {
    (subject.key + " " + property.key).split { $0 == " " || $0 == "'" || $0 == "’" }.map(String.init).filter { $0 != "s" }.sorted()
  }
}
