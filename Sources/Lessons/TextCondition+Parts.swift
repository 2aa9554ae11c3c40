extension TextCondition {
  /// What is looked for, and what it stands beside.
  private var items: [TextItem] {
    switch self {
    case .all(let conditions), .any(let conditions): conditions.flatMap(\.items)
    case .not(let condition): condition.items
    case .found(let finding): finding.items + finding.place.items
    case .counted(let counting): [counting.item] + counting.place.items
    case .compared(let comparison): ([comparison.part] + comparison.others).flatMap(\.items)
    case .shaped(let part, _): part.items
    }
  }

  /// The concepts that are looked for by name.
  public var mentioned: [Concept] { items.compactMap { if case .mention(let concept) = $0 { concept } else { nil } } }

  public var slots: Set<String> { Set(items.compactMap { if case .slot(let slot) = $0 { slot } else { nil } }) }

  /// Whether the words alone do not tell.
  public var needsMentions: Bool { !mentioned.isEmpty || !slots.isEmpty }

  /// Whether it speaks of no X that someone would have to mark in a text.
  public var isSelfContained: Bool { slots.allSatisfy { $0.count > 1 } }
}

extension TextPlace {
  public var items: [TextItem] {
    switch self {
    case .text: []
    case .within(let slot): [.slot(slot)]
    case .beside(let item, _, _): [item]
    case .between(let one, let other): [one, other]
    }
  }
}

extension TextPart {
  public var items: [TextItem] {
    switch self {
    case .slot(let slot), .firstWord(let slot?), .lastWord(let slot?): [.slot(slot)]
    case .text, .phrase, .firstWord(nil), .lastWord(nil): []
    }
  }
}
