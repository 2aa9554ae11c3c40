import Understanding

/// One sentence of what was typed, cut into words.
struct Sentence {
  /// As typed, without the white space around it.
  let text: String
  /// UTF-8 offsets into the whole text.
  let range: Range<Int>
  /// Without the mark at the end.
  let words: [Word]
  let isQuestion: Bool
  /// Whether its first word has its capital as a name: it was none at the beginning of what was typed.
  var beginsWithName = false

  /// The sentence's own words between two positions, exactly as typed.
  func written(_ words: Range<Int>) -> String {
    guard !words.isEmpty else { return "" }
    let start = self.words[words.lowerBound].range.lowerBound - range.lowerBound
    let end = self.words[words.upperBound - 1].range.upperBound - range.lowerBound
    return slice(text[...].utf8, start..<max(start, end))
  }
}

extension Sentence {
  private static let shortenedMax = 6  // letters

  /// Whether it ends with a letter or a number alone, or says no more than a name could.
  var endsOpen: Bool { words.last.map { $0.written.count == 1 || $0.kind == .number } ?? false }
  var isFragment: Bool { words.count < 3 }

  /// Whether its last word may be shortened: “Alan B.”, “Acta Math.”, “1.”
  fileprivate var mayGoOn: Bool {
    guard let last = words.last, text.hasSuffix(last.written + ".") || last.normal == "." else { return false }
    let word = last.normal == "." ? words.dropLast().last : last
    guard let word, word.written.count <= Self.shortenedMax else { return false }
    return word.mayGoOn
  }
}

extension Word {
  /// A capital or a number: what a name may go on with.
  fileprivate var mayGoOn: Bool { kind == .number || kind == .word && written.first?.isUppercase == true }
}

/// Cuts a text into sentences: at line ends, and after `.`, `!` or `?` that is not within quotes or brackets, a number,
/// or an abbreviation.
enum SentenceSplitter {
  static let sentencesMax = 500

  static func sentences(of text: String, _ grammar: Grammar) -> [Sentence] {
    let bytes = Array(text.utf8)
    var sentences: [Sentence] = []
    for line in lines(of: Token.tokens(of: text), bytes) {
      for tokens in split(line, grammar) {
        guard sentences.count < sentencesMax else { return sentences }
        if let sentence = sentence(tokens, bytes, grammar) { sentences.append(sentence) }
      }
    }
    return sentences
  }

  /// All of a text as one sentence, whatever its points are.
  static func whole(_ text: String, _ grammar: Grammar) -> Sentence? { sentence(Token.tokens(of: text)[...], Array(text.utf8), grammar) }

  /// Two sentences as one, where the point between them may belong to the last word before it: “Acta Math. Leiria”.
  static func joined(_ first: Sentence, _ second: Sentence, in text: String, _ grammar: Grammar) -> Sentence? {
    guard first.mayGoOn, let next = second.words.first, next.mayGoOn, !grammar.reserved.contains(next.normal) else { return nil }
    let range = first.range.lowerBound..<second.range.upperBound
    let between = slice(text[...].utf8, first.range.upperBound..<second.range.lowerBound)
    let together = slice(text[...].utf8, range)
    guard !between.contains(where: \.isNewline), let whole = whole(together, grammar) else { return nil }
    return Sentence(
      text: whole.text, range: range, words: whole.words.map { $0.moved(by: range.lowerBound) }, isQuestion: whole.isQuestion)
  }

