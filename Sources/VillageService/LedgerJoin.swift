public import Foundation
public import Ledger
import Lessons
public import Mind
import TeachingLanguage

/// Two ledgers with one beginning: what joining the second to the first would do, and doing it.
///
/// Every entry that a join writes carries, as its request key, the hash of the fork's entry it comes from. By these marks
/// a later join, in either direction, knows what both have; and because they are written in one commit with what they mark,
/// a join that was stopped did nothing, and one that is repeated adds nothing.
public struct LedgerJoin: Sendable {
  public let common: Int
  public let plan: JoinPlan
  private let marks: [Int: String]
  private let head: Int

  /// Reads both ledgers and plans; writes nothing.
  ///
  /// - Throws: `LedgerError`, `Act.WireError`; `ForkFailure.nothingInCommon`.
  public init(of fork: any Ledger, to here: any Ledger, language: Language, at time: Date) async throws {
    let (mine, theirs) = (try await Self.all(here), try await Self.all(fork))
    common = zip(mine, theirs).prefix { $0.hash == $1.hash }.count
    guard common > 0 else { throw ForkFailure.nothingInCommon }
    let known = Self.known(mine.dropFirst(common), theirs.dropFirst(common))
    let input = JoinInput(
      common: common, here: try mine.map(Entry.init), fork: try theirs.map(Entry.init), counterparts: known.counterparts,
      joinedBefore: known.joinedBefore, time: Int64((time.timeIntervalSince1970 * 1000).rounded()))
    // A lesson that was never typed is said as it would have been here when the two parted.
    let sayer = language.sayer(for: VillageState())
    plan = VillageState.joining(input) { sayer.say($0) }
    marks = Dictionary(uniqueKeysWithValues: theirs.dropFirst(common).map { ($0.sequence, $0.hash.hex) })
    head = mine.count
  }

  /// Writes what was planned, all in one commit or nothing.
  ///
  /// - Throws: `LedgerError`; `ForkFailure.writtenMeanwhile`.
  public func write(to here: any Ledger) async throws {
    guard !plan.entries.isEmpty else { return }
    let drafts = try plan.entries.map { planned in
      LedgerDraft(
        kind: planned.entry.act.kind, payload: try planned.entry.act.payload(on: planned.entry.ground),
        author: planned.entry.author.rawValue,
        time: Date(timeIntervalSince1970: Double(planned.entry.time) / 1000),
        request: Mark(hash: marks[planned.source] ?? "", part: planned.part).text)
    }
    do {
      _ = try await here.append(drafts, after: head)
    } catch LedgerError.conflict, LedgerError.duplicateRequest {
      throw ForkFailure.writtenMeanwhile
    }
  }

  private static func all(_ ledger: any Ledger) async throws -> [LedgerEntry] {
    try await ledger.entries(after: 0, limit: .max)
  }

  /// What both have since they parted, by the marks of earlier joins.
  private static func known(
    _ mine: some Sequence<LedgerEntry>, _ theirs: some Sequence<LedgerEntry>
  ) -> (counterparts: [Int: [Int]], joinedBefore: Int) {
    var here: [String: [Int]] = [:]
    var marked: Set<String> = []
    for entry in mine {
      let mark = entry.request.flatMap(Mark.init)
      if let mark { marked.insert(mark.hash) }
      here[mark?.hash ?? entry.hash.hex, default: []].append(entry.sequence)
    }
    var counterparts: [Int: [Int]] = [:]
    var joinedBefore = 0
    for entry in theirs {
      let origin = entry.request.flatMap(Mark.init)?.hash ?? entry.hash.hex
      if let numbers = here[origin] { counterparts[entry.sequence] = numbers }
      if marked.contains(entry.hash.hex) { joinedBefore = entry.sequence }
    }
    return (counterparts, joinedBefore)
  }

  /// The request key of an entry that came by a join.
  struct Mark: Hashable {
    let hash: String
    let part: Int

    init(hash: String, part: Int) { (self.hash, self.part) = (hash, part) }

    init?(_ request: String) {
      let words = request.split(separator: " ")
      guard words.count == 3, words[0] == "join", words[1].utf8.count == 64, let part = Int(words[2]) else { return nil }
      self.init(hash: String(words[1]), part: part)
    }

    var text: String { "join \(hash) \(part)" }
  }
}
