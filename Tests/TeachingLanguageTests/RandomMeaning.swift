import Foundation
import Lessons
@testable import TeachingLanguage

// Foundation has a unit of its own.
private typealias Unit = Lessons.Unit

/// Meanings of every form, drawn at random.
struct RandomMeaning {
  var random: SplitMix64

  let names: RandomNames

  init(seed: UInt64, _ names: RandomNames = .english) {
    random = SplitMix64(seed: seed)
    self.names = names
  }

  mutating func concept(_ pool: [String]) -> Concept { Concept(random.pick(pool)) }

  mutating func pair(_ pool: [String]) -> (Concept, Concept) {
    let first = random.below(pool.count)
    return (Concept(pool[first]), Concept(pool[(first + 1 + random.below(pool.count - 1)) % pool.count]))
  }

  mutating func amount() -> Decimal {
    let whole = Decimal(random.below(300) + 1)
    return random.chance(50) ? whole : whole + Decimal(random.below(99) + 1) / 100
  }

  private mutating func unit() -> Unit {
    Unit(
      code: random.pick([
        "", "", "", "g", "mg", "%", "kcal", "EUR", "Cel", "mm[Hg]", "mg/dL", "g/100 g", "mg/100 mL", "EUR/mo", "mg/d", "cup", names.tablet,
      ]))
  }

  mutating func quantity() -> Quantity { Quantity(amount(), unit()) }

  mutating func range() -> QuantityRange {
    let unit = unit()
    let low = amount()
    let high = low + amount()
    switch random.below(8) {
    case 0: return QuantityRange(lower: nil, upper: .init(low, isIncluded: false), unit: unit)
    case 1: return QuantityRange(lower: nil, upper: .init(low), unit: unit)
    case 2: return QuantityRange(lower: .init(low, isIncluded: false), upper: nil, unit: unit)
    case 3: return QuantityRange(lower: .init(low), upper: nil, unit: unit)
    case 4: return QuantityRange(about: Quantity(low, unit))
    case 5: return QuantityRange(lower: .init(low, isIncluded: false), upper: .init(high, isIncluded: random.chance(50)), unit: unit)
    case 6: return QuantityRange(lower: .init(high - low), upper: .init(high + low), unit: unit, about: high)
    default: return QuantityRange(lower: .init(low), upper: .init(high), unit: unit)
    }
  }

  mutating func value() -> Value {
    switch random.below(5) {
    case 0: .concept(concept(names.things))
    case 1: .range(range())
    case 2: time()
    default: .quantity(quantity())
    }
  }

  /// A day, a month or a year.
  private mutating func time() -> Value {
    let (year, month) = (1950 + random.below(80), 1 + random.below(12))
    let length = Day.length(ofMonth: month, in: year)
    let day = 1 + random.below(length)
    let ends: [(Day?, Day?)] = [
      (Day(year: year, month: month, day: day), Day(year: year, month: month, day: day)),
      (Day(year: year, month: month, day: 1), Day(year: year, month: month, day: length)),
      (Day(year: year, month: 1, day: 1), Day(year: year, month: 12, day: 31)),
    ]
    guard case (let from?, let until?) = random.pick(ends) else { return .quantity(Quantity(1)) }
    return Value(from: from, until: until)
  }

  /// What can be said of a thing, in one clause.
  mutating func statement() -> (property: Concept, value: Value, isNegated: Bool) {
    switch random.below(6) {
    case 0: (.isA, .concept(concept(names.kinds)), random.chance(20))
    case 1: (.isA, .concept(concept(names.qualities)), random.chance(20))
    case 2: (.contains, .concept(concept(names.things)), random.chance(40))
    case 3: (concept(names.relations), .concept(concept(names.things)), random.chance(20))
    default: (concept(names.properties), value(), false)
    }
  }

  mutating func claim() -> Claim {
    let said = statement()
    return Claim(concept(names.things), said.property, said.value, isNegated: said.isNegated)
  }

  /// A claim that fits in a condition: a number there is a range.
  mutating func condition() -> Condition {
    let said = statement()
    guard let range = said.value.range else { return .pattern(Pattern(.x, said.property, .value(said.value), isNegated: said.isNegated)) }
    return .measure(.x, said.property, range)
  }

