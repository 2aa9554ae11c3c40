import Community
import Lessons
import Mind

/// Where the weight of those who spoke lies, with the record of each; see `Templates/credence.mustache`.
struct CredenceView: Sendable {
  struct Side: Sendable {
    let name: String
    let path: String?
    /// Of 100.
    let share: Int
  }

  struct Voice: Sendable {
    let by: Person
    let says: String
    /// “8 right, 2 wrong”
    let record: String
    /// How often they are expected to be right, of 100.
    let expected: Int
    let because: String?
  }

  let sides: [Side]
  let voices: [Voice]
}

extension Credence.Voice {
  fileprivate var stance: Opinion.Stance { side == nil ? .unsure : isAgainst ? .dispute : .endorse }
}

extension Scribe {
  /// Nil where nobody but its author spoke of the lesson.
  func credence(of id: ID<Lesson>) -> CredenceView? {
    state.standing.credence(of: id).map { credence in
      let names: [CredenceView.Side] = zip(["it is right", "it is not"], hundredths(credence.shares)).map {
        .init(name: $0, path: nil, share: $1)
      }
      return CredenceView(
        sides: names,
        voices: credence.voices.map { voice in
          line(voice, isAuthor(voice.member, id) ? "taught it" : voice.stance.verb)
        })
    }
  }

  /// Of each side of a disagreement.
  func credence(between sides: [[ID<Lesson>]]) -> CredenceView? {
    state.standing.credence(between: sides).map { credence in
      let names = sides.map { side in side.compactMap { state.standing.lessons[$0].map(sentence) }.joined(separator: " ") }
      return CredenceView(
        sides: zip(sides, zip(names, hundredths(credence.shares))).map { side, named in
          .init(name: named.0, path: side.first.map(URLPath.lesson), share: named.1)
        },
        voices: credence.voices.map { voice in
          line(voice, voice.side.map { (voice.isAgainst ? "against: " : "for: ") + names[$0] } ?? "is unsure")
        })
    }
  }

  private func isAuthor(_ member: ID<Member>, _ id: ID<Lesson>) -> Bool { state.standing.lessons[id]?.author == member }

  private func line(_ voice: Credence.Voice, _ says: String) -> CredenceView.Voice {
    let (right, wrong) = (Int(voice.reasons.hits.rounded()), Int(voice.reasons.misses.rounded()))
    return .init(
      by: person(voice.member), says: says,
      record: right + wrong == 0 ? "not judged yet" : "\(Numbers.grouped(right)) right, \(Numbers.grouped(wrong)) wrong",
      expected: Int((voice.reasons.accuracy * 100).rounded()),
      because: voice.isSpecialist ? "of a group that looks after it" : nil)
  }

  /// Whole hundredths that sum to 100: the largest takes what rounding leaves.
  private func hundredths(_ shares: [Double]) -> [Int] {
    var parts = shares.map { Int(($0 * 100).rounded()) }
    if let largest = parts.indices.max(by: { shares[$0] < shares[$1] }) { parts[largest] += 100 - parts.reduce(0, +) }
    return parts
  }
}
