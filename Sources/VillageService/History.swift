import Community
import Ledger
public import Foundation
public import Lessons
import Mind

/// One entry of the history in brief; the whole is read from the ledger when it is shown.
public struct HistoryRow: Hashable, Sendable {
  public let sequence: Int
  public let kind: String
  public let author: ID<Member>
  /// Milliseconds since 1970.
  public let time: Int64

  init(_ entry: Entry) {
    sequence = entry.sequence
    kind = entry.act.kind
    author = entry.author
    time = entry.time
  }
}

/// Which acts to show.
public struct HistoryFilter: Hashable, Sendable {
  /// Part of the sentence that tells of the act, in any case.
  public var text: String?
  public var author: ID<Member>?
  /// Kinds as the ledger writes them; empty: all.
  public var kinds: Set<String>
  public var since: Date?
  /// What the act speaks of.
  public var topic: Concept?
  /// Whose work or standing it took or gave.
  public var concerning: ID<Member>?
  /// Only what nobody has looked at yet.
  public var isUnseen = false
  /// Only what newcomers did.
  public var isByNewcomers = false

  public init(text: String? = nil, author: ID<Member>? = nil, kinds: Set<String> = [], since: Date? = nil) {
    self.text = text
    self.author = author
    self.kinds = kinds
    self.since = since
  }

  /// Whether marks are shown: they are about other acts, and stand beside those.
  var showsMarks: Bool { !kinds.isDisjoint(with: Self.marks) }

  static let marks: Set<String> = ["acts.seen.v1", "acts.unseen.v1", "answers.changed.v1"]
}

/// An act told as a sentence.
public struct ToldEntry: Sendable {
  public let entry: Entry
  /// A sentence without its subject: “taught: A banana is a fruit.”
  public let words: String
  /// The reason that was given with it.
  public let reason: String?
  public let isUndone: Bool
  /// Who looked at it.
  public let seenBy: [ID<Member>]
  /// Of a lesson that was reworded, the wording before.
  public let before: Lesson?
}

public struct HistoryPage: Sendable {
  /// Newest first.
  public let entries: [ToldEntry]
  /// Where the next older page begins; nil: this is the oldest.
  public let older: Int?
}

extension VillageService {
  private static let scannedMax = 5_000  // entries looked through for one page

  /// A page of the history.
  public func history(_ filter: HistoryFilter = HistoryFilter(), before: Int? = nil, limit: Int = 50) async throws -> HistoryPage {
    let since = filter.since.map { Int64($0.timeIntervalSince1970 * 1000) }
    var told: [ToldEntry] = []
    var scanned = 0
    var position = min(before.map { $0 - 1 } ?? index.count, index.count)
    while position > 0, told.count < limit, scanned < Self.scannedMax {
      let row = index[position - 1]
      position -= 1
      scanned += 1
      if let author = filter.author, row.author != author { continue }
      if !filter.kinds.isEmpty, !filter.kinds.contains(row.kind) { continue }
      if !filter.showsMarks, HistoryFilter.marks.contains(row.kind) { continue }
      if filter.isUnseen, !state.standing.seenBy(row.sequence).isEmpty { continue }
      if filter.isByNewcomers, !state.standing.isByNewcomer(row.author, at: row.time) { continue }
      if let member = filter.concerning, !state.standing.concerned(byEntry: row.sequence).contains(member) { continue }
      if let since, row.time < since { break }
      guard let written = try await ledger.entries(after: row.sequence - 1, limit: 1).first else { continue }
      let entry = tell(try Entry(written))
      if let topic = filter.topic, !state.topics(of: entry.entry).contains(topic) { continue }
      if let text = filter.text, !entry.words.localizedCaseInsensitiveContains(text) { continue }
      told.append(entry)
    }
    return HistoryPage(entries: told, older: position > 0 ? position + 1 : nil)
  }

  /// The first entry at or after a moment; one past the last where there is none.
  public func firstEntry(since moment: Date?) -> Int {
    guard let moment else { return 1 }
    let time = Int64(moment.timeIntervalSince1970 * 1000)
    return index.first { $0.time >= time }?.sequence ?? index.count + 1
  }

  /// One entry, told.
  public func entry(_ sequence: Int) async throws -> ToldEntry? {
    guard let written = try await ledger.entries(after: sequence - 1, limit: 1).first, written.sequence == sequence else { return nil }
    return tell(try Entry(written))
  }

  func tell(_ entry: Entry) -> ToldEntry {
    let teller = Teller(state: state, sayer: language.sayer(for: state))
    return ToldEntry(
      entry: entry, words: teller.words(of: entry.act), reason: teller.reason(of: entry.act), isUndone: teller.isUndone(entry),
      seenBy: state.standing.seenBy(entry.sequence), before: teller.before(entry.act))
  }
}

extension VillageState {
  /// What an act speaks of.
  func topics(of entry: Entry) -> Set<Concept> {
    if case .tableTaught(let table) = entry.act { return Set(table.rows.map(\.subject)) }
    return Set(places(of: entry).compactMap { place in if case .concept(let concept) = place { concept } else { nil } })
  }
}
