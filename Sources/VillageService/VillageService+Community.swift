public import Community
public import Examination
public import Lessons
import Mind
import Synchronization
import Understanding

/// The map of opinions at one state of the village.
public struct ViewsFound: Sendable {
  public let opinions: StandingOpinions
  public let map: OpinionMap

  /// The members of a camp.
  public func members(of camp: Int) -> Set<ID<Member>> {
    guard map.hasCamps else { return [] }
    return Set(zip(opinions.members, map.groups).filter { $0.1 == camp }.map(\.0))
  }

  /// What camps are called: A, B, C.
  public static func name(_ camp: Int) -> String { String(UnicodeScalar(UInt8(65 + camp % 26))) }
}

extension VillageService {
  /// The members' views, as what they endorse and dispute shows them. Computed beside the actor, once for each state.
  public nonisolated func views() async -> ViewsFound {
    if let kept = keptViews.withLock({ $0 }), kept.sequence == (await look { $0.standing.sequence }) { return kept.views }
    // Read within the actor: a copy of the standing that somebody still looks at is copied in full by the next lesson.
    let (sequence, opinions) = await look { ($0.standing.sequence, StandingOpinions($0.standing)) }
    var random = SeededGenerator(seed: 0)
    let found = ViewsFound(opinions: opinions, map: OpinionMap(opinions.votes, using: &random))
    keptViews.withLock { $0 = KeptViews(sequence: sequence, views: found) }
    return found
  }

  /// To whom the answer to a question is owed, were it asked anew from a point of view.
  public nonisolated func credit(for question: String, from view: PointOfView) async -> Credit {
    let (mind, thresholds) = await (look { $0.mind(asked: view) ?? $0.mind }, thresholds)
    return Examiner(responder: language.responder).credit(for: question, in: mind, from: view, thresholds: thresholds)
  }
}

struct KeptViews: Sendable {
  let sequence: Int
  let views: ViewsFound
}
