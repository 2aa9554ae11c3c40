import Community
import Foundation
import Lessons
import Mind
import Reasoning

/// Two disputed numbers on a line, with the bands that taught rules lay over it. Positions are percentages as text.
struct Scale: Sendable {
  struct Band: Sendable {
    let x: String
    let width: String
    let label: String
    let middle: String
  }

  struct Mark: Sendable {
    let x: String
    let value: String
    let by: Person
    let above: Bool
  }

  let question: String
  let unit: String
  let bands: [Band]
  let marks: [Mark]
}

extension Scribe {
  /// Nil unless the sides are numbers of one unit and rules tell bands of it apart.
  func scale(_ clash: Clash) -> Scale? {
    guard clash.kind == .values else { return nil }
    let property = clash.property
    let values = clash.sides.compactMap { side -> (amount: Decimal, unit: Lessons.Unit, by: Person)? in
      guard let record = side.first.flatMap({ state.standing.lessons[$0] }), case .claim(let claim) = record.lesson.teaching,
        let quantity = claim.value.quantity
      else { return nil }
      return (quantity.amount, quantity.unit, person(record.author))
    }
    guard values.count == clash.sides.count, values.count >= 2, let unit = values.first?.unit, values.allSatisfy({ $0.unit == unit })
    else { return nil }
    let bands = bands(of: property, in: unit)
    guard !bands.isEmpty else { return nil }
    let bounds = bands.flatMap { [$0.range.lower?.amount, $0.range.upper?.amount] }
    let ends = values.map(\.amount) + bounds.compactMap { $0 }
    guard let largest = ends.max(), let smallest = ends.min(), largest > 0, smallest >= 0 else { return nil }
    let top: Decimal = largest <= 100 && unit == .none ? 100 : largest * 12 / 10
    func percent(_ amount: Decimal) -> Decimal { (amount * 100 / top).rounded(to: 1) }
    return Scale(
      question: "Do the values put \(clash.subject.label) in different bands?", unit: unit == .none ? property.label : unit.code,
      bands: bands.map { name, range -> Scale.Band in
        let low = percent(range.lower?.amount ?? 0)
        let high = percent(range.upper?.amount ?? top)
        let middle = ((low + high) / 2).rounded(to: 1)
        return Scale.Band(x: low.plain, width: (high - low).plain, label: name, middle: middle.plain)
      },
      marks: values.enumerated().map { index, value -> Scale.Mark in
        Scale.Mark(x: percent(value.amount).plain, value: value.amount.plain, by: value.by, above: index % 2 == 0)
      })
  }

  /// What rules of the form “low-GI if its glycemic index is below 55” make of a property's numbers, lowest first.
  private func bands(of property: Concept, in unit: Lessons.Unit) -> [(name: String, range: QuantityRange)] {
    let bands = state.mind.beliefs.lessons(mentioning: property, in: .community).compactMap {
      standing -> (name: String, range: QuantityRange)? in
      guard case .rule(let rule) = standing.lesson.teaching, case .value(.concept(let head)) = rule.head.object, !rule.head.isNegated,
        let measured = rule.body.lazy.compactMap({ condition -> QuantityRange? in
          if case .measure(_, property, let range) = condition { range.converted(to: unit) } else { nil }
        }).first
      else { return nil }
      return (head.label, measured)
    }
    let sorted = bands.sorted { one, other in
      let (low, high) = (one.range.lower?.amount ?? -1, other.range.lower?.amount ?? -1)
      return low == high ? one.name < other.name : low < high
    }
    var kept: [(name: String, range: QuantityRange)] = []
    for band in sorted where kept.last?.range != band.range { kept.append(band) }
    return kept
  }
}
