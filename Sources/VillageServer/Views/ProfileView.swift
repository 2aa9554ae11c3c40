import Community
import Ledger
import Lessons
import Mind
import VillageService

/// What a member does for the village and how well they judged, each figure with its reasons.
struct ProfileView: Sendable {
  struct Work: Sendable {
    let name: String
    let count: String
    let words: String
  }

  struct Judgement: Sendable {
    let topic: String
    let kind: String
    let figure: String
    let words: String
  }

  let works: [Work]
  let judgements: [Judgement]
  let orcid: Link?
  let isEmpty: Bool
}

extension Contributions.Role {
  var words: String {
    switch self {
    case .author: "lessons that count"
    case .editor: "wordings and examples that count"
    case .reviewer: "reviews, endorsements and disputes"
    case .tester: "tests that are kept"
    case .arbiter: "disagreements settled"
    case .curator: "tables brought in"
    case .organiser: "groups founded"
    }
  }

  /// As CRediT (ANSI/NISO Z39.104-2022) calls it.
  var credit: String {
    switch self {
    case .author: "Writing – original draft"
    case .editor: "Writing – review & editing"
    case .reviewer: "Validation"
    case .tester: "Investigation"
    case .arbiter: "Supervision"
    case .curator: "Data curation"
    case .organiser: "Project administration"
    }
  }
}

extension Scribe {
  private static let judgementsMax = 12

  func profile(of member: ID<Member>) -> ProfileView {
    let counts = Contributions(of: member, in: state.standing).counts
    let works = Contributions.Role.allCases.compactMap { role in
      counts[role].map { ProfileView.Work(name: role.rawValue, count: Numbers.grouped($0), words: role.words) }
    }
    let judgements = state.standing.judgements(of: member).prefix(Self.judgementsMax).map { judged in
      ProfileView.Judgement(
        topic: judged.topic?.label ?? "everything", kind: "\(judged.kind)",
        figure: "\(Int((judged.reasons.accuracy * 100).rounded())) of 100",
        words:
          "\(Int(judged.reasons.hits)) proved right, \(Int(judged.reasons.misses)) wrong; began with \(Int((judged.reasons.prior * 100).rounded()))"
      )
    }
    let orcid = viewer.names.account(member)?.credentials.flatMap { ORCID(in: $0) }
    return ProfileView(
      works: works, judgements: Array(judgements), orcid: orcid.map { Link(path: $0.address, words: $0.text) }, isEmpty: works.isEmpty)
  }
}
