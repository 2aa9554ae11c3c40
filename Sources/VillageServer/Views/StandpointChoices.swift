import Community
import Lessons
import Mind
import VillageService

/// What there is to choose from, and what is chosen.
struct StandpointChoices: Sendable {
  /// Empty for those who teach nothing.
  let views: [Alternative]
  /// Empty where no lesson is for some people alone.
  let audiences: [Alternative]
  /// Empty where no release is kept, and for those who teach nothing.
  let releases: [Alternative]
  /// Empty where no lesson is for some place alone.
  let regions: [Alternative]
  let asOf: String?
  let canTravel: Bool
  let fields: [Standpoint.Field]

  var isEmpty: Bool { views.isEmpty && audiences.isEmpty && regions.isEmpty && releases.isEmpty && !canTravel }
}

extension Scribe {
  private static let colleaguesMax = 50

  /// - Parameter isAsking: whether questions are asked from there; pages show the village as it stands, whatever is released.
  func choices(_ standpoint: Standpoint, _ view: PointOfView, _ census: Census, isAsking: Bool) -> StandpointChoices {
    var views: [Alternative] = []
    if viewer.canTeach {
      views = [
        Alternative(value: Standpoint.village, name: "as the village", selected: view.member == nil && view.group == nil),
        Alternative(value: Standpoint.mine, name: "as I teach it", selected: view.member != nil && view.member == viewer.member),
      ]
    }
    if viewer.isTeacher {
      views += state.standing.groups.map {
        Alternative(value: Standpoint.group + $0, name: "as the \($0) teach it", selected: view.group == $0)
      }
      views += census.colleagues.filter { $0 != viewer.member }.prefix(Self.colleaguesMax).map {
        Alternative(value: $0.rawValue, name: "as \(person($0).name) teaches it", selected: $0 == view.member)
      }
    }
    let audiences = census.audiences.map { Alternative(value: $0.label, name: $0.label, selected: view.audiences.contains($0)) }
    let everyone = Alternative(value: "", name: "everyone", selected: view.audiences.isEmpty)
    let regions = census.regions.map { Alternative(value: $0.label, name: $0.label, selected: standpoint.region == $0) }
    let everywhere = Alternative(value: "", name: "anywhere", selected: standpoint.region == nil)
    return StandpointChoices(
      views: views, audiences: audiences.isEmpty ? [] : [everyone] + audiences, releases: isAsking ? releases(view) : [],
      regions: regions.isEmpty ? [] : [everywhere] + regions,
      asOf: standpoint.day?.iso, canTravel: viewer.canTeach,
      fields: standpoint.fields)
  }

  private func releases(_ view: PointOfView) -> [Alternative] {
    guard viewer.canTeach, !state.standing.releases.isEmpty else { return [] }
    let now = Alternative(value: Standpoint.now, name: "as it stands now", selected: view.release == nil)
    return [now]
      + state.standing.releases.reversed().map { Alternative(value: $0.name, name: $0.name, selected: $0.name == view.release) }
  }
}
