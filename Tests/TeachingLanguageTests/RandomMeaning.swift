import Foundation
import Lessons
@testable import TeachingLanguage

// Foundation has a unit of its own.
private typealias Unit = Lessons.Unit

/// Meanings of every form, drawn at random.
struct RandomMeaning {
  var random: SplitMix64

  static let things = [
    "banana", "white rice", "egg", "low-fat yogurt", "hypoglycemia", "Lisbon", "HbA1c", "onion soup", "butter, with salt",
    "type 2 diabetes",
  ]
  static let kinds = ["fruit", "food", "vegetable", "drink", "animal", "condition"]
  static let qualities = ["low-GI", "fried", "suitable", "warm-blooded", "sweet", "rich in potassium", "medium-GI"]
  static let properties = ["glycemic index", "GI", "protein", "price", "body weight", "capital"]
  static let relations = ["interacts with", "reduces", "is connected to", "takes"]
  static let audiences = ["pregnant patient", "child", "adult"]
  static let questions = ["whether a food is allowed", "what the glycemic index of a food is", "how to treat low blood sugar"]

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

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
        "", "", "", "g", "mg", "%", "kcal", "EUR", "Cel", "mm[Hg]", "mg/dL", "g/100 g", "mg/100 mL", "EUR/mo", "mg/d", "cup", "tablet",
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
    case 0: .concept(concept(Self.things))
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
    case 0: (.isA, .concept(concept(Self.kinds)), random.chance(20))
    case 1: (.isA, .concept(concept(Self.qualities)), random.chance(20))
    case 2: (.contains, .concept(concept(Self.things)), random.chance(40))
    case 3: (concept(Self.relations), .concept(concept(Self.things)), random.chance(20))
    default: (concept(Self.properties), value(), false)
    }
  }

  mutating func claim() -> Claim {
    let said = statement()
    return Claim(concept(Self.things), said.property, said.value, isNegated: said.isNegated)
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
    if head.value.range != nil { head = (.isA, .concept(concept(Self.qualities)), random.chance(20)) }
    var body: [Condition] = random.chance(85) ? [.pattern(Pattern(.x, .isA, .concept(concept(Self.kinds))))] : []
    for _ in 0..<random.below(3) {
      let next = conditionOfAny()
      if !body.contains(next) { body.append(next) }
    }
    let unless = (0..<random.pick([0, 0, 1, 2])).map { _ in (0..<random.pick([1, 1, 2])).map { _ in conditionOfAny() } }
    if random.chance(20) {
      return Rule(Pattern(.x, concept(Self.properties), .formula(computed())), if: body, unless: unless).withKnownApart
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
    let certain = ["Lisbon", "HbA1c"].map { Term.concept(Concept($0)) }
    var body: [Condition] = []
    if random.chance(50) { body.append(condition()) }
    for _ in 0..<random.pick([1, 1, 2]) {
      let next = condition().about(random.pick(certain))
      if !body.contains(next) { body.append(next) }
    }
    let said = statement()
    let isOfAny = body[0].subject == .x && random.chance(50)
    let head = said.value.range == nil ? said : (.isA, .concept(concept(Self.qualities)), false)
    return Rule(
      Pattern(isOfAny ? .x : random.pick(certain), head.property, .value(head.value), isNegated: head.isNegated), if: body,
      unless: random.chance(20) && isOfAny ? [[.pattern(Pattern(.x, .isA, .concept(concept(Self.qualities))))]] : [])
  }

  mutating func guideline() -> Guideline {
    let when: [Guideline.Trigger] = (0..<random.pick([1, 1, 2])).map { _ in
      switch random.below(3) {
      case 0: return .topic(concept(Self.things))
      case 1: return .question(concept(Self.questions))
      default: return .person(Pattern(.x, concept(["takes", "reduces"]), .concept(concept(Self.things))))
      }
    }
    let advice: [Guideline.Advice] = (0..<random.pick([1, 1, 2])).map { _ in
      switch random.below(5) {
      case 0: return .warn(concept(Self.things))
      case 1: return .say(random.pick(["It depends.", "Please ask your doctor, or a nurse; they know.", "yes"]))
      case 2: return .refer(concept(["doctor", "nurse"]))
      case 3: return .avoid(random.pick(["give a number", "recommend a diet"]))
      default: return .other(random.pick(["ask for the age", "show the table of portions"]))
      }
    }
    return Guideline(when: when, advice: advice)
  }

  mutating func teaching() -> Teaching {
    switch random.below(15) {
    case 0:
      let (concept, other) = pair(Self.things)
      switch random.below(3) {
      case 0: return .name(Naming(concept, Concept(random.pick(["GL", "HDL", "plátano"])), kind: .abbreviation))
      case 1: return .name(Naming(concept, Concept(random.pick(["plátano", "the yellow one"])), language: random.pick([nil, "es", "de"])))
      default: return .name(Naming(concept, other, kind: .same))
      }
    case 1:
      let (one, other) = pair(Self.kinds)
      return .disjoint(one, other)
    case 2:
      return .definition(
        random.pick([
          Definition("hypoglycemia", kind: "condition", text: "a condition in which blood sugar is too low"),
          Definition("egg", text: "what a hen lays"), Definition("white rice", kind: "food", text: "a food that was polished"),
        ]))
    case 3: return random.chance(70) ? .property(trait()) : .conversion(conversion())
    case 4, 5: return .rule(rule())
    case 6: return .rule(random.chance(30) ? ruleAboutTwo() : random.chance(50) ? rule() : ruleAboutCertainThings())
    case 7: return .guideline(guideline())
    case 8: return .example(Example(random.pick(["can I have cake?", "How sweet is it", "GI, please"]), asks: concept(Self.questions)))
    case 9:
      let question = random.pick(["is a banana low-GI?", "How sweet is it", "GI, please"])
      let words = random.pick(["yes", "No, it is high-GI.", "51", "Opinions differ: a member says 48, another 51."])
      return .test(TestCase(question, random.chance(50) ? .says(words) : .mentions(words)))
    case 11:
      return .labelling(
        LabellingFunction(
          random.chance(30) ? concept(Self.questions) : concept(["sugar", "dose"]), isNegated: random.chance(30),
          if: textCondition(depth: 0)))
    case 10: return .stopWord(random.pick(["please", "kindly", "could you"]))
    default: return .claim(claim())
    }
  }

  mutating func qualifiers() -> Qualifiers {
    guard random.chance(40) else { return .none }
    var qualifiers = Qualifiers()
    if random.chance(40) { qualifiers.audience = concept(Self.audiences) }
    if random.chance(30) { qualifiers.region = concept(["Brazil", "Portugal", "United Kingdom"]) }
    if random.chance(30) { qualifiers.sureness = random.pick([75, 70, 50]) }
    if random.chance(40) { qualifiers.from = Day(year: 2020 + random.below(3), month: 1 + random.below(12), day: 1 + random.below(28)) }
    if random.chance(40) { qualifiers.until = Day(year: 2024 + random.below(3), month: 1 + random.below(12), day: 1 + random.below(28)) }
    if random.chance(50) { qualifiers.source = random.pick(["Atkinson 2021", "USDA, release 26", "World Health Organization"]) }
    return qualifiers
  }

  mutating func question() -> Question {
    switch random.below(7) {
    case 0: return .value(of: concept(Self.things), property: concept(Self.properties))
    case 1: return .value(of: concept(Self.things), property: concept(["contains", "interacts with", "is connected to"]))
    case 2:
      return .amount(
        property: concept(Self.properties), in: Quantity(amount(), Unit(code: random.pick(["", "g", "cup", "mL"]))),
        of: concept(Self.things))
    case 3: return .measures(concept(Self.things), property: concept(Self.properties), range())
    case 4: return .meaning(of: concept(Self.things))
    case 5:
      var conditions = (0..<random.pick([1, 1, 2])).map { _ in condition() }
      conditions = conditions.filter { if case .pattern(let pattern) = $0 { isAskable(pattern) } else { true } }
      if conditions.isEmpty { conditions = [.pattern(Pattern(.x, .contains, .concept("egg")))] }
      return .which(kind: concept(Self.kinds), conditions)
    default:
      var claim = claim()
      while claim.value.range != nil { claim = self.claim() }
      return .whether(claim)
    }
  }

  /// “Which foods have a capital of Lisbon?” is no English.
  private func isAskable(_ pattern: Pattern) -> Bool { !Self.properties.contains(pattern.property.label) }

  /// All names that meanings are made of, as lessons that teach them in their roles.
  static func lexicon() -> Lexicon {
    var lexicon = Lexicon()
    for thing in things { lexicon.add(.claim(Claim(Concept(thing), .isA, .concept(Concept(kinds[0]))))) }
    for kind in kinds { lexicon.add(.claim(Claim("egg", .isA, .concept(Concept(kind))))) }
    for quality in qualities { lexicon.add(.claim(Claim("egg", .isA, .concept(Concept(quality))))) }
    for property in properties + ["ingredient"] { lexicon.add(.claim(Claim("egg", Concept(property), .quantity(Quantity(1))))) }
    for relation in relations + ["helps with", "is treated by"] { lexicon.add(.claim(Claim("egg", Concept(relation), .concept("banana")))) }
    lexicon.add(.claim(Claim("egg", .isA, .concept("food"))), Qualifiers(region: "Brazil"))
    for audience in audiences { lexicon.add(.claim(Claim("egg", .isA, .concept("food"))), Qualifiers(audience: Concept(audience))) }
    for question in questions { lexicon.add(.example(Example("x", asks: Concept(question)))) }
    return lexicon
  }
}
