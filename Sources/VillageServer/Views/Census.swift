import Community
import Foundation
import Lessons
import Mind
import Reasoning
import Synchronization
import VillageService

/// What a village holds in all, for the pages that show the whole: counted in one pass over the lessons, and again only
/// after something was taught.
struct Census: Sendable {
  struct QuestionKind: Sendable {
    let question: Concept
    var examples: [(utterance: String, author: ID<Member>)]
  }

  var concepts = 0
  var facts = 0
  var rules = 0
  var teachers = 0
  /// By the question's name.
  var kinds: [QuestionKind] = []
  var topics: [KindCount] = []
  var definitions: [Concept] = []
  /// The first letters of concepts, in capitals.
  var letters: Set<Character> = []

  init(_ state: VillageState) {
    var kinds: [Concept: QuestionKind] = [:]
    var defined: Set<Concept> = []
    for (id, record) in state.standing.lessons.sorted(by: { ($0.value.taughtIn, $0.key) < ($1.value.taughtIn, $1.key) }) {
      guard record.status == .accepted, state.mind.beliefs.lesson(id) != nil else { continue }
      switch record.lesson.teaching {
      case .claim: facts += 1
      case .rule, .guideline: rules += 1
      case .example(let example):
        kinds[example.question, default: QuestionKind(question: example.question, examples: [])].examples
          .append((example.utterance, record.author))
      case .definition(let definition): defined.insert(definition.concept)
      case .name, .disjoint, .property, .note: break
      }
    }
    teachers = state.standing.members.values.count { !$0.lessons.isEmpty }
    self.kinds = kinds.values.sorted { $0.question < $1.question }
    definitions = defined.sorted()
    topics = Array(state.mind.beliefs.kindsWithCounts(in: .community).prefix(8))
    let all = state.mind.beliefs.allConcepts(in: .community)
    concepts = all.count
    letters = Set(all.compactMap { $0.key.first.map { Character($0.uppercased()) } })
  }
}

/// The latest census, kept until the village has moved on.
final class CensusKeeper: Sendable {
  private let kept = Mutex<(sequence: Int, census: Census)?>(nil)

  func census(of state: VillageState) -> Census {
    let sequence = state.standing.sequence
    if let known = kept.withLock({ $0 }), known.sequence == sequence { return known.census }
    let census = Census(state)
    kept.withLock { $0 = (sequence, census) }
    return census
  }
}
