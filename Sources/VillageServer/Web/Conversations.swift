import Ledger
import Lessons

/// Whose conversation is whose: a browser keeps the id of the one that is open, and only who began it may read it.
extension Exchange {
  static let conversationSeconds = 30 * 86_400

  var speaker: Speaker {
    switch caller.who {
    case .member(let id): .member(id.rawValue)
    case .visitor(let pseudonym): .visitor(pseudonym)
    }
  }

  /// The conversation that this browser has open, if it is the caller's own.
  func openConversation() async throws -> String? {
    guard let id = cookie(.conversation), !id.isEmpty else { return nil }
    return try await ownConversation(id)?.id
  }

  func beginConversation() async throws -> String {
    try await site.people.startConversation(by: speaker, consent: false, now: site.clock()).id
  }

  func ownConversation(_ id: String) async throws -> Conversation? {
    guard let conversation = try await site.people.conversation(id: id), conversation.speaker == speaker else { return nil }
    return conversation
  }

  private static let handsMax = 500

  /// The questions that wait for someone to teach their answer, by their key.
  func openHands() async throws -> [String: RaisedHand] {
    let hands = try await site.people.raisedHands(.open, limit: Self.handsMax)
    return Dictionary(hands.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
