import Foundation
import Lessons

/// The small words that code must know besides patterns, from the language's grammar file; a list left out is empty.
struct FunctionWords: Sendable {
  enum List: String, CaseIterable, Sendable {
    case definite, indefinite
    /// Letters and marks that only this language has.
    case letter
    case and, of, that, not, per, minus, half
    case or
    /// “it”, “they”, “its”.
    case itOne = "it.one"
    case itMany = "it.many"
    case owner
    case isOne = "is.one"
    case isMany = "is.many"
    case wasOne = "was.one"
    case wasMany = "was.many"
    case hasOne = "has.one"
    case hasMany = "has.many"
    /// What can be, what can not, and what was done.
    case can, cannot, did
    /// After a noun, what it is besides: “a novel by Ana”.
    case nounTail = "noun.tail"
    case been, first
    /// Before what is wished, assumed or granted, and no fact: “a menos que”, “aunque”.
    case wish
    /// Between “is” and what goes on: “está a tomar”.
    case goingTo = "going.to"
    /// Before a noun they tell what it is like: “living beings”.
    case describing
    /// What follows identifies and counts nothing: “number”, “code”.
    case codeNoun = "code.noun"
    /// What is done in one place only: “located in”.
    case placedOnce = "placed.once"
    /// The relation of a place to the one that it lies in.
    case placeRelation = "place.relation"
    /// Done with a thing to somebody, who may be told first: “was awarded the prize”.
    case givenTo = "given.to"
    /// Before a verb whose subject is what it is done to: “se toma con agua”.
    case reflexive
    /// Another verb may follow it: “helps determine”.
    case helping
    /// What with its verb is one: “takes place”.
    case idiom
    /// “as”: after a participle it tells no relation but a name.
    case role
    /// What may follow a verb that is done to nothing.
    case deedEnd = "deed.end"
    /// What the words of a longer one may be besides names.
    case deedInner = "deed.inner"
    /// “needs”, and what makes another verb follow it.
    case needs
    case toDo = "to.do"
    /// Before what a thing is rich in, and where it is.
    case qualityPreposition = "quality.preposition"
    /// Said of no quality: “free of gluten” tells what is lacking.
    case lacking
    case placePreposition = "place.preposition"
    /// Before “of” they say what something is like, or where: “fond of”, “north of”.
    case withOf = "with.of"
    /// Verbal nouns after “is”, before a preposition: “part of”.
    case relational
    /// Whose doing lasts: “written by”, “born in”.
    case agent
    case lasting
    case lastingPlace = "lasting.place"
    /// Around a number.
    case bound
    /// What begins a clause, and what ends a condition.
    case clause
    case then
    case smallVerb = "small.verb"
    case opening
    /// Before a source in brackets.
    case source
    case definitionArticle = "definition.article"
    case definitionClause = "definition.clause"
    case definitionMarker = "definition.marker"
    case definitionNot = "definition.not"
    case condition
    /// Before a question: “¿”.
    case questionOpening = "question.opening"
    case questionWord = "question.word"
    /// What begins a reason or condition; those that begin nothing else.
    case reason, because
    /// Written after a verb and a hyphen: “mede-se”.
    case clitic
    /// What “costs” tells.
    case price
    /// What “2 m long” tells, as `long=length`; what “40 m above sea level” tells.
    case measuredQuality = "measured.quality"
    case elevation
    case classNoun = "class.noun"
    /// What “the name of the daughter of Ana” begins with.
    case nameNoun = "name.noun"
    case both
    /// What is done once and for good: “wrote”.
    case doneOnce = "done.once"
    /// Who made something once and for good.
    case makerNoun = "maker.noun"
    /// What is always something of something else: an ingredient, a symptom.
    case partNoun = "part.noun"
    /// Between the nouns of one name: “farinha de trigo”.
    case nameConnector = "name.connector"
    /// Within names with capitals; those that seldom are.
    case connector
    case looseConnector = "loose.connector"
    case abbreviation
    /// Abbreviations only before a number: “no. 5”.
    case numbered
    case whose
    case month, ordinal
    case today, yesterday, last, this, next, year
    case monthWord = "month.word"
    /// From zero on; from twenty on, by tens; what a number is multiplied by, as `word=1000`.
    case few, tens, scale, fraction
    /// As `tag=name`.
    case languages
    /// “number of” counts.
    case numberOf = "number.of"
    case unknown
    /// “he”, “she”.
    case personOne = "person.one"
    /// After “has” they tell what happened.
    case perfect
    /// After “a” it only tells that there is one.
    case single
    /// In the plural.
    case weekday
    /// Before a name, with a point.
    case title
    /// Of these verbs “may” tells what is possible.
    case stative
    /// What begins what somebody does though it is a small word; what ends it; what goes on about who does it.
    case plainVerb = "plain.verb"
    case actionEnd = "action.end"
    case finiteVerb = "finite.verb"
    /// What the assistant does, what it asks with, and what ends it.
    case speechVerb = "speech.verb"
    case askingVerb = "asking.verb"
    case speechEnd = "speech.end"
    /// After a verb of these, whatever is asked.
    case always
    case orderWord = "order.word"
    /// After a comma they begin another thing to do.
    case nextAdvice = "next.advice"
    /// After “and” they begin another thing to do, even where the one before is not to be done.
    case adviceVerb = "advice.verb"
    case imperativeEnd = "imperative.end"
    case answer
    /// What a name may end in after “of”.
    case nameEnd = "name.end"
    /// Who asks and who answers in a conversation that was pasted.
    case askerName = "asker.name"
    case answererName = "answerer.name"
    /// What takes something back: without it a sentence says too much.
    case denial
    /// Words that forms have another word for, as `because=if`.
    case instead
    /// What begins a clause about the name before it: “which”, “where”.
    case relative
    case relativePlace = "relative.place"
    /// Of what was made so, once and for good: “was written by” is meant of no other time, “was owned by” may be.
    case madeOnce = "made.once"
    /// Before where a name is, told with it: “Hall B in Leiria”.
    case toldPlace = "told.place"
    /// What titles may begin with besides prepositions: “Above the Sea”.
    case titleOpening = "title.opening"
    /// Parts of a country: “the Leiria District”.
    case regionNoun = "region.noun"
    /// Before what comes later or came earlier: “is taken before meals”.
    case orderPreposition = "order.preposition"
    /// After a name they tell a group: “the Baduy people”.
    case groupNoun = "group.noun"
    /// Before what something is done for.
    case purpose
    /// Before where somebody or something comes from.
    case origin
    /// Before the place that something is a part of: “the runway at Leiria Airport”.
    case atPlace = "at.place"
    /// What joins two clauses of which each may stand alone.
    case joining
    /// Before what something has: “with 300 beds”.
    case having
    /// Before a day: “on 3 May”.
    case dayPreposition = "day.preposition"
    /// Says only that something was said before.
    case adding
    /// After “was” it says only that.
    case addingPast = "adding.past"
    /// After a comma, before another name: “also known as”.
    case renaming
    /// Whose a thing is, of people: “his”.
    case ownerPerson = "owner.person"
    /// With one of these, what is said of the whole need not hold of its clauses.
    case binding
  }

