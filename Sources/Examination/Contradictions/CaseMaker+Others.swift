import Lessons
import Reasoning

/// Procedures, definitions and tests.
extension CaseMaker {
  private static func procedure(_ goal: String, _ steps: [String], _ qualifiers: Qualifiers = .none) -> (Teaching, Qualifiers) {
    (Procedure(goal, steps: steps.map { .act($0) }).map { .procedure($0) } ?? .note, qualifiers)
  }

  mutating func makeProcedures() {
    func step(_ names: CaseNames, _ place: Int) -> String { pick(["Clean the", "Check the", "Open the"]) + " \(names[place])" }
    let names = { [self] in self.names }
    var steps = (1...4).map { step(names(), $0) }
    clash(
      .stepOrder, "one goal, another order",
      [
        Self.procedure("reset the \(self.names[0])", [steps[0], steps[1], steps[2]]),
        Self.procedure("reset the \(self.names[0])", [steps[1], steps[0], steps[2]]),
      ])
    steps = (1...4).map { step(self.names, $0) }
    clash(
      .stepOrder, "two goals, the same two steps",
      [
        Self.procedure("reset the \(self.names[0])", [steps[0], steps[2], steps[1]]),
        Self.procedure("repair the \(self.names[5])", [steps[1], steps[3], steps[0]]),
      ])
    steps = (1...4).map { step(self.names, $0) }
    clash(
      .procedures, "one goal, other steps",
      [
        Self.procedure("reset the \(self.names[0])", [steps[0], steps[1]]),
        Self.procedure("reset the \(self.names[0])", [steps[0], steps[2], steps[3]]),
      ])
    steps = (1...4).map { step(self.names, $0) }
    innocent(
      .procedures, "one says more",
      [
        Self.procedure("reset the \(self.names[0])", [steps[0], steps[2]]),
        Self.procedure("reset the \(self.names[0])", [steps[0], steps[1], steps[2], steps[3]]),
      ])
    steps = (1...4).map { step(self.names, $0) }
    innocent(
      .procedures, "for other people",
      [
        Self.procedure("reset the \(self.names[0])", [steps[0], steps[2]], Qualifiers(audience: "child")),
        Self.procedure("reset the \(self.names[0])", [steps[1], steps[3]]),
      ])
    steps = (1...4).map { step(self.names, $0) }
    innocent(
      .stepOrder, "waiting at other times",
      [
        Self.procedure("reset the \(self.names[0])", [steps[0], "Wait 30 seconds"]),
        Self.procedure("repair the \(self.names[5])", ["Wait 30 seconds", steps[0]]),
      ])
    steps = (1...4).map { step(self.names, $0) }
    innocent(
      .stepOrder, "one order in two procedures",
      [
        Self.procedure("reset the \(self.names[0])", [steps[0], steps[1]]),
        Self.procedure("repair the \(self.names[5])", [steps[0], steps[2], steps[1]]),
      ])
  }

  mutating func makeDefinitions() {
    func definition(_ names: CaseNames, _ place: Int, by other: Int) -> (Teaching, Qualifiers) {
      (.definition(Definition(names.concept(place), text: "what one needs for the \(names[other])")), .none)
    }
    clash(.definitionCycle, "two words", [definition(names, 0, by: 1), definition(names, 1, by: 0)])
    clash(.definitionCycle, "three words", [definition(names, 0, by: 1), definition(names, 1, by: 2), definition(names, 2, by: 0)])
    innocent(.definitionCycle, "a chain", [definition(names, 0, by: 1), definition(names, 1, by: 2)])
    innocent(.definitionCycle, "two definitions of one thing", [definition(names, 0, by: 1), definition(names, 0, by: 2)])
  }

  mutating func makeTests() {
    func test(_ question: String, _ expectation: TestCase.Expectation, _ qualifiers: Qualifiers = .none) -> (Teaching, Qualifiers) {
      (.test(TestCase(question, expectation)), qualifiers)
    }
    let (first, second): (String, String) = pick([
      ("Is \(names[0]) allowed?", "is a \(names[0]) allowed"), ("What is \(names[0])?", "what's the \(names[0])?"),
      ("May I take \(names[0])?", "May I take \(names[0]), please?"),
    ])
    clash(.tests, "yes and no", [test(first, .says("Yes")), test(second, .says("No, it is not"))])
    innocent(
      .tests, "one says more", [test("Is \(names[0]) allowed?", .says("No")), test("Is \(names[0]) allowed?", .says("No, it is high"))])
    innocent(
      .tests, "both can be mentioned", [test("Is \(names[0]) fine?", .mentions("sugar")), test("Is \(names[0]) fine?", .says("Yes"))])
    innocent(
      .tests, "for other people",
      [test("Is \(names[0]) fine?", .says("No"), Qualifiers(audience: "child")), test("Is \(names[0]) fine?", .says("Yes"))])
  }
}
