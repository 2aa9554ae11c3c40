import Lessons

extension Construction {
  static let claiming = [
    Construction(
      "attribute", "property", "subject", "values",
      build: { parts in
        guard let property = parts[0]?.concept, let subjects = parts[1]?.concepts, let values = parts[2]?.values else { return nil }
        return .taught(subjects.flatMap { subject in values.map { Taught(.claim(Claim(subject, property, $0))) } })
      },
      split: { phrase, _ in
        guard let claims = phrase.claims, let first = claims.first else { return nil }
        let areOne = claims.allSatisfy { claim in
          claim.subject == first.subject && claim.property == first.property && !claim.isNegated
            && isAttribute(claim.property, claim.value) && !isContent(claim.property, claim.value)
        }
        return areOne ? [.concept(first.property), .concept(first.subject), .values(claims.map(\.value))] : nil
      }),
    Construction(
      "attribute.for", "property", "subject", "for", "values",
      build: { parts in
        guard let property = parts[0]?.concept, let subject = parts[1]?.concept, case .qualifiers(let whom)? = parts[2],
          let values = parts[3]?.values
        else { return nil }
        return .taught(values.map { Taught(.claim(Claim(subject, property, $0)), whom) })
      }, split: unsaid),
    Construction(
      "counted.things", "property", "subject", "amount",
      build: { parts in
        guard let property = parts[0]?.concept, let subject = parts[1]?.concept, let amount = parts[2]?.value, amount.unit == Unit.none
        else { return nil }
        return .taught([Taught(.claim(Claim(subject, property, amount)))])
      }, split: unsaid),
    // “A kind of fruit” names no relation.
    Construction(
      "attribute.one", "values", "property", "subject",
      reading: { parts, grammar in
        guard let value = parts[0]?.concept, let property = parts[1]?.concept, let subject = parts[2]?.concept,
          !grammar.functionWords.contains(property.key, in: .definitionNot)
        else { return nil }
        return .taught([Taught(.claim(Claim(subject, property, .concept(value))))])
      }, split: unsaid),
    // “Flour is an ingredient in bread” names no kind of ingredient.
    Construction(
      "attribute.part", "values", "property", "subject",
      reading: { parts, grammar in
        guard let values = parts[0]?.concepts, let property = parts[1]?.concept, let subject = parts[2]?.concept,
          grammar.namesPart(property)
        else { return nil }
        return .taught(values.map { Taught(.claim(Claim(subject, property, .concept($0)))) })
      }, split: unsaid),
    Construction(
      "role", "values", "property", "subject",
      reading: { parts, grammar in
        guard let value = parts[0]?.concept, let property = parts[1]?.concept, let subject = parts[2]?.concept else { return nil }
        // “Fond of” and “made of” say what something is, and “part of” is a relation.
        let word = property.label
        let isOther =
          grammar.morphology.isAdjective(word) || grammar.morphology.isParticiple(word) || grammar.morphology.isIrregularParticiple(word)
          || [.relational, .withOf].contains { grammar.functionWords.contains(word, in: $0) }
        // “a board member”, but no longer description
        return isOther || word.count(where: { $0 == " " }) > 1 ? nil : .taught([Taught(.claim(Claim(subject, property, .concept(value))))])
      }, split: unsaid),
    Construction(
      "valuesOfMany", "values",
      build: { parts in
        guard let values = parts[0]?.values else { return nil }
        guard values.count > 1 || values.allSatisfy({ $0.concept.map { !AnyLanguage.looksAdjectival($0.label) } ?? true }) else {
          return nil
        }
        return .values(values)
      }, split: unsaid),
    Construction(
      "thingNotDone", "thing",
      reading: { parts, grammar in
        guard let thing = parts[0]?.concept else { return nil }
        let isDone = grammar.morphology.isParticiple(thing.label) || grammar.morphology.isIrregularParticiple(thing.label)
        return isDone ? nil : .concept(thing)
      }, split: unsaid),
    Construction(
      "costs", "subject", "amount",
      reading: { parts, grammar in
        guard let subject = parts[0]?.concept, let amount = parts[1]?.value, amount.unit?.isMoney == true,
          let price = grammar.functionWords[.price].first
        else { return nil }
        return .taught([Taught(.claim(Claim(subject, Concept(price), amount)))])
      }, split: unsaid),
    Construction(
      "notAttribute", "property", "subject", "values",
      build: { parts in
        guard let property = parts[0]?.concept, let subject = parts[1]?.concept, let value = parts[2]?.value else { return nil }
        // “Not above 60” is at most 60.
        if case .range(let range) = value, case .measure(_, _, let rest)? = Predicate(property, .range(range), isNegated: true).condition {
          return .taught([Taught(.claim(Claim(subject, property, .range(rest))))])
        }
        return .taught([Taught(.claim(Claim(subject, property, value, isNegated: true)))])
      },
      split: { phrase, _ in
        guard case .claim(let claim) = phrase.teaching, claim.isNegated, isAttribute(claim.property, claim.value) else { return nil }
        return [.concept(claim.property), .concept(claim.subject), single(claim.value)]
      }),
    Construction(
      "predication", "subjects", "predicates",
      build: { parts in
        guard let subjects = parts[0]?.concepts, let predicates = parts[1]?.predicates else { return nil }
        return claims(subjects, predicates)
      },
      split: { phrase, sayer in
        guard let claims = phrase.claims, let first = claims.first else { return nil }
        let predicates = claims.map { Predicate($0.property, $0.value, isNegated: $0.isNegated) }
        if claims.allSatisfy({ $0.subject == first.subject }) { return [.concepts([first.subject]), .predicates(predicates)] }
        return predicates.allSatisfy { $0 == predicates[0] } ? [.concepts(claims.map(\.subject)), .predicates([predicates[0]])] : nil
      }),
    Construction(
      "contents", "per", "subjects", "predicates",
      build: { parts in
        guard let per = parts[0]?.quantity, let subjects = parts[1]?.concepts, let predicates = parts[2]?.predicates else { return nil }
        let shared = predicates.compactMap { $0.per(per) }
        return shared.count == predicates.count ? claims(subjects, shared) : nil
      }, split: unsaid),
    Construction(
      ambiguous: "notAll", "scope", "predicates",
      build: { parts in
        guard let scope = parts[0]?.conditions, !scope.isEmpty, let predicates = parts[1]?.predicates, predicates.count == 1,
          let one = predicates.first
        else {
          return []
        }
        let none = Rule(
          Predicate(one.property, one.value, isNegated: true).pattern, if: scope, strength: .strict)
        return [.taught([Taught(.rule(none))]), .taught([Taught(.note)])]
      }),
    Construction(
      "are", "predicates", build: { $0[0] },
      split: { phrase, _ in phrase.all { $0.property == .isA && !$0.isNegated }.map { [.predicates($0)] } }),
    Construction(
      "areNot", "predicates", build: { $0[0]?.predicates.flatMap(negated) },
      split: { phrase, _ in
        phrase.only { $0.property == .isA && $0.isNegated }.map { [.predicates([Predicate($0.property, $0.value, isNoun: $0.isNoun)])] }
      }),
    Construction(
      "amounts", "predicates", build: { $0[0] },
      split: { phrase, _ in phrase.all { !$0.isNegated && isContent($0.property, $0.value) }.map { [.predicates($0)] } }),
    Construction(
      "contain", "predicates", build: { $0[0] },
      split: { phrase, _ in
        phrase.all { !$0.isNegated && ($0.property == .contains || isContent($0.property, $0.value)) }.map { [.predicates($0)] }
      }),
    Construction(
      "lack", "predicates", build: { $0[0] },
      split: { phrase, _ in phrase.only { $0.property == .contains && $0.isNegated }.map { [.predicates([$0])] } }),
    Construction(
      "possess", "predicates", build: { $0[0] },
      split: { phrase, _ in phrase.only { !$0.isNegated && isAttribute($0.property, $0.value) }.map { [.predicates([$0])] } }),
    Construction(
      "relate", "verb", "objects", build: { related($0, isNegated: false) },
      split: { phrase, _ in
        guard let one = phrase.only({ !$0.isNegated && isRelated($0.property, $0.value) }), let object = one.value.concept else {
          return nil
        }
        return [.concept(one.property), .concept(object)]
      }),
    Construction(
      "relateNot", "verb", "objects", build: { related($0, isNegated: true) },
      split: { phrase, _ in
        guard let one = phrase.only({ $0.isNegated && isRelated($0.property, $0.value) }), let object = one.value.concept else {
          return nil
        }
        return [.concept(one.property), .concept(object)]
      }),
    Construction(
      "relation.has", build: { _ in .concept(Concept("has")) }, split: { phrase, _ in phrase.concept?.key == "has" ? [] : nil }),
    Construction(
      "predicates", "first", "rest",
      build: { parts in
        guard let first = parts[0]?.predicates else { return nil }
        return .predicates(first + (parts[1]?.predicates ?? []))
      },
      split: { phrase, _ in
        guard let all = phrase.predicates, let first = all.first else { return nil }
        return [.predicates([first]), all.count == 1 ? nil : .predicates(Array(all.dropFirst()))]
      }),
    Construction(
      "percentOf", "amount", "property",
      build: { parts in
        guard let amount = parts[0]?.quantity, amount.unit == .percent, let property = parts[1]?.concept else { return nil }
        return .predicates([Predicate(property, .quantity(amount))])
      }, split: unsaid),
    Construction(
      "contents.shared", "first", "rest",
      build: { parts in
        guard let first = parts[0]?.predicates else { return nil }
        let all = first + (parts[1]?.predicates ?? [])
        // “28 g of carbs and 2.7 g of protein per 100 g”: the last “per” is for all.
        guard all.count > 1, let per = all.last?.value.unit?.per else { return .predicates(all) }
        return .predicates(all.map { $0.value.unit.map { $0 != .none && $0.per == nil } == true ? $0.per(per) ?? $0 : $0 })
      },
      split: { phrase, _ in
        guard let all = phrase.predicates, let first = all.first else { return nil }
        return [.predicates([first]), all.count == 1 ? nil : .predicates(Array(all.dropFirst()))]
      }),
    Construction(
      "isKind", "kind", build: { $0[0]?.concept.map { .predicates([Predicate(.isA, .concept($0), isNoun: true)]) } },
      split: { phrase, sayer in
        guard let kind = phrase.only({ $0.property == .isA && !$0.isNegated })?.value.concept, sayer.isNoun(kind) else { return nil }
        return [.concept(kind)]
      }),
    Construction(
      "isQuality", "quality", build: { $0[0]?.concept.map { .predicates([Predicate(.isA, .concept($0))]) } },
      split: { phrase, sayer in
        guard let quality = phrase.only({ $0.property == .isA && !$0.isNegated })?.value.concept, !sayer.isNoun(quality) else { return nil }
        return [.concept(quality)]
      }),
    Construction(
      "contains", "thing", build: { $0[0]?.concept.map { .predicates([Predicate(.contains, .concept($0))]) } },
      split: { phrase, _ in phrase.only { $0.property == .contains && !$0.isNegated }?.value.concept.map { [.concept($0)] } }),
    Construction(
      "hasThing", "thing", build: { $0[0]?.concept.map { .predicates([Predicate("has", .concept($0))]) } }, split: unsaid),
    Construction(
      "lacks", "things",
      build: { $0[0]?.concepts.map { .predicates($0.map { Predicate(.contains, .concept($0), isNegated: true) }) } },
      split: { phrase, _ in phrase.only { $0.property == .contains && $0.isNegated }?.value.concept.map { [.concept($0)] } }),
    Construction(
      "having", "property", "value",
      build: { parts in
        guard let property = parts[0]?.concept, let values = parts[1]?.values else { return nil }
        return .predicates(values.map { Predicate(property, $0) })
      },
      split: { phrase, _ in
        guard let one = phrase.only({ !$0.isNegated && isAttribute($0.property, $0.value) }) else { return nil }
        return [.concept(one.property), single(one.value)]
      }),
    // “In the middle of the garden” names no class.
    Construction(
      "having.class", "property", "value",
      reading: { parts, grammar in
        guard let property = parts[0]?.concept, let value = parts[1]?.value, let last = property.key.split(separator: " ").last,
          grammar.functionWords.contains(String(last), in: .classNoun)
        else { return nil }
        return .predicates([Predicate(property, value)])
      }, split: unsaid),
    // What is done, and what for.
    Construction(
      "relate.for", "verb", "object", "purpose",
      reading: { parts, grammar in
        guard let verb = parts[0]?.concept, let object = parts[1]?.concept, let purpose = parts[2]?.concept, object != purpose,
          let word = grammar.functionWords[.purpose].first, let last = verb.label.split(separator: " ").last,
          !grammar.morphology.isPreposition(String(last))
        else { return nil }
        return .predicates([
          Predicate(verb, .concept(object)), Predicate(Concept("\(verb.label) \(object.label) \(word)"), .concept(purpose)),
        ])
      }, split: unsaid),
    // What is numbered in a register is in it.
    Construction(
      "having.within", "property", "value", "within",
      reading: { parts, grammar in
        guard let property = parts[0]?.concept, let values = parts[1]?.values, let within = parts[2]?.concept,
          let place = grammar.placeRelation
        else { return nil }
        return .predicates(values.map { Predicate(property, $0) } + [Predicate(place, .concept(within))])
      }, split: unsaid),
    Construction(
      "amountOf", "amount", "property", "per",
      build: { parts in
        guard let value = parts[0]?.value, let property = parts[1]?.concept else { return nil }
        let plain = Predicate(property, value)
        guard let per = parts[2]?.quantity else { return .predicates([plain]) }
        return plain.per(per).map { .predicates([$0]) }
      },
      split: { phrase, _ in
        guard let one = phrase.only({ !$0.isNegated && isContent($0.property, $0.value) }), let unit = one.value.unit, let per = unit.per,
          let amount = one.value.with(unit.numerator)
        else { return nil }
        return [.value(amount), .concept(one.property), .value(.quantity(per))]
      }),
  ]

