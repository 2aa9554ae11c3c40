import Community
import Foundation
import Lessons
import Mind
import VillageService

/// Whence one asks, as addresses, forms and programs name it: as whom, for whom, on what day. See `PointOfView`.
struct Standpoint: Sendable {
  /// What a form carries along.
  struct Field: Sendable {
    let name: String
    let value: String
  }

  static let village = "village"
  static let mine = "mine"

  /// `village`, `mine` or a colleague's id; nil where nothing was chosen.
  let view: String?
  /// For whom the answer is: what lessons for them alone say counts, too.
  let audience: Concept?
  let day: Day?

  init(view: String?, audience: String?, day: String?) throws(Problem) {
    self.view = view
    if let audience {
      do { self.audience = try Concept(parsing: audience) } catch {
        throw .invalid("for", "is no name for people, such as “pregnant patient”")
      }
    } else {
      self.audience = nil
    }
    self.day = try day.map { text throws(Problem) in
      guard let day = Day(iso: text) else { throw .invalid("asOf", "is no day such as 2026-03-01") }
      return day
    }
  }

  /// Of a form or an address's query.
  init(_ form: Form) throws(Problem) {
    try self.init(view: try form.optional("view"), audience: try form.optional("for"), day: try form.optional("asOf"))
  }

  var fields: [Field] {
    [("view", view), ("for", audience?.label), ("asOf", day?.iso)].compactMap { name, value in value.map { Field(name: name, value: $0) } }
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
    if let audience = standpoint.audience { view.audiences = [audience] }
    switch standpoint.view {
    case nil, Standpoint.village?, Standpoint.mine?: if viewer.seesOwn(choosing: standpoint.view) { view.member = try member() }
    case let other?:
      guard viewer.isTeacher else { throw Problem.invalid("view", "is neither “village” nor “mine”") }
      let colleague = ID<Member>(other)
      guard await site.service.look({ $0.standing.members[colleague] != nil }) else { throw Problem.invalid("view", "is nobody here") }
      view.member = colleague
    }
    return view
  }
}

/// What there is to choose from, and what is chosen.
struct StandpointChoices: Sendable {
  /// Empty for those who teach nothing.
  let views: [Alternative]
  /// Empty where no lesson is for some people alone.
  let audiences: [Alternative]
  let asOf: String?
  let canTravel: Bool
  let fields: [Standpoint.Field]

  var isEmpty: Bool { views.isEmpty && audiences.isEmpty && !canTravel }
}

extension Scribe {
  private static let colleaguesMax = 50

  func choices(_ standpoint: Standpoint, _ view: PointOfView, _ census: Census) -> StandpointChoices {
    var views: [Alternative] = []
    if viewer.canTeach {
      views = [
        Alternative(value: Standpoint.village, name: "as the village", selected: view.member == nil),
        Alternative(value: Standpoint.mine, name: "as I teach it", selected: view.member != nil && view.member == viewer.member),
      ]
    }
    if viewer.isTeacher {
      views += census.colleagues.filter { $0 != viewer.member }.prefix(Self.colleaguesMax).map {
        Alternative(value: $0.rawValue, name: "as \(person($0).name) teaches it", selected: $0 == view.member)
      }
    }
    let audiences = census.audiences.map { Alternative(value: $0.label, name: $0.label, selected: view.audiences.contains($0)) }
    let everyone = Alternative(value: "", name: "everyone", selected: view.audiences.isEmpty)
    return StandpointChoices(
      views: views, audiences: audiences.isEmpty ? [] : [everyone] + audiences, asOf: standpoint.day?.iso, canTravel: viewer.canTeach,
      fields: standpoint.fields)
  }
}
