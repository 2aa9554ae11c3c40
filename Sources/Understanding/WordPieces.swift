/// Cuts a text into the pieces of a fixed vocabulary: the words it knows whole, and parts of all others.
///
/// A text is cleaned and split at spaces and punctuation (``BasicWords``); then each word is cut from the left, always
/// taking the longest piece that the vocabulary has. A piece inside a word is written `##ing` there. A word that cannot be
/// cut is one unknown piece. Names of special pieces in a text (`[SEP]`) are text like any other.
///
/// Source: Schuster & Nakajima (2012), "Japanese and Korean voice search", ICASSP; Devlin et al. (2019), "BERT", NAACL.
public struct WordPieces: Sendable {
  /// A longer word is unknown, as in BERT; in scalars.
  public static let wordLengthMax = 100

  /// How many pieces the vocabulary has; they are numbered from 0, the more frequent ones first.
  public let count: Int

  /// What stands for a word that cannot be cut.
  public let unknown: Int

  /// What begins and what ends a sentence.
  public let beginning: Int
  public let ending: Int

  private let words: BasicWords
  /// By UTF-8: a `String` as key would take two spellings of one accent for the same.
  private var heads: [[UInt8]: Int] = [:]
  private var tails: [[UInt8]: Int] = [:]
  private var bytesMax = 0

  /// - Parameters:
  ///   - lines: a piece on each line, as in `vocab.txt`.
  ///   - words: how a text is cleaned; it must be as when the vocabulary was made.
  /// - Throws: where one of the special pieces `[UNK]`, `[CLS]` and `[SEP]` is missing.
  public init(lines: [String], words: BasicWords = BasicWords()) throws(MissingPiece) {
    var specials: [String: Int] = [:]
    for (number, line) in lines.enumerated() {
      let bytes = Array(line.utf8)
      if bytes.count > 2, bytes.starts(with: [0x23, 0x23]) { tails[Array(bytes[2...])] = number } else { heads[bytes] = number }
      bytesMax = max(bytesMax, bytes.count)
      if line == "[UNK]" || line == "[CLS]" || line == "[SEP]" { specials[line] = number }
    }
    func special(_ name: String) throws(MissingPiece) -> Int {
      guard let number = specials[name] else { throw MissingPiece(name: name) }
      return number
    }
    unknown = try special("[UNK]")
    beginning = try special("[CLS]")
    ending = try special("[SEP]")
    count = lines.count
    self.words = words
  }

  /// The lines of a `vocab.txt`, however they end. A last line that is empty is none.
  public static func lines(of file: some Collection<UInt8>) -> [String] {
    var lines = file.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The numbers of a text's pieces, in order.
  public func pieces(of text: String) -> [Int] {
    var pieces: [Int] = []
    words.forEach(in: text) { appendPieces(of: $0, to: &pieces) }
    return pieces
  }

  /// The same for one word; quicker where it is small letters from a to z.
  public func pieces(ofWord word: String) -> [Int] {
    guard word.utf8.allSatisfy({ 0x61...0x7A ~= $0 }), !word.isEmpty else { return pieces(of: word) }
    var pieces: [Int] = []
    appendPieces(of: Array(word.utf8), to: &pieces)
    return pieces
  }

  /// A text as an encoder reads it: between the beginning and the ending, cut off where it is too long.
  ///
  /// - Parameter countMax: in pieces, with those two; at least 2.
  public func sentence(_ text: String, countMax: Int) -> [Int] {
    precondition(countMax >= 2, "a sentence has a beginning and an ending")
    return [beginning] + pieces(of: text).prefix(countMax - 2) + [ending]
  }

  private func appendPieces(of word: [UInt8], to pieces: inout [Int]) {
    let first = pieces.count
    var start = 0
    guard word.lazy.filter({ $0 & 0xC0 != 0x80 }).count <= Self.wordLengthMax else { return pieces.append(unknown) }
    while start < word.count {
      let table = start == 0 ? heads : tails
      var end = min(word.count, start + bytesMax)
      var found: Int?
      while end > start {
        let isWhole = end == word.count || word[end] & 0xC0 != 0x80
        found = isWhole ? table[Array(word[start..<end])] : nil
        if found != nil { break }
        end -= 1
      }
      guard let found else {
        pieces.removeSubrange(first...)
        return pieces.append(unknown)
      }
      pieces.append(found)
      start = end
    }
  }
}

/// A vocabulary lacks a piece without which no sentence can be written in it.
public struct MissingPiece: Error, Hashable {
  /// E.g. `[UNK]`.
  public let name: String

  public init(name: String) { self.name = name }
}
