import Community
import Lessons
import Reasoning

extension Joiner {
  /// What the fork decided otherwise than the village here comes as its author's comment, where people speak of it.
  mutating func discuss(_ entry: Entry, over mine: Entry, _ act: Act) -> JoinOutcome {
    discuss(entry, act, on: topic(of: act) ?? .act(mine.sequence), why: "both sides decided on it since they parted")
  }

  /// What cannot be done here as things stand.
  mutating func refused(_ act: Act, _ entry: Entry, _ refusal: Refusal) -> JoinOutcome {
    switch act {
    case .opined, .commented, .commentWithdrawn, .proposalWithdrawn: return .setAside(refusal.message)
    default: break
    }
    guard let topic = topic(of: act) else { return .setAside(refusal.message) }
    return discuss(entry, act, on: topic, why: refusal.message)
  }

  mutating func discuss(_ entry: Entry, _ act: Act, on topic: Topic, why: String) -> JoinOutcome {
    let text = JoinRemark(act, why: why, saying: saying).text
    var part = text[...]
    var acts: [Act] = []
    var taken: Set<ID<Comment>> = []
    while !part.isEmpty {
      let id = ID<Comment>("j\(entry.sequence)").free { state.standing.comments[$0] != nil || taken.contains($0) }
      taken.insert(id)
      acts.append(.commented(id, on: topic, text: String(part.prefix(Standing.wordsLengthMax))))
      part = part.dropFirst(Standing.wordsLengthMax)
    }
    for act in acts {
      do { try state.standing.validate(act, by: entry.author) } catch {
        return .setAside("\(why) Nor can its author say so: \(error.message)")
      }
    }
    take(acts, entry)
    return .discussed(on: topic, why: why)
  }

  /// Where people speak of what an act is about; nil where there is no such place.
  private func topic(of act: Act) -> Topic? {
    switch act {
    case .revised(let lesson, _): place(of: lesson.id)
    case .retracted(let id, _), .reinstated(let id), .accepted(let id, _), .declined(let id, _): place(of: id)
    case .settled(let settlement): .disagreement(settlement.disagreement)
    case .reopened(let id, _): .disagreement(id)
    case .proposed(let proposal): .disagreement(proposal.disagreement)
    default: nil
    }
  }

  /// A lesson that was reverted here has no page; people speak of the reversal.
  private func place(of lesson: ID<Lesson>) -> Topic? {
    if state.standing.lessons[lesson] != nil { return .lesson(lesson) }
    guard state.standing.struck[lesson] != nil else { return nil }
    return state.standing.reversals.last { !$0.isWithdrawn }.map { .act($0.sequence) }
  }

  /// The act as it must be said here: after as many revisions as there are, and with all that say the same as the lessons
  /// that were settled, so that a decision is not asked for twice.
  func fitted(_ act: Act) -> Act {
    switch act {
    case .revised(let lesson, let after):
      return .revised(lesson, after: state.standing.lessons[lesson.id]?.revisions.count ?? after)
    case .settled(let settlement):
      var lessons = settlement.lessons
      var outcome = settlement.outcome
      for id in settlement.lessons {
        guard let record = state.standing.lessons[id], let twin = twin(of: record.lesson), !lessons.contains(twin),
          state.standing.lessons[twin]?.isStanding == true, outcome != .merged(into: id)
        else { continue }
        lessons.append(twin)
        outcome = outcome.including(twin, like: id)
      }
      return .settled(
        Settlement(
          settlement.disagreement, lessons: lessons, outcome, reason: settlement.reason, dissent: settlement.dissent,
          proposal: settlement.proposal, review: settlement.review))
    default: return act
    }
  }

  /// Whether things stand already as the act would make them.
  func isDone(_ act: Act, _ author: ID<Member>) -> Bool {
    let standing = state.standing
    switch act {
    case .revised(let lesson, _): return standing.lessons[lesson.id].map { $0.lesson == lesson && $0.isStanding } ?? false
    case .retracted(let id, _): return standing.lessons[id]?.status == .retracted
    case .reinstated(let id): return standing.lessons[id]?.isStanding == true
    case .accepted(let id, _): return standing.lessons[id]?.status == .accepted
    case .declined(let id, _): return standing.lessons[id]?.status == .declined
    case .settled(let settlement):
      guard let last = standing.settlements[settlement.disagreement]?.last, last.reopened == nil else { return false }
      return last.settlement.outcome == settlement.outcome && Set(settlement.lessons).isSubset(of: last.settlement.lessons)
    case .reopened(let id, _): return standing.settlements[id]?.last.map { $0.reopened != nil } ?? false
    case .roleGranted(let member, let role): return standing.role(of: member) == role
    case .cautionSet(let caution, _): return standing.caution?.caution == caution
    case .publicAnswered(let release, _): return standing.publicly?.release == release
    case .releaseWithdrawn(let name, _): return !standing.releases.contains { $0.name == name }
    case .groupSet(let group): return standing.groupRecords[group.name]?.group == group
    case .groupJoined(let member, let group): return standing.members[member]?.groups.contains(group) == true
    case .groupLeft(let member, let group, _): return standing.members[member]?.groups.contains(group) == false
    case .policySet(let numbers, _): return standing.policy.setting(numbers) == standing.policy
    case .rulesSet(let rules, _): return standing.rules == rules
    case .opined(let opinion): return standing.opinions(on: opinion.on)[author]?.stance == opinion.stance
    case .commentWithdrawn(let id): return standing.comments[id]?.isWithdrawn == true
    case .proposalWithdrawn(let id): return standing.proposals[id]?.status == .withdrawn
    default: return false
    }
  }

  /// Where what was taught here contradicts what the fork taught.
  func contradictions() -> [JoinedContradiction] {
    let origin = Dictionary(uniqueKeysWithValues: entries.map { ($0.entry.sequence, $0.source) })
    let standing = state.standing
    func found(_ id: ID<Disagreement>, _ lessons: some Sequence<ID<Lesson>>, settledIn: Int?) -> JoinedContradiction? {
      let sequences = lessons.compactMap { standing.lessons[$0]?.current.sequence }
      let theirs = sequences.compactMap { origin[$0] }
      guard !theirs.isEmpty, sequences.contains(where: isOwn) else { return nil }
      return JoinedContradiction(disagreement: id, settledIn: settledIn, sources: Set(theirs).sorted())
    }
    var all: [ID<Disagreement>: JoinedContradiction] = [:]
    for (id, records) in standing.settlements {
      guard let last = records.last, last.reopened == nil else { continue }
      all[id] = found(id, last.settlement.lessons, settledIn: last.sequence)
    }
    for (id, clash) in state.mind.clashes {
      let settled: Int? = if case .settled(let record) = state.status(of: clash) { record.sequence } else { nil }
      if let contradiction = found(id, clash.lessons, settledIn: settled) { all[id] = contradiction }
    }
    return all.values.sorted { $0.disagreement < $1.disagreement }
  }
}

extension Settlement.Outcome {
  /// The outcome where another lesson fares like one that it speaks of.
  fileprivate func including(_ twin: ID<Lesson>, like id: ID<Lesson>) -> Self {
    switch self {
    case .holds(let winners) where winners.contains(id): .holds(winners + [twin])
    case .precedes(let winners) where winners.contains(id): .precedes(winners + [twin])
    case .scoped(let scopes): .scoped(scopes + scopes.filter { $0.lesson == id }.map { .init(twin, $0.qualifiers) })
    default: self
    }
  }
}
