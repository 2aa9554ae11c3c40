import Lessons

extension Construction {
  /// What is true of relations, said with variables: “If X is part of Y and Y is part of Z, then X is part of Z.”
  static let relating = [
    between("var.related", isNegated: false) { $0 != .contains && AnyLanguage.isVerbal($0.label) },
    between("var.relatedNot", isNegated: true) { AnyLanguage.isVerbal($0.label) },
    Construction(
      "var.contains", "one", "two",
      build: { parts in pattern(parts[0], .contains, parts[1], isNegated: false) },
      split: { phrase, _ in variables(of: phrase, isNegated: false) { $0 == .contains }.map { [.text($0.one), .text($0.two)] } }),
    Construction(
      "var.owned", "one", "property", "two",
      build: { parts in parts[1]?.concept.flatMap { pattern(parts[2], $0, parts[0], isNegated: false) } },
      split: { phrase, _ in
        variables(of: phrase, isNegated: false, isOwned).map {
          [.text($0.two), .concept($0.property), .text($0.one)]
        }
      }),
    Construction(
      "var.said", "one", "predicates",
      build: { parts in
        guard let one = parts[0]?.text, let predicates = parts[1]?.predicates else { return nil }
        // A single letter would be the name of nothing.
        guard predicates.allSatisfy({ ($0.value.concept?.label.count ?? 2) > 1 }) else { return nil }
        let conditions = predicates.compactMap(\.condition)
        return conditions.count == predicates.count ? .conditions(conditions.map { $0.about(.variable(one.lowercased())) }) : nil
      },
      split: { phrase, _ in
        guard let only = phrase.onlyCondition, case .variable(let one) = only.subject, let predicate = only.predicate else { return nil }
        return [.text(one.uppercased()), .predicates([predicate])]
      }),
    Construction(
      "rule.variables", "conditions", "head",
      build: { parts in
        guard let body = parts[0]?.conditions, let heads = parts[1]?.conditions else { return nil }
        var taught: [Taught] = []
        for head in heads {
          guard case .pattern(let head) = head, let teaching = teaching(head, body) else { return nil }
          taught.append(Taught(teaching))
        }
        return .taught(taught)
      },
      split: { phrase, _ in
        guard case .property(let trait) = phrase.teaching else {
          guard let rule = phrase.rule, rule.strength == .byDefault, rule.unless.isEmpty, !rule.body.isEmpty,
            (rule.body + [.pattern(rule.head)]).contains(where: \.relatesVariables)
          else { return nil }
          return [.conditions(rule.body), .conditions([.pattern(rule.head)])]
        }
        // “X is a parent of Y” says that Y has the parent X.
        let isTurned = isOwned(trait.property)
        func related(_ property: Concept, _ one: String, _ other: String) -> Condition {
          let (one, other) = isTurned ? (other, one) : (one, other)
          return .pattern(Pattern(.variable(one), property, .variable(other)))
        }
        switch trait.trait {
        case .transitive:
          let steps = [related(trait.property, "x", "y"), related(trait.property, "y", "z")]
          return [.conditions(steps), .conditions([related(trait.property, "x", "z")])]
        case .symmetric: return [.conditions([related(trait.property, "x", "y")]), .conditions([related(trait.property, "y", "x")])]
        case .inverse(let other): return [.conditions([related(trait.property, "x", "y")]), .conditions([related(other, "y", "x")])]
        case .single, .several, .complete, .range, .unit: return nil
        }
      }),
    Construction(
      "trait.complete", "property", build: { $0[0]?.concept.map { .taught([Taught(.property(PropertyTrait($0, .complete)))]) } },
      split: { phrase, _ in
        guard case .property(let trait) = phrase.teaching, trait.trait == .complete else { return nil }
        return [.concept(trait.property)]
      }),
    Construction(
      "trait.symmetric", "verb", build: { $0[0]?.concept.map { .taught([Taught(.property(PropertyTrait($0, .symmetric)))]) } },
      split: unsaid),
    Construction(
      "trait.inverse", "verb", "other",
      build: { parts in
        guard let verb = parts[0]?.concept, let other = parts[1]?.concept, verb != other else { return nil }
        return .taught([Taught(.property(PropertyTrait(verb, .inverse(of: other))))])
      }, split: unsaid),
  ]

  /// Said as “X is a … of Y”.
  private static let isOwned: @Sendable (Concept) -> Bool = { $0 != .contains && $0 != .isA && !AnyLanguage.isVerbal($0.label) }

