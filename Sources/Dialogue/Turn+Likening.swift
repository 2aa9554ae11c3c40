import Lessons
import TeachingLanguage
import Understanding

/// What a sentence was heard as by the learner.
struct Heard {
  let prediction: Prediction
  let outcome: Outcome
  /// The sentence as it was compared with taught ones.
  let text: String
  /// A thing mentioned that was compared as another: “banana” as “cake”.
  let standIn: Understood.Repair?
  /// The question kinds that taught reasons tell, and by which lessons.
  var told: [Concept] = []
  var because: [StandingLesson] = []
}

/// “Can I have a banana?” is like “can I have cake?” with a banana for the cake, and nothing else is different.
///
/// Taught sentences are few and each names some thing; what is asked does not depend on which. So where a sentence as it
/// stands is like none, the thing that it names is put aside for one that the nearest taught sentences name.
extension Turn {
  private static let nearestTried = 4
  private static let standInsMax = 2

  /// - Parameter minded: the only question kinds of interest, by key; where none of them is near, no more is tried. Nil: any.
  func heard(minding minded: Set<String>? = nil) -> Heard {
    let prediction = outlook.predict(text)
    let plain = Heard(prediction: prediction, outcome: outlook.outcome(of: prediction), text: text, standIn: nil)
    if let minded, minded.isDisjoint(with: prediction.ranked.prefix(3).map(\.meaning)) { return plain }
    guard !plain.isSure, let thing = thing(besides: prediction) else { return plain }
    let likened = standIns(for: thing.concept, near: prediction).map { other in
      let likened = text.replacing(thing.range, with: other)
      let prediction = outlook.predict(likened)
      return Heard(
        prediction: prediction, outcome: outlook.outcome(of: prediction), text: likened, standIn: .init(written: thing.written, read: other)
      )
    }
    return likened.filter(\.isSure).max { $0.prediction.confidence < $1.prediction.confidence } ?? plain
  }

  /// The thing that the sentence is about: a known one, else a word that nobody taught.
  private func thing(besides prediction: Prediction) -> (concept: Concept?, written: String, range: Range<Int>)? {
    let known = mentions(in: text).last { !outlook.vocabulary.roles(of: $0.concept).isDisjoint(with: [.thing, .kind]) }
    if let known { return (known.concept, known.written, known.range) }
    return unknownWord(besides: prediction).map { (nil, $0.written, $0.range) }
  }

  /// What the nearest taught sentences name that is of one kind with this.
  private func standIns(for concept: Concept?, near prediction: Prediction) -> [String] {
    let kinds = concept.map { outlook.topics(around: $0).subtracting(outlook.names(of: $0)) }
    var found: [String] = []
    for support in prediction.support.sorted(by: { ($1.similarity, $0.exemplar.id) < ($0.similarity, $1.exemplar.id) }).prefix(
      Self.nearestTried)
    {
      for mention in mentions(in: support.exemplar.text) where mention.concept != concept && !found.contains(mention.written) {
        if let kinds, kinds.isDisjoint(with: outlook.topics(around: mention.concept)) { continue }
        found.append(mention.written)
      }
    }
    return Array(found.prefix(Self.standInsMax))
  }
}

extension Heard {
  var isSure: Bool { if case .answer = outcome { true } else { false } }
}

extension String {
  /// With other words in the place of a stretch of UTF-8.
  fileprivate func replacing(_ range: Range<Int>, with other: String) -> String {
    let bytes = Array(utf8)
    guard range.upperBound <= bytes.count else { return self }
    return String(decoding: bytes[..<range.lowerBound] + Array(other.utf8) + bytes[range.upperBound...], as: UTF8.self)
  }
}
