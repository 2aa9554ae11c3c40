import Mind
import Community
import Dialogue
import Hummingbird
import Ledger
import Lessons
import VillageService

/// The one box in which everything is taught.
struct TeachPage: Sendable {
  struct Hand: Sendable {
    let id: String
    let text: String
  }

  struct Form: Sendable {
    let name: String
    let examples: [String]
  }

  let results: [ResultView]
  let text: String?
  let key: String
  let hand: Hand?
  let source: String?
  let recent: [LessonLine]
  let forms: [Form]
  let role: String?
  let canImport: Bool
  let preview: Preview?

  static func addRoutes(to routes: Routes) {
    routes.get("/teach", for: .members) { exchange in
      let query = try exchange.query()
      let hand = try await exchange.hand(try query.optional("hand"))
      let viewer = try await exchange.memberViewer()
      return try await exchange.teachPage(viewer, text: try query.optional("text"), hand: hand)
    }
    routes.post("/lessons", teach)
    routes.post("/teach/preview") { exchange in
      let form = try await exchange.form()
      let viewer = try await exchange.memberViewer()
      return try exchange.fragment("preview", try await exchange.preview(try form.optional("text") ?? "", viewer))
    }
  }

  private static func teach(_ exchange: Exchange) async throws -> Response {
    let form = try await exchange.form()
    do {
      let member = try exchange.member()
      let viewer = try await exchange.memberViewer()
      let text = try form.required("text")
      let hand = try await exchange.hand(try form.optional("hand"))
      let act = try form.optional("act")
      if act == "preview" {
        let preview = try await exchange.preview(text, viewer)
        return try await exchange.teachPage(viewer, text: text, hand: hand, preview: preview)
      }
      var choice: Choice?
      if act == "note" { choice = .note } else if let reading = try form.optional("reading") { choice = .reading(paraphrase: reading) }
      let taught = try await exchange.site.service.teach(text, by: member, request: try exchange.requestKey(form), choose: choice)
      if let hand { try await exchange.lowerIfAnswered(hand, by: member) }
      let results = await exchange.look(viewer) { $0.results(taught) }
      if exchange.wantsFragment { return try exchange.fragment("results", ResultsFragment(results: results)) }
      return try await exchange.teachPage(viewer, results: results)
    } catch {
      throw Problem(error).keeping(form.raw("text"))
    }
  }

  static let forms: [Form] = [
    Form(
      name: "Kinds and names",
      examples: ["A banana is a fruit.", "GI means glycemic index.", "A banana is also called “plátano” in Spanish."]),
    Form(
      name: "Facts and figures",
      examples: [
        "The glycemic index of a banana is 51.", "A banana contains 1.1 g of protein per 100 g.", "A banana does not contain gluten.",
      ]),
    Form(
      name: "Definitions and rules",
      examples: [
        "A food is low-GI if its glycemic index is below 55.",
        "A food is suitable as a snack if its glycemic load is below 20, unless it is fried.",
      ]),
    Form(
      name: "What is computed, counted and converted",
      examples: [
        "The net carbs of a food are its carbohydrate minus its fiber.", "A meal is balanced if it contains at least three vegetables.",
        "1 mmol/L of glucose is 18 mg/dL.",
      ]),
    Form(
      name: "What is true of a relation",
      examples: ["If X interacts with Y, then Y interacts with X.", "The list of allergens is complete."]),
    Form(
      name: "For whom, where, since when, how sure, who says so",
      examples: [
        "For pregnant patients, the daily limit of caffeine is 200 mg.", "In Brazil, the price of rice is 5 euros.",
        "Probably, bitter melon interacts with insulin.", "The glycemic index of white rice is 73 (source: Atkinson 2021).",
      ]),
    Form(
      name: "How people ask, and what to say",
      examples: [
        "When people ask “can I have cake?”, they are asking whether a food is allowed.",
        "When someone asks about doses, do not give a number; refer them to a doctor.",
      ]),
    Form(
      name: "How something is done",
      examples: [
        "To reset the router: 1. Unplug it. 2. Wait 30 seconds. 3. Plug it in.",
        "To treat hypoglycemia, give sugar, wait 15 minutes and measure again.",
      ]),
    Form(
      name: "What people must, may and should do",
      examples: ["A tenant must not sublet the flat.", "Patients should drink water.", "Employees are allowed to work at home."]),
    Form(
      name: "One thing beside another, and how much of a kind",
      examples: ["An avocado has more fat than a banana.", "Most fruits are sweet.", "Weight is measured in kilograms."]),
    Form(name: "Corrections", examples: ["No, it is 48.", "Forget that."]),
  ]
}

extension Exchange {
  private static let recentMax = 10

  func teachPage(
    _ viewer: Viewer, text: String? = nil, results: [ResultView] = [], hand: RaisedHand? = nil, preview: Preview? = nil
  ) async throws -> Response {
    guard let member = viewer.member else { throw Problem.signInFirst }
    let page = await look(viewer) { scribe in
      TeachPage(
        results: results, text: text, key: Self.newKey(), hand: hand.map { .init(id: HandID.of($0.key), text: $0.question) }, source: nil,
        recent: (scribe.state.standing.members[member]?.lessons.suffix(Self.recentMax).reversed() ?? []).compactMap { scribe.line($0) },
        forms: TeachPage.forms,
        role: viewer.role == .newcomer
          ? "As a newcomer: what you teach works at once in your own view, and for everyone once a teacher has accepted it." : nil,
        canImport: viewer.isTeacher, preview: preview)
    }
    return try await self.page("teach", title: "Teach", page, viewer)
  }

  func preview(_ text: String, _ viewer: Viewer) async throws -> Preview {
    let text = try CheckedText.check(text, "text")
    let sentences = await site.service.preview(text, by: viewer.member)
    var foresights: [Foresight] = []
    for sentence in sentences { foresights.append(await site.service.foresight(of: sentence, by: viewer.member)) }
    return await look(viewer) { [foresights] in $0.preview(sentences, foresights, of: text) }
  }

  /// What teaching this text would record, for its author to confirm first, however clear it is.
  func results(confirming text: String, _ viewer: Viewer) async throws -> [ResultView] {
    let sentences = await site.service.preview(text, by: viewer.member)
    return await look(viewer) { scribe in
      sentences.map { sentence in
        var view = ResultView(said: sentence.text, key: Self.newKey())
        let lessons = sentence.readings.filter(\.isLesson)
        if lessons.isEmpty {
          view.unread = .init(
            understood: nil, missed: sentence.text, kept: nil, words: [],
            nearest: [.init(text: sentence.text, edit: URLPath.teach(sentence.text))])
        } else {
          view.confirm = scribe.confirm(lessons, isChoice: false)
        }
        return view
      }
    }
  }

  /// The raised hand with this name.
  func hand(_ id: String?) async throws -> RaisedHand? {
    guard let id else { return nil }
    return try await openHands().values.first { HandID.of($0.key) == id }
  }

  /// Takes a raised hand down once the village can answer its question.
  func lowerIfAnswered(_ hand: RaisedHand, by member: ID<Member>) async throws {
    let answer = await site.service.answer(hand.question, in: .init(), from: .community).answer
    guard answer.kind == .answered || answer.kind == .guided || answer.kind == .opinionsDiffer else { return }
    _ = try await site.people.settleHand(key: hand.key, as: .answered, by: member.rawValue, now: site.clock())
  }
}
