internal import Datalog
internal import Foundation

/// Measures deduction for Benchmarks/reasoning.py, which runs the peers beside it.
///
///     measure-datalog run PROGRAM FACTS        facts are lines of “property subject value”; a value may be a name or #number
///     measure-datalog edits PROGRAM FACTS PROPERTY COUNT    takes out and puts back facts of a property, one by one
///     measure-datalog scale CLAIMS             loads so many claims with rules, then teaches, retracts, asks, explains
@main
struct Measure {
  static func main() throws {
    let arguments = CommandLine.arguments
    switch arguments.dropFirst().first {
    case "run" where arguments.count == 4: try run(arguments[2], arguments[3])
    case "edits" where arguments.count == 6: try edit(arguments[2], arguments[3], arguments[4], Int(arguments[5]) ?? 100)
    case "scale" where arguments.count == 3: try Scale(Int(arguments[2]) ?? 1_000_000).run()
    default: print("usage: measure-datalog run PROGRAM FACTS | edits PROGRAM FACTS PROPERTY COUNT | scale CLAIMS")
    }
  }

  static func load(_ programPath: String, _ factsPath: String) throws -> (Program, FactFile) {
    var program = Program(try String(contentsOfFile: programPath, encoding: .utf8))
    let facts = try FactFile(factsPath, &program)
    return (program, facts)
  }

  /// A deduction of the program's clauses and facts, settled.
  static func deduce(_ program: Program, _ facts: FactFile) throws -> Deduction {
    var deduction = Deduction()
    for clause in program.clauses { _ = try deduction.add(clause) }
    deduction.reserve(facts.facts.count)
    for fact in facts.facts {
      let value = fact.isNumber ? deduction.value(Int64(fact.value) * 1_000_000) : fact.value
      deduction.state(fact.subject, fact.property, value, by: 1, where: .always)
    }
    return deduction
  }

  private static func run(_ programPath: String, _ factsPath: String) throws {
    let begin = cpuSeconds()
    let (program, facts) = try load(programPath, factsPath)
    let read = cpuSeconds()
    var deduction = try deduce(program, facts)
    let loaded = cpuSeconds()
    deduction.settle()
    let end = cpuSeconds()
    var counts: [String: Int] = [:]
    let heads = Set(program.clauses.map(\.head.property))
    let byProperty = deduction.counts()
    for (name, property) in program.properties where heads.contains(property) { counts[name] = byProperty[property] ?? 0 }
    report([
      "counts": counts, "facts": facts.facts.count, "inferences": deduction.inferenceCount, "read_s": read - begin, "load_s": loaded - read,
      "settle_s": end - loaded, "cpu_s": end - begin, "bytes_held": deduction.byteCount, "facts_held": deduction.factCount,
    ])
  }

  private static func edit(_ programPath: String, _ factsPath: String, _ name: String, _ count: Int) throws {
    let (program, facts) = try load(programPath, factsPath)
    var deduction = try deduce(program, facts)
    deduction.settle()
    guard let property = program.properties[name] else { return print("no property \(name)") }
    let candidates = facts.facts.filter { $0.property == property }
    let before = deduction.justificationCount
    var random = SplitMix64(seed: 7)
    var (out, back): ([Double], [Double]) = ([], [])
    for _ in 0..<count {
      let fact = candidates[Int.random(in: 0..<candidates.count, using: &random)]
      let value = fact.isNumber ? deduction.value(Int64(fact.value) * 1_000_000) : fact.value
      let begin = cpuSeconds()
      deduction.retract(fact.subject, property, value, by: 1)
      deduction.settle()
      let middle = cpuSeconds()
      deduction.state(fact.subject, property, value, by: 1, where: .always)
      deduction.settle()
      let end = cpuSeconds()
      out.append((middle - begin) * 1e3)
      back.append((end - middle) * 1e3)
    }
    report([
      "retract_ms_p50": percentile(out, 0.5), "retract_ms_p99": percentile(out, 0.99), "teach_ms_p50": percentile(back, 0.5),
      "teach_ms_p99": percentile(back, 0.99), "mean_ms": (out + back).reduce(0, +) / Double(2 * count),
      "same_after": before == deduction.justificationCount,
    ])
  }
}

func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

func percentile(_ values: [Double], _ share: Double) -> Double {
  let sorted = values.sorted()
  return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
}

func report(_ values: [String: Any]) {
  let data = (try? JSONSerialization.data(withJSONObject: values, options: [.sortedKeys])) ?? Data()
  print(String(decoding: data, as: UTF8.self))
}

/// Source: Steele, Lea, Flood, *Fast splittable pseudorandom number generators* (2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
