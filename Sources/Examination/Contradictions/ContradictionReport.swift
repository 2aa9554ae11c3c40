import Lessons
public import Reasoning

/// How many of the contradictions in a corpus were found, and what was called one and is none.
public struct ContradictionReport: Hashable, Sendable, Encodable {
  public struct Row: Hashable, Sendable, Encodable {
    public let kind: String
    public var found = 0
    public var missed = 0
    /// Clashes of this kind in cases that have none, or not of this kind.
    public var falseAlarms = 0
  }

  public let kinds: [Row]
  public let recall: Double
  public let precision: Double
  /// The sorts of cases that were missed, and those that were taken for contradictions, each once.
  public let missedSorts: [String]
  public let alarmedSorts: [String]

  /// - Parameter clashes: all that are found where the lessons of all cases are held.
  public init(_ corpus: ContradictionCorpus, found clashes: some Sequence<Clash>) {
    var caseOf: [String: Int] = [:]
    for (place, example) in corpus.cases.enumerated() { for id in example.ids { caseOf[id.rawValue] = place } }
    var rows: [Clash.Kind: Row] = [:]
    for kind in Clash.Kind.allCases { rows[kind] = Row(kind: kind.rawValue) }
    var hits: Set<Int> = []
    var alarms: Set<String> = []
    for clash in clashes {
      let places = Set(clash.lessons.map { caseOf[$0.rawValue] ?? -1 })
      if places.count == 1, let place = places.first, place >= 0, corpus.cases[place].kind == clash.kind {
        hits.insert(place)
      } else {
        rows[clash.kind]?.falseAlarms += 1
        alarms.formUnion(places.map { $0 < 0 ? "?" : corpus.cases[$0].sort })
      }
    }
    var missed: Set<String> = []
    for (place, example) in corpus.cases.enumerated() {
      guard let kind = example.kind else { continue }
      if hits.contains(place) {
        rows[kind]?.found += 1
      } else {
        rows[kind]?.missed += 1
        missed.insert(example.sort)
      }
    }
    kinds = Clash.Kind.allCases.compactMap { rows[$0] }
    let (found, lost, alarmed) = kinds.reduce((0, 0, 0)) { ($0.0 + $1.found, $0.1 + $1.missed, $0.2 + $1.falseAlarms) }
    recall = found + lost == 0 ? 1 : Double(found) / Double(found + lost)
    precision = found + alarmed == 0 ? 1 : Double(found) / Double(found + alarmed)
    missedSorts = missed.sorted()
    alarmedSorts = alarms.sorted()
  }

  private enum CodingKeys: String, CodingKey {
    case kinds, recall, precision, missedSorts = "missed_sorts", alarmedSorts = "alarmed_sorts"
  }
}

extension ContradictionReport.Row {
  private enum CodingKeys: String, CodingKey { case kind, found, missed, falseAlarms = "false_alarms" }
}
