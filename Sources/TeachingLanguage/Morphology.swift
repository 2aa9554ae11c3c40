/// How a language bends its words: what a grammar file cannot say in patterns.
///
/// Every function is a guess by rule with a list of exceptions, as teachers may use any word. A guess never decides
/// alone: the lexicon of taught names is asked first, and what was understood is said back.
///
/// A relation's label is its verb in one form, the language's own choice: “interacts with”. What a reader meets is
/// another form of it; `relations` and `said` go from one to the other.
protocol Morphology: Sendable {
  /// Frequent words, never taken for slips of the pen.
  var commonWords: Set<String> { get }

  // MARK: Nouns

  /// What the word may be the plural of, likeliest first; empty where it does not look like a plural.
  func singulars(of word: String) -> [String]
  /// The plural of one word.
  func plural(of word: String) -> String
  /// The name with its words in the plural; nil where it has none.
  func plural(ofName label: String) -> String?
  /// Whether people say it without an indefinite article: rice, Lisbon.
  func standsAlone(_ label: String) -> Bool
  /// Whether the plural is of what is measured and not counted: calories.
  func isMeasured(_ noun: String) -> Bool

  // MARK: Qualities

  /// Whether it is said of a thing without an article: low-GI, fried, rich in potassium.
  func looksAdjectival(_ label: String) -> Bool
  /// Whether the word is an adjective, for certain.
  func isAdjective(_ word: String) -> Bool

  // MARK: Verbs

  /// Whether the label is said as a verb between two things and not as “the … of”.
  func isVerbal(_ label: String) -> Bool
  /// The beginnings of labels that the word may stand for.
  func relations(of word: String, _ form: VerbForm) -> [String]
  /// What a label begins with, in that form; nil where it has none.
  func said(_ verb: String, _ form: VerbForm) -> String?
  /// What it costs to take an unknown word for a verb in that form; nil where it cannot be one.
  func newVerbCost(_ word: String, _ form: VerbForm) -> Double?
  func isPreposition(_ word: String) -> Bool
  /// Whether it is a verb in its plain form that people use often.
  func isFrequentVerb(_ word: String) -> Bool
  /// Whether it looks as if made from a verb by rule: “connected”.
  func isParticiple(_ word: String) -> Bool
  /// Whether it is the participle of a verb that goes by no rule: “made”.
  func isIrregularParticiple(_ word: String) -> Bool

  /// The label of a relation taken apart; nil where it is no verb or the language says it in `said` alone.
  func verbPhrase(_ label: String) -> VerbPhrase?
  /// Whether the word tells of the past: “created”.
  func isPast(_ word: String) -> Bool
  /// The past of a label in the form after “did”.
  func past(of label: String) -> String?
  /// Of “belonging” the form after “it”: belongs.
  func third(ofGerund word: String) -> String?
  /// Whether it tells the manner of a verb: “regularly”.
  func isManner(_ word: String) -> Bool
  /// The name of what a verb tells that is done to nothing: “to fly”; nil where the word is no such verb.
  func deed(_ word: String, _ form: VerbForm) -> String?
  func said(deed: String, _ form: VerbForm) -> String?

  // MARK: Sentences

  /// Whether it is what people ask, “whether a food is allowed”, and nothing that they ask about.
  func isAsked(_ label: String) -> Bool
  /// The name as it stands for any such thing: “a banana”, “rice”.
  func general(_ label: String) -> [Said]
  /// Puts the pieces of a sentence together.
  func join(_ pieces: [Said]) -> String
  /// The parts of a contraction, or nil: “isn't” is “is” and “not”.
  func expansion(of word: String) -> [String]?
}

/// The subject's number, or the form after “does” and “can”.
enum VerbForm: Hashable { case third, many, base }

extension Morphology {
  func looksPlural(_ word: String) -> Bool { !singulars(of: word).isEmpty }
  func isAsked(_ label: String) -> Bool { false }
  func isFrequentVerb(_ word: String) -> Bool { false }
  func verbPhrase(_ label: String) -> VerbPhrase? { nil }
  func isPast(_ word: String) -> Bool { false }
  func past(of label: String) -> String? { nil }
  func third(ofGerund word: String) -> String? { nil }
  func isManner(_ word: String) -> Bool { false }
  func deed(_ word: String, _ form: VerbForm) -> String? { nil }
  func said(deed: String, _ form: VerbForm) -> String? { nil }
}

/// What can be told of a label without knowing whose language it is in: lessons are kept without one.
enum AnyLanguage {
  static let all: [any Morphology] = [English()]

  static func morphology(of tag: String) -> (any Morphology)? { tag == "en" ? English() : nil }

  static func isAsked(_ label: String) -> Bool { all.contains { $0.isAsked(label) } }
  static func isVerbal(_ label: String) -> Bool { all.contains { $0.isVerbal(label) } }
  static func looksAdjectival(_ label: String) -> Bool { all.contains { $0.looksAdjectival(label) } }
  static func singulars(of word: String) -> [String] { all.lazy.map { $0.singulars(of: word) }.first { !$0.isEmpty } ?? [] }
}
