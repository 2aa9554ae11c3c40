import Lessons
import Testing

@testable import TeachingLanguage

/// Other ways to say something, taught and learnt.
@Suite struct PhrasingTests {
  private let reader: Reader
  private var lexicon = Lexicon()

  init() throws {
    reader = Reader(grammar: try Grammar.english())
    for sentence in ["A banana is a fruit.", "The glycemic index of a banana is 51.", "White rice is a food."] { teach(sentence) }
  }

  private var vocabulary: Vocabulary { Vocabulary(layers: [lexicon]) }

  private mutating func teach(_ text: String) {
    for sentence in reader.read(text, vocabulary: vocabulary) {
      guard case .lesson(let taught)? = sentence.readings.first?.meaning else { continue }
      for lesson in taught { lexicon.add(lesson.teaching, lesson.qualifiers) }
    }
  }

  private func reading(_ text: String) -> Reading? { reader.read(text, vocabulary: vocabulary).first?.readings.first }

  private static let clock = #""X clocks in at Y" means "the glycemic index of X is Y"."#

  @Test mutating func `a phrasing is read, said back, and asked about before it is recorded`() throws {
    let read = try #require(reader.read(Self.clock, vocabulary: vocabulary).first)
    let phrasing = Phrasing("X clocks in at Y", means: "the glycemic index of X is Y")
    #expect(read.readings.first?.meaning == .lesson([Taught(.phrasing(phrasing))]))
    #expect(read.decision == .confirm)
    #expect(read.readings.first?.paraphrase == Self.clock)
    for other in [
      #"When I say "X clocks in at Y", I mean "the glycemic index of X is Y"."#,
      #"If someone says "X clocks in at Y", it means "the glycemic index of X is Y"."#,
      #""X clocks in at Y" is another way to say "the glycemic index of X is Y"."#,
    ] {
      #expect(reading(other)?.meaning == .lesson([Taught(.phrasing(phrasing))]), "\(other)")
    }
    #expect(
      reading(#""Sugar crash" means "hypoglycemia"."#)?.meaning
        != .lesson([Taught(.phrasing(Phrasing("Sugar crash", means: "hypoglycemia")))]))
  }

  @Test mutating func `what is said so is understood as if it had been said in the words taught before`() throws {
    let plain = try #require(reading("The glycemic index of white rice is 73."))
    #expect(reading("White rice clocks in at 73.")?.meaning != plain.meaning)
    teach(Self.clock)
    let read = try #require(reading("White rice clocks in at 73."))
    #expect(read.meaning == plain.meaning)
    #expect(read.phrasing?.said == "X clocks in at Y")
    #expect(read.paraphrase == plain.paraphrase)
    let text = "White rice clocks in at 73."
    #expect(read.spans.map { String(Array(text.utf8)[$0.range].map { Character(Unicode.Scalar($0)) }) } == ["White rice", "73"])
    #expect(reading("Bananas clock in at 51.")?.meaning == reading("The glycemic index of bananas is 51.")?.meaning)
  }

  @Test mutating func `words that were taught for two things are never taken for one unasked`() throws {
    teach("Leiria is a town. Porto is a town. Hall B is a building. The owner of Porto is Hall B. The owner of Leiria is Hall B.")
    for _ in 0..<8 { teach("The emblem of Porto is the lion.") }
    for _ in 0..<40 { teach(#""X stands under Y" means "the owner of X is Y"."#) }
    let text = "Leiria stands under Hall B."
    #expect(try #require(reader.read(text, vocabulary: vocabulary).first).decision == .record)
    teach(#""X stands under Y" means "the emblem of X is Y"."#)
    let read = try #require(reader.read(text, vocabulary: vocabulary).first)
    let (best, next) = (try #require(read.readings.first), try #require(read.readings.dropFirst().first))
    #expect(best.meaning == reading("The owner of Leiria is Hall B.")?.meaning)
    // Far apart, and yet both were taught.
    #expect(next.phrasing != nil && next.weight - best.weight >= Reader.marginMin)
    #expect(read.decision == .confirm)
  }

  @Test mutating func `questions have phrasings too`() {
    teach(#""How hard does X hit" means "what is the glycemic index of X"."#)
    #expect(reading("How hard does white rice hit?")?.meaning == reading("What is the glycemic index of white rice?")?.meaning)
  }

  @Test mutating func `taking a phrasing back leaves nothing of it`() {
    let before = lexicon
    lexicon.add(.phrasing(Phrasing("X clocks in at Y", means: "the glycemic index of X is Y")))
    lexicon.remove(.phrasing(Phrasing("X clocks in at Y", means: "the glycemic index of X is Y")))
    #expect(lexicon == before)
  }

  @Test mutating func `it is learnt from a sentence that could not be read and the one said instead`() throws {
    let learnt = try #require(
      reader.phrasing(
        said: "For bananas, figure on 51 glycemic-wise.", meant: "The glycemic index of a banana is 51.", vocabulary: vocabulary))
    #expect(learnt == Phrasing("For X, figure on Y glycemic-wise", means: "The glycemic index of X is Y"))
    lexicon.add(.phrasing(learnt))
    #expect(
      reading("For white rice, figure on 73 glycemic-wise.")?.meaning == reading("The glycemic index of white rice is 73.")?.meaning)
  }

  @Test func `what the first did not say is not put into its mouth`() {
    #expect(
      reader.phrasing(said: "Bananas are quite something.", meant: "The glycemic index of a banana is 51.", vocabulary: vocabulary) == nil)
    #expect(reader.phrasing(said: "Oh dear, oh dear.", meant: "A banana is a fruit.", vocabulary: vocabulary) == nil)
    #expect(reader.phrasing(said: "51!", meant: "The glycemic index of a banana is 51.", vocabulary: vocabulary) == nil)
  }

  @Test func `a phrasing that takes over what is understood is told, with the sentence`() {
    let phrasing = Phrasing("X is Y", means: "the glycemic index of X is Y")
    let sentences = ["A banana contains sugar.", "White rice is healthy."]
    #expect(reader.firstChanged(by: phrasing, among: sentences, vocabulary: vocabulary) == "White rice is healthy.")
    let narrow = Phrasing("X clocks in at Y", means: "the glycemic index of X is Y")
    #expect(reader.firstChanged(by: narrow, among: sentences, vocabulary: vocabulary) == nil)
  }

  @Test mutating func `no phrasing makes reading long, whatever it is`() {
    for (said, meant) in [
      ("X Y Z W", "X is Y and Z is W"), ("X X X", "X is X"), ("A", "A"), ("X and Y and Z and W", "the X of Y is Z in W"),
      ("X \u{0} Y", "X is Y"), ("", ""), ("X means X", "\"X\" means \"X\""),
    ] {
      lexicon.add(.phrasing(Phrasing(said, means: meant)))
    }
    let long = Array(repeating: "and more", count: 29).joined(separator: " ")
    _ = reading("Bananas " + long + ".")
    _ = reading(Array(repeating: "word", count: 60).joined(separator: " ") + ".")
  }
}
