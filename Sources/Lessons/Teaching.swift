/// What one lesson teaches. The rare and large are kept apart (`indirect`), so that a claim costs no room for them.
public enum Teaching: Hashable, Sendable {
  /// A fact: kinds (“is a”), relations, values.
  case claim(Claim)
  /// Another name for something.
  case name(Naming)
  /// What a word means, in a sentence: `skos:definition`.
  case definition(Definition)
  /// Nothing is both.
  case disjoint(Concept, Concept)
  /// What is true of a property: one value or several, passed on, both ways.
  case property(PropertyTrait)
  /// How a number of one thing stands to that of another.
  indirect case contrast(Contrast)
  /// How two measures of one thing convert.
  indirect case conversion(Conversion)
  indirect case rule(Rule)
  indirect case guideline(Guideline)
  /// How something is done, step by step.
  indirect case procedure(Procedure)
  /// A sentence as people say it, and what they are asking.
  case example(Example)
  /// What tells from the words of a question what it is about.
  indirect case labelling(LabellingFunction)
  /// What must be answered to a question.
  case test(TestCase)
  /// A word that says nothing of what people mean: “The word "please" does not matter.”
  case stopWord(String)
  /// Another way to say something.
  indirect case phrasing(Phrasing)
  /// A sentence that could not be read; kept so that nothing typed is lost.
  case note
}

/// Two names for one thing: “GI means glycemic index”, “Paracetamol and acetaminophen are the same.”
public struct Naming: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable {
    /// Another name: `skos:altLabel`.
    case also
    /// A short form of it.
    case abbreviation
    /// Two concepts that were taught apart and are one.
    case same
  }

  public let concept: Concept
  public let other: Concept
  public let kind: Kind
  /// The language of the other name as its IETF tag, where it was said: “es”.
  public let language: String?

  public init(_ concept: Concept, _ other: Concept, kind: Kind = .also, language: String? = nil) {
    self.concept = concept
    self.other = other
    self.kind = kind
    self.language = language
  }

  private enum CodingKeys: String, CodingKey { case concept, other, kind, language }
}

/// “Hypoglycemia is a condition in which blood sugar is too low.”
public struct Definition: Hashable, Sendable, Codable {
  public let concept: Concept
  /// The kind it is said to be of, where the sentence names one: condition.
  public let kind: Concept?
  /// What follows “is”: “a condition in which blood sugar is too low”.
  public let text: String

  public init(_ concept: Concept, kind: Concept? = nil, text: String) {
    self.concept = concept
    self.kind = kind
    self.text = text
  }

  private enum CodingKeys: String, CodingKey { case concept, kind, text }
}

/// What to do or say, and when: “When someone asks about doses, do not give a number; refer them to a doctor.”
public struct Guideline: Hashable, Sendable, Codable {
  public enum Trigger: Hashable, Sendable {
    /// The question mentions this or something of its kind.
    case topic(Concept)
    /// People are asking this, however they put it: “whether a food is allowed”.
    case question(Concept)
    /// This is known of the person in the conversation; the person is `x`: takes(x, insulin).
    case person(Pattern)
  }

  public enum Advice: Hashable, Sendable {
    /// “warn about hypoglycemia”
    case warn(Concept)
    /// Exact words.
    case say(String)
    /// “refer them to a doctor”
    case refer(Concept)
    /// “do not give a number”: what follows “do not”.
    case avoid(String)
    /// Any other thing to do, in the teacher's words: “ask for the age”.
    case other(String)
  }

  /// All must hold. Empty: whatever is asked.
  public let when: [Trigger]
  /// In the order taught. Never empty.
  public let advice: [Advice]

  public init(when: [Trigger], advice: [Advice]) {
    self.when = when
    self.advice = advice
  }

  private enum CodingKeys: String, CodingKey { case when, advice = "do" }
}

/// “When people ask "can I have cake?", they are asking whether a food is allowed.”
public struct Example: Hashable, Sendable, Codable {
  /// A sentence as people say it.
  public let utterance: String
  /// What they are asking, as an indirect question: “whether a food is allowed”, “the glycemic index of a food”.
  public let question: Concept

  public init(_ utterance: String, asks question: Concept) {
    self.utterance = utterance
    self.question = question
  }

  private enum CodingKeys: String, CodingKey { case utterance = "says", question = "asks" }
}

