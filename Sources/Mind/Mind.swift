public import Community
public import Dialogue
public import Lessons
public import Reasoning
public import TeachingLanguage
public import Understanding

/// What the assistant knows: the fold of the standing lessons, by exact steps.
///
/// Accepting a lesson and then withdrawing it leaves no trace; independent lessons commute; so a mind depends on which
/// lessons stand and never on how they came to. All points of view share one mind (see `PointOfView`).
public struct Mind: Equatable, Sendable {
  /// Claims, names, kinds and rules; and every standing lesson by its id.
  public private(set) var beliefs = Beliefs()
  /// What people mean by their sentences.
  public private(set) var learner: Learner
  public private(set) var guidelines = GuidelineBook()
  private var labellings = LabellingBook()
  private var procedures = ProcedureBook()
  /// Where standing lessons contradict each other, as the community sees it.
  public var clashes: [ID<Disagreement>: Clash] { register.clashes }

  /// The words that everyone's lessons use.
  private var commonWords = Lexicon()
  /// The words of lessons that count for their author alone.
  private var ownWords: [ID<Member>: Lexicon] = [:]
  private var finders = ClashFinders()
  private var limitedExamples: Set<ID<Lesson>> = []
  /// What must be answered, by lesson: the tests that everyone's view holds.
  public private(set) var tests: [ID<Lesson>: TestCase] = [:]
  private var register = ClashRegister()

  /// - Parameter understanding: what sentences are compared by; two servers that are to agree use the same.
  public init(understanding: Learner.Settings = Learner.Settings()) {
    learner = Learner(settings: understanding)
  }

  /// Applies the steps of one act and finds anew what they may have brought into, or out of, contradiction.
  ///
  /// - Returns: the disagreements that appeared or changed, sorted.
  @discardableResult
  public mutating func apply(_ deltas: [MindDelta]) -> [ID<Disagreement>] {
    var touched: Set<ClashPlace> = []
    for delta in deltas {
      switch delta {
      case .accept(let lesson):
        accept(lesson, &touched)
      case .withdraw(let id):
        if let lesson = beliefs.lesson(id) { withdraw(lesson, &touched) }
      case .reweigh(let lesson):
        if let before = beliefs.lesson(lesson.id) { withdraw(before, &touched) }
        accept(lesson, &touched)
      }
    }
    var found: [ClashPlace: [Clash]] = [:]
    for place in touched {
      found[place] = if case .thing(let subject) = place { beliefs.clashes(about: subject) } else { finders.clashes(at: place) }
    }
    return register.replace(found)
  }

  private mutating func accept(_ lesson: StandingLesson, _ touched: inout Set<ClashPlace>) {
    beliefs.accept(lesson)
    guidelines.accept(lesson)
    labellings.accept(lesson)
    procedures.accept(lesson)
    switch lesson.reach {
    case .everyone: commonWords.add(lesson.lesson)
    case .only(let member): changeOwnWords(of: member) { $0.add(lesson.lesson) }
    }
    if case .test(let test) = lesson.lesson.teaching, lesson.reach == .everyone { tests[lesson.id] = test }
    if let words = WordLesson(lesson) { learner.teach(words, id: lesson.id.rawValue) }
    if let exemplar = Exemplar(lesson) {
      learner.teach(exemplar)
      if lesson.isLimited { limitedExamples.insert(lesson.id) }
    }
    touched.formUnion(beliefs.subjectsTouched(by: lesson).lazy.map { .thing($0) })
    touched.formUnion(finders.accept(lesson))
  }

  private mutating func withdraw(_ lesson: StandingLesson, _ touched: inout Set<ClashPlace>) {
    if case .example = lesson.lesson.teaching {
      learner.revert(lesson.id.rawValue)
      limitedExamples.remove(lesson.id)
    }
    touched.formUnion(beliefs.subjectsTouched(by: lesson).lazy.map { .thing($0) })
    touched.formUnion(finders.withdraw(lesson))
    tests[lesson.id] = nil
    if WordLesson(lesson) != nil { learner.revertWords(lesson.id.rawValue) }
    beliefs.withdraw(lesson.id)
    guidelines.withdraw(lesson)
    labellings.withdraw(lesson)
    procedures.withdraw(lesson)
    switch lesson.reach {
    case .everyone: commonWords.remove(lesson.lesson)
    case .only(let member): changeOwnWords(of: member) { $0.remove(lesson.lesson) }
    }
  }

  /// A member without words of their own has no lexicon, whether they never had one or lost it again.
  private mutating func changeOwnWords(of member: ID<Member>, _ change: (inout Lexicon) -> Void) {
    change(&ownWords[member, default: Lexicon()])
    if ownWords[member] == Lexicon() { ownWords[member] = nil }
  }

  /// The words to read with: everyone's, then one's own. What the first knows, the second never changes, so nobody's
  /// waiting lessons alter how others are read.
  public func vocabulary(for member: ID<Member>?) -> Vocabulary {
    var layers = [commonWords]
    if let member, let own = ownWords[member] { layers.append(own) }
    return Vocabulary(layers: layers)
  }

  /// All that answering needs, as seen by a member.
  ///
  /// - Parameter thresholds: when to answer, ask back or say that it was not taught.
  public func knowledge(for member: ID<Member>?, thresholds: Thresholds = Thresholds()) -> Knowledge {
    Knowledge(
      beliefs: beliefs, learner: learner, limitedExamples: limitedExamples, thresholds: thresholds, vocabulary: vocabulary(for: member),
      guidelines: guidelines, labellings: labellings, procedures: procedures)
  }

  /// The contradictions that a lesson would bring, were it taught; for its teacher to see before saving.
  public func clashes(ifTaught lesson: StandingLesson) -> [Clash] {
    let found = finders.clashes(ifTaught: lesson)
    return switch lesson.lesson.teaching {
    case .example, .labelling, .procedure, .test: found
    default: (beliefs.clashes(of: lesson) + found).sorted { $0.id < $1.id }
    }
  }

  /// The lessons by which people ask a question of this kind.
  public func examples(of question: Concept, in view: PointOfView) -> [StandingLesson] {
    beliefs.lessons(mentioning: question, in: view).filter {
      if case .example(let example) = $0.lesson.teaching { example.question == question } else { false }
    }
  }
}
