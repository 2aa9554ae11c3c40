internal import Datalog
internal import Foundation

/// Many claims under many circumstances, with rules: what one more lesson costs, and what a question.
struct Scale {
  private let claims: Int
  private static let teachers: UInt32 = 8
  private static let thingsPerClaim = 10

  init(_ claims: Int) { self.claims = claims }

  /// A claim by its number: properties 1...40; a tenth say what the thing is, a tenth what it is next to.
  private func claim(_ number: Int) -> (subject: UInt32, property: UInt32, value: UInt32) {
    let subject = UInt32(number / Self.thingsPerClaim)
    let mixed = UInt64(number) &* 0x9e37_79b9_7f4a_7c15
    switch number % 10 {
    case 0: return (subject, 1, 0x6000_0000 + UInt32(mixed >> 58))
    case 1: return (subject, 2, UInt32((mixed >> 32) % UInt64(max(1, claims / Self.thingsPerClaim))))
    default: return (subject, UInt32(3 + number % 10 + Int(mixed >> 62) * 8), 0x5000_0000 + UInt32(mixed >> 40))
    }
  }

  func run() throws {
    var deduction = Deduction()
    // Views: each teacher's lessons may or may not be accepted; a third of the lessons is for one audience.
    let presences = (0..<Self.teachers).map { deduction.atom($0) }
    let audience = deduction.atom(Self.teachers)
    let forAudience = presences.map { deduction.both($0, audience) }
    func presence(_ number: Int) -> Presence { number % 3 == 0 ? forAudience[number % 8] : presences[number % 8] }
    deduction.reserve(claims)
    let begin = cpuSeconds()
    for number in 0..<claims {
      let (subject, property, value) = claim(number)
      deduction.state(subject, property, value, by: UInt32(number), where: presence(number))
    }
    deduction.settle()
    let loaded = cpuSeconds()
    let baseBytes = deduction.byteCount
    let baseFacts = deduction.factCount
    let (kind, near, quality, risk): (UInt32, UInt32, UInt32, UInt32) = (1, 2, 100, 101)
    for family in 0..<64 as Range<UInt32> {
      _ = try deduction.add(
        Clause(.init(.variable(0), quality, .constant(family)), if: [.init(.variable(0), kind, .constant(0x6000_0000 + family))]))
    }
    _ = try deduction.add(
      Clause(
        .init(.variable(0), risk, .variable(2)), if: [.init(.variable(0), near, .variable(1)), .init(.variable(1), quality, .variable(2))],
        unless: [.init(.variable(0), quality, .variable(2))]))
    let beforeRules = cpuSeconds()
    deduction.settle()
    let settled = cpuSeconds()
    let derived = deduction.factCount - baseFacts
    let derivedBytes = deduction.byteCount - baseBytes

    var random = SplitMix64(seed: 11)
    var (teach, retract): ([Double], [Double]) = ([], [])
    for step in 0..<20_000 {
      let number = Int.random(in: 0..<(claims / 10), using: &random) * 10 + step % 2
      let (subject, property, value) = claim(number)
      let start = cpuSeconds()
      deduction.retract(subject, property, value, by: UInt32(number))
      deduction.settle()
      let middle = cpuSeconds()
      deduction.state(subject, property, value, by: UInt32(number), where: presence(number))
      deduction.settle()
      retract.append((middle - start) * 1e3)
      teach.append((cpuSeconds() - middle) * 1e3)
    }
    var (lookup, explain, view): ([Double], [Double], [Double]) = ([], [], [])
    var (held, explained) = (0, 0)
    for round in 0..<200 {
      let start = cpuSeconds()
      var context = Context((0...Int(Self.teachers)).map { atom in (round >> (atom % 6)) & 1 == 0 || atom == 8 })
      for place in 0..<8 { held += deduction.holds(UInt32(place), kind, 0x6000_0000, in: &context) ? 1 : 0 }
      view.append((cpuSeconds() - start) * 1e3)
      let numbers = (0..<1000).map { _ in claim(Int.random(in: 0..<claims, using: &random)) }
      let asked = cpuSeconds()
      for (subject, property, value) in numbers { held += deduction.holds(subject, property, value, in: &context) ? 1 : 0 }
      lookup.append((cpuSeconds() - asked) * 1e3)
      for _ in 0..<50 {
        let thing = UInt32.random(in: 0..<UInt32(claims / Self.thingsPerClaim), using: &random)
        let family = UInt32.random(in: 0..<64, using: &random)
        let start = cpuSeconds()
        for property in [quality, risk] where deduction.explanation(thing, property, family, in: &context) != nil { explained += 1 }
        explain.append((cpuSeconds() - start) * 1e3 / 2)
      }
      // Things that surely have something to explain.
      for _ in 0..<50 {
        let thing = Int.random(in: 0..<(claims / Self.thingsPerClaim), using: &random)
        let family = claim(thing * 10).value &- 0x6000_0000
        let start = cpuSeconds()
        if deduction.explanation(UInt32(thing), quality, family, in: &context) != nil { explained += 1 }
        explain.append((cpuSeconds() - start) * 1e3)
      }
    }
    report([
      "claims": claims, "load_claims_per_s": Double(claims) / (loaded - begin),
      "bytes_per_base_claim": Double(baseBytes) / Double(baseFacts),
      "derived": derived, "bytes_per_derived": Double(derivedBytes) / Double(max(1, derived)),
      "inferences_per_s": Double(deduction.inferenceCount) / (settled - beforeRules), "teach_ms_p50": percentile(teach, 0.5),
      "teach_ms_p99": percentile(teach, 0.99), "teach_ms_max": teach.max() ?? 0, "retract_ms_p50": percentile(retract, 0.5),
      "retract_ms_p99": percentile(retract, 0.99), "lookup_us": percentile(lookup, 0.5), "explain_ms_p50": percentile(explain, 0.5),
      "explain_ms_p99": percentile(explain, 0.99), "view_switch_ms_p50": percentile(view, 0.5),
      "view_switch_ms_p99": percentile(view, 0.99),
      "explained": explained, "held": held, "resident_mb": residentMegabytes("VmRSS:"), "peak_mb": residentMegabytes("VmHWM:"),
    ])
  }
}

private func residentMegabytes(_ field: String) -> Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix(field) } ?? ""
  return (Int(line.split(whereSeparator: \.isWhitespace).dropFirst().first ?? "0") ?? 0) / 1024
}
