/// Small training sets, as people who have just begun to teach would have them.
public enum FewShot {
  /// So many rows of each intent, the first of all rows in an order that the seed decides; in that order.
  ///
  /// - Parameter named: adds each intent's name, `_` and `-` read as spaces, as one sentence of it. Intents come by name.
  public static func draw(_ shots: Int, from rows: [LabelledText], seed: UInt64, named: Bool) -> [LabelledText] {
    precondition(shots > 0, "a draw takes something")
    var random = SeededGenerator(seed: seed)
    var counts: [String: Int] = [:]
    let drawn = rows.shuffled(using: &random).filter { row in
      counts[row.intent, default: 0] += 1
      return counts[row.intent, default: 0] <= shots
    }
    return named ? drawn + names(of: rows) : drawn
  }

  private static func names(of rows: [LabelledText]) -> [LabelledText] {
    Set(rows.map(\.intent)).subtracting([IntentEvaluation.outOfScope]).sorted().map { intent in
      LabelledText(text: String(intent.map { "_-".contains($0) ? " " : $0 }), intent: intent)
    }
  }

  /// Parts for cross-validation: row i of the shuffled rows is tested in part i mod `parts` and taught in all others.
  public static func parts(_ parts: Int, of rows: [LabelledText], seed: UInt64) -> [(train: [LabelledText], test: [LabelledText])] {
    precondition(parts >= 2, "something is taught and something tested")
    var random = SeededGenerator(seed: seed)
    let shuffled = rows.shuffled(using: &random).enumerated()
    return (0..<parts).map { part in
      (shuffled.filter { $0.offset % parts != part }.map(\.element), shuffled.filter { $0.offset % parts == part }.map(\.element))
    }
  }
}
