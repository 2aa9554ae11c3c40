import Lessons
import Reasoning
import TeachingLanguage

/// What neither the grammar nor any example understands.
extension Turn {
  private static let suggestionsMax = 3

  func unread() -> Draft {
    guard !Phrase.words(of: text).isEmpty else {
      return Draft(.askBack, outlook.line("what.to.know"), understood: Understood(.nothing))
    }
    let mentioned = concepts(in: text)
    if let respelled = respelled() { return respelled }
    var draft = Draft(.notTaught, "\(outlook.line("not.understood")) \(outlook.handRaised)", understood: Understood(.nothing))
    draft.answer.raisedHand = text.excerpt
    draft.answer.options = suggestions(about: mentioned)
    draft.answer.starter = mentioned.first.map { outlook.sayer.name($0).capitalised + " " }
    draft.concepts = mentioned
    if !mentioned.isEmpty {
      let known = mentioned.prefix(3).map(\.label).listed(outlook.line("and"))
      draft.answer.text = [
        .text("\(outlook.line("i.know", ["names": known])) \(outlook.handRaised)")
      ]
    }
    return finish(draft, kind: nil)
  }

  /// “Did you mean …?” where one word was misspelt too badly to be read, and the sentence has an answer with the word put right.
  private func respelled() -> Draft? {
    guard case .note(let repair) = sentence.decision else { return nil }
    var options: [Option] = []
    for word in repair.unknownWords.prefix(2) {
      for near in word.nearest.prefix(3) where outlook.isKnown(near) {
        let put = text.replacingFirst(word.written, with: near.label)
        guard put != text, let turn = saying(put), case .question(let question)? = turn.sentence.readings.first?.meaning,
          outlook.answer(question, understood: Understood(.grammar)).answer.kind.isAnswer
        else { continue }
        options.append(Option(near.label, sending: put))
      }
    }
    guard let first = repair.unknownWords.first, !options.isEmpty else { return nil }
    let text = outlook.line(
      "no.such.word", ["word": first.written.excerpt, "names": options.map(\.label).listed(outlook.line("or"))])
    var draft = Draft(.askBack, text, understood: Understood(.guess))
    draft.answer.options = Array(options.prefix(Outlook.optionsMax))
    return draft
  }

  /// Questions about what was mentioned that do have an answer.
  private func suggestions(about concepts: [Concept]) -> [Option] {
    var options: [Option] = []
    for concept in concepts.prefix(Self.suggestionsMax) {
      for standing in outlook.beliefs.claims(about: concept, in: outlook.view) {
        guard case .claim(let claim) = standing.lesson.teaching, options.count < Self.suggestionsMax else { continue }
        let question: Question = claim.property.isBuiltIn ? .whether(claim) : .value(of: claim.subject, property: claim.property)
        let said = outlook.sayer.say(question)
        if !options.contains(where: { $0.text == said }) { options.append(Option(said, sending: said)) }
      }
    }
    return options
  }
}

extension String {
  /// Replaces the first occurrence only.
  fileprivate func replacingFirst(_ old: String, with new: String) -> String {
    guard !old.isEmpty, let range = self.firstRange(of: old) else { return self }
    return replacingCharacters(in: range, with: new)
  }

  private func firstRange(of other: String) -> Range<Index>? {
    indices.lazy.map { self[$0...] }.first { $0.hasPrefix(other) }.map { $0.startIndex..<self.index($0.startIndex, offsetBy: other.count) }
  }

  private func replacingCharacters(in range: Range<Index>, with new: String) -> String {
    self[..<range.lowerBound] + new + self[range.upperBound...]
  }
}
