import Mind
import Community
import Lessons
import Reasoning
import TeachingLanguage

/// Disagreements in words.
extension Scribe {
  /// What is disputed, as a question.
  func question(_ clash: Clash) -> String {
    switch clash.kind {
    case .exampleMeanings, .likeExamples, .reasonAgainstExample: "What do people ask by \(clash.subject.label)?"
    case .stepOrder where clash.property == "come in order": "Which comes first, \(clash.subject.label.replacing(" and ", with: " or "))?"
    case .stepOrder: "In which order: \(clash.subject.label)?"
    case .procedures: "\(clash.subject.label.prefix(1).uppercased() + clash.subject.label.dropFirst()): by which steps?"
    case .definitionCycle: "\(words(clash.witness.question)) One word is explained by the other."
    case .tests: "What must be answered to \(clash.subject.label)?"
    case .traits: "Has a thing one \(clash.subject.label), or can it have several?"
    case .supersession: "\(words(question(asked: clash))) A later edition says otherwise."
    case .values, .negation, .disjointKinds, .ruleAgainstFact, .rules: words(question(asked: clash))
    }
  }

  /// The thing of which only conditions are known is called so without quotation marks.
  private func words(_ question: Question) -> String {
    sayer.say(question).replacing("\"\(Clash.something.label)\"", with: Clash.something.label)
  }

  private func question(asked clash: Clash) -> Question {
    switch (clash.kind, clash.value) {
    case (.rules, _): clash.witness.question
    case (.values, _), (.supersession, _): .value(of: clash.subject, property: clash.property)
    case (_, let value?): .whether(Claim(clash.subject, clash.property, value))
    case (_, nil): clash.witness.question
    }
  }

  /// “Is brown rice low-GI?” is yes by one and no by the other.
  func whereItMatters(_ clash: Clash) -> String? {
    let witness = clash.witness
    guard witness.answers.count >= 2 else { return nil }
    let answers = witness.answers.prefix(2).map { words($0) }
    guard witness.conditions.isEmpty else {
      return "If \(conditions(witness)), that is \(answers[0]) by one and \(answers[1]) by the other."
    }
    if let said = whereItMattersBesideFacts(clash, answers) { return said }
    guard clash.kind.isAboutThings else { return nil }
    let question = sayer.say(witness.question)
    guard question != self.question(clash), answers[0] != answers[1] else { return nil }
    return "“\(question)” is \(answers[0]) by one and \(answers[1]) by the other."
  }

  /// What contradictory sentences, procedures, definitions and tests lead to.
  private func whereItMattersBesideFacts(_ clash: Clash, _ answers: [String]) -> String? {
    switch clash.kind {
    case .likeExamples, .reasonAgainstExample:
      answers == ["no", "yes"] || answers == ["yes", "no"]
        ? "By one that is what people ask, by the other it is not."
        : "It is taken for “\(answers[0])” by one and for “\(answers[1])” by the other."
    case .stepOrder, .procedures: "By one: \(answers[0]). By the other: \(answers[1])."
    case .definitionCycle: "One is explained by \(answers[0]), the other by \(answers[1]): who knows neither learns nothing."
    case .tests: "No answer is both “\(answers[0])” and “\(answers[1])”: one of the tests will always fail."
    case .traits: "By the one, two values that differ cannot both be right; by the other they can."
    case .exampleMeanings, .values, .supersession, .negation, .disjointKinds, .ruleAgainstFact, .rules: nil
    }
  }

  /// What becomes of the rest where one holds.
  func fateOfOthers(_ clash: Clash) -> String {
    switch clash.kind {
    case .tests: "The other test is withdrawn."
    case .exampleMeanings, .likeExamples: "The other examples are withdrawn, and the sentence means this alone."
    case .reasonAgainstExample: "The reason or the example that differs is withdrawn."
    case .stepOrder, .procedures: "The other procedures are withdrawn."
    case .definitionCycle: "The others are withdrawn, and can be defined anew in other words."
    case .supersession: "The later edition takes the place of the earlier one, which is withdrawn."
    case .values, .traits, .negation, .disjointKinds, .ruleAgainstFact, .rules: "The others are withdrawn."
    }
  }

  /// “it is a food, and its glycemic index is between 50 and 55”
  func conditions(_ witness: Clash.Witness) -> String { sayer.say(witness.conditions) }

  func words(_ answer: Clash.Answer) -> String {
    switch answer {
    case .yes: "yes"
    case .no: "no"
    case .value(let value): sayer.say(value)
    case .notBoth: "not both"
    }
  }

  /// When the first two of its sides stood side by side.
  func since(_ sides: [[ID<Lesson>]]) -> When {
    let times = sides.map { side in side.compactMap { state.standing.lessons[$0]?.current.time }.min() ?? 0 }.sorted()
    return viewer.when(times.count > 1 ? times[1] : times.first ?? 0)
  }

  func people(of lessons: some Sequence<ID<Lesson>>) -> [Person] {
    var seen: Set<ID<Member>> = []
    return lessons.compactMap { state.standing.lessons[$0]?.author }.filter { seen.insert($0).inserted }.map(person)
  }

  /// “You say 89, Bruno Reis says 73.”: who stands where, in the sentences themselves.
  func positions(_ clash: Clash) -> String {
    let positions = clash.sides.compactMap { side -> String? in
      guard let first = side.first, let record = state.standing.lessons[first] else { return nil }
      let who = record.author == viewer.member ? "you say" : "\(viewer.names.name(record.author)) says"
      if case .claim(let claim) = record.lesson.teaching, [.values, .supersession].contains(clash.kind) {
        return "\(who) \(sayer.say(claim.value))"
      }
      return "\(who): \(sentence(record))"
    }.joined(separator: ", ")
    return positions.prefix(1).uppercased() + positions.dropFirst()
  }
}

extension Clash.Kind {
  /// Whether it is about a thing that has a page of its own.
  var isAboutThings: Bool {
    switch self {
    case .values, .supersession, .traits, .negation, .disjointKinds, .ruleAgainstFact, .rules, .definitionCycle: true
    case .exampleMeanings, .likeExamples, .reasonAgainstExample, .stepOrder, .procedures, .tests: false
    }
  }

  /// Whether lessons of this kind can each hold for their own people, place or time.
  var canBeScoped: Bool { self != .definitionCycle && self != .reasonAgainstExample }
}

extension Clash {
  /// Every lesson on the table, sorted.
  var allLessons: [ID<Lesson>] { sides.flatMap { $0 }.sorted() }
}
