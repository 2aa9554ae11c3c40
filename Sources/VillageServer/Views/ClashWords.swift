import Mind
import Community
import Lessons
import Reasoning
import TeachingLanguage

/// Disagreements in words.
extension Scribe {
  /// What is disputed, as a question.
  func question(_ clash: Clash) -> String {
    if clash.kind == .exampleMeanings { return "What do people ask by \(clash.subject.label)?" }
    return words(question(asked: clash))
  }

  /// The thing of which only conditions are known is called so without quotation marks.
  private func words(_ question: Question) -> String {
    sayer.say(question).replacing("\"\(Clash.something.label)\"", with: Clash.something.label)
  }

  private func question(asked clash: Clash) -> Question {
    switch (clash.kind, clash.value) {
    case (.rules, _): clash.witness.question
    case (.values, _): .value(of: clash.subject, property: clash.property)
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
    let question = sayer.say(witness.question)
    guard question != self.question(clash), answers[0] != answers[1] else { return nil }
    return "“\(question)” is \(answers[0]) by one and \(answers[1]) by the other."
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
      if case .claim(let claim) = record.lesson.teaching, clash.kind == .values { return "\(who) \(sayer.say(claim.value))" }
      return "\(who): \(sentence(record))"
    }.joined(separator: ", ")
    return positions.prefix(1).uppercased() + positions.dropFirst()
  }
}

extension Clash {
  /// Every lesson on the table, sorted.
  var allLessons: [ID<Lesson>] { sides.flatMap { $0 }.sorted() }
}
