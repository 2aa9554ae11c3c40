import Lessons
import TeachingLanguage

/// How the reading of one sentence compares with what was expected.
struct ReadingVerdict {
  /// Whether every sentence of the text has some reading.
  let isRead: Bool
  /// Whether it was taken as read, without asking.
  let isAccepted: Bool
  /// From 0 the place of the right reading; nil where none is right or nothing was expected.
  let place: Int?
  /// Nil where nothing was expected.
  let isExpected: Bool
  /// What a teacher would confirm: the right reading, or the first where nothing was expected.
  let lessons: [Taught]

  static let offeredMax = 3

  /// Where nothing is known but whether it was read.
  init(isRead: Bool) {
    self.isRead = isRead
    isAccepted = false
    place = nil
    isExpected = false
    lessons = []
  }

  /// - Parameter relations: what a relation's name stands for, where its teachers have said so.
  init(_ read: [SentenceReading], of sentence: ReadingCase, relations: [LooseName: LooseName] = [:]) {
    isRead = !read.isEmpty && read.allSatisfy { !$0.readings.isEmpty }
    isAccepted = isRead && read.allSatisfy { $0.decision == .record || $0.decision == .answer }
    isExpected = sentence.expectation != nil
    let offered = (0..<Self.offeredMax).map { place in
      read.compactMap { $0.readings.isEmpty ? nil : $0.readings[min(place, $0.readings.count - 1)] }
    }
    func firstPlace(of meanings: [String]) -> Int? {
      let wanted = Set(meanings.map { $0.lowercased() })
      return offered.firstIndex { wanted.contains($0.map { Notation.text($0.meaning) }.joined(separator: "; ").lowercased()) }
    }
    let place: Int?
    switch sentence.expectation {
    case .meaning(let meanings): place = firstPlace(of: meanings)
    case .links(let links):
      place = offered.firstIndex { readings in
        let found = Self.links(in: readings)
        return links.allSatisfy { wanted in
          found.contains { link in
            guard
              link.one.isAlike(wanted.one) && link.other.isAlike(wanted.other)
                || link.one.isAlike(wanted.other) && link.other.isAlike(wanted.one)
            else { return false }
            return wanted.relation == nil || link.relation.map { relations[$0] ?? $0 } == wanted.relation
          }
        }
      }
    case .ask: place = isAccepted ? nil : 0
    case .askOr(let meanings): place = isAccepted ? firstPlace(of: meanings) : 0
    case nil: place = nil
    }
    self.place = place
    let confirmed = isExpected ? place.map { offered[$0] } ?? [] : offered[0]
    lessons = confirmed.flatMap { reading -> [Taught] in if case .lesson(let taught) = reading.meaning { taught } else { [] } }
  }

  /// Whatever the claims bring together, both ways round. A list of values is also one name: corpora write some so.
  static func links(in readings: [Reading]) -> Set<ReadingCase.Link> {
    var links: Set<ReadingCase.Link> = []
    var lists: [LooseName: [LooseName?: [String]]] = [:]
    for case .lesson(let taught) in readings.map(\.meaning) {
      for lesson in taught {
        for (one, relation, others) in pairs(in: lesson.teaching) {
          for other in others {
            links.formUnion([.init(one: one, other: other, relation: relation), .init(one: other, other: one, relation: relation)])
          }
          lists[one, default: [:]][relation, default: []] += others.prefix(1).map(\.text)
        }
      }
    }
    for (one, relations) in lists {
      for (relation, others) in relations where others.count > 1 {
        links.insert(.init(one: one, other: LooseName(others.joined(separator: ", ")), relation: relation))
      }
      let all = relations.values.flatMap { $0 }
      if relations.count > 1 { links.insert(.init(one: one, other: LooseName(all.joined(separator: ", ")))) }
    }
    return links
  }

  private static func pairs(in teaching: Teaching) -> [(LooseName, LooseName?, [LooseName])] {
    switch teaching {
    case .claim(let claim) where !claim.isNegated:
      [(LooseName(claim.subject), LooseName(claim.property), LooseName.names(of: claim.value))]
    case .name(let naming): [(LooseName(naming.concept), nil, [LooseName(naming.other)])]
    default: []
    }
  }
}
