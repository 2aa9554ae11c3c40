import Mind
import Community
import Foundation
import Hummingbird
import Lessons
import VillageService

/// Every act of every member, newest first.
struct HistoryPage: Sendable {
  struct Filters: Sendable {
    let text: String?
    let since: String?
    let authors: [Alternative]
    let kinds: [Alternative]
    let topic: String?
    let unseen: Bool
    let newcomers: Bool
    let concerning: String?
    let concerningName: String?
    let active: Bool
    /// Whether one of those is set that few people need.
    let narrowed: Bool
  }

  struct DayOfActs: Sendable {
    let day: String
    var entries: [ActLine]
  }

  struct ActLine: Sendable {
    let sequence: Int
    let by: Person
    let words: String
    let when: When
    let kind: String
    let label: String
    let path: String
    let at: String
    let undo: String?
    let fresh: Bool
    let undone: Bool
    let why: String?
    let ground: GroundView?
    let seenBy: [Person]
    /// Whether the viewer may say that they looked at it, or has.
    let canMark: Bool
    let isMarked: Bool
    let rewording: Rewording?
  }

  let filters: Filters
  let days: [DayOfActs]
  let older: Link?
  let newer: Link?
  let total: String
  /// The form by which all these are taken back at once; nil where the viewer may not, or did not choose whose or since when.
  let revert: Revert?
  /// All on this page that the viewer has not looked at, if there are several.
  let toMark: String?
  let back: String

  struct Revert: Sendable {
    let words: String
    let member: String?
    let first: Int
    let last: Int
    /// Whether it concerns others, and so must say by which rule.
    let isOfOthers: Bool
    let key: String
  }

  static func addRoutes(to routes: Routes) {
    routes.get("/history", for: .members, show)
    routes.post("/acts/{sequence}/undo") { exchange in
      _ = try await exchange.form()
      let undone = try await exchange.undo()
      let again = undone.count == 1 ? undone.first.map { URLPath.undo($0.entry.sequence) } : nil
      return try exchange.done(Flash("That was taken back.", undo: again), showing: exchange.cameFrom(or: "/history"))
    }
    routes.post("/acts/seen", for: .members) { exchange in
      let form = try await exchange.form()
      let acts = try form.required("acts", charactersMax: 4_000).split(separator: " ").map { text in
        guard let act = Int(text) else { throw Problem.invalid("acts", "are no numbers of acts") }
        return act
      }
      let recorded = try await exchange.record(.seen(acts), form)
      let back = form.raw("back").flatMap { URLPath.isLocal($0) ? $0 : nil } ?? "/history"
      return exchange.redirect(
        to: back,
        Flash("You have looked at \(Numbers.counted(acts.count, "act", "acts")).", undo: URLPath.undo(recorded.entry.sequence)))
    }
    routes.post("/acts/{sequence}/seen", for: .members) { exchange in
      let form = try await exchange.form()
      let act = try await exchange.knownAct().entry
      let recorded = try await exchange.record(.seen([act.sequence]), form)
      return exchange.redirect(
        to: exchange.cameFrom(or: URLPath.act(act.sequence)),
        Flash("You have looked at it; others see that.", undo: URLPath.undo(recorded.entry.sequence)))
    }
    routes.post("/acts/{sequence}/unseen", for: .members) { exchange in
      let form = try await exchange.form()
      let act = try await exchange.knownAct().entry
      _ = try await exchange.record(.unseen([act.sequence]), form)
      return exchange.redirect(to: URLPath.act(act.sequence), Flash("Your mark is gone."))
    }
    routes.post("/reversals", for: .members) { exchange in
      let form = try await exchange.form()
      guard form.raw("sure") == "yes" else { throw Problem.missing("sure") }
      let first = try form.number("first", in: 1...JSONBody.integerMax) ?? 1
      guard let last = try form.number("last", in: first...JSONBody.integerMax) else { throw Problem.missing("last") }
      let member = try form.optional("member", charactersMax: 100).map { ID<Member>($0) }
      let reversal = Reversal(ID(exchange.site.service.newID()), of: member, first...last, reason: try form.required("reason"))
      let recorded = try await exchange.record(.reverted(reversal), form)
      let acts = await exchange.site.service.look { $0.standing.reversals.last?.acts ?? 0 }
      return exchange.redirect(
        to: URLPath.act(recorded.entry.sequence),
        Flash(
          "\(Numbers.counted(acts, "act counts", "acts count")) no longer, with all that followed from \(acts == 1 ? "it" : "them").",
          undo: URLPath.undo(recorded.entry.sequence)))
    }
  }

