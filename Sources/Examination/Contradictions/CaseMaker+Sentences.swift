import Lessons
import Reasoning

/// Sentences that people say, and reasons that tell what they ask.
extension CaseMaker {
  private static func example(_ text: String, _ question: String) -> (Teaching, Qualifiers) {
    (.example(Example(text, asks: Concept(question))), .none)
  }

  private static func reason(_ question: String, not: Bool = false, _ word: String) -> (Teaching, Qualifiers) {
    (.labelling(LabellingFunction(Concept(question), isNegated: not, if: .found(TextFinding(.phrase(word), in: .text)))), .none)
  }

  mutating func makeSentences() {
    makeExamples()
    makeReasons()
  }

  private mutating func makeExamples() {
    func allowed(_ names: CaseNames) -> String { "whether a \(names[2]) is allowed" }
    func amount(_ names: CaseNames) -> String { "the \(names[1]) of a \(names[2])" }
    clash(
      .exampleMeanings, "one sentence",
      [Self.example("Can I have \(names[0])?", allowed(names)), Self.example("can i have \(names[0])", amount(names))])
    let (first, second): (String, String) = pick([
      ("What is the \(names[1]) of \(names[0])?", "what's the \(names[1]) of a \(names[0])"),
      ("Can I have \(names[0]) with \(names[3])?", "Please, can I have the \(names[0]) with \(names[3])"),
      ("How much \(names[0]) is in \(names[3])?", "how much \(names[0]) is in the \(names[3])s"),
    ])
    clash(.likeExamples, "words that say nothing", [Self.example(first, allowed(names)), Self.example(second, amount(names))])
    if Int.random(in: 0..<5, using: &random) == 0 {
      clash(
        .likeExamples, "a slip of the keys",
        [
          Self.example("Can I have \(names[0]) at breakfast?", allowed(names)),
          Self.example("Can I have \(names[0]) at brekfast?", amount(names)),
        ])
    }
    innocent(
      .likeExamples, "one word tells them apart",
      [
        Self.example("What is the \(names[1]) of \(names[0])?", amount(names)),
        Self.example("What is the \(names[4]) of \(names[0])?", allowed(names)),
      ])
    innocent(
      .likeExamples, "not",
      [Self.example("Which \(names[0]) can I have?", allowed(names)), Self.example("Which \(names[0]) can't I have?", amount(names))])
    innocent(
      .likeExamples, "who and when",
      [Self.example("Who takes \(names[0])?", allowed(names)), Self.example("When does he take \(names[0])?", amount(names))])
    innocent(
      .exampleMeanings, "the same question twice",
      [Self.example("Is \(names[0]) fine?", allowed(names)), Self.example("is the \(names[0]) fine", allowed(names))])
  }

  private mutating func makeReasons() {
    func allowed(_ names: CaseNames) -> String { "whether a \(names[2]) is allowed" }
    func amount(_ names: CaseNames) -> String { "the \(names[1]) of a \(names[2])" }
    clash(
      .reasonAgainstExample, "a reason tells another question",
      [Self.reason(amount(names), names[3]), Self.example("May I have some \(names[3]) today?", allowed(names))])
    clash(
      .reasonAgainstExample, "a reason denies the question",
      [Self.reason(allowed(names), not: true, names[3]), Self.example("May I have some \(names[3]) today?", allowed(names))])
    innocent(
      .reasonAgainstExample, "a topic is no question",
      [Self.reason(names[4], names[3]), Self.example("May I have some \(names[3]) today?", allowed(names))])
    innocent(
      .reasonAgainstExample, "the word is not there",
      [Self.reason(amount(names), names[4]), Self.example("May I have some \(names[3]) today?", allowed(names))])
    innocent(
      .reasonAgainstExample, "they agree",
      [Self.reason(allowed(names), names[3]), Self.example("May I have some \(names[3]) today?", allowed(names))])
  }
}
