import Community
import Foundation
import Lessons
import Mind
import Reasoning
import VillageService

/// Whence one asks, as addresses, forms and programs name it: as whom, for whom, where, on what day. See `PointOfView`.
struct Standpoint: Sendable {
  /// What a form carries along.
  struct Field: Sendable {
    let name: String
    let value: String
  }

  static let village = "village"
  static let mine = "mine"
  /// Before the name of a group: `group:nurses`.
  static let group = "group:"
  /// Before the letter of a camp that opinions show: `camp:A`.
  static let camp = "camp:"
  /// The village as it stands, and whatever the public is answered from: beside the names of releases.
  static let now = "now"
  static let `public` = "public"

  /// `village`, `mine`, a colleague's id or a group; nil where nothing was chosen.
  let view: String?
  /// For whom the answer is: what lessons for them alone say counts, too.
  let audience: Concept?
  /// Where: what lessons for that place alone say counts, too.
  let region: Concept?
  let day: Day?
  /// `now`, `public` or a release; nil where nothing was chosen.
  let release: String?

  init(view: String?, audience: String?, region: String?, day: String?, release: String?) throws(Problem) {
    self.view = view
    self.release = release
    self.audience = try Self.name(audience, "for", "is no name for people, such as “pregnant patient”")
    self.region = try Self.name(region, "in", "is no name of a place, such as “Brazil”")
    self.day = try day.map { text throws(Problem) in
      guard let day = Day(iso: text) else { throw .invalid("asOf", "is no day such as 2026-03-01") }
      return day
    }
  }

  private static func name(_ text: String?, _ field: String, _ complaint: String) throws(Problem) -> Concept? {
    guard let text else { return nil }
    do { return try Concept(parsing: text) } catch { throw .invalid(field, complaint) }
  }

  /// Of a form or an address's query.
  init(_ form: Form) throws(Problem) {
    try self.init(
      view: try form.optional("view"), audience: try form.optional("for"), region: try form.optional("in"), day: try form.optional("asOf"),
      release: try form.optional("release"))
  }

  var fields: [Field] {
    [("view", view), ("for", audience?.label), ("in", region?.label), ("asOf", day?.iso), ("release", release)].compactMap { name, value in
      value.map { Field(name: name, value: $0) }
    }
  }

  /// “?view=mine&asOf=2026-03-01”; empty where nothing was chosen.
  var query: String {
    fields.isEmpty ? "" : "?" + fields.map { "\($0.name)=\(URLPath.encode($0.value))" }.joined(separator: "&")
  }
}

extension Exchange {
  /// The point of view that a standpoint names. Teachers may look as a colleague does; a newcomer who chose nothing, as
  /// they themselves do.
  func pointOfView(_ standpoint: Standpoint, _ viewer: Viewer) async throws -> PointOfView {
    var view = PointOfView(day: standpoint.day ?? Day(utc: site.clock()))
    view.release = try await release(standpoint, viewer)
    if let audience = standpoint.audience { view.audiences = [audience] }
    if let region = standpoint.region { view.regions = await site.service.look { $0.mind.beliefs.regions(around: region) } }
    switch standpoint.view {
    case nil, Standpoint.village?, Standpoint.mine?:
      if viewer.seesOwn(choosing: standpoint.view) { view.member = try member() }
      if standpoint.view == Standpoint.mine, let own = view.member { await stand(&view, with: [own]) }
    case let group? where group.hasPrefix(Standpoint.group):
      let name = String(group.dropFirst(Standpoint.group.count))
      let people = await site.service.look { $0.standing.people(in: name) }
      guard viewer.isTeacher, !people.isEmpty else { throw Problem.invalid("view", "names no group here") }
      await stand(&view, with: people, called: name)
    case let camp? where camp.hasPrefix(Standpoint.camp):
      let letter = String(camp.dropFirst(Standpoint.camp.count))
      let found = await site.service.views()
      let number = (0..<found.map.campCount).first { ViewsFound.name($0) == letter }
      guard viewer.isTeacher, let number else { throw Problem.invalid("view", "names no camp here") }
      await stand(&view, with: found.members(of: number), called: "people of camp \(letter)")
    case let other?:
      guard viewer.isTeacher else { throw Problem.invalid("view", "is neither “village” nor “mine”") }
      let colleague = ID<Member>(other)
      guard await site.service.look({ $0.standing.members[colleague] != nil }) else { throw Problem.invalid("view", "is nobody here") }
      view.member = colleague
      await stand(&view, with: [colleague])
    }
    return view
  }

  private func stand(_ view: inout PointOfView, with people: Set<ID<Member>>, called group: String? = nil) async {
    let before = view
    view = await site.service.look { before.standing(with: people, called: group, in: $0.standing) }
  }

  /// Who teaches may choose what to ask; all others are answered from what the community chose for the public.
  private func release(_ standpoint: Standpoint, _ viewer: Viewer) async throws -> String? {
    let (forPublic, kept) = await site.service.look { ($0.standing.publicly?.release, $0.standing.releases.map(\.name)) }
    switch standpoint.release {
    case nil: return viewer.canTeach ? nil : forPublic
    case Standpoint.public?: return forPublic
    case Standpoint.now? where viewer.canTeach: return nil
    case let name?:
      guard viewer.canTeach, kept.contains(name) else { throw Problem.invalid("release", "names no release here") }
      return name
    }
  }
}
