import Lessons
import Testing
import TeachingLanguage
import Understanding

/// Reasons that people give for what a text is about, and whether they hold.
@Suite struct ReasonTests {
  let village: Village

  init() throws { village = try Village.load() }

  private func condition(_ reason: String) throws -> TextCondition {
    try #require(village.reader.reasons(in: reason, vocabulary: village.vocabulary).first?.condition)
  }

  @Test(arguments: [
    ("because it mentions \"cake\"", "\"cake\" in text"),
    ("it contains 'cake' or 'candy' but not 'salt'", "\"cake\"/\"candy\" in text & not \"salt\" in text"),
    ("none of the words 'late', 'lost' or 'broken' is in the message", "not \"late\"/\"lost\"/\"broken\" in text"),
    ("\"late\" comes within three words of \"order\"", "\"late\" near \"order\" 1..3"),
    ("at least two of \"cake\", \"candy\" and \"sweet\" are in it", "2 of \"cake\"/\"candy\"/\"sweet\" in text"),
    ("it has fewer than five words", "0..4 <word> in text"),
    ("there are more than two words in capitals in the sentence", "3.. <capitals word> in text"),
    ("because of the word \"with\" between X and Y", "\"with\" between X & Y"),
    ("X is immediately followed by \"and\" and 'bread' is after them", "\"and\" after X 1 & \"bread\" after them"),
    ("X and Y are within two words of each other and 'with' is between them", "X near Y 1..2 & \"with\" between X & Y"),
    ("the last word of X is not the same as the first word of Y", "not last word of X is first word of Y"),
    ("X or Y is at least three words long", "3.. <word> in X or 3.. <word> in Y"),
    ("it mentions a fruit", "<fruit> in text"),
  ])
  func `a reason is read as a condition on words`(reason: String, meaning: String) throws {
    // “Them” needs two things that were named.
    guard !meaning.contains("them") else {
      #expect(village.reader.reasons(in: reason, vocabulary: village.vocabulary).isEmpty)
      return
    }
    #expect(try Notation.text(condition(reason)) == meaning)
  }

  @Test(arguments: [
    ("it mentions \"cake\"", "May I have some Cake?", true),
    ("it mentions \"cake\"", "May I have a cupcake?", false),
    ("it starts with \"may I\"", "May I have some cake?", true),
    ("it ends with \"please\"", "Cake, please!", true),
    ("its last word is \"cake\"", "More cake!", true),
    ("\"late\" is within 2 words of \"order\"", "My order is late.", true),
    ("\"late\" is immediately after \"order\"", "My order is late.", false),
    ("\"late\" is before \"order\"", "My order is late.", false),
    ("it has at most 4 words", "My order is late.", true),
    ("there are two words in capitals in it", "WHERE IS it?", true),
    ("it contains \"order\" and (\"late\" or \"lost\" is in it) but it does not contain \"thanks\"", "My order is lost", true),
    ("neither \"late\" nor \"lost\" is in it", "My order is lost", false),
    ("at least two of \"my\", \"order\" and \"thanks\" are in it", "My order is lost", true),
  ])
  func `a reason holds of texts that are so`(reason: String, text: String, holds: Bool) throws {
    #expect(try condition(reason).holds(of: MarkedText(text)) == holds)
  }

  @Test func `a reason may speak of what a text names`() throws {
    let text = "Is an apple better than bread?"
    let marked = MarkedText(
      text, mentions: [.init(range: 6..<11, concepts: ["apple", "fruit", "food"]), .init(range: 24..<29, concepts: ["bread", "food"])])
    #expect(try condition("it mentions a fruit").holds(of: marked))
    #expect(try condition("\"better\" is between food1 and food2").holds(of: marked))
    #expect(try !condition("food2 is a fruit").holds(of: marked))
    #expect(try !condition("food3 is capitalised").holds(of: marked))
  }

  @Test func `a reason that its own example refutes is not read`() {
    let read = village.read("\"Can I eat cake?\" is about sugar because it mentions \"rice\".")
    #expect(read.first?.readings.isEmpty == true)
  }

  @Test func `what no words can show is no reason`() {
    #expect(village.reader.reasons(in: "because it is nice", vocabulary: village.vocabulary).isEmpty)
    #expect(village.read("\"Can I eat cake?\" is about sugar because it is nice.").first?.readings.isEmpty == true)
  }
}
