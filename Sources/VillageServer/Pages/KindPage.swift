import Community
import Hummingbird
import Ledger
import Lessons
import Mind
import Understanding
import VillageService

/// One kind of question: how people ask it, who taught that, what it is mixed up with, and how often it is asked.
struct KindPage: Sendable {
  struct Mixed: Sendable {
    let name: String
    let path: String
    /// A taught sentence of the one that I would take for the other.
    let sentence: String
    let words: String
  }

  let name: String
  let id: String
  let path: String
  let asked: String
  let lastAsked: When?
  let understood: String?
  let examples: [LessonLine]
  let more: String?
  let teachers: [Person]
  let mixed: [Mixed]
  /// Whether sentences taught lately are still being tried.
  let isTrying: Bool
  let canTeach: Bool

  static func addRoutes(to routes: Routes) {
    routes.get("/question-kinds/{id}", for: .members) { exchange in
      let kind = try await exchange.kind(try exchange.parameter("id"))
      let viewer = try await exchange.memberViewer()
      let asked = try await exchange.site.people.timesAsked(question: kind.label)
      let report = await exchange.site.service.understandingReport()
      let isTrying = await exchange.site.service.isReporting
      let page = await exchange.look(viewer) { scribe in
        var page = scribe.kind(kind, report, isTrying: isTrying)
        page = KindPage(page, asked: asked.count, last: asked.last.map { viewer.when($0, .full) })
        return page
      }
      return try await exchange.page("kind", title: "How people ask", page, viewer)
    }
  }

  static let examplesMax = 200
}

extension KindPage {
  /// The same page, told how often people asked.
  fileprivate init(_ page: KindPage, asked: Int, last: When?) {
    self.init(
      name: page.name, id: page.id, path: page.path,
      asked: asked == 0 ? "Nobody has asked this here yet" : "Asked here \(Numbers.times(asked))", lastAsked: last,
      understood: page.understood, examples: page.examples, more: page.more, teachers: page.teachers, mixed: page.mixed,
      isTrying: page.isTrying, canTeach: page.canTeach)
  }
}

extension Scribe {
  fileprivate func kind(_ kind: Concept, _ report: UnderstandingReport?, isTrying: Bool) -> KindPage {
    let lessons = state.mind.examples(of: kind, in: viewer.member.map { PointOfView(member: $0) } ?? .community)
      .sorted { ($0.sequence, $0.id) < ($1.sequence, $1.id) }
    var teachers: [ID<Member>] = []
    for lesson in lessons where !teachers.contains(lesson.author) { teachers.append(lesson.author) }
    let own = (report?.answers ?? []).filter { $0.exemplar.meaning == kind.key }
    let right = own.count(where: \.isRight)
    return KindPage(
      name: kind.label, id: HandID.of(kind.key), path: URLPath.kind(kind), asked: "", lastAsked: nil,
      understood: own.isEmpty
        ? nil
        : "Of \(Numbers.counted(own.count, "sentence", "sentences")) tried as if never taught, I would take \(Numbers.grouped(right)) rightly.",
      examples: lessons.prefix(KindPage.examplesMax).compactMap(utterance),
      more: lessons.count > KindPage.examplesMax ? "and \(Numbers.grouped(lessons.count - KindPage.examplesMax)) more" : nil,
      teachers: teachers.map(person), mixed: mixed(kind, report), isTrying: isTrying,
      canTeach: viewer.canTeach)
  }

  /// An example as what people say, without what it asks: that is the page's title.
  private func utterance(_ standing: StandingLesson) -> LessonLine? {
    guard case .example(let example) = standing.lesson.teaching, var line = line(standing.id) else { return nil }
    line.sentence = "“\(example.utterance)”"
    return line
  }

  private func mixed(_ kind: Concept, _ report: UnderstandingReport?) -> [KindPage.Mixed] {
    (report?.confusions ?? []).filter { $0.taught == kind.key || $0.understood == kind.key }.map { confusion in
      let other = confusion.taught == kind.key ? confusion.understood : confusion.taught
      let concept = questionKind(other)
      return .init(
        name: concept.label, path: URLPath.kind(concept), sentence: confusion.examples.first?.text ?? "",
        words: confusion.taught == kind.key ? "I would take it for" : "I would take for this what asks")
    }
  }

  /// A kind of question as its teachers spell it; reports know only keys.
  func questionKind(_ key: String) -> Concept {
    for standing in state.mind.examples(of: Concept(key), in: .community) {
      if case .example(let example) = standing.lesson.teaching { return example.question }
    }
    return Concept(key)
  }
}
