public import Dialogue
public import Foundation
public import Ledger
public import Lessons
import Mind
import Understanding

/// One exchange in a conversation. Conversations live beside the ledger, never in it.
public struct Turn: Sendable {
  public let conversation: String
  /// From 1.
  public let number: Int
  public let time: Date
  public let utterance: String
  public let answer: Answer
  /// What “that's wrong” offers.
  public let remedies: [Remedy]
  public let view: PointOfView

  /// The turn's address within the village.
  public var id: String { "\(conversation).\(number)" }
}

/// What a turn leaves in the private store.
private struct StoredAnswer: Codable {
  let answer: Answer
  let remedies: [Remedy]
  let conversation: Dialogue.Conversation
}

extension VillageService {
  public static let utteranceLengthMax = 2_000  // characters

  /// Answers, remembers the turn, and raises a hand for what was not taught.
  ///
  /// - Parameter view: from where to look; a member's own lessons count only where `view` names the member.
  public func talk(_ text: String, in conversation: String, by speaker: Speaker, from view: PointOfView = .community) async throws -> Turn {
    let now = clock()
    let before = try await people.turns(of: conversation, after: 0, limit: Self.turnsMax).last
    let remembered = before.flatMap { try? JSONDecoder().decode(StoredAnswer.self, from: Data($0.answer.utf8)).conversation }
    let reply = await answer(text, in: remembered ?? Dialogue.Conversation(), from: view)
    let stored = StoredAnswer(answer: reply.answer, remedies: reply.remedies, conversation: reply.conversation)
    let turn = try await people.addTurn(
      to: conversation, utterance: text, answer: try Self.encode(stored), view: view.name, now: now)
    if let question = reply.answer.raisedHand {
      _ = try await people.raiseHand(key: QuestionKey.key(of: question), question: question, by: speaker, now: now)
      publish(VillageEvent(sequence: 0, kind: .hand, by: nil, about: [.hands]))
    }
    return Turn(
      conversation: conversation, number: turn.number, time: turn.time, utterance: text, answer: reply.answer,
      remedies: reply.remedies, view: view)
  }

  /// Answers without a trace: no turn, no raised hand.
  ///
  /// Computed beside the actor, on the village as it stood when asked: a question over thousands of things keeps nobody
  /// from teaching.
  public nonisolated func answer(_ text: String, in conversation: Dialogue.Conversation, from view: PointOfView) async
    -> (answer: Answer, remedies: [Remedy], conversation: Dialogue.Conversation)
  {
    let knowledge = await knowledge(from: view)
    let (answer, after) = language.responder.respond(to: text, in: conversation, knowing: knowledge, from: view)
    return (answer, language.responder.remedies(for: answer, to: text, knowing: knowledge, from: view), after)
  }

  /// All that answering needs, as seen by a member.
  func knowledge(for member: ID<Member>?) -> Knowledge { state.mind.knowledge(for: member, thresholds: thresholds) }

  /// What answers from a point of view draw on. A release that was taken back meanwhile is the village as it stands.
  func knowledge(from view: PointOfView) -> Knowledge {
    (state.mind(asked: view) ?? state.mind).knowledge(for: view.member, thresholds: thresholds)
  }

  /// How a sentence is understood now.
  public func hearing(of text: String, from view: PointOfView = .community) -> Hearing {
    language.responder.hearing(of: text, knowing: knowledge(from: view), from: view)
  }

  static let turnsMax = 1_000

  /// The turns of a conversation, oldest first.
  public func turns(of conversation: String) async throws -> [Turn] {
    try await people.turns(of: conversation, after: 0, limit: Self.turnsMax).compactMap { turn in
      guard let stored = try? JSONDecoder().decode(StoredAnswer.self, from: Data(turn.answer.utf8)) else { return nil }
      return Turn(
        conversation: conversation, number: turn.number, time: turn.time, utterance: turn.utterance, answer: stored.answer,
        remedies: stored.remedies, view: PointOfView(named: turn.view))
    }
  }

  private static func encode(_ stored: StoredAnswer) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(stored), as: UTF8.self)
  }
}

extension PointOfView {
  private static let groupMark = "group:"
  private static let releaseMark: Character = "\n"

  /// As whom one looked, as it is kept with a turn: nothing, a member's id, or a group; and the release, on a line of its own.
  fileprivate var name: String {
    let people = group.map { Self.groupMark + $0 } ?? member?.rawValue ?? ""
    return release.map { "\(people)\(Self.releaseMark)\($0)" } ?? people
  }

  fileprivate init(named name: String) {
    let parts = name.split(separator: Self.releaseMark, maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let people = parts.first ?? ""
    if people.hasPrefix(Self.groupMark) {
      self.init(group: String(people.dropFirst(Self.groupMark.count)))
    } else {
      self.init(member: people.isEmpty ? nil : ID(people))
    }
    release = parts.count > 1 ? parts[1] : nil
  }
}
