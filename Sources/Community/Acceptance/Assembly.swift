import Lessons

/// A community deciding what its assistant holds: hears who came, what was proposed and what each holds of it, and tells of
/// every item how it stands, why, and what happens next.
///
/// **The problem.** A rule by majority lets a brigade in; a rule that asks all camps, as Community Notes has it, keeps
/// brigades out and lets them silence whatever they dislike. So taking in and taking away have different rules:
///
/// - A small village accepts by review. Once enough members have voted that the factor of the bridging model foretells
///   votes, an item needs support in both camps, after bounds that allow for how few were asked.
/// - What is accepted stays until a panel, drawn by lot, rejects it. Disputes contest it, for all to see, and call the panel.
/// - Members who vote alike more than chance allows call a panel, too, and until it has ruled their disputes of accepted
///   items count as one voice. Nothing else is ever taken from them.
///
/// Everything asked is a function of the sequence of events. There is no undo: who retracts an event replays the others.
///
/// d opinions on the item, e of the member:
/// - Complexity: `apply` O(d + e), and now and then a new estimation of the camps, O(opinions) on average.
public struct Assembly: Hashable, Sendable {
  public private(set) var policy: AcceptancePolicy
  /// The village's public seed for drawing panels.
  public let seed: UInt64
  /// Of the last event, in milliseconds since 1970.
  public internal(set) var time: Int64 = 0
  /// Whether camps count; the plain rule of a small village does otherwise.
  public internal(set) var hasCamps = false
  /// How each member has judged, by topic and kind.
  public internal(set) var competence = Competence()

  /// When the first event was heard.
  var begun: Int64 = 0
  var members: [MemberState] = []
  var items: [ItemState] = []
  var bridging = BridgingModel()
  /// The mean strength of the factor among those whose side is known, as of the last estimation.
  var factorScale = 1.0
  var nextEstimation = 100
  /// Opinions at which it is looked into again whether the factor still foretells.
  var nextExplaining = 0
  /// Disputes of accepted items, and endorsements of items that are not.
  var silencing = CoSurprise()
  var promoting = CoSurprise()
  var silencers = FlaggedMembers()
  var promoters = FlaggedMembers()
  var budget: InfluenceBudget
  /// Items whose status changed since they were last taken.
  private var settled: [Int] = []
  /// Items to look at again, by when: delays that end, panels whose time is over.
  var due: [Due] = []

  struct Due: Hashable, Sendable {
    let time: Int64
    let item: Int
  }

  public init(policy: AcceptancePolicy = .standard, seed: UInt64 = 0) {
    (self.policy, self.seed) = (policy, seed)
    budget = InfluenceBudget(shareMax: policy.influenceShareMax)
  }

  /// Goes on by other numbers: they count from the next event on, and undo nothing by themselves.
  public mutating func adopt(_ policy: AcceptancePolicy) {
    self.policy = policy
    budget.shareMax = policy.influenceShareMax
  }

  /// The items whose status changed since the last call, in the order in which it did.
  public mutating func takeSettled() -> [Int] {
    defer { settled = [] }
    return settled
  }

  mutating func noteSettled(_ item: Int) { settled.append(item) }

  public var memberCount: Int { members.count }
  public var itemCount: Int { items.count }

  /// Hears one event.
  ///
  /// Never refuses, so that a replay cannot fail: what speaks of an unknown item or comes from one who was sent away changes
  /// nothing.
  ///
  /// - Parameters:
  ///   - time: in milliseconds since 1970; an earlier one than before is taken as the same.
  ///   - salt: goes into the draw of panels; the first bytes of the entry's hash, say.
  public mutating func apply(_ event: AssemblyEvent, at time: Int64, salt: UInt64 = 0) {
    advance(to: time, salt: salt)
    switch event {
    case .joined(let member, let joining): join(member, joining)
    case .teacherStanding(let member, let isTeacher):
      reserve(member)
      members[member].isTeacher = isTeacher
    case .banned(let member): ban(member)
    case .proposed(let item, let proposal): propose(item, proposal)
    case .opinion(let opinion, let member, let item): hear(opinion, by: member, on: item, salt: salt)
    case .panelVote(let opinion, let member, let item): hearPanel(opinion, by: member, on: item, salt: salt)
    case .withdrawn(let item): change(item, salt) { $0.isWithdrawn = true }
    case .disputesResolved(let item): change(item, salt) { $0.resolved = $0.opinions.filter { $0.opinion == .dispute }.map(\.member) }
    case .quarantined(let item): change(item, salt) { $0.isQuarantined = true }
    case .quarantineLifted(let item): change(item, salt) { $0.isQuarantined = false }
    case .replayed(let item, let changed, let questions): spend(changed, of: questions, for: item, salt: salt)
    }
  }

