internal import Foundation

/// How two measures of one thing convert where that depends on the thing: “1 mmol/L of glucose is 18 mg/dL.”
public struct Conversion: Hashable, Sendable, Codable {
  /// What is measured: glucose.
  public let substance: Concept
  /// So much in one measure is
  public let from: Quantity
  /// so much in the other.
  public let to: Quantity

  public init(of substance: Concept, _ from: Quantity, is to: Quantity) {
    self.substance = substance
    self.from = from
    self.to = to
  }

  private enum CodingKeys: String, CodingKey { case substance = "of", from, to }

  /// Whether the name is the substance's or ends in it, as “blood glucose” does in “glucose”.
  public func isNamed(in concept: Concept) -> Bool { concept == substance || concept.key.hasSuffix(" " + substance.key) }

  /// The numbers in another unit, by this conversion; nil where it does not lead there.
  public func convert(_ range: QuantityRange, to unit: Unit) -> QuantityRange? {
    step(range, from, to, unit) ?? step(range, to, from, unit)
  }

  /// Whether it leads from one unit to the other.
  public func joins(_ one: Unit, _ other: Unit) -> Bool { convert(QuantityRange(exactly: Quantity(1, one)), to: other) != nil }

  private func step(_ range: QuantityRange, _ from: Quantity, _ to: Quantity, _ unit: Unit) -> QuantityRange? {
    guard from.amount > 0, let measured = range.converted(to: from.unit) else { return nil }
    return measured.scaled(by: to.amount / from.amount, in: to.unit).converted(to: unit)
  }
}

extension QuantityRange {
  fileprivate func scaled(by factor: Decimal, in unit: Unit) -> QuantityRange {
    func scaled(_ bound: Bound?) -> Bound? { bound.map { Bound($0.amount * factor, isIncluded: $0.isIncluded) } }
    return QuantityRange(lower: scaled(lower), upper: scaled(upper), unit: unit, about: about.map { $0 * factor })
  }
}
