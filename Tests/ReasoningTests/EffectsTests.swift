import Foundation
import Lessons
import Reasoning
import Testing

@Suite struct EffectsTests {
  private func village() -> Village {
    var village = Village()
    for (food, gi) in [("banana", 51), ("cake", 60), ("lentil", 32)] as [(Concept, Int)] {
      village.teach(.isA(food, "food"))
      village.teach(.gi(food, .init(gi)))
    }
    return village
  }

  private func said(_ effects: Effects) -> [[String]] { effects.groups.map { ["\($0.turn)"] + $0.subjects.map(\.label) } }

  @Test func `a rule tells which things it makes of a kind`() {
    let village = village()
    let effects = village.beliefs.effects(ifTaught: village.next(.lowGI), in: .community)
    #expect(said(effects) == [["begins", "banana", "lentil"]])
    #expect(effects.groups.first?.example == .isA("banana", "low-GI"))
    #expect(effects.examined >= 2 && effects.unexamined == 0)
  }

  @Test func `what rests on a number is told, and the number itself is not`() {
    var village = village()
    let rule = village.teach(.lowGI)
    let number = village.beliefs.lessons.first { $0.lesson.teaching == .gi("banana", 51) }!.id
    #expect(said(village.beliefs.effects(of: number, in: .community)!) == [["begins", "banana"]])
    #expect(said(village.beliefs.effects(of: rule, in: .community)!) == [["begins", "banana", "lentil"]])
    #expect(village.beliefs.effects(of: "nothing", in: .community) == nil)
  }

  @Test func `an exception ends what it excepts`() {
    var village = village()
    village.teach(.lowGI)
    let effects = village.beliefs.effects(ifTaught: village.next(.isA("banana", "fried food")), in: .community)
    #expect(said(effects) == [["ends", "banana"]])
  }

  @Test func `a second number of another teacher makes what follows from the first contested`() {
    var village = village()
    village.teach(.lowGI)
    let effects = village.beliefs.effects(ifTaught: village.next(.gi("banana", 70), by: "bo"), in: .community)
    #expect(said(effects).contains(["becomesContested", "banana"]))
    #expect(effects.groups.contains { $0.property == .isA && $0.turn == .becomesContested })
  }

  @Test func `a kind hands down what it has, and rules go on from there`() {
    var village = village()
    village.teach(.gi("fruit", 40))
    village.teach(.isA("fruit", "food"))
    village.teach(.lowGI)
    let effects = village.beliefs.effects(ifTaught: village.next(.isA("plum", "fruit")), in: .community)
    let begun = effects.groups.filter { $0.turn == .begins && $0.subjects == ["plum"] }
    #expect(Set(begun.map(\.property)) == [.isA, "glycemic index"])
    #expect(begun.contains { $0.value == .concept("low-GI") } && begun.contains { $0.value == .concept("food") })
  }

  @Test func `of many things only so many are looked at, and the others counted`() {
    let village = village()
    let effects = village.beliefs.effects(ifTaught: village.next(.lowGI), in: .community, thingsMax: 1)
    #expect(said(effects) == [["begins", "banana"]])
    #expect(effects.examined == 1 && effects.unexamined >= 1)
  }

  @Test func `what only its author sees changes nothing for the others`() {
    var village = village()
    village.teach(.lowGI)
    let lesson = village.next(.isA("banana", "fried food"), by: "bo", reach: .only("bo"))
    #expect(village.beliefs.effects(ifTaught: lesson, in: .community).isEmpty)
    #expect(!village.beliefs.effects(ifTaught: lesson, in: PointOfView(member: "bo")).isEmpty)
  }

  @Test func `guidelines and examples make nothing of things`() {
    let village = village()
    let example = village.next(.example(Example("is it sweet?", asks: "sweetness")))
    #expect(village.beliefs.effects(ifTaught: example, in: .community).isEmpty)
  }

  /// Against looking at everything under every property.
  @Test(arguments: 0..<800 as Range<UInt64>)
  func `nothing that changes is left out`(seed: UInt64) {
    var random = RandomVillage(seed: seed)
    let before = Beliefs(accepting: random.lessons(14))
    let lesson = random.lesson()
    switch lesson.lesson.teaching {
    case .claim, .definition, .rule, .property, .disjoint, .conversion: break
    default: return
    }
    var after = before
    after.accept(lesson)
    let view = random.view()
    let effects = before.effects(ifTaught: lesson, in: view)
    for thing in RandomVillage.things + RandomVillage.kinds + RandomVillage.others {
      let shown = after.preferredName(of: thing, in: view)
      func told(_ property: Concept, _ value: Value, _ turns: Set<Effects.Turn>) -> Bool {
        lesson.lesson.teaching.says(property, value, of: shown)
          || effects.groups.contains {
            $0.subjects.contains(shown) && $0.property == after.preferredName(of: property, in: view) && $0.value.isSame(as: value)
              && turns.contains($0.turn)
          }
      }
      for (property, old, new) in held(thing, before, after, view) {
        for value in new.subtracting(old) { #expect(told(property, value, [.begins, .becomesContested]), "\(thing) \(property) \(value)") }
        for value in old.subtracting(new) { #expect(told(property, value, [.ends]), "\(thing) no longer \(property) \(value)") }
      }
    }
  }

  private func held(
    _ thing: Concept, _ before: Beliefs, _ after: Beliefs, _ view: PointOfView
  ) -> [(property: Concept, old: Set<Value>, new: Set<Value>)] {
    func kinds(_ beliefs: Beliefs) -> Set<Value> { Set(beliefs.kinds(of: thing, in: view).map { .concept($0.concept) }) }
    func values(_ beliefs: Beliefs, _ property: Concept) -> Set<Value> {
      Set(
        beliefs.values(of: thing, property: property, in: view).map { held in
          held.value.concept.map { .concept(beliefs.preferredName(of: $0, in: view)) } ?? held.value
        })
    }
    return [(.isA, kinds(before), kinds(after))]
      + ([.contains, "color", "protein", "goes with", "suits", "load", RandomVillage.gi] as [Concept]).map {
        ($0, values(before, $0), values(after, $0))
      }
  }
}

extension Teaching {
  fileprivate func says(_ property: Concept, _ value: Value, of thing: Concept) -> Bool {
    switch self {
    case .claim(let claim): claim.subject == thing && claim.property == property && claim.value.isSame(as: value)
    case .definition(let definition): definition.concept == thing && property == .isA && definition.kind.map { .concept($0) } == value
    default: false
    }
  }
}

extension Value {
  /// One amount in two units is one value.
  fileprivate func isSame(as other: Value) -> Bool {
    guard let mine = range, let theirs = other.range?.converted(to: mine.unit) else { return self == other }
    return mine.lower?.amount == theirs.lower?.amount && mine.upper?.amount == theirs.upper?.amount
  }
}