  /// Lets time pass: delays end, and panels whose time is over rule.
  public mutating func advance(to time: Int64, salt: UInt64 = 0) {
    if self.time == 0 { begun = time }
    self.time = max(self.time, time)
    guard due.contains(where: { $0.time <= self.time }) else { return }
    let now = due.filter { $0.time <= self.time }.sorted { ($0.time, $0.item) < ($1.time, $1.item) }
    due.removeAll { $0.time <= self.time }
    for one in now {
      closePanel(of: one.item, salt: salt)
      evaluate(one.item, salt: salt)
    }
  }

  private mutating func change(_ item: Int, _ salt: UInt64, _ edit: (inout ItemState) -> Void) {
    guard items.indices.contains(item), items[item].isProposed else { return }
    edit(&items[item])
    evaluate(item, salt: salt)
  }

  private mutating func propose(_ item: Int, _ proposal: AssemblyEvent.Proposal) {
    precondition(item >= 0, "items are numbered from 0")
    reserve(proposal.author)
    items.append(contentsOf: repeatElement(ItemState(), count: max(0, item + 1 - items.count)))
    guard !items[item].isProposed else { return }
    wake(proposal.author)
    items[item].proposal = proposal
    items[item].proposed = time
    items[item].since = time
    items[item].isQuarantined = members[proposal.author].drift.alarm != nil || isBeyondBudget(proposal.author, at: time)
    evaluate(item, salt: 0)
  }

  private mutating func spend(_ changed: Int, of questions: Int, for item: Int, salt: UInt64) {
    guard items.indices.contains(item), let author = items[item].proposal?.author else { return }
    let isWithin = budget.spend(changed, of: questions, by: holders(of: author), at: time)
    if !isWithin, canBeHeld(author) { change(item, salt) { $0.isQuarantined = true } }
  }

  /// Whether what a member proposes waits for another's approval, for they changed too many answers on the day of `time`.
  func isBeyondBudget(_ author: Int, at time: Int64) -> Bool {
    budget.isExceeded(by: holders(of: author), at: time) && canBeHeld(author)
  }

  /// A teacher's word is held only where there is somebody to let it through: a village of one teacher must not lock itself.
  private func canBeHeld(_ author: Int) -> Bool { !members[author].isTeacher || members.indices.contains { canApprove($0, author) } }

  /// Whose budget an author's lessons count against: the author's, that of everyone let in along the same branch, and that
  /// of all newcomers together, so that a crowd of fresh accounts has one budget.
  private func holders(of author: Int) -> [Int] {
    let month = 30 * Self.dayMilliseconds
    let isNew = time - members[author].joined < month && time - begun >= month
    let newcomers = members[author].isTeacher || (isExperienced(author) && !isNew) ? [] : [-1]
    return [author] + newcomers + (members[author].sponsor == nil ? [] : [-2 - members[author].tree])
  }

  private mutating func hear(_ opinion: Opinion.Stance?, by member: Int, on item: Int, salt: UInt64) {
    guard items.indices.contains(item), let proposal = items[item].proposal else { return }
    reserve(member)
    guard !members[member].isBanned else { return }
    wake(member)
    let before = items[item].set(opinion, of: member, at: time)
    guard before != opinion else { return }
    let counts = member != proposal.author
    if counts {
      bridging.cast(opinion?.voice, by: member, on: item)
      // Valid: given before it was known how the item would stand.
      if before == nil, opinion != nil, items[item].status == .waiting { members[member].validVotes += 1 }
      if before != nil, opinion == nil, items[item].status == .waiting {
        members[member].validVotes = max(0, members[member].validVotes - 1)
      }
      watch(opinion, by: member, on: item)
      judgeAuthor(of: item)
    }
    if bridging.voteCount >= nextEstimation { estimateCamps(salt: salt) }
    evaluate(item, salt: salt)
  }
}
