public import Lessons

/// A text cut into words, with what it names: what a ``Lessons/TextCondition`` is asked of.
public struct MarkedText: Sendable {
  /// A stretch that names something.
  public struct Mention: Sendable {
    /// UTF-8 offsets into the text.
    public let range: Range<Int>
    /// What it names, under every name, and the kinds that belongs to.
    public let concepts: Set<Concept>

    public init(range: Range<Int>, concepts: Set<Concept>) {
      self.range = range
      self.concepts = concepts
    }
  }

  let tokens: [Token]
  let text: String
  /// Places among the tokens.
  private let slots: [String: Range<Int>]
  let mentions: [(range: Range<Int>, concepts: Set<Concept>)]

  /// - Parameter slots: marked things by name, as UTF-8 offsets into the text.
  public init(_ text: String, slots: [String: Range<Int>] = [:], mentions: [Mention] = []) {
    self.text = text
    let tokens = Token.tokens(of: text)
    self.tokens = tokens
    self.slots = slots.compactMapValues { Self.places($0, in: tokens) }
    self.mentions = mentions.compactMap { mention in Self.places(mention.range, in: tokens).map { ($0, mention.concepts) } }
  }

  private static func places(_ range: Range<Int>, in tokens: [Token]) -> Range<Int>? {
    guard let first = tokens.firstIndex(where: { $0.range.upperBound > range.lowerBound }),
      let last = tokens.lastIndex(where: { $0.range.lowerBound < range.upperBound }), first <= last
    else { return nil }
    return first..<last + 1
  }

  /// Where a slot is: a marked one, else “food2”, the second mention of a food.
  func place(of slot: String) -> Range<Int>? {
    if let marked = slots[slot] { return marked }
    let kind = String(slot.prefix { !$0.isNumber })
    guard kind.count < slot.count, let number = Int(slot.dropFirst(kind.count)), number > 0 else { return nil }
    let all = mentions.filter { $0.concepts.contains(Concept(kind)) }
    return all.indices.contains(number - 1) ? all[number - 1].range : nil
  }

  /// All places of what is looked for that lie within that stretch, in order.
  func places(of item: TextItem, in stretch: Range<Int>) -> [Range<Int>] {
    switch item {
    case .phrase(let phrase):
      let words = Token.tokens(of: phrase).map(\.normal)
      guard !words.isEmpty, words.count <= stretch.count else { return [] }
      return (stretch.lowerBound...stretch.upperBound - words.count).compactMap { start in
        let range = start..<start + words.count
        return tokens[range].map(\.normal) == words ? range : nil
      }
    case .slot(let slot): return place(of: slot).map { [$0] }?.filter { stretch.contains($0) } ?? []
    case .mention(let concept): return mentions.filter { $0.concepts.contains(concept) && stretch.contains($0.range) }.map(\.range)
    case .word(let shape):
      return stretch.filter { tokens[$0].kind != .mark && shape.map(written($0..<$0 + 1).isWritten) ?? true }.map { $0..<$0 + 1 }
    }
  }

  var whole: Range<Int> { tokens.indices }

  /// Words, without marks, from one place up to another.
  func words(in stretch: Range<Int>) -> Int { stretch.count { tokens[$0].kind != .mark } }

  func written(_ places: Range<Int>) -> String {
    guard let first = places.first, let last = places.last else { return "" }
    return slice(text, tokens[first].range.lowerBound..<tokens[last].range.upperBound)
  }

  private func slice(_ text: String, _ range: Range<Int>) -> String {
    String(decoding: text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
  }
}

extension String {
  /// Whether it has a letter, and its letters are of that shape.
  func isWritten(_ shape: TextShape) -> Bool {
    let letters = filter(\.isLetter)
    guard let first = letters.first else { return false }
    return switch shape {
    case .capitalised: first.isUppercase
    case .capitals: letters.allSatisfy(\.isUppercase)
    case .lowercase: letters.allSatisfy(\.isLowercase)
    }
  }
}
