import Foundation
import Lessons

/// What a stretch of words says of the words of a text: the parts of a ``Lessons/TextCondition``.
enum Wording: Hashable {
  case condition(TextCondition)
  case items([TextItem], needed: Int)
  /// In all of these places, or in any of them.
  case places([TextPlace], isAny: Bool)
  case parts([TextPart])
  case count(CountRange)
  case shape(TextShape)
}

extension Phrase {
  var wording: Wording? { if case .wording(let wording) = self { wording } else { nil } }
  var textCondition: TextCondition? { if case .condition(let condition)? = wording { condition } else { nil } }

  var textPlaces: (all: [TextPlace], isAny: Bool)? {
    if case .places(let places, let isAny)? = wording { (places, isAny) } else { nil }
  }

  var textPlace: TextPlace? {
    guard let places = textPlaces, places.all.count == 1 else { return nil }
    return places.all[0]
  }

  var textParts: [TextPart]? { if case .parts(let parts)? = wording { parts } else { nil } }
  var textShape: TextShape? { if case .shape(let shape)? = wording { shape } else { nil } }

  var textItems: (all: [TextItem], needed: Int)? {
    if case .items(let items, let needed)? = wording { (items, needed) } else { nil }
  }

  var textItem: TextItem? {
    guard let items = textItems, items.all.count == 1 else { return nil }
    return items.all[0]
  }

  /// “3”, “at least 3”: whole numbers without a unit.
  var countRange: CountRange? {
    if case .count(let count)? = wording { return count }
    guard let quantity, quantity.unit == .none, let count = quantity.amount.wholeNumber else { return nil }
    return CountRange(least: count, most: count)
  }

  static func place(_ place: TextPlace) -> Phrase { .wording(.places([place], isAny: false)) }
  static func condition(_ condition: TextCondition) -> Phrase { .wording(.condition(condition)) }
}

extension Decimal {
  /// Nil where it is none, below 0, or more than a text can have.
  fileprivate var wholeNumber: Int? { Int(plain).flatMap { (0...10_000).contains($0) ? $0 : nil } }
}
