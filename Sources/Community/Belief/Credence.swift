public import Lessons

/// How much those who spoke of several sentences speak for each of them, by how well each has judged before.
///
/// The classes are the sentences, of which one is taken to be right. Who judges rightly with probability a picks the right one
/// with a, and each of the others with (1 − a) / (K − 1). What a is, is each member's `Competence` on the topic and in the kind
/// of teaching, which the community's decisions prove or refute. Nothing is decided by it: it shows where the weight lies.
///
/// Source: Dawid & Skene (1979), Applied Statistics 28(1), pages 20–28, with one number a worker, estimated as answers come
/// rather than all at once.
public struct Credence: Hashable, Sendable {
  public struct Voice: Hashable, Sendable {
    public let member: ID<Member>
    /// The sentence they spoke of; nil: they are unsure.
    public let side: Int?
    /// Whether they spoke against it.
    public let isAgainst: Bool
    /// Whether they belong to a group that looks after the topic, which is worth a few judgements.
    public let isSpecialist: Bool
    public let reasons: Competence.Reasons
  }

  /// `[side]`: 0...1; they sum to 1.
  public let shares: [Double]
  /// By member.
  public let voices: [Voice]

  /// Nobody is so good, or so bad, that one word of theirs outweighs everybody's.
  static let accuracyRange = 0.05...0.95

  init(_ voices: [Voice], sides: Int) {
    self.voices = voices
    var logarithms = Array(repeating: 0.0, count: sides)
    for voice in voices {
      guard let said = voice.side else { continue }
      let accuracy = min(max(voice.reasons.accuracy, Self.accuracyRange.lowerBound), Self.accuracyRange.upperBound)
      let spoken = voice.isAgainst ? 1 - accuracy : accuracy
      let rest = (1 - spoken) / Double(sides - 1)
      for side in logarithms.indices { logarithms[side] += RealFunctions.logarithm(side == said ? spoken : rest) }
    }
    let most = logarithms.max() ?? 0
    let weights = logarithms.map { RealFunctions.exponential($0 - most) }
    let sum = weights.reduce(0, +)
    shares = weights.map { $0 / sum }
  }
}

extension Standing {
  /// How much those who spoke of a lesson speak for it; nil where nobody but its author did.
  public func credence(of id: ID<Lesson>) -> Credence? {
    guard let record = lessons[id] else { return nil }
    let held = opinions(on: .lesson(id)).filter { $0.key != record.author }
    guard !held.isEmpty else { return nil }
    var voices = [voice(of: record.author, side: 0, about: record.lesson)]
    for (member, opinion) in held {
      voices.append(
        voice(of: member, side: opinion.stance == .unsure ? nil : 0, isAgainst: opinion.stance == .dispute, about: record.lesson))
    }
    return Credence(voices.sorted { $0.member < $1.member }, sides: 2)
  }

  /// How much those who taught, endorsed or disputed lessons that contradict each other speak for each side; nil where there
  /// are fewer than two.
  ///
  /// A member's latest word counts: whoever taught two sides has changed their mind.
  public func credence(between sides: [[ID<Lesson>]]) -> Credence? {
    guard sides.count > 1 else { return nil }
    var latest: [ID<Member>: (sequence: Int, side: Int?, isAgainst: Bool, lesson: Lesson)] = [:]
    func hear(_ member: ID<Member>, _ sequence: Int, _ side: Int?, isAgainst: Bool = false, _ lesson: Lesson) {
      if sequence > latest[member]?.sequence ?? 0 { latest[member] = (sequence, side, isAgainst, lesson) }
    }
    for (side, ids) in sides.enumerated() {
      for record in ids.compactMap({ lessons[$0] }) {
        hear(record.author, record.current.sequence, side, record.lesson)
        for (member, opinion) in opinions(on: .lesson(record.lesson.id)) where member != record.author {
          let isUnsure = opinion.stance == .unsure
          hear(member, opinion.sequence, isUnsure ? nil : side, isAgainst: opinion.stance == .dispute, record.lesson)
        }
      }
    }
    let voices = latest.sorted { $0.key < $1.key }.map { member, word in
      voice(of: member, side: word.side, isAgainst: word.isAgainst, about: word.lesson)
    }
    return Credence(voices, sides: sides.count)
  }

  private func voice(of member: ID<Member>, side: Int?, isAgainst: Bool = false, about lesson: Lesson) -> Credence.Voice {
    let isSpecialist = (members[member]?.groups ?? []).contains { group in
      groupRecords[group]?.group.topics.contains(where: lesson.topics.contains) ?? false
    }
    return Credence.Voice(
      member: member, side: side, isAgainst: isAgainst, isSpecialist: isSpecialist,
      reasons: competence(of: member, about: lesson, as: isSpecialist ? .specialist : nil))
  }

  /// How well a member judges what a lesson speaks of, by what they have shown on its topic or, where nobody has judged
  /// anything of that, on the next wider one.
  private func competence(of member: ID<Member>, about lesson: Lesson, as credential: Credential?) -> Competence.Reasons {
    var topic = lesson.topics.first
    var tried: Set<Concept> = []
    while let narrow = topic, deliberation.topicNumbers[narrow] == nil {
      tried.insert(narrow)
      topic = deliberation.widerTopics[narrow].flatMap { tried.contains($0) ? nil : $0 }
    }
    let (number, unknown) = (deliberation.memberNumbers[member] ?? -1, -1)
    return deliberation.assembly.competence.reasons(
      of: number, topic: topic.flatMap { deliberation.topicNumbers[$0] } ?? unknown, kind: lesson.teaching.kind, as: credential)
  }
}
