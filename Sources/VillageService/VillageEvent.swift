public import Lessons

/// Something happened that a watching page may show: pushed to everyone, without anyone's own work moving.
public struct VillageEvent: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    case lesson, revision, retraction, review, comment, disagreement, settlement, hand, people, `import`, understanding, release, opinion
  }

  /// An address of a page that the event touches.
  public enum Place: Hashable, Sendable {
    case lesson(ID<Lesson>)
    case concept(Concept)
    case disagreement(ID<Disagreement>)
    case hands
    case people
    case releases
  }

  /// The entry behind it; 0 for what is outside the ledger.
  public let sequence: Int
  public let kind: Kind
  public let by: ID<Member>?
  public let about: [Place]
}

/// Who listens. Each listener has a bounded buffer: a slow one misses the oldest and reloads.
struct EventHub {
  private var listeners: [AsyncStream<VillageEvent>.Continuation] = []

  static let bufferedMax = 256

  mutating func subscribe(missed: [VillageEvent]) -> AsyncStream<VillageEvent> {
    let (stream, continuation) = AsyncStream.makeStream(of: VillageEvent.self, bufferingPolicy: .bufferingNewest(Self.bufferedMax))
    for event in missed { continuation.yield(event) }
    listeners.append(continuation)
    return stream
  }

  /// Tells all who listen; those who have gone are forgotten.
  mutating func publish(_ event: VillageEvent) {
    listeners.removeAll { listener in
      if case .terminated = listener.yield(event) { true } else { false }
    }
  }

  mutating func finish() {
    for listener in listeners { listener.finish() }
    listeners = []
  }
}
