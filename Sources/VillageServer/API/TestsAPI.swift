import Examination
import Hummingbird
import Lessons
import VillageService

/// What must be answered, and whether it is. A test is taught as any lesson is, by its sentence.
enum TestsAPI {
  struct List: Encodable, Sendable {
    struct Item: Encodable, Sendable {
      let lesson: String
      let path: String
      let question: String
      let says: String?
      let mentions: String?
      let passes: Bool
      let said: String
    }

    let tests: [Item]
  }

  static func addRoutes(to routes: Routes) {
    routes.get("/api/v1/tests", for: .members) { exchange in
      _ = try await exchange.memberViewer()
      return try exchange.json(List(tests: await exchange.site.service.testResults().map(List.Item.init)))
    }
  }
}

extension TestsAPI.List.Item {
  init(_ result: TestResult) {
    let (says, mentions): (String?, String?) =
      switch result.test.expectation {
      case .says(let words): (words, nil)
      case .mentions(let words): (nil, words)
      }
    self.init(
      lesson: result.lesson.rawValue, path: URLPath.lesson(result.lesson), question: result.test.question, says: says, mentions: mentions,
      passes: result.passes, said: result.said)
  }
}
