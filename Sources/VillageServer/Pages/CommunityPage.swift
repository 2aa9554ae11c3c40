import Community
import Hummingbird
import Lessons
import Mind
import VillageService

/// How the community fares: who carries what, who is not heard, what would be lost with whom.
struct CommunityPage: Sendable {
  struct Figure: Sendable {
    let name: String
    let value: String
    let words: String
    let percent: Int?
  }

  struct Topic: Sendable {
    let name: String
    let path: String
    let lessons: String
    let busFactor: Int
    let words: String
    let holders: [Holder]
  }

  struct Holder: Sendable {
    let person: Person
    let words: String
  }

  struct Warning: Sendable {
    let words: String
    let people: [Person]
    let follows: String
    /// Where to act on it.
    var act: Link?
  }

  let warnings: [Warning]
  let panels: [Link]
  let figures: [Figure]
  let unheard: [Person]
  let topics: [Topic]
  let oldest: Link?

  static func addRoutes(to routes: Routes) {
    routes.get("/community", for: .members) { exchange in
      let viewer = try await exchange.memberViewer()
      let standing = await exchange.site.service.look { $0.standing }
      let health = CommunityHealth(standing)
      let found = await exchange.site.service.views()
      let page = await exchange.look(viewer) { $0.community(health, found) }
      return try await exchange.page("community", title: "How the community fares", page, viewer)
    }
  }
}

extension Scribe {
  private static let holdersMax = 4

  func community(_ health: CommunityHealth, _ found: ViewsFound) -> CommunityPage {
    var figures: [CommunityPage.Figure] = [
      .init(
        name: "Who may teach and do", value: "\(health.teaching) of \(health.members)", words: "have taught something that counts",
        percent: Self.percent(health.teaching, of: health.members))
    ]
    if let gini = health.gini {
      let percent = Int((gini * 100).rounded())
      figures.append(
        .init(
          name: "How unequal", value: "\(percent) of 100",
          words: "0: all have taught as much; 100: one has taught all (Gini coefficient)", percent: percent))
    }
    figures.append(
      .init(
        name: "Newcomers who stayed", value: "\(health.newcomers.accepted) of \(health.newcomers.joined)",
        words: "had a lesson accepted; \(health.newcomers.taught) have taught at all",
        percent: Self.percent(health.newcomers.accepted, of: health.newcomers.joined)))
    figures.append(
      .init(
        name: "Have said what they think", value: "\(found.opinions.members.count) of \(health.members)",
        words: found.map.hasCamps ? "in \(found.map.campCount) camps" : "no camps are claimed",
        percent: Self.percent(found.opinions.members.count, of: health.members)))
    figures.append(
      .init(
        name: "Disputed now", value: Numbers.grouped(health.disputed), words: "lessons, decisions and acts that someone disputes",
        percent: nil))
    figures.append(.init(name: "Wait for review", value: Numbers.grouped(health.waiting), words: "lessons", percent: nil))
    return CommunityPage(
      warnings: warnings(Warnings(state.standing)),
      panels: state.standing.openPanels().compactMap { panel in
        state.standing.lessons[panel.lesson].map { Link(path: URLPath.lesson(panel.lesson) + "#deliberation", words: sentence($0)) }
      }, figures: figures, unheard: health.unheard.map(person), topics: health.topics.map(topic),
      oldest: health.oldestWaiting.flatMap { id in
        state.standing.lessons[id].map { Link(path: URLPath.lesson(id), words: sentence($0)) }
      })
  }

  private func warnings(_ found: Warnings) -> [CommunityPage.Warning] {
    var warnings = found.coordinated.map { group in
      CommunityPage.Warning(
        words: "They vote alike more than chance allows.", people: group.map(person),
        follows:
          "Where they dispute what counts, a panel drawn by lot looks at it, and until then their disputes count as one voice. Their view stays as it is."
      )
    }
    warnings += found.drifting.map { member in
      .init(
        words: "Others dispute more and more of what they teach.", people: [person(member)],
        follows: "What they teach waits until somebody of another side approves of it.")
    }
    if let capture = found.capture {
      warnings.append(
        .init(
          words: "These founders think alike and took \(Int((capture.share * 100).rounded())) of 100 blocks and reverts in a week.",
          people: capture.members.map(person), follows: "Look at what they took back. The members can recall a founder by a vote.",
          act: Link(
            path: "/founders",
            words: capture.members.contains { state.standing.openBallot(on: $0) != nil } ? "A vote is open" : "Put it to the vote")))
    }
    return warnings
  }

  private static func percent(_ part: Int, of whole: Int) -> Int? { whole == 0 ? nil : part * 100 / whole }

  private func topic(_ holding: TopicHolding) -> CommunityPage.Topic {
    .init(
      name: holding.topic.label, path: URLPath.concept(holding.topic), lessons: Numbers.grouped(holding.lessons.count),
      busFactor: holding.busFactor,
      words: holding.busFactor == 1 ? "one person" : "\(holding.busFactor) people",
      holders: holding.holders.prefix(Self.holdersMax).map { holder in
        .init(
          person: person(holder.member),
          words: holder.alone == 0 ? "\(holder.lessons)" : "\(holder.lessons), \(holder.alone) that nobody else has confirmed")
      })
  }
}
