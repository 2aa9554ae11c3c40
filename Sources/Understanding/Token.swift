/// One word, number or mark of an utterance, and where it stands in the text as written.
///
/// Only white space, control characters and invisible format characters lie between two tokens, so the text is rebuilt
/// from the tokens' ranges and the gaps between them.
public struct Token: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Letters, and digits after a letter, with inner apostrophes: `don't`, `B12`, `Ä`.
    case word
    /// Digits, perhaps with thousands commas and one decimal point: `4.5`, `1,200`. A unit written against it is the
    /// next token: `150g` is `150` and `g`.
    case number
    /// One punctuation mark or symbol: `?`, `-`, `%`.
    case mark
  }

  public let kind: Kind

  /// The form to compare by: lower case, NFC, straight quotes, `-` for any dash, without thousands commas and without
  /// invisible characters.
  public let normal: String

  /// UTF-8 offsets into the text.
  public let range: Range<Int>

  /// Whether white space, or the start of the text, stands before it: `low-GI` has it only at `low`.
  public let followsSpace: Bool

  /// The token as the writer wrote it.
  ///
  /// - Precondition: `text` is the text the token was cut from.
  public func written(in text: String) -> Substring {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return text[start..<utf8.index(start, offsetBy: range.count)]
  }

  /// Cuts a text into tokens, first to last.
  ///
  /// - Complexity: O(length of the text).
  public static func tokens(of text: String) -> [Token] {
    var tokenizer = Tokenizer(text)
    return tokenizer.tokens()
  }
}
