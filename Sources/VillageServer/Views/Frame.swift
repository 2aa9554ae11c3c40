import Community
import VillageService
import Mind
import Foundation
import HTTPTypes
import Hummingbird
import Lessons
import NIOCore

/// What every full page has around it; see `Templates/page.mustache`.
struct Frame {
  struct Me {
    let id: String
    let name: String
    let initials: String
    let hue: String
    let path: String?
    let role: String
  }

  struct Place {
    let name: String
    let path: String
    let here: Bool
    let badge: Badge?
  }

  let village: String
  let title: String
  let home: Bool
  let demo: Bool
  let csrf: String
  let theme: String?
  let themes: [Alternative]
  let me: Me?
  let places: [Place]
  let flash: Flash?
  let sequence: Int
  /// The rules that a form offers where an act concerns somebody else.
  let villageRules: [RuleChoice]
}

/// One of several things to choose from.
struct Alternative: Sendable {
  let value: String
  let name: String
  let selected: Bool
}

/// How many things wait for one.
struct Badge: Equatable {
  let count: Int
  let words: String

  init?(_ count: Int) {
    guard count > 0 else { return nil }
    self.count = count
    words = count == 1 ? "1 waits for you" : "\(count) wait for you"
  }
}

enum Theme: String, CaseIterable {
  case system, light, dark

  var name: String { self == .system ? "as my device" : rawValue }
}

extension Exchange {
  private static let places = [
    ("Talk", "/talk"), ("Teach", "/teach"), ("Knowledge", "/knowledge"), ("Questions", "/questions"), ("People", "/people"),
    ("History", "/history"),
  ]
  /// What one may see without being a member: answers, and what is accepted.
  private static let publicPlaces: Set<String> = ["/talk", "/knowledge"]

  /// A whole page.
  func page(_ template: String, title: String, _ body: Any, _ viewer: Viewer? = nil, status: HTTPResponse.Status = .ok) async throws
    -> Response
  {
    let viewer = if let viewer { viewer } else { try await self.viewer() }
    let flash = self.flash
    let frame = await frame(title: title, viewer, flash)
    var response = try html(site.templates.render(template, Composed(body, frame)), status: status)
    if flash != nil { response.set(.flash, "", seconds: 0, of: self) }
    return response
  }

  /// A piece of a page for a script that puts it into one.
  func fragment(_ template: String, _ body: Any, status: HTTPResponse.Status = .ok) throws -> Response {
    try html(site.templates.render(template, Composed(body, FragmentFrame(csrf: caller.csrf))), status: status)
  }

  private struct FragmentFrame {
    let csrf: String
  }

  private func html(_ text: String, status: HTTPResponse.Status) -> Response {
    let buffer = ByteBuffer(string: text)
    return Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8", .contentLength: String(buffer.readableBytes)],
      body: .init(byteBuffer: buffer))
  }

  private func frame(title: String, _ viewer: Viewer, _ flash: Flash?) async -> Frame {
    let (village, badge, rules) = await site.service.look { state in
      (
        state.standing.name, viewer.member.flatMap { Badge(state.tasks(for: $0, now: viewer.now).count) },
        viewer.role == nil ? [] : state.standing.rules
      )
    }
    let theme = cookie(.theme).flatMap(Theme.init(rawValue:)) ?? .system
    let path = request.uri.path
    let me = viewer.member.map { id in
      let person = viewer.person(id)
      return Frame.Me(
        id: person.id, name: person.name, initials: person.initials, hue: person.hue, path: person.path,
        role: viewer.role?.rawValue ?? "visitor")
    }
    let places = Self.places.filter { viewer.role != nil || Self.publicPlaces.contains($0.1) }.map { name, place in
      Frame.Place(
        name: name, path: place, here: path == place || path.hasPrefix(place + "/"), badge: place == "/questions" ? badge : nil)
    }
    return Frame(
      village: village.isEmpty ? "Village" : village, title: title, home: path == "/", demo: site.configuration.isDemo, csrf: caller.csrf,
      theme: theme == .system ? nil : theme.rawValue,
      themes: Theme.allCases.map { Alternative(value: $0.rawValue, name: $0.name, selected: $0 == theme) }, me: me, places: places,
      flash: flash, sequence: viewer.sequence, villageRules: rules.map { RuleChoice(name: $0.name, words: $0.words) })
  }
}
