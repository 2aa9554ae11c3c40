/// A category that is read by code and not by patterns: names, numbers, dates, free text.
enum Terminal: String, Sendable, CaseIterable {
  /// A thing in general, with its article: “a banana”, “rice”, “the banana”, “it”.
  case np
  /// The same in the plural: “bananas”, “the bananas”.
  case nps
  /// Either.
  case thing
  /// What may be in a thing: not what only has values.
  case substance
  /// What can have a number: known as a thing, or said as one of many.
  case owner
  /// A known thing.
  case thingKnown = "thing.known"
  /// One certain thing and no kind: “Lisbon”, “the rabbit” where rabbits are only known as a thing.
  case thingCertain = "thing.certain"
  /// Without an article.
  case concept
  case conceptKnown = "concept.known"
  /// No word at all, at a sentence's beginning: whatever “it” is, in a language that leaves it out.
  case elided
  /// “its”: whatever “it” is.
  case its
  /// Another name for something: quoted, or a short phrase.
  case name
  /// The same in the plural.
  case names
  /// “GI”, “HDL”.
  case nameShort = "name.short"
  case nameAny = "name.any"
  case quotedName = "quoted.name"
  /// What identifies and names nothing by words: “E11.9”, “0-7156-3648-0”, “"ABC"”.
  case code
  case kind
  case kinds
  /// That look like a plural, and nothing else.
  case kindsPlain = "kinds.plain"
  /// After “the”: what is known as a thing alone is likelier that thing.
  case kindGeneric = "kind.generic"
  /// An adjective or what can stand for one.
  case quality
  /// One word or a known quality, before a noun.
  case qualityBare = "quality.bare"
  case qualityQuoted = "quality.quoted"
  /// With what it is said of: “rich in fiber”.
  case qualityWith = "quality.with"
  case property
  case properties
  case propertyAny = "property.any"
  case propertyKnown = "property.known"
  /// After an amount; what is known to be counted by the piece seldom is one after a bare number.
  case propertyAmount = "property.amount"
  /// Known kinds and things, to be counted: “three vegetables”.
  case kindsCounted = "kinds.counted"
  case kindCounted = "kind.counted"
  /// Known properties in the plural that may have several values: “two symptoms”.
  case propertiesCounted = "properties.counted"
  case verb
  case verbMany = "verb.many"
  case verbBase = "verb.base"
  /// After “I”, or in place of it: “tomo”.
  case verbFirst = "verb.first"
  /// After “is”: “connected to”.
  case verbRest = "verb.rest"
  /// After “is” and whoever does it: “taking”.
  case verbGerund = "verb.gerund"
  /// After a noun: “by”, “found in”.
  case verbTail = "verb.tail"
  /// “found in”
  case verbParticiple = "verb.participle"
  case verbNot = "verb.not"
  case verbManyNot = "verb.many.not"
  case verbHas = "verb.has"
  case verbHave = "verb.have"
  /// What is done to nothing else: “barks”, “flies quickly”.
  case deed
  case deedMany = "deed.many"
  case deedBase = "deed.base"
  /// After “is”: “running”, “saving money for a house”.
  case deedGerund = "deed.gerund"
  case quantity
  /// After “per”: “100 g”, “serving”.
  case quantityPer = "quantity.per"
  /// “kilograms”, “mg per day”
  case unit
  case period
  /// A day or month as a value; a year alone is a number.
  case date
  /// Before a time: “was completed”, “died”.
  case verbDated = "verb.dated"
  /// After “when was …”: “completed”.
  case verbWhen = "verb.when"
  case language
  case audience
  case audienceKnown = "audience.known"
  /// A name with a capital that is no month and no language: “Brazil”.
  case region
  /// A capital letter that names nothing taught and stands for any thing: “X”.
  case variable
  /// A thing that is marked in a text: “X”, “food2”.
  case slot
  case quoted
  /// Any words up to a comma, a semicolon, a source or the end.
  case phrase
  /// What somebody does, from its verb to the end or to a condition: “pay the rent”.
  case action
  /// The same, but for what things do by being as they are: “contain sugar”.
  case deliberate
  /// What the assistant says or asks, from its verb on: “mention the source”.
  case speech
  /// The same with “always” after its verb: “mencione sempre a fonte”.
  case speechAlways = "speech.always"
  /// The same beginning with “ask”.
  case askingSpeech = "asking.speech"
  /// What is to be reached, up to a comma: “cook rice”.
  case purpose
  /// Something to do, up to a comma, “and” or “then”.
  case imperative
  /// The question of the test before: “the answer”.
  case theAnswer = "the.answer"
  /// Any words to the end, or to a source.
  case rest
  /// Any words up to the closing bracket or the end.
  case source
  /// “a condition in which …”
  case definiens
  /// “whether a food is allowed”
  case questionKind = "question.kind"
  case questionKnown = "question.known"
}
