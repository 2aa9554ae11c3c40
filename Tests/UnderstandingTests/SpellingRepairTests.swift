import Testing
import Understanding

struct SpellingRepairTests {
  private func learner(_ texts: [String]) -> Learner {
    Learner(texts.enumerated().map { Exemplar(id: "e\($0)", text: $1, meaning: "m\($0)") })
  }

  @Test func `a misspelt word is read as a taught one, and said to be`() {
    let repairs = learner(["how many lentils", "what is insulin"]).predict("Is insuiln in lentlis?").repairs
    #expect(repairs.map(\.written) == ["insuiln", "lentlis"])
    #expect(repairs.map(\.readAs) == ["insulin", "lentils"])
    #expect(repairs.map(\.range) == [3..<10, 14..<21])
  }

  @Test func `the repaired question is answered as the right one is`() {
    let learner = learner(["how many lentils", "what is insulin"])
    #expect(learner.predict("what is insuiln").ranked == learner.predict("what is insulin").ranked)
  }

  @Test func `taught, common, short and far words, and numbers, stay as they are`() {
    let learner = learner(["house of lentils", "horse and an insulin pump b12"])
    #expect(learner.predict("horse house mouse at xyzzy b13 pumpernickel 4.5 inslni").repairs.isEmpty)
  }

  @Test func `of two words one slip away the more frequent is read, of equals the first by spelling`() {
    #expect(learner(["planet", "planet rice", "planer"]).predict("planex").repairs.first?.readAs == "planet")
    #expect(learner(["planet", "planer"]).predict("planex").repairs.first?.readAs == "planer")
  }

  @Test func `where it is known which words there are, a slip may be at the beginning, or in a short word`() {
    let taught = ["my balance", "is meat right"].enumerated().map { Exemplar(id: "e\($0)", text: $1, meaning: "m\($0)") }
    let knowing = Learner(taught, settings: .tier(1))
    #expect(knowing.predict("nalance iss").repairs.map(\.readAs) == ["balance", "is"])
    #expect(Learner(taught).predict("nalance iss").repairs.isEmpty)
    // `eat` is a word of the table, however near `meat` is.
    #expect(knowing.predict("eat").repairs.isEmpty)
  }

  @Test func `a slip at the beginning must be three times as frequent to be read`() {
    func reading(_ texts: [String]) -> String? {
      Learner(texts.enumerated().map { Exemplar(id: "e\($0)", text: $1, meaning: "m\($0)") }, settings: .tier(1))
        .predict("planez").repairs.first?.readAs
    }
    #expect(reading(["planet", "flanez", "flanez one"]) == "planet")
    #expect(reading(["planet", "flanez", "flanez one", "flanez two", "flanez three"]) == "flanez")
  }

  @Test func `a word unlearnt is no longer read into a question`() {
    var learner = learner(["planet", "rice"])
    #expect(learner.predict("planex").repairs.count == 1)
    learner.revert("e0")
    #expect(learner.predict("planex").repairs.isEmpty)
  }

  @Test func `what a view hides repairs nothing`() {
    let learner = learner(["planet", "rice"])
    #expect(learner.predict("planex", in: learner.view { $0.id != "e0" }).repairs.isEmpty)
  }
}
