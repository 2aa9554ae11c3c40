import Mind
import Community
public import Lessons

extension VillageService {
  /// The act that takes an entry back; nil where it cannot be taken back by this member.
  public func undoing(_ entry: Entry, by member: ID<Member>) -> Act? {
    guard entry.author == member else { return nil }
    let act: Act? =
      switch entry.act {
      case .taught(let lessons) where lessons.count == 1: .retracted(lessons[0].id, reason: "")
      case .tableTaught(let table): .tableRetracted(table.id, reason: "")
      case .retracted(let id, _): .reinstated(id)
      case .reinstated(let id): .retracted(id, reason: "")
      case .commented(let id, _, _): .commentWithdrawn(id)
      case .settled(let settlement): .reopened(settlement.disagreement, reason: "taken back by who settled it")
      case .opined(let opinion) where opinion.stance != nil && state.standing.opinions(on: opinion.on)[member]?.sequence == entry.sequence:
        .opined(Opinion(nil, on: opinion.on))
      case .proposed(let proposal): .proposalWithdrawn(proposal.id)
      case .ballotOpened(let ballot): .ballotWithdrawn(ballot.id)
      case .seen(let acts): .unseen(acts.filter { state.standing.seenBy($0).contains(member) })
      case .reverted(let reversal): .reversalWithdrawn(reversal.id, reason: "")
      case .groupJoined(let other, let group): .groupLeft(other, group: group, reason: "taken back by who added them")
      case .groupLeft(let other, let group, _): .groupJoined(other, group: group)
      case .released(let release): .releaseWithdrawn(release.name, reason: "")
      case .revised(let lesson, let after): previous(of: lesson.id, before: after).map { .revised($0, after: after + 1) }
      default: nil
      }
    guard let act, (try? state.standing.validate(act, by: member)) != nil else { return nil }
    return act
  }

  /// Takes back one's own act. An act that taught several lessons is taken back lesson by lesson.
  public func undo(_ sequence: Int, by member: ID<Member>) async throws -> [Recorded] {
    guard let entry = try await entry(sequence)?.entry else { throw CannotUndo() }
    if case .taught(let lessons) = entry.act, entry.author == member {
      var recorded: [Recorded] = []
      for lesson in lessons where (try? state.standing.validate(.retracted(lesson.id, reason: ""), by: member)) != nil {
        recorded.append(try await record(.retracted(lesson.id, reason: ""), by: member))
      }
      guard !recorded.isEmpty else { throw CannotUndo() }
      return recorded
    }
    guard let act = undoing(entry, by: member) else { throw CannotUndo() }
    return [try await record(act, by: member)]
  }

  /// Whether `undo` would do something.
  public func canUndo(_ entry: Entry, by member: ID<Member>) -> Bool {
    if case .taught(let lessons) = entry.act, entry.author == member {
      return lessons.contains { (try? state.standing.validate(.retracted($0.id, reason: ""), by: member)) != nil }
    }
    return undoing(entry, by: member) != nil
  }

  private func previous(of id: ID<Lesson>, before revision: Int) -> Lesson? {
    guard let record = state.standing.lessons[id], record.revisions.count == revision + 1, revision >= 1 else { return nil }
    return record.revisions[revision - 1].lesson
  }
}

public struct CannotUndo: UserReadable, Hashable {
  public init() {}

  public var message: String { "That cannot be taken back." }
  public var hint: String { "You can take back what you did yourself and what still stands." }
}
