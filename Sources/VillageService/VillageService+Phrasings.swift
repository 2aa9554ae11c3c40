import Community
public import Lessons
import Mind
import TeachingLanguage

extension VillageService {
  /// So many of the latest lessons must be understood as they were before a phrasing may be taught.
  private static let heededMax = 2_000

  /// The sentence that a member said last, where it could not be read and was kept as a note.
  func lastUnread(by member: ID<Member>) -> String? {
    guard let last = state.standing.members[member]?.lessons.last, let record = state.standing.lessons[last], record.isStanding,
      record.lesson.teaching == .note
    else { return nil }
    return record.lesson.words
  }

  /// The sentence by which the first would be understood as the second from now on, for its teacher to say yes to.
  func phrasing(said: String, meant: String, by member: ID<Member>) -> String? {
    let vocabulary = state.mind.vocabulary(for: member)
    guard let phrasing = language.reader.phrasing(said: said, meant: meant, vocabulary: vocabulary),
      language.reader.firstChanged(by: phrasing, among: latestSentences(), vocabulary: vocabulary) == nil
    else { return nil }
    return language.sayer(for: state).say(.phrasing(phrasing))
  }

  /// A phrasing that would change how sentences that stand are understood is not taught.
  func refuseTakingOver(_ lessons: [Lesson], by member: ID<Member>) throws(PhrasingTakesOver) {
    for lesson in lessons {
      guard case .phrasing(let phrasing) = lesson.teaching else { continue }
      let changed = language.reader.firstChanged(
        by: phrasing, among: latestSentences(), vocabulary: state.mind.vocabulary(for: member))
      if let changed { throw PhrasingTakesOver(phrasing: phrasing.said, sentence: changed) }
    }
  }

  private func latestSentences() -> some Sequence<String> {
    let latest = state.standing.lessons.values.filter { $0.isStanding && $0.lesson.teaching != .note && !$0.lesson.words.isEmpty }
      .sorted { ($0.taughtIn, $0.lesson.id) > ($1.taughtIn, $1.lesson.id) }.prefix(Self.heededMax)
    return latest.map(\.lesson.words)
  }
}

/// A phrasing that sentences understood otherwise are instances of, too.
public struct PhrasingTakesOver: UserReadable, Hashable {
  public let phrasing: String
  public let sentence: String

  public var message: String { "“\(phrasing)” would change how I understand “\(sentence)”, which was taught." }
  public var hint: String { "Put more of the words into it that only this way of saying it has. Nothing was recorded." }
}
