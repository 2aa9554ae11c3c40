public import Lessons

/// What a member did for the village, by kind of work: what a profile shows and an export names.
///
/// After the contributor roles of CRediT (ANSI/NISO Z39.104-2022), for what is done in a village.
public struct Contributions: Hashable, Sendable {
  public enum Role: String, Hashable, Sendable, CaseIterable, Codable {
    /// Taught what counts (CRediT: writing, original draft).
    case author
    /// Taught in which words people ask and understand (writing, review and editing).
    case editor
    /// Accepted or declined, endorsed or disputed, with a reason (validation).
    case reviewer
    /// Set tests (investigation).
    case tester
    /// Settled disagreements (supervision).
    case arbiter
    /// Brought in tables (data curation).
    case curator
    /// Founded or led a group (project administration).
    case organiser
  }

  /// Roles with how often; those that are 0 are left out.
  public private(set) var counts: [Role: Int] = [:]

  public init(of member: ID<Member>, in standing: Standing) {
    var counts: [Role: Int] = [:]
    for id in standing.members[member]?.lessons ?? [] {
      guard let record = standing.lessons[id], record.status == .accepted else { continue }
      switch record.lesson.teaching {
      case .name, .phrasing, .example, .stopWord, .labelling: counts[.editor, default: 0] += 1
      case .test: counts[.tester, default: 0] += 1
      case .note: break
      default: counts[.author, default: 0] += 1
      }
    }
    counts[.reviewer] =
      standing.opinions.values.count { $0[member].map { $0.stance != .unsure } ?? false }
      + standing.lessons.values.count { $0.decidedBy == member && $0.author != member }
    counts[.arbiter] = standing.settlements.values.reduce(0) { $0 + $1.count { $0.author == member } }
    counts[.curator] = standing.tables.values.count { $0.first.map { standing.lessons[$0]?.author == member } ?? false }
    counts[.organiser] = standing.groupRecords.values.count { $0.founder == member }
    self.counts = counts.filter { $0.value > 0 }
  }
}