extension Teaching: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case claim, name, definition, disjoint, property, contrast, conversion, rule, guideline, procedure, example, labelling, test
    case stopWord = "stopword", phrasing, note
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch try container.onlyKey() {
    case .claim: self = .claim(try container.decode(Claim.self, forKey: .claim))
    case .name: self = .name(try container.decode(Naming.self, forKey: .name))
    case .definition: self = .definition(try container.decode(Definition.self, forKey: .definition))
    case .disjoint:
      var pair = try container.nestedUnkeyedContainer(forKey: .disjoint)
      self = .disjoint(try pair.decode(Concept.self), try pair.decode(Concept.self))
    case .property: self = .property(try container.decode(PropertyTrait.self, forKey: .property))
    case .contrast: self = .contrast(try container.decode(Contrast.self, forKey: .contrast))
    case .procedure: self = .procedure(try container.decode(Procedure.self, forKey: .procedure))
    case .conversion: self = .conversion(try container.decode(Conversion.self, forKey: .conversion))
    case .rule: self = .rule(try container.decode(Rule.self, forKey: .rule))
    case .guideline: self = .guideline(try container.decode(Guideline.self, forKey: .guideline))
    case .example: self = .example(try container.decode(Example.self, forKey: .example))
    case .labelling: self = .labelling(try container.decode(LabellingFunction.self, forKey: .labelling))
    case .test: self = .test(try container.decode(TestCase.self, forKey: .test))
    case .stopWord: self = .stopWord(try container.decode(String.self, forKey: .stopWord))
    case .phrasing: self = .phrasing(try container.decode(Phrasing.self, forKey: .phrasing))
    case .note: self = .note
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .claim(let claim): try container.encode(claim, forKey: .claim)
    case .name(let naming): try container.encode(naming, forKey: .name)
    case .definition(let definition): try container.encode(definition, forKey: .definition)
    case .disjoint(let one, let other): try container.encode([one, other], forKey: .disjoint)
    case .property(let trait): try container.encode(trait, forKey: .property)
    case .contrast(let contrast): try container.encode(contrast, forKey: .contrast)
    case .procedure(let procedure): try container.encode(procedure, forKey: .procedure)
    case .conversion(let conversion): try container.encode(conversion, forKey: .conversion)
    case .rule(let rule): try container.encode(rule, forKey: .rule)
    case .guideline(let guideline): try container.encode(guideline, forKey: .guideline)
    case .example(let example): try container.encode(example, forKey: .example)
    case .labelling(let function): try container.encode(function, forKey: .labelling)
    case .test(let test): try container.encode(test, forKey: .test)
    case .stopWord(let word): try container.encode(word, forKey: .stopWord)
    case .phrasing(let phrasing): try container.encode(phrasing, forKey: .phrasing)
    case .note: try container.encode(true, forKey: .note)
    }
  }
}

extension Guideline.Trigger: Codable {
  private enum Key: String, CodingKey, CaseIterable { case topic, question, person }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch try container.onlyKey() {
    case .topic: self = .topic(try container.decode(Concept.self, forKey: .topic))
    case .question: self = .question(try container.decode(Concept.self, forKey: .question))
    case .person: self = .person(try container.decode(Pattern.self, forKey: .person))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .topic(let concept): try container.encode(concept, forKey: .topic)
    case .question(let concept): try container.encode(concept, forKey: .question)
    case .person(let pattern): try container.encode(pattern, forKey: .person)
    }
  }
}

extension Guideline.Advice: Codable {
  private enum Key: String, CodingKey, CaseIterable { case warn, say, refer, avoid, other }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch try container.onlyKey() {
    case .warn: self = .warn(try container.decode(Concept.self, forKey: .warn))
    case .say: self = .say(try container.decode(String.self, forKey: .say))
    case .refer: self = .refer(try container.decode(Concept.self, forKey: .refer))
    case .avoid: self = .avoid(try container.decode(String.self, forKey: .avoid))
    case .other: self = .other(try container.decode(String.self, forKey: .other))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .warn(let concept): try container.encode(concept, forKey: .warn)
    case .say(let text): try container.encode(text, forKey: .say)
    case .refer(let concept): try container.encode(concept, forKey: .refer)
    case .avoid(let text): try container.encode(text, forKey: .avoid)
    case .other(let text): try container.encode(text, forKey: .other)
    }
  }
}
