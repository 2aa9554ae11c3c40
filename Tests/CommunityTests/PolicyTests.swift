import Community
import Foundation
import Testing

@Suite struct PolicyTests {
  @Test func `every number of the policy has a term with its range and plain words`() throws {
    let names = Mirror(reflecting: AcceptancePolicy.standard).children.compactMap(\.label)
    #expect(AcceptancePolicy.standard.terms.map(\.name).sorted() == names.sorted())
    #expect(AcceptancePolicy.standard.terms.allSatisfy { !$0.words.isEmpty && $0.words.count < 100 })
    try AcceptancePolicy.standard.validate()
  }

  @Test func `a policy out of range says which number is wrong`() {
    var policy = AcceptancePolicy.standard
    policy.supportMin = 2
    let refused = #expect(throws: AcceptancePolicy.OutOfRange.self) { try policy.validate() }
    #expect(refused?.term.name == "supportMin")
  }

  @Test func `a policy written and read is the same`() throws {
    var policy = AcceptancePolicy.standard
    policy.panelSeats = 21
    #expect(try JSONDecoder().decode(AcceptancePolicy.self, from: JSONEncoder().encode(policy)) == policy)
  }
}
