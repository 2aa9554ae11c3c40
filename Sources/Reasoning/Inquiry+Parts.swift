internal import Lessons

/// What contains a thing contains what that contains: muesli contains oats, oats contain gluten.
///
/// It is the weakest way to be known: whatever is taught of the thing itself, or of a kind of it, is more particular than
/// what is in its parts.
extension Inquiry {
  /// Something that a thing is taught to contain.
  private struct Part {
    let symbol: Symbol
    let argument: Argument
  }

  /// Arguments that the subject contains the value, through one of its parts.
  func contents(_ value: Symbol, in subject: Symbol, _ ancestors: [Ancestor], _ heeded: inout Set<ID<Lesson>>) -> [Argument] {
    var found: [Argument] = []
    // What is taught to be of the value is contained as such, and not through itself.
    for part in parts(of: subject, ancestors, &heeded) where !entails(part.symbol, value) {
      let inner = judge(part.symbol, contains, value)
      guard !inner.pro.isEmpty, let proof = inner.verdict.yes.first else {
        heeded.formUnion(inner.verdict.whyNot)
        continue
      }
      let isFirm = inner.verdict.outcome == .yes
      found.append(
        passedOn(isFirm ? proof : proof.heeding(inner.verdict.lessons), against: isFirm ? [] : inner.verdict.no, through: part, to: subject)
      )
    }
    return found
  }

  /// Everything that the subject contains through its parts.
  func contents(of subject: Symbol, _ ancestors: [Ancestor], _ heeded: inout Set<ID<Lesson>>) -> [Argument] {
    var found: [Argument] = []
    for part in parts(of: subject, ancestors, &heeded) {
      let inner = holdings(part.symbol, contains)
      heeded.formUnion(inner.heeded)
      for held in inner.held {
        guard let value = held.value.concept.map(symbol), !isSame(value, subject), let best = held.arguments.first else { continue }
        found.append(passedOn(best.proof, against: best.against + held.against, through: part, to: subject))
      }
    }
    return found
  }

  private func passedOn(_ proof: Proof, against: [Proof], through part: Part, to subject: Symbol) -> Argument {
    let value = proof.claim?.value ?? .concept(concept(part.symbol))
    let claim = Claim(concept(subject), concept(contains), value)
    return Argument(
      proof: Proof(.claim(claim), .part, [part.argument.proof, proof]), scope: Scope(kinds: [root(part.symbol)]),
      against: distinct(part.argument.against + against), value: value, isNegated: false, source: part.argument.source,
      distance: part.argument.distance + 1)
  }

  /// What the thing and its kinds are taught to contain, each part once, but for what more particular lessons deny.
  private func parts(of subject: Symbol, _ ancestors: [Ancestor], _ heeded: inout Set<ID<Lesson>>) -> [Part] {
    var (stated, denials): ([Part], [Argument]) = ([], [])
    for ancestor in ancestors {
      let statements = statements(ancestor.root, contains)
      heeded.formUnion(statements.superseded.map { store[$0.later].id })
      for slot in statements.slots {
        let argument = argument(slot, of: subject, property: contains, at: ancestor)
        guard let part = argument.value.concept.map(symbol) else { continue }
        if argument.isNegated {
          denials.append(argument)
        } else if !isSame(part, subject), !stated.contains(where: { isSame($0.symbol, part) }) {
          stated.append(Part(symbol: part, argument: argument))
        }
      }
    }
    let own = root(subject)
    return stated.compactMap { part in
      let against = denials.filter { denial in denial.value.concept.map { entails(part.symbol, symbol($0)) } ?? false }
      if against.contains(where: { isMoreSpecific($0.scope, than: part.argument.scope, of: own) }) {
        for denial in against { heeded.formUnion(denial.proof.cited) }
        return nil
      }
      var argument = part.argument
      argument.against += against.filter { !isMoreSpecific(argument.scope, than: $0.scope, of: own) }.map(\.proof)
      return Part(symbol: part.symbol, argument: argument)
    }
  }

  /// The things, what contains one of them, what contains that, and so on, with all that is taught to be of these.
  func containers(of things: Set<Symbol>) -> Set<Symbol> {
    var found: Set<Symbol> = []
    var queue = Array(descendants(of: things))
    while let next = queue.popLast() {
      guard found.insert(next).inserted else { continue }
      let holders = (index.claimsByValue[next] ?? []).filter { sees($0) && !index.rows[Int($0)].isNegated && isContent($0) }
      if !holders.isEmpty { queue += descendants(of: Set(holders.map { index.rows[Int($0)].subject })).subtracting(found) }
    }
    return found
  }

  /// Whether a claim is of what a thing contains.
  func isContent(_ claim: Slot) -> Bool { isSame(index.rows[Int(claim)].property, contains) }
}
