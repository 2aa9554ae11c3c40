import TeachingLanguage
import Community
import Examination
import Mind
import Reasoning
import Foundation
import Hummingbird
import Lessons
import VillageService

/// What the village knows, what changed since one's last visit, and what it needs from one.
struct HomePage: Sendable {
  struct Greeting: Sendable {
    let since: When
  }

  struct Count: Sendable {
    let count: String
    let name: String
    let path: String
  }

  struct Teachers: Sendable {
    let count: String
    let word: String
  }

  struct Need: Sendable {
    let kind: String
    let label: String
    let words: String
    let path: String
    let people: [Person]
    let when: When?
  }

  struct First: Sendable {
    let words: String
    let example: String
    let path: String
  }

  let key: String
  let greeting: Greeting?
  let knows: [Count]
  let teachers: Teachers?
  let topics: [Count]
  var changes: [ChangeView] = []
  var moreChanges: Link?
  let answersChanged: Link?
  let needs: [Need]
  let starters: [Starter]
  let first: First?

  static func addRoutes(to routes: Routes) {
    routes.get("/") { exchange in
      let viewer = try await exchange.viewer()
      let census = exchange.site.census
      let failing = viewer.canTeach ? await exchange.site.service.testResults().filter { !$0.passes } : []
      let times = viewer.role == nil ? [:] : try await exchange.site.service.answersTouched()
      var page = await exchange.look(viewer) { $0.home(census.census(of: $0.state), failing, touching: times) }
      if viewer.role != nil { try await page.addChanges(exchange, viewer) }
      return try await exchange.page("home", title: "Home", page, viewer)
    }
  }

  private static let changesMax = 12

  private mutating func addChanges(_ exchange: Exchange, _ viewer: Viewer) async throws {
    let history = try await exchange.site.service.history(HistoryFilter(), before: nil, limit: Self.changesMax)
    let new = history.entries.filter { $0.entry.sequence > viewer.seen }
    changes = new.map(viewer.change)
    let more = viewer.sequence - viewer.seen - new.count
    if new.count == Self.changesMax, more > 0, let since = viewer.lastSeen {
      moreChanges = Link(path: "/history?since=\(Times.iso(since).prefix(10))", words: "\(Numbers.grouped(more)) more")
    }
  }
}

extension Scribe {
  private static let needsMax = 6
  private static let testsMax = 3

  func home(_ census: Census, _ failing: [TestResult], touching times: [ID<Disagreement>: Int]) -> HomePage {
    let isEmpty = state.standing.lessons.isEmpty
    let knows: [HomePage.Count] = [
      (census.concepts, "concept", "concepts", "/knowledge"), (census.facts, "fact", "facts", "/knowledge"),
      (census.rules, "rule and guideline", "rules and guidelines", "/knowledge"),
      (census.kinds.count, "kind of question", "kinds of question", "/questions#kinds"),
    ].filter { $0.0 > 0 }.map { count, one, many, path in
      .init(count: Numbers.grouped(count), name: count == 1 ? one : many, path: path)
    }
    return HomePage(
      key: Exchange.newKey(), greeting: viewer.role == nil ? nil : .init(since: viewer.when(viewer.lastSeen ?? viewer.now, .full)),
      knows: knows,
      teachers: census.teachers == 0 ? nil : .init(count: Numbers.words(census.teachers), word: census.teachers == 1 ? "person" : "people"),
      topics: census.topics.map { topic in
        .init(
          count: Numbers.grouped(topic.count), name: topic.kind.label, path: "/knowledge?kind=" + URLPath.encode(topic.kind.key))
      }, answersChanged: answersChanged(), needs: needs(failing, touching: times), starters: starters(census),
      first: isEmpty && viewer.canTeach
        ? .init(
          words: "Teach it one thing you know. Write it as you would tell a colleague.", example: "A banana is a fruit.",
          path: URLPath.teach("A banana is a fruit.")) : nil)
  }

  /// How many answers others' lessons changed since the viewer was last here.
  private func answersChanged() -> Link? {
    let since = state.standing.influences.reversed().prefix { $0.sequence > viewer.seen }.filter { $0.author != viewer.member }
    guard !since.isEmpty else { return nil }
    let authors = Set(since.map(\.author)).sorted().map { person($0).name }
    let count = Numbers.counted(since.reduce(0) { $0 + $1.influence.changed }, "answer", "answers")
    let by = authors.count > 2 ? "\(Numbers.words(authors.count)) colleagues" : authors.joined(separator: " and ")
    return Link(path: "/history?kind=counted", words: "\(count) to what people ask changed, because of \(by)")
  }

