import Lessons
import Reasoning
import TeachingLanguage

/// Proofs told as reasons: the same tree, in sentences, with who taught each leaf.
extension Rung {
  /// The sentence that tells why it counts for more than what it outweighs.
  var key: String {
    switch self {
    case .precedence: "rung.precedence"
    case .ownLesson: "rung.ownLesson"
    case .strict: "rung.strict"
    case .narrowerKind: "rung.narrowerKind"
    case .narrowerConditions: "rung.narrowerConditions"
    case .audience: "rung.audience"
    case .region: "rung.region"
    case .ownPeople: "rung.ownPeople"
    case .surer: "rung.surer"
    }
  }
}

extension Outlook {
  /// A proof deeper than this is told no further; nobody opens that many levels.
  static let depthMax = 12
  /// How many ways of showing the same thing are told.
  static let alternativesMax = 3

  func reasons(_ proofs: [Proof]) -> [Reason] { proofs.prefix(Self.alternativesMax).map { reason($0) } }

  func reason(_ proof: Proof, depth: Int = 0) -> Reason {
    guard depth < Self.depthMax else { return Reason(.taught, [.text(line("and.so.on"))]) }
    let below = proof.premises.map { reason($0, depth: depth + 1) }
    switch proof.reason {
    case .taught(let id):
      return Reason(kind(ofTaught: proof), sentence(of: proof), citing: standing(id))
    case .rule(let id):
      return Reason(
        .rule, sentence(of: id) ?? sentence(of: proof), formula: calculation(proof, by: id), citing: standing(id), reasons: below)
    case .failsDefinition(let id):
      let text = "\(sentence(of: proof)) \(line("fails", ["what": sentence(of: id) ?? ""]))"
      return Reason(.rule, text, citing: standing(id), reasons: below)
    case .inherited(let kind):
      return Reason(.inherited, [.text("\(sentence(of: proof)) \(sayer.sentence("holds.of", subject: kind))")], reasons: below)
    case .chain, .broader, .passedOn, .converse, .disjoint, .unlisted:
      return Reason(.inherited, [.text(sentence(of: proof))], reasons: below)
    case .sameName:
      return Reason(.name, [.text(sentence(of: proof))], reasons: below)
    case .compared, .amount, .otherValue:
      return Reason(.compared, [.text(sentence(of: proof))], formula: comparison(proof), reasons: below)
    case .computed where proof.isBareCount:
      return Reason(.arithmetic, [.text(sentence(of: proof))], reasons: below.flatMap(\.reasons))
    case .converted, .computed, .aggregated:
      return Reason(.arithmetic, [.text(sentence(of: proof))], formula: calculation(proof), reasons: below)
    case .prevails(let others, let rungs):
      return prevailing(proof, over: others, rungs, below)
    case .notKnown:
      return Reason(.notKnown, [.text(sentence(of: proof))], reasons: below)
    }
  }

  /// What every lesson says that spoke against and was outweighed.
  func overruled(by proofs: [Proof]) -> [Reason] {
    let ids = proofs.reduce(into: Set<ID<Lesson>>()) { $0.formUnion($1.overruled) }
      .subtracting(proofs.reduce(into: Set()) { $0.formUnion($1.lessons) })
    return ids.sorted().map { id in
      Reason(.taught, "\(sentence(of: id) ?? "") \(line("outweighed"))", citing: standing(id))
    }
  }

  /// A lesson in the words of the grammar, without its source.
  func sentence(of id: ID<Lesson>) -> String? {
    guard let lesson = standing(id)?.lesson else { return nil }
    var qualifiers = lesson.qualifiers
    qualifiers.source = nil
    let said = sayer.say(lesson.teaching, qualifiers)
    return said.isEmpty ? lesson.words.excerpt : said
  }

  func sentence(of proof: Proof) -> String {
    // “Need not” concludes nothing that could be said.
    if case .rule(let id) = proof.reason, case .rule(let rule)? = standing(id)?.lesson.teaching, rule.strength == .defeating {
      return sentence(of: id) ?? ""
    }
    switch proof.conclusion {
    case .claim(let claim): return sayer.say(claim)
    case .same(let one, let other): return sayer.say(.name(Naming(one, other, kind: .same)))
    case .disjoint(let one, let other): return sayer.say(.disjoint(one, other))
    case .trait(let trait): return sayer.say(.property(trait))
    case .conversion(let conversion): return sayer.say(.conversion(conversion))
    case .comparison(let comparison, let subject, let holds):
      let said = say(comparison, of: subject)
      return (holds ? said.capitalised : line("not.so", ["what": said])) + "."
    case .aggregate(let aggregate, let subject, let whole):
      return
        "\(say(aggregate, of: subject).capitalised) \(line(aggregate.function == .count ? "is" : "comes.to")) \(sayer.say(Value(whole)))."
    case .notKnown(let conditions):
      return line("nobody.that", ["what": conditions.map(say).listed(line("and"))])
    }
  }

  /// “the glycemic index of a mango is below 55”
  func say(_ condition: Condition) -> String {
    let claim: Claim? =
      switch condition {
      case .pattern(let pattern):
        if case .value(let value) = pattern.object, let subject = pattern.subject.concept {
          Claim(subject, pattern.property, value, isNegated: pattern.isNegated)
        } else {
          nil
        }
      case .measure(let term, let property, let range): term.concept.map { Claim($0, property, .range(range)) }
      case .comparison: nil
      }
    return (claim.map { sayer.say($0) } ?? sayer.say(condition)).continued(keeping: claim?.subject.label)
  }

  private func kind(ofTaught proof: Proof) -> Reason.Kind {
    if case .same = proof.conclusion { .name } else { .taught }
  }

  private func prevailing(_ proof: Proof, over others: [Proof], _ rungs: [Rung], _ below: [Reason]) -> Reason {
    guard let first = below.first else { return Reason(.inherited, [.text(sentence(of: proof))]) }
    let whys = Rung.allCases.compactMap { rung -> String? in
      let beaten = zip(others, rungs).filter { $0.1 == rung }.map { "“\(sentence(of: $0.0).withoutStop)”" }
      return beaten.isEmpty ? nil : line(rung.key, ["other": beaten.listed(line("and"))])
    }
    let why = Reason(
      .inherited, [.text(whys.isEmpty ? line("more.particular") : whys.joined(separator: " "))], reasons: Array(below.dropFirst()))
    return Reason(
      first.kind, first.text, formula: first.formula, lesson: first.lesson, author: first.author, sequence: first.sequence,
      source: first.source, reasons: first.reasons + [why])
  }

  /// “51 against below 55”: the number of the premise beside the bounds of the conclusion.
  private func comparison(_ proof: Proof) -> String? {
    guard case .claim(let concluded) = proof.conclusion, concluded.value.range != nil, case .compared = proof.reason,
      case .claim(let held)? = proof.premises.first?.conclusion
    else { return nil }
    return "\(sayer.say(held.value)): \(concluded.isNegated ? line("not") + " " : "")\(sayer.say(concluded.value))"
  }
}
