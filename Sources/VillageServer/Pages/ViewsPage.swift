import Community
import Foundation
import Hummingbird
import Lessons
import Mind
import VillageService

/// The points of view in the village: those that members declared, and those that their opinions show.
struct ViewsPage: Sendable {
  struct Declared: Sendable {
    let name: String
    let path: String
    let count: String
    let ask: String
  }

  struct Dot: Sendable {
    let by: Person
    /// In the viewer's box.
    let x: String
    let y: String
    let camp: String?
    let isMe: Bool
  }

  struct Camp: Sendable {
    let name: String
    let count: String
    let people: [Person]
    let sayings: [Saying]
    let ask: String
  }

  struct Saying: Sendable {
    let sentence: String
    let path: String
    let words: String
  }

  let declared: [Declared]
  let hasMap: Bool
  let hasCamps: Bool
  /// Why camps are claimed, or not.
  let finding: String
  let dots: [Dot]
  let camps: [Camp]
  let shared: [Saying]
  let missing: String?

  static func addRoutes(to routes: Routes) {
    routes.get("/views", for: .members) { exchange in
      let viewer = try await exchange.memberViewer()
      let found = await exchange.site.service.views()
      let page = await exchange.look(viewer) { $0.views(found) }
      return try await exchange.page("views", title: "Points of view", page, viewer)
    }
  }
}

extension Scribe {
  private static let peopleMin = 4
  private static let sharedMax = 10

  func views(_ found: ViewsFound) -> ViewsPage {
    let map = found.map
    let hasMap = found.opinions.members.count >= Self.peopleMin
    let able = state.standing.members.filter { $0.value.role >= .newcomer }
    let silent = able.keys.filter { !found.opinions.members.contains($0) }.count
    return ViewsPage(
      declared: state.standing.groups.map { name in
        .init(
          name: name, path: URLPath.group(name), count: Numbers.counted(state.standing.people(in: name).count, "member", "members"),
          ask: "/talk?view=" + URLPath.encode(Standpoint.group + name))
      }, hasMap: hasMap, hasCamps: hasMap && map.hasCamps, finding: finding(found, hasMap: hasMap), dots: hasMap ? dots(found) : [],
      camps: hasMap && map.hasCamps ? camps(found) : [],
      shared: hasMap ? map.consensus.items.prefix(Self.sharedMax).compactMap { saying($0.statement, $0.side, $0.score, found) } : [],
      missing: silent == 0
        ? nil : "\(Numbers.counted(silent, "member has", "members have")) not said what they think of any lesson, and are not on the map.")
  }

  private func finding(_ found: ViewsFound, hasMap: Bool) -> String {
    guard hasMap else { return "Fewer than \(Self.peopleMin) members have said what they think of a lesson; nothing can be told of camps." }
    let agreement = "\(max(0, Int((found.map.stability.mean * 100).rounded()))) of 100"
    let threshold = "\(Int(SplitHalf.agreementMin * 100))"
    return found.map.hasCamps
      ? "There are \(found.map.campCount) camps: either half of the opinions shows the same ones (\(agreement); \(threshold) are needed)."
      : "There are no camps: halves of the opinions do not show the same ones (\(agreement); \(threshold) are needed). Near each other on the map are those who think alike."
  }

  private func dots(_ found: ViewsFound) -> [ViewsPage.Dot] {
    let places = found.opinions.members.indices.map { found.map.place(of: $0) }
    let (xs, ys) = (Self.scale(places.map(\.x)), Self.scale(places.map(\.y)))
    return found.opinions.members.indices.map { index in
      .init(
        by: person(found.opinions.members[index]), x: xs(places[index].x), y: ys(places[index].y),
        camp: found.map.hasCamps ? found.map.groups[index].map(ViewsFound.name) : nil, isMe: found.opinions.members[index] == viewer.member)
    }
  }

  /// From a coordinate to a share of the box, away from its edge.
  private static func scale(_ values: [Double]) -> (Double) -> String {
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    let width = high - low
    return { value in String(format: "%.1f", width == 0 ? 50 : 6 + 88 * (value - low) / width) }
  }

  private func camps(_ found: ViewsFound) -> [ViewsPage.Camp] {
    found.map.centers.indices.map { camp in
      let people = found.members(of: camp).sorted()
      let sayings = Representative.statements(of: camp, in: found.map.groupTally).compactMap {
        saying($0.statement, $0.side, $0.share, found)
      }
      return .init(
        name: ViewsFound.name(camp), count: Numbers.counted(people.count, "member", "members"), people: people.map(person),
        sayings: sayings, ask: "/talk?view=" + URLPath.encode(Standpoint.camp + ViewsFound.name(camp)))
    }
  }

  private func saying(_ statement: Int, _ side: Consensus.Side, _ share: Double, _ found: ViewsFound) -> ViewsPage.Saying? {
    let id = found.opinions.lessons[statement]
    guard let record = state.standing.lessons[id] else { return nil }
    let figure = "\(Int((share * 100).rounded())) of 100"
    return .init(
      sentence: sentence(record), path: URLPath.lesson(id), words: side == .agree ? "endorsed, \(figure)" : "disputed, \(figure)")
  }
}