  private static func lines(of tokens: [Token], _ bytes: [UInt8]) -> [ArraySlice<Token>] {
    var lines: [ArraySlice<Token>] = []
    var start = 0
    for index in tokens.indices.dropFirst() {
      let gap = bytes[tokens[index - 1].range.upperBound..<tokens[index].range.lowerBound]
      if gap.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
        lines.append(tokens[start..<index])
        start = index
      }
    }
    if start < tokens.count { lines.append(tokens[start...]) }
    return lines
  }

  private static func split(_ line: ArraySlice<Token>, _ grammar: Grammar) -> [ArraySlice<Token>] {
    let functionWords = grammar.functionWords
    let heedsQuotes = line.count { $0.normal == "\"" } % 2 == 0
    var parts: [ArraySlice<Token>] = []
    var start = line.startIndex
    var isQuoted = false
    var depth = 0
    for index in line.indices {
      let token = line[index]
      guard token.kind == .mark else { continue }
      switch token.normal {
      case "\"":
        isQuoted.toggle()
        // “say "Turn it on." 2. Ask for the model.”: the next step begins after the quotation.
        if !isQuoted, heedsQuotes, depth == 0, isNumbered(line, index + 1), [".", "!", "?"].contains(line[index - 1].normal) {
          parts.append(line[start...index])
          start = index + 1
        }
      case "(", "[": depth += 1
      case ")", "]": depth = max(0, depth - 1)
      case ".", "!", "?":
        let next = index + 1
        guard !(isQuoted && heedsQuotes), depth == 0, next < line.endIndex, line[next].followsSpace else { continue }
        if token.normal == ".", isAbbreviation(line, index, functionWords) || isSource(line, next, functionWords) { continue }
        if token.normal == ".", isInitial(line, index, grammar) { continue }
        parts.append(line[start..<next])
        start = next
      default: break
      }
    }
    if start < line.endIndex { parts.append(line[start...]) }
    return parts
  }

  /// “2.” or “2)”
  private static func isNumbered(_ line: ArraySlice<Token>, _ position: Int) -> Bool {
    position + 1 < line.endIndex && position > line.startIndex + 1 && line[position].kind == .number
      && [".", ")"].contains(line[position + 1].normal)
  }

  private static func isAbbreviation(_ line: ArraySlice<Token>, _ point: Int, _ functionWords: FunctionWords) -> Bool {
    guard point > line.startIndex else { return false }
    let before = line[point - 1]
    if functionWords.contains(before.normal, in: .abbreviation) { return true }
    // “no. 5”, but “The answer is no.”
    if functionWords.contains(before.normal, in: .numbered) { return line[point + 1].kind == .number }
    return before.kind == .word && before.range.count == 1 && before.normal != "i" && point - 2 >= line.startIndex
      && line[point - 2].normal == "."
  }

  /// The last point of “Leiria F.C.” belongs to the name, and ends the sentence, too.
  private static func endsInitials(_ tokens: ArraySlice<Token>, _ bytes: [UInt8]) -> Bool {
    let last = tokens.endIndex - 1
    guard last - 3 >= tokens.startIndex, tokens[last].normal == ".", tokens[last - 2].normal == ".",
      !(last - 2..<last + 1).contains(where: { tokens[$0].followsSpace })
    else { return false }
    return [last - 1, last - 3].allSatisfy { place in
      tokens[place].kind == .word && tokens[place].range.count == 1 && (0x41...0x5A).contains(bytes[tokens[place].range.lowerBound])
    }
  }

  /// The B of “Alan B. Reis Hall”, but not of “Ana works in Hall B. Bruno works in Hall C.”: what follows has no verb.
  private static func isInitial(_ line: ArraySlice<Token>, _ point: Int, _ grammar: Grammar) -> Bool {
    guard point - 1 > line.startIndex, line[point - 1].kind == .word, line[point - 1].range.count == 1, line[point - 2].kind == .word else {
      return false
    }
    let rest = line[(point + 1)...].prefix { $0.normal != "." }
    return !rest.dropFirst().contains { token in
      let lists: [FunctionWords.List] = [.smallVerb, .wasOne, .wasMany, .did, .can, .cannot]
      return lists.contains { grammar.functionWords.contains(token.normal, in: $0) } || grammar.morphology.isPast(token.normal)
        || grammar.morphology.newVerbCost(token.normal, .third) != nil
    }
  }

  /// “… is 51. (Source: Atkinson 2021)”: the brackets belong to the sentence before.
  private static func isSource(_ line: ArraySlice<Token>, _ bracket: Int, _ functionWords: FunctionWords) -> Bool {
    bracket + 1 < line.endIndex && line[bracket].normal == "(" && line[bracket + 1].normal == functionWords[.source].first
  }

  private static func sentence(_ tokens: ArraySlice<Token>, _ bytes: [UInt8], _ grammar: Grammar) -> Sentence? {
    guard let first = tokens.first, let last = tokens.last else { return nil }
    let range = first.range.lowerBound..<last.range.upperBound
    let text = String(decoding: bytes[range], as: UTF8.self)
    var end = tokens.endIndex
    var isQuestion = false
    while end > tokens.startIndex, tokens[end - 1].kind == .mark, [".", "!", "?", ";", ","].contains(tokens[end - 1].normal),
      !endsInitials(tokens[..<end], bytes)
    {
      isQuestion = isQuestion || tokens[end - 1].normal == "?"
      end -= 1
    }
    let view = text[...].utf8
    return Sentence(
      text: text, range: range, words: words(of: tokens[..<end], view, base: range.lowerBound, grammar), isQuestion: isQuestion)
  }

  /// Where what is quoted from there on ends: at the next mark of its kind. A single one is also an apostrophe, and opens
  /// only before a word and closes only after one.
  private static func closingQuote(of open: Int, in tokens: ArraySlice<Token>) -> Int? {
    switch tokens[open].normal {
    case "\"": return tokens[(open + 1)...].firstIndex { $0.normal == "\"" }
    case "'":
      guard tokens[open].followsSpace || tokens[open - 1].normal == "(", open + 1 < tokens.endIndex, !tokens[open + 1].followsSpace else {
        return nil
      }
      return tokens[(open + 1)...].firstIndex { $0.normal == "'" && !$0.followsSpace }.flatMap { close in
        close + 1 == tokens.endIndex || tokens[close + 1].followsSpace || tokens[close + 1].kind == .mark ? close : nil
      }
    default: return nil
    }
  }

  private static func words(of tokens: ArraySlice<Token>, _ text: Substring.UTF8View, base: Int, _ grammar: Grammar) -> [Word] {
    var words: [Word] = []
    var index = tokens.startIndex
    while index < tokens.endIndex {
      let token = tokens[index]
      if let close = closingQuote(of: index, in: tokens), close > index + 1 {
        // Between the marks exactly, but for the white space.
        let inside = slice(text, token.range.upperBound - base..<tokens[close].range.lowerBound - base)
        words.append(
          Word(
            kind: .mark, normal: "\"", written: "\"", range: token.range.lowerBound..<tokens[close].range.upperBound,
            followsSpace: token.followsSpace, quoted: inside.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
        index = close + 1
        continue
      }
      if let number = grammar.morphology.hasDecimalComma ? number(in: tokens[index...], text, base) : nil {
        words.append(number.word)
        index = number.end
        continue
      }
      // “Apollo 11's”, “Leiria F.C.'s”: of a number or a point the mark is a token of its own.
      if token.normal == "'", !token.followsSpace, index > tokens.startIndex,
        tokens[index - 1].kind == .number || tokens[index - 1].normal == ".",
        index + 1 < tokens.endIndex,
        tokens[index + 1].normal == "s", !tokens[index + 1].followsSpace
      {
        let range = token.range.lowerBound..<tokens[index + 1].range.upperBound
        words.append(Word(kind: .word, normal: "'s", written: "'s", range: range, followsSpace: false))
        index += 2
        continue
      }
      if !(token.normal == "." && isSource(tokens, index + 1, grammar.functionWords)) {
        words += Word.words(from: token, in: text, base: base, grammar.morphology)
      }
      index += 1
    }
    return withClitics(words.filter { $0.normal != "¿" && $0.normal != "¡" }, grammar.functionWords)
  }

  /// “mede-se” is one word.
  private static func withClitics(_ words: [Word], _ functionWords: FunctionWords) -> [Word] {
    guard !functionWords[.clitic].isEmpty else { return words }
    var joined: [Word] = []
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      guard index + 1 < words.count, word.kind == .word, words[index].normal == "-", !words[index].followsSpace,
        !words[index + 1].followsSpace, functionWords.contains(words[index + 1].normal, in: .clitic)
      else {
        joined.append(word)
        continue
      }
      let clitic = words[index + 1]
      joined.append(
        Word(
          kind: .word, normal: "\(word.normal)-\(clitic.normal)", written: "\(word.written)-\(clitic.written)",
          range: word.range.lowerBound..<clitic.range.upperBound, followsSpace: word.followsSpace))
      index += 2
    }
    return joined
  }

  /// “1.234,5” is one number where a comma stands before decimals.
  private static func number(in tokens: ArraySlice<Token>, _ text: Substring.UTF8View, _ base: Int) -> (word: Word, end: Int)? {
    guard let first = tokens.first, first.kind == .number else { return nil }
    var end = tokens.startIndex + 1
    while end + 1 < tokens.endIndex, !tokens[end].followsSpace, !tokens[end + 1].followsSpace, tokens[end + 1].kind == .number,
      tokens[end].normal == "," || tokens[end].normal == "."
    {
      end += 2
      if tokens[end - 2].normal == "," { break }
    }
    let written = slice(text, first.range.lowerBound - base..<tokens[end - 1].range.upperBound - base)
    let parts = written.split(separator: ",", omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let areThousands = groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }
    // “31.12.2024” is a day.
    guard parts.count <= 2, groups.count == 1 || areThousands || (parts.count == 1 && end == tokens.startIndex + 1) else { return nil }
    let word = Word(
      kind: .number, normal: written, written: written, range: first.range.lowerBound..<tokens[end - 1].range.upperBound,
      followsSpace: first.followsSpace)
    return (word, end)
  }
}
