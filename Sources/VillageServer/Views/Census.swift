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
    var examples: [(utterance: String, author: ID<Member>, sequence: Int)]
  }

  var concepts = 0
  var facts = 0
  var rules = 0
  var teachers = 0
  /// Those whose own view differs from the village's: something of theirs counts for them alone.
  var colleagues: [ID<Member>] = []
  /// Whom some lessons are for, alone.
  var audiences: [Concept] = []
  /// Where some lessons hold, alone.
  var regions: [Concept] = []
  /// By the question's name.
  var kinds: [QuestionKind] = []
  /// The questions themselves, which are no things to look up.
  var questions: Set<Concept> = []
  var topics: [KindCount] = []
  var definitions: [Concept] = []
  /// The first letters of concepts, in capitals.
  var letters: Set<Character> = []

  init(_ state: VillageState) {
    var kinds: [Concept: QuestionKind] = [:]
    var defined: Set<Concept> = []
    var audiences: Set<Concept> = []
    var regions: Set<Concept> = []
    var colleagues: Set<ID<Member>> = []
    for (id, record) in state.standing.lessons {
      guard let standing = state.mind.beliefs.lesson(id) else { continue }
      if case .only(let author) = standing.reach { colleagues.insert(author) }
      guard record.status == .accepted else { continue }
      if let audience = record.lesson.qualifiers.audience { audiences.insert(audience) }
      if let region = record.lesson.qualifiers.region { regions.insert(region) }
      switch record.lesson.teaching {
      case .claim, .contrast: facts += 1
      case .rule, .guideline, .procedure, .labelling: rules += 1
      case .example(let example):
        kinds[example.question, default: QuestionKind(question: example.question, examples: [])].examples
          .append((example.utterance, record.author, record.taughtIn))
      case .definition(let definition): defined.insert(definition.concept)
      case .name, .disjoint, .property, .conversion, .test, .stopWord, .phrasing, .note: break
      }
    }
    teachers = state.standing.members.values.count { !$0.lessons.isEmpty }
    self.kinds = kinds.values.sorted { $0.question < $1.question }
    for index in self.kinds.indices { self.kinds[index].examples.sort { ($0.sequence, $0.utterance) < ($1.sequence, $1.utterance) } }
    definitions = defined.sorted()
    self.audiences = audiences.sorted()
    self.regions = regions.sorted()
    self.colleagues = colleagues.sorted()
    topics = Array(state.mind.beliefs.kindsWithCounts(in: .community).prefix(8))
    questions = Set(kinds.keys)
    let all = state.mind.beliefs.allConcepts(in: .community).filter { !questions.contains($0) }
    concepts = all.count
    letters = Set(all.compactMap { $0.key.first.map { Character($0.uppercased()) } })
  }
}

/// The latest census, kept until the village has moved on; in a large one, for some seconds longer, so that counting takes
/// no time from teaching.
final class CensusKeeper: Sendable {
  private struct Kept {
    let sequence: Int
    let taken: ContinuousClock.Instant
    let census: Census
  }

  private static let lessonsMany = 5_000
  private static let ageMax: Duration = .seconds(5)

  private let kept = Mutex<Kept?>(nil)

  func census(of state: VillageState) -> Census {
    let sequence = state.standing.sequence
    let now = ContinuousClock.now
    if let known = kept.withLock({ $0 }) {
      let isRecent = state.standing.lessons.count > Self.lessonsMany && now - known.taken < Self.ageMax
      if known.sequence == sequence || isRecent { return known.census }
    }
    let census = Census(state)
    kept.withLock { $0 = Kept(sequence: sequence, taken: now, census: census) }
    return census
  }
}
