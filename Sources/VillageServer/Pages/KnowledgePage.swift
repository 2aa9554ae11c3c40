import Mind
import TeachingLanguage
import Community
import Hummingbird
import Lessons
import Reasoning

/// What is known, to look up and to leaf through.
struct KnowledgePage: Sendable {
  struct Kind: Sendable {
    let name: String
    let path: String
    let count: String
    let here: Bool
  }

  struct Letter: Sendable {
    let letter: String
    let path: String
    let here: Bool
    let empty: Bool
  }

  struct Found: Sendable {
    let name: String
    let path: String
    let gist: String?
    let standing: StandingMark?
  }

  let q: String?
  let kinds: [Kind]
  let letters: [Letter]
  let heading: String
  let total: String
  let concepts: [Found]
  let next: Link?
  let previous: Link?

  static func addRoutes(to routes: Routes) {
    routes.get("/knowledge") { exchange in
      let query = try exchange.query()
      let search = ConceptSearch(
        text: try query.optional("q", charactersMax: 200), kind: try query.optional("kind", charactersMax: 200),
        letter: try query.optional("letter", charactersMax: 10))
      let number = try query.number("page", in: 1...100_000) ?? 1
      let viewer = try await exchange.viewer()
      let census = exchange.site.census
      let page = await exchange.look(viewer) { scribe in scribe.knowledge(search, page: number, census.census(of: scribe.state)) }
      return try await exchange.page("knowledge", title: "Knowledge", page, viewer)
    }
  }
}

/// Which concepts to look up.
struct ConceptSearch: Sendable {
  let text: String?
  let kind: String?
  let letter: String?

  var query: String {
    let parts = [("q", text), ("kind", kind), ("letter", letter)].compactMap { name, value in value.map { "\(name)=\(URLPath.encode($0))" }
    }
    return parts.joined(separator: "&")
  }
}

extension Scribe {
  private static let perPage = 50

  /// Sorted by name; those whose name begins with the text first.
  func concepts(_ search: ConceptSearch, _ census: Census) -> [Concept] {
    let beliefs = state.mind.beliefs
    if let kind = search.kind, let concept = try? Concept(parsing: kind) {
      return beliefs.concepts(ofKind: concept, in: .community)
    }
    let all = beliefs.allConcepts(in: .community).filter { !census.questions.contains($0) }
    if let text = search.text?.lowercased() {
      let starting = all.filter { $0.key.hasPrefix(text) }
      let holding = all.filter { !$0.key.hasPrefix(text) && $0.key.contains(text) }
      return starting + holding
    }
    if let letter = search.letter?.lowercased() { return all.filter { $0.key.hasPrefix(letter) } }
    return all
  }

  func knowledge(_ search: ConceptSearch, page: Int, _ census: Census) -> KnowledgePage {
    let found = concepts(search, census)
    let start = min((page - 1) * Self.perPage, found.count)
    let shown = found[start..<min(start + Self.perPage, found.count)]
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map { letter in
      KnowledgePage.Letter(
        letter: String(letter), path: "/knowledge?letter=\(letter.lowercased())", here: search.letter?.uppercased() == String(letter),
        empty: !census.letters.contains(letter))
    }
    func link(_ page: Int, _ words: String) -> Link {
      Link(path: "/knowledge?" + [search.query, "page=\(page)"].filter { !$0.isEmpty }.joined(separator: "&"), words: words)
    }
    let left = found.count - start - shown.count
    return KnowledgePage(
      q: search.text,
      kinds: census.topics.map {
        .init(
          name: $0.kind.label, path: "/knowledge?kind=" + URLPath.encode($0.kind.key), count: Numbers.grouped($0.count),
          here: search.kind?.lowercased() == $0.kind.key)
      }, letters: letters, heading: heading(search, found.count), total: Numbers.grouped(found.count),
      concepts: shown.map { self.found($0) },
      next: left > 0 ? link(page + 1, "Next \(min(left, Self.perPage))") : nil,
      previous: page > 1 ? link(page - 1, "Previous \(Self.perPage)") : nil)
  }

  private func heading(_ search: ConceptSearch, _ count: Int) -> String {
    if let kind = search.kind { return "Kinds and examples of \(kind)" }
    if let text = search.text { return count == 0 ? "Nothing is called “\(text)”" : "Concepts called “\(text)”" }
    if let letter = search.letter { return "Concepts that begin with \(letter.uppercased())" }
    return "All concepts"
  }

  private func found(_ concept: Concept) -> KnowledgePage.Found {
    let isDisputed = state.openClashes(about: concept).isEmpty == false
    return .init(
      name: concept.label, path: URLPath.concept(concept), gist: gist(of: concept),
      standing: isDisputed ? StandingMark(class: "disputed", word: "disputed") : nil)
  }

  /// A few words by which one knows what it is: its nearest kind.
  func gist(of concept: Concept) -> String? {
    state.mind.beliefs.claims(about: concept, in: .community).lazy.compactMap { standing -> String? in
      guard case .claim(let claim) = standing.lesson.teaching, claim.property == .isA, !claim.isNegated, let kind = claim.value.concept
      else { return nil }
      return self.sayer.name(kind)
    }.first
  }
}
