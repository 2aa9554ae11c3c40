import Community
import Lessons
import Mind
import Reasoning

/// Something that waits for one member: a disagreement that one of their lessons is part of, a newcomer's lesson to review.
enum MemberTask {
  case disagreement(Clash)
  case review(ID<Lesson>)
}

extension VillageState {
  /// What waits for a member, disagreements first, the oldest of each first.
  func tasks(for member: ID<Member>) -> [MemberTask] {
    guard let role = standing.role(of: member), role >= .newcomer else { return [] }
    let clashes = openClashes().filter { clash in clash.lessons.contains { standing.lessons[$0]?.author == member } }
    var tasks = clashes.map { MemberTask.disagreement($0) }
    if role >= .teacher { tasks += waitingLessons().filter { standing.lessons[$0]?.author != member }.map { .review($0) } }
    return tasks
  }

  /// The lessons that wait for review, oldest first.
  func waitingLessons() -> [ID<Lesson>] {
    standing.waiting.sorted { (standing.lessons[$0]?.taughtIn ?? 0, $0) < (standing.lessons[$1]?.taughtIn ?? 0, $1) }
  }
}

extension VillageState {
  /// The open disagreements about one thing.
  func openClashes(about concept: Concept) -> [Clash] {
    mind.beliefs.clashes(about: concept).filter { status(of: $0) == .open }
  }
}
