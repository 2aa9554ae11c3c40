public import Foundation
import GRDB

extension PrivateStore {
  public func startConversation(by speaker: Speaker, consent: Bool, now: Date) async throws(PrivateStoreError) -> Conversation {
    try speaker.validate()
    let id = secrets.identifier()
    return try await write { database in
      try database.execute(
        sql: "INSERT INTO conversations (id, speaker, consent, started, last_active) VALUES (?, ?, ?, ?, ?)",
        arguments: [id, speaker.stored, consent, now.stored, now.stored])
      return try Self.conversation(id, database)
    }
  }

  public func conversation(id: String) async throws(PrivateStoreError) -> Conversation? {
    try await read { try Row.fetchOne($0, sql: "SELECT * FROM conversations WHERE id = ?", arguments: [id]).map(Conversation.init) }
  }

  /// A speaker's conversations, the latest first.
  public func conversations(by speaker: Speaker, limit: Int) async throws(PrivateStoreError) -> [Conversation] {
    try await read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM conversations WHERE speaker = ? ORDER BY last_active DESC, id LIMIT ?",
        arguments: [speaker.stored, max(0, limit)]
      ).map(Conversation.init)
    }
  }

  /// The conversations whose speakers agreed that teachers read them, the latest first.
  ///
  /// - Parameter before: for the next page, the `lastActive` of the last one seen.
  public func conversationsWithConsent(before: Date? = nil, limit: Int) async throws(PrivateStoreError) -> [Conversation] {
    try await read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM conversations WHERE consent = 1 AND last_active < ? ORDER BY last_active DESC, id LIMIT ?",
        arguments: [before?.stored ?? .max, max(0, limit)]
      ).map(Conversation.init)
    }
  }

  public func setConsent(_ consent: Bool, for conversation: String) async throws(PrivateStoreError) {
    try await write { database in
      try database.execute(sql: "UPDATE conversations SET consent = ? WHERE id = ?", arguments: [consent, conversation])
      guard database.changesCount == 1 else { throw PrivateStoreError.unknownConversation(conversation) }
    }
  }

  /// - Parameters:
  ///   - answer: JSON.
  ///   - view: the point of view that answered.
  /// - Throws: `.unknownConversation`, also for one that was erased meanwhile.
  public func addTurn(
    to conversation: String, utterance: String, answer: String, view: String, now: Date
  ) async throws(PrivateStoreError) -> ConversationTurn {
    try PrivateText.check(utterance, "message", bytesMax: 1 << 16)
    try PrivateText.check(answer, "answer", bytesMax: 1 << 20)
    return try await write { database in
      _ = try Self.conversation(conversation, database)
      try database.execute(sql: "UPDATE conversations SET last_active = ? WHERE id = ?", arguments: [now.stored, conversation])
      let row: Row?
      do {
        row = try Row.fetchOne(
          database,
          sql: """
            INSERT INTO turns (conversation, number, time, utterance, answer, view)
            SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4, ?5 FROM turns WHERE conversation = ?1
            RETURNING *
            """, arguments: [conversation, now.stored, utterance, answer, view])
      } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_CHECK {
        throw PrivateStoreError.unreadable(field: "answer")
      }
      guard let row else { throw PrivateStoreError.unknownConversation(conversation) }
      return ConversationTurn(row)
    }
  }

  public func turns(
    of conversation: String, after number: Int = 0, limit: Int
  ) async throws(PrivateStoreError) -> [ConversationTurn] {
    try await read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM turns WHERE conversation = ? AND number > ? ORDER BY number LIMIT ?",
        arguments: [conversation, number, max(0, limit)]
      ).map(ConversationTurn.init)
    }
  }

  /// How often a message was understood to ask a question of this kind, by whomever, and when last.
  public func timesAsked(question: String) async throws(PrivateStoreError) -> (count: Int, last: Date?) {
    try await read { database in
      let row = try Row.fetchOne(
        database, sql: "SELECT count(*) AS count, max(time) AS last FROM turns WHERE question = ?", arguments: [question])
      let last: Int64? = row?["last"]
      return (row?["count"] ?? 0, last.map(Date.init(stored:)))
    }
  }

  /// The lessons that each of the latest answers drew on, in no order.
  public func lessonsDrawnOn(since time: Date, limit: Int) async throws(PrivateStoreError) -> [Set<String>] {
    try await read { database in
      let lists = try String?.fetchAll(
        database,
        sql: "SELECT json_extract(answer, '$.answer.lessons') FROM turns WHERE time >= ? ORDER BY time DESC, conversation, number LIMIT ?",
        arguments: [time.stored, max(0, limit)])
      return lists.compactMap { list in
        list.flatMap { try? JSONDecoder().decode(Set<String>.self, from: Data($0.utf8)) }
      }
    }
  }

  /// What was asked of the village as the public sees it, each once, the latest first.
  ///
  /// - Parameter ofOneMax: of one speaker's, the latest so many are looked at.
  public func questionsAsked(since time: Date, ofOneMax: Int, limit: Int) async throws(PrivateStoreError) -> [String] {
    try await read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT utterance FROM (
            SELECT turns.utterance, turns.time,
              row_number() OVER (PARTITION BY conversations.speaker ORDER BY turns.time DESC, turns.conversation, turns.number) AS place
            FROM turns JOIN conversations ON conversations.id = turns.conversation
            WHERE turns.time >= ?1 AND (turns.view = '' OR turns.view LIKE char(10) || '%')
          ) WHERE place <= ?2 GROUP BY utterance ORDER BY max(time) DESC, utterance LIMIT ?3
          """, arguments: [time.stored, max(0, ofOneMax), max(0, limit)])
    }
  }

  public func eraseConversation(id: String) async throws(PrivateStoreError) {
    let count = try await erase(conversationsWhere: "id = ?", [id])
    guard count == 1 else { throw .unknownConversation(id) }
  }

  /// All that this speaker ever said. Returns how many conversations are gone.
  @discardableResult
  public func eraseConversations(by speaker: Speaker) async throws(PrivateStoreError) -> Int {
    try await erase(conversationsWhere: "speaker = ?", [speaker.stored])
  }

  /// Retention. Returns how many conversations are gone.
  @discardableResult
  public func eraseConversations(lastActiveBefore time: Date) async throws(PrivateStoreError) -> Int {
    try await erase(conversationsWhere: "last_active < ?", [time.stored])
  }

  private func erase(conversationsWhere condition: String, _ arguments: StatementArguments) async throws(PrivateStoreError) -> Int {
    try await erase { database in
      try database.execute(sql: "DELETE FROM conversations WHERE \(condition)", arguments: arguments)
      return database.changesCount
    }
  }

  private static func conversation(_ id: String, _ database: Database) throws -> Conversation {
    guard let row = try Row.fetchOne(database, sql: "SELECT * FROM conversations WHERE id = ?", arguments: [id]) else {
      throw PrivateStoreError.unknownConversation(id)
    }
    return try Conversation(row)
  }
}