  private static func claims(_ subjects: [Concept], _ predicates: [Predicate]) -> Phrase? {
    // “The present is present” says nothing of anything.
    guard !subjects.contains(where: { subject in predicates.contains { $0.property == .isA && $0.value.concept == subject } }) else {
      return nil
    }
    return .taught(subjects.flatMap { subject in predicates.map { Taught(.claim($0.claim(about: subject))) } })
  }

  private static let negated: @Sendable ([Predicate]) -> Phrase? = { predicates in
    guard predicates.count == 1, let one = predicates.first, !one.isNegated else { return nil }
    return .predicates([Predicate(one.property, one.value, isNegated: true, isNoun: one.isNoun)])
  }

  private static func related(_ parts: [Phrase?], isNegated: Bool) -> Phrase? {
    guard let verb = parts[0]?.concept, let objects = parts[1]?.concepts else { return nil }
    return .predicates(objects.map { Predicate(verb, .concept($0), isNegated: isNegated) })
  }

  /// Said as “the glycemic index of …”.
  static func isAttribute(_ property: Concept, _ value: Value) -> Bool {
    ![Concept.isA, .contains, .does, .can, .canBe].contains(property) && !property.isNorm && !isRelated(property, value)
      && !isDated(property, value)
  }

  /// Said as a verb: “interacts with alcohol”.
  static func isRelated(_ property: Concept, _ value: Value) -> Bool {
    guard property != .isA, property != .contains, value.concept != nil, ![Concept.does, .can, .canBe].contains(property) else {
      return false
    }
    return property.key == "has" || AnyLanguage.isVerbal(property.label)
  }

