public import Lessons
import Understanding

/// A known name, an amount or a time found in free text.
public struct Mention: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case concept(Concept, Set<Role>)
    case quantity(Quantity)
    case period(from: Day?, until: Day?)
  }

  public let kind: Kind
  /// UTF-8 offsets in the text.
  public let range: Range<Int>
  public let written: String
  /// Whether a slip of the pen was forgiven.
  public let isRespelled: Bool
}

extension Reader {
  static let mentionWordsMax = 2000

  /// The known names, amounts and times in a text, longest first at each place, in order and without overlap.
  public func mentions(in text: String, vocabulary: Vocabulary, today: Day? = nil) -> [Mention] {
    let grammar = grammars[grammars.language(of: text)]
    let tokens = Token.tokens(of: text).prefix(Self.mentionWordsMax)
    let view = text[...].utf8
    let words = tokens.flatMap { Word.words(from: $0, in: view, base: 0, grammar.morphology) }
    let sentence = Sentence(text: text, range: 0..<text.utf8.count, words: words, isQuestion: false)
    var scanner = Scanner(sentence: sentence, grammar: grammar, vocabulary: vocabulary, context: ReadingContext(today: today))
    var mentions: [Mention] = []
    var position = 0
    while position < words.count {
      guard let found = mention(at: position, &scanner) else {
        position += 1
        continue
      }
      let range = words[position].range.lowerBound..<words[found.end - 1].range.upperBound
      mentions.append(Mention(kind: found.kind, range: range, written: slice(view, range), isRespelled: found.isRespelled))
      position = found.end
    }
    return mentions
  }

  private func mention(at position: Int, _ scanner: inout Scanner) -> (kind: Mention.Kind, end: Int, isRespelled: Bool)? {
    let names = scanner.known(at: position).filter { $0.roles != [.question] }
    if let name = names.min(by: { (-$0.range.upperBound, $0.cost, $0.concept) < (-$1.range.upperBound, $1.cost, $1.concept) }) {
      // One's own function words are no slips: “that” is never a misspelt name.
      return (.concept(name.concept, name.roles), name.range.upperBound, !name.respellings.isEmpty)
    }
    if let period = scanner.periods(at: position).max(by: { $0.end < $1.end }), let days = period.phrase.period, period.end > position + 1 {
      return (.period(from: days.from, until: days.until), period.end, false)
    }
    if let number = scanner.quantities(at: position).filter({ $0.cost < 1 }).max(by: { $0.end < $1.end }),
      let quantity = number.phrase.quantity
    {
      return (.quantity(quantity), number.end, false)
    }
    return nil
  }
}
