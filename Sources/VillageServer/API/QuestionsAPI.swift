import Hummingbird
import Ledger
import Lessons
import VillageService

/// Asking.
enum QuestionsAPI {
  private struct Asked: Decodable {
    let text: Text
    let conversation: Text?
    let view: Text?
    let audience: Text?
    let region: Text?
    let asOf: Text?
    let release: Text?

    enum CodingKeys: String, CodingKey {
      case text, conversation, view, asOf, release
      case audience = "for"
      case region = "in"
    }
  }

  static func addRoutes(to routes: Routes) {
    routes.post("/api/v1/questions") { exchange in
      let asked = try await exchange.json(Asked.self)
      let text = try CheckedText.check(asked.text.text, "text", charactersMax: VillageService.utteranceLengthMax)
      let viewer = try await exchange.viewer()
      let view = try await exchange.pointOfView(
        view: asked.view?.text, audience: asked.audience?.text, region: asked.region?.text, day: asked.asOf?.text,
        release: asked.release?.text, viewer)
      let conversation: String
      if let given = asked.conversation?.text {
        guard let own = try await exchange.ownConversation(given) else { throw Problem(PrivateStoreError.unknownConversation(given)) }
        conversation = own.id
      } else {
        conversation = try await exchange.beginConversation()
      }
      let turn = try await exchange.site.service.talk(text, in: conversation, by: exchange.speaker, from: view)
      return try exchange.json(await exchange.look(viewer) { $0.document(turn) })
    }
  }
}

extension Exchange {
  /// The point of view that a program names: the village's, where it names none.
  func pointOfView(
    view: String?, audience: String? = nil, region: String? = nil, day: String? = nil, release: String? = nil, _ viewer: Viewer
  ) async throws -> PointOfView {
    if view == Standpoint.mine { _ = try member() }
    let standpoint = try Standpoint(view: view ?? Standpoint.village, audience: audience, region: region, day: day, release: release)
    return try await pointOfView(standpoint, viewer)
  }
}
