import Ledger
import Community
public import Dialogue
public import Foundation
public import Lessons
import Mind
public import Reasoning
public import TeachingLanguage

/// What a sentence would be understood as, before anything is recorded.
public struct SentencePreview: Sendable {
  public let text: String
  /// UTF-8 offsets in what was typed.
  public let range: Range<Int>
  public let decision: Decision
  public let readings: [ReadingPreview]
}

public struct ReadingPreview: Sendable {
  public let reading: Reading
  /// Whether it would be taught; false for questions and the like.
  public let isLesson: Bool
  /// The contradictions it would bring.
  public let clashes: [Clash]
  /// Why it is likely not meant so; it is then confirmed before it is recorded.
  public let doubts: [Doubt]
  /// Sentences taught for other questions that are close to an example that it teaches.
  public let neighbours: [Understood.Neighbour]
  /// What it comes to, as a sentence for its teacher to say yes to; of a correction, what becomes of which lesson.
  public let paraphrase: String
}

/// Which reading of a sentence its teacher meant.
public enum Choice: Hashable, Sendable {
  /// The one that says exactly this.
  case reading(paraphrase: String)
  /// None: keep the sentence as a note.
  case note
}

/// What became of one sentence.
public struct TaughtSentence: Sendable {
  public enum Outcome: Sendable {
    case recorded(sequence: Int, lessons: [ID<Lesson>], said: String, isWaiting: Bool, clashes: [ID<Disagreement>])
    /// Read back before it is recorded: rules, definitions, guidelines.
    case confirm([ReadingPreview])
    /// Two or more readings are close.
    case choose([ReadingPreview])
    case answered(Answer)
    /// Kept as a note; the repair says what was understood and what to write instead.
    case noted(sequence: Int, ID<Lesson>, Repair?)
  }

  public let text: String
  public let outcome: Outcome
  /// Where it says what a sentence said before that could not be read: that one's phrasing, as a sentence that teaches it.
  public var phrasing: String?
}

extension VillageService {
  /// Reads what someone types, and records nothing.
  public func preview(_ text: String, by member: ID<Member>?) -> [SentencePreview] {
    read(text, by: member).map { sentence in
      SentencePreview(
        text: sentence.text, range: sentence.range, decision: sentence.decision, readings: previews(of: sentence, by: member))
    }
  }

  /// Teaches what someone typed: records what is clear, hands back what needs a word from its teacher, keeps the rest as notes.
  ///
  /// - Parameters:
  ///   - choice: what the teacher meant, where an earlier call asked.
  ///   - source: what to cite where a sentence names no source itself.
  public func teach(
    _ text: String, by member: ID<Member>, request: String? = nil, choose choice: Choice? = nil, source: String? = nil
  ) async throws -> [TaughtSentence] {
    if let request, let earlier = try await ledger.entry(author: member.rawValue, request: request) {
      return retell(try Entry(earlier))
    }
    let sentences = read(text, by: member)
    var plans = sentences.map { plan($0, by: member, choice) }
    try refuseTakingOver(plans.flatMap(\.lessons), by: member)
    let unread = lastUnread(by: member)
    for revision in plans.compactMap(\.revision) {
      let recorded = try await record(revision, by: member, request: request)
      return retell(recorded.entry)
    }
    if let source { for index in plans.indices { plans[index].cite(source) } }
    let lessons = plans.flatMap(\.lessons)
    guard !lessons.isEmpty else {
      return zip(sentences, plans).map { TaughtSentence(text: $0.text, outcome: $1.outcome(in: 0, self.state)) }
    }
    let recorded = try await record(.taught(lessons), by: member, request: request)
    if recorded.isRepeat { return retell(recorded.entry) }
    for index in plans.indices { plans[index].said = saying(plans[index].lessons) }
    var taught = zip(sentences, plans).map { TaughtSentence(text: $0.text, outcome: $1.outcome(in: recorded.entry.sequence, self.state)) }
    if taught.count == 1, let unread { taught[0].phrasing = phrasing(said: unread, meant: taught[0].text, by: member) }
    return taught
  }

