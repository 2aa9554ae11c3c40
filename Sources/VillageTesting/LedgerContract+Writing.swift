import Foundation
import Ledger

extension LedgerContract {
  static var appending: [Clause] {
    [
      Clause(description: "a new ledger is empty and whole") { ledger in
        try expectEqual(try await ledger.head(), .empty, "head")
        try expectEqual(try await ledger.entries(after: 0, limit: 10), [], "entries")
        try expectEqual(try await ledger.verify(), LedgerVerification(head: .empty, firstBreak: nil), "verification")
      },
      Clause(description: "entries are numbered from one and each names the hash of the one before") { ledger in
        let drafts = [LedgerDraft].samples(5)
        let first = try await ledger.append(Array(drafts[..<2]), after: 0)
        let rest = try await ledger.append(Array(drafts[2...]), after: 2)
        let stored = try await ledger.entries(after: 0, limit: 10)
        try expectEqual(first + rest, stored, "what append returned and what is stored")
        var head = LedgerHead.empty
        for (draft, entry) in zip(drafts, stored) {
          try expectEqual(entry, LedgerEntry(draft, after: head), "entry \(entry.sequence)")
          head = LedgerHead(entry)
        }
        try expectEqual(try await ledger.head(), head, "head")
        try expectEqual(try await ledger.verify(), LedgerVerification(head: head, firstBreak: nil), "verification")
      },
      Clause(description: "what is appended is kept byte for byte, and its time to the millisecond") { ledger in
        let payloads = [
          "{}", #"{"b":1,"a":[1.50,"é e\u0301 \u0000 \ud83c\udf4c"]}"#, "  { \"text\" : \"🍌 ﷽ \u{202E}x'; DROP TABLE entries; --\" }  ",
          "[\(String(repeating: "1,", count: 50_000))1]", "null", "\"e\u{301}\"",
        ]
        let times = [-62_167_219_200_000, -1, 0, 1, 951_782_399_999, 1_772_357_400_125, 253_402_300_799_999]
          .map(RFC3339.date(milliseconds:))
        let drafts = payloads.flatMap { payload in
          times.map { LedgerDraft(kind: "sample.taken.v1", payload: payload, author: "åsa/💡", time: $0) }
        }
        _ = try await ledger.append(drafts, after: 0)
        let stored = try await ledger.entries(after: 0, limit: drafts.count)
        for (draft, entry) in zip(drafts, stored) {
          try expect(Array(entry.payload.utf8) == Array(draft.payload.utf8), "the payload \(draft.payload.prefix(80)) changed")
          try expectEqual(entry.time, draft.time, "time")
          try expectEqual(entry.author, draft.author, "author")
        }
        try expectEqual(stored.count, drafts.count, "entries")
        try expect(try await ledger.verify().isWhole, "the chain is whole")
      },
      Clause(description: "an empty batch changes nothing") { ledger in
        _ = try await ledger.append(.samples(2), after: 0)
        try expectEqual(try await ledger.append([], after: 2), [], "entries")
        try expectEqual(try await ledger.head().sequence, 2, "head")
      },
      Clause(description: "writers at once lose, double and skip nothing") { ledger in
        try await withThrowingTaskGroup { group in
          for writer in 0..<8 {
            group.addTask { try await appendAll(.samples(10, author: "writer-\(writer)"), to: ledger) }
          }
          try await group.waitForAll()
        }
        let stored = try await ledger.entries(after: 0, limit: 1000)
        try expectEqual(stored.map(\.sequence), Array(1...80), "sequences")
        for writer in 0..<8 {
          let own = stored.filter { $0.author == "writer-\(writer)" }.map(\.payload)
          try expectEqual(own, [LedgerDraft].samples(10).map(\.payload), "writer \(writer)'s entries, in order")
        }
        try expect(try await ledger.verify().isWhole, "the chain is whole")
      },
    ]
  }

