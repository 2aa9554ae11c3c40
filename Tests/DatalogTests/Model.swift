import Datalog

/// What holds by the definition of it: every clause applied to everything, over and over, for one point of view.
struct Model {
  struct Fact: Hashable {
    let subject: UInt32
    let property: UInt32
    let value: UInt32
  }

  private(set) var facts: Set<Fact>

  /// - Parameter strata: clauses, those whose exceptions others conclude after these.
  init(_ facts: Set<Fact>, _ strata: [[Clause]]) {
    self.facts = facts
    for clauses in strata {
      let before = self.facts
      var grew = true
      while grew {
        grew = false
        for clause in clauses {
          for binding in bindings(clause.body[...], [:]) where isMet(clause, binding, before) {
            grew = self.facts.insert(fact(clause.head, binding)).inserted || grew
          }
        }
      }
    }
  }

  private func isMet(_ clause: Clause, _ binding: [Int: UInt32], _ before: Set<Fact>) -> Bool {
    clause.exceptions.allSatisfy { !before.contains(fact($0, binding)) }
      && clause.tests.allSatisfy { if case .different(let one, let other) = $0 { binding[one] != binding[other] } else { true } }
  }

  private func bindings(_ body: ArraySlice<Clause.Atom>, _ binding: [Int: UInt32]) -> [[Int: UInt32]] {
    guard let atom = body.first else { return [binding] }
    return facts.flatMap { fact -> [[Int: UInt32]] in
      guard fact.property == atom.property, let bound = match(atom.subject, fact.subject, binding),
        let all = match(atom.value, fact.value, bound)
      else { return [] }
      return bindings(body.dropFirst(), all)
    }
  }

  private func match(_ term: Clause.Term, _ number: UInt32, _ binding: [Int: UInt32]) -> [Int: UInt32]? {
    switch term {
    case .constant(let constant): return constant == number ? binding : nil
    case .variable(let variable):
      if let bound = binding[variable] { return bound == number ? binding : nil }
      return binding.merging([variable: number]) { $1 }
    }
  }

  private func fact(_ atom: Clause.Atom, _ binding: [Int: UInt32]) -> Fact {
    func number(_ term: Clause.Term) -> UInt32 {
      switch term {
      case .constant(let constant): constant
      case .variable(let variable): binding[variable] ?? 0
      }
    }
    return Fact(subject: number(atom.subject), property: atom.property, value: number(atom.value))
  }
}
