import Foundation
public import Lessons

/// Meanings in a short notation, so that a table of sentences can be read by eye: `is a(banana, fruit)`.
public enum Notation {
  /// What is done with a sentence and, after a tab, how it is read; both readings where the person picks.
  public static func text(_ reading: SentenceReading) -> String {
    let decision: String
    var shown = 1
    switch reading.decision {
    case .record: decision = "record"
    case .confirm: decision = "confirm"
    case .answer: decision = "answer"
    case .note: decision = "note"
    case .choose:
      decision = "choose"
      shown = 2
    }
    return decision + "\t" + reading.readings.prefix(shown).map { text($0.meaning) }.joined(separator: " | ")
  }

  public static func text(_ meaning: Reading.Meaning) -> String {
    switch meaning {
    case .lesson(let taught): taught.map { text($0.teaching) + text($0.qualifiers) }.joined(separator: "; ")
    case .question(let question): "? " + text(question)
    case .correction(.value(let value, let instead)): "correct " + text(value) + (instead.map { " not " + text($0) } ?? "")
    case .correction(.forget(let claim)): "forget " + text(claim)
    case .correction(.meant(let word, let concept)): "correct \(word) = \(concept)"
    case .correction(.forgetLast): "forget last"
    case .aboutMe(let pattern): "me: " + text(pattern)
    case .courtesy(let courtesy): courtesy.rawValue
    }
  }

  public static func text(_ teaching: Teaching) -> String {
    switch teaching {
    case .claim(let claim): text(claim)
    case .name(let naming): "\(naming.kind.rawValue)(\(naming.concept), \(naming.other)\(naming.language.map { ", " + $0 } ?? ""))"
    case .definition(let definition): "define(\(definition.concept)\(definition.kind.map { ": \($0)" } ?? ""), \(definition.text))"
    case .disjoint(let one, let other): "disjoint(\(one), \(other))"
    case .property(let trait): text(trait)
    case .contrast(let contrast): text(contrast)
    case .procedure(let procedure): text(procedure)
    case .conversion(let conversion):
      "convert(\(conversion.substance), \(text(Value.quantity(conversion.from))) = \(text(Value.quantity(conversion.to))))"
    case .rule(let rule): text(rule)
    case .guideline(let guideline):
      "when " + (guideline.when.isEmpty ? "always" : guideline.when.map(text).joined(separator: " & ")) + " do "
        + guideline.advice.map(text).joined(separator: " & ")
    case .example(let example): "\"\(example.utterance)\" asks \(example.question)"
    case .labelling(let function):
      "\(function.isNegated ? "not " : "")about(\(function.label)) if \(text(function.condition))"
    case .test(let test):
      switch test.expectation {
      case .says(let words): "\"\(test.question)\" is answered \"\(words)\""
      case .mentions(let words): "\"\(test.question)\" is answered with \"\(words)\" in it"
      }
    case .stopWord(let word): "\"\(word)\" does not matter"
    case .phrasing(let phrasing): "\"\(phrasing.said)\" means \"\(phrasing.meant)\""
    case .note: "note"
    }
  }

  static func text(_ trait: PropertyTrait) -> String {
    switch trait.trait {
    case .single: "one(\(trait.property))"
    case .several: "several(\(trait.property))"
    case .complete: "complete(\(trait.property))"
    case .transitive: "transitive(\(trait.property))"
    case .symmetric: "symmetric(\(trait.property))"
    case .inverse(let other): "inverse(\(trait.property), \(other))"
    case .range(let range): "range(\(trait.property), \(text(range)))"
    case .unit(let unit): "unit(\(trait.property), \(unit.code))"
    }
  }

  public static func text(_ qualifiers: Qualifiers) -> String {
    let parts = [
      qualifiers.audience.map { "for \($0)" }, qualifiers.region.map { "in \($0)" }, qualifiers.from.map { "from \($0.iso)" },
      qualifiers.until.map { "until \($0.iso)" },
      qualifiers.source.map { "source \($0)" }, qualifiers.sureness.map { "sure \($0)" },
    ].compactMap { $0 }
    return parts.isEmpty ? "" : " {\(parts.joined(separator: ", "))}"
  }

