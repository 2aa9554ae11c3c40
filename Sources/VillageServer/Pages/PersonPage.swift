import Mind
import Community
import Hummingbird
import Lessons
import VillageService

/// What one member taught and decided.
struct PersonPage: Sendable {
  struct TaughtAbout: Sendable {
    let name: String
    let path: String
    let count: String
  }

  let member: MemberView
  let lessons: [LessonLine]
  let moreLessons: Link?
  var changes: [ChangeView] = []
  let topics: [TaughtAbout]
  let profile: ProfileView
  /// What others decided about them or their work, newest first, with the rule and the appeal.
  var judgedBy: [Judged] = []
  var judgedMore: Link?

  struct Judged: Sendable {
    let act: HistoryPage.ActLine
    let appeal: String?
    /// Where they themselves may appeal.
    let canAppeal: Bool
  }

  static func addRoutes(to routes: Routes) {
    routes.get("/people/{id}", for: .members) { exchange in
      let viewer = try await exchange.memberViewer()
      let id = try exchange.id("id", of: Member.self)
      guard var page = await exchange.look(viewer, { $0.person(page: id) }) else { throw Problem(Refusal.unknownMember(id)) }
      let decisions = HistoryFilter(author: id, kinds: ActKind.reviewed.wireKinds.union(ActKind.settled.wireKinds))
      page.changes = try await exchange.site.service.history(decisions, before: nil, limit: 10).entries.map(viewer.change)
      try await page.addJudged(id, exchange, viewer)
      return try await exchange.page("person", title: page.member.name, page, viewer)
    }
  }
}

extension PersonPage {
  private static let judgedMax = 10

  private mutating func addJudged(_ id: ID<Member>, _ exchange: Exchange, _ viewer: Viewer) async throws {
    let acts = await exchange.look(viewer) { $0.judged(id) }
    for (entry, appeal) in acts.prefix(Self.judgedMax) {
      guard let told = try await exchange.site.service.entry(entry.sequence) else { continue }
      judgedBy.append(
        Judged(
          act: try await HistoryPage.line(told, exchange, viewer), appeal: appeal,
          canAppeal: viewer.member == id && appeal == nil && !told.isUndone))
    }
    if acts.count > Self.judgedMax {
      judgedMore = Link(path: "/history?concerning=\(URLPath.encode(id.rawValue))", words: "all \(acts.count)")
    }
  }
}

extension Scribe {
  /// The acts by which others took something from a member or their work; a welcome nod is none.
  func judged(_ id: ID<Member>) -> [(entry: Entry, appeal: String?)] {
    state.standing.acts(concerning: id).filter { entry in
      switch entry.act {
      case .accepted: false
      case .roleGranted: entry.ground != nil
      default: true
      }
    }.map { ($0, appeal(against: $0)) }
  }

  private static let linesMax = 50
  private static let topicsMax = 8

  func person(page id: ID<Member>) -> PersonPage? {
    guard let record = state.standing.members[id] else { return nil }
    let lessons = record.lessons.suffix(Self.linesMax).reversed().compactMap { line($0) }
    return PersonPage(
      member: member(id, record), lessons: lessons,
      moreLessons: record.lessons.count > Self.linesMax
        ? Link(path: "/history?author=\(URLPath.encode(id.rawValue))&kind=taught", words: "all \(Numbers.grouped(record.lessons.count))")
        : nil,
      topics: topics(record), profile: profile(of: id))
  }

  /// What the latest lessons are about, most first.
  private func topics(_ record: MemberRecord) -> [PersonPage.TaughtAbout] {
    var counts: [Concept: Int] = [:]
    for id in record.lessons.suffix(2_000) {
      if case .claim(let claim)? = state.standing.lessons[id]?.lesson.teaching { counts[claim.subject, default: 0] += 1 }
    }
    let most = counts.filter { $0.value > 1 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.topicsMax)
    return most.map { .init(name: $0.key.label, path: URLPath.concept($0.key), count: Numbers.grouped($0.value)) }
  }
}
