public import Lessons

/// The assembly behind a village's standing, with who and what its numbers stand for.
///
/// A lesson comes before it when it needs a decision: it waits, or somebody says what they think of it.
public struct Deliberation: Hashable, Sendable {
  public internal(set) var assembly = Assembly(policy: .village)
  var members: [ID<Member>] = []
  var memberNumbers: [ID<Member>: Int] = [:]
  var lessons: [ID<Lesson>] = []
  var lessonNumbers: [ID<Lesson>: Int] = [:]
  var groupNumbers: [String: Int] = [:]
  var topicNumbers: [Concept: Int] = [:]
  /// The kind that each thing was first said to be of: what is shown on a topic tells of the wider one, too.
  var widerTopics: [Concept: Concept] = [:]
}

/// Who set the numbers by which lessons come to count, and why.
public struct PolicyRecord: Hashable, Sendable {
  public let policy: AcceptancePolicy
  public let changed: [String: Double]
  public let author: ID<Member>
  public let reason: String
  public let sequence: Int
  /// Milliseconds since 1970, UTC.
  public let time: Int64
}

extension Standing {
  public var policy: AcceptancePolicy { deliberation.assembly.policy }

  /// How a lesson stands before the assembly, and why; nil where it never had to come before it.
  public func deliberation(on lesson: ID<Lesson>) -> ItemStanding? {
    deliberation.lessonNumbers[lesson].flatMap { deliberation.assembly.standing(of: $0) }
  }

  /// The camp that a member stands in, where opinions show camps and theirs are many enough.
  public func camp(of member: ID<Member>) -> Int? { deliberation.memberNumbers[member].flatMap { deliberation.assembly.camp(of: $0) } }

  /// Whom a number of the assembly stands for.
  public func deliberator(_ number: Int) -> ID<Member>? {
    deliberation.members.indices.contains(number) ? deliberation.members[number] : nil
  }

  /// The lessons on which a panel is to rule, and who was drawn for each, in the order in which the panels were called.
  public func openPanels() -> [(lesson: ID<Lesson>, panel: Panel, seats: [ID<Member>])] {
    deliberation.assembly.openPanels.compactMap { item in
      guard let panel = deliberation.assembly.standing(of: item)?.openPanel else { return nil }
      return (deliberation.lessons[item], panel, panel.seats.compactMap(deliberator))
    }.sorted { ($0.panel.called, $0.lesson) < ($1.panel.called, $1.lesson) }
  }

  /// The seats of the panel that is to rule on a lesson; empty where none is.
  public func panelSeats(on lesson: ID<Lesson>) -> [ID<Member>] {
    (deliberation(on: lesson)?.openPanel?.seats ?? []).compactMap(deliberator)
  }

  /// What the assembly's number of a group stands for.
  public func groupName(_ number: Int) -> String? { deliberation.groupNumbers.first { $0.value == number }?.key }

  mutating func enroll(_ member: ID<Member>, _ entry: Entry) {
    guard let record = members[member], deliberation.memberNumbers[member] == nil else { return }
    let number = deliberation.members.count
    deliberation.members.append(member)
    deliberation.memberNumbers[member] = number
    let joining = AssemblyEvent.Joining(
      sponsor: record.invitedBy.flatMap { deliberation.memberNumbers[$0] }, isTeacher: record.role >= .teacher,
      group: record.groups.min().map { groupNumber($0) })
    deliberation.assembly.apply(.joined(number, joining), at: entry.time, salt: entry.salt)
  }

  mutating func heed(role: Role, of member: ID<Member>, _ entry: Entry) {
    guard let number = deliberation.memberNumbers[member] else { return }
    deliberation.assembly.apply(.teacherStanding(number, role >= .teacher), at: entry.time, salt: entry.salt)
  }

  /// Brings a lesson before the assembly, once.
  mutating func bring(_ id: ID<Lesson>, _ entry: Entry) {
    guard deliberation.lessonNumbers[id] == nil, let record = lessons[id], let author = deliberation.memberNumbers[record.author] else {
      return
    }
    let number = deliberation.lessons.count
    deliberation.lessons.append(id)
    deliberation.lessonNumbers[id] = number
    let gate = gates(for: record.lesson, by: record.author).first
    let proposal = AssemblyEvent.Proposal(
      author: author, consequence: gate == nil ? .ordinary : .high, owner: gate.map { groupNumber($0.name) },
      topic: record.lesson.topics.first.map { topicNumber($0) } ?? 0, kind: record.lesson.teaching.kind)
    deliberation.assembly.apply(.proposed(item: number, proposal), at: entry.time, salt: entry.salt)
  }

