import FoundationEssentials
import Lessons
import Testing

@testable import TeachingLanguage

@Suite struct ReaderTests {
  let village: Village

  init() throws { village = try Village.load() }

  private func best(_ text: String) -> Reading? { village.read(text).first?.readings.first }

  // MARK: Sentences

  @Test func `sentences keep their places in the text`() throws {
    let text = "A banana is a fruit.  It's 1.1 g, e.g. \"Yes. No.\" here!\nRice is a food"
    let sentences = village.read(text)
    #expect(sentences.map(\.text) == ["A banana is a fruit.", "It's 1.1 g, e.g. \"Yes. No.\" here!", "Rice is a food"])
    for sentence in sentences { #expect(slice(text[...].utf8, sentence.range) == sentence.text) }
  }

  @Test func `what one sentence names the next may call it`() {
    let read = village.reader.read("A mango is a fruit. It is also called \"manga\". Its GI is 51.", vocabulary: village.vocabulary)
    #expect(read.map(Notation.text) == ["record\tis a(mango, fruit)", "record\talso(mango, manga)", "record\tGI(mango, 51)"])
  }

  @Test func `it is asked when it may be two`() {
    let read = village.reader.read("Apples and pears are fruits. It is sweet.", vocabulary: village.vocabulary)
    #expect(read.last?.decision == .choose)
  }

  @Test func `without a subject before it the sentence asks for a name`() throws {
    let read = village.reader.read("It is also called \"plátano\".", vocabulary: village.vocabulary)
    guard case .note(let repair)? = read.first?.decision else {
      Issue.record("read as \(read)")
      return
    }
    #expect(repair.reason == "I do not know what “It” stands for here; please name it.")
  }

  // MARK: What a reading shows

  @Test func `spans tell what each stretch was read as`() throws {
    let reading = try #require(best("The GI of a zorb is 51."))
    #expect(reading.newConcepts == [NewConcept(concept: "zorb", role: .thing)])
    #expect(
      reading.spans == [
        Span(range: 4..<6, kind: .concept("GI", .property)), Span(range: 10..<16, kind: .new("zorb", .thing)),
        Span(range: 20..<22, kind: .value(.quantity(Quantity(51)))),
      ])
  }

  @Test func `a respelling is told`() throws {
    let reading = try #require(best("Is a bananna a fruit?"))
    #expect(reading.respellings == [Respelling(range: 5..<12, written: "bananna", readAs: "banana")])
  }

  @Test func `new names are singular and in lower case unless they are names`() throws {
    #expect(best("Mangoes are fruits.")?.newConcepts.map(\.concept.label) == ["mango"])
    #expect(best("The HDL of a zorb is 5.")?.newConcepts.map(\.concept.label) == ["HDL", "zorb"])
    #expect(best("The capital of France is Paris.")?.newConcepts.map(\.concept.label) == ["France", "Paris"])
  }

  // MARK: Repair

