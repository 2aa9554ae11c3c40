import Mind
import TeachingLanguage
import Community
import Hummingbird
import Lessons
import Reasoning
import VillageService

/// All that is held of one concept, by whom, disputed or not.
struct ConceptPage: Sendable {
  struct Named: Sendable {
    let name: String
    let path: String
  }

  struct Head: Sendable {
    let name: String
    let path: String
    let names: [String]
    let definition: LessonLine?
    let kinds: [Named]
    let holds: [Named]
  }

  struct Group: Sendable {
    let name: String
    let lessons: [LessonLine]
  }

  struct Figures: Sendable {
    struct Row: Sendable {
      let property: String
      let value: String
      let path: String
      let standing: StandingMark
      let note: String?
    }

    let caption: String
    let by: Person
    let source: String?
    let when: When
    let rows: [Row]
  }

  struct Dispute: Sendable {
    let path: String
    let words: String
    let people: [Person]
    let state: String
    let open: Bool
  }

  let concept: Head
  /// Nil where there is nothing to choose.
  let standpoint: StandpointChoices?
  let groups: [Group]
  let figures: Figures?
  let derived: [ReasonView]
  let disagreements: [Dispute]
  let changes: [ChangeView]
  let historyPath: String
  let key: String
  let ask: Bool

  static func addRoutes(to routes: Routes) {
    routes.get("/knowledge/{concept}") { exchange in
      let query = try exchange.query()
      let names = URLPath.concepts(slug: try exchange.parameter("concept"))
      let viewer = try await exchange.viewer()
      let standpoint = try Standpoint(query)
      let view = try await exchange.pointOfView(standpoint, viewer)
      let census = exchange.site.census
      let page = await exchange.look(viewer) {
        $0.concept(names, view, $0.choices(standpoint, view, census.census(of: $0.state), isAsking: false))
      }
      guard let page else { throw Problem.unknownConcept(names.last?.label ?? "", mayTeach: viewer.canTeach) }
      return try await exchange.page("concept", title: page.concept.name, page, viewer)
    }
  }
}

extension Problem {
  static func unknownConcept(_ name: String, mayTeach: Bool) -> Problem {
    let problem = Problem(
      .notFound, "unknown-concept", "Nobody has taught “\(name)”", "Nothing is known under that name.",
      hint: "Look it up in another spelling, or teach it.")
    return mayTeach ? problem.leading("Teach it", to: URLPath.teach(name + " ")) : problem.leading("Look it up", to: "/knowledge")
  }
}

extension Scribe {
  private static let holdsMax = 40
  private static let mentionsMax = 200

  /// The one of these names that is known in the view, as most people write it.
  func known(_ names: [Concept], in view: PointOfView) -> Concept? {
    let beliefs = state.mind.beliefs
    return names.first { beliefs.isKnown($0, in: view) }.map { beliefs.preferredName(of: $0, in: view) }
  }

  func concept(_ names: [Concept], _ view: PointOfView, _ standpoint: StandpointChoices) -> ConceptPage? {
    guard let concept = known(names, in: view) else { return nil }
    let beliefs = state.mind.beliefs
    let claims = beliefs.claims(about: concept, in: view)
    let figures = self.figures(claims)
    let listed = Set(figures?.lessons ?? [])
    let definitions = beliefs.definitions(of: concept, in: view)
    let mentions = beliefs.lessons(mentioning: concept, in: view).prefix(Self.mentionsMax)
    let path = URLPath.concept(concept)
    return ConceptPage(
      concept: .init(
        name: concept.label, path: path, names: beliefs.names(of: concept, in: view).map(\.label),
        definition: definitions.first.flatMap { line($0.id) },
        kinds: beliefs.kinds(of: concept, in: view).filter { $0.distance == 1 }.map { named($0.concept) },
        holds: beliefs.concepts(ofKind: concept, in: view).prefix(Self.holdsMax).map(named)),
      standpoint: standpoint.isEmpty ? nil : standpoint,
      groups: groups(claims.filter { !listed.contains($0.id) }, definitions.dropFirst(), mentions, of: concept),
      figures: figures?.table,
      derived: derived(concept, view), disagreements: disputes(concept), changes: lately(claims + definitions + mentions),
      historyPath: "/history?text=" + URLPath.encode(concept.label), key: Exchange.newKey(), ask: true)
  }

  private static let latelyMax = 5

  /// The lessons that changed last, newest first.
  private func lately(_ lessons: [StandingLesson]) -> [ChangeView] {
    var seen: Set<ID<Lesson>> = []
    let newest = lessons.filter { seen.insert($0.id).inserted }.sorted { ($1.sequence, $0.id) < ($0.sequence, $1.id) }.prefix(
      Self.latelyMax)
    return newest.compactMap { standing in
      guard let record = state.standing.lessons[standing.id] else { return nil }
      let isRevised = record.revisions.count > 1
      return ChangeView(
        words: (isRevised ? "changed a lesson to: " : "taught: ") + sentence(record), by: person(record.author),
        when: viewer.when(record.current.time, .full), path: URLPath.lesson(standing.id),
        fresh: viewer.isNew(record.current.sequence, by: record.author), kind: (isRevised ? ActKind.changed : .taught).rawValue)
    }
  }

