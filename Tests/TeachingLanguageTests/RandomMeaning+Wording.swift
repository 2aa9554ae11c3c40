import Lessons

/// Conditions on the words of a text.
extension RandomMeaning {
  mutating func textCondition(depth: Int) -> TextCondition {
    switch random.below(depth < 2 ? 12 : 8) {
    case 0: return .counted(TextCounting(countedItem(), countRange(), in: place()))
    case 1: return .compared(TextComparison(part(), random.pick([.equals, .begins, .ends]), [.phrase("how much")]))
    case 2: return .compared(TextComparison(.lastWord(of: "food1"), .equals, [.firstWord(of: "food2"), .phrase("it")]))
    case 3: return .shaped(part(), shape())
    case 4: return .not(.found(TextFinding(phrases(random.pick([1, 2])), needed: 1, in: place())))
    case 5, 6, 7:
      let items = phrases(random.pick([1, 1, 2, 3]))
      return .found(TextFinding(items, needed: 1 + random.below(items.count), in: place()))
    case 8: return .not(textCondition(depth: depth + 1))
    case 9: return .any(parts(depth) { if case .any = $0 { true } else { false } })
    default: return .all(parts(depth) { if case .all = $0 { true } else { false } })
    }
  }

  /// Two or three, none of that form itself: “a and (b and c)” is “a and b and c”.
  private mutating func parts(_ depth: Int, isFlat: (TextCondition) -> Bool) -> [TextCondition] {
    (0..<random.pick([2, 2, 3])).map { _ in
      var part = textCondition(depth: depth + 1)
      while isFlat(part) { part = textCondition(depth: depth + 1) }
      return part
    }
  }

  private mutating func phrases(_ count: Int) -> [TextItem] {
    (0..<count).map { _ in
      switch random.below(8) {
      case 0: .mention(concept(names.kinds))
      case 1: .slot("food2")
      case 2: .word(shape())
      default: .phrase(random.pick(["cake", "how much", "(", "Can I, please?"]))
      }
    }
  }

  private mutating func countedItem() -> TextItem { random.pick([.word(nil), .word(.capitals), .mention(concept(names.kinds))]) }
  private mutating func shape() -> TextShape { random.pick([.capitalised, .capitals, .lowercase]) }
  private mutating func part() -> TextPart {
    random.pick([.text, .slot("food1"), .firstWord(of: nil), .lastWord(of: nil), .phrase("cake")])
  }

  private mutating func countRange() -> CountRange {
    let number = 2 + random.below(4)
    return random.pick([
      CountRange(least: number), CountRange(most: number), CountRange(least: number, most: number),
      CountRange(least: number, most: number + 2),
    ])
  }

  private mutating func place() -> TextPlace {
    let anchor = random.pick([TextItem.slot("food1"), .phrase("late")])
    let distance = random.pick([
      CountRange(least: 1), CountRange(least: 1, most: 1), CountRange(least: 1, most: 3), CountRange(least: 4, most: 4),
    ])
    switch random.below(6) {
    case 0: return .within(slot: "food1")
    case 1: return .between(anchor, .slot("food3"))
    case 2: return .beside(anchor, random.pick([.before, .after]), distance)
    case 3: return .beside(anchor, .either, CountRange(least: 1, most: random.pick([1, 3])))
    default: return .text
    }
  }
}
