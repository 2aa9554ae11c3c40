import FoundationEssentials
import Lessons
import Testing

@testable import TeachingLanguage

@Suite struct LexiconTests {
  @Test(arguments: 0..<50 as Range<UInt64>)
  func `adding lessons and taking them out in any order leaves no trace`(seed: UInt64) {
    var meaning = RandomMeaning(seed: seed)
    var kept = Lexicon()
    var all = Lexicon()
    var passing: [(Teaching, Qualifiers)] = []
    for _ in 0..<60 {
      let (teaching, qualifiers) = (meaning.teaching(), meaning.qualifiers())
      all.add(teaching, qualifiers)
      if meaning.random.chance(50) { kept.add(teaching, qualifiers) } else { passing.append((teaching, qualifiers)) }
    }
    for (teaching, qualifiers) in passing.shuffled(using: &meaning.random) { all.remove(teaching, qualifiers) }
    #expect(all == kept, "seed \(seed)")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `the order of lessons does not matter`(seed: UInt64) {
    var meaning = RandomMeaning(seed: seed)
    let lessons = (0..<60).map { _ in meaning.teaching() }
    var one = Lexicon()
    var other = Lexicon()
    for lesson in lessons { one.add(lesson) }
    for lesson in lessons.shuffled(using: &meaning.random) { other.add(lesson) }
    #expect(one == other, "seed \(seed)")
  }

  @Test func `the label is the one most lessons use`() {
    var lexicon = Lexicon()
    lexicon.add(.claim(Claim("hba1c", .isA, .concept("test"))))
    lexicon.add(.claim(Claim("HbA1c", .isA, .concept("test"))))
    lexicon.add(.claim(Claim("HbA1c", .isA, .concept("marker"))))
    #expect(lexicon.concept(named: "HBA1C")?.label == "HbA1c")
  }

  @Test func `another name lends its roles`() {
    var lexicon = Lexicon()
    lexicon.add(.claim(Claim("banana", "glycemic index", .quantity(Quantity(51)))))
    lexicon.add(.name(Naming("glycemic index", "GI", kind: .abbreviation)))
    #expect(lexicon.roles(of: "GI") == [.property])
    lexicon.remove(.claim(Claim("banana", "glycemic index", .quantity(Quantity(51)))))
    #expect(lexicon.roles(of: "GI") == [])
  }

  @Test func `a newcomer's names do not change how known ones are read`() throws {
    let village = try Village.load()
    var own = Lexicon()
    own.add(.claim(Claim("BANANA", "is low-GI", .concept("x"))))
    own.add(.claim(Claim("is", "of", .concept("banana"))))
    let text = "A banana is a fruit. What is the GI of a banana?"
    let layered = Vocabulary(layers: village.vocabulary.layers + [own])
    let meanings = village.reader.read(text, vocabulary: layered).map(\.readings.first?.meaning)
    #expect(meanings == village.reader.read(text, vocabulary: village.vocabulary).map(\.readings.first?.meaning))
    #expect(layered.concept(named: "banana")?.label == "banana")
  }

  @Test(arguments: [
    ("bananna", "banana"), ("glycmic", "glycemic"), ("carbohidrate", "carbohydrate"), ("hypoglicaemia", "hypoglycemia"),
    ("potatos", "potato"),
    ("protien", "protein"),
  ])
  func `a slip finds its word`(typed: String, meant: String) {
    var index = SpellingIndex()
    for word in ["banana", "glycemic", "carbohydrate", "hypoglycemia", "potato", "protein", "rice"] { index.add(word) }
    #expect(index.corrections(of: typed).first?.word == meant)
  }

  @Test(arguments: ["rcie", "bat", "xyzzyxyzzy", "carb"])
  func `a short or a strange word finds none`(typed: String) {
    var index = SpellingIndex()
    for word in ["banana", "rice", "bread", "carbohydrate"] { index.add(word) }
    #expect(index.corrections(of: typed).isEmpty)
  }

  @Test(arguments: [
    ("banana", "bananas"), ("potato", "potatoes"), ("berry", "berries"), ("leaf", "leaves"), ("knife", "knives"), ("child", "children"),
    ("dish", "dishes"), ("index", "indices"), ("box", "boxes"), ("toe", "toes"), ("headache", "headaches"), ("calorie", "calories"),
    ("olive", "olives"), ("glass", "glasses"),
  ])
  func `plurals go both ways`(one: String, many: String) {
    #expect(English().plural(of: one) == many)
    #expect(English().singulars(of: many).first == one)
  }

  @Test(arguments: ["diabetes", "couscous", "hypoglycemia", "analysis", "glass", "asparagus"])
  func `an s that is part of the word is left alone`(word: String) {
    #expect(!English().looksPlural(word))
  }
}
