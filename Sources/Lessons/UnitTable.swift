public import Foundation

/// The units that convert into each other, with the words people use for them in English.
public enum UnitTable {
  public struct Row: Sendable {
    /// UCUM's code where it has one.
    public let code: String
    /// What is measured; units of one base convert. Empty: a pure number.
    public let base: String
    /// How many of the base's first unit one of this makes.
    public let factor: Decimal
    /// Words for it, in lower case, singular and plural.
    public let names: [String]
    /// Whether it is said as a word after a number (“2 cups”) rather than as a symbol (“2 g”).
    public let isWord: Bool
  }

  public static let rows: [Row] = [
    row("g", "mass", "1", ["gram", "grams", "gramme", "grammes", "gr"]),
    row("mg", "mass", "0.001", ["milligram", "milligrams"]),
    row("ug", "mass", "0.000001", ["microgram", "micrograms", "mcg", "µg", "μg"]),
    row("kg", "mass", "1000", ["kilogram", "kilograms", "kilo", "kilos"]),
    row("oz", "mass", "28.349523125", ["ounce", "ounces"]),
    row("lb", "mass", "453.59237", ["pound", "pounds", "lbs"]),
    row("L", "volume", "1", ["l", "liter", "liters", "litre", "litres"]),
    row("dL", "volume", "0.1", ["dl", "deciliter", "deciliters", "decilitre", "decilitres"]),
    row("cL", "volume", "0.01", ["cl", "centiliter", "centiliters", "centilitre", "centilitres"]),
    row("mL", "volume", "0.001", ["ml", "milliliter", "milliliters", "millilitre", "millilitres"]),
    row("kcal", "energy", "1", ["kilocalorie", "kilocalories", "calorie", "calories", "cal", "cals"]),
    row("kJ", "energy", "0.2390057361376673", ["kj", "kilojoule", "kilojoules"]),
    row("mol", "amount of substance", "1", ["mole", "moles"]),
    row("mmol", "amount of substance", "0.001", ["millimole", "millimoles"]),
    row("umol", "amount of substance", "0.000001", ["µmol", "micromole", "micromoles"]),
    row("m", "length", "1", ["meter", "meters", "metre", "metres"]),
    row("cm", "length", "0.01", ["centimeter", "centimeters", "centimetre", "centimetres"]),
    row("mm", "length", "0.001", ["millimeter", "millimeters", "millimetre", "millimetres"]),
    row("km", "length", "1000", ["kilometer", "kilometers", "kilometre", "kilometres"]),
    row("[in_i]", "length", "0.0254", ["inch", "inches"]),
    row("[ft_i]", "length", "0.3048", ["ft", "foot", "feet"]),
    row("[mi_i]", "length", "1609.344", ["mile", "miles"]),
    row("s", "time", "1", ["sec", "second", "seconds"]),
    row("min", "time", "60", ["minute", "minutes"]),
    row("h", "time", "3600", ["hr", "hrs", "hour", "hours"]),
    row("d", "time", "86400", ["day", "days"]),
    row("wk", "time", "604800", ["week", "weeks"], isWord: true),
    row("mo", "time", "2629746", ["month", "months"], isWord: true),
    row("a", "time", "31556952", ["year", "years"], isWord: true),
    row("%", "", "0.01", ["percent", "per cent"]),
    row("Cel", "temperature", "1", ["°c", "celsius", "degrees celsius"]),
    row("mm[Hg]", "pressure", "1", ["mmhg", "mm hg"]),
    row("[IU]", "international unit", "1", ["iu", "international unit", "international units"]),
    row("EUR", "EUR", "1", ["€", "euro", "euros"]),
    row("USD", "USD", "1", ["$", "dollar", "dollars"]),
    row("cup", "cup", "1", ["cups"], isWord: true),
    row("tablespoon", "tablespoon", "1", ["tablespoons", "tbsp"], isWord: true),
    row("teaspoon", "teaspoon", "1", ["teaspoons", "tsp"], isWord: true),
    row("serving", "serving", "1", ["servings", "portion", "portions"], isWord: true),
    row("slice", "slice", "1", ["slices"], isWord: true),
    row("piece", "piece", "1", ["pieces"], isWord: true),
    row("unit", "unit", "1", ["units"], isWord: true),
    row("point", "point", "1", ["points"], isWord: true),
  ]

  /// Powers of the units above, as people write them.
  private static let areas: [String: [String]] = [
    "m2": [
      "m2", "m²", "sq m", "sqm", "sq. m", "square m", "square meter", "square meters", "square metre", "square metres",
    ],
    "km2": [
      "km2", "km²", "sq km", "sq kms", "sq. km", "square km", "square kilometer", "square kilometers", "square kilometre",
      "square kilometres",
    ],
  ]

  public static let byCode: [String: Row] = Dictionary(uniqueKeysWithValues: rows.map { ($0.code, $0) })

  /// Every word and code, as written and in lower case, to its unit.
  public static let byName: [String: Unit] = {
    var names: [String: Unit] = [:]
    for row in rows {
      for name in [row.code] + row.names { names[name] = Unit(code: row.code) }
    }
    for (code, words) in areas { for word in words { names[word] = Unit(code: code) } }
    return names
  }()

  private static func row(_ code: String, _ base: String, _ factor: String, _ names: [String], isWord: Bool = false) -> Row {
    guard let factor = Decimal(plain: factor) else { preconditionFailure("the factor of \(code) is a plain number") }
    return Row(code: code, base: base, factor: factor, names: names, isWord: isWord)
  }
}
