import Foundation
import Lessons

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

  /// Whether words are looked up without their accents.
  var ignoresAccents: Bool { get }
  /// Whether every word of a name is bent, and not only the last.
  var bendsEveryWord: Bool { get }
  /// Whether a quality stands after its noun.
  var qualityFollows: Bool { get }
  /// Small words that agree with a noun: “o”, “a”. The first is the article of what is meant in general.
  var agreeing: [(masculine: String, feminine: String)] { get }

  // MARK: Numbers

  /// Whether a comma stands before decimals, and a point between thousands.
  var hasDecimalComma: Bool { get }
  /// Whether the sign of a currency stands after the number.
  var signsFollow: Bool { get }
  /// What digits with points and commas may mean, likeliest first.
  func numbers(in written: String) -> [(number: Decimal, cost: Double)]
  func say(_ number: Decimal) -> String

  // MARK: Nouns

  /// Whether “the” before a noun says nothing of one certain thing.
  var meansAnyWithDefinite: Bool { get }
  /// The forms in which names are taught that the word may be a bending of, without itself.
  func bases(of word: String) -> [(form: String, isPlural: Bool)]
  /// The words of a new name in the singular; nil where they look like none in the plural.
  func singular(ofName words: [String]) -> [String]?
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
  /// Whether it is a noun for certain, though it ends like a quality.
  func looksNominal(_ label: String) -> Bool
  /// The words of a new quality in the form in which qualities are kept.
  func quality(ofName words: [String]) -> [String]
  /// Whether the word is an everyday quality, and no slip for another.
  func isCommonQuality(_ word: String) -> Bool
  /// Whether the word is an adjective, for certain.
  func isAdjective(_ word: String) -> Bool
  /// Whether it is a quality though it begins with a small word: “at risk”.
  func isPhrasal(_ words: String) -> Bool
  /// Whether it tells how something is so, and no name ends in it: “exclusively”, “alone”.
  func endsNoName(_ word: String) -> Bool

  // MARK: Verbs

  /// What labels of “is …” begin with.
  var copulas: Set<String> { get }

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
  /// The label of what a word tells of the past, in the form of one; nil where it is no such word.
  func pastLabel(_ word: String) -> String?
  /// Whether a label tells what was once, and is said of a time in a language without an auxiliary for it.
  func tellsPast(_ label: String) -> Bool
  /// The past of a label in the form after “did”.
  func past(of label: String) -> String?
  /// Of “belonging” the form after “it”: belongs.
  func third(ofGerund word: String) -> String?
  /// Whether it tells the manner of a verb: “regularly”.
  func isManner(_ word: String) -> Bool
  /// The name of what a verb tells that is done to nothing: “to fly”; nil where the word is no such verb.
  func deed(_ word: String, _ form: VerbForm) -> String?
  func said(deed: String, _ form: VerbForm) -> String?
  /// The label of what is done to its own subject, from that of the verb: “tomarse”.
  func reflexive(_ label: String) -> String?
  /// Whether it tells somebody what to do: “give”.
  func isImperative(_ word: String) -> Bool
  /// The relations that the word may be of after “that” or “unless”, in a language with forms for it: “interajam”.
  func subjunctives(of word: String, _ form: VerbForm) -> [String]
  /// The same deed with a manner before its verb: “to regularly drink”.
  func deed(_ deed: String, in manner: String) -> String
  /// The verb that has this past.
  func plainForm(ofPast past: String) -> String?

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

/// Of whom it is said, or the form after “does” and “can”.
enum VerbForm: Hashable, Sendable { case first, third, many, base }

extension Morphology {
  /// What else the word is, if it is a verb: “clock”, “clocks”.
  func verbForms(of word: String) -> Set<String> {
    let labels = Set([VerbForm.third, .many].flatMap { relations(of: word, $0) })
    return labels.union(labels.flatMap { label in [VerbForm.third, .many].compactMap { said(label, $0) } })
  }

  func looksPlural(_ word: String) -> Bool { !singulars(of: word).isEmpty }
  func isAsked(_ label: String) -> Bool { false }
  func isPhrasal(_ words: String) -> Bool { false }
  func endsNoName(_ word: String) -> Bool { false }
  func isFrequentVerb(_ word: String) -> Bool { false }
  func verbPhrase(_ label: String) -> VerbPhrase? { nil }
  func isPast(_ word: String) -> Bool { false }
  func pastLabel(_ word: String) -> String? { isPast(word) ? word : nil }
  func tellsPast(_ label: String) -> Bool { false }
  func past(of label: String) -> String? { nil }
  func third(ofGerund word: String) -> String? { nil }
  func isManner(_ word: String) -> Bool { false }
  func deed(_ word: String, _ form: VerbForm) -> String? { nil }
  func said(deed: String, _ form: VerbForm) -> String? { nil }
  func isImperative(_ word: String) -> Bool { isFrequentVerb(word) }
  func reflexive(_ label: String) -> String? { nil }
  func subjunctives(of word: String, _ form: VerbForm) -> [String] { [] }
  func deed(_ deed: String, in manner: String) -> String { "\(manner) \(deed)" }
  func plainForm(ofPast past: String) -> String? { nil }

  func isCommonQuality(_ word: String) -> Bool { false }

  /// The form to look a word up by.
  func folded(_ word: String) -> String { ignoresAccents ? word.unaccented : word }
}

/// What can be told of a label without knowing whose language it is in: lessons are kept without one.
enum AnyLanguage {
  static let byTag: [String: any Morphology] = ["en": English(), "pt": Portuguese(), "es": Spanish()]
  static let all: [any Morphology] = [English(), Portuguese(), Spanish()]

  static func isAsked(_ label: String) -> Bool { all.contains { $0.isAsked(label) } }
  static func isVerbal(_ label: String) -> Bool { all.contains { $0.isVerbal(label) } }
  static func singulars(of word: String) -> [String] { all.lazy.map { $0.singulars(of: word) }.first { !$0.isEmpty } ?? [] }

  static func looksAdjectival(_ label: String) -> Bool {
    all.contains { $0.looksAdjectival(label) } && !all.contains { $0.looksNominal(label) }
  }
}

extension String {
  /// Without accents, but for ñ, which is a letter of its own.
  var unaccented: String {
    guard !utf8.allSatisfy({ $0 < 0x80 }) else { return self }
    return String(map { Self.plainLetters[$0] ?? $0 })
  }

  private static let plainLetters: [Character: Character] = {
    var plain: [Character: Character] = [:]
    for (letter, accented) in [("a", "áàâãäå"), ("e", "éèêë"), ("i", "íìîï"), ("o", "óòôõö"), ("u", "úùûü"), ("c", "ç")] {
      for character in accented { plain[character] = Character(letter) }
    }
    return plain
  }()
}
