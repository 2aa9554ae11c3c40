import Community
/// What came out of one scenario.
public struct AttackOutcome: Hashable, Sendable {
  /// One measured figure beside its criterion.
  public struct Figure: Hashable, Sendable {
    public let name: String
    public let measured: Double
    /// What it must be at least, or at most; nil where nothing is asked.
    public let atLeast: Double?
    public let atMost: Double?

    public init(_ name: String, _ measured: Double, atLeast: Double? = nil, atMost: Double? = nil) {
      (self.name, self.measured, self.atLeast, self.atMost) = (name, measured, atLeast, atMost)
    }

    public var isMet: Bool { measured >= atLeast ?? -.infinity && measured <= atMost ?? .infinity }
  }

  public let scenario: AttackScenario
  public let figures: [Figure]

  public var isMet: Bool { figures.allSatisfy(\.isMet) }
}

/// The attacks that an assembly must withstand.
public enum AttackScenario: Int, Hashable, Sendable, CaseIterable {
  case promoteBad = 1
  case promotePartisan
  case silenceMany
  case silenceFew
  case sect
  case drip
  case flood
  case massEdit
  case capture
  case sleepers
  case whitewash
  case stuffing

  public var words: String {
    switch self {
    case .promoteBad: "A brigade promotes what is bad"
    case .promotePartisan: "A brigade promotes what one camp holds"
    case .silenceMany: "A brigade silences good items, many at once"
    case .silenceFew: "A brigade silences one or two good items"
    case .sect: "An honest minority votes as one"
    case .drip: "A trusted account proposes one wrong item a day"
    case .flood: "Five hundred new accounts teach at once"
    case .massEdit: "One trusted account turns ten thousand statements"
    case .capture: "Five of nine stewards block dissenters"
    case .sleepers: "Accounts wake after a year"
    case .whitewash: "Somebody sent away comes back"
    case .stuffing: "Two hundred tests that say the same"
    }
  }

  public var criterion: String {
    switch self {
    case .promoteBad: "at most 1 in 100 accepted, up to 30 % false accounts"
    case .promotePartisan: "at most 5 in 100 accepted"
    case .silenceMany: "at least 90 in 100 stay accepted at 10 %, 70 at 30 %"
    case .silenceFew: "at least 98 in 100 stay accepted at 10 %; the label is shown at once"
    case .sect: "their view is shown in full; good items move by at most 2 in 100; no voice joined after the ruling"
    case .drip: "noticed within 10 days"
    case .flood: "at most 2 in 100 of the replayed answers change"
    case .massEdit: "put aside beyond 2 in 100; taking it back loses nothing honest"
    case .capture: "alarm within 7 days"
    case .sleepers: "heard as newcomers"
    case .whitewash: "the sponsor shares the loss"
    case .stuffing: "the score moves by at most 1 in 100"
    }
  }
}