  mutating func rule() -> Rule {
    var head = statement()
    // What follows is said of any such thing, so a number in it is said as “has a … of”.
    if head.value.range != nil { head = (.isA, .concept(concept(names.qualities)), random.chance(20)) }
    var body: [Condition] = random.chance(85) ? [.pattern(Pattern(.x, .isA, .concept(concept(names.kinds))))] : []
    for _ in 0..<random.below(3) {
      let next = conditionOfAny()
      if !body.contains(next) { body.append(next) }
    }
    let unless = (0..<random.pick([0, 0, 1, 2])).map { _ in (0..<random.pick([1, 1, 2])).map { _ in conditionOfAny() } }
    if random.chance(20) {
      return Rule(Pattern(.x, concept(names.properties), .formula(computed())), if: body, unless: unless).withKnownApart
    }
    if !body.isEmpty && random.chance(15) {
      return Rule(Pattern(.x, head.property, .value(head.value), isNegated: true), if: body, unless: unless, strength: .defeating)
        .withKnownApart
    }
    return Rule(
      Pattern(.x, head.property, .value(head.value), isNegated: head.isNegated), if: body, unless: unless,
      strength: random.chance(40) ? .strict : .byDefault
    ).withKnownApart
  }

  /// A rule that speaks of certain things besides any: “If something contains Lisbon and Lisbon is sweet, it is sweet.”
  mutating func ruleAboutCertainThings() -> Rule {
    let certain = [names.things[5], "HbA1c"].map { Term.concept(Concept($0)) }
    var body: [Condition] = []
    if random.chance(50) { body.append(condition()) }
    for _ in 0..<random.pick([1, 1, 2]) {
      let next = condition().about(random.pick(certain))
      if !body.contains(next) { body.append(next) }
    }
    let said = statement()
    let isOfAny = body[0].subject == .x && random.chance(50)
    let head = said.value.range == nil ? said : (.isA, .concept(concept(names.qualities)), false)
    return Rule(
      Pattern(isOfAny ? .x : random.pick(certain), head.property, .value(head.value), isNegated: head.isNegated), if: body,
      unless: random.chance(20) && isOfAny ? [[.pattern(Pattern(.x, .isA, .concept(concept(names.qualities))))]] : [])
  }

  mutating func guideline() -> Guideline {
    let when: [Guideline.Trigger] = (0..<random.pick([1, 1, 2])).map { _ in
      switch random.below(3) {
      case 0: return .topic(concept(names.things))
      case 1: return .question(concept(names.questions))
      default: return .person(Pattern(.x, concept(names.persons), .concept(concept(names.things))))
      }
    }
    let advice: [Guideline.Advice] = (0..<random.pick([1, 1, 2])).map { _ in
      switch random.below(5) {
      case 0: return .warn(concept(names.things))
      case 1: return .say(random.pick(["It depends.", "Please ask your doctor, or a nurse; they know.", "yes"]))
      case 2: return .refer(concept(names.doctors))
      case 3: return .avoid(random.pick(names.avoided))
      default: return .other(random.pick(names.advised))
      }
    }
    return Guideline(when: when, advice: advice)
  }

  mutating func teaching() -> Teaching {
    switch random.below(18) {
    case 14: return .contrast(contrast())
    case 15: return .procedure(procedure())
    case 16: return norm()
    case 0:
      let (concept, other) = pair(names.things)
      switch random.below(3) {
      case 0: return .name(Naming(concept, Concept(random.pick(["GL", "HDL", names.quotedNames[0]])), kind: .abbreviation))
      case 1: return .name(Naming(concept, Concept(random.pick(names.quotedNames)), language: random.pick([nil, "es", "de"])))
      default: return .name(Naming(concept, other, kind: .same))
      }
    case 1:
      let (one, other) = pair(names.kinds)
      return .disjoint(one, other)
    case 2:
      return .definition(random.pick(names.definitions))
    case 3: return random.chance(70) ? .property(trait()) : .conversion(conversion())
    case 4, 5: return .rule(rule())
    case 6: return .rule(random.chance(30) ? ruleAboutTwo() : random.chance(50) ? rule() : ruleAboutCertainThings())
    case 7: return .guideline(guideline())
    case 8: return .example(Example(random.pick(["can I have cake?", "How sweet is it", "GI, please"]), asks: concept(names.questions)))
    case 9:
      let question = random.pick(["is a banana low-GI?", "How sweet is it", "GI, please"])
      let words = random.pick(["yes", "No, it is high-GI.", "51", "Opinions differ: a member says 48, another 51."])
      return .test(TestCase(question, random.chance(50) ? .says(words) : .mentions(words)))
    case 11:
      return .labelling(
        LabellingFunction(
          random.chance(30) ? concept(names.questions) : concept(names.topics), isNegated: random.chance(30),
          if: textCondition(depth: 0)))
    case 10: return .stopWord(random.pick(["please", "kindly", "could you"]))
    default: return .claim(claim())
    }
  }