  /// The words for a unit: said, in the plural, and all others that are read.
  struct UnitWords: Sendable {
    let code: String
    let one: String
    let many: String
    let others: [String]
    /// Whether it is said in words and not as a sign.
    let isSaid: Bool
  }

  private var lists: [List: [String]] = [:]
  private var sets: [List: Set<String>] = [:]
  private(set) var units: [UnitWords] = []
  private(set) var sentences: [String: String] = [:]
  private(set) var cautions: [String: String] = [:]
  /// In small letters.
  let months: Set<String>
  let scales: [String: Decimal]
  let fractions: [String: Decimal]
  let few: [String: Decimal]
  let tens: [String: Decimal]

  init(lists: [List: [String]], units: [UnitWords], sentences: [String: String], cautions: [String: String]) {
    self.lists = lists
    self.sets = lists.mapValues(Set.init)
    self.units = units
    self.sentences = sentences
    self.cautions = cautions
    func valued(_ list: List) -> [String: Decimal] {
      var numbers: [String: Decimal] = [:]
      for entry in lists[list] ?? [] {
        let parts = entry.split(separator: "=")
        if parts.count == 2 { numbers[String(parts[0])] = Decimal(plain: parts[1]) }
      }
      return numbers
    }
    func counted(_ list: List, from: Int, by step: Int) -> [String: Decimal] {
      var numbers: [String: Decimal] = [:]
      for (index, entry) in (lists[list] ?? []).enumerated() {
        for word in entry.split(separator: "|") { numbers[String(word)] = Decimal(from + index * step) }
      }
      return numbers
    }
    months = Set((lists[.month] ?? []).map { $0.lowercased() })
    scales = valued(.scale)
    fractions = valued(.fraction)
    few = counted(.few, from: 0, by: 1)
    tens = counted(.tens, from: 20, by: 10)
  }

  /// In the order of the file.
  subscript(_ list: List) -> [String] { lists[list] ?? [] }

  func contains(_ word: String, in list: List) -> Bool { sets[list]?.contains(word) ?? false }

  func set(_ list: List) -> Set<String> { sets[list] ?? [] }

  /// The IETF tag (RFC 5646) of a language by its name in this one.
  func languageTag(named name: String) -> String? {
    self[.languages].first { $0.split(separator: "=").last.map { $0.lowercased() } == name }.map { String($0.prefix { $0 != "=" }) }
  }

  func languageName(of tag: String) -> String? {
    self[.languages].first { $0.hasPrefix(tag + "=") }.map { String($0.dropFirst(tag.count + 1)) }
  }

  /// A sentence for the person, with what it is about put in: `{limit}`.
  func sentence(_ key: String, _ parts: [String: String] = [:]) -> String {
    parts.reduce(sentences[key] ?? "") { $0.replacing("{\($1.key)}", with: $1.value) }
  }
}
