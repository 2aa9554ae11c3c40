public import Foundation

/// Products and quotients of units: kcal/g times g/100 g is kcal/100 g, kg over m times m is kg/m2.
extension Unit {
  /// - Returns: the unit of the product, and what the product of the amounts is to be multiplied by.
  public static func product(_ one: Unit, _ other: Unit) -> (scale: Decimal, unit: Unit) {
    var powers = UnitPowers()
    powers.multiply(by: one)
    powers.multiply(by: other)
    return powers.unit
  }

  /// - Returns: the unit of the quotient, and what the quotient of the amounts is to be multiplied by.
  public static func quotient(_ one: Unit, _ other: Unit) -> (scale: Decimal, unit: Unit) {
    var powers = UnitPowers()
    powers.multiply(by: one)
    powers.divide(by: other)
    return powers.unit
  }
}

/// A unit taken apart: simple units above and below the slash, each to a power.
///
/// What one unit has above and below stays apart, since g/100 g is a share and no bare number; what one factor has above
/// cancels what another has below.
struct UnitPowers {
  private typealias Part = (code: String, power: Int)

  /// In the order met.
  private var above: [Part] = []
  private var below: [Part] = []
  private var scale: Decimal = 1
  /// The amount below the slash: 100 of g/100 g.
  private var per: Decimal = 1

  mutating func multiply(by unit: Unit) { multiply(Self.parts(unit.numerator), Self.parts(unit.per?.unit), per: unit.per?.amount ?? 1) }

  mutating func divide(by unit: Unit) { multiply(Self.parts(unit.per?.unit), Self.parts(unit.numerator), per: 1 / (unit.per?.amount ?? 1)) }

  private mutating func multiply(_ more: [Part], _ less: [Part], per: Decimal) {
    let newAbove = more.compactMap { cancel($0, with: \.below, isAbove: true) }
    let newBelow = less.compactMap { cancel($0, with: \.above, isAbove: false) }
    for part in newAbove { join(part, to: \.above, isAbove: true) }
    for part in newBelow { join(part, to: \.below, isAbove: false) }
    self.per *= per
  }

  private static func parts(_ unit: Unit?) -> [Part] { unit?.code.split(separator: ".").map { split(String($0)) } ?? [] }

  /// What is left of a part once it has cancelled what it can on the other side.
  private mutating func cancel(_ part: Part, with side: WritableKeyPath<Self, [Part]>, isAbove: Bool) -> Part? {
    // Percents are numbers.
    if let row = UnitTable.byCode[part.code], row.base.isEmpty {
      rescale(row.factor, part.power, isAbove)
      return nil
    }
    var part = part
    while part.power > 0, let place = self[keyPath: side].firstIndex(where: { Self.factor(part.code, to: $0.code) != nil }) {
      rescale(Self.factor(part.code, to: self[keyPath: side][place].code) ?? 1, 1, isAbove)
      part.power -= 1
      self[keyPath: side][place].power -= 1
      if self[keyPath: side][place].power == 0 { self[keyPath: side].remove(at: place) }
    }
    return part.power > 0 ? part : nil
  }

  private mutating func join(_ part: Part, to side: WritableKeyPath<Self, [Part]>, isAbove: Bool) {
    guard let place = self[keyPath: side].firstIndex(where: { Self.factor(part.code, to: $0.code) != nil }) else {
      self[keyPath: side].append(part)
      return
    }
    rescale(Self.factor(part.code, to: self[keyPath: side][place].code) ?? 1, part.power, isAbove)
    self[keyPath: side][place].power += part.power
  }

  private mutating func rescale(_ factor: Decimal, _ power: Int, _ isAbove: Bool) {
    let raised = (0..<power).reduce(Decimal(1)) { product, _ in product * factor }
    if isAbove { scale *= raised } else { scale /= raised }
  }

  private static func factor(_ code: String, to other: String) -> Decimal? { Unit(code: code).factor(to: Unit(code: other)) }

  /// “m2” is metres to the second; a unit that the table does not know keeps its digits.
  static func split(_ part: String) -> (code: String, power: Int) {
    guard UnitTable.byCode[part] == nil, let last = part.last, last.isASCII, let power = last.wholeNumberValue, power > 1,
      UnitTable.byCode[String(part.dropLast())] != nil
    else { return (part, 1) }
    return (String(part.dropLast()), power)
  }

  /// The unit, and what amounts in it are to be multiplied by.
  var unit: (scale: Decimal, unit: Unit) {
    func code(_ parts: [Part]) -> String { parts.map { $0.code + ($0.power == 1 ? "" : String($0.power)) }.joined(separator: ".") }
    if below.isEmpty { return (scale / per, Unit(code: code(above))) }
    let isShown = per > 1
    return (isShown ? scale : scale / per, Unit(Unit(code: code(above)), per: isShown ? per : 1, Unit(code: code(below))))
  }
}
