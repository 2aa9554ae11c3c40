/// Reads the text of a grammar into rules with patterns; options and alternatives are written out.
struct GrammarParser {
  enum Part: Hashable { case word(String), slot(name: String, category: String) }

  struct Pattern {
    let line: Int
    let cost: Double
    let variants: [[Part]]
  }

  struct Rule {
    let number: Int
    let category: String
    let construction: String
    let slots: [String]
    var patterns: [Pattern] = []
  }

  static let variantsMax = 4000  // of one pattern

  private(set) var language = "en"
  private(set) var reserved: Set<String> = []
  private(set) var lists: [FunctionWords.List: [String]] = [:]
  private(set) var units: [FunctionWords.UnitWords] = []
  private(set) var sentences: [String: String] = [:]
  private(set) var cautions: [String: String] = [:]

  mutating func parse(_ text: String) throws(GrammarError) -> [Rule] {
    var rules: [Rule] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let number = index + 1
      let content = line.drop { $0 == " " }
      if content.isEmpty || content.hasPrefix("#") { continue }
      if line.hasPrefix(" ") {
        guard let last = rules.indices.last else { throw GrammarError(line: number, reason: "a pattern comes after its rule") }
        rules[last].patterns.append(try Self.pattern(content, number))
      } else if let colon = line.firstIndex(of: ":"), !line[..<colon].contains("=") {
        try list(line[..<colon], line[line.index(after: colon)...].drop { $0 == " " }, number)
      } else {
        rules.append(try Self.rule(line, number))
      }
    }
    return rules
  }

  /// `reserved: a an the`, `month: january february`, `unit g: gram, grams, gr`, `sentence unread: I could not read this.`
  private mutating func list(_ key: Substring, _ text: Substring, _ number: Int) throws(GrammarError) {
    let words = text.split(separator: " ").map(String.init)
    let parts = key.split(separator: " ", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count) {
    case ("language", 1): language = String(text)
    case ("reserved", 1): reserved.formUnion(words)
    case ("unit", 2), ("measure", 2):
      let names = text.split(separator: ",").map { String($0.drop { $0 == " " }) }
      guard names.count >= 2 else { throw GrammarError(line: number, reason: "a unit has a name for one and one for many") }
      units.append(
        FunctionWords.UnitWords(
          code: parts[1], one: names[0], many: names[1], others: Array(names.dropFirst(2)), isSaid: parts[0] == "measure"))
    case ("sentence", 2): sentences[parts[1]] = String(text)
    case ("caution", 2): for word in parts[1].split(separator: "|") { cautions[String(word)] = String(text) }
    default:
      guard let list = FunctionWords.List(rawValue: String(key)) else {
        throw GrammarError(line: number, reason: "there is no list “\(key)”")
      }
      lists[list, default: []] += words
    }
  }

  /// `category = construction(slot, slot)`
  private static func rule(_ line: Substring, _ number: Int) throws(GrammarError) -> Rule {
    guard let equals = line.firstRange(of: " = "), let open = line.firstIndex(of: "("), line.hasSuffix(")") else {
      throw GrammarError(line: number, reason: "a rule is written: category = construction(slot, slot)")
    }
    let slots = line[line.index(after: open)...].dropLast().split(separator: ",").map { String($0.drop { $0 == " " }) }
    return Rule(
      number: number, category: String(line[..<equals.lowerBound]), construction: String(line[equals.upperBound..<open]), slots: slots)
  }

  private static func pattern(_ text: Substring, _ line: Int) throws(GrammarError) -> Pattern {
    var rest = text
    var cost = 0.0
    if let space = text.firstIndex(of: " "), let number = Double(text[..<space]) {
      cost = number
      rest = text[space...]
    }
    var reader = PatternReader(rest, line: line)
    return Pattern(line: line, cost: cost, variants: try reader.variants())
  }
}

/// A recursive-descent reader of one pattern.
private struct PatternReader {
  private enum Sign: Hashable { case open, close, optionOpen, optionClose, tightBar, slash, part(GrammarParser.Part) }

  private var signs: [Sign] = []
  private var position = 0
  private let line: Int

  init(_ text: Substring, line: Int) {
    self.line = line
    var word = ""
    var isEscaped = false
    var slot: String?
    for character in text {
      if let inside = slot {
        if character == "}" {
          let parts = inside.split(separator: ":", maxSplits: 1).map(String.init)
          signs.append(.part(.slot(name: parts[0], category: parts.last ?? parts[0])))
          slot = nil
        } else {
          slot = inside + String(character)
        }
        continue
      }
      if isEscaped {
        word.append(character)
        isEscaped = false
        continue
      }
      let sign: Sign? =
        switch character {
        case "(": .open
        case ")": .close
        case "[": .optionOpen
        case "]": .optionClose
        case "|": .tightBar
        case "/": .slash
        default: nil
        }
      guard sign != nil || character == " " || character == "{" || character == "\\" else {
        word.append(character)
        continue
      }
      if character == "\\" {
        isEscaped = true
        continue
      }
      if !word.isEmpty { signs.append(.part(.word(word))) }
      word = ""
      if let sign { signs.append(sign) }
      if character == "{" { slot = "" }
    }
    if !word.isEmpty { signs.append(.part(.word(word))) }
  }

  mutating func variants() throws(GrammarError) -> [[GrammarParser.Part]] {
    let variants = try sequence()
    guard position == signs.count else { throw GrammarError(line: line, reason: "a bracket is closed that was not opened") }
    return variants
  }

  private mutating func sequence() throws(GrammarError) -> [[GrammarParser.Part]] {
    var variants: [[GrammarParser.Part]] = [[]]
    while position < signs.count, ![.close, .optionClose, .slash].contains(signs[position]) {
      let choices = try tight()
      // The plainest comes first: without the options, the first of each alternative.
      variants = variants.flatMap { prefix in choices.map { prefix + $0 } }
      guard variants.count <= GrammarParser.variantsMax else { throw GrammarError(line: line, reason: "too many alternatives") }
    }
    return variants
  }

  /// `a|an`
  private mutating func tight() throws(GrammarError) -> [[GrammarParser.Part]] {
    var choices = try atom()
    while position < signs.count, signs[position] == .tightBar {
      position += 1
      choices += try atom()
    }
    return choices
  }

  private mutating func atom() throws(GrammarError) -> [[GrammarParser.Part]] {
    guard position < signs.count else { throw GrammarError(line: line, reason: "something is missing at the end") }
    let sign = signs[position]
    position += 1
    switch sign {
    case .part(let part): return [[part]]
    case .open: return try group(until: .close)
    case .optionOpen: return [[]] + (try group(until: .optionClose))
    case .close, .optionClose, .tightBar, .slash: throw GrammarError(line: line, reason: "a sign stands where a word is expected")
    }
  }

  private mutating func group(until end: Sign) throws(GrammarError) -> [[GrammarParser.Part]] {
    var choices = try sequence()
    while position < signs.count, signs[position] == .slash {
      position += 1
      choices += try sequence()
    }
    guard position < signs.count, signs[position] == end else { throw GrammarError(line: line, reason: "a bracket is not closed") }
    position += 1
    return choices
  }
}
