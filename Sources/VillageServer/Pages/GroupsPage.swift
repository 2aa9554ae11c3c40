import Community
import Hummingbird
import Lessons
import Mind
import Reasoning
import VillageService

/// Who looks after what together.
struct GroupsPage: Sendable {
  struct Line: Sendable {
    let name: String
    let path: String
    let charter: String?
    let people: [Person]
    let count: String
    let isGate: Bool
    let progress: String?
  }

  let groups: [Line]
  let canFound: Bool
  let canGate: Bool
  let key: String

  static func addRoutes(to routes: Routes) {
    routes.get("/groups", for: .members) { exchange in
      let viewer = try await exchange.memberViewer()
      let page = await exchange.look(viewer) { $0.groups() }
      return try await exchange.page("groups", title: "Groups", page, viewer)
    }
    routes.post("/groups", for: .members) { exchange in
      let form = try await exchange.form()
      let group = try exchange.group(form, named: try form.required("name", charactersMax: Group.nameLengthMax))
      let isNew = await exchange.site.service.look { $0.standing.groupRecords[group.name] == nil }
      _ = try await exchange.record(.groupSet(group), form)
      return exchange.redirect(to: URLPath.group(group.name), Flash(isNew ? "The group is founded, and you are in it." : "Changed."))
    }
    routes.get("/groups/{name}", for: .members) { exchange in
      let viewer = try await exchange.memberViewer()
      let name = try exchange.parameter("name")
      guard let page = await exchange.look(viewer, { $0.group(name) }) else { throw Problem(Refusal.unknownGroup(name)) }
      return try await exchange.page("group", title: name, page, viewer)
    }
    routes.post("/groups/{name}/members", for: .members) { exchange in
      let form = try await exchange.form()
      let name = try exchange.parameter("name")
      let member = try form.optional("member", charactersMax: 100).map { ID<Member>($0) } ?? (try exchange.member())
      let recorded = try await exchange.record(.groupJoined(member, group: name), form)
      return exchange.redirect(to: URLPath.group(name), Flash("One more of the \(name).", undo: URLPath.undo(recorded.entry.sequence)))
    }
    routes.post("/groups/{name}/leaving", for: .members) { exchange in
      let form = try await exchange.form()
      let name = try exchange.parameter("name")
      let member = try form.optional("member", charactersMax: 100).map { ID<Member>($0) } ?? (try exchange.member())
      let recorded = try await exchange.record(.groupLeft(member, group: name, reason: try form.optional("reason") ?? ""), form)
      return exchange.redirect(to: URLPath.group(name), Flash("One less of the \(name).", undo: URLPath.undo(recorded.entry.sequence)))
    }
  }
}

/// One group: its charter, its people, what it looks after, what waits for it, how far its aim is reached.
struct GroupPage: Sendable {
  struct MemberLine: Sendable {
    let person: Person
    let id: String
    let taught: String
    let canRemove: Bool
  }

  struct Topic: Sendable {
    let name: String
    let path: String
    let count: String
  }

  let name: String
  let path: String
  let charter: String?
  let isGate: Bool
  let topics: [Topic]
  let languages: String?
  let audiences: [Link]
  let members: [MemberLine]
  let others: [Alternative]
  let waiting: [LessonLine]
  let goal: String?
  let progress: Progress?
  let canEdit: Bool
  let canGate: Bool
  let canJoin: Bool
  let canLeave: Bool
  let form: Fields
  let ask: String
  let key: String

  struct Progress: Sendable {
    let value: Int
    let max: Int
    let words: String
  }

  struct Fields: Sendable {
    let charter: String
    let topics: String
    let languages: String
    let audiences: String
    let goal: String
    let lessons: String
    let until: String
  }
}

extension Exchange {
  /// A group as a form describes it; lists are written with commas.
  func group(_ form: Form, named name: String) throws -> Group {
    func list(_ field: String) throws -> [String] {
      (try form.optional(field, charactersMax: 2_000) ?? "").split(whereSeparator: { $0 == "," || $0.isNewline })
        .map { String($0.trimming(while: \.isWhitespace)) }.filter { !$0.isEmpty }
    }
    func concepts(_ field: String) throws -> [Concept] {
      try list(field).map { words in
        guard let concept = try? Concept(parsing: words) else {
          throw Problem.invalid(field, "has “\(words)”, which is no name of a thing")
        }
        return concept
      }
    }
    var goal: Group.Goal?
    if let words = try form.optional("goal", charactersMax: 400) {
      let until = try form.optional("until").map { text in
        guard let day = Day(iso: text) else { throw Problem.invalid("until", "is no day such as 2026-03-01") }
        return day
      }
      goal = Group.Goal(words, lessons: try form.number("lessons", in: 1...100_000) ?? 10, until: until)
    }
    return Group(
      name, charter: try form.optional("charter", charactersMax: 2_000) ?? "", topics: try concepts("topics"),
      isGate: form.raw("gate") == "yes", languages: try list("languages"), audiences: try concepts("audiences"), goal: goal)
  }
}

