extension Learner {
  /// A sentence that would be understood as something else.
  public struct Flip: Hashable, Sendable {
    public let text: String
    /// Nil for a text that is not taught.
    public let exemplar: Exemplar?
    public let before: Prediction.Ranked?
    public let after: Prediction.Ranked?

    /// Whether the taught meaning was found before and no longer is.
    public var isHarm: Bool { exemplar.map { before?.meaning == $0.meaning && after?.meaning != $0.meaning } ?? false }
    /// The other way round.
    public var isHelp: Bool { exemplar.map { before?.meaning != $0.meaning && after?.meaning == $0.meaning } ?? false }
  }

  /// What one more sentence would change, and what was looked at to say so.
  public struct Flips: Hashable, Sendable {
    public let flips: [Flip]
    /// How many taught sentences were asked, each left out, before and after.
    public let checked: Int
    /// How many more there are that were not: they are less like the new sentence than every one that was checked.
    public let unchecked: Int
  }

  /// Which taught sentences would be understood otherwise, each left out of what it is asked of, if one more were taught.
  ///
  /// Those most like the new sentence are asked, since it weighs most in their answers; each answer, before and after, is
  /// exactly the learner's. Of a sentence that was not checked nothing is said: it is less like the new one, yet the new one
  /// may be among its nearest, or may change how noisy its meaning counts.
  ///
  /// - Parameter limit: how many sentences to ask.
  /// - Complexity: two questions for each sentence asked.
  public func flips(ifTaught exemplar: Exemplar, limit: Int = 16, in view: View? = nil) -> Flips {
    let shown = weights(in: view)
    let tokens = Token.tokens(of: exemplar.text)
    let scores = blocks.similarities(to: blocks.query(sentence(tokens, of: exemplar.text)), slotCount: exemplars.count)
    var nearest = Nearest(limit: limit) { exemplars[$0]?.id ?? "" < exemplars[$1]?.id ?? "" }
    var count = 0
    for slot in shown.bySlot.indices where shown.bySlot[slot] > 0 && exemplars[slot]?.id != exemplar.id {
      nearest.offer(scores[slot], slot)
      count += 1
    }
    let checked = nearest.kept.compactMap { exemplars[$0.slot] }.sorted { $0.id < $1.id }
    return Flips(
      flips: flips(of: checked.map { ($0.text, $0) }, ifTaught: exemplar, in: view), checked: checked.count,
      unchecked: count - checked.count)
  }

  /// Which texts would be understood otherwise if one more sentence were taught; exact for each of them.
  public func flips(of texts: [String], ifTaught exemplar: Exemplar, in view: View? = nil) -> [Flip] {
    flips(of: texts.map { ($0, nil) }, ifTaught: exemplar, in: view)
  }

  private func flips(of asked: [(text: String, exemplar: Exemplar?)], ifTaught exemplar: Exemplar, in view: View?) -> [Flip] {
    // A value: teaching a copy leaves this one as it is.
    var taught = self
    taught.teach(exemplar)
    let newView = view.map { old in
      taught.view { $0.id == exemplar.id ? exemplar.weight : old.weigh($0) }
    }
    return asked.compactMap { text, own in
      let left = own.map { [$0.id] } ?? []
      let before = predict(text, without: left, in: view).best
      let after = taught.predict(text, without: left, in: newView).best
      return before?.meaning == after?.meaning ? nil : Flip(text: text, exemplar: own, before: before, after: after)
    }
  }
}
