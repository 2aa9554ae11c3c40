import Community
import Mind
import VillageService
import Hummingbird

/// Whether the server lives, and whether it can answer: for those who watch over it.
enum HealthAPI {
  private struct Health: Encodable {
    let status: String
  }

  private struct Readiness: Encodable {
    let status: String
    let sequence: Int
  }

  static func addRoutes(to routes: Routes) {
    routes.get("/healthz") { exchange in try exchange.json(Health(status: "ok")) }
    routes.get("/readyz") { exchange in
      let sequence = await exchange.site.service.look { $0.standing.sequence }
      return try exchange.json(Readiness(status: "ready", sequence: sequence))
    }
  }
}
