import Foundation
import Lessons
import Reasoning

/// Source: Steele, Lea, Flood, *Fast splittable pseudorandom number generators* (2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

/// Random lessons over few concepts, so that they meet: kinds of kinds, denials, names, numbers, rules, scopes.
struct RandomVillage {
  var random: SplitMix64
  /// Whether kinds may be kinds of each other, which people teach by mistake only.
  private let hasCircles: Bool
  private var sequence = 0

  init(seed: UInt64, hasCircles: Bool = true) {
    random = SplitMix64(seed: seed)
    self.hasCircles = hasCircles
  }

  static let things: [Concept] = ["apple", "bean", "cake", "date"]
  static let kinds: [Concept] = ["fruit", "legume", "food", "snack", "low-GI"]
  static let others: [Concept] = ["pomme", "sugar", "protein", "red"]
  static let authors: [ID<Member>] = ["ana", "bo", "cy"]
  static let gi: Concept = "glycemic index"

  static let formulas: [Formula] = [
    .times(.property("protein"), .quantity(Quantity(2))), .plus(.property(gi), .property("load")),
    .aggregate(Aggregate(.count, over: .contains)), .aggregate(Aggregate(.count, over: "goes with", kind: "food")),
    .aggregate(Aggregate(.sum, of: gi, over: .contains)),
  ]

  private mutating func one<Element>(_ elements: [Element]) -> Element { elements[Int.random(in: 0..<elements.count, using: &random)] }
  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
  private mutating func amount() -> Decimal { Decimal(one([0, 40, 50, 54, 60])) }

  mutating func lessons(_ count: Int) -> [StandingLesson] { (0..<count).map { _ in lesson() } }

  mutating func lesson() -> StandingLesson {
    sequence += 1
    let reach: Reach = chance(15) ? .only(one(Self.authors)) : .everyone
    let author: ID<Member> = if case .only(let author) = reach { author } else { one(Self.authors) }
    return StandingLesson(
      Lesson(id: ID("l\(sequence)"), teaching(), qualifiers()), by: author, sequence: chance(20) ? sequence - 1 : sequence, reach: reach)
  }

  private mutating func qualifiers() -> Qualifiers {
    var qualifiers = Qualifiers.none
    if chance(8) { qualifiers.audience = one(["child", "adult"]) }
    if chance(6) { qualifiers.region = one(["Brazil", "India"]) }
    if chance(6) { qualifiers.sureness = 50 }
    if chance(8) { qualifiers.from = Day(year: one([2020, 2022]), month: 1, day: 1) }
    if chance(8) { qualifiers.until = Day(year: one([2021, 2023]), month: 1, day: 1) }
    return qualifiers
  }

