import FoundationEssentials
public import Lessons

extension Lesson {
  /// A lesson about a small world of foods, in which lessons meet, agree and clash often.
  public static func random(id: ID<Lesson>, using random: inout SplitMix64) -> Lesson {
    Lesson(id: id, .random(using: &random), .random(using: &random), words: "sentence \(id)")
  }
}

extension Qualifiers {
  static func random(using random: inout SplitMix64) -> Qualifiers {
    switch Int.random(in: 0..<10, using: &random) {
    case 8: Qualifiers(region: pick(["Brazil", "India"], &random))
    case 9: Qualifiers(sureness: pick([50, 75], &random))
    case 0: Qualifiers(audience: pick(["child", "adult"], &random))
    case 1: Qualifiers(from: Day(iso: "2023-01-01"), source: "table A")
    case 2: Qualifiers(until: Day(iso: "2022-12-31"))
    case 3: Qualifiers(source: pick(["table A", "table B"], &random))
    default: .none
    }
  }
}

extension Teaching {
  static func random(using random: inout SplitMix64) -> Teaching {
    let thing = pick(things, &random)
    switch Int.random(in: 0..<23, using: &random) {
    case 0, 1: return .claim(Claim(thing, .isA, .concept(pick(kinds, &random)), isNegated: Int.random(in: 0..<6, using: &random) == 0))
    case 2, 3, 4, 5: return .claim(Claim(thing, "glycemic index", .quantity(Quantity(.init(Int.random(in: 40...60, using: &random))))))
    case 6: return .claim(Claim(thing, .contains, .concept(pick(["gluten", "sugar"], &random)), isNegated: Bool.random(using: &random)))
    case 7: return .name(Naming(thing, Concept("\(thing.label) (other name)")))
    case 8: return .disjoint(kinds[0], kinds[1])
    case 9:
      let limit = QuantityRange(lower: nil, upper: .init(.init(Int.random(in: 45...58, using: &random)), isIncluded: false))
      let body: [Condition] = [.pattern(Pattern(.x, .isA, .concept(pick(kinds, &random)))), .measure(.x, "glycemic index", limit)]
      return .rule(Rule(Pattern(.x, .isA, .concept("low-GI"), isNegated: Int.random(in: 0..<3, using: &random) == 0), if: body))
    case 10: return .definition(Definition(thing, kind: pick(kinds, &random), text: "a thing that one eats"))
    case 11: return .guideline(Guideline(when: [.topic(thing)], advice: [.warn("hypoglycemia")]))
    case 12: return .property(PropertyTrait("glycemic index", isSingleValued: Bool.random(using: &random)))
    case 13:
      let load = Formula.times(.property("glycemic index"), .quantity(Quantity(2)))
      return .rule(Rule(Pattern(.x, "glycemic load", .formula(load)), if: [.pattern(Pattern(.x, .isA, .concept("food")))]))
    case 14:
      let count = Comparison(.aggregate(Aggregate(.count, over: .contains)), .atLeast, .quantity(Quantity(2)))
      return .rule(Rule(Pattern(.x, .isA, .concept("mixed")), if: [.comparison(count)], strength: pick([.byDefault, .strict], &random)))
    case 15: return .property(PropertyTrait("goes with", pick([.symmetric, .transitive, .complete, .inverse(of: "suits")], &random)))
    case 17:
      let condition = TextCondition.found(TextFinding(.phrase(pick(["cake", "sweet"], &random)), in: .text))
      return .labelling(LabellingFunction(pick(questions + kinds, &random), isNegated: Bool.random(using: &random), if: condition))
    case 18: return .definition(Definition(thing, text: "what goes with \(pick(things, &random).label)"))
    case 19: return .test(TestCase(pick(utterances, &random), .says(pick(["Yes", "No", "No, it is high"], &random))))
    case 20, 21: return .random(procedureUsing: &random)
    case 16: return .claim(Claim(thing, "goes with", .concept(pick(things, &random))))
    default: return .example(Example(pick(utterances, &random), asks: pick(questions, &random)))
    }
  }
}

extension Teaching {
  fileprivate static func random(procedureUsing random: inout SplitMix64) -> Teaching {
    let steps = ["Wash it", "Cut it", "Cook it", "Wait"].shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random))
    return Procedure(pick(["make soup", "make a stew"], &random), steps: steps.map { .act($0) }).map { .procedure($0) } ?? .note
  }
}

private let things: [Concept] = ["banana", "white rice", "lentil", "honey", "cola", "bread"]
private let kinds: [Concept] = ["fruit", "vegetable", "grain", "drink", "food"]
private let utterances = ["can I have cake?", "can I have the cake, please", "is bread ok", "what about rice", "how sweet is honey"]
private let questions: [Concept] = ["whether a food is allowed", "the glycemic index of a food"]

func pick<T>(_ choices: [T], _ random: inout SplitMix64) -> T { choices[Int.random(in: 0..<choices.count, using: &random)] }
