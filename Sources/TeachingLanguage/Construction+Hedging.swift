import Foundation
import Lessons

extension Construction {
  /// Where a lesson holds, how sure its teacher is, and how measures of one thing convert.
  static let hedging = [
    Construction(
      "region", "region", build: { $0[0]?.concept.map { .qualifiers(Qualifiers(region: $0)) } },
      split: { phrase, _ in
        guard let all = phrase.qualifiers, let region = all.region, all == Qualifiers(region: region) else { return nil }
        return [.concept(region)]
      }),
    sure("sure.certainly", nil, isSaid: { _ in false }), sure("sure.probably", 75, isSaid: { $0 == 75 }),
    sure("sure.think", 70, isSaid: { $0 == 70 }), sure("sure.perhaps", 50, isSaid: { $0 == 50 }),
    Construction(
      "unsure", "sure", "lessons",
      build: { parts in
        guard let sureness = parts[0]?.qualifiers, let lessons = parts[1]?.taught else { return nil }
        let merged = lessons.compactMap { lesson in lesson.qualifiers.merging(sureness).map { Taught(lesson.teaching, $0) } }
        return merged.count == lessons.count ? .taught(merged) : nil
      },
      split: { phrase, _ in
        guard let taught = phrase.taught, let sureness = taught.first?.qualifiers.sureness,
          taught.allSatisfy({ $0.qualifiers.sureness == sureness })
        else { return nil }
        return [.qualifiers(Qualifiers(sureness: sureness)), .taught(taught.map(\.surely))]
      }),
    Construction(
      "conversion", "from", "substance", "to",
      build: { parts in
        guard let from = parts[0]?.quantity, let substance = parts[1]?.concept, let to = parts[2]?.quantity else { return nil }
        // What converts for everything needs no teaching, and three eggs are no measure.
        guard from.unit != .none, to.unit != .none, from.amount > 0, to.amount > 0, !from.unit.isCommensurable(with: to.unit) else {
          return nil
        }
        return .taught([Taught(.conversion(Conversion(of: substance, from, is: to)))])
      },
      split: { phrase, _ in
        guard case .conversion(let conversion) = phrase.teaching else { return nil }
        return [.value(.quantity(conversion.from)), .concept(conversion.substance), .value(.quantity(conversion.to))]
      }),
  ]

  private static func sure(_ name: String, _ sureness: Int?, isSaid: @escaping @Sendable (Int) -> Bool) -> Construction {
    Construction(
      name, build: { _ in .qualifiers(Qualifiers(sureness: sureness)) },
      split: { phrase, _ in
        guard let sureness = phrase.qualifiers?.sureness, isSaid(sureness) else { return nil }
        return []
      })
  }
}

extension Taught {
  /// The same without how sure its teacher is.
  fileprivate var surely: Taught {
    var qualifiers = qualifiers
    qualifiers.sureness = nil
    return Taught(teaching, qualifiers)
  }
}
