import Testing
import Understanding

struct QuestionKeyTests {
  @Test(arguments: [
    ("Is jackfruit low-GI?", "is  jackfruit low GI ??"),
    ("May I eat mango?", "may I, eat mango"),
    ("“Cafe\u{301}” please!", "\"CAFÉ\" please"),
  ])
  func `case, spacing and punctuation make no second question`(one: String, other: String) {
    #expect(QuestionKey.key(of: one) == QuestionKey.key(of: other))
  }

  @Test(arguments: [("Is 5 % much?", "Is 5 much?"), ("Is mango sweet?", "Is a mango sweet?"), ("???", "!!!"), ("Is it > 5?", "Is it < 5?")])
  func `other words and other symbols do`(one: String, other: String) {
    #expect(QuestionKey.key(of: one) != QuestionKey.key(of: other))
  }
}