  mutating func contrast() -> Contrast {
    let (one, other) = pair(names.things)
    let relation: Comparison.Relation = random.pick([.above, .below, .equal])
    return Contrast(
      concept(names.measures), of: one, relation, relation == .equal ? random.pick([1, 2, 3.5]) : 1, of: other)
  }

  /// What somebody may, must or should do, of all or under a condition.
  mutating func norm() -> Teaching {
    let property = concept(["must", "may", "should"])
    let action = Value.text(random.pick(names.deeds))
    if random.chance(50) { return .claim(Claim(concept(names.things), property, action, isNegated: random.chance(40))) }
    return .rule(
      Rule(
        Pattern(.x, property, .value(action), isNegated: random.chance(40)),
        if: [
          .pattern(Pattern(.x, .isA, .concept(Concept(names.kinds[4])))), .pattern(Pattern(.x, .contains, .concept(concept(names.things)))),
        ]
      ).withKnownApart)
  }

  mutating func qualifiers() -> Qualifiers {
    guard random.chance(40) else { return .none }
    var qualifiers = Qualifiers()
    if random.chance(40) { qualifiers.audience = concept(names.audiences) }
    if random.chance(30) { qualifiers.region = concept(names.regions) }
    if random.chance(30) { qualifiers.sureness = random.pick([75, 70, 50]) }
    if random.chance(40) { qualifiers.from = Day(year: 2020 + random.below(3), month: 1 + random.below(12), day: 1 + random.below(28)) }
    if random.chance(40) { qualifiers.until = Day(year: 2024 + random.below(3), month: 1 + random.below(12), day: 1 + random.below(28)) }
    if random.chance(50) { qualifiers.source = random.pick(["Atkinson 2021", "USDA, release 26", "World Health Organization"]) }
    return qualifiers
  }

  mutating func question() -> Question {
    switch random.below(10) {
    case 7: return .contrast(contrast())
    case 8:
      return .extreme(Extreme(concept(names.measures), isGreatest: random.chance(50), kind: concept(names.kinds)))
    case 9:
      let (one, other) = pair(names.things)
      return .extreme(Extreme(concept(names.measures), isGreatest: random.chance(50), among: [one, other]))
    case 0: return .value(of: concept(names.things), property: concept(names.properties))
    case 1: return .value(of: concept(names.things), property: concept(["contains", names.relations[0], names.relations[2]]))
    case 2:
      return .amount(
        property: concept(names.properties), in: Quantity(amount(), Unit(code: random.pick(["", "g", "cup", "mL"]))),
        of: concept(names.things))
    case 3: return .measures(concept(names.things), property: concept(names.properties), range())
    case 4: return .meaning(of: concept(names.things))
    case 5:
      var conditions = (0..<random.pick([1, 1, 2])).map { _ in condition() }
      conditions = conditions.filter { if case .pattern(let pattern) = $0 { isAskable(pattern) } else { true } }
      if conditions.isEmpty { conditions = [.pattern(Pattern(.x, .contains, .concept(Concept(names.things[2]))))] }
      return .which(kind: concept(names.kinds), conditions)
    default:
      var claim = claim()
      while claim.value.range != nil { claim = self.claim() }
      return .whether(claim)
    }
  }

  /// “Which foods have a capital of Lisbon?” is no English.
  private func isAskable(_ pattern: Pattern) -> Bool { !names.properties.contains(pattern.property.label) }

  /// All names that meanings are made of, as lessons that teach them in their roles.
  static func lexicon(_ names: RandomNames = .english) -> Lexicon {
    var lexicon = Lexicon()
    let egg = Concept(names.things[2])
    for thing in names.things { lexicon.add(.claim(Claim(Concept(thing), .isA, .concept(Concept(names.kinds[0]))))) }
    for kind in names.kinds + names.qualities { lexicon.add(.claim(Claim(egg, .isA, .concept(Concept(kind))))) }
    for property in names.properties + [names.ingredient] {
      lexicon.add(.claim(Claim(egg, Concept(property), .quantity(Quantity(1)))))
    }
    for relation in names.relations + [names.helps, names.isTreatedBy] {
      lexicon.add(.claim(Claim(egg, Concept(relation), .concept(Concept(names.things[0])))))
    }
    lexicon.add(.claim(Claim(egg, .isA, .concept(Concept(names.kinds[1])))), Qualifiers(region: Concept(names.regions[0])))
    for audience in names.audiences {
      lexicon.add(.claim(Claim(egg, .isA, .concept(Concept(names.kinds[1])))), Qualifiers(audience: Concept(audience)))
    }
    for question in names.questions { lexicon.add(.example(Example("x", asks: Concept(question)))) }
    return lexicon
  }
}
