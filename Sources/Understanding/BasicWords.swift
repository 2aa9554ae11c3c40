// Foundation only for NFD, which neither the standard library nor FoundationEssentials offers.
import Foundation

/// Cuts a text into words as BERT's vocabularies expect: cleaned, split at spaces, at each punctuation mark and at each
/// ideograph.
///
/// Source: `BasicTokenizer` of github.com/google-research/bert, in the reading of Hugging Face `tokenizers`
/// (`BertNormalizer`, `BertPreTokenizer`), which the golden file holds it to.
public struct BasicWords: Hashable, Sendable {
  public var lowercases: Bool
  /// Takes the marks off letters: `é` becomes `e`. Usual where ``lowercases`` is set.
  public var stripsAccents: Bool
  /// Makes each Chinese character a word of its own.
  public var splitsIdeographs: Bool

  public init(lowercases: Bool = true, stripsAccents: Bool = true, splitsIdeographs: Bool = true) {
    self.lowercases = lowercases
    self.stripsAccents = stripsAccents
    self.splitsIdeographs = splitsIdeographs
  }

  /// Gives each word's UTF-8, in order; none is empty.
  func forEach(in text: String, _ body: ([UInt8]) -> Void) {
    var word: [UInt8] = []
    func finish() {
      guard !word.isEmpty else { return }
      body(word)
      word.removeAll(keepingCapacity: true)
    }
    for scalar in cleaned(text) {
      if scalar == " " || scalar.properties.isWhitespace {
        finish()
      } else if Self.isPunctuation(scalar) {
        finish()
        body(Array(String(scalar).utf8))
      } else {
        word.append(contentsOf: String(scalar).utf8)
      }
    }
    finish()
  }

  /// Without controls, each kind of space as a space, ideographs set apart, accents and capitals gone where asked.
  private func cleaned(_ text: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    var isASCII = true
    for scalar in text.unicodeScalars where !Self.isDropped(scalar) {
      isASCII = isASCII && scalar.isASCII
      let isIdeograph = splitsIdeographs && Self.isIdeograph(scalar)
      if isIdeograph { scalars.append(" ") }
      scalars.append(scalar)
      if isIdeograph { scalars.append(" ") }
    }
    if stripsAccents, !isASCII {
      var plain = String.UnicodeScalarView()
      plain.append(contentsOf: scalars)
      scalars = String(plain).decomposedStringWithCanonicalMapping.unicodeScalars.filter {
        $0.isASCII || $0.properties.generalCategory != .nonspacingMark
      }
    }
    guard lowercases else { return scalars }
    guard isASCII else { return scalars.flatMap { $0.properties.lowercaseMapping.unicodeScalars } }
    return scalars.map { 0x41...0x5A ~= $0.value ? Unicode.Scalar(UInt8($0.value) + 0x20) : $0 }
  }

  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E: return false
    case 0x00...0x1F, 0x7F, 0xFFFD: return true
    default:
      switch scalar.properties.generalCategory {
      case .control, .format, .privateUse: return true
      default: return false
      }
    }
  }

  /// In ASCII every mark that is neither letter nor digit, symbols too; beyond it what Unicode calls punctuation.
  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return false
    case 0x21...0x7E: return true
    case 0x00...0x7F: return false
    default:
      switch scalar.properties.generalCategory {
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
        .otherPunctuation:
        return true
      default: return false
      }
    }
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2B73F, 0x2B740...0x2B81F, 0x2B920...0x2CEAF, 0xF900...0xFAFF,
      0x2F800...0x2FA1F:
      true
    default: false
    }
  }
}