  private static let perPage = 50

  private static func show(_ exchange: Exchange) async throws -> Response {
    let viewer = try await exchange.memberViewer()
    let query = try exchange.query()
    let search = try HistorySearch(query, exchange.site.times, isForm: true)
    let found = try await exchange.site.service.history(search.filter, before: search.before, limit: perPage)
    var days: [DayOfActs] = []
    for told in found.entries {
      let day = viewer.times.heading(Date(timeIntervalSince1970: Double(told.entry.time) / 1000), now: viewer.now)
      if days.last?.day != day { days.append(DayOfActs(day: day, entries: [])) }
      days[days.count - 1].entries.append(try await line(told, exchange, viewer))
    }
    let authors = await exchange.site.service.look { $0.standing.members.sorted { $0.value.joined < $1.value.joined }.map(\.key) }
    let page = HistoryPage(
      filters: Filters(
        text: search.filter.text, since: search.since,
        authors: [Alternative(value: "", name: "anyone", selected: search.filter.author == nil)]
          + authors.map { Alternative(value: $0.rawValue, name: viewer.names.name($0), selected: $0 == search.filter.author) },
        kinds: [Alternative(value: "", name: "every act", selected: search.kind == nil)]
          + ActKind.allCases.map { Alternative(value: $0.rawValue, name: $0.name, selected: $0 == search.kind) },
        topic: search.filter.topic?.label, unseen: search.filter.isUnseen, newcomers: search.filter.isByNewcomers,
        concerning: search.filter.concerning?.rawValue, concerningName: search.filter.concerning.map(viewer.names.name),
        active: search.isActive, narrowed: search.isNarrow || search.since != nil),
      days: days, older: found.older.map { Link(path: "/history?" + search.query(before: $0), words: "Older") },
      newer: search.before == nil ? nil : Link(path: "/history?" + search.query(before: nil), words: "Newest"),
      total: Numbers.counted(viewer.sequence, "act", "acts"), revert: await revert(search, exchange, viewer),
      toMark: toMark(days), back: "/history?" + search.query(before: search.before))
    return try await exchange.page("history", title: "History", page, viewer)
  }

  /// Where a founder chose whose acts to see, or since when; a member may so take back their own.
  private static func revert(_ search: HistorySearch, _ exchange: Exchange, _ viewer: Viewer) async -> Revert? {
    let author = search.filter.author
    guard search.filter.text == nil, search.kind == nil, !search.isNarrow, author != nil || search.since != nil else { return nil }
    guard viewer.isFounder || (author != nil && author == viewer.member) else { return nil }
    let first = await exchange.site.service.firstEntry(since: search.filter.since)
    guard first <= viewer.sequence else { return nil }
    let reversal = Reversal("", of: author, first...viewer.sequence, reason: "")
    let acts = await exchange.site.service.look { $0.standing.actCount(of: reversal) }
    guard acts > 0 else { return nil }
    let whose = author.map { $0 == viewer.member ? "you" : viewer.names.name($0) } ?? "anyone"
    let since = search.since.map { " since \($0)" } ?? ""
    return Revert(
      words: "Take back all that \(whose) did\(since): \(Numbers.counted(acts, "act", "acts"))", member: author?.rawValue, first: first,
      last: viewer.sequence, isOfOthers: author != viewer.member, key: Exchange.newKey())
  }

  static func line(_ told: ToldEntry, _ exchange: Exchange, _ viewer: Viewer) async throws -> ActLine {
    let entry = told.entry
    let kind = ActKind.of(entry.act)
    let canUndo = if let member = viewer.member { await exchange.site.service.canUndo(entry, by: member) } else { false }
    let isMarked = viewer.member.map(told.seenBy.contains) ?? false
    return ActLine(
      sequence: entry.sequence, by: viewer.person(entry.author), words: told.words, when: viewer.when(entry.time, .clock),
      kind: kind.rawValue, label: kind.label, path: entry.path, at: URLPath.act(entry.sequence),
      undo: canUndo ? URLPath.undo(entry.sequence) : nil,
      fresh: viewer.isNew(entry.sequence, by: entry.author), undone: told.isUndone, why: told.reason,
      ground: await ground(of: entry, exchange, viewer), seenBy: told.seenBy.map(viewer.person),
      canMark: viewer.isTeacher && !isMarked && entry.author != viewer.member && !entry.act.isMark, isMarked: isMarked,
      rewording: await rewording(told, exchange, viewer))
  }
}

