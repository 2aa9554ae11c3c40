import Lessons

/// What an act rests on: the rule, and what shows it.
struct GroundDocument: Encodable, Sendable {
  let rule: String
  let words: String?
  /// `lesson:ab12`, `act:5`.
  let see: [String]

  init(_ ground: Ground) {
    rule = ground.rule
    words = ground.words.isEmpty ? nil : ground.words
    see = ground.see.map(\.formValue)
  }
}

/// The same as a caller gives it.
struct GivenGround: Decodable, Sendable {
  let rule: Text
  let words: Text?
  let see: [Text]?

  func ground() throws(Problem) -> Ground {
    Ground(rule.text, words: words?.text ?? "", see: try Topic.pointers((see ?? []).map(\.text).joined(separator: " ")))
  }
}