  public static func text(_ claim: Claim) -> String {
    "\(claim.isNegated ? "not " : "")\(claim.property)(\(claim.subject), \(text(claim.value)))"
  }

  public static func text(_ rule: Rule) -> String {
    let unless = rule.unless.map { " unless " + $0.map(text).joined(separator: " & ") }.joined()
    let body = rule.body.isEmpty ? "" : " if " + rule.body.map(text).joined(separator: " & ")
    let strength =
      switch rule.strength {
      case .strict: "strict "
      case .byDefault: ""
      case .defeating: "defeating "
      }
    return strength + text(rule.head) + body + unless
  }

  static func text(_ pattern: Pattern) -> String {
    "\(pattern.isNegated ? "not " : "")\(pattern.property)(\(text(pattern.subject)), \(text(pattern.object)))"
  }

  static func text(_ term: Term) -> String {
    switch term {
    case .variable(let name): name
    case .value(let value): text(value)
    case .formula(let formula): "=" + text(formula)
    }
  }

  static func text(_ condition: Condition) -> String {
    switch condition {
    case .pattern(let pattern): text(pattern)
    case .measure(let subject, let property, let range): "\(property)(\(text(subject)), \(text(range)))"
    case .comparison(let comparison): "\(text(comparison.left)) \(sign(comparison.relation)) \(text(comparison.right))"
    }
  }

  static func text(_ trigger: Guideline.Trigger) -> String {
    switch trigger {
    case .topic(let concept): "topic \(concept)"
    case .question(let concept): "question \(concept)"
    case .person(let pattern): text(pattern)
    }
  }

  static func text(_ advice: Guideline.Advice) -> String {
    switch advice {
    case .warn(let concept): "warn \(concept)"
    case .say(let text): "say \"\(text)\""
    case .refer(let concept): "refer \(concept)"
    case .avoid(let text): "avoid <\(text)>"
    case .other(let text): "other <\(text)>"
    }
  }

  public static func text(_ question: Question) -> String {
    switch question {
    case .value(let subject, let property): "value(\(subject), \(property))"
    case .amount(let property, let quantity, let subject): "amount(\(property), \(text(Value.quantity(quantity))), \(subject))"
    case .whether(let claim): text(claim)
    case .measures(let subject, let property, let range): "\(property)(\(subject), \(text(range)))"
    case .which(let kind, let conditions): "which \(kind.map(\.label) ?? "") \(conditions.map(text).joined(separator: " & "))"
    case .contrast(let contrast): text(contrast)
    case .extreme(let extreme):
      "\(extreme.isGreatest ? "greatest" : "least") \(extreme.property) "
        + (extreme.kind?.label ?? "of " + extreme.among.map(\.label).joined(separator: ", "))
    case .meaning(let concept): "meaning(\(concept))"
    case .taught(let concept): "taught(\(concept))"
    }
  }

  public static func text(_ value: Value) -> String {
    switch value {
    case .concept(let concept): concept.label
    case .quantity(let quantity) where quantity.day != nil: quantity.day?.iso ?? ""
    case .quantity(let quantity): quantity.amount.plain + (quantity.unit == .none ? "" : " \(quantity.unit.code)")
    case .range(let range): text(range)
    case .text(let text): "\"\(text)\""
    }
  }

  static func text(_ range: QuantityRange) -> String {
    func plain(_ amount: Decimal) -> String { range.unit == .date ? Day(number: amount)?.iso ?? amount.plain : amount.plain }
    let lower = range.lower.map { ($0.isIncluded ? "[" : "(") + plain($0.amount) } ?? "("
    let upper = range.upper.map { plain($0.amount) + ($0.isIncluded ? "]" : ")") } ?? ")"
    let about = range.about.map { "~\($0.plain) " } ?? ""
    return about + lower + ".." + upper + (range.unit == .none || range.unit == .date ? "" : " \(range.unit.code)")
  }
}