  @Test func `what was understood and what not is told with a sentence that reads`() throws {
    guard case .note(let repair)? = village.read("A banana is a fruit because it grows.").first?.decision else {
      Issue.record("was read")
      return
    }
    #expect(repair.reason == "I understood “A banana is a fruit”, but not “because it grows”.")
    #expect(repair.suggestions.first == "A banana is a fruit.")
    #expect(repair.understood.first == 0..<19)
    for suggestion in repair.suggestions { #expect(village.read(suggestion).first?.readings.isEmpty == false, "\(suggestion)") }
  }

  @Test func `an unknown word gets its nearest names`() {
    guard case .note(let repair)? = village.read("The bananna of doom of gloom rises.").first?.decision else {
      Issue.record("was read")
      return
    }
    #expect(repair.unknownWords.first?.nearest.first == "banana")
  }

  @Test func `every word of a recorded sentence was used`() throws {
    let words = ["only", "never", "most", "often", "maybe", "because", "than", "also", "not", "zorb", "unless"]
    for word in words {
      for sentence in ["A banana is a fruit \(word).", "A \(word) banana is a fruit.", "\(word) a banana is a fruit."] {
        for reading in village.read(sentence) where reading.decision == .record {
          #expect(best("A banana is a fruit.")?.meaning != reading.readings[0].meaning || word == "also", "\(sentence)")
        }
      }
    }
  }

  // MARK: Templates, mentions, completions

  @Test(arguments: [
    ("whether a food is allowed", "is a(food, allowed)", "food"),
    ("what the glycemic index of a food is", "value(food, glycemic index)", "food"),
    ("the glycemic index of a food", "value(food, glycemic index)", "food"), ("how many carbs are in a food", "value(food, carb)", "food"),
    ("whether a food contains gluten", "contains(food, gluten)", "food"), ("what a concept means", "meaning(concept)", "concept"),
    ("whether the GI of a food is below 55", "GI(food, (..55))", "food"),
  ])
  func `an indirect question is a question with a gap`(kind: String, question: String, slot: String) throws {
    let template = try #require(village.reader.questionTemplate(of: Concept(kind), vocabulary: village.vocabulary))
    #expect(Notation.text(template.question) == question)
    #expect(template.slot?.label == slot)
    let filled = template.filled(with: "egg")
    #expect(Notation.text(filled) == question.replacing(slot, with: "egg"))
  }

  @Test func `a question about all or one thing has no gap`() throws {
    #expect(village.reader.questionTemplate(of: "which foods are low-GI", vocabulary: village.vocabulary)?.slot == nil)
    #expect(village.reader.questionTemplate(of: "whether metformin is fried", vocabulary: village.vocabulary)?.slot == nil)
    #expect(village.reader.questionTemplate(of: "how to treat it when it hurts", vocabulary: village.vocabulary) == nil)
  }

  @Test func `names, amounts and days are found in free text`() {
    let text = "hmm, can I have 150g of White Rice and a bananna on 31 March 2024?"
    let found = village.reader.mentions(in: text, vocabulary: village.vocabulary)
    #expect(found.map(\.written) == ["150g", "White Rice", "bananna", "31 March 2024"])
    #expect(found.map(\.isRespelled) == [false, false, true, false])
    #expect(found.first?.kind == .quantity(Quantity(150, .gram)))
    for mention in found { #expect(slice(text[...].utf8, mention.range) == mention.written) }
  }

  @Test func `the last words are completed to names`() {
    let completions = village.reader.completions(of: "What is the gly", vocabulary: village.vocabulary)
    #expect(completions == [Completion(text: "glycemic index", replacing: 12..<15)])
    #expect(
      village.reader.completions(of: "Is white r", vocabulary: village.vocabulary).first
        == Completion(text: "white rice", replacing: 3..<10))
    #expect(village.reader.completions(of: "", vocabulary: village.vocabulary).isEmpty)
  }

  @Test func `a condition on one thing is said of that thing`() {
    let sayer = Sayer(grammar: village.reader.grammar, vocabulary: village.vocabulary)
    let below = QuantityRange(lower: nil, upper: .init(55, isIncluded: false))
    #expect(sayer.say(.measure(.concept("mango"), "glycemic index", below)) == "the glycemic index of a mango is below 55")
    #expect(sayer.say(.pattern(Pattern(.concept("mango"), .isA, .concept("fried")))) == "a mango is fried")
    #expect(sayer.say(Condition.measure(.x, "glycemic index", below)) == "its glycemic index is below 55")
    #expect(sayer.say(Value.quantity(Quantity(1, Lessons.Unit(code: "EUR/mo")))) == "€1 per month")
  }

  @Test func `conditions on numbers and on two things are said as they read`() {
    let sayer = Sayer(grammar: village.reader.grammar, vocabulary: village.vocabulary)
    let count = Formula.aggregate(Aggregate(.count, over: .contains, kind: "vegetable"))
    #expect(sayer.say(.comparison(Comparison(count, .atLeast, .quantity(Quantity(3))))) == "it contains at least 3 vegetables")
    #expect(sayer.say(.comparison(Comparison(.property("sugar"), .above, .property("fiber")))) == "its sugar is above its fiber")
    #expect(
      sayer.say(Formula.times(.property("GI"), .plus(.property("fat"), .property("fiber")))) == "its GI times (its fat plus its fiber)")
    #expect(sayer.say(Pattern(.variable("z"), "interacts with", .variable("y"))) == "Z interacts with Y")
    #expect(sayer.say(Pattern(.x, "interacts with", .variable("y"))) == "it interacts with something")
    #expect(sayer.say(Pattern(.x, "glycemic index", .variable("y"))) == "its glycemic index is known")
  }

