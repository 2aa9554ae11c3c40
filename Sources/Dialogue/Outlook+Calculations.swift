import Lessons
import Reasoning
import TeachingLanguage

/// Calculations, with their numbers and in words.
extension Outlook {
  /// “51 × 23 g/100 g ÷ 100 = 11.73 g/100 g”: what a rule computes, with the numbers in it; nil where it only looks one up.
  func calculation(_ proof: Proof, by id: ID<Lesson>) -> String? {
    guard case .rule(let rule)? = standing(id)?.lesson.teaching, case .formula(let formula) = rule.head.object, formula.leaves != [formula],
      let claim = proof.claim
    else { return nil }
    let numbers = numbers(formula.leaves, Array(proof.premises.suffix(formula.leaves.count)))
    return "\(text(formula, numbers)) = \(sayer.say(claim.value))"
  }

  /// “30 g > 2 × 7 g”, “7 mmol/L = 126 mg/dL”
  func calculation(_ proof: Proof) -> String? {
    switch proof.conclusion {
    case .comparison(let comparison, _, _):
      let numbers = numbers(comparison.leaves, proof.premises)
      return "\(text(comparison.left, numbers)) \(proof.holdsSign(comparison.relation)) \(text(comparison.right, numbers))"
    case .claim(let claim):
      guard let own = proof.premises.first?.claim else { return nil }
      return "\(sayer.say(own.value)) = \(sayer.say(claim.value))"
    case .aggregate(let aggregate, _, let whole):
      guard let property = aggregate.property else { return nil }
      let all = proof.premises.compactMap(\.claim).filter { $0.property == property }.map { sayer.say($0.value) }
      return switch aggregate.function {
      case .sum: "\(all.joined(separator: " + ")) = \(sayer.say(Value(whole)))"
      case .average: "(\(all.joined(separator: " + "))) ÷ \(all.count) = \(sayer.say(Value(whole)))"
      case .least, .greatest, .count: nil
      }
    case .same, .disjoint, .trait, .conversion, .notKnown: return nil
    }
  }

  private func numbers(_ leaves: [Formula], _ premises: [Proof]) -> [Formula: Value] {
    var numbers: [Formula: Value] = [:]
    for (leaf, premise) in zip(leaves, premises) {
      switch premise.conclusion {
      case .claim(let claim): numbers[leaf] = claim.value
      case .aggregate(_, _, let whole): numbers[leaf] = Value(whole)
      case .same, .disjoint, .trait, .conversion, .comparison, .notKnown: break
      }
    }
    return numbers
  }

  private func text(_ formula: Formula, _ numbers: [Formula: Value]) -> String {
    write(formula, ("+", "−", "×", "÷")) { leaf in numbers[leaf].map { sayer.say($0) } ?? "?" }
  }

  /// With brackets where the operations would otherwise be read in another order.
  private func write(
    _ formula: Formula, _ signs: (plus: String, minus: String, times: String, over: String), within rank: Int = 0,
    _ leaf: (Formula) -> String
  ) -> String {
    func both(_ one: Formula, _ sign: String, _ other: Formula, _ own: Int) -> String {
      let whole = "\(write(one, signs, within: own, leaf)) \(sign) \(write(other, signs, within: own + 1, leaf))"
      return own < rank ? "(\(whole))" : whole
    }
    return switch formula {
    case .quantity(let quantity): sayer.say(Value.quantity(quantity))
    case .property, .aggregate: leaf(formula)
    case .plus(let one, let other): both(one, signs.plus, other, 1)
    case .minus(let one, let other): both(one, signs.minus, other, 1)
    case .times(let one, let other): both(one, signs.times, other, 3)
    case .over(let one, let other): both(one, signs.over, other, 3)
    }
  }

  /// “the sugar of a cake is above its fiber”
  func say(_ comparison: Comparison, of subject: Concept) -> String {
    "\(words(comparison.left, subject)) \(line(comparison.relation.key)) \(words(comparison.right, subject))"
  }

  private func words(_ formula: Formula, _ subject: Concept) -> String {
    write(formula, (line("plus"), line("minus"), line("times"), line("divided.by"))) { leaf in
      switch leaf {
      case .aggregate(let aggregate): say(aggregate, of: subject)
      case .property(let property): sayer.sentence("property.of", subject: subject, property: property)
      case .quantity, .plus, .minus, .times, .over: ""
      }
    }
  }

  /// “the number of vegetables that a stew contains”, “the sum of the carbs of what lunch contains”
  func say(_ aggregate: Aggregate, of subject: Concept) -> String {
    let name = sayer.name(subject)
    let kind = aggregate.kind.map { sayer.plural($0) }
    let isVerb = isRelation(aggregate.relation)
    let members =
      if isVerb {
        line(
          kind != nil ? "kinds.that" : aggregate.function == .count ? "things.that" : "what.it",
          ["kinds": kind ?? "", "name": name, "verb": sayer.third(of: aggregate.relation)])
      } else {
        line(
          kind == nil ? "relations.of" : "kinds.among",
          ["kinds": kind ?? "", "relations": sayer.plural(aggregate.relation), "name": name])
      }
    let number = aggregate.property?.label ?? ""
    return switch aggregate.function {
    case .count: line("of.all.count", ["members": members, "number": number])
    case .sum: line("of.all.sum", ["members": members, "number": number])
    case .average: line("of.all.average", ["members": members, "number": number])
    case .least: line("of.all.least", ["members": members, "number": number])
    case .greatest: line("of.all.greatest", ["members": members, "number": number])
    }
  }
}

extension Comparison.Relation {
  var key: String {
    switch self {
    case .below: "is.below"
    case .atMost: "is.at.most"
    case .above: "is.above"
    case .atLeast: "is.at.least"
    case .equal: "is.equal"
    }
  }
}

extension Proof {
  /// Whether it says of a number of things what the things themselves show.
  var isBareCount: Bool {
    guard case .comparison(let comparison, _, true) = conclusion, case .aggregate(let aggregate) = comparison.left,
      case .quantity = comparison.right
    else { return false }
    return aggregate.function == .count
  }

  /// The sign between the numbers as they are: of a comparison that fails, the opposite one.
  fileprivate func holdsSign(_ relation: Comparison.Relation) -> String {
    let holds = if case .comparison(_, _, let holds) = conclusion { holds } else { true }
    return switch relation {
    case .below: holds ? "<" : "≥"
    case .atMost: holds ? "≤" : ">"
    case .above: holds ? ">" : "≤"
    case .atLeast: holds ? "≥" : "<"
    case .equal: holds ? "=" : "≠"
    }
  }
}