  private mutating func teaching() -> Teaching {
    let subject = one(Self.things + Self.kinds)
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<25:
      let (thing, kind) = membership(one(Self.things + Self.kinds + ["sugar"]))
      return .claim(Claim(thing, .isA, .concept(kind), isNegated: chance(12)))
    case 25..<42:
      return .claim(Claim(subject, .contains, .concept(one(["sugar", "protein", "fruit", "apple"])), isNegated: chance(35)))
    case 42..<55: return .claim(Claim(subject, Self.gi, .quantity(Quantity(amount())), isNegated: chance(10)))
    case 55..<58:
      let bounds = [amount(), amount()].sorted()
      return .claim(Claim(subject, Self.gi, .range(.between(bounds[0], bounds[1]))))
    case 58..<63:
      let protein = chance(50) ? Quantity(amount(), .gram) : Quantity(amount() * 1000, Lessons.Unit(code: "mg"))
      return .claim(Claim(subject, "protein", .quantity(protein)))
    case 63..<68: return .claim(Claim(subject, "color", .concept(one(["red", "green"])), isNegated: chance(10)))
    case 68..<71: return .disjoint(one(Self.kinds), one(Self.kinds))
    case 71..<75:
      let pairs: [(Concept, Concept)] = [("apple", "pomme"), (Self.gi, "GI"), ("sugar", "sucrose"), ("bean", "legume")]
      let (concept, other) = one(hasCircles ? pairs : pairs.dropLast())
      return .name(Naming(concept, other, kind: one([.also, .abbreviation, .same])))
    case 75..<77: return .property(PropertyTrait(one(["color", Self.gi]), isSingleValued: chance(60)))
    case 77: return .property(PropertyTrait("goes with", one([.symmetric, .transitive, .inverse(of: "suits"), .complete])))
    case 78: return .claim(Claim(subject, one(["goes with", "suits"]), .concept(one(Self.things + Self.kinds)), isNegated: chance(15)))
    case 79 where chance(30):
      return .conversion(Conversion(of: "protein", Quantity(1, .gram), is: Quantity(amount() + 1, Unit(code: "kcal"))))
    case 79:
      let (thing, kind) = membership(subject)
      return .definition(Definition(thing, kind: chance(70) ? kind : nil, text: "what it is"))
    case 80..<81: return .example(Example("is it sweet?", asks: "whether a food is sweet"))
    default: return .rule(rule())
    }
  }

  /// A thing and a kind for it; where there are no circles, a kind above it.
  private mutating func membership(_ thing: Concept) -> (thing: Concept, kind: Concept) {
    let kind = one(Self.kinds)
    guard !hasCircles, let own = Self.kinds.firstIndex(of: thing), let above = Self.kinds.firstIndex(of: kind) else { return (thing, kind) }
    return own < above ? (thing, kind) : (own == above ? (one(Self.things), kind) : (kind, thing))
  }

  private mutating func rule() -> Rule {
    let head =
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<5: Pattern(.x, .isA, .concept(one(["low-GI", "snack", "fruit"])), isNegated: chance(20))
      case 5..<7: Pattern(.x, .contains, .concept(one(["sugar", "protein"])), isNegated: chance(30))
      case 7: Pattern(.x, "color", .concept(one(["red", "green"])))
      case 8: Pattern(.concept(one(Self.things)), .contains, .concept("sugar"))
      case 9 where chance(50): Pattern(.x, one([Self.gi, "load"]), .formula(one(Self.formulas)))
      default: Pattern(.x, Self.gi, .value(.quantity(Quantity(amount()))))
      }
    var body = [condition()]
    if chance(50) { body.append(condition()) }
    if head.subject != .x, chance(50) { body = [.pattern(Pattern(.variable("y"), .isA, .concept(one(Self.kinds))))] }
    let exception = chance(35) ? condition() : .pattern(head)
    return Rule(
      head, if: body, unless: isOpposed(head, exception) ? [] : [[exception]],
      strength: chance(25) ? .strict : chance(15) ? .defeating : .byDefault)
  }

  /// A rule whose conclusion is its own exception says nothing that could be right or wrong.
  private func isOpposed(_ head: Pattern, _ exception: Condition) -> Bool {
    if case .measure = exception { head.property == Self.gi } else { exception == .pattern(head) }
  }

  private mutating func condition() -> Condition {
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<4: .isA(one(Self.kinds))
    case 4..<6: .contains(one(["sugar", "protein", "fruit"]), isNegated: chance(25))
    case 6 where chance(40):
      .comparison(Comparison(one(Self.formulas), one([.above, .atMost, .atLeast]), .quantity(Quantity(amount() / 20))))
    case 6 where chance(40): .pattern(Pattern(.x, "goes with", .concept(one(Self.things))))
    case 6: .pattern(Pattern(.x, .contains, .variable("z")))
    default: .measure(.x, chance(80) ? Self.gi : "GI", .below(Decimal(one([50, 55]))))
    }
  }

  mutating func view() -> PointOfView {
    PointOfView(
      member: chance(50) ? one(Self.authors) : nil, people: chance(30) ? [one(Self.authors)] : [],
      audiences: chance(40) ? [one(["child", "adult"])] : [],
      regions: chance(40) ? [one(["Brazil", "India"])] : [],
      day: chance(60) ? Day(year: one([2020, 2021, 2022, 2024]), month: 6, day: 1) : nil)
  }

  mutating func claim() -> Claim {
    let subject = one(Self.things + Self.kinds + Self.others)
    return switch Int.random(in: 0..<10, using: &random) {
    case 0..<4: Claim(subject, .isA, .concept(one(Self.kinds)), isNegated: chance(20))
    case 4..<7: Claim(subject, .contains, .concept(one(["sugar", "sucrose", "protein", "fruit", "salt"])), isNegated: chance(20))
    case 7: Claim(subject, "color", .concept(one(["red", "green"])))
    case 8: Claim(subject, Self.gi, .quantity(Quantity(amount())))
    default: Claim(subject, chance(70) ? Self.gi : "GI", .range(.below(Decimal(one([50, 55])))))
    }
  }
}

extension Beliefs {
  init(accepting lessons: some Sequence<StandingLesson>) {
    self.init()
    for lesson in lessons { accept(lesson) }
  }
}