  /// Gives a lesson another wording; refused where someone else did so since `seen`.
  public func revise(_ id: ID<Lesson>, to text: String, seen: Int, by member: ID<Member>, request: String? = nil) async throws -> Recorded {
    let readings = read(text, by: member).flatMap(\.readings)
    guard let taught = readings.lazy.compactMap(\.meaning.taught).first(where: { $0.count == 1 })?.first else {
      throw Unreadable(text: text)
    }
    return try await record(
      .revised(Lesson(id: id, taught.teaching, taught.qualifiers, words: text), after: seen), by: member, request: request)
  }

  func read(_ text: String, by member: ID<Member>?) -> [SentenceReading] {
    var context = ReadingContext()
    context.today = Day(clock())
    if let member, let last = state.standing.members[member]?.lessons.last,
      case .claim(let claim)? = state.standing.lessons[last]?.lesson.teaching
    {
      context.lastClaim = claim
    }
    return language.reader.read(text, vocabulary: state.mind.vocabulary(for: member), context: context)
  }

  private func previews(of sentence: SentenceReading, by member: ID<Member>?) -> [ReadingPreview] {
    sentence.readings.map { reading in
      let taught = reading.meaning.taught ?? []
      let clashes = taught.flatMap { taught in
        state.mind.clashes(
          ifTaught: StandingLesson(
            Lesson(id: "new", taught.teaching, taught.qualifiers), by: member ?? "", sequence: state.standing.sequence + 1))
      }
      return ReadingPreview(
        reading: reading, isLesson: !taught.isEmpty, clashes: clashes, doubts: doubts(about: taught, by: member),
        neighbours: taught.flatMap { neighbours(of: $0.teaching, by: member) },
        paraphrase: paraphrase(of: reading, by: member))
    }
  }

  private func doubts(about taught: [Taught], by member: ID<Member>?) -> [Doubt] {
    taught.flatMap { taught in
      state.mind.beliefs.doubts(about: Lesson(id: "new", taught.teaching, taught.qualifiers), in: PointOfView(member: member))
    }
  }

  /// What an example might be mixed up with, were it taught.
  private func neighbours(of teaching: Teaching, by member: ID<Member>?) -> [Understood.Neighbour] {
    guard case .example(let example) = teaching else { return [] }
    return language.responder.neighbours(
      of: example, knowing: knowledge(for: member), from: PointOfView(member: member))
  }

  /// A correction is read back as what it would do: “That is wrong: it is 48” alone would not say which lesson changes.
  private func paraphrase(of reading: Reading, by member: ID<Member>?) -> String {
    guard case .correction(let correction) = reading.meaning, let member, let act = act(correcting: correction, by: member, words: "")
    else { return reading.paraphrase }
    let sayer = language.sayer(for: state)
    func said(_ id: ID<Lesson>) -> String { state.standing.lessons[id].map { sayer.say($0.lesson) } ?? "" }
    switch act {
    case .revised(let lesson, _): return "\(sayer.say(lesson)) Until now: \(said(lesson.id))"
    case .retracted(let id, _): return "Take back: \(said(id))"
    default: return reading.paraphrase
    }
  }

  private func plan(_ sentence: SentenceReading, by member: ID<Member>, _ choice: Choice?) -> TeachingPlan {
    if choice == .note { return TeachingPlan(note: note(sentence.text), repair: nil) }
    if case .reading(let paraphrase)? = choice,
      let chosen = sentence.readings.first(where: { self.paraphrase(of: $0, by: member) == paraphrase })
    {
      return plan(chosen, of: sentence, by: member)
    }
    switch sentence.decision {
    case .record:
      if !doubts(about: sentence.readings.first?.meaning.taught ?? [], by: member).isEmpty {
        return TeachingPlan(handedBack: .confirm(Array(previews(of: sentence, by: member).prefix(1))))
      }
      return sentence.readings.first.map { plan($0, of: sentence, by: member) } ?? TeachingPlan(note: note(sentence.text), repair: nil)
    case .confirm: return TeachingPlan(handedBack: .confirm(previews(of: sentence, by: member)))
    case .choose: return TeachingPlan(handedBack: .choose(previews(of: sentence, by: member)))
    case .answer: return TeachingPlan(handedBack: .answered(answer(sentence.text, by: member)))
    case .note(let repair): return TeachingPlan(note: note(sentence.text), repair: repair)
    }
  }