  mutating func heed(_ stance: Opinion.Stance?, of member: ID<Member>, on lesson: ID<Lesson>, _ entry: Entry) {
    bring(lesson, entry)
    guard let item = deliberation.lessonNumbers[lesson], let number = deliberation.memberNumbers[member] else { return }
    deliberation.assembly.apply(.opinion(stance, by: number, on: item), at: entry.time, salt: entry.salt)
  }

  mutating func heedPanel(_ stance: Opinion.Stance, of member: ID<Member>, on lesson: ID<Lesson>, _ entry: Entry) {
    guard let item = deliberation.lessonNumbers[lesson], let number = deliberation.memberNumbers[member] else { return }
    deliberation.assembly.apply(.panelVote(stance, by: number, on: item), at: entry.time, salt: entry.salt)
  }

  /// A lesson that says something else now, or was put back, comes before the assembly anew: who endorsed it endorsed
  /// another wording, and who disputed it is not got rid of by rewording.
  mutating func bringAnew(_ id: ID<Lesson>, _ entry: Entry) {
    dismiss(id, entry)
    let disputes = opinions(on: .lesson(id)).filter { $0.value.stance == .dispute }
    opinions[.lesson(id)] = disputes.isEmpty ? nil : disputes
    opinions[.panel(id)] = nil
    if lessons[id]?.status == .waiting { bring(id, entry) }
    for (member, _) in disputes.sorted(by: { $0.value.sequence < $1.value.sequence }) { heed(.dispute, of: member, on: id, entry) }
  }

  /// A lesson that was taken back is the assembly's no longer.
  mutating func dismiss(_ lesson: ID<Lesson>, _ entry: Entry) {
    guard let item = deliberation.lessonNumbers.removeValue(forKey: lesson) else { return }
    deliberation.assembly.apply(.withdrawn(item: item), at: entry.time, salt: entry.salt)
  }

  /// Carries what the assembly decided since the last entry over to the lessons.
  mutating func carryOver(_ entry: Entry) -> [MindDelta] {
    deliberation.assembly.advance(to: entry.time, salt: entry.salt)
    let items = Set(deliberation.assembly.takeSettled()).sorted()
    return items.flatMap { item -> [MindDelta] in
      let id = deliberation.lessons[item]
      guard deliberation.lessonNumbers[id] == item, let standing = deliberation.assembly.standing(of: item), let record = lessons[id] else {
        return []
      }
      switch (standing.status, record.status) {
      case (.accepted, .waiting), (.contested, .waiting), (.accepted, .declined), (.contested, .declined):
        return decide(id, .accepted, Self.reason(of: standing), nil)
      case (.rejected, .waiting), (.rejected, .accepted): return decide(id, .declined, Self.reason(of: standing), nil)
      default: return []
      }
    }
  }

  private static func reason(of standing: ItemStanding) -> String {
    switch (standing.rule, standing.status) {
    case (.panel, .rejected): "a panel drawn by lot rejected it"
    case (.panel, _): "a panel drawn by lot accepted it"
    case (.camps, .rejected): "colleagues on every side reject it"
    case (.camps, _): "colleagues on every side endorse it"
    case (.review, _), (.teacher, _): ""
    }
  }

  private mutating func groupNumber(_ name: String) -> Int {
    if let number = deliberation.groupNumbers[name] { return number }
    deliberation.groupNumbers[name] = deliberation.groupNumbers.count
    return deliberation.groupNumbers.count - 1
  }

  private mutating func topicNumber(_ topic: Concept) -> Int {
    if let number = deliberation.topicNumbers[topic] { return number }
    let number = deliberation.topicNumbers.count + 1
    deliberation.topicNumbers[topic] = number
    if let wider = deliberation.widerTopics[topic] {
      deliberation.assembly.competence.setWider(topicNumber(wider), than: number)
    }
    return number
  }

  /// Hears of what kind a thing is, by a lesson that counts as it is taught, for whoever judges of it later.
  mutating func noteKind(in lesson: Lesson) {
    guard case .claim(let claim) = lesson.teaching, claim.property == .isA, !claim.isNegated, case .concept(let kind) = claim.value,
      deliberation.widerTopics[claim.subject] == nil
    else { return }
    deliberation.widerTopics[claim.subject] = kind
  }
}

extension Entry {
  /// What goes into the drawing of a panel: nobody knows when an entry will be written, everyone can look it up after.
  var salt: UInt64 { UInt64(bitPattern: time) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(sequence) }
}

extension Teaching {
  /// By which a teacher's judgement is kept apart: a nurse may know better in words, a physician in doses.
  var kind: TeachingKind {
    switch self {
    case .rule, .guideline, .procedure, .contrast: .rule
    case .name, .phrasing, .stopWord, .definition: .wording
    case .example, .labelling: .example
    case .test: .test
    default: .fact
    }
  }
}