  static var refusing: [Clause] {
    [
      Clause(description: "a writer who is behind, or ahead, is told where the ledger ends") { ledger in
        _ = try await ledger.append(.samples(3), after: 0)
        for expected in [-1, 0, 2, 4] {
          try await expectError(.conflict(expected: expected, actual: 3), "after \(expected)") { () async throws(LedgerError) in
            try await ledger.append(.samples(1), after: expected)
          }
        }
        try expectEqual(try await ledger.head().sequence, 3, "head")
      },
      Clause(description: "a repeated request finds its first entry, even from a writer who is behind") { ledger in
        let draft = LedgerDraft.sample(0, request: "r1")
        let first = try await ledger.append([draft], after: 0)[0]
        let batch = [LedgerDraft.sample(1), draft]
        for after in [0, 1] {
          try await expectError(.duplicateRequest(first), "after \(after)") { () async throws(LedgerError) in
            try await ledger.append(batch, after: after)
          }
        }
        try expectEqual(try await ledger.entries(after: 0, limit: 10), [first], "entries")
        try expectEqual(try await ledger.entry(author: draft.author, request: "r1"), first, "entry of the request")
        try expectEqual(try await ledger.entry(author: draft.author, request: "r2"), nil, "entry of an unknown request")
        try expectEqual(try await ledger.entry(author: "bo", request: "r1"), nil, "entry of another's request")
      },
      Clause(description: "two authors may use the same request key") { ledger in
        let drafts = [LedgerDraft.sample(0, author: "ada", request: "r1"), .sample(0, author: "bo", request: "r1")]
        let entries = try await ledger.append(drafts, after: 0)
        try expectEqual(try await ledger.entry(author: "bo", request: "r1"), entries[1], "bo's entry")
      },
      Clause(description: "what no ledger takes is refused, and the batch around it with it") { ledger in
        let time = Date(timeIntervalSince1970: 0)
        let long = String(repeating: "x", count: 201)
        let hostile = [
          LedgerDraft(kind: "", payload: "{}", author: "ada", time: time),
          LedgerDraft(kind: long, payload: "{}", author: "ada", time: time),
          LedgerDraft(kind: "a\0b", payload: "{}", author: "ada", time: time),
          LedgerDraft(kind: "a", payload: "", author: "ada", time: time),
          LedgerDraft(kind: "a", payload: "{", author: "ada", time: time),
          LedgerDraft(kind: "a", payload: "{} {}", author: "ada", time: time),
          LedgerDraft(kind: "a", payload: "{}\0", author: "ada", time: time),
          LedgerDraft(kind: "a", payload: "\"\(String(repeating: "x", count: 1 << 20))\"", author: "ada", time: time),
          LedgerDraft(kind: "a", payload: "{}", author: "", time: time),
          LedgerDraft(kind: "a", payload: "{}", author: long, time: time),
          LedgerDraft(kind: "a", payload: "{}", author: "ada", time: time, request: ""),
          LedgerDraft(kind: "a", payload: "{}", author: "ada", time: time, request: long),
          LedgerDraft(kind: "a", payload: "{}", author: "ada", time: Date(timeIntervalSince1970: 253_402_300_800)),
          LedgerDraft(kind: "a", payload: "{}", author: "ada", time: Date(timeIntervalSince1970: .nan)),
        ]
        for (index, draft) in hostile.enumerated() {
          try await expectRefusal("draft \(index)") { () async throws(LedgerError) in
            try await ledger.append([.sample(0), draft, .sample(1)], after: 0)
          }
        }
        let twice = LedgerDraft.sample(0, request: "r1")
        try await expectRefusal("a key used twice") { () async throws(LedgerError) in try await ledger.append([twice, twice], after: 0) }
        try expectEqual(try await ledger.head(), .empty, "head")
      },
    ]
  }

  private static func expectRefusal(
    _ what: String, from body: () async throws(LedgerError) -> [LedgerEntry]
  ) async throws {
    do {
      _ = try await body()
    } catch .refused {
      return
    }
    throw Violation(description: "\(what) went in, expected a refusal")
  }

  /// Appends one draft after the other, trying again after each conflict, as a writer among others does.
  static func appendAll(_ drafts: [LedgerDraft], to ledger: any Ledger) async throws {
    var sequence = 0
    for draft in drafts {
      var isIn = false
      while !isIn {
        do {
          sequence = try await ledger.append([draft], after: sequence)[0].sequence
          isIn = true
        } catch {
          guard case .conflict(_, let actual) = error else { throw error }
          sequence = actual
        }
      }
    }
  }
}
