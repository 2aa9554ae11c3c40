public import Lessons

extension Standing {
  /// Whom an act by someone else concerned: whose lesson it declined or took back, whose standing it changed.
  public func concerned(by entry: Entry) -> [ID<Member>] { concerned(byEntry: entry.sequence) }

  public func concerned(byEntry sequence: Int) -> [ID<Member>] { concerned[sequence] ?? [] }

  /// The acts by others that concerned a member, newest first; those that were taken back are among them.
  public func acts(concerning member: ID<Member>) -> [Entry] {
    (concerning[member] ?? []).reversed().compactMap(entry)
  }

  /// The acts about someone that they dispute and that still count, oldest first: each asks the founders to look again.
  ///
  /// - Complexity: O(contested acts · their opinions).
  public func appeals() -> [Entry] {
    contested.sorted().compactMap(entry).filter { !isReverted($0) && !isAnswered($0) }
  }

  private func entry(_ sequence: Int) -> Entry? { log.indices.contains(sequence - 1) ? log[sequence - 1] : nil }

  /// Whether a founder who neither did it nor is concerned has said what they think of an act.
  public func isAnswered(_ entry: Entry) -> Bool {
    let people = concerned(by: entry)
    return opinions(on: .act(entry.sequence)).contains {
      !people.contains($0.key) && $0.key != entry.author && role(of: $0.key) == .founder && $0.value.stance != .unsure
    }
  }

  /// Notes whom a new entry concerns, before it is folded: what it is about is still there.
  mutating func noteConcern(_ entry: Entry) {
    let people = people(concernedBy: entry)
    guard !people.isEmpty else { return }
    concerned[entry.sequence] = people
    for member in people { concerning[member, default: []].append(entry.sequence) }
  }

  /// Notes whether somebody whom an act concerns disputes it, now that an opinion on it has changed.
  mutating func noteContest(of sequence: Int) {
    let held = opinions(on: .act(sequence))
    let isContested = concerned[sequence]?.contains { held[$0]?.stance == .dispute } ?? false
    if isContested { contested.insert(sequence) } else { contested.remove(sequence) }
  }

  private func people(concernedBy entry: Entry) -> [ID<Member>] {
    func author(_ id: ID<Lesson>) -> ID<Member>? { (lessons[id] ?? struck[id])?.author }
    let people: [ID<Member>?] =
      switch entry.act {
      case .retracted(let id, _), .accepted(let id, _), .declined(let id, _): [author(id)]
      case .tableRetracted(let table, _): [tables[table]?.first.flatMap(author)]
      case .roleGranted(let member, _), .contributionRetracted(let member, _), .groupLeft(let member, _, _): [member]
      case .reverted(let reversal):
        reversal.member.map { [$0] } ?? log.filter { reversal.covers($0) }.map(\.author)
      case .commentWithdrawn(let id): [comments[id]?.author]
      case .proposalWithdrawn(let id): [proposals[id]?.author]
      case .releaseWithdrawn(let name, _): [releases.first { $0.name == name }?.author]
      case .settled(let settlement): settlement.lessonsThatFall.map(author)
      case .ballotOpened(let ballot): [ballot.member]
      case .reopened(let id, _): [settlements[id]?.last?.author]
      default: []
      }
    return Set(people.compactMap(\.self)).subtracting([entry.author]).sorted()
  }
}

extension Settlement {
  /// The lessons that hold no longer by it.
  var lessonsThatFall: [ID<Lesson>] {
    switch outcome {
    case .holds(let winners): lessons.filter { !winners.contains($0) }
    case .merged(let lesson): lessons.filter { $0 != lesson }
    case .withdrawn: lessons
    case .scoped, .precedes, .pointsOfView: []
    }
  }
}
