import Datalog
import Foundation
import Testing

/// Random programs with the conclusions of clingo, recorded by Golden/record.py.
@Suite struct ClingoTests {
  private struct Recorded: Decodable {
    struct Rule: Decodable {
      let head: [Int]
      let body: [[Int]]
      let exceptions: [[Int]]

      enum CodingKeys: String, CodingKey { case head, body = "if", exceptions = "unless" }
    }

    let rules: [Rule]
    let facts: [[UInt32]]
    let counts: [String: Int]
    let sum: UInt64
  }

  private static func atom(_ numbers: [Int]) -> Clause.Atom {
    func term(_ number: Int) -> Clause.Term { number < 0 ? .variable(-number - 1) : .constant(UInt32(number)) }
    return Clause.Atom(term(numbers[1]), UInt32(numbers[0]), term(numbers[2]))
  }

  /// Another file of programs, such as ten thousand more, is named by VILLAGE_PROGRAMS.
  private static func programs() throws -> [Recorded] {
    let recorded = try #require(Bundle.module.url(forResource: "Golden/programs", withExtension: "jsonl"))
    let file = ProcessInfo.processInfo.environment["VILLAGE_PROGRAMS"].map(URL.init(fileURLWithPath:)) ?? recorded
    return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Recorded.self, from: $0) }
  }

  @Test func `recorded programs come to what clingo concluded, told at once or bit by bit`() throws {
    for (number, program) in try Self.programs().enumerated() {
      var atOnce = Deduction()
      var bitByBit = Deduction()
      for rule in program.rules {
        let clause = Clause(Self.atom(rule.head), if: rule.body.map(Self.atom), unless: rule.exceptions.map(Self.atom))
        _ = try atOnce.add(clause)
        _ = try bitByBit.add(clause)
      }
      for (place, fact) in program.facts.enumerated() {
        atOnce.state(fact[1], fact[0], fact[2], by: 1, where: .always)
        bitByBit.state(fact[1], fact[0], fact[2], by: 1, where: .always)
        bitByBit.settle()
        // What is taken back and said again must leave no trace.
        let other = program.facts[place / 2]
        bitByBit.retract(other[1], other[0], other[2], by: 1)
        bitByBit.settle()
        bitByBit.state(other[1], other[0], other[2], by: 1, where: .always)
      }
      atOnce.settle()
      bitByBit.settle()
      #expect(Self.summary(of: atOnce) == .init(program.counts, program.sum), "program \(number)")
      #expect(Self.summary(of: bitByBit) == .init(program.counts, program.sum), "program \(number), bit by bit")
    }
  }

  private struct Summary: Equatable {
    var counts: [String: Int]
    var sum: UInt64

    init(_ counts: [String: Int], _ sum: UInt64) {
      self.counts = counts
      self.sum = sum
    }
  }

  private static func summary(of deduction: borrowing Deduction) -> Summary {
    var summary = Summary([:], 0)
    for property in 0..<12 as Range<UInt32> {
      for subject in 0..<8 as Range<UInt32> {
        for value in 0..<8 as Range<UInt32> where deduction.presence(subject, property, value) == .always {
          summary.counts["\(property)", default: 0] += 1
          let number = UInt64((property * 64 + subject) * 64 + value)
          summary.sum = (summary.sum + number * number) % (1 << 31)
        }
      }
    }
    return summary
  }
}
