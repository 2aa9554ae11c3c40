import Community
import Crypto
import Foundation
import Lessons
import Mind
import Reasoning

extension VillageState {
  /// A SHA-256, in hex, over what stands, who is who, and where lessons clash: equal on servers that agree.
  func digest() -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var hash = SHA256()
    func add(_ parts: String...) { hash.update(data: Data((parts.joined(separator: "\u{1F}") + "\n").utf8)) }
    add("village", standing.name, String(standing.sequence))
    for (id, member) in standing.members.sorted(by: { $0.key < $1.key }) {
      add("member", id.rawValue, member.role.rawValue, member.group ?? "")
    }
    for release in standing.releases { add("release", release.name, String(release.sequence)) }
    if let publicly = standing.publicly { add("public", publicly.release ?? "") }
    for id in standing.lessons.keys.sorted() {
      guard let lesson = mind.beliefs.lesson(id) else {
        add("gone", id.rawValue, standing.lessons[id]?.status.rawValue ?? "")
        continue
      }
      let body = (try? encoder.encode(lesson.lesson)).map { String(decoding: $0, as: UTF8.self) } ?? ""
      add("lesson", lesson.author.rawValue, String(lesson.sequence), "\(lesson.reach)", "\(lesson.weight)", body)
    }
    for (id, clash) in mind.clashes.sorted(by: { $0.key < $1.key }) {
      add(
        "clash", id.rawValue, clash.sides.map { $0.map(\.rawValue).joined(separator: ",") }.joined(separator: "|"),
        "\(status(of: clash) == .open)")
    }
    return hash.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  /// The pages that an entry touches.
  func places(of entry: Entry) -> [VillageEvent.Place] {
    func lesson(_ id: ID<Lesson>) -> [VillageEvent.Place] {
      [.lesson(id)] + (standing.lessons[id].map { concepts(of: $0.lesson) } ?? []).map { .concept($0) }
    }
    switch entry.act {
    case .founded, .joined, .roleGranted, .contributionRetracted: return [.people]
    case .taught(let lessons): return lessons.flatMap { lesson($0.id) }
    case .tableTaught, .tableRetracted: return []
    case .revised(let revised, _): return lesson(revised.id)
    case .retracted(let id, _), .reinstated(let id), .accepted(let id, _), .declined(let id, _): return lesson(id)
    case .commented(_, .lesson(let id), _): return [.lesson(id)]
    case .commented(_, .disagreement(let id), _): return [.disagreement(id)]
    case .commentWithdrawn(let id):
      guard let comment = standing.comments[id] else { return [] }
      switch comment.topic {
      case .lesson(let id): return [.lesson(id)]
      case .disagreement(let id): return [.disagreement(id)]
      }
    case .settled(let settlement): return [.disagreement(settlement.disagreement)] + settlement.lessons.flatMap { lesson($0) }
    case .reopened(let id, _): return [.disagreement(id)]
    case .cautionSet: return []
    case .released, .releaseWithdrawn, .publicAnswered: return [.releases]
    }
  }

  private func concepts(of lesson: Lesson) -> [Concept] {
    switch lesson.teaching {
    case .claim(let claim): [claim.subject] + (claim.value.concept.map { [$0] } ?? [])
    case .name(let naming): [naming.concept, naming.other]
    case .definition(let definition): [definition.concept]
    case .disjoint(let one, let other): [one, other]
    case .property(let trait): trait.properties
    case .conversion(let conversion): [conversion.substance]
    case .example(let example): [example.question]
    case .labelling(let function): [function.label]
    case .rule(let rule):
      if case .value(.concept(let concept)) = rule.head.object { [concept] } else { [rule.head.property] }
    case .contrast(let contrast): [contrast.subject, contrast.other]
    case .guideline, .procedure, .test, .stopWord, .phrasing, .note: []
    }
  }
}

extension VillageEvent {
  init(_ entry: Entry, places: [Place]) {
    let kind: Kind =
      switch entry.act {
      case .founded, .joined, .roleGranted: .people
      case .taught: .lesson
      case .tableTaught, .tableRetracted: .import
      case .revised: .revision
      case .retracted, .reinstated, .contributionRetracted: .retraction
      case .accepted, .declined: .review
      case .commented, .commentWithdrawn: .comment
      case .settled, .reopened, .cautionSet: .settlement
      case .released, .releaseWithdrawn, .publicAnswered: .release
      }
    self.init(sequence: entry.sequence, kind: kind, by: entry.author, about: places)
  }
}
