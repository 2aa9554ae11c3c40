import Lessons

/// What a rule of the grammar means: how its parts make a meaning, and how a meaning falls into such parts again.
struct Construction: Sendable {
  let name: String
  let slots: [String]
  /// No meaning where the parts do not fit together; several where the words are ambiguous.
  let build: @Sendable ([Phrase?], Grammar) -> [Phrase]
  /// Nil where the meaning is not of this form.
  let split: @Sendable (Phrase, Sayer) -> [Phrase?]?

  init(
    _ name: String, _ slots: String..., build: @escaping @Sendable ([Phrase?]) -> Phrase?,
    split: @escaping @Sendable (Phrase, Sayer) -> [Phrase?]?
  ) {
    self.init(name, slots: slots, build: build, split: split)
  }

  init(
    _ name: String, slots: [String], build: @escaping @Sendable ([Phrase?]) -> Phrase?,
    split: @escaping @Sendable (Phrase, Sayer) -> [Phrase?]?
  ) {
    self.name = name
    self.slots = slots
    self.build = { parts, _ in build(parts).map { [$0] } ?? [] }
    self.split = split
  }

  /// - Parameter reading: where the words of the language matter.
  init(
    _ name: String, _ slots: String..., reading: @escaping @Sendable ([Phrase?], Grammar) -> Phrase?,
    split: @escaping @Sendable (Phrase, Sayer) -> [Phrase?]?
  ) {
    self.name = name
    self.slots = slots
    self.build = { parts, grammar in reading(parts, grammar).map { [$0] } ?? [] }
    self.split = split
  }

  init(ambiguous name: String, _ slots: String..., build: @escaping @Sendable ([Phrase?]) -> [Phrase]) {
    self.name = name
    self.slots = slots
    self.build = { parts, _ in build(parts) }
    self.split = { _, _ in nil }
  }

  static let all: [String: Construction] = Dictionary(
    uniqueKeysWithValues: [
      general, qualifying, hedging, naming, claiming, measuring, computing, comparing, ruling, rulingOfSome, choosing, relating, guiding,
      phrasing, acting, linking, dating, disjoining, wording, wordingParts, labelling, asking, talking, excepting, quantifying, obliging,
      contrasting, proceeding,
    ].flatMap { $0 }.map { ($0.name, $0) })

  /// Not said in this form.
  static let unsaid: @Sendable (Phrase, Sayer) -> [Phrase?]? = { _, _ in nil }

  static let general = [
    Construction("same", "phrase", build: { $0[0] }, split: { phrase, _ in [phrase] }),
    Construction("nothing", build: { _ in .nothing }, split: unsaid),
    Construction("list", "first", "rest", build: joined, split: firstAndRest),
  ]

  private static let joined: @Sendable ([Phrase?]) -> Phrase? = { parts in
    guard let first = parts[0] else { return nil }
    guard let rest = parts[1] else {
      if case .concept(let concept) = first { return .concepts([concept]) }
      return first.values.map { .values($0) }
    }
    if let one = first.concepts, let others = rest.concepts { return .concepts(one + others) }
    // “more than 48 and less than 54” is one range and no list.
    guard let one = first.values, let others = rest.values else { return nil }
    let all = one + others
    // “51 and yellow” are no values of one property.
    guard !all.contains(where: { $0.quantity == nil && $0.range != nil }), Set(all.map { $0.range == nil }).count == 1 else { return nil }
    return .values(all)
  }

  private static let firstAndRest: @Sendable (Phrase, Sayer) -> [Phrase?]? = { phrase, _ in
    if let concepts = phrase.concepts, let first = concepts.first {
      let rest = Array(concepts.dropFirst())
      return [.concept(first), rest.isEmpty ? nil : rest.count == 1 ? .concept(rest[0]) : .concepts(rest)]
    }
    if case .values(let values) = phrase, let first = values.first {
      let rest = Array(values.dropFirst())
      return [single(first), rest.isEmpty ? nil : rest.count == 1 ? single(rest[0]) : .values(rest)]
    }
    return nil
  }

  /// A value as the part that says it: a name, a text or a number.
  static func single(_ value: Value) -> Phrase {
    switch value {
    case .concept(let concept): .concept(concept)
    case .text(let text): .text(text)
    case .quantity, .range: .value(value)
    }
  }
}
