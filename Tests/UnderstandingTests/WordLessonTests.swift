import Testing

@testable import Understanding

struct WordLessonTests {
  private let learner = Learner(Exemplar.kitchen)

  @Test func `words that mean the same are read as one`() {
    var taught = learner
    taught.teach(.same(["carbs", "starch"]), id: "w1")
    #expect(taught.predict("how many starch are in a banana").support.first?.similarity ?? 0 > 0.99)
    #expect(taught.predict("how much starch").best?.meaning == "carbohydrate")
    #expect(taught.predict("how much starch").repairs.isEmpty)
  }

  @Test func `phrases can mean the same, and sameness is transitive`() {
    let reading = WordReading([.same(["log in", "sign in"]), .same(["sign in", "enter"]), .unimportant("please")])
    #expect(reading.read(["please", "sign", "in", "now"]) == ["enter", "now"])
    #expect(reading.read(["log", "in"]) == reading.read(["enter"]))
    #expect(reading.read(["log", "out"]) == ["log", "out"])
    #expect(reading.read(["please"]) == ["please"])
  }

  @Test func `a word that does not matter changes nothing`() {
    var taught = learner
    taught.teach(.unimportant("kindly"), id: "w1")
    #expect(taught.predict("kindly how many carbs are in a banana").ranked == taught.predict("how many carbs are in a banana").ranked)
    #expect(learner.predict("kindly how many carbs are in a banana").ranked != learner.predict("how many carbs are in a banana").ranked)
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `lessons of words and of sentences commute, and reverting leaves no trace`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let settings = Learner.Settings.tier(Int(seed % 3))
    let exemplars = Exemplar.some(40, using: &random)
    let lessons: [(String, WordLesson)] = [
      ("a", .same(["sugar", "sweet"])), ("b", .unimportant("my")), ("c", .same(["sweet", "juice", "apple"])), ("d", .unimportant("apple")),
    ]
    var first = Learner(settings: settings)
    for (id, lesson) in lessons.prefix(3) { first.teach(lesson, id: id) }
    for exemplar in exemplars { first.teach(exemplar) }

    var second = Learner(exemplars.shuffled(using: &random), settings: settings)
    for (id, lesson) in lessons.shuffled(using: &random) { second.teach(lesson, id: id) }
    second.revertWords("d")
    #expect(first == second, "seed \(seed)")
    for question in (0..<10).map({ _ in Exemplar.sentence(using: &random) }) {
      #expect(first.predict(question) == second.predict(question), "seed \(seed)")
    }
    for (id, _) in lessons { second.revertWords(id) }
    let plain = Learner(exemplars, settings: settings)
    #expect(second == plain && second.predict("sweet juice") == plain.predict("sweet juice"), "seed \(seed)")
  }
}
