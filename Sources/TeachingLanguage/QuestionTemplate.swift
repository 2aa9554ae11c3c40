public import Lessons

/// What people ask in many ways, as a question with a gap: “whether a food is allowed”.
public struct QuestionTemplate: Hashable, Sendable {
  /// With the slot's kind standing where the thing goes.
  public let question: Question
  /// The kind of thing that fills it: food. Nil: the question is whole.
  public let slot: Concept?

  public func filled(with concept: Concept) -> Question {
    guard let slot else { return question }
    switch question {
    case .value(let subject, let property): return .value(of: subject == slot ? concept : subject, property: property)
    case .amount(let property, let quantity, let subject):
      return .amount(property: property, in: quantity, of: subject == slot ? concept : subject)
    case .whether(let claim):
      return .whether(Claim(claim.subject == slot ? concept : claim.subject, claim.property, claim.value, isNegated: claim.isNegated))
    case .measures(let subject, let property, let range): return .measures(subject == slot ? concept : subject, property: property, range)
    case .meaning(let subject): return .meaning(of: subject == slot ? concept : subject)
    case .contrast(let contrast):
      return .contrast(
        Contrast(
          contrast.property, of: contrast.subject == slot ? concept : contrast.subject, contrast.relation, contrast.factor,
          of: contrast.other))
    case .which, .extreme, .taught: return question
    }
  }
}

extension Reader {
  /// Reads an indirect question; nil where it is in words that the grammar does not know.
  public func questionTemplate(of questionKind: Concept, vocabulary: Vocabulary) -> QuestionTemplate? {
    let reader = reading(in: grammars[grammars.language(of: questionKind.label)])
    return reader.ownTemplate(of: questionKind, vocabulary: vocabulary)
  }

  private func ownTemplate(of questionKind: Concept, vocabulary: Vocabulary) -> QuestionTemplate? {
    guard let sentence = SentenceSplitter.sentences(of: questionKind.label, grammar).first, sentence.words.count <= Chart.wordsMax,
      sentence.range.upperBound == questionKind.label.utf8.count
    else { return nil }
    var chart = Chart(
      grammar: grammar,
      scanner: Scanner(sentence: sentence, grammar: grammar, vocabulary: vocabulary, context: ReadingContext()))
    guard let best = readings(["question.indirect"], in: &chart).first, case .question(let question) = best.meaning else { return nil }
    guard let subject = question.subject else { return QuestionTemplate(question: question, slot: nil) }
    let isGeneral = best.spans.contains { span in
      switch span.kind {
      case .concept(subject, _), .new(subject, _):
        let written = slice(
          sentence.text[...].utf8, span.range.lowerBound - sentence.range.lowerBound..<span.range.upperBound - sentence.range.lowerBound)
        let words = written.lowercased().split(separator: " ").map(String.init)
        return words.first.map { grammar.functionWords.contains($0, in: .indefinite) } == true
          || words.last.map(grammar.morphology.looksPlural) == true
      default: return false
      }
    }
    return QuestionTemplate(question: question, slot: isGeneral ? subject : nil)
  }
}

extension Question {
  /// What is asked about, where it is one thing.
  var subject: Concept? {
    switch self {
    case .value(let subject, _), .amount(_, _, let subject), .measures(let subject, _, _), .meaning(let subject): subject
    case .whether(let claim): claim.subject
    case .contrast(let contrast): contrast.subject
    case .which, .extreme, .taught: nil
    }
  }
}
