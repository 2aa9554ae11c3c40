import Lessons
import Reasoning

/// All that find clashes beside beliefs, as one.
struct ClashFinders: ClashFinder {
  private var sentences = SentenceClashes()
  private var procedures = ProcedureClashes()
  private var definitions = DefinitionClashes()
  private var tests = TestClashes()

  mutating func accept(_ lesson: StandingLesson) -> Set<ClashPlace> {
    switch lesson.lesson.teaching {
    case .example, .labelling: sentences.accept(lesson)
    case .procedure: procedures.accept(lesson)
    case .definition: definitions.accept(lesson)
    case .test: tests.accept(lesson)
    default: []
    }
  }

  mutating func withdraw(_ lesson: StandingLesson) -> Set<ClashPlace> {
    switch lesson.lesson.teaching {
    case .example, .labelling: sentences.withdraw(lesson)
    case .procedure: procedures.withdraw(lesson)
    case .definition: definitions.withdraw(lesson)
    case .test: tests.withdraw(lesson)
    default: []
    }
  }

  func clashes(at place: ClashPlace) -> [Clash] {
    switch place {
    case .thing: []
    case .sentence, .gist: sentences.clashes(at: place)
    case .goal, .steps: procedures.clashes(at: place)
    case .defined: definitions.clashes(at: place)
    case .asked: tests.clashes(at: place)
    }
  }

  /// - Parameter lesson: looked at as if everybody's view held it, though its teacher's may have to wait.
  func clashes(ifTaught lesson: StandingLesson) -> [Clash] {
    let lesson = StandingLesson(lesson.lesson, by: lesson.author, sequence: lesson.sequence, weight: lesson.weight)
    return switch lesson.lesson.teaching {
    case .example, .labelling: sentences.clashes(ifTaught: lesson)
    case .procedure: procedures.clashes(ifTaught: lesson)
    case .definition: definitions.clashes(ifTaught: lesson)
    case .test: tests.clashes(ifTaught: lesson)
    default: []
    }
  }
}
