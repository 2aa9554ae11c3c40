// The whole of Foundation only for NFC, which neither the standard library nor FoundationEssentials offers.
import Foundation

/// The form in which tokens are compared; see ``Token/normal``.
func normalForm(of scalars: ArraySlice<Unicode.Scalar>, kind: Token.Kind) -> String {
  var text = ""
  var isComposed = true
  for scalar in scalars {
    switch scalar.value {
    case 0x41...0x5A: text.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 0x20))
    case 0x2C where kind == .number: break
    case 0x60 where kind == .word: text.append("'")
    case 0x00...0x7F: text.unicodeScalars.append(scalar)
    default:
      isComposed = isComposed && isAlwaysComposed(scalar)
      appendFolded(scalar, to: &text)
    }
  }
  return isComposed ? text : text.precomposedStringWithCanonicalMapping
}

private func appendFolded(_ scalar: Unicode.Scalar, to text: inout String) {
  switch ScalarClass(scalar) {
  case .invisible: break
  case .letter: text.append(scalar.properties.lowercaseMapping)
  case .apostrophe: text.append("'")
  case .mark:
    switch scalar {
    case "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}", "\u{FF02}": text.append("\"")
    case "\u{201A}", "\u{201B}", "\u{2039}", "\u{203A}": text.append("'")
    case _ where scalar.properties.generalCategory == .dashPunctuation, "\u{2212}": text.append("-")
    default: text.unicodeScalars.append(scalar)
    }
  case .digit, .combining, .space: text.unicodeScalars.append(scalar)
  }
}

/// True only for scalars that stand in NFC as they are and never join with one before them: Latin-1 and its extensions,
/// Cyrillic without its accents, the common ideographs. The rest takes the slow and exact way.
private func isAlwaysComposed(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x12F, 0x131...0x2FF, 0x400...0x482, 0x48A...0x52F, 0x4E00...0x9FFF: true
  default: false
  }
}
