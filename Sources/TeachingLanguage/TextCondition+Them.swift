import Lessons

extension TextItem {
  /// “Them”, until it is known whom that names; no slot has this name.
  static let them = TextItem.slot(" them")

  fileprivate var slot: String? { if case .slot(let slot) = self, self != .them { slot } else { nil } }
}

extension TextCondition {
  /// Those it speaks of, as they come.
  var slotsInOrder: [String] {
    var named: [String] = []
    func add(_ items: [TextItem]) { for slot in items.compactMap(\.slot) where !named.contains(slot) { named.append(slot) } }
    visit(add)
    return named
  }

  /// Whether it is still open whom “them” names.
  var speaksOfThem: Bool {
    var isOpen = false
    visit { isOpen = isOpen || $0.contains(.them) }
    return isOpen
  }

  /// With “them” for the two slots named before; nil where there were not just two.
  func naming(them slots: [String]) -> TextCondition? {
    guard speaksOfThem else { return self }
    guard slots.count == 2 else { return nil }
    let (one, other) = (TextItem.slot(slots[0]), TextItem.slot(slots[1]))
    switch self {
    case .all(let conditions): return .all(conditions.compactMap { $0.naming(them: slots) })
    case .any(let conditions): return .any(conditions.compactMap { $0.naming(them: slots) })
    case .not(let condition): return condition.naming(them: slots).map { .not($0) }
    case .found(let finding):
      switch finding.place {
      case .between: return .found(TextFinding(finding.items, needed: finding.needed, in: .between(one, other)))
      case .beside(_, let side, let distance) where finding.items == [.them]:
        return .found(TextFinding(one, in: .beside(other, side, distance)))
      case .beside(_, let side, let distance):
        return .all([one, other].map { .found(TextFinding(finding.items, needed: finding.needed, in: .beside($0, side, distance))) })
      case .text, .within: return nil
      }
    case .counted(let counting):
      guard case .between = counting.place else { return nil }
      return .counted(TextCounting(counting.item, counting.times, in: .between(one, other)))
    case .compared, .shaped: return self
    }
  }

  private func visit(_ take: ([TextItem]) -> Void) {
    switch self {
    case .all(let conditions), .any(let conditions): for condition in conditions { condition.visit(take) }
    case .not(let condition): condition.visit(take)
    case .found(let finding):
      take(finding.items)
      take(finding.place.items)
    case .counted(let counting): take(counting.place.items)
    case .compared(let comparison): for part in [comparison.part] + comparison.others { take(part.items) }
    case .shaped(let part, _): take(part.items)
    }
  }
}
