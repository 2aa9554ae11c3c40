public import Lessons

extension TextCondition {
  /// Whether a text is so. What speaks of a slot that the text does not have is not so.
  public func holds(of text: MarkedText) -> Bool {
    switch self {
    case .all(let conditions): conditions.allSatisfy { $0.holds(of: text) }
    case .any(let conditions): conditions.contains { $0.holds(of: text) }
    case .not(let condition): !condition.holds(of: text)
    case .found(let finding): finding.items.count { !text.places(of: $0, at: finding.place).isEmpty } >= finding.needed
    case .counted(let counting): counting.times.contains(text.places(of: counting.item, at: counting.place).count)
    case .compared(let comparison):
      text.words(of: comparison.part).map { words in
        comparison.others.contains { other in text.words(of: other).map { comparison.relation.holds(words, $0) } ?? false }
      } ?? false
    case .shaped(let part, let shape): text.written(part).map { $0.isWritten(shape) } ?? false
    }
  }
}

extension TextComparison.Relation {
  /// Word by word; an ending of one word may be an ending of letters: “blueberry” ends with “berry”.
  fileprivate func holds(_ words: [String], _ others: [String]) -> Bool {
    guard !others.isEmpty else { return false }
    switch self {
    case .equals: return words == others
    case .begins: return words.starts(with: others) || (words.count == 1 && others.count == 1 && words[0].hasPrefix(others[0]))
    case .ends:
      return words.suffix(others.count).elementsEqual(others) || (words.count == 1 && others.count == 1 && words[0].hasSuffix(others[0]))
    }
  }
}

extension MarkedText {
  fileprivate func places(of item: TextItem, at place: TextPlace) -> [Range<Int>] {
    switch place {
    case .text: return places(of: item, in: whole)
    case .within(let slot): return self.place(of: slot).map { places(of: item, in: $0) } ?? []
    case .between(let one, let other):
      let gaps = pairs(one, other).compactMap { one, other -> Range<Int>? in
        let (first, last) = one.lowerBound < other.lowerBound ? (one, other) : (other, one)
        return first.upperBound <= last.lowerBound ? first.upperBound..<last.lowerBound : nil
      }
      return gaps.flatMap { places(of: item, in: $0) }
    case .beside(let anchor, let side, let distance):
      let anchors = places(of: anchor, in: whole)
      return places(of: item, in: whole).filter { found in
        anchors.contains { anchor in
          let isBefore = found.upperBound <= anchor.lowerBound
          guard isBefore || anchor.upperBound <= found.lowerBound, side != (isBefore ? .after : .before) else { return false }
          let gap = isBefore ? found.upperBound..<anchor.lowerBound : anchor.upperBound..<found.lowerBound
          return distance.contains(words(in: gap) + 1)
        }
      }
    }
  }

  private func pairs(_ one: TextItem, _ other: TextItem) -> [(Range<Int>, Range<Int>)] {
    places(of: one, in: whole).flatMap { one in places(of: other, in: whole).map { (one, $0) } }
  }

  fileprivate func written(_ part: TextPart) -> String? {
    if case .phrase(let phrase) = part { return phrase }
    return places(of: part).map(written)
  }

  /// In lower case, without marks unless there is nothing else.
  fileprivate func words(of part: TextPart) -> [String]? {
    let tokens: [Token]
    if case .phrase(let phrase) = part {
      tokens = Token.tokens(of: phrase)
    } else {
      tokens = places(of: part).map { Array(self.tokens[$0]) } ?? []
    }
    let words = tokens.filter { $0.kind != .mark }
    return tokens.isEmpty ? nil : (words.isEmpty ? tokens : words).map(\.normal)
  }

  private func places(of part: TextPart) -> Range<Int>? {
    func stretch(_ slot: String?) -> Range<Int>? { slot.map { place(of: $0) } ?? whole }
    func word(_ slot: String?, _ pick: ([Int]) -> Int?) -> Range<Int>? {
      stretch(slot).flatMap { pick($0.filter { tokens[$0].kind != .mark }) }.map { $0..<$0 + 1 }
    }
    switch part {
    case .text: return whole
    case .slot(let slot): return place(of: slot)
    case .phrase: return nil
    case .firstWord(let slot): return word(slot, \.first)
    case .lastWord(let slot): return word(slot, \.last)
    }
  }
}
