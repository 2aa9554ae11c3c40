import Lessons

/// What the fork's ids and numbers are here. Two villages that parted may give one id to two things; the fork's gets a
/// new one, in every later act too.
struct JoinTranslation: Sendable {
  let common: Int
  var lessons: [ID<Lesson>: ID<Lesson>] = [:]
  var comments: [ID<Comment>: ID<Comment>] = [:]
  var proposals: [ID<Proposal>: ID<Proposal>] = [:]
  /// The parts of one of the fork's tables may have come under several ids.
  var tables: [ID<Table>: [ID<Table>]] = [:]
  /// A reversal may have come as several.
  var reversals: [ID<Reversal>: [ID<Reversal>]] = [:]
  /// The fork's entries after the common ones, by their number there.
  var sequences: [Int: Int] = [:]

  init(common: Int) { self.common = common }

  /// The number here of one of the fork's entries; nil where it did not come.
  func sequence(_ fork: Int) -> Int? { fork <= common ? fork : sequences[fork] }

  func lesson(_ id: ID<Lesson>) -> ID<Lesson> { lessons[id] ?? id }

  func lesson(_ lesson: Lesson) -> Lesson {
    guard let id = lessons[lesson.id] else { return lesson }
    return Lesson(id: id, lesson.teaching, lesson.qualifiers, words: lesson.words)
  }

  func place(_ place: JoinPlace) -> JoinPlace {
    switch place {
    case .wording(let id): .wording(lesson(id))
    case .fate(let id): .fate(lesson(id))
    case .opinion(let topic, let member): .opinion(self.topic(topic) ?? topic, member)
    default: place
    }
  }

  /// Nil where it is about an act that did not come.
  func topic(_ topic: Topic) -> Topic? {
    switch topic {
    case .lesson(let id): .lesson(lesson(id))
    case .panel(let id): .panel(lesson(id))
    case .comment(let id): .comment(comments[id] ?? id)
    case .proposal(let id): .proposal(proposals[id] ?? id)
    case .act(let number): sequence(number).map { .act($0) }
    case .disagreement: topic
    case .ballot: nil
    }
  }

  /// What an act rests on; what did not come here is no longer pointed at.
  func ground(_ ground: Ground) -> Ground { Ground(ground.rule, words: ground.words, see: ground.see.compactMap(topic)) }

  func outcome(_ outcome: Settlement.Outcome) -> Settlement.Outcome {
    switch outcome {
    case .holds(let ids): .holds(unique(ids))
    case .precedes(let ids): .precedes(unique(ids))
    case .scoped(let scopes): .scoped(scopes.map { .init(lesson($0.lesson), $0.qualifiers) })
    case .merged(let id): .merged(into: lesson(id))
    case .pointsOfView, .withdrawn: outcome
    }
  }

  /// The same act in the words of the village here; nil where it speaks of an act that did not come.
  ///
  /// Acts that add something under an id, take back many things at once or name stretches of the ledger are not for it.
  func act(_ act: Act) -> Act? {
    switch act {
    case .revised(let revised, let after): .revised(lesson(revised), after: after)
    case .retracted(let id, let reason): .retracted(lesson(id), reason: reason)
    case .reinstated(let id): .reinstated(lesson(id))
    case .accepted(let id, let reason): .accepted(lesson(id), reason: reason)
    case .declined(let id, let reason): .declined(lesson(id), reason: reason)
    case .commented(let id, let topic, let text): self.topic(topic).map { .commented(id, on: $0, text: text) }
    case .commentWithdrawn(let id): .commentWithdrawn(comments[id] ?? id)
    case .settled(let settlement):
      .settled(
        Settlement(
          settlement.disagreement, lessons: unique(settlement.lessons), outcome(settlement.outcome), reason: settlement.reason,
          dissent: settlement.dissent, proposal: settlement.proposal.map { proposals[$0] ?? $0 }, review: settlement.review))
    case .opined(let opinion): topic(opinion.on).map { .opined(Opinion(opinion.stance, on: $0, reason: opinion.reason)) }
    case .proposed(let proposal):
      .proposed(
        Proposal(
          proposal.id, for: proposal.disagreement, lessons: unique(proposal.lessons), outcome(proposal.outcome),
          reason: proposal.reason, hours: proposal.hours))
    case .proposalWithdrawn(let id): .proposalWithdrawn(proposals[id] ?? id)
    case .seen(let acts): Self.some(acts.compactMap(sequence)).map { .seen($0) }
    case .unseen(let acts): Self.some(acts.compactMap(sequence)).map { .unseen($0) }
    default: act
    }
  }

  private static func some(_ acts: [Int]) -> [Int]? { acts.isEmpty ? nil : acts }

  /// Two of the fork's lessons may be one here.
  private func unique(_ ids: [ID<Lesson>]) -> [ID<Lesson>] {
    var origins: [ID<Lesson>: ID<Lesson>] = [:]
    return ids.compactMap { id in
      let here = lesson(id)
      guard origins[here, default: id] == id else { return nil }
      origins[here] = id
      return here
    }
  }
}

extension ID {
  /// This id, or the first like it that nobody has.
  func free(where isTaken: (ID) -> Bool) -> ID {
    guard isTaken(self) else { return self }
    var number = 2
    while isTaken(ID("\(rawValue)~\(number)")) { number += 1 }
    return ID("\(rawValue)~\(number)")
  }
}
