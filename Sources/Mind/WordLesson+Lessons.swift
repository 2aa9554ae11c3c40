import Lessons
import Understanding

extension WordLesson {
  /// What a lesson says of words in whatever sentence; nil for all others, and for those that not everyone's view holds:
  /// words are read alike in every view.
  init?(_ standing: StandingLesson) {
    guard !standing.isLimited else { return nil }
    switch standing.lesson.teaching {
    case .stopWord(let word): self = .unimportant(word)
    case .name(let naming) where naming.kind == .same: self = .same([naming.concept.label, naming.other.label])
    default: return nil
    }
  }
}
