import Testing
import TeachingLanguage

/// What is offered for a sentence that could not be read.
@Suite struct RepairTests {
  let village: Village

  init() throws { village = try Village.load() }

  private func repair(_ text: String) throws -> Repair {
    let read = try #require(village.read(text).first)
    let repair: Repair? = if case .note(let repair) = read.decision { repair } else { nil }
    return try #require(repair, "“\(text)” was read as \(Notation.text(read))")
  }

  @Test(arguments: [
    "Not all fruits are sweet.", "Hardly any fruit contains gluten.", "A food may be fried.",
    "A banana is only a fruit.", "Nobody but lentils is a legume.", "A banana is sometimes a vegetable.", "Many potatoes are fried.",
    "A potato could be fried.", "A food is low-GI if of zorbing.",
  ])
  func `what is denied, limited or conditional is never offered without that`(text: String) throws {
    #expect(try repair(text).suggestions.isEmpty)
  }

  @Test func `a reason is offered as a condition`() throws {
    #expect(try repair("A food is unhealthy because it is fried.").suggestions.contains("A food is unhealthy if it is fried."))
  }

  @Test(arguments: ["The GI of a banana is 5 1.", "The GI of a banana is 5o.", "The price of a stamp is 1 000 euros."])
  func `half a number is never offered`(text: String) throws {
    #expect(try repair(text).suggestions.isEmpty)
  }

  @Test func `a thing is not offered as the kind of another that it only stands beside`() throws {
    #expect(try repair("Rice would like metformin.").suggestions.isEmpty)
  }

  @Test func `what is known and what not is told by name`() throws {
    let repair = try repair("Blicket the banana.")
    #expect(repair.reason == "I know “banana” here, but not “Blicket”.")
    #expect(repair.unknownWords.map(\.written) == ["Blicket"])
  }

  @Test func `where all words are known it is told that their order is not`() throws {
    #expect(
      try repair("Banana of rice.").reason == "I know “Banana”, “rice” here, but not how the sentence puts the words together.")
  }

  @Test func `units and months are no unknown words`() throws {
    #expect(try repair("Rice of 3 months of zorb of February.").unknownWords.map(\.written) == ["zorb"])
  }

  @Test func `a day in May is no permission`() throws {
    #expect(village.read("The birthday of Ana is 3 May 1975.").map(Notation.text) == ["record\tbirthday(Ana, 1975-05-03)"])
  }

  @Test func `no reason speaks of grammar`() throws {
    let terms = ["noun", "verb", "clause", "parse", "token", "grammar", "syntax", "predicate", "phrase"]
    for text in ["Florn!", "A banana was going to be.", "It.", "Rice rice rice of the.", "Most.", "The former is void."] {
      guard case .note(let repair)? = village.read(text).first?.decision else { continue }
      for term in terms { #expect(!repair.reason.lowercased().contains(term), "\(repair.reason)") }
    }
  }
}