  private func named(_ concept: Concept) -> ConceptPage.Named { .init(name: concept.label, path: URLPath.concept(concept)) }

  private func groups(
    _ claims: [StandingLesson], _ definitions: ArraySlice<StandingLesson>, _ mentions: ArraySlice<StandingLesson>, of concept: Concept
  ) -> [ConceptPage.Group] {
    var rules: [StandingLesson] = []
    var advice: [StandingLesson] = []
    var examples: [StandingLesson] = []
    for lesson in mentions {
      switch lesson.lesson.teaching {
      case .rule: rules.append(lesson)
      case .guideline: advice.append(lesson)
      case .example, .labelling: examples.append(lesson)
      default: break
      }
    }
    let groups = [
      ("What is held", Array(definitions) + claims), ("Rules that speak of it", rules), ("What to say and do", advice),
      ("How people ask", examples),
    ]
    return groups.compactMap { name, lessons in
      let lines = lessons.compactMap { line($0.id) }
      return lines.isEmpty ? nil : .init(name: name, lessons: lines)
    }
  }

  private static let figuresMin = 4

  /// The figures that came in with one table: shown as a table again.
  private func figures(_ claims: [StandingLesson]) -> (table: ConceptPage.Figures, lessons: [ID<Lesson>])? {
    let fromTables = claims.filter { $0.lesson.words.isEmpty && $0.lesson.qualifiers.source != nil }
    let bySequence = Dictionary(grouping: fromTables, by: \.sequence)
    guard let (_, lessons) = bySequence.max(by: { ($0.value.count, $0.key) < ($1.value.count, $1.key) }), lessons.count >= Self.figuresMin,
      let first = lessons.first, let record = state.standing.lessons[first.id]
    else { return nil }
    var shown: [ID<Lesson>] = []
    var denominators: Set<String> = []
    let rows = lessons.compactMap { standing -> ConceptPage.Figures.Row? in
      guard case .claim(let claim) = standing.lesson.teaching, let quantity = claim.value.quantity,
        let record = state.standing.lessons[standing.id]
      else { return nil }
      shown.append(standing.id)
      denominators.insert(quantity.unit.per.map { sayer.say(Value.quantity($0)) } ?? "")
      return .init(
        property: claim.property.label, value: sayer.say(claim.value), path: URLPath.lesson(standing.id),
        standing: mark(record, clashes[standing.id]), note: nil)
    }
    let per = denominators.count == 1 ? denominators.first.flatMap { $0.isEmpty ? nil : " per \($0)" } : nil
    return (
      .init(
        caption: "Figures\(per ?? "")", by: person(first.author), source: first.lesson.qualifiers.source,
        when: viewer.when(record.taughtAt), rows: rows), shown
    )
  }

  private static let conclusionsMax = 20

  /// Kinds, numbers and relations that follow, with the lessons they rest on.
  private func derived(_ concept: Concept, _ view: PointOfView) -> [ReasonView] {
    let beliefs = state.mind.beliefs
    let values = beliefs.conclusions(about: concept, in: view, limit: Self.conclusionsMax).map { property, held in
      follows(Claim(concept, property, held.value), held.proofs)
    }
    let kinds = beliefs.kinds(of: concept, in: view).filter { kind in
      if case .taught = kind.proof.reason { false } else { !kind.proof.usesOnlyKinds }
    }.map { follows(Claim(concept, .isA, .concept($0.concept)), [$0.proof]) }
    return kinds + values
  }

  private func follows(_ claim: Claim, _ proofs: [Proof]) -> ReasonView {
    ReasonView(
      text: sayer.say(claim), label: "Follows", kind: "rule", by: nil, when: nil, source: nil, path: nil, others: nil, open: false,
      formula: nil, canChallenge: false, reasons: (proofs.first?.lessons ?? []).sorted().compactMap(leaf))
  }

  /// A lesson as the end of a why.
  func leaf(_ id: ID<Lesson>) -> ReasonView? {
    guard let record = state.standing.lessons[id] else { return nil }
    let isRule = if case .rule = record.lesson.teaching { true } else { false }
    return ReasonView(
      text: sentence(record), label: isRule ? "Rule" : "Fact", kind: isRule ? "rule" : "fact", by: person(record.author),
      when: viewer.when(record.current.time), source: record.lesson.qualifiers.source, path: URLPath.lesson(id), others: nil, open: false,
      formula: nil, canChallenge: viewer.canTeach && record.author != viewer.member && record.isStanding, reasons: [])
  }

  private func disputes(_ concept: Concept) -> [ConceptPage.Dispute] {
    state.mind.beliefs.clashes(about: concept).map { clash in
      let isOpen = state.status(of: clash) == .open
      return .init(
        path: URLPath.disagreement(clash.id), words: question(clash), people: people(of: clash.allLessons),
        state: isOpen ? "open" : "settled",
        open: isOpen)
    }
  }
}

extension Proof {
  /// Whether it follows from kinds of kinds alone, which the page shows anyhow.
  var usesOnlyKinds: Bool {
    if case .chain = reason { return premises.allSatisfy { if case .taught = $0.reason { true } else { $0.usesOnlyKinds } } }
    if case .inherited = reason { return true }
    return false
  }
}