  @Test func `a word within the sentence tells how sure one is and moves nothing else`() throws {
    let text = "The GI of rice is probably 60."
    let reading = try #require(best(text))
    #expect(reading.meaning == .lesson([Taught(.claim(Claim("rice", "GI", .quantity(Quantity(60)))), Qualifiers(sureness: 75))]))
    #expect(reading.paraphrase == "Probably, the GI of rice is 60.")
    #expect(reading.spans.map { slice(text[...].utf8, $0.range) } == ["GI", "rice", "60"])
  }

  @Test func `how sure one is can be said once`() {
    #expect(best("Probably, the GI of rice is perhaps 60.") == nil)
    #expect(best("I think that the GI of rice is probably 60.") == nil)
  }

  @Test func `a new place is read back first`() {
    #expect(village.read("In Brazil, the GI of rice is 60.").first?.decision == .confirm)
    #expect(village.read("In Portugal, the GI of rice is 60.").first?.decision == .record)
  }

  // MARK: Bounds

  @Test func `too long a text or sentence becomes a note with a reason`() {
    for text in [String(repeating: "a", count: 10_001), String(repeating: "a banana ", count: 40)] {
      guard case .note(let repair)? = village.read(text).first?.decision else {
        Issue.record("was read")
        continue
      }
      #expect(!repair.reason.isEmpty)
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `no input makes the reader fall over`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "A banana is", "if", "unless", "and", ",", "\"", "“", "(", ")", "(source:", "51", "1.1 g", "per", "€", "±", "–", "\u{0}", "\u{202E}",
      "\u{200F}", "\u{FEFF}",
      "🍌", "é", "e\u{301}", "\u{1F468}\u{200D}\u{1F469}", "\n", ".", "?", "the", "of", "is", "a", "foods", "below", "55", "whose", "[",
      "'s", "'", "2024-03-31",
      "it", "when people ask", "do not", ";", "<", "GI", "--", "not", String(repeating: "x", count: 3000), "/100 g", "1/2", "half", "all",
    ]
    for _ in 0..<20 {
      var text = ""
      for _ in 0..<random.below(60) {
        if random.chance(15) {
          text.unicodeScalars.append(Unicode.Scalar(UInt32(random.below(0xD7FF))) ?? "?")
        } else {
          text += random.pick(pieces)
        }
        if random.chance(80) { text += " " }
      }
      for sentence in village.read(text) {
        #expect(sentence.range.upperBound <= text.utf8.count, "seed \(seed)")
        #expect(sentence.readings.count <= Reader.readingsMax)
      }
      _ = village.reader.mentions(in: text, vocabulary: village.vocabulary)
      _ = village.reader.completions(of: text, vocabulary: village.vocabulary)
    }
  }

  @Test func `nested brackets and endless conditions end`() {
    for text in [
      String(repeating: "(", count: 5000), String(repeating: "\"", count: 4999), String(repeating: "not ", count: 59),
      "A food is low-GI if " + Array(repeating: "it is fried", count: 14).joined(separator: " and ") + ".",
      Array(repeating: "a", count: 60).joined(separator: ", "), "The a of a of a of a of a of a of a is a, b, c, d, e, f, g, h and i.",
    ] {
      #expect(!village.read(text).isEmpty)
    }
  }

  // MARK: Grammars

  @Test(arguments: [
    "teaching = nosuch(a)\n  x", "teaching = same(phrase)\n  {other}", "teaching = same(phrase)\n  (a / b",
    "teaching = same(phrase)\n  {phrase:teaching} x",
    "  {x}", "teaching = same(phrase)\n  {phrase:nowhere}",
  ])
  func `a grammar with a mistake tells its line`(text: String) {
    #expect(throws: GrammarError.self) { try Grammar(text: text) }
  }
}
