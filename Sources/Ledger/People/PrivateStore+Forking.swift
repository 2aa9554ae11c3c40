import Foundation
import GRDB

extension PrivateStore {
  /// Brings these members' accounts into another store, so that they sign in there as here. What is there already stays;
  /// an account whose sign-in name someone else has there comes without it. Sessions, tokens, invitations, conversations
  /// and raised hands stay behind, and who was erased comes as erased.
  ///
  /// - Returns: how many accounts came.
  public func copyAccounts(of members: Set<String>, to other: PrivateStore) async throws(PrivateStoreError) -> Int {
    let accounts = try await read { database -> [[String: DatabaseValue]] in
      try Row.fetchAll(database, sql: "SELECT * FROM accounts ORDER BY created, member")
        .filter { members.contains($0["member"]) }
        .map { row in Dictionary(uniqueKeysWithValues: row.map { ($0.0, $0.1) }) }
    }
    return try await other.write { database in
      var count = 0
      for original in accounts {
        var account = original
        guard let member = account["member"],
          try Row.fetchOne(database, sql: "SELECT 1 FROM accounts WHERE member = ?", arguments: [member]) == nil
        else { continue }
        if let login = account["login"],
          try Row.fetchOne(database, sql: "SELECT 1 FROM accounts WHERE login = ?", arguments: [login]) != nil
        {
          account["login"] = .null
          account["password"] = .null
        }
        let columns = account.keys.sorted()
        try database.execute(
          sql: "INSERT INTO accounts (\(columns.joined(separator: ", "))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))",
          arguments: StatementArguments(columns.map { account[$0] }))
        count += 1
      }
      return count
    }
  }
}
