/// What a scalar is to the tokenizer.
enum ScalarClass: Equatable {
  case letter, digit, combining, apostrophe, mark, space
  /// Format characters that show nothing: they never split a word, so nobody can hide a word from the rest.
  case invisible

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x61...0x7A, 0x41...0x5A: self = .letter
    case 0x30...0x39: self = .digit
    case 0x00...0x20, 0x7F: self = .space
    case 0x27, 0x60: self = .apostrophe
    case 0x21...0x7E: self = .mark
    default: self = Self.beyondASCII(scalar)
    }
  }

  private static func beyondASCII(_ scalar: Unicode.Scalar) -> ScalarClass {
    switch scalar {
    case "\u{B4}", "\u{2BC}", "\u{2018}", "\u{2019}", "\u{FF07}": return .apostrophe
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber, .otherNumber:
      return .letter
    case .decimalNumber: return .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: return .combining
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: return .space
    case .format: return .invisible
    default: return .mark
    }
  }
}
