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

  /// Checked whether or not the act needs one: what is sent and cannot be meant is told.
  func ground() throws(Problem) -> Ground {
    guard rule.text.unicodeScalars.count <= VillageRule.nameLengthMax else {
      throw .invalid("rule", "is longer than \(VillageRule.nameLengthMax) characters")
    }
    guard (see ?? []).count <= Ground.pointersMax else { throw .invalid("see", "has more than \(Ground.pointersMax) entries") }
    return Ground(rule.text, words: words?.text ?? "", see: try Topic.pointers((see ?? []).map(\.text).joined(separator: " ")))
  }
}
