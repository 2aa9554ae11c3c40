import Lessons

/// An answer in the making, with what the next turn and the guidelines need to know of it.
struct Draft {
  var answer: Answer
  /// What it claims, so that “it is 48, not 51” can correct it.
  var claim: Claim?
  /// Whether its words give a number that a guideline may forbid.
  var saysNumber = false
  /// What the question mentions.
  var concepts: [Concept] = []

  init(_ kind: Answer.Kind, _ text: [Part], understood: Understood, asked: Question? = nil) {
    answer = Answer(kind, text, understood: understood, asked: asked)
  }

  init(_ kind: Answer.Kind, _ text: String, understood: Understood, asked: Question? = nil) {
    self.init(kind, [.text(text)], understood: understood, asked: asked)
  }
}

extension Question {
  /// Every concept that the question names.
  var concepts: [Concept] {
    switch self {
    case .value(let subject, let property), .amount(let property, _, let subject), .measures(let subject, let property, _):
      [subject, property]
    case .whether(let claim): [claim.subject, claim.property, claim.value.concept].compactMap { $0 }.filter { !$0.isBuiltIn }
    case .which(let kind, let conditions): (kind.map { [$0] } ?? []) + conditions.flatMap(\.concepts)
    case .contrast(let contrast): [contrast.subject, contrast.property, contrast.other]
    case .extreme(let extreme): [extreme.kind, extreme.property].compactMap(\.self) + extreme.among
    case .meaning(let concept), .taught(let concept): [concept]
    }
  }

  /// What it is about, where that is one thing.
  var subject: Concept? {
    switch self {
    case .value(let subject, _), .amount(_, _, let subject), .measures(let subject, _, _), .meaning(let subject): subject
    case .whether(let claim): claim.subject
    case .which(let kind, _): kind
    case .contrast(let contrast): contrast.subject
    case .extreme(let extreme): extreme.kind
    case .taught: nil
    }
  }

  /// The same question with one concept in the place of another.
  func replacing(_ old: Concept, with new: Concept) -> Question {
    func swap(_ concept: Concept) -> Concept { concept == old ? new : concept }
    return switch self {
    case .value(let subject, let property): .value(of: swap(subject), property: swap(property))
    case .amount(let property, let quantity, let subject): .amount(property: swap(property), in: quantity, of: swap(subject))
    case .whether(let claim):
      .whether(
        Claim(
          swap(claim.subject), swap(claim.property), claim.value.concept.map { .concept(swap($0)) } ?? claim.value,
          isNegated: claim.isNegated))
    case .measures(let subject, let property, let range): .measures(swap(subject), property: swap(property), range)
    case .which(let kind, let conditions): .which(kind: kind.map(swap), conditions.map { $0.replacing(old, with: new) })
    case .contrast(let contrast):
      .contrast(
        Contrast(swap(contrast.property), of: swap(contrast.subject), contrast.relation, contrast.factor, of: swap(contrast.other)))
    case .extreme(let extreme):
      .extreme(
        Extreme(
          swap(extreme.property), isGreatest: extreme.isGreatest, kind: extreme.kind.map(swap), among: extreme.among.map(swap)))
    case .meaning(let concept): .meaning(of: swap(concept))
    case .taught: self
    }
  }
}

extension Condition {
  var concepts: [Concept] {
    switch self {
    case .pattern(let pattern):
      [pattern.subject.concept, pattern.property, pattern.object.concept].compactMap { $0 }.filter { !$0.isBuiltIn }
    case .measure(let term, let property, _): [term.concept, property].compactMap { $0 }
    case .comparison(let comparison): comparison.leaves.flatMap(\.named)
    }
  }

  func replacing(_ old: Concept, with new: Concept) -> Condition {
    func swap(_ term: Term) -> Term { term.concept == old ? .concept(new) : term }
    func swap(_ concept: Concept) -> Concept { concept == old ? new : concept }
    return switch self {
    case .pattern(let pattern):
      .pattern(Pattern(swap(pattern.subject), swap(pattern.property), swap(pattern.object), isNegated: pattern.isNegated))
    case .measure(let term, let property, let range): .measure(swap(term), swap(property), range)
    case .comparison: self
    }
  }
}

extension Formula {
  /// What a leaf names.
  fileprivate var named: [Concept] {
    switch self {
    case .property(let property): [property]
    case .aggregate(let aggregate): [aggregate.property, aggregate.relation, aggregate.kind].compactMap { $0 }.filter { !$0.isBuiltIn }
    case .quantity, .plus, .minus, .times, .over: []
    }
  }
}

extension Term {
  var concept: Concept? { if case .value(.concept(let concept)) = self { concept } else { nil } }
}

extension Concept {
  /// Whether the machine knows it without being taught.
  var isBuiltIn: Bool { self == .isA || self == .contains }
}
