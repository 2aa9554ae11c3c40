internal import Foundation
import Datalog

/// A Datalog program as text: `path(X,Z) :- path(X,Y), edge(Y,Z), not blocked(X,yes), Y < 55.`
///
/// The same text is what the peers are given, each in its own dialect.
struct Program {
  private(set) var properties: [String: UInt32] = [:]
  private var names: [String: UInt32] = [:]
  private(set) var clauses: [Clause] = []

  /// Names in clauses get numbers from 3 × 10⁹ down, so that they meet no number of the facts' things.
  mutating func number(_ name: String) -> UInt32 {
    if let number = names[name] { return number }
    let number = 0x7000_0000 - UInt32(names.count)
    names[name] = number
    return number
  }

  mutating func property(_ name: String) -> UInt32 {
    if let property = properties[name] { return property }
    let property = UInt32(properties.count + 1)
    properties[name] = property
    return property
  }

  init(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("%") && line.contains(":-") {
      clauses.append(clause(line))
    }
  }

  private mutating func clause(_ line: Substring) -> Clause {
    var variables: [String: Int] = [:]
    let parts = line.drop(while: { $0 == " " }).split(separator: ".", omittingEmptySubsequences: true)[0].components(separatedBy: ":-")
    let head = atom(parts[0], &variables)
    var clause = Clause(head, if: [])
    for part in Self.literals(parts[1]) {
      if let space = part.range(of: " < ") ?? part.range(of: " >= ") {
        let variable = variables[String(part[..<space.lowerBound])] ?? 0
        let bound = (Int64(part[space.upperBound...].trimmed) ?? 0) * 1_000_000
        clause.tests.append(part.contains("<") ? .within(variable, .min, bound - 1) : .within(variable, bound, .max))
      } else if part.hasPrefix("not ") {
        clause.exceptions.append(atom(String(part.dropFirst(4)), &variables))
      } else {
        clause.body.append(atom(part, &variables))
      }
    }
    return clause
  }

  /// The literals between the commas that are in no bracket.
  private static func literals(_ text: String) -> [String] {
    var (literals, current, depth) = ([String](), "", 0)
    for character in text {
      if character == "(" { depth += 1 } else if character == ")" { depth -= 1 }
      if character == "," && depth == 0 {
        literals.append(current.trimmed)
        current = ""
      } else {
        current.append(character)
      }
    }
    return literals + [current.trimmed]
  }

  private mutating func atom(_ text: String, _ variables: inout [String: Int]) -> Clause.Atom {
    let open = text.split(whereSeparator: { "(), ".contains($0) }).map(String.init)
    func term(_ name: String) -> Clause.Term {
      if name.first?.isUppercase == true {
        if let known = variables[name] { return .variable(known) }
        variables[name] = variables.count
        return .variable(variables.count - 1)
      }
      return .constant(number(name))
    }
    let property = property(open[0])
    let subject = term(open[1])
    return Clause.Atom(subject, property, term(open[2]))
  }
}

extension String {
  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}

extension Substring {
  fileprivate var trimmed: String { String(self).trimmed }
}