extension HistoryPage {
  private static func rewording(_ told: ToldEntry, _ exchange: Exchange, _ viewer: Viewer) async -> Rewording? {
    guard let before = told.before, case .revised(let now, _) = told.entry.act else { return nil }
    return await exchange.look(viewer) { Rewording(before: $0.sentence(before), now: $0.sentence(now)) }
  }

  /// The acts of a page that the viewer may mark as looked at, as one form sends them.
  private static func toMark(_ days: [DayOfActs]) -> String? {
    let acts = days.flatMap(\.entries).filter(\.canMark).map { String($0.sequence) }
    return acts.count < 2 ? nil : acts.joined(separator: " ")
  }

  static func ground(of entry: Entry, _ exchange: Exchange, _ viewer: Viewer) async -> GroundView? {
    guard let ground = entry.ground else { return nil }
    return await exchange.look(viewer) { $0.view(of: ground) }
  }
}

/// Which acts to show, as the address of the history says it.
struct HistorySearch: Sendable {
  let filter: HistoryFilter
  let kind: ActKind?
  let since: String?
  let before: Int?

  /// - Parameter isForm: whether a form sends it, in which what was left blank is meant to be left out.
  init(_ query: Form, _ times: Times, isForm: Bool) throws(Problem) {
    if !isForm, query.fields.contains(where: { $0.name == "since" && $0.value.isEmpty }) { throw .missing("since") }
    kind = isForm && query.raw("kind") == nil ? nil : try query.choice("kind", ActKind.self)
    since = try query.optional("since")
    before = try query.number("before", in: 1...JSONBody.integerMax)
    var date: Date?
    if let since {
      date = times.date(iso: since)
      if date == nil { throw .invalid("since", "is no day such as 2026-03-01") }
    }
    var filter = HistoryFilter(
      text: try query.optional("text", charactersMax: 200), author: try query.optional("author", charactersMax: 100).map { ID($0) },
      kinds: kind?.wireKinds ?? [], since: date)
    if let topic = try query.optional("topic", charactersMax: 200) {
      guard let concept = try? Concept(parsing: topic) else { throw .invalid("topic", "is no name of a thing") }
      filter.topic = concept
    }
    filter.concerning = try query.optional("concerning", charactersMax: 100).map { ID($0) }
    filter.isUnseen = try query.isYes("unseen")
    filter.isByNewcomers = try query.isYes("newcomers")
    self.filter = filter
  }

  /// Whether it asks for what only some of somebody's acts are.
  var isNarrow: Bool { filter.topic != nil || filter.concerning != nil || filter.isUnseen || filter.isByNewcomers }

  var isActive: Bool { isNarrow || filter.text != nil || filter.author != nil || kind != nil || since != nil }

  func query(before: Int?) -> String {
    let parts: [(String, String?)] = [
      ("text", filter.text), ("author", filter.author?.rawValue), ("kind", kind?.rawValue), ("since", since),
      ("topic", filter.topic?.label), ("concerning", filter.concerning?.rawValue), ("unseen", filter.isUnseen ? "yes" : nil),
      ("newcomers", filter.isByNewcomers ? "yes" : nil), ("before", before.map(String.init)),
    ]
    return parts.compactMap { name, value in value.map { "\(name)=\(URLPath.encode($0))" } }.joined(separator: "&")
  }
}

extension Exchange {
  /// Takes back the act that the path names.
  func undo() async throws -> [Recorded] {
    let member = try member()
    guard let sequence = Int(try parameter("sequence")), sequence > 0 else { throw Problem.notFound }
    guard try await site.service.entry(sequence) != nil else { throw Problem.notFound }
    return try await site.service.undo(sequence, by: member)
  }

  /// The page of ours that a form was on.
  func cameFrom(or other: String) -> String {
    guard let referer = request.headers[.referer], let authority = request.head.authority,
      let path = referer.range(of: "://\(authority)/").map({ "/" + referer[$0.upperBound...] }), URLPath.isLocal(path)
    else { return other }
    return path
  }
}
