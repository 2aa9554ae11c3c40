import Community
import Mind
import Reasoning
import Foundation
import Interchange
import Ledger
import Lessons
import Synchronization
import Understanding
import VillageService

/// Teaches the demonstration village into an empty ledger, day by day, as its people would have.
struct DemoLoader {
  let manifest: DemoManifest
  let folder: URL
  let service: VillageService
  let clock: DemoClock
  /// What its invented members sign in with.
  let password: String

  /// Sentences that the village could not read at once; the demonstration should have none.
  struct Unread {
    let file: String
    let sentence: String
  }

  /// - Returns: the sentences that were not understood.
  func load(progress: (String) -> Void) async throws -> [Unread] {
    try await bringMembers()
    var unread: [Unread] = []
    for occasion in manifest.occasions {
      if let file = occasion.lessons {
        progress("teaching \(file)")
        unread += try await teach(file)
      } else if let file = occasion.table {
        progress("teaching the table \(file)")
        try await importTable(file, occasion)
      } else if occasion.discussion != nil {
        try await discuss(occasion)
      }
    }
    try await raiseHands()
    return unread
  }

  private func bringMembers() async throws {
    guard let founder = manifest.members.first else { return }
    clock.move(to: "2026-03-01")
    for member in manifest.members {
      let account = NewAccount(
        member: member.id, name: member.name, login: member.id, password: password, credentials: member.about, locale: "en")
      _ = try await service.people.createAccount(account, now: clock.now)
      let id = ID<Member>(member.id)
      if member.id == founder.id {
        _ = try await service.record(.founded(name: manifest.village.name), by: id)
      } else {
        _ = try await service.record(
          .joined(role: Role(rawValue: member.role) ?? .newcomer, group: member.group, invitedBy: ID(founder.id)), by: id)
      }
    }
  }

  private func teach(_ file: String) async throws -> [Unread] {
    let lessons = try LessonFile(contentsOf: folder.appending(path: file))
    clock.move(to: lessons.day)
    var unread: [Unread] = []
    for sentence in lessons.sentences {
      clock.advance(seconds: 40)
      for outcome in try await service.teachAll(sentence, by: ID(lessons.teacher), takingFirst: true, source: lessons.source) {
        if case .recorded = outcome.outcome { continue }
        unread.append(Unread(file: file, sentence: outcome.text))
      }
    }
    return unread
  }

  private func importTable(_ file: String, _ occasion: DemoManifest.Occasion) async throws {
    clock.move(to: occasion.day ?? "2026-03-02")
    let bytes = try [UInt8](Data(contentsOf: folder.appending(path: file)))
    let job = try await service.prepareImport(bytes, fileName: file, by: ID(occasion.teacher ?? ""))
    let columns = Dictionary(uniqueKeysWithValues: (occasion.columns ?? []).map { ($0.column, $0) })
    let roles: [ImportPlan.Role] = job.text.header.map { name in
      if name == occasion.name { return .subject }
      guard let column = columns[name], let unit = Lessons.Unit(parsing: column.unit) else { return .ignored }
      return .value(Concept(column.property), unit)
    }
    _ = try await service.importTable(
      job.id, ImportPlan(kind: occasion.kind.map { Concept($0) }, source: occasion.source ?? file, roles: roles))
  }

  private func discuss(_ occasion: DemoManifest.Occasion) async throws {
    let subject = Concept(occasion.subject ?? "")
    let property = Concept(occasion.property ?? "")
    let clash = await service.look { state in
      state.mind.clashes.values.filter { $0.subject == subject && $0.property == property }.min { $0.id < $1.id }
    }
    guard let clash else {
      throw Complaint(
        "Nobody disagrees about \(subject.label).", hint: "The demonstration's discussion speaks of a disagreement that is not there.")
    }
    for comment in occasion.comments ?? [] {
      clock.move(to: comment.day)
      let id = ID<Lessons.Comment>(service.ids.next())
      _ = try await service.record(.commented(id, on: .disagreement(clash.id), text: comment.text), by: ID(comment.by))
    }
    guard let settled = occasion.settled else { return }
    clock.move(to: settled.day)
    let lessons = clash.sides.flatMap { $0 }
    let holding = await service.look { state in
      lessons.filter { id in
        guard case .claim(let claim)? = state.standing.lessons[id]?.lesson.teaching, let quantity = claim.value.quantity else {
          return false
        }
        return settled.holds.contains(quantity.amount.plain)
      }
    }
    let settlement = Settlement(clash.id, lessons: lessons, .holds(holding), reason: settled.reason, dissent: settled.dissent ?? "")
    _ = try await service.record(.settled(settlement), by: ID(settled.by))
  }

  private func raiseHands() async throws {
    let rows = try String(contentsOf: folder.appending(path: manifest.hands), encoding: .utf8).split(separator: "\n")
    for row in rows {
      let fields = row.split(separator: "\t")
      guard fields.count == 3, let times = Int(fields[1]) else { continue }
      clock.move(to: String(fields[2]))
      let question = String(fields[0])
      for _ in 0..<times {
        let visitor = Speaker.visitor(service.people.newIdentifier())
        _ = try await service.people.raiseHand(key: QuestionKey.key(of: question), question: question, by: visitor, now: clock.now)
      }
    }
  }
}

/// The demonstration's own time while it is being told, and then the real one.
final class DemoClock: Sendable {
  private let told: Mutex<Date?> = Mutex(nil)

  var now: Date { told.withLock { $0 } ?? Date() }

  /// To nine in the morning of a day, or a little later where the day has begun.
  func move(to day: String) {
    guard let start = RFC3339.date(parsing: "\(day)T09:00:00.000Z") else { return }
    told.withLock { now in now = max(start, (now ?? start).addingTimeInterval(60)) }
  }

  func advance(seconds: Double) { told.withLock { $0 = $0?.addingTimeInterval(seconds) } }

  func letGo() { told.withLock { $0 = nil } }
}
