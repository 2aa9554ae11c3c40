// Not the whole of Foundation: its `Unit` is another.
import FoundationEssentials
public import Lessons

/// What each column of a table means: how its rows become lessons.
public struct ImportPlan: Hashable, Sendable, Codable {
  public enum Role: Hashable, Sendable, Codable {
    /// What the row is about.
    case subject
    /// A number: the subject's property in a unit.
    case value(Concept, Unit)
    case ignored
  }

  /// What every row is: a food. Nil: not said.
  public var kind: Concept?
  public var source: String
  /// One a column.
  public var roles: [Role]

  public init(kind: Concept?, source: String, roles: [Role]) {
    self.kind = kind
    self.source = source
    self.roles = roles
  }

  /// What the header suggests: “name” is the subject; “carb_g” or “carbohydrate (g/100 g)” a value with its unit.
  public init(guessing header: [String], fileName: String) {
    kind = nil
    source = fileName
    let subjects = ["name", "food", "label", "item", "concept", "subject", "title"]
    let subject = header.firstIndex { subjects.contains($0.lowercased()) } ?? 0
    roles = header.enumerated().map { index, name in
      if index == subject { return .subject }
      let (property, unit) = Self.unit(in: name)
      return property.isEmpty || property.lowercased() == "id" ? .ignored : .value(Concept(property), unit)
    }
  }

  /// Takes a unit off the end of a column's name: after an underscore, or in brackets.
  static func unit(in name: String) -> (property: String, unit: Unit) {
    var words = name
    var unit = Unit.none
    if words.hasSuffix(")"), let open = words.lastIndex(of: "(") {
      unit = Unit(parsing: words[words.index(after: open)..<words.index(before: words.endIndex)]) ?? .none
      words = String(words[..<open])
    } else if let cut = words.lastIndex(of: "_"), let found = Unit(parsing: words[words.index(after: cut)...]) {
      unit = found
      words = String(words[..<cut])
    } else if let found = UnitTable.byName[words.lowercased()], found == Unit(code: "kcal") {
      return ("energy", found)
    }
    return (words.replacing("_", with: " ").trimmed, unit)
  }
}

extension Unit {
  /// Reads a unit as people write it: `g`, `mg/100 g`, `g per 100g`, `mmol/L`. Nil where a part is no known unit.
  public init?(parsing text: some StringProtocol) {
    let parts = String(text).replacing(" per ", with: "/").split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let above = Self.known(parts[0]) else { return nil }
    guard parts.count == 2 else {
      self = above
      return
    }
    let below = parts[1].trimmed
    let digits = below.prefix { $0.isNumber || $0 == "." }
    guard let unit = Self.known(below[digits.endIndex...]) else { return nil }
    guard let amount = digits.isEmpty ? 1 : Decimal(plain: digits), amount > 0 else { return nil }
    self.init(above, per: amount, unit)
  }

  private static func known(_ text: some StringProtocol) -> Unit? {
    let name = text.trimmed
    return UnitTable.byName[name] ?? UnitTable.byName[name.lowercased()]
  }
}

extension StringProtocol {
  /// Without the white space around it.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[first...last])
  }
}
