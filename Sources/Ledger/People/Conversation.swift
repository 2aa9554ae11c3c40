public import Foundation
import GRDB

/// What one speaker and the assistant said to each other.
public struct Conversation: Hashable, Sendable {
  public let id: String
  public let speaker: Speaker
  /// Whether the speaker agreed that teachers read it.
  public let consent: Bool
  public let started: Date
  public let lastActive: Date

  init(_ row: Row) throws {
    guard let speaker = Speaker(stored: row["speaker"]) else { throw PrivateStoreError.damaged("a conversation has no speaker") }
    self.speaker = speaker
    id = row["id"]
    consent = row["consent"]
    started = Date(stored: row["started"])
    lastActive = Date(stored: row["last_active"])
  }
}

/// One utterance and its answer.
public struct ConversationTurn: Hashable, Sendable {
  public let conversation: String
  /// From 1.
  public let number: Int
  public let time: Date
  public let utterance: String
  /// JSON: the answer with its explanation.
  public let answer: String
  /// The point of view that answered.
  public let view: String

  init(_ row: Row) {
    conversation = row["conversation"]
    number = row["number"]
    time = Date(stored: row["time"])
    utterance = row["utterance"]
    answer = row["answer"]
    view = row["view"]
  }
}