  private static func between(
    _ name: String, isNegated: Bool, isSaid: @escaping @Sendable (Concept) -> Bool
  ) -> Construction {
    Construction(
      name, "one", "verb", "two",
      build: { parts in parts[1]?.concept.flatMap { pattern(parts[0], $0, parts[2], isNegated: isNegated) } },
      split: { phrase, _ in
        variables(of: phrase, isNegated: isNegated, isSaid).map { [.text($0.one), .concept($0.property), .text($0.two)] }
      })
  }

  private static func pattern(_ one: Phrase?, _ property: Concept, _ two: Phrase?, isNegated: Bool) -> Phrase? {
    guard let one = one?.text?.lowercased(), let two = two?.text?.lowercased(), one != two else { return nil }
    return .conditions([.pattern(Pattern(.variable(one), property, .variable(two), isNegated: isNegated))])
  }

  private static func variables(
    of phrase: Phrase, isNegated: Bool, _ isSaid: (Concept) -> Bool
  ) -> (one: String, property: Concept, two: String)? {
    guard case .pattern(let pattern)? = phrase.onlyCondition,
      case (.variable(let one), .variable(let two)) = (pattern.subject, pattern.object),
      pattern.isNegated == isNegated, isSaid(pattern.property)
    else { return nil }
    return (one.uppercased(), pattern.property, two.uppercased())
  }

  /// What follows for two things that stand so: a trait of the relation, or a rule. Nil where the head speaks of what no condition names.
  private static func teaching(_ head: Pattern, _ body: [Condition]) -> Teaching? {
    if let trait = trait(head, body) { return .property(trait) }
    var names: [String: String] = [:]
    func rename(_ term: Term) {
      guard case .variable(let name) = term, names[name] == nil else { return }
      names[name] = names.count < Self.variableNames.count ? Self.variableNames[names.count] : name
    }
    for term in isOwned(head.property) ? [head.object, head.subject] : [head.subject, head.object] { rename(term) }
    let isFounded = names.keys.allSatisfy { name in body.contains { $0.variables.contains(name) } }
    for condition in body { for name in condition.variables { rename(.variable(name)) } }
    guard isFounded, names.count <= Self.variableNames.count, case .pattern(let renamed) = Condition.pattern(head).renaming(names) else {
      return nil
    }
    return .rule(Rule(renamed, if: body.map { $0.renaming(names) }.withoutRepeats))
  }

  private static let variableNames = ["x", "y", "z", "w", "v", "u"]

  private static func trait(_ head: Pattern, _ body: [Condition]) -> PropertyTrait? {
    var patterns: [Pattern] = []
    for condition in body {
      guard case .pattern(let pattern) = condition, !pattern.isNegated, case .variable = pattern.subject, case .variable = pattern.object
      else {
        return nil
      }
      patterns.append(pattern)
    }
    guard !head.isNegated, case .variable = head.object, let first = patterns.first else { return nil }
    if patterns.count == 1, head.subject == first.object, head.object == first.subject {
      return PropertyTrait(first.property, head.property == first.property ? .symmetric : .inverse(of: head.property))
    }
    guard patterns.count == 2, let start = patterns.first(where: { $0.subject == head.subject }),
      let end = patterns.first(where: { $0.object == head.object }), start != end, start.object == end.subject,
      Set([start.property, end.property, head.property]).count == 1
    else { return nil }
    return PropertyTrait(head.property, .transitive)
  }
}

extension Condition {
  /// In the order in which they are said.
  var variables: [String] {
    var names: [String] = []
    if case .variable(let name) = subject { names.append(name) }
    if case .pattern(let pattern) = self, case .variable(let name) = pattern.object, !names.contains(name) { names.append(name) }
    return names
  }

  /// Whether it speaks of two things that may be any, or of another than the rule is about.
  var relatesVariables: Bool {
    if case .variable(let name) = subject, name != "x" { return true }
    if case .pattern(let pattern) = self, case .variable = pattern.object { return true }
    return false
  }

  func renaming(_ names: [String: String]) -> Condition {
    func renamed(_ term: Term) -> Term { if case .variable(let name) = term { .variable(names[name] ?? name) } else { term } }
    switch self {
    case .pattern(let pattern):
      return .pattern(Pattern(renamed(pattern.subject), pattern.property, renamed(pattern.object), isNegated: pattern.isNegated))
    case .measure(let subject, let property, let range): return .measure(renamed(subject), property, range)
    case .comparison: return self
    }
  }
}
