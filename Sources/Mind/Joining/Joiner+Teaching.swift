import Community
import Lessons

extension Joiner {
  /// Someone who is known here already stays who they are; a stranger begins as a newcomer, unless one of the founders
  /// here had invited them.
  mutating func join(_ role: Role, _ group: String?, _ inviter: ID<Member>?, _ entry: Entry) -> JoinOutcome {
    let standing = state.standing
    guard standing.members[entry.author] == nil else { return .same(as: nil) }
    let host = inviter.flatMap { standing.members[$0] == nil ? nil : $0 }
    let isFoundersWord = host.map { standing.role(of: $0) == .founder } ?? false
    let given = min(role, isFoundersWord ? .teacher : .newcomer)
    // Who passes a gate is for those inside to say.
    let isOpen = group.map { standing.groupRecords[$0]?.group.isGate != true } ?? true
    let isInside = group.flatMap { name in host.map { standing.members[$0]?.groups.contains(name) == true } } ?? false
    let joined = isOpen || isInside || isFoundersWord ? group : nil
    take([.joined(role: given, group: joined, invitedBy: host)], entry)
    if given == role, joined == group { return .taken }
    return .adapted("they come as a \(given.rawValue)" + (joined == group ? "" : " and outside the \(group ?? "")"))
  }

  /// What was taught on both sides is taught once; whoever taught it in the fork endorses it here.
  mutating func teach(_ lessons: [Lesson], _ entry: Entry) -> JoinOutcome {
    var new: [Lesson] = []
    var endorsed: [ID<Lesson>] = []
    var decision: JoinDecision?
    for lesson in lessons {
      if let twin = twin(of: lesson) {
        translation.lessons[lesson.id] = twin
        if let made = self.decision(against: twin) { decision = decision ?? made } else { endorsed.append(twin) }
      } else {
        let id = lesson.id.free { id in
          isKnown(id) || new.contains { $0.id == id } || id != lesson.id && forkLessonIDs.contains(id)
        }
        if id != lesson.id { translation.lessons[lesson.id] = id }
        new.append(translation.lesson(lesson))
      }
    }
    if !new.isEmpty {
      do { try state.standing.validate(.taught(new), by: entry.author) } catch { return refused(.taught(new), entry, error) }
    }
    let endorsements = endorsed.map { Act.opined(Opinion(.endorse, on: .lesson($0), reason: "taught the same in the fork")) }
      .filter { isNew($0, by: entry.author) }
    take((new.isEmpty ? [] : [.taught(new)]) + endorsements, entry)
    if new.count == lessons.count { return .taken }
    if !new.isEmpty { return .adapted("\(lessons.count - new.count) of \(lessons.count) lessons were taught here too") }
    return decision.map { .settled(by: $0) } ?? .same(as: endorsed.first.flatMap { state.standing.lessons[$0]?.taughtIn })
  }

  /// A table's lessons go by its id, so it comes as a whole under its own or under a new one.
  mutating func teach(_ table: Table, _ entry: Entry) -> JoinOutcome {
    let lessons = table.lessons()
    let same = lessons.filter { lesson in
      state.standing.lessons[lesson.id].map { LessonMeaning($0.lesson) == LessonMeaning(lesson) && $0.author == entry.author } ?? false
    }
    if same.count == lessons.count, !lessons.isEmpty {
      return .same(as: lessons.first.flatMap { state.standing.lessons[$0.id]?.taughtIn })
    }
    let id = table.id.free { id in
      (id != table.id && state.standing.tables[id] != nil) || table.under(id).lessons().contains { isKnown($0.id) }
    }
    let new = table.under(id)
    do { try state.standing.validate(.tableTaught(new), by: entry.author) } catch { return refused(.tableTaught(new), entry, error) }
    if id != table.id {
      for (old, lesson) in zip(lessons, new.lessons()) { translation.lessons[old.id] = lesson.id }
    }
    if !translation.tables[table.id, default: []].contains(id) { translation.tables[table.id, default: []].append(id) }
    take([.tableTaught(new)], entry)
    return .taken
  }

