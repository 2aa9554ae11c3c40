import Testing

@testable import VillageServer

@Suite struct ORCIDTests {
  @Test func `an identifier is found in what somebody wrote about themselves, if its last character fits`() {
    #expect(ORCID(in: "Endocrinologist, ORCID 0000-0002-1825-0097.")?.text == "0000-0002-1825-0097")
    #expect(ORCID(in: "https://orcid.org/0000-0002-1694-233X")?.text == "0000-0002-1694-233X")
    #expect(ORCID(in: "0000-0002-1825-0098") == nil)
    #expect(ORCID(in: "call 0000-0002") == nil)
  }
}
