import Mind
import Community
import Hummingbird
import VillageService

/// A fingerprint of all that the village holds: equal on servers that agree.
enum MindAPI {
  struct Digest: Encodable {
    let digest: String
    let sequence: Int
  }

  static func addRoutes(to routes: Routes) {
    routes.get("/api/v1/mind/digest", for: .members) { exchange in
      _ = try await exchange.memberViewer()
      let digest = await exchange.site.service.digest()
      let sequence = await exchange.site.service.look { $0.standing.sequence }
      return try exchange.json(Digest(digest: digest, sequence: sequence))
    }
  }
}
