import Dialogue
import Foundation
import Lessons
import TeachingLanguage
import Testing

/// The reasons of an answer are its reasons: take away what is cited and it changes, take away what is not and it stays.
struct FaithfulnessTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `withdrawing what an answer does not cite changes nothing`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let village = try RandomVillage.make(using: &random)
    for question in RandomVillage.questions(4, of: village, using: &random) {
      let answer = village.ask(question)
      guard answer.kind == .answered || answer.kind == .opinionsDiffer else { continue }
      let cited = Set(answer.lessons)
      for standing in village.lessons where !cited.contains(standing.id) {
        let after = village.without(standing.id).ask(question)
        #expect(
          after.said == answer.said && after.because == answer.because && after.others == answer.others && after.kind == answer.kind,
          "seed \(seed): “\(question)” → “\(answer.said)”; without “\(standing.lesson.words)” → “\(after.said)”")
      }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `withdrawing what an answer cites changes it, until it was not taught`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let village = try RandomVillage.make(using: &random)
    for question in RandomVillage.questions(4, of: village, using: &random) {
      var shrinking = village
      var answer = shrinking.ask(question)
      var rounds = 0
      while answer.kind == .answered || answer.kind == .opinionsDiffer, rounds < 40 {
        for id in answer.lessons {
          let without = shrinking.without(id).ask(question)
          #expect(without != answer, "seed \(seed): “\(question)” stays the same without \(id): “\(answer.said)”")
        }
        for id in answer.lessons { shrinking.withdraw(id) }
        let next = shrinking.ask(question)
        #expect(next != answer, "seed \(seed): “\(question)” stays “\(answer.said)” without all it cites")
        answer = next
        rounds += 1
      }
      #expect(rounds < 40, "seed \(seed): “\(question)” always finds another reason")
    }
  }

  @Test func `most random questions are understood and many have an answer`() throws {
    var kinds: [Answer.Kind: Int] = [:]
    for seed in 0..<20 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let village = try RandomVillage.make(using: &random)
      for question in RandomVillage.questions(6, of: village, using: &random) { kinds[village.ask(question).kind, default: 0] += 1 }
    }
    #expect(kinds[.answered, default: 0] >= 40, "\(kinds)")
    #expect(kinds[.opinionsDiffer, default: 0] >= 5, "\(kinds)")
  }
}

/// A village with random lessons about a handful of foods.
enum RandomVillage {
  static let foods: [Concept] = ["banana", "lentil", "white rice", "honey", "bagel", "apple"]
  static let kinds: [Concept] = ["fruit", "cereal", "snack", "food"]
  static let qualities: [Concept] = ["low-GI", "filling"]
  static let properties: [Concept] = ["glycemic index", "fiber"]
  static let authors: [ID<Member>] = ["ana", "bruno", "chiara"]

  static func make(using random: inout SplitMix64) throws -> TaughtVillage {
    var village = try TaughtVillage()
    for number in 0..<24 {
      let qualifiers = Bool.random(using: &random) ? Qualifiers(source: "Table \(Int.random(in: 1...3, using: &random))") : .none
      let lesson = Lesson(id: ID("l\(number)"), teaching(using: &random), qualifiers, words: "lesson \(number)")
      village.accept(lesson, by: authors.randomElement(using: &random) ?? "ana")
    }
    return village
  }

  private static func teaching(using random: inout SplitMix64) -> Teaching {
    func one(_ concepts: [Concept]) -> Concept { concepts[Int.random(in: 0..<concepts.count, using: &random)] }
    let amount = Decimal(Int.random(in: 1...9, using: &random) * 10)
    switch Int.random(in: 0..<10, using: &random) {
    case 0, 1: return .claim(Claim(one(foods), .isA, .concept(one(kinds))))
    case 2, 3, 4: return .claim(Claim(one(foods), "glycemic index", .quantity(Quantity(amount))))
    case 5: return .claim(Claim(one(foods), "fiber", .quantity(Quantity(amount / 10, Unit(.gram, per: 100, .gram)))))
    case 6:
      return .claim(Claim(one(foods), .contains, .concept(one(["gluten", "lactose"])), isNegated: Bool.random(using: &random)))
    case 7: return .claim(Claim(one(foods), .isA, .concept(one(qualities)), isNegated: Int.random(in: 0..<3, using: &random) == 0))
    case 8: return .claim(Claim(one(kinds), .contains, .concept(one(["gluten", "lactose"]))))
    default:
      let kind = one(kinds)
      return .rule(
        Rule(
          Pattern(.x, .isA, .concept("low-GI")),
          if: [
            .pattern(Pattern(.x, .isA, .concept(kind))),
            .measure(.x, "glycemic index", QuantityRange(lower: nil, upper: .init(amount, isIncluded: false))),
          ]))
    }
  }

  static func questions(_ count: Int, of village: TaughtVillage, using random: inout SplitMix64) -> [String] {
    guard let grammar = try? TaughtVillage.english.get().first else { return [] }
    let sayer = Sayer(grammar: grammar, vocabulary: village.vocabulary)
    return (0..<count).map { _ in sayer.say(question(using: &random)) }
  }

  private static func question(using random: inout SplitMix64) -> Question {
    func one(_ concepts: [Concept]) -> Concept { concepts[Int.random(in: 0..<concepts.count, using: &random)] }
    let food = one(foods)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return .value(of: food, property: one(properties))
    case 1: return .whether(Claim(food, .isA, .concept(one(qualities))))
    case 2: return .whether(Claim(food, .contains, .concept(one(["gluten", "lactose"]))))
    case 3: return .whether(Claim(food, .isA, .concept(one(kinds))))
    case 4: return .amount(property: "fiber", in: Quantity(150, .gram), of: food)
    default: return .measures(food, property: "glycemic index", QuantityRange(lower: nil, upper: .init(55, isIncluded: false)))
    }
  }
}
