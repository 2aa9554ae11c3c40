internal import Lessons

/// Rules that are meant as what a kind is: where they fail, the answer is no.
extension Inquiry {
  /// A thing whose numbers are known to lie outside those of a classifying rule that is otherwise about it.
  ///
  /// “A food is low-GI if its GI is below 55” is meant as what low-GI is: with a GI of 89 the answer people expect is
  /// no, not “I do not know”.
  func failure(_ rule: CompiledRule, _ subject: Symbol, _ bindings: Bindings) -> Argument? {
    guard !rule.head.isNegated, isSame(rule.head.property, isA), let kind = rule.head.object.symbol,
      rule.body.contains(where: \.isNumeric)
    else { return nil }
    var (failed, met): ([Proof], [Proof]) = ([], [])
    for condition in rule.body {
      guard condition.subject == rule.head.subject else { return nil }
      if case .pattern(let pattern) = condition, !isBound(pattern.object, bindings) { return nil }
      let (verdict, premise) = answer(to: condition, bindings)
      if condition.isNumeric {
        if verdict.outcome == .no { failed += verdict.no.prefix(1) }
      } else if verdict.outcome == .yes, let premise {
        met.append(premise)
      } else {
        return nil
      }
    }
    guard !failed.isEmpty else { return nil }
    let claim = Claim(concept(subject), concept(rule.head.property), .concept(concept(kind)), isNegated: true)
    return Argument(
      proof: Proof(.claim(claim), .failsDefinition(rule.id), failed + met), scope: Scope(kinds: []), value: claim.value, isNegated: true,
      source: rule.slot, distance: 1)
  }

  /// No by definition: some rule for it fails, and none leaves it open.
  func failedDefinitions(_ hearings: [RuleHearing]) -> [Argument] {
    hearings.contains { $0.failure == nil && !$0.gaps.isEmpty } ? [] : hearings.compactMap(\.failure)
  }
}
