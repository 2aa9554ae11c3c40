import Hummingbird
import Ledger
import Lessons
import VillageService

/// Asking.
enum QuestionsAPI {
  enum View: String, Decodable { case village, mine }

  private struct Asked: Decodable {
    let text: Text
    let conversation: Text?
    let view: View?
    let asOf: Text?
  }

  static func addRoutes(to routes: Routes) {
    routes.post("/api/v1/questions") { exchange in
      let asked = try await exchange.json(Asked.self)
      let text = try CheckedText.check(asked.text.text, "text", charactersMax: VillageService.utteranceLengthMax)
      let view = try exchange.pointOfView(mine: asked.view == .mine, day: asked.asOf?.text)
      let conversation: String
      if let given = asked.conversation?.text {
        guard let own = try await exchange.ownConversation(given) else { throw Problem(PrivateStoreError.unknownConversation(given)) }
        conversation = own.id
      } else {
        conversation = try await exchange.beginConversation()
      }
      let turn = try await exchange.site.service.talk(text, in: conversation, by: exchange.speaker, from: view)
      let viewer = try await exchange.viewer()
      return try exchange.json(await exchange.look(viewer) { $0.document(turn) })
    }
  }
}
