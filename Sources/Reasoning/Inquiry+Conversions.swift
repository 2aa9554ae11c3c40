public import Lessons

/// A conversion and the lesson that teaches it.
struct KnownConversion {
  let slot: Slot
  let conversion: Conversion
}

/// Measures that convert because somebody taught how: 1 mmol/L of glucose is 18 mg/dL.
extension Inquiry {
  /// Conversions that speak of the concept: of it under any of its names, of a kind of it, or of what its name ends in, as
  /// “blood glucose” does in “glucose”. Oldest first.
  func conversions(of concept: Symbol) -> [KnownConversion] {
    guard !index.conversions.isEmpty else { return [] }
    if let known = conversions[concept] { return known }
    let found = findConversions(of: concept)
    conversions[concept] = found
    return found
  }

  private func findConversions(of concept: Symbol) -> [KnownConversion] {
    let above = Set(reach(concept).nodes.flatMap { names(of: $0.root) })
    let asked = self.concept(concept)
    return seen(Array(Set(index.conversions.values.joined()))).compactMap { slot in
      guard case .conversion(let conversion) = store[slot].lesson.teaching else { return nil }
      let isMeant = conversion.isNamed(in: asked) || above.contains(symbol(conversion.substance))
      return isMeant ? KnownConversion(slot: slot, conversion: conversion) : nil
    }
  }

  func convert(_ range: QuantityRange, of concept: Symbol, to unit: Unit) -> (range: QuantityRange, lesson: Slot)? {
    conversions(of: concept).lazy.compactMap { known in known.conversion.convert(range, to: unit).map { ($0, known.slot) } }.first
  }

  /// The numbers in the unit, as they are or by a conversion that was taught.
  func numbers(_ value: Value, of property: Symbol, in unit: Unit) -> (range: QuantityRange, lesson: Slot?)? {
    guard let range = value.range else { return nil }
    if let converted = range.converted(to: unit) { return (converted, nil) }
    return convert(range, of: property, to: unit).map { ($0.range, $0.lesson) }
  }

  /// A proof of a number, carried to another measure of it.
  func converted(_ proof: Proof, to range: QuantityRange, by lesson: Slot?) -> Proof {
    guard let lesson, let claim = proof.claim, case .conversion(let conversion) = store[lesson].lesson.teaching else { return proof }
    return Proof(
      .claim(Claim(claim.subject, claim.property, Value(range), isNegated: claim.isNegated)), .converted,
      [proof, Proof(.conversion(conversion), .taught(store[lesson].id))] + speaks(conversion, of: symbol(claim.property)))
  }

  /// Why a conversion speaks of a property: by another name of it or by what it is; nothing where its own name tells.
  private func speaks(_ conversion: Conversion, of property: Symbol) -> [Proof] {
    if conversion.isNamed(in: concept(property)) { return [] }
    let substance = symbol(conversion.substance)
    return isSame(property, substance) ? sameness(substance, property) ?? [] : chain(property, substance).map { [$0] } ?? []
  }
}

extension Value {
  /// A number where the range is one.
  public init(_ range: QuantityRange) {
    if range.about == nil, let amount = range.exactAmount, range.lower?.isIncluded == true {
      self = .quantity(Quantity(amount, range.unit))
    } else {
      self = .range(range)
    }
  }
}

extension Beliefs {
  /// So much of a thing in another unit, as anybody would or by a conversion that was taught of the thing: a cup of rice in
  /// grams. Nil where nobody taught how.
  public func convert(_ quantity: Quantity, of thing: Concept, to unit: Unit, in view: PointOfView) -> (
    quantity: Quantity, lesson: ID<Lesson>?
  )? {
    if let plain = quantity.converted(to: unit) { return (plain, nil) }
    let inquiry = Inquiry(self, .view(view))
    guard let (range, slot) = inquiry.convert(QuantityRange(exactly: quantity), of: inquiry.symbol(thing), to: unit),
      let amount = range.exactAmount
    else { return nil }
    return (Quantity(amount, unit), store[slot].id)
  }
}