  /// Said as what is in it: “1.1 g of protein per 100 g”.
  static func isContent(_ property: Concept, _ value: Value) -> Bool {
    guard isAttribute(property, value), let unit = value.unit, let per = unit.per, unit.numerator != .none else { return false }
    return contentNumerators.contains(unit.numerator.code) && contentDenominators.contains(per.unit.code)
  }

  private static let contentNumerators: Set<String> = ["g", "mg", "ug", "kg", "oz", "lb", "kcal", "kJ", "mL", "L", "[IU]"]
  private static let contentDenominators: Set<String> = ["g", "mL", "kg", "L", "serving", "slice", "piece", "cup", "unit", "oz"]
}

extension Phrase {
  /// The claims this is, all without qualifiers.
  var claims: [Claim]? {
    guard let taught, !taught.isEmpty else { return nil }
    var claims: [Claim] = []
    for lesson in taught {
      guard case .claim(let claim) = lesson.teaching, lesson.qualifiers == .none else { return nil }
      claims.append(claim)
    }
    return claims
  }

  /// The predicates, where all are such ones.
  func all(_ isWanted: (Predicate) -> Bool) -> [Predicate]? {
    guard let predicates, !predicates.isEmpty, predicates.allSatisfy(isWanted) else { return nil }
    return predicates
  }

