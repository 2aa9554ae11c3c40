internal import Lessons

/// The formal notation of the ProofWriter sets: `("Bob" "is" "cold" "+")`, and for a rule
/// `((("something" "is" "kind" "+") ("something" "is" "rough" "-")) -> ("something" "is" "red" "+"))`.
///
/// The last string is the sign: `+` affirmed, `-` denied, `~` not known. “something” and “someone” are variables.
///
/// Source: Tafjord, Dalvi, Clark, *ProofWriter* (2021), the field `representation` of its files.
struct TheoryNotation {
  private indirect enum Expression {
    case text(String)
    case list([Expression])
  }

  private static let depthMax = 8  // lists within lists

  private var rest: Substring

  static func literal(_ text: String) throws(TheoryFault) -> Literal {
    try literal(parse(text))
  }

  static func implication(_ text: String) throws(TheoryFault) -> Implication {
    guard case .list(let parts) = try parse(text), parts.count == 3, case .list(let body) = parts[0], case .text("->") = parts[1]
    else { throw TheoryFault("“\(text)” is no rule such as ((conditions) -> conclusion)") }
    var conditions: [Literal] = []
    for part in body { conditions.append(try literal(part)) }
    return Implication(conditions, try literal(parts[2]))
  }

  private static func literal(_ expression: Expression) throws(TheoryFault) -> Literal {
    guard case .list(let parts) = expression, parts.count == 4 else { throw TheoryFault("a statement has four parts in brackets") }
    var words: [String] = []
    for part in parts { if case .text(let word) = part { words.append(word) } }
    guard words.count == 4 else { throw TheoryFault("the parts of a statement are strings") }
    let sign: Literal.Sign
    switch words[3] {
    case "+": sign = .affirmed
    case "-": sign = .denied
    case "~": sign = .notKnown
    default: throw TheoryFault("“\(words[3])” is no sign: +, - or ~")
    }
    return Literal(term(words[0]), Concept(words[1]), term(words[2]), sign)
  }

  private static func term(_ word: String) -> Term {
    ["something", "someone"].contains(word.lowercased()) ? .x : .concept(Concept(word))
  }

  // MARK: Brackets

  private static func parse(_ text: String) throws(TheoryFault) -> Expression {
    var notation = TheoryNotation(rest: text[...])
    let whole = try notation.expression(depth: 0)
    notation.skipBlanks()
    guard notation.rest.isEmpty else { throw TheoryFault("“\(notation.rest)” follows the end") }
    return whole
  }

  private mutating func skipBlanks() { rest = rest.drop(while: \.isWhitespace) }

  private mutating func expression(depth: Int) throws(TheoryFault) -> Expression {
    skipBlanks()
    guard depth < Self.depthMax else { throw TheoryFault("too many brackets within each other") }
    switch rest.first {
    case "(":
      rest.removeFirst()
      var parts: [Expression] = []
      while true {
        skipBlanks()
        if rest.first == ")" {
          rest.removeFirst()
          return .list(parts)
        }
        parts.append(try expression(depth: depth + 1))
      }
    case "\"":
      rest.removeFirst()
      let word = rest.prefix { $0 != "\"" }
      rest = rest.dropFirst(word.count)
      guard rest.first == "\"" else { throw TheoryFault("a string does not end") }
      rest.removeFirst()
      return .text(String(word))
    case nil: throw TheoryFault("a bracket is not closed")
    default:
      let word = rest.prefix { !$0.isWhitespace && $0 != "(" && $0 != ")" && $0 != "\"" }
      guard !word.isEmpty else { throw TheoryFault("“\(rest.prefix(1))” begins nothing") }
      rest = rest.dropFirst(word.count)
      return .text(String(word))
    }
  }
}
