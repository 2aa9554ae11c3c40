public import Lessons

/// Which rules people judged by from when on, who set them and why.
public struct RulesRecord: Hashable, Sendable {
  public let rules: [VillageRule]
  public let author: ID<Member>
  public let reason: String
  public let sequence: Int
  /// Milliseconds since 1970, UTC.
  public let time: Int64
}

extension Standing {
  /// The rules by which people judge each other's work now.
  public var rules: [VillageRule] { ruleRecords.last?.rules ?? VillageRule.standard }

  /// Whether an act takes something from somebody else, so that it must say by which rule. Doors ask it; ledgers and joins
  /// from before there were rules are read as they are.
  public func needsGround(_ act: Act, by member: ID<Member>) -> Bool {
    switch act {
    case .retracted(let id, _), .declined(let id, _): lessons[id].map { $0.author != member } ?? false
    case .tableRetracted(let table, _): tables[table]?.first.flatMap { lessons[$0] }.map { $0.author != member } ?? false
    case .contributionRetracted(let other, _), .groupLeft(let other, _, _): other != member
    case .roleGranted(let other, let role): other != member && self.role(of: other).map { role < $0 } ?? false
    case .commentWithdrawn(let id): comments[id].map { $0.author != member } ?? false
    case .proposalWithdrawn(let id): proposals[id].map { $0.author != member } ?? false
    case .reverted(let reversal): reversal.member != member
    default: false
    }
  }

  /// Whether an act may rest on this: a rule that the village has, and things that are there.
  public func validate(_ ground: Ground, for act: Act) throws(Refusal) {
    guard act.takesGround, rules.contains(where: { $0.name == ground.rule }) else { throw .unknownRule(ground.rule) }
    guard ground.see.count <= Ground.pointersMax else { throw .tooManyPointers(limit: Ground.pointersMax) }
    try check(ground.words)
    for topic in ground.see { try check(pointer: topic) }
  }

  /// What is reverted or withdrawn can still be pointed at: that it was is what it may show.
  private func check(pointer: Topic) throws(Refusal) {
    switch pointer {
    case .lesson(let id): guard lessons[id] != nil || struck[id] != nil else { throw .unknownLesson(id) }
    case .comment(let id): guard comments[id] != nil else { throw .unknownComment(id) }
    case .proposal(let id): guard proposals[id] != nil else { throw .unknownProposal }
    case .act(let number): guard log.indices.contains(number - 1) else { throw .unknownAct }
    case .panel(let id): guard lessons[id] != nil else { throw .unknownLesson(id) }
    case .ballot(let id): guard ballots[id] != nil else { throw .unknownBallot }
    case .disagreement: break
    }
  }

  func validate(rules: [VillageRule]) throws(Refusal) {
    let names = Set(rules.map { $0.name.lowercased() })
    guard VillageRule.countRange.contains(rules.count), names.count == rules.count,
      rules.allSatisfy({ (1...VillageRule.nameLengthMax).contains($0.name.count) && $0.words.count <= VillageRule.wordsLengthMax }),
      !rules.contains(where: { $0.name.contains(where: \.isNewline) || $0.name.allSatisfy(\.isWhitespace) })
    else { throw .rulesUnfit }
  }
}
