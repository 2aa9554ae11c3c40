extension Learner {
  /// A part of a message that means something by itself.
  public struct Segment: Hashable, Sendable {
    /// UTF-8 offsets in the message.
    public let range: Range<Int>
    public let text: String
    public let prediction: Prediction
  }

  /// The meanings of a message: its parts where each is understood by itself, else the whole as one.
  ///
  /// A message may be parted at the end of a sentence, at a comma before a question word, and at a conjunction. It is parted
  /// there when both sides are understood, mean different things, and neither is understood less well than the whole by more
  /// than a little: what people say in one breath is mostly one thing.
  ///
  /// - Parameters:
  ///   - joints: conjunctions; without them no word parts a message.
  ///   - questionWords: after a comma, they begin a new part.
  ///   - thresholds: what it takes to be understood.
  ///   - noneOfOurs: the meaning of what is none of ours; it is never a part.
  /// - Complexity: a question for each part that the message could be cut to, and one for the whole.
  public func segments(
    of message: String, joints: Set<String> = CommonWords.englishJoints, questionWords: Set<String> = CommonWords.englishQuestionWords,
    thresholds: Thresholds = Thresholds(), noneOfOurs: String? = nil, in view: View? = nil
  ) -> [Segment] {
    let whole = Segment(range: 0..<message.utf8.count, text: message, prediction: predict(message, in: view))
    let cuts = Segmentation(message, joints: joints, questionWords: questionWords).parts
    guard cuts.count > 1 else { return [whole] }
    let floor = max(thresholds.confidenceMin, whole.prediction.confidence - Self.lossMax)
    // From the left: a part grows until it and all that follows it can stand by themselves.
    var segments: [Segment] = []
    var current = segment(message, cuts[0], view)
    for cut in cuts.dropFirst() {
      let next = segment(message, cut, view)
      let meanings = [current, next].map(\.prediction.best?.meaning)
      let areUnderstood = [current, next].allSatisfy { part in
        part.prediction.confidence >= floor && part.prediction.best?.meaning != noneOfOurs
          && part.prediction.margin >= thresholds.marginMin
      }
      if areUnderstood, meanings[0] != meanings[1] {
        segments.append(current)
        current = next
      } else {
        current = segment(message, current.range.lowerBound..<cut.upperBound, view)
      }
    }
    segments.append(current)
    return segments.count > 1 ? segments : [whole]
  }

  /// How much less sure a part may be than the whole.
  private static var lossMax: Double { 0.25 }

  private func segment(_ message: String, _ range: Range<Int>, _ view: View?) -> Segment {
    let text = String(decoding: Array(message.utf8)[range], as: UTF8.self)
    return Segment(range: range, text: text, prediction: predict(text, in: view))
  }
}

/// Where a message could be cut: the parts between, without the words and marks that part them.
struct Segmentation {
  /// UTF-8 offsets; each holds a word.
  private(set) var parts: [Range<Int>] = []
  private static let partsMax = 8

  init(_ message: String, joints: Set<String>, questionWords: Set<String>) {
    let tokens = Token.tokens(of: message)
    var open: Range<Int>?
    var words = 0
    func close(_ parts: inout [Range<Int>]) {
      if let range = open, words > 0 { parts.append(range) }
      open = nil
      words = 0
    }
    for (place, token) in tokens.enumerated() {
      let next = place + 1 < tokens.count ? tokens[place + 1] : nil
      let endsSentence = [".", "?", "!", ";", "…"].contains(token.normal) && next?.followsSpace ?? true
      let parts = joints.contains(token.normal) || token.normal == "," && next.map { questionWords.contains($0.normal) } ?? false
      if parts, self.parts.count < Self.partsMax - 1 {
        close(&self.parts)
        continue
      }
      open = (open?.lowerBound ?? token.range.lowerBound)..<token.range.upperBound
      if token.kind != .mark { words += 1 }
      if endsSentence, self.parts.count < Self.partsMax - 1 { close(&self.parts) }
    }
    close(&parts)
  }
}

extension CommonWords {
  /// English words that may join two questions in one message.
  public static let englishJoints: Set<String> = ["and", "also", "plus", "then"]

  /// English words that begin a question.
  public static let englishQuestionWords: Set<String> = [
    "what", "who", "when", "where", "why", "how", "which", "can", "could", "do", "does", "did", "is", "are", "will", "would", "should",
    "may", "what's", "who's", "where's", "how's", "please",
  ]
}