  /// The one predicate this is, where it is such a one.
  func only(_ isWanted: (Predicate) -> Bool) -> Predicate? {
    guard let predicates, predicates.count == 1, let one = predicates.first, isWanted(one) else { return nil }
    return one
  }
}

extension Value {
  var unit: Unit? {
    switch self {
    case .quantity(let quantity): quantity.unit
    case .range(let range): range.unit
    case .concept, .text: nil
    }
  }

  /// The same numbers counted in another unit, without converting; nil for what is no number.
  func with(_ unit: Unit) -> Value? {
    switch self {
    case .quantity(let quantity): .quantity(Quantity(quantity.amount, unit))
    case .range(let range): .range(QuantityRange(lower: range.lower, upper: range.upper, unit: unit, about: range.about))
    case .concept, .text: nil
    }
  }
}

extension Unit {
  fileprivate var isMoney: Bool { ["EUR", "USD", "GBP", "CHF", "BRL"].contains(numerator.code) }
}

extension Predicate {
  /// 1.1 g per 100 g; nil where it is no amount or already has its “per”.
  func per(_ quantity: Quantity) -> Predicate? {
    guard let unit = value.unit, unit.per == nil, let shared = value.with(Unit(unit, per: quantity.amount, quantity.unit)) else {
      return nil
    }
    return Predicate(property, shared, isNegated: isNegated, isNoun: isNoun)
  }
}
