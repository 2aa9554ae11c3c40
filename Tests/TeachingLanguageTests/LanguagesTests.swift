import Foundation
import Lessons
import TeachingLanguage
import Testing

/// One village, three languages.
@Suite struct LanguagesTests {
  let reader: Reader
  let vocabulary: Vocabulary

  init() throws {
    reader = Reader(grammars: try Grammars.bundled())
    vocabulary = try Self.kept.get()
  }

  private static let kept = Result {
    let reader = Reader(grammars: try Grammars.bundled())
    var lexicon = Lexicon()
    for sentence in reader.read(try Village.golden("village.txt"), vocabulary: Vocabulary()) {
      guard case .lesson(let taught)? = sentence.readings.first?.meaning else { continue }
      for lesson in taught { lexicon.add(lesson.teaching, lesson.qualifiers) }
    }
    return Vocabulary(layers: [lexicon])
  }

  @Test(arguments: [
    ("A banana is a fruit.", "en", "is a(banana, fruit)"), ("A papaia é uma fruta.", "pt", "is a(papaia, fruta)"),
    ("La papaya es una fruta.", "es", "is a(papaya, fruta)"), ("O pão contém açúcar?", "pt", "? contains(pão, açúcar)"),
    ("¿El pan contiene azúcar?", "es", "? contains(pan, azúcar)"), ("Does rice contain gluten?", "en", "? contains(Rice, gluten)"),
    ("banana GI?", "en", "? value(banana, GI)"), ("Obrigado!", "pt", "thanks"), ("Gracias.", "es", "thanks"),
    ("Tomo insulina.", "pt", "me: tomar(x, insulina)"),
  ])
  func `a sentence is read in the language that it is in`(text: String, language: String, meaning: String) throws {
    let sentence = try #require(reader.read(text, vocabulary: vocabulary).first)
    let best = try #require(sentence.readings.first, "\(text)")
    #expect(sentence.language == language)
    #expect(Notation.text(best.meaning).lowercased() == meaning.lowercased())
  }

  @Test func `a message may mix languages, and every name keeps its place in it`() throws {
    let text = "O preço da papaia é 60. Una papaya es una fruta. The price of the guava is 50. O preço do figo é 12."
    let read = reader.read(text, vocabulary: vocabulary)
    #expect(read.map(\.language) == ["pt", "es", "en", "pt"])
    #expect(read.allSatisfy { $0.readings.count > 0 })
    let names = read.flatMap { $0.readings.first?.spans ?? [] }.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
    for name in ["papaia", "60", "papaya", "fruta", "guava", "50", "figo", "12"] {
      #expect(names.contains { $0.hasSuffix(name) }, "\(name) of \(names)")
    }
  }

  @Test(arguments: [
    ("Uma papaia é uma fruta.", "A papaia é uma fruta."), ("Los plátanos contienen potasio.", "El plátano contiene potasio."),
    ("The GI of rice is 73.", "The GI of rice is 73."),
  ])
  func `what was understood is said back in the language of the sentence`(text: String, said: String) throws {
    let best = try #require(reader.read(text, vocabulary: vocabulary).first?.readings.first)
    #expect(best.paraphrase == said)
  }

  @Test(arguments: [
    ("Isto não é nada que eu entenda bem agora.", "pt"), ("Esto no es nada que yo entienda bien ahora.", "es"),
    ("This is nothing that I would understand well right now.", "en"),
  ])
  func `what could not be read is told in the language of the sentence`(text: String, language: String) throws {
    let sentence = try #require(reader.read(text, vocabulary: vocabulary).first)
    #expect(sentence.language == language)
  }

  @Test func `what a thing is called in a language is how it is said there`() throws {
    var lexicon = Lexicon()
    lexicon.add(.name(Naming("banana", "plátano", language: "es")))
    lexicon.add(.name(Naming("glycemic index", "índice glucémico", language: "es")))
    let claim = Claim("banana", "glycemic index", .quantity(Quantity(51)))
    let sayer = Sayer(grammars: try Grammars.bundled(), vocabulary: Vocabulary(layers: [lexicon])).translating()
    #expect(sayer.say(claim) == "The glycemic index of a banana is 51.")
    #expect(sayer.speaking("es").say(claim) == "El índice glucémico del plátano es 51.")
  }

  @Test func `each sentence of a message may be in its own language`() {
    let read = reader.read(
      "Rice is a food. Metformin treats diabetes. Um abacate é uma fruta. El pan contiene gluten.", vocabulary: vocabulary)
    #expect(read.map(\.language) == ["en", "en", "pt", "es"])
    #expect(read.allSatisfy { !$0.readings.isEmpty })
  }

  @Test func `a word of one language is no slip of another's`() throws {
    let text = "A banana é uma fruta. Bananas contain potassium. Los plátanos son frutas."
    #expect(reader.read(text, vocabulary: vocabulary).count == 3)
  }

  /// The rows of the document's table: `| form | English | Portuguese | Spanish |`.
  @Test func `every sentence of the document's table is in the suite of its language`() throws {
    let document = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/teaching-language.md")
    let section = try String(contentsOf: document, encoding: .utf8).split(separator: "## Languages").last ?? ""
    let rows = section.split(separator: "\n").drop { !$0.hasPrefix("| ---") }.dropFirst().prefix { $0.hasPrefix("| ") }
    #expect(rows.count >= 20)
    for (column, language) in ["en", "pt", "es"].enumerated() {
      let suite = try Suite.sentences("\(language).jsonl")
      for row in rows {
        let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(suite.contains(cells[column + 1]), "\(language): \(row)")
      }
    }
  }
}
