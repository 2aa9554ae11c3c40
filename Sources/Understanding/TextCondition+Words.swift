public import Lessons

extension TextCondition {
  /// Words of which every text that is so has one at least, so that few texts are looked at; nil where no words are known.
  public var wordsNeeded: Set<String>? {
    switch self {
    case .all(let conditions): conditions.compactMap(\.wordsNeeded).min { $0.count < $1.count }
    case .any(let conditions): Self.union(conditions.map(\.wordsNeeded))
    case .not, .compared, .shaped: nil
    case .found(let finding): finding.needed > 0 ? Self.union(finding.items.map(\.wordNeeded)) : nil
    case .counted(let counting): counting.times.least > 0 ? counting.item.wordNeeded : nil
    }
  }

  private static func union(_ parts: [Set<String>?]) -> Set<String>? {
    let known = parts.compactMap(\.self)
    return known.count == parts.count ? known.reduce(into: []) { $0.formUnion($1) } : nil
  }
}

extension TextItem {
  fileprivate var wordNeeded: Set<String>? {
    guard case .phrase(let phrase) = self else { return nil }
    return Token.tokens(of: phrase).filter { $0.kind != .mark }.map(\.normal).max { $0.count < $1.count }.map { [$0] }
  }
}
