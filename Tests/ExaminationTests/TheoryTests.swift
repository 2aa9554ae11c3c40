import Examination
import Testing

@Suite struct TheoryTests {
  private func judge(_ line: String) throws -> (finding: TheoryFinding, theory: Theory) {
    let theory = try #require(try Theory.theories(json: line).first)
    return (theory.judge(), theory)
  }

  @Test(arguments: [
    ("Charlie is red.", Theory.Answer.yes), ("Charlie is not red.", .no), ("Charlie is green.", .unknown), ("The cow sees the cat.", .yes),
    ("The cat does not see the cow.", .yes),
  ])
  func `sentences of the sets are judged with a proof`(statement: String, answer: Theory.Answer) throws {
    let (finding, _) = try judge(
      """
      {"sentences": ["Charlie is kind.", "Charlie is rough.", "If something is kind and rough then it is red.",
       "All red, kind things are round.", "The cow is not green.", "If someone is not green then they see the cat.",
       "If the cow sees the cat then the cat does not see the cow."],
       "statement": "\(statement)", "answer": "unknown"}
      """)
    #expect(finding.answer == answer)
    #expect(finding.proofsChecked == finding.proofsValid)
    #expect((finding.depth == nil) == (answer == .unknown))
  }

  @Test func `kinds with made-up names lead from one to the next`() throws {
    let (finding, _) = try judge(
      """
      {"sentences": ["Every rompus is an impus.", "Impuses are zumpuses.", "Each zumpus is not hot.", "Alex is a rompus."],
       "statement": "Alex is hot.", "answer": "false"}
      """)
    #expect(finding.answer == .no)
    #expect(finding.depth == 3)
  }

  @Test func `what does not follow is false where the world is closed`() throws {
    let facts = #"["(\"Bob\" \"is\" \"kind\" \"+\")"]"#
    let body = #"((\"someone\" \"is\" \"kind\" \"+\") (\"someone\" \"is\" \"red\" \"~\"))"#
    let rules = #"["(\#(body) -> (\"someone\" \"is\" \"blue\" \"+\"))"]"#
    func answer(_ query: String, _ world: String) throws -> Theory.Answer {
      let line = #"{"facts": \#(facts), "rules": \#(rules), "query": "\#(query)", "answer": true, "world": "\#(world)"}"#
      return try judge(line).finding.answer
    }
    #expect(try answer(#"(\"Bob\" \"is\" \"red\" \"+\")"#, "open") == .unknown)
    #expect(try answer(#"(\"Bob\" \"is\" \"red\" \"+\")"#, "closed") == .no)
    #expect(try answer(#"(\"Bob\" \"is\" \"red\" \"-\")"#, "closed") == .yes)
    #expect(try answer(#"(\"Bob\" \"is\" \"blue\" \"+\")"#, "closed") == .yes)
  }

  @Test(arguments: [
    "{}", "no JSON",
    #"{"sentences": ["All people who drink coffee are dependent on caffeine."], "statement": "Bob is red.", "answer": "true"}"#,
    #"{"sentences": ["The cat is red and kind."], "statement": "Bob is red.", "answer": "true"}"#,
    #"{"sentences": ["All red things are."], "statement": "Bob is red.", "answer": "true"}"#,
    #"{"facts": ["((((((((((("], "query": "", "answer": "true"}"#, #"{"sentences": [], "statement": "All.", "answer": "true"}"#,
    #"{"sentences": ["If."], "statement": "Bob is red.", "answer": "perhaps"}"#,
  ])
  func `a line that cannot be read is refused with a reason`(line: String) {
    #expect(throws: TheoryFault.self) { try Theory.theories(json: line) }
  }
}
