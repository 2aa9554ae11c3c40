import Community
public import Lessons

/// Replays a fork's tail on the village here, act by act, each validated against the standing as it is then.
///
/// What only one side decided is carried over; what both decided alike is done; where they decided differently, the
/// village here keeps its own and the fork's comes as a comment under its author's name, for people to look at.
struct Joiner {
  let input: JoinInput
  /// How a lesson is said to people.
  let saying: (Lesson) -> String
  /// What the village here decided itself since the two parted.
  let own: JoinChanges
  let theirs: JoinChanges
  /// The entries here that the fork knows by an earlier join.
  let shared: Set<Int>
  var state: VillageState
  var translation: JoinTranslation
  var entries: [PlannedEntry] = []
  /// What was taught here since the two parted, or decided on since, by what it says: the fork may have taught the same.
  var twins: [LessonMeaning: ID<Lesson>] = [:]
  /// Ids that the fork's things have, so that no new one is given twice.
  var forkLessonIDs: Set<ID<Lesson>> = []
  private var theirReleases: Set<String> = []

  init(_ input: JoinInput, saying: @escaping (Lesson) -> String) {
    self.input = input
    self.saying = saying
    shared = Set(input.counterparts.values.joined())
    own = JoinChanges(of: input.here, after: input.common, without: shared)
    theirs = JoinChanges(of: input.fork, after: input.common, without: Set(input.counterparts.keys))
    state = VillageState(replaying: input.here)
    translation = JoinTranslation(common: input.common)
    for entry in input.fork where entry.sequence > input.common {
      switch entry.act {
      case .taught(let lessons): forkLessonIDs.formUnion(lessons.map(\.id))
      case .tableTaught(let table): forkLessonIDs.formUnion(table.lessons().map(\.id))
      case .released(let release): theirReleases.insert(release.name)
      default: break
      }
    }
    for (id, record) in state.standing.lessons.sorted(by: { $0.key < $1.key }) {
      guard isOwn(record.taughtIn) || decision(against: id) != nil else { continue }
      // Of twins, one that stands.
      let meaning = LessonMeaning(record.lesson)
      if twins[meaning] == nil || record.isStanding && state.standing.lessons[twins[meaning] ?? ""]?.isStanding != true {
        twins[meaning] = id
      }
    }
  }

  mutating func run() -> JoinPlan {
    var steps: [JoinStep] = []
    for entry in input.fork where entry.sequence > input.common {
      let outcome = outcome(of: entry)
      if case .same(as: let number?) = outcome, translation.sequences[entry.sequence] == nil {
        translation.sequences[entry.sequence] = number
      }
      steps.append(JoinStep(entry: entry, outcome: outcome))
    }
    return JoinPlan(steps: steps, entries: entries, contradictions: contradictions(), state: state)
  }

  private mutating func outcome(of entry: Entry) -> JoinOutcome {
    if entry.sequence <= input.joinedBefore || input.counterparts[entry.sequence] != nil {
      recognize(entry)
      return .joinedBefore
    }
    switch entry.act {
    case .founded: return .setAside("a village is founded once")
    case .released: return .setAside("a release keeps what the fork's assistant knew; only the fork has that")
    case .releaseWithdrawn(let name, _) where theirReleases.contains(name):
      return .setAside("it is about a release that only the fork has")
    case .ballotOpened, .ballotWithdrawn: return .setAside("the members of the fork voted on it, and those here have not")
    case .answersChanged: return .setAside("it tells what changed the answers of the fork")
    case .joined(let role, let group, let inviter): return join(role, group, inviter, entry)
    case .taught(let lessons): return teach(lessons, entry)
    case .tableTaught(let table): return teach(table, entry)
    case .contributionRetracted, .tableRetracted: return takeBackMany(entry)
    case .commented(let id, _, _): return comment(id, entry)
    case .proposed(let proposal): return propose(proposal, entry)
    case .reverted(let reversal): return revert(reversal, entry)
    case .reversalWithdrawn(let id, let reason): return withdraw(id, reason, entry)
    default:
      guard let act = translation.act(entry.act) else { return .setAside("it is about an act of the fork that did not come here") }
      return weigh(act, entry)
    }
  }

  /// Carries an act over where only the fork decided what it decides.
  mutating func weigh(_ act: Act, _ entry: Entry) -> JoinOutcome {
    let act = fitted(act)
    let decided = (theirs.places[entry.sequence] ?? []).map { translation.place($0) }
    if let mine = (decided + JoinPlace.presumed(by: act)).compactMap({ own.last[$0] }).max(by: { $0.sequence < $1.sequence }) {
      if isDone(act, entry.author) { return .same(as: mine.sequence) }
      if case .opined = act {
        guard entry.time > mine.time else { return .settled(by: .here(mine.sequence)) }
      } else {
        if let later = superseding(entry) { return .settled(by: .fork(later)) }
        return discuss(entry, over: mine, act)
      }
    }
    do {
      try state.standing.validate(act, by: entry.author)
    } catch {
      if isDone(act, entry.author) { return .same(as: nil) }
      if let later = superseding(entry) { return .settled(by: .fork(later)) }
      return refused(act, entry, error)
    }
    take([act], entry)
    return .taken
  }

  /// The entry by which the fork itself decided all this anew.
  private func superseding(_ entry: Entry) -> Int? {
    guard let places = theirs.places[entry.sequence], !places.isEmpty else { return nil }
    let later = places.map { theirs.last[$0]?.sequence ?? entry.sequence }
    guard let first = later.min(), first > entry.sequence else { return nil }
    return first
  }

  /// Writes acts here under the fork's author.
  mutating func take(_ acts: [Act], _ entry: Entry) {
    for (part, act) in acts.enumerated() {
      let written = Entry(
        sequence: state.standing.sequence + 1, act, by: entry.author, at: max(input.time, input.here.last?.time ?? 0),
        on: act.takesGround ? entry.ground.map(translation.ground) : nil)
      if part == 0 { translation.sequences[entry.sequence] = written.sequence }
      state.fold(written)
      entries.append(PlannedEntry(entry: written, source: entry.sequence, part: part))
    }
  }

  /// Whether an entry here was made since the two parted, and without the fork.
  func isOwn(_ sequence: Int) -> Bool {
    sequence > input.common && sequence <= input.here.count && !shared.contains(sequence)
  }
}

extension VillageState {
  /// What becomes of this village when a fork of it joins; nothing is written. The same input gives the same plan.
  ///
  /// - Parameter saying: how a lesson that was not typed is said to people, such as a row of a table.
  /// - Complexity: that of replaying both ledgers, and once more the whole for each reversal in the fork's tail.
  public static func joining(_ input: JoinInput, saying: @escaping (Lesson) -> String = { $0.words }) -> JoinPlan {
    var joiner = Joiner(input, saying: saying)
    return joiner.run()
  }
}
