import Community
import Examination
import Hummingbird
import Lessons
import Mind
import VillageService

/// What members think, how lessons come to count, and what is taken back at once.
enum CommunityAPI {
  private struct Given: Decodable {
    let on: Text
    /// `endorse`, `dispute`, `unsure`, or `none` to take it back.
    let stance: Stance
    let reason: Text?

    enum Stance: String, Decodable { case endorse, dispute, unsure, none }
  }

  private struct Wish: Decodable {
    let member: Text?
    let first: Int?
    let last: Int?
    let reason: Text
    let ground: GivenGround?
  }

  private struct Asked: Decodable {
    let text: Text
  }

  private struct NewRules: Decodable {
    struct Rule: Decodable {
      let name: Text
      let words: Text?
    }

    let rules: [Rule]
    let reason: Text
  }

  struct RulesDocument: Encodable, Sendable {
    struct Rule: Encodable, Sendable {
      let name: String
      let words: String
    }

    let rules: [Rule]

    init(_ rules: [VillageRule]) { self.rules = rules.map { Rule(name: $0.name, words: $0.words) } }
  }

  struct OpinionDocument: Encodable, Sendable {
    let by: PersonDocument
    let stance: String
    let reason: String?
    let time: String
    let sequence: Int
  }

  struct Opinions: Encodable, Sendable {
    let on: String
    let opinions: [OpinionDocument]
    let status: String?
    let missing: Int?
  }

  struct ViewsDocument: Encodable, Sendable {
    struct Place: Encodable, Sendable {
      let member: PersonDocument
      let x: Double
      let y: Double
      let camp: String?
    }

    let camps: Int
    let stability: Double
    let members: [Place]
    let shared: [Shared]

    struct Shared: Encodable, Sendable {
      let lesson: String
      let side: String
      let score: Double
    }
  }

  struct CreditDocument: Encodable, Sendable {
    struct Share: Encodable, Sendable {
      let member: PersonDocument
      let share: Double
      let lessons: [String]
    }

    let shares: [Share]
  }

  struct PolicyDocument: Encodable, Sendable {
    struct Term: Encodable, Sendable {
      let name: String
      let value: Double
      let least: Double
      let most: Double
      let words: String
    }

    let camps: Bool
    let terms: [Term]
  }

  static func addRoutes(to routes: Routes) {
    routes.get("/api/v1/opinions", for: .members) { exchange in
      guard let topic = Topic(formValue: try exchange.query().required("on", charactersMax: 200)) else { throw badTopic }
      let viewer = try await exchange.memberViewer()
      return try exchange.json(await exchange.look(viewer) { $0.opinionsDocument(topic) })
    }
    routes.post("/api/v1/opinions", for: .members) { exchange in
      let given = try await exchange.json(Given.self)
      guard let topic = Topic(formValue: given.on.text) else { throw badTopic }
      let stance = Opinion.Stance(rawValue: given.stance.rawValue)
      _ = try await exchange.record(.opined(Opinion(stance, on: topic, reason: stance == nil ? "" : given.reason?.text ?? "")))
      let viewer = try await exchange.memberViewer()
      return try exchange.json(await exchange.look(viewer) { $0.opinionsDocument(topic) }, status: .created)
    }
    routes.post("/api/v1/reversals", for: .members) { exchange in
      let wish = try await exchange.json(Wish.self)
      let sequence = await exchange.site.service.look { $0.standing.sequence }
      let (first, last) = (wish.first ?? 1, wish.last ?? sequence)
      guard first >= 1, first <= last else { throw Problem(Refusal.nothingToRevert) }
      let reversal = Reversal(
        ID(exchange.site.service.newID()), of: wish.member.map { ID($0.text) }, first...last, reason: wish.reason.text)
      let recorded = try await exchange.record(.reverted(reversal), on: try wish.ground?.ground())
      return try exchange.json(RecordedDocument(recorded), status: .created)
    }
    routes.get("/api/v1/views", for: .members) { exchange in
      let viewer = try await exchange.memberViewer()
      let found = await exchange.site.service.views()
      return try exchange.json(await exchange.look(viewer) { $0.document(found) })
    }
    routes.post("/api/v1/credits", for: .members) { exchange in
      let asked = try await exchange.json(Asked.self)
      let viewer = try await exchange.memberViewer()
      let credit = await exchange.site.service.credit(for: asked.text.text, from: .community)
      return try exchange.json(await exchange.look(viewer) { $0.document(credit) })
    }
    routes.get("/api/v1/rules", for: .members) { exchange in
      try exchange.json(await exchange.site.service.look { RulesDocument($0.standing.rules) })
    }
    routes.put("/api/v1/rules", for: .members) { exchange in
      let given = try await exchange.json(NewRules.self)
      guard given.rules.allSatisfy({ $0.name.text.unicodeScalars.count <= VillageRule.nameLengthMax }) else {
        throw Problem.invalid("name", "is longer than \(VillageRule.nameLengthMax) characters")
      }
      let rules = given.rules.map { VillageRule($0.name.text, $0.words?.text ?? "") }
      _ = try await exchange.record(.rulesSet(rules, reason: given.reason.text))
      return try exchange.json(await exchange.site.service.look { RulesDocument($0.standing.rules) })
    }
    routes.get("/api/v1/policy", for: .members) { exchange in
      let viewer = try await exchange.memberViewer()
      return try exchange.json(await exchange.look(viewer) { $0.policyDocument() })
    }
  }

  private static let badTopic = Problem.invalid(
    "on", "names nothing; write for example lesson:, disagreement:, comment:, proposal:, act:, panel: or ballot: and its id")
}

extension Scribe {
  fileprivate func opinionsDocument(_ topic: Topic) -> CommunityAPI.Opinions {
    let held = state.standing.opinions(on: topic).sorted { ($0.value.sequence, $0.key) < ($1.value.sequence, $1.key) }
    var standing: ItemStanding?
    if case .lesson(let id) = topic { standing = state.standing.deliberation(on: id) }
    return .init(
      on: topic.formValue,
      opinions: held.map { member, opinion in
        .init(
          by: personDocument(member), stance: opinion.stance.rawValue, reason: opinion.reason.isEmpty ? nil : opinion.reason,
          time: Times.iso(opinion.time), sequence: opinion.sequence)
      }, status: standing?.status.rawValue, missing: standing?.missing.count)
  }

  fileprivate func document(_ found: ViewsFound) -> CommunityAPI.ViewsDocument {
    .init(
      camps: found.map.campCount, stability: found.map.stability.mean,
      members: found.opinions.members.indices.map { index in
        let place = found.map.place(of: index)
        return .init(
          member: personDocument(found.opinions.members[index]), x: place.x, y: place.y,
          camp: found.map.hasCamps ? found.map.groups[index].map(ViewsFound.name) : nil)
      },
      shared: found.map.consensus.items.map {
        .init(lesson: found.opinions.lessons[$0.statement].rawValue, side: $0.side.rawValue, score: $0.score)
      })
  }

  fileprivate func document(_ credit: Credit) -> CommunityAPI.CreditDocument {
    .init(
      shares: credit.shares.map { .init(member: personDocument($0.member), share: $0.share, lessons: $0.lessons.map(\.rawValue)) })
  }

  fileprivate func policyDocument() -> CommunityAPI.PolicyDocument {
    .init(
      camps: state.standing.deliberation.assembly.hasCamps,
      terms: state.standing.policy.terms.map {
        .init(name: $0.name, value: $0.value, least: $0.range.lowerBound, most: $0.range.upperBound, words: $0.words)
      })
  }
}
