import Community
import Examination
public import Foundation
public import Ledger
public import Lessons
import Logging
public import Mind
import Synchronization
public import Understanding

/// The one owner of a village: validate, append, fold, publish. Readers look at the state and leave.
///
/// An act is confirmed only after its entry is durable, and folded only then; so what anyone sees is on disk.
/// Acts that wait while others are written go into the ledger together (see `WriteQueue`).
public actor VillageService {
  /// Accounts, sessions, conversations, raised hands: beside the ledger, never in it.
  public nonisolated let people: PrivateStore
  /// What reads, says and answers.
  public nonisolated let language: Language
  public nonisolated let clock: @Sendable () -> Date
  public nonisolated let ids: IDSource

  let ledger: any Ledger
  private(set) var state: VillageState
  /// What happened when, by whom, in brief: the history's index, one row an entry.
  private(set) var index: [HistoryRow] = []
  var imports: [String: ImportJob] = [:]
  var importStarts = AsyncStream.makeStream(of: ImportStart.self)

  /// How well it understands, found anew in the background after examples were taught.
  var report: UnderstandingReport?
  var reporting: Task<Void, Never>?
  /// What was answered to recent questions when they were last asked anew; nil where people ask too little.
  var answered: AnsweredQuestions?
  var replaying: Task<Void, Never>?
  /// The last entry that taught something.
  private(set) var lastTaught = 0
  nonisolated let keptResults = Mutex<KeptResults?>(nil)
  nonisolated let keptViews = Mutex<KeptViews?>(nil)
  nonisolated let keptEffects = Mutex<KeptEffects?>(nil)
  /// Whether the ledger was read to its end once.
  var isOpen = false
  private var queue = WriteQueue()
  private var hub = EventHub()
  let logger = Logger(label: "village.service")

  private init(
    ledger: any Ledger, people: PrivateStore, language: Language, understanding: Learner.Settings, clock: @escaping @Sendable () -> Date,
    ids: IDSource
  ) {
    state = VillageState(understanding: understanding)
    self.ledger = ledger
    self.people = people
    self.language = language
    self.clock = clock
    self.ids = ids
  }

  /// Opens a village and folds all that its ledger holds.
  ///
  /// - Parameter understanding: what sentences are compared by.
  public static func open(
    ledger: any Ledger, people: PrivateStore, understanding: Learner.Settings = Learner.Settings(),
    clock: @escaping @Sendable () -> Date = { Date() }, ids: IDSource = .random
  ) async throws -> VillageService {
    let service = VillageService(
      ledger: ledger, people: people, language: try Language.bundled(), understanding: understanding, clock: clock, ids: ids)
    try await service.catchUp()
    await service.reportNow()
    await service.replaySoon()
    return service
  }

  /// A new id for a member, a comment, a lesson.
  public nonisolated func newID(length: Int = 10) -> String { ids.next(length: length) }

  /// Any pure reading of the current state.
  public func look<T: Sendable>(_ body: @Sendable (VillageState) throws -> T) rethrows -> T { try body(state) }

  /// A SHA-256 over all that stands and all that the mind makes of it: equal on servers that agree.
  public func digest() -> String { state.digest() }

  // MARK: Writing

  /// Records an act: validates it against the village as it stands, makes it durable, folds it and tells everyone.
  ///
  /// - Parameters:
  ///   - ground: the rule that it rests on, where it concerns somebody else.
  ///   - request: an idempotency key; the same key of the same member records once, however often it is sent.
  /// - Throws: `Refusal` where the act may not be recorded, `LedgerError` where it could not be.
  public func record(_ act: Act, on ground: Ground? = nil, by author: ID<Member>, request: String? = nil) async throws -> Recorded {
    if let request, let earlier = try await ledger.entry(author: author.rawValue, request: request) {
      return Recorded(entry: try Entry(earlier), isRepeat: true)
    }
    let payload = try act.payload(on: ground)
    let draft = LedgerDraft(kind: act.kind, payload: payload, author: author.rawValue, time: clock(), request: request)
    let pending = PendingAct(act: act, ground: ground, author: author, request: request, draft: draft)
    if queue.isWriting {
      switch await withCheckedContinuation({ queue.add(pending, $0) }) {
      case .done(let result): return try result.get()
      case .lead: break
      }
    }
    queue.isWriting = true
    let followers = queue.takeBatch(with: pending)
    let results = await write([pending] + followers.map(\.pending))
    for (follower, result) in zip(followers, results.dropFirst()) { follower.continuation.resume(returning: .done(result)) }
    if let next = queue.next() {
      next.continuation.resume(returning: .lead)
    } else {
      queue.isWriting = false
    }
    return try results[0].get()
  }

  private static let attemptsMax = 8

  /// Writes acts that share nothing; each gets its own verdict.
  private func write(_ batch: [PendingAct]) async -> [Result<Recorded, any Error>] {
    var results: [Result<Recorded, any Error>?] = Array(repeating: nil, count: batch.count)
    for _ in 0..<Self.attemptsMax {
      let open = admit(batch, &results)
      if open.isEmpty { break }
      do {
        let entries = try await ledger.append(open.map { batch[$0].draft }, after: state.standing.sequence)
        for (index, entry) in zip(open, entries) { results[index] = .success(Recorded(entry: try foldIfNew(entry), isRepeat: false)) }
      } catch LedgerError.duplicateRequest(let earlier) {
        for index in open where batch[index].request == earlier.request && batch[index].author.rawValue == earlier.author {
          results[index] = Result { Recorded(entry: try Entry(earlier), isRepeat: true) }
        }
      } catch LedgerError.conflict {
        do { try await catchUp() } catch { return results.map { $0 ?? .failure(error) } }
      } catch {
        return results.map { $0 ?? .failure(error) }
      }
    }
    return results.map { $0 ?? .failure(LedgerError.unavailable("other servers of this village were faster, again and again")) }
  }

  /// The acts without a verdict that may be recorded, by their places; the others get theirs.
  ///
  /// A function of its own, so that its copy of the standing is gone before an entry is folded: folding would copy
  /// whatever two standings share.
  private func admit(_ batch: [PendingAct], _ results: inout [Result<Recorded, any Error>?]) -> [Int] {
    // What ends with time has ended, though nothing was recorded since.
    var standing = state.standing
    if let now = batch.map(\.draft.time).max() { standing.elapse(to: Int64((now.timeIntervalSince1970 * 1000).rounded())) }
    return batch.indices.filter { index in
      guard results[index] == nil else { return false }
      do {
        try standing.validate(batch[index].act, by: batch[index].author)
        if let ground = batch[index].ground { try standing.validate(ground, for: batch[index].act) }
        return true
      } catch {
        results[index] = .failure(error)
        return false
      }
    }
  }

  /// Reads and folds what the ledger holds beyond what is known: at the start, and when another server wrote.
  func catchUp() async throws {
    while true {
      let entries = try await ledger.entries(after: state.standing.sequence, limit: 500)
      if entries.isEmpty { return }
      for entry in entries { _ = try foldIfNew(entry) }
    }
  }

  /// Folds the next entry; one that was folded already, by whoever followed the ledger meanwhile, is only read.
  @discardableResult
  func foldIfNew(_ written: LedgerEntry) throws -> Entry {
    let entry = try Entry(written)
    guard entry.sequence == state.standing.sequence + 1 else { return entry }
    let changed = state.fold(entry)
    index.append(HistoryRow(entry))
    publish(entry, changed: changed)
    if entry.act.teaches { lastTaught = entry.sequence }
    if isOpen {
      reportSoon()
      if entry.act.teaches { replaySoon() }
    }
    return entry
  }

  // MARK: Following

  /// What happens from now on; first, for who was away, what happened after an entry (the newest 256 at most). Ends when
  /// the listener goes away or the village closes.
  public func events(after sequence: Int? = nil) async throws -> AsyncStream<VillageEvent> {
    guard let sequence, sequence < state.standing.sequence else { return hub.subscribe(missed: []) }
    let first = max(sequence, state.standing.sequence - EventHub.bufferedMax)
    var missed: [VillageEvent] = []
    var last = first
    while last < state.standing.sequence {
      let entries = try await ledger.entries(after: last, limit: EventHub.bufferedMax)
      guard let newest = entries.last else { break }
      missed += try entries.map { written in
        let entry = try Entry(written)
        return VillageEvent(entry, places: state.places(of: entry))
      }
      last = newest.sequence
    }
    return hub.subscribe(missed: missed.suffix(EventHub.bufferedMax))
  }

  /// Ends every listener's stream: the village closes.
  public func close() {
    hub.finish()
    importStarts.continuation.finish()
  }

  func publish(_ event: VillageEvent) { hub.publish(event) }

  private func publish(_ entry: Entry, changed: [ID<Disagreement>]) {
    let places = changed.map(VillageEvent.Place.disagreement)
    let event = VillageEvent(entry, places: state.places(of: entry) + places)
    hub.publish(event)
    if !changed.isEmpty {
      hub.publish(VillageEvent(sequence: entry.sequence, kind: .disagreement, by: entry.author, about: places))
    }
  }
}

extension Entry {
  /// Reads an entry's act.
  init(_ written: LedgerEntry) throws {
    let act: Act
    let ground: Ground?
    do {
      act = try Act(kind: written.kind, payload: written.payload)
      ground = try Act.ground(kind: written.kind, payload: written.payload)
    } catch {
      throw LedgerError.corrupt(sequence: written.sequence, reason: "\(error)")
    }
    self.init(sequence: written.sequence, act, by: ID(written.author), at: RFC3339.milliseconds(of: written.time) ?? 0, on: ground)
  }
}
