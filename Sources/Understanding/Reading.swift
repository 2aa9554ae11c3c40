/// A question as it is compared: its words in normal form, misspelt ones repaired.
struct Reading {
  let text: String
  let tokens: [Token]
  /// By token.
  var words: [String] = []
  var repairs: [SpellingRepair.Repair] = []

  /// Before any word is read.
  init(text: String) {
    self.text = text
    tokens = Array(Token.tokens(of: text).prefix(Sentence.tokensMax))
  }

  /// The words, less that of a token.
  func words(without left: Int) -> [String] {
    var kept = words
    kept.remove(at: left)
    return kept
  }

  /// The text with its repairs, less a token if one is given by its place.
  func written(without left: Int? = nil) -> String {
    guard left != nil || !repairs.isEmpty else { return text }
    let utf8 = Array(text.utf8)
    var bytes: [UInt8] = []
    var end = 0
    var repairs = repairs[...]
    for (place, token) in tokens.enumerated() {
      bytes.append(contentsOf: utf8[end..<token.range.lowerBound])
      end = token.range.upperBound
      let repair = repairs.first?.range == token.range ? repairs.removeFirst() : nil
      if place != left { bytes.append(contentsOf: repair.map { Array($0.readAs.utf8) } ?? Array(utf8[token.range])) }
    }
    return String(decoding: bytes + utf8[end...], as: UTF8.self)
  }
}
