import Testing
import Understanding

struct LearnerTests {
  private let learner = Learner(Exemplar.kitchen)

  @Test(arguments: [
    ("am I allowed to eat bananas?", "isAllowed"),
    ("how many grams of carbs does bread have", "carbohydrate"),
    ("I feel low and shaky", "hypoglycemia"),
  ])
  func `a question is understood by the sentences it is like`(text: String, meaning: String) {
    #expect(learner.predict(text).best?.meaning == meaning)
  }

  @Test func `a score is the sum of the shares of its sentences`() {
    let prediction = learner.predict("can I have orange juice at night?")
    for ranked in prediction.ranked {
      let sum = prediction.support(for: ranked.meaning).reduce(0) { $0 + $1.share }
      #expect(abs(sum - ranked.score) < 1e-12)
    }
    #expect(abs(prediction.ranked.reduce(0) { $0 + $1.probability } - 1) < 1e-12)
  }

  @Test func `nothing taught means no answer`() {
    let prediction = Learner().predict("Can I eat cake?")
    #expect(prediction.best == nil)
    #expect(prediction.support.isEmpty)
    #expect(Thresholds().outcome(of: prediction) == .notTaught)
  }

  @Test func `a question like nothing taught has less confidence than one like something taught`() {
    let near = learner.predict("how many carbs are in an apple")
    let far = learner.predict("who won the football match yesterday")
    #expect(far.confidence < near.confidence)
    #expect(far.variance > near.variance)
  }

  @Test func `a text without a single word is answered without a crash`() {
    #expect(learner.predict("").variance > 0.5)
    #expect(!learner.predict("?!").ranked.isEmpty)
    #expect(!learner.predict(String(repeating: "a", count: 100_000)).ranked.isEmpty)
    #expect(!learner.predict(String(repeating: "can I ", count: 10_000)).ranked.isEmpty)
  }

  @Test func `the same id taught again replaces what it held`() {
    var changed = learner
    changed.teach(Exemplar(id: "k1", text: "grams of sugar in cake", meaning: "carbohydrate"))
    #expect(changed.count == learner.count)
    #expect(changed["k1"]?.meaning == "carbohydrate")
  }

  @Test func `a teacher of little weight loses against one of much`() {
    var learner = learner
    let question = "may I have honey"
    for number in 0..<3 { learner.teach(Exemplar(id: "p\(number)", text: question, meaning: "hypoglycemia", teacher: "prankster")) }
    #expect(learner.predict(question).best?.meaning == "hypoglycemia")
    for number in 0..<3 { learner.reweigh("p\(number)", 0.001) }
    #expect(learner.predict(question).best?.meaning == "isAllowed")
  }

  @Test func `without a lesson or a teacher the answer is what it was before`() {
    var more = learner
    more.teach(Exemplar(id: "x", text: "may I have honey", meaning: "carbohydrate", teacher: "Dee"))
    #expect(more.predict("may I have honey").best?.meaning == "carbohydrate")
    #expect(more.predict("may I have honey", without: ["x"]) == learner.predict("may I have honey"))
    #expect(more.predict("may I have honey", withoutTeacher: "Dee") == learner.predict("may I have honey"))
  }

  @Test func `a young meaning is found beside rich ones`() {
    var learner = Learner()
    var random = SplitMix64(seed: 3)
    let foods = ["bread", "rice", "cake", "apples", "grapes", "beans", "fish", "cheese", "soup", "milk"]
    for number in 0..<120 {
      let food = foods[number % foods.count]
      let frames = [
        "how many carbs are in \(food)", "what carbs does \(food) have", "carbs of \(food) please", "tell me the carbs in \(food)",
      ]
      learner.teach(Exemplar(id: "c\(number)", text: frames.randomElement(using: &random) ?? food, meaning: "carbohydrate"))
    }
    for (number, text) in ["how much salt is in bread", "salt of rice please", "what salt does soup have"].enumerated() {
      learner.teach(Exemplar(id: "s\(number)", text: text, meaning: "sodium"))
    }
    #expect(learner.predict("tell me the salt in fish").best?.meaning == "sodium")
    #expect(learner.predict("tell me the carbs in fish").best?.meaning == "carbohydrate")
  }

  @Test func `the words that decided are named`() throws {
    let text = "How many carbs, please?"
    let shares = learner.wordShares(of: text)
    #expect(shares.map(\.written) == ["How", "many", "carbs", ",", "please", "?"])
    let strongest = try #require(shares.max { $0.share < $1.share })
    #expect(strongest.written == "carbs")
    #expect(learner.wordShares(of: text, for: "no such meaning").isEmpty)
    #expect(Learner().wordShares(of: text).isEmpty)
  }

  @Test func `the same sentence is found whatever its case, marks and spaces`() {
    let found = learner.nearDuplicates(of: "can i eat CAKE")
    #expect(found.first?.exemplar.id == "k1")
    #expect(found.first?.isSame == true)
    #expect(learner.nearDuplicates(of: "can-i eat cake!!").first?.isSame == true)
  }

  @Test func `a nearly equal sentence is found by how alike it is`() throws {
    let near = try #require(learner.nearDuplicates(of: "How many carbs are in a bananas", similarityMin: 0.7).first)
    #expect(near.exemplar.id == "k5")
    #expect(!near.isSame && near.similarity > 0.7 && near.similarity < 1)
    #expect(learner.nearDuplicates(of: "who won the match").isEmpty)
    let hidden = learner.view { $0.id != "k5" }
    #expect(learner.nearDuplicates(of: "How many carbs are in a bananas", in: hidden).isEmpty)
  }
}
