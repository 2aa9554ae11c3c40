internal import Datalog
internal import Lessons

extension Theory {
  /// Whether the statement follows where what does not follow is false: all that follows is deduced, then looked up.
  ///
  /// - Returns: nil where no such answer is defined: a rule asks of something that no condition names, or a circle of
  ///   rules runs through “not known”.
  func follows() -> Bool? {
    var numbering = Numbering()
    var deduction = Deduction()
    for rule in rules {
      var names: [String: Int] = [:]
      let clause = Clause(
        numbering.atom(rule.head, &names), if: rule.body.filter { $0.sign != .notKnown }.map { numbering.atom($0, &names) },
        unless: rule.body.filter { $0.sign == .notKnown }.map { numbering.atom($0, &names) })
      guard (try? deduction.add(clause)) != nil else { return nil }
    }
    for (place, fact) in facts.enumerated() {
      guard let (subject, property, value) = numbering.fact(fact) else { return nil }
      deduction.state(subject, property, value, by: UInt32(place), where: .always)
    }
    deduction.settle()
    let asked = Literal(statement.pattern.subject, statement.pattern.property, statement.pattern.object)
    guard deduction.idleClauses.isEmpty, let (subject, property, value) = numbering.fact(asked) else { return nil }
    return deduction.presence(subject, property, value) == .always
  }
}

/// Concepts in the order in which they are met.
private struct Numbering {
  private var numbers: [Value: UInt32] = [:]

  private mutating func number(_ value: Value) -> UInt32 {
    if let known = numbers[value] { return known }
    let number = UInt32(numbers.count + 1)
    numbers[value] = number
    return number
  }

  private mutating func property(_ literal: Literal) -> UInt32 {
    number(.concept(literal.pattern.property)) | (literal.sign == .denied ? Deduction.denial : 0)
  }

  mutating func atom(_ literal: Literal, _ names: inout [String: Int]) -> Clause.Atom {
    func term(_ term: Term) -> Clause.Term {
      switch term {
      case .value(let value): return .constant(number(value))
      case .formula: preconditionFailure("theories compute nothing")
      case .variable(let name):
        if let known = names[name] { return .variable(known) }
        names[name] = names.count
        return .variable(names.count - 1)
      }
    }
    let subject = term(literal.pattern.subject)
    return Clause.Atom(subject, property(literal), term(literal.pattern.object))
  }

  mutating func fact(_ literal: Literal) -> (UInt32, UInt32, UInt32)? {
    guard case .value(let subject) = literal.pattern.subject, case .value(let value) = literal.pattern.object else { return nil }
    return (number(subject), property(literal), number(value))
  }
}