  /// Takes back what the fork had in mind, and nothing that came to it here since.
  mutating func takeBackMany(_ entry: Entry) -> JoinOutcome {
    let whole = wholes(entry.act)
    let meant = (theirs.places[entry.sequence] ?? []).compactMap { place -> ID<Lesson>? in
      guard case .fate(let id) = place else { return nil }
      return translation.lesson(id)
    }.filter { id in
      guard let record = state.standing.lessons[id], record.isStanding else { return false }
      if case .contributionRetracted(let member, _) = entry.act { return record.author == member }
      return true
    }
    let changed = meant.filter { own.last[.fate($0)] != nil || own.last[.wording($0)] != nil }
    let safe = meant.filter { !changed.contains($0) }
    let reached = Set(whole.flatMap { JoinPlace.lessonsTakenBack(by: $0, in: state.standing) })
    let isWhole = reached.isSubset(of: safe)
    let acts = isWhole ? whole : safe.map { .retracted($0, reason: entry.act.reason) }
    for act in acts {
      do { try state.standing.validate(act, by: entry.author) } catch { return refused(act, entry, error) }
    }
    take(acts, entry)
    if let first = changed.first {
      let why = "lessons that the fork took back were changed here"
      for id in changed { _ = discuss(entry, .retracted(id, reason: entry.act.reason), on: .lesson(id), why: why) }
      return .discussed(on: .lesson(first), why: why)
    }
    if acts.isEmpty { return .same(as: nil) }
    return isWhole ? .taken : .adapted("only the \(safe.count) lessons that the fork knew were taken back")
  }

  mutating func comment(_ id: ID<Comment>, _ entry: Entry) -> JoinOutcome {
    guard case .commented(_, let topic, let text)? = translation.act(entry.act) else {
      return .setAside("it is about an act of the fork that did not come here")
    }
    let new = id.free { state.standing.comments[$0] != nil }
    let act = Act.commented(new, on: topic, text: text)
    do { try state.standing.validate(act, by: entry.author) } catch { return .setAside(error.message) }
    if new != id { translation.comments[id] = new }
    take([act], entry)
    return .taken
  }

  mutating func propose(_ proposal: Proposal, _ entry: Entry) -> JoinOutcome {
    guard case .proposed(let here)? = translation.act(entry.act) else { return .setAside("it names what did not come here") }
    let id = proposal.id.free { state.standing.proposals[$0] != nil }
    let act = Act.proposed(
      Proposal(id, for: here.disagreement, lessons: here.lessons, here.outcome, reason: here.reason, hours: here.hours))
    do { try state.standing.validate(act, by: entry.author) } catch {
      if case .alreadySettled(let disagreement) = error, let last = state.standing.settlements[disagreement]?.last {
        return .settled(by: .here(last.sequence))
      }
      return refused(act, entry, error)
    }
    if id != proposal.id { translation.proposals[proposal.id] = id }
    take([act], entry)
    return .taken
  }

  /// The lesson that says the same and was taught, or decided on, here since the two parted.
  func twin(of lesson: Lesson) -> ID<Lesson>? {
    guard let id = twins[LessonMeaning(lesson)], let record = state.standing.lessons[id] else { return nil }
    return LessonMeaning(record.lesson) == LessonMeaning(lesson) && (record.isStanding || decision(against: id) != nil) ? id : nil
  }

  /// The decision made here since by which a lesson holds no longer; what its own author takes back is none.
  func decision(against id: ID<Lesson>) -> JoinDecision? {
    guard let record = state.standing.lessons[id] else { return nil }
    if let disagreement = record.overruledBy, let last = own.last[.settlement(disagreement)] { return .here(last.sequence) }
    guard !record.isStanding, record.decidedBy != record.author, let last = own.last[.fate(id)] else { return nil }
    return .here(last.sequence)
  }

  func isKnown(_ id: ID<Lesson>) -> Bool { state.standing.lessons[id] != nil || state.standing.struck[id] != nil }

  private func isNew(_ act: Act, by member: ID<Member>) -> Bool {
    guard case .opined(let opinion) = act, state.standing.opinions(on: opinion.on)[member] == nil else { return false }
    return (try? state.standing.validate(act, by: member)) != nil
  }

  private func wholes(_ act: Act) -> [Act] {
    guard case .tableRetracted(let table, let reason) = act else { return [act] }
    return (translation.tables[table] ?? [table]).map { .tableRetracted($0, reason: reason) }
  }
}

extension Table {
  func under(_ id: ID<Table>) -> Table { Table(id: id, kind: kind, columns: columns, rows: rows, source: source) }
}
