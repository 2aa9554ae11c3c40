import Foundation
import Lessons

/// “… is in Porto, Portugal”: the second name is where the first lies.
extension Reader {
  /// The lessons, and that the place of a name with its country is in that country. Nil where no name of the kind was read.
  func placed(_ meaning: Reading.Meaning, _ new: [NewConcept]) -> Reading.Meaning? {
    guard case .lesson(let taught) = meaning else { return nil }
    let further = taught.compactMap { lesson -> Taught? in
      guard case .claim(let claim) = lesson.teaching, !claim.isNegated, grammar.tellsPlace(claim.property), let place = claim.value.concept,
        new.contains(where: { $0.concept == place }), let around = Self.around(place)
      else { return nil }
      return grammar.placeRelation.map { Taught(.claim(Claim(place, $0, .concept(around)))) }
    }
    let others = further.filter { !taught.contains($0) }
    return others.isEmpty ? nil : .lesson(taught + others)
  }

  /// Whether the reading takes such a name for two places side by side.
  func listsParts(_ reading: Reading, of placed: Reading) -> Bool {
    guard case .lesson(let taught) = reading.meaning, case .lesson(let ours) = placed.meaning else { return false }
    // What is sold in “Porto, Lisbon” may be sold in both.
    guard ours.allSatisfy({ $0.relation.map(isPlacedOnce) ?? false }) else { return false }
    let parts = Set(
      ours.compactMap { $0.place }.filter { Self.around($0) != nil }.flatMap {
        $0.label.split(separator: ",").map { $0.drop { $0 == " " } }
      })
    let others = taught.compactMap { $0.place }
    return !parts.isEmpty && others.count > 1
      && others.allSatisfy { place in
        place.label.split(separator: ",").allSatisfy { parts.contains($0.drop { $0 == " " }) }
      }
  }

  private func isPlacedOnce(_ relation: Concept) -> Bool {
    let words = relation.label.split(separator: " ").map(String.init)
    let deed = words.count > 2 ? words[words.count - 2] : words.first
    return deed.map { grammar.functionWords.contains($0, in: .placedOnce) } ?? false
  }

  /// “Portugal” of “Porto, Portugal”, where both are names.
  private static func around(_ place: Concept) -> Concept? {
    let parts = place.label.components(separatedBy: ", ")
    guard parts.count > 1, let last = parts.last, parts.allSatisfy({ $0.first?.isUppercase == true && !$0.contains("(") }) else {
      return nil
    }
    // “Leiria – 24000”
    let bare = last.components(separatedBy: " – ")[0].components(separatedBy: " - ")[0]
    return try? Concept(parsing: bare)
  }
}

extension Taught {
  fileprivate var relation: Concept? {
    guard case .claim(let claim) = teaching else { return nil }
    return claim.property
  }

  fileprivate var place: Concept? {
    guard case .claim(let claim) = teaching else { return nil }
    return claim.value.concept
  }
}