  private func plan(_ reading: Reading, of sentence: SentenceReading, by member: ID<Member>) -> TeachingPlan {
    switch reading.meaning {
    case .lesson(let taught):
      return TeachingPlan(lessons: taught.map { Lesson(id: ID(ids.next()), $0.teaching, $0.qualifiers, words: sentence.text) })
    case .correction(let correction):
      if let act = act(correcting: correction, by: member, words: sentence.text) { return TeachingPlan(revision: act) }
      return TeachingPlan(handedBack: .answered(answer(sentence.text, by: member)))
    case .question, .aboutMe, .courtesy:
      return TeachingPlan(handedBack: .answered(answer(sentence.text, by: member)))
    }
  }

  /// What a correction of one's own last lesson, or of a claim of one's own, comes to.
  private func act(correcting correction: Correction, by member: ID<Member>, words: String) -> Act? {
    let own = state.standing.members[member]?.lessons ?? []
    func standing(_ id: ID<Lesson>) -> LessonRecord? {
      state.standing.lessons[id].flatMap { $0.isStanding ? $0 : nil }
    }
    func revised(_ revise: (Claim) -> Claim?) -> Act? {
      guard let last = own.last, let record = standing(last), case .claim(let claim) = record.lesson.teaching, let corrected = revise(claim)
      else { return nil }
      return .revised(Lesson(id: last, .claim(corrected), record.lesson.qualifiers, words: words), after: record.revisions.count)
    }
    switch correction {
    case .value(let value, _): return revised { Claim($0.subject, $0.property, value) }
    case .meant(let word, let concept): return revised { $0.meaning(concept, by: word) }
    case .forgetLast:
      return own.last(where: { standing($0) != nil }).map { .retracted($0, reason: words) }
    case .forget(let claim):
      return own.last { standing($0)?.lesson.teaching == .claim(claim) }.map { .retracted($0, reason: words) }
    }
  }

  private func note(_ text: String) -> Lesson { Lesson(id: ID(ids.next()), .note, words: text) }

  private func answer(_ text: String, by member: ID<Member>) -> Answer {
    language.responder.respond(
      to: text, in: Conversation(), knowing: knowledge(for: member), from: PointOfView(member: member)
    ).answer
  }

  private func saying(_ lessons: [Lesson]) -> String {
    let sayer = language.sayer(for: state)
    return lessons.map { sayer.say($0) }.joined(separator: " ")
  }

  /// The answer to a request that was sent before.
  private func retell(_ entry: Entry) -> [TaughtSentence] {
    let lessons: [Lesson] =
      switch entry.act {
      case .taught(let lessons): lessons
      case .revised(let lesson, _): [lesson]
      case .retracted(let id, _): state.standing.lessons[id].map { [$0.lesson] } ?? []
      default: []
      }
    let sentences = Dictionary(grouping: lessons.indices) { lessons[$0].words }.sorted { $0.value[0] < $1.value[0] }
    return sentences.map { words, indices in
      var plan = TeachingPlan(lessons: indices.map { lessons[$0] })
      plan.said = saying(plan.lessons)
      return TaughtSentence(text: words, outcome: plan.outcome(in: entry.sequence, state))
    }
  }
}

/// A text that had to be one lesson and could not be read as one.
public struct Unreadable: UserReadable, Hashable {
  public let text: String
  public var message: String { "I could not read that as one lesson." }
  public var hint: String { "Say one thing in one sentence, for example “The glycemic index of a banana is 51.” Nothing was changed." }
}

extension Reading.Meaning {
  var taught: [Taught]? { if case .lesson(let taught) = self { taught } else { nil } }
}

extension Day {
  /// The day of an instant, in UTC: the same on every server.
  public init?(_ date: Date) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
