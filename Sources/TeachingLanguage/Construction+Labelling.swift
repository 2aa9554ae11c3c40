import Lessons
import Understanding

extension Construction {
  /// What an example is about, and why; what tells it of any question.
  static let labelling = [
    labelling("labelling", isNegated: false) { !$0 }, labelling("labelling.asks", isNegated: false) { $0 },
    labelling("labelling.not", isNegated: true) { !$0 }, labelling("labelling.asksNot", isNegated: true) { $0 },
    Construction(
      "examples.about", "utterances", "label",
      build: { parts in
        guard let utterances = parts[0]?.texts, let label = parts[1]?.concept else { return nil }
        return .taught(utterances.map { Taught(.example(Example($0, asks: label))) })
      },
      split: { phrase, _ in
        guard case .example(let example) = phrase.teaching, !example.question.isAsked else { return nil }
        return [.texts([example.utterance]), .concept(example.question)]
      }),
    because("example.because") { !$0 }, because("example.asksBecause") { $0 },
    Construction(
      "example.notBecause", "utterance", "label", "condition",
      build: { parts in
        guard let utterance = parts[0]?.text, holds(parts[2], of: utterance) else { return nil }
        return labelled(parts[1], parts[2], isNegated: true)
      }, split: unsaid),
    Construction(
      "reason", "condition", build: { parts in parts[0]?.textCondition?.speaksOfThem == false ? parts[0] : nil }, split: unsaid),
  ]

  private static func labelled(_ label: Phrase?, _ condition: Phrase?, isNegated: Bool) -> Phrase? {
    guard let label = label?.concept, let condition = condition?.textCondition, condition.isSelfContained, !condition.speaksOfThem else {
      return nil
    }
    return .taught([Taught(.labelling(LabellingFunction(label, isNegated: isNegated, if: condition)))])
  }

  /// - Parameter isSaid: of a label that is asked, “whether a food is allowed”, or of one that questions are about.
  private static func labelling(
    _ name: String, isNegated: Bool, isSaid: @escaping @Sendable (_ isAsked: Bool) -> Bool
  ) -> Construction {
    Construction(
      name, "label", "condition", build: { labelled($0[0], $0[1], isNegated: isNegated) },
      split: { phrase, _ in
        guard case .labelling(let function) = phrase.teaching, function.isNegated == isNegated,
          isSaid(function.label.isAsked)
        else { return nil }
        return [.concept(function.label), .condition(function.condition)]
      })
  }

  /// An example and its reason, in one sentence.
  private static func because(_ name: String, isSaid: @escaping @Sendable (_ isAsked: Bool) -> Bool) -> Construction {
    Construction(
      name, "utterance", "label", "condition",
      build: { parts in
        guard let utterance = parts[0]?.text, let label = parts[1]?.concept,
          case .taught(let reason)? = labelled(parts[1], parts[2], isNegated: false), holds(parts[2], of: utterance)
        else { return nil }
        return .taught([Taught(.example(Example(utterance, asks: label)))] + reason)
      },
      split: { phrase, _ in
        guard let taught = phrase.taught, taught.count == 2, taught.allSatisfy({ $0.qualifiers == .none }),
          case .example(let example) = taught[0].teaching, case .labelling(let function) = taught[1].teaching,
          function.label == example.question, !function.isNegated, isSaid(function.label.isAsked)
        else { return nil }
        return [.text(example.utterance), .concept(example.question), .condition(function.condition)]
      })
  }

  /// A reason that does not hold of its own example was misread or is none. What a lesson alone tells, mentions of things,
  /// cannot be tried here.
  private static func holds(_ condition: Phrase?, of utterance: String) -> Bool {
    guard let condition = condition?.textCondition else { return false }
    return condition.needsMentions || condition.holds(of: MarkedText(utterance))
  }
}
