public import Foundation
import GRDB

/// Where a member's last visit ended, for "what changed since".
public struct Visit: Hashable, Sendable {
  /// Nil on the first visit.
  public let lastSeen: Date?
  /// Where the ledger ended then; on the first visit, where it ends now.
  public let sequence: Int
}

extension PrivateStore {
  /// Seconds without a page after which the next page begins a new visit.
  public static let visitGap: TimeInterval = 30 * 60

  /// Notes that a member is here, and says where the visit before this one ended. Within one visit the answer stays the
  /// same, so that a reload does not hide what was new.
  ///
  /// - Parameter sequence: where the ledger ends now.
  public func recordVisit(of member: String, at sequence: Int, now: Date) async throws(PrivateStoreError) -> Visit {
    try await write { database in
      _ = try Self.livingAccount(member, database)
      let row = try Row.fetchOne(
        database,
        sql: """
          INSERT INTO visits (member, last_seen, last_sequence, earlier, earlier_sequence) VALUES (?1, ?2, ?3, NULL, ?3)
          ON CONFLICT (member) DO UPDATE SET
            earlier = CASE WHEN ?2 - last_seen >= ?4 THEN last_seen ELSE earlier END,
            earlier_sequence = CASE WHEN ?2 - last_seen >= ?4 THEN last_sequence ELSE earlier_sequence END,
            last_seen = ?2, last_sequence = ?3
          RETURNING earlier, earlier_sequence
          """, arguments: [member, now.stored, sequence, Int64(Self.visitGap * 1000)])
      guard let row else { throw PrivateStoreError.unknownMember(member) }
      return Visit(lastSeen: (row["earlier"] as Int64?).map(Date.init(stored:)), sequence: row["earlier_sequence"])
    }
  }
}
