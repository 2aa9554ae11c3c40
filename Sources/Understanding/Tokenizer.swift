/// Cuts a text into tokens in one pass over its scalars.
struct Tokenizer {
  private let scalars: [Unicode.Scalar]
  private var position = 0  // in scalars
  private var offset = 0  // in UTF-8 bytes, of `position`

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  mutating func tokens() -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(scalars.count / 4 + 1)
    var followsSpace = true
    while position < scalars.count {
      let kind: Token.Kind
      let start = position
      let startOffset = offset
      switch ScalarClass(scalars[position]) {
      case .space:
        advance()
        followsSpace = true
        continue
      case .invisible:
        advance()
        continue
      case .letter:
        kind = .word
        skipWord()
      case .digit:
        kind = .number
        skipNumber()
      case .combining, .apostrophe, .mark:
        kind = .mark
        advance()
        while isCombining(position) { advance() }
      }
      let normal = normalForm(of: scalars[start..<position], kind: kind)
      tokens.append(Token(kind: kind, normal: normal, range: startOffset..<offset, followsSpace: followsSpace))
      followsSpace = false
    }
    return tokens
  }

  private mutating func advance() {
    offset += UTF8.width(scalars[position])
    position += 1
  }

  private func scalarClass(_ index: Int) -> ScalarClass? {
    index < scalars.count ? ScalarClass(scalars[index]) : nil
  }

  private func isCombining(_ index: Int) -> Bool { scalarClass(index) == .combining }

  private func isDigit(_ index: Int) -> Bool { scalarClass(index) == .digit }

  private mutating func skipWord() {
    while let next = scalarClass(position) {
      switch next {
      case .letter, .digit, .combining: advance()
      case .apostrophe, .invisible:
        // Inside a word only: what follows must be a letter or a digit again.
        var after = position + 1
        while scalarClass(after) == .invisible { after += 1 }
        guard scalarClass(after) == .letter || isDigit(after) else { return }
        while position < after { advance() }
      case .space, .mark: return
      }
    }
  }

  private mutating func skipNumber() {
    let first = position
    while isDigit(position) { advance() }
    if position - first <= 3 {
      while isThousandsGroup(at: position) { for _ in 0..<4 { advance() } }
    }
    // One decimal point only: in `24.12.2024` no point is a decimal one.
    let followsPoint = first >= 2 && scalars[first - 1] == "." && isDigit(first - 2)
    guard !followsPoint, isPointBeforeDigit(position) else { return }
    var end = position + 1
    while isDigit(end) { end += 1 }
    guard !isPointBeforeDigit(end) else { return }
    while position < end { advance() }
  }

  private func isThousandsGroup(at index: Int) -> Bool {
    guard index < scalars.count, scalars[index] == "," else { return false }
    return isDigit(index + 1) && isDigit(index + 2) && isDigit(index + 3) && !isDigit(index + 4)
  }

  private func isPointBeforeDigit(_ index: Int) -> Bool {
    index < scalars.count && scalars[index] == "." && isDigit(index + 1)
  }
}
