/// What is true of a property itself: “A food has one glycemic index.” “If X is part of Y and Y is part of Z, X is part of Z.”
public struct PropertyTrait: Hashable, Sendable {
  public enum Trait: Hashable, Sendable {
    /// A thing has one value.
    case single
    /// A thing can have several values.
    case several
    /// What is taught of a thing is all there is: “The list of allergens of a product is complete.”
    case complete
    /// It passes on: from a to b and from b to c is from a to c.
    case transitive
    /// It goes both ways.
    case symmetric
    /// The other property says the same from the other side: “If X treats Y, Y is treated by X.”
    case inverse(of: Concept)
    /// Its numbers lie in there: “The glycemic index is a number between 0 and 110.”
    indirect case range(QuantityRange)
    /// What it is given in: “Weight is measured in kilograms.”
    case unit(Unit)
  }

  public let property: Concept
  public let trait: Trait

  public init(_ property: Concept, _ trait: Trait) {
    self.property = property
    self.trait = trait
  }

  public init(_ property: Concept, isSingleValued: Bool) { self.init(property, isSingleValued ? .single : .several) }

  /// Nil where it says nothing of how many values there are.
  public var isSingleValued: Bool? {
    switch trait {
    case .single: true
    case .several: false
    case .complete, .transitive, .symmetric, .inverse, .range, .unit: nil
    }
  }

  /// What its numbers are given in, where that is taught.
  public var unit: Unit? {
    switch trait {
    case .unit(let unit): unit
    case .range(let range): range.unit
    case .single, .several, .complete, .transitive, .symmetric, .inverse: nil
    }
  }

  /// The properties named.
  public var properties: [Concept] { if case .inverse(let other) = trait { [property, other] } else { [property] } }
}

extension PropertyTrait: Codable {
  private enum Key: String, CodingKey { case property, single, trait = "is", inverse, range, unit }
  private enum Word: String, Codable { case complete, transitive, symmetric }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    property = try container.decode(Concept.self, forKey: .property)
    if let word = try container.decodeIfPresent(Word.self, forKey: .trait) {
      trait =
        switch word {
        case .complete: .complete
        case .transitive: .transitive
        case .symmetric: .symmetric
        }
    } else if let other = try container.decodeIfPresent(Concept.self, forKey: .inverse) {
      trait = .inverse(of: other)
    } else if let range = try container.decodeIfPresent(QuantityRange.self, forKey: .range) {
      trait = .range(range)
    } else if let unit = try container.decodeIfPresent(Unit.self, forKey: .unit) {
      trait = .unit(unit)
    } else {
      trait = try container.decode(Bool.self, forKey: .single) ? .single : .several
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(property, forKey: .property)
    switch trait {
    case .single: try container.encode(true, forKey: .single)
    case .several: try container.encode(false, forKey: .single)
    case .complete: try container.encode(Word.complete, forKey: .trait)
    case .transitive: try container.encode(Word.transitive, forKey: .trait)
    case .symmetric: try container.encode(Word.symmetric, forKey: .trait)
    case .inverse(let other): try container.encode(other, forKey: .inverse)
    case .range(let range): try container.encode(range, forKey: .range)
    case .unit(let unit): try container.encode(unit, forKey: .unit)
    }
  }
}
