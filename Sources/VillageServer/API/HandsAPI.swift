import Hummingbird
import Ledger
import Lessons

/// The questions that nobody has taught the answer of.
enum HandsAPI {
  struct List: Encodable {
    struct Hand: Encodable {
      let id: String
      let question: String
      let count: Int
      let askers: Int
      let firstAsked: String
      let lastAsked: String
      let status: String
    }

    let hands: [Hand]
  }

  private static let listMax = 500

  static func addRoutes(to routes: Routes) {
    routes.get("/api/v1/raised-hands", for: .members) { exchange in
      _ = try await exchange.memberViewer()
      let status = try exchange.query().choice("status", RaisedHand.Status.self) ?? .open
      let hands = try await exchange.site.people.raisedHands(status, limit: listMax)
      return try exchange.json(
        List(
          hands: hands.map {
            .init(
              id: HandID.of($0.key), question: $0.question, count: $0.count, askers: $0.askers, firstAsked: Times.iso($0.firstAsked),
              lastAsked: Times.iso($0.lastAsked), status: $0.status.rawValue)
          }))
    }
    routes.post("/api/v1/raised-hands/{id}/dismissal", for: .members) { exchange in
      try await exchange.dismissHand(try exchange.parameter("id"))
      return exchange.noContent()
    }
  }
}