extension Scribe {
  func groups() -> GroupsPage {
    let lines = state.standing.groups.map { name in
      let people = state.standing.people(in: name).sorted()
      let record = state.standing.groupRecords[name]
      return GroupsPage.Line(
        name: name, path: URLPath.group(name), charter: record.flatMap { $0.group.charter.isEmpty ? nil : $0.group.charter },
        people: people.prefix(12).map(person), count: Numbers.counted(people.count, "member", "members"),
        isGate: record?.group.isGate ?? false, progress: record.flatMap(progress)?.words)
    }
    return GroupsPage(groups: lines, canFound: viewer.isTeacher, canGate: viewer.isFounder, key: Exchange.newKey())
  }

  func group(_ name: String) -> GroupPage? {
    guard state.standing.groups.contains(name) else { return nil }
    let record = state.standing.groupRecords[name]
    let group = record?.group ?? Group(name)
    let people = state.standing.people(in: name)
    let isInside = viewer.member.map(people.contains) ?? false
    let mayEdit = viewer.isTeacher && (isInside || viewer.isFounder) && (!group.isGate || viewer.isFounder)
    let waiting = state.waitingLessons().filter { id in
      guard let lesson = state.standing.lessons[id] else { return false }
      return state.standing.gates(for: lesson.lesson, by: lesson.author).contains { $0.name == name }
    }
    return GroupPage(
      name: name, path: URLPath.group(name), charter: group.charter.isEmpty ? nil : group.charter, isGate: group.isGate,
      topics: group.topics.map { .init(name: $0.label, path: URLPath.concept($0), count: Numbers.grouped(lessonCount(about: $0))) },
      languages: group.languages.isEmpty ? nil : group.languages.joined(separator: ", "),
      audiences: group.audiences.map { Link(path: URLPath.concept($0), words: $0.label) },
      members: people.sorted().map { id in
        .init(
          person: person(id), id: id.rawValue,
          taught: Numbers.counted(state.standing.members[id]?.lessons.count ?? 0, "lesson", "lessons"),
          canRemove: id != viewer.member && (isInside || viewer.isFounder))
      },
      others: isInside || viewer.isFounder
        ? state.standing.members.keys.filter { !people.contains($0) }.sorted().map {
          Alternative(value: $0.rawValue, name: viewer.names.name($0), selected: false)
        } : [],
      waiting: waiting.compactMap { line($0) }, goal: group.goal?.words, progress: record.flatMap(progress),
      canEdit: mayEdit, canGate: viewer.isFounder, canJoin: !isInside && viewer.canTeach && (!group.isGate || viewer.isFounder),
      canLeave: isInside,
      form: .init(
        charter: group.charter, topics: group.topics.map(\.label).joined(separator: ", "),
        languages: group.languages.joined(separator: ", "), audiences: group.audiences.map(\.label).joined(separator: ", "),
        goal: group.goal?.words ?? "", lessons: group.goal.map { String($0.lessons) } ?? "", until: group.goal?.until?.iso ?? ""),
      ask: "/talk?view=group:" + URLPath.encode(name), key: Exchange.newKey())
  }

  /// How far a task force is: the lessons of its members about its topics that count, since it was founded.
  private func progress(_ record: GroupRecord) -> GroupPage.Progress? {
    guard let goal = record.group.goal else { return nil }
    let topics = Set(record.group.topics)
    let count = state.standing.people(in: record.group.name).reduce(0) { sum, member in
      sum
        + (state.standing.members[member]?.lessons ?? []).count { id in
          guard let lesson = state.standing.lessons[id], lesson.status == .accepted, lesson.taughtIn > record.sequence else { return false }
          return topics.isEmpty || !topics.isDisjoint(with: lesson.lesson.topics)
        }
    }
    let until = goal.until.map { ", until \($0.iso)" } ?? ""
    return .init(
      value: min(count, goal.lessons), max: goal.lessons,
      words: "\(Numbers.grouped(count)) of \(Numbers.grouped(goal.lessons)) lessons\(until)")
  }

  private func lessonCount(about concept: Concept) -> Int { state.mind.beliefs.lessons(mentioning: concept, in: .community).count }
}
