internal import Lessons

/// The sentences that the makers of the sets print their formal statements as. Each has one reading; anything else is
/// refused, since here nobody is asked what they meant.
///
///     Bob is cold.   The cat does not eat the squirrel.   All red, cold things are round.   Every rompus is an impus.
///     If someone sees the cat and they are not green then they see the cow.
///
/// Source: Clark, Tafjord, Richardson, *Transformers as Soft Reasoners* (2020), section 3; Saparov and He, *Language
/// Models Are Greedy Reasoners* (ProntoQA, 2023), section 4.
struct TheorySentence {
  enum Meaning {
    case fact(Literal)
    case rule(Implication)
  }

  /// What “it” and “they” stand for within one sentence.
  private var anaphor: Term?

  static func meaning(of sentence: String, in world: Theory.World) throws(TheoryFault) -> Meaning {
    var reader = TheorySentence()
    let words = sentence.split(whereSeparator: { $0.isWhitespace || $0 == "." }).map(String.init)
    do throws(TheoryFault) {
      return try reader.meaning(of: words, in: world)
    } catch {
      throw TheoryFault("“\(sentence)”: \(error.reason)")
    }
  }

  private mutating func meaning(of words: [String], in world: Theory.World) throws(TheoryFault) -> Meaning {
    guard let first = words.first else { throw TheoryFault("it is empty") }
    if first == "If" {
      guard let then = words.firstIndex(of: "then") else { throw TheoryFault("there is no “then”") }
      var body: [Literal] = []
      for part in words[1..<then].split(separator: "and") { body.append(try clause(Array(part), after: body.last)) }
      let head = try clause(Array(words[(then + 1)...]), after: nil)
      return .rule(Implication(body.map { $0.asCondition(in: world) }, head))
    }
    if let verb = words.firstIndex(where: { $0 == "are" || $0 == "is" }), isGeneric(words[..<verb]) {
      let body = try kinds(words[..<verb]).map { property(of: .x, $0, .affirmed) }
      let (quality, isDenied) = try predicate(words[(verb + 1)...])
      return .rule(Implication(body, property(of: .x, quality, isDenied ? .denied : .affirmed)))
    }
    return .fact(try clause(words, after: nil))
  }

  /// “All red things”, “Rough people”, “Every rompus”, “Rompuses”; not “The cat”, “Bob”.
  private func isGeneric(_ subject: ArraySlice<String>) -> Bool {
    guard let first = subject.first, let last = subject.last else { return false }
    return ["All", "Every", "Each"].contains(first) || ["things", "people"].contains(last) || (subject.count == 1 && first.isPluralKind)
  }

  /// “Red, cold things”, “Every rompus”, “Rompuses”: what must hold of the thing.
  private func kinds(_ subject: ArraySlice<String>) throws(TheoryFault) -> [String] {
    var kinds = subject
    if ["All", "Every", "Each"].contains(kinds.first) { kinds.removeFirst() }
    if ["things", "people"].contains(kinds.last) {
      kinds.removeLast()
    } else if kinds.count > 1 {
      throw TheoryFault("it speaks of too much")
    }
    guard !kinds.isEmpty, kinds.dropLast().allSatisfy({ $0.hasSuffix(",") }) else { throw TheoryFault("it is unclear what it speaks of") }
    return kinds.map(\.trimmed)
  }

  /// “not cold”, “an impus”: one word, and whether it is denied.
  private func predicate(_ words: ArraySlice<String>) throws(TheoryFault) -> (word: String, isDenied: Bool) {
    var rest = words
    let isDenied = rest.first == "not"
    if isDenied { rest.removeFirst() }
    if ["a", "an"].contains(rest.first) { rest.removeFirst() }
    guard let word = rest.first, rest.count == 1 else { throw TheoryFault("“\(words.joined(separator: " "))” is not one quality") }
    return (word, isDenied)
  }

  /// - Parameter last: the clause before, whose subject one like “cold” or “not green” shares.
  private mutating func clause(_ words: [String], after last: Literal?) throws(TheoryFault) -> Literal {
    guard let end = words.last else { throw TheoryFault("a clause is empty") }
    guard words.count > 2 || (words.count == 2 && words[0] != "not") else {
      guard let last else { throw TheoryFault("“\(end)” has no subject") }
      return property(of: last.pattern.subject, end.trimmed, words.count == 2 ? .denied : .affirmed)
    }
    var rest = words[...]
    let subject = try noun(&rest)
    if anaphor == nil || subject == .x { anaphor = subject }
    switch rest.first {
    case "is", "are":
      let (quality, isDenied) = try predicate(rest.dropFirst())
      return property(of: subject, quality, isDenied ? .denied : .affirmed)
    case "does", "do":
      guard rest.dropFirst().first == "not", rest.count > 3 else { throw TheoryFault("“does” without “not”") }
      rest.removeFirst(2)
      let verb = rest.removeFirst()
      return Literal(subject, Concept(verb), try lastNoun(&rest), .denied)
    case let verb?:
      rest.removeFirst()
      return Literal(subject, Concept(verb.hasSuffix("s") ? String(verb.dropLast()) : verb), try lastNoun(&rest), .affirmed)
    case nil: throw TheoryFault("there is no verb")
    }
  }

  private func lastNoun(_ words: inout ArraySlice<String>) throws(TheoryFault) -> Term {
    let noun = try noun(&words)
    guard words.isEmpty else { throw TheoryFault("“\(words.joined(separator: " "))” is one thing too many") }
    return noun
  }

  private func noun(_ words: inout ArraySlice<String>) throws(TheoryFault) -> Term {
    guard let first = words.popFirst() else { throw TheoryFault("a noun is missing") }
    switch first.lowercased() {
    case "something", "someone": return .x
    case "it", "they", "them":
      guard let anaphor else { throw TheoryFault("nothing is meant by “\(first)”") }
      return anaphor
    case "the":
      let verbs: Set = ["is", "does", "are"]
      var name = ""
      // A name is all words up to the verb; verbs other than “is” and “does” end in s.
      while let word = words.first, !verbs.contains(word), name.isEmpty || !word.hasSuffix("s") {
        name += name.isEmpty ? word : " \(word)"
        words.removeFirst()
      }
      guard !name.isEmpty else { throw TheoryFault("nothing follows “the”") }
      return .concept(Concept(name))
    default:
      guard first.first?.isUppercase == true, first.allSatisfy(\.isLetter) else { throw TheoryFault("“\(first)” is no name") }
      return .concept(Concept(first))
    }
  }

  private func property(of subject: Term, _ word: String, _ sign: Literal.Sign) -> Literal {
    Literal(subject, "is", .concept(Concept(word.isPluralKind ? String(word.dropLast(2)).lowercased() : word.lowercased())), sign)
  }
}

extension Literal {
  /// Where the world is closed, a condition that something is not so asks that it does not follow.
  fileprivate func asCondition(in world: Theory.World) -> Literal {
    guard world == .closed, sign == .denied else { return self }
    return Literal(pattern.subject, pattern.property, pattern.object, .notKnown)
  }
}

extension String {
  fileprivate var trimmed: String { hasSuffix(",") ? String(dropLast()) : self }
  /// ProntoQA's made-up kinds: rompuses, impuses.
  fileprivate var isPluralKind: Bool { hasSuffix("uses") }
}
