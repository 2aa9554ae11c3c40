public import Lessons

/// How one sentence was understood by taught sentences, laid open: which spoke for it and which against, the words that
/// mattered, and what it would have been without one sentence or one teacher.
public struct Hearing: Hashable, Sendable {
  /// What was made of it.
  public enum Verdict: Hashable, Sendable {
    case means(Concept)
    /// It asked which of these was meant.
    case asks([Concept])
    case notTaught
  }

  /// A taught sentence that took part.
  public struct Voice: Hashable, Sendable {
    public let lesson: ID<Lesson>
    public let sentence: String
    public let question: Concept
    public let teacher: ID<Member>
    /// How far it is trusted; 1 is a teacher's word.
    public let weight: Double
    /// To what was asked, in 0...1.
    public let likeness: Double
    /// What it adds to its own question kind; below 0 it speaks against it.
    public let share: Double
  }

  /// A word of what was asked.
  public struct Word: Hashable, Sendable {
    public let written: String
    /// UTF-8 offsets in what was asked.
    public let range: Range<Int>
    /// What the verdict loses without it; below 0 it speaks against the verdict.
    public let share: Double
  }

  /// What it would have been without something.
  public struct Without: Hashable, Sendable {
    public enum Left: Hashable, Sendable {
      case sentence(ID<Lesson>)
      case teacher(ID<Member>)
    }

    public let left: Left
    public let verdict: Verdict
  }

  /// What makes the sentences that spoke for it like what was asked, each of 100.
  public struct Likeness: Hashable, Sendable {
    /// The words themselves and their letters.
    public let words: Int
    /// What the words mean, each by itself.
    public let wordMeaning: Int
    /// What the sentence means as a whole.
    public let overallMeaning: Int
  }

  public struct Alternative: Hashable, Sendable {
    public let question: Concept
    /// Of 100.
    public let hundredths: Int
  }

  public let text: String
  /// The sentence in other words, where the grammar alone reads it as a question; the verdict is then the examples' alone.
  public let paraphrase: String?
  public let verdict: Verdict
  public let certainty: Certainty
  public let repairs: [Understood.Repair]
  public let standIn: Understood.Repair?
  /// Likeliest first, the verdict's own among them.
  public let alternatives: [Alternative]
  /// Strongest first.
  public let speakingFor: [Voice]
  public let speakingAgainst: [Voice]
  public let likeness: Likeness
  /// In the order written.
  public let words: [Word]
  /// The strongest sentence and the teachers who spoke for it: those without whom the verdict is another come first.
  public let without: [Without]
}