  private func needs(_ failing: [TestResult], touching times: [ID<Disagreement>: Int]) -> [HomePage.Need] {
    guard let member = viewer.member else { return [] }
    let tests = failing.filter { state.standing.lessons[$0.lesson]?.author == member }
    return tests.prefix(Self.testsMax).map { need($0, member) }
      + state.tasks(for: member, touching: times, now: viewer.now).prefix(Self.needsMax).compactMap(need)
  }

  /// A saved question that answers differently now, and because of whom: the newest lesson that the answer rests on.
  private func need(_ failing: TestResult, _ member: ID<Member>) -> HomePage.Need {
    let records = failing.cited.compactMap { state.standing.lessons[$0] }
    let newest = records.max { $0.current.sequence < $1.current.sequence }
    let because = newest.map { " Because of: \(sentence($0))" } ?? ""
    return .init(
      kind: "disagreement", label: "Test", words: "“\(failing.test.question)” is answered otherwise than you wanted.\(because)",
      path: newest.map { URLPath.lesson($0.lesson.id) } ?? "/questions#tests", people: [person(newest?.author ?? member)],
      when: newest.map { viewer.when($0.current.time) })
  }

  private func need(_ task: MemberTask) -> HomePage.Need? {
    switch task {
    case .disagreement(let clash):
      return .init(
        kind: "disagreement", label: "Disagreement", words: "\(question(clash)) \(positions(clash)).", path: URLPath.disagreement(clash.id),
        people: people(of: clash.allLessons), when: since(clash.sides))
    case .review(let id):
      guard let record = state.standing.lessons[id] else { return nil }
      return .init(
        kind: "review", label: "Waiting for review", words: sentence(record), path: "/questions#review", people: [person(record.author)],
        when: viewer.when(record.taughtAt))
    case .vote(let record):
      return .init(
        kind: "disagreement", label: "A vote", words: "\(outcome(record.proposal.outcome)): \(record.proposal.reason)",
        path: URLPath.disagreement(record.proposal.disagreement) + "#proposals", people: [person(record.author)],
        when: viewer.when(record.time))
    case .panel(let id):
      guard let record = state.standing.lessons[id] else { return nil }
      return .init(
        kind: "disagreement", label: "You were drawn for a panel", words: sentence(record), path: URLPath.lesson(id) + "#deliberation",
        people: [person(record.author)], when: nil)
    case .ballot(let record):
      let isMine = record.ballot.member == viewer.member
      return .init(
        kind: "disagreement", label: isMine ? "A vote on your role" : "A vote on a founder",
        words: "\(record.ballot.question.words(viewer.names.name(record.ballot.member))) \(record.ballot.reason)",
        path: URLPath.ballot(record.ballot.id), people: [person(record.ballot.member)], when: viewer.when(record.time))
    case .term(let founder, let end):
      let day = viewer.when(end, .full).words
      return .init(
        kind: "review", label: "A founder’s term",
        words: founder == viewer.member
          ? "Your term as a founder ends \(day). Ask the members whether you go on."
          : "\(viewer.names.name(founder))’s term as a founder ends \(day). It can be put to the vote whether they go on.",
        path: "/founders", people: [person(founder)], when: nil)
    case .appeal(let entry):
      let held = state.standing.opinions(on: .act(entry.sequence))
      let people = state.standing.concerned(by: entry).filter { held[$0]?.stance == .dispute }
      let reason = people.first.flatMap { held[$0]?.reason } ?? ""
      return .init(
        kind: "disagreement", label: "An appeal", words: reason, path: URLPath.act(entry.sequence),
        people: people.map(person), when: viewer.when(entry.time))
    }
  }

  /// Questions to begin with, of what was really taught.
  func starters(_ census: Census) -> [Starter] {
    let examples = census.kinds.prefix(2).compactMap { $0.examples.first?.utterance }
    let meanings = census.definitions.prefix(2).map { sayer.say(.meaning(of: $0)) }
    return (examples + meanings).prefix(3).map { Starter(text: $0) }
  }
}
