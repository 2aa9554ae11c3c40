import Lessons

extension Construction {
  /// What the words of a text are like: “it contains "cake"”, “"wife" is between X and Y”.
  static let wording = [
    joinedConditions("text.any", { .any($0) }) { if case .any(let all) = $0 { all } else { nil } },
    joinedConditions("text.all", { .all($0) }) { if case .all(let all) = $0 { all } else { nil } },
    Construction(
      "text.group", "condition", build: { $0[0] },
      split: { phrase, _ in
        switch phrase.textCondition {
        case .all?, .any?: [phrase]
        default: nil
        }
      }),
    Construction(
      "text.not", "condition", build: { $0[0]?.textCondition.map { .condition(.not($0)) } },
      split: { phrase, _ in if case .not(let condition)? = phrase.textCondition { [.condition(condition)] } else { nil } }),
    found("text.mentions", "items") { parts in
      found(parts[0], .place(.text))
    } split: { finding in
      finding.place == .text ? [items(finding)] : nil
    },
    found("text.found", "items", "place") { parts in
      found(parts[0], parts[1])
    } split: { finding in
      [items(finding), .place(finding.place)]
    },
    Construction(
      "text.lacks", "items",
      build: { parts in found(parts[0], .place(.text), isNone: true).map { .condition(.not($0)) } },
      split: { phrase, _ in missing(phrase).flatMap { $0.place == .text ? [items($0)] : nil } }),
    Construction(
      "text.missing", "items", "place",
      build: { parts in found(parts[0], parts[1], isNone: true).map { .condition(.not($0)) } },
      split: { phrase, _ in missing(phrase).map { [items($0), .place($0.place)] } }),
    Construction(
      "text.butNot", "items", "others", "place",
      build: { parts in
        let place = parts[2] ?? .place(.text)
        guard let one = found(parts[0], place), let other = found(parts[1], place, isNone: true) else { return nil }
        return .condition(.all([one, .not(other)]))
      }, split: unsaid),
    Construction(
      "text.counted", "count", "item", "place",
      build: { parts in
        let place = parts[2] == nil ? .text : parts[2]?.textPlace
        guard let count = parts[0]?.countRange, let item = parts[1]?.textItem, let place else { return nil }
        return .condition(.counted(TextCounting(item, count, in: place)))
      },
      split: { phrase, _ in
        guard case .counted(let counting)? = phrase.textCondition else { return nil }
        return [
          .wording(.count(counting.times)), .wording(.items([counting.item], needed: 1)), .place(counting.place),
        ]
      }),
    Construction(
      "text.long", "parts", "count",
      build: { parts in
        guard let count = parts[1]?.countRange, let owners = parts[0]?.textParts else { return nil }
        let counted = owners.compactMap { owner -> TextCondition? in
          owner.place.map { .counted(TextCounting(.word(nil), count, in: $0)) }
        }
        return counted.count == owners.count ? any(counted).map { .condition($0) } : nil
      }, split: unsaid),
    Construction(
      "text.called", "slots", "owner", "items",
      build: { parts in
        guard let slots = parts[0]?.textItems, let items = parts[2]?.textItems else { return nil }
        let near = (slots.all + (parts[1]?.textItem.map { [$0] } ?? [])).map {
          TextCondition.found(
            TextFinding(items.all, needed: items.needed, in: .beside($0, .either, CountRange(least: 1, most: calledWordsMax))))
        }
        return .condition(near.count == 1 ? near[0] : .all(near))
      }, split: unsaid),
    Construction(
      "text.done", "one", "items", "other", "more",
      build: { parts in
        guard let one = parts[0]?.textItem, let other = parts[2]?.textItem, one != other, let items = parts[1]?.textItems else {
          return nil
        }
        let done = TextCondition.found(TextFinding(items.all, needed: items.needed, in: .between(one, other)))
        guard let more = parts[3]?.textItems else { return .condition(done) }
        return .condition(.all([done, .found(TextFinding(more.all, needed: more.needed, in: .text))]))
      }, split: unsaid),
    Construction(
      "text.near", "one", "other", "place",
      build: { parts in
        guard let one = parts[0]?.textItem, let other = parts[1]?.textItem, case .beside(_, let side, let distance)? = parts[2]?.textPlace,
          one != other
        else { return nil }
        return .condition(.found(TextFinding(one, in: .beside(other, side, distance))))
      }, split: unsaid),
    itself("text.opens", .begins), itself("text.closes", .ends),
    Construction(
      "text.nearThem", "place",
      build: { parts in
        guard case .beside(_, let side, let distance)? = parts[0]?.textPlace else { return nil }
        return .condition(.found(TextFinding(TextItem.them, in: .beside(TextItem.them, side, distance))))
      }, split: unsaid),
    ofKind("text.kind") { $0 }, ofKind("text.kindNot") { .not($0) },
    compared("text.is", .equals), compared("text.begins", .begins), compared("text.ends", .ends),
    Construction(
      "text.same", "one", "other",
      build: { parts in
        guard let one = parts[0]?.textParts?.first, let other = parts[1]?.textParts?.first, one != other else { return nil }
        return .condition(.compared(TextComparison(one, .equals, [other])))
      }, split: unsaid),
    Construction(
      "text.shaped", "part", "shape",
      build: { parts in
        guard let part = parts[0]?.textParts, let shape = parts[1]?.textShape else { return nil }
        return any(part.map { .shaped($0, shape) }).map { .condition($0) }
      },
      split: { phrase, _ in
        guard case .shaped(let part, let shape)? = phrase.textCondition else { return nil }
        return [.wording(.parts([part])), .wording(.shape(shape))]
      }),
    // Where the whole text is left out, as in “porque está em maiúsculas”.
    Construction(
      "text.shapedWhole", "shape", build: { $0[0]?.textShape.map { .condition(.shaped(.text, $0)) } }, split: unsaid),
  ]

  /// What somebody is called stands by the name, if not always beside it.
  private static let calledWordsMax = 10

  private static func items(_ finding: TextFinding) -> Phrase { .wording(.items(finding.items, needed: finding.needed)) }

  private static func missing(_ phrase: Phrase) -> TextFinding? {
    guard case .not(.found(let finding))? = phrase.textCondition, finding.needed == 1 else { return nil }
    return finding
  }

  /// - Parameter isNone: of “"a" and "b" do not occur” neither does.
  private static func found(_ items: Phrase?, _ places: Phrase?, isNone: Bool = false) -> TextCondition? {
    guard let items = items?.textItems, let places = places?.textPlaces else { return nil }
    guard !isNone || items.needed == 1 || items.needed == items.all.count else { return nil }
    let found = places.all.map { TextCondition.found(TextFinding(items.all, needed: isNone ? 1 : items.needed, in: $0)) }
    return found.count == 1 ? found[0] : places.isAny || isNone ? .any(found) : .all(found)
  }

  private static func found(
    _ name: String, _ slots: String..., build: @escaping @Sendable ([Phrase?]) -> TextCondition?,
    split: @escaping @Sendable (TextFinding) -> [Phrase?]?
  ) -> Construction {
    Construction(
      name, slots: slots, build: { parts in build(parts).map { .condition($0) } },
      split: { phrase, _ in if case .found(let finding)? = phrase.textCondition { split(finding) } else { nil } })
  }

  /// “X is a person” where a person is named in it.
  private static func ofKind(_ name: String, _ make: @escaping @Sendable (TextCondition) -> TextCondition) -> Construction {
    Construction(
      name, "slots", "concept",
      build: { parts in
        guard let slots = parts[0]?.textItems, let concept = parts[1]?.concept else { return nil }
        let named = slots.all.compactMap { slot -> TextCondition? in
          if case .slot(let name) = slot { make(.found(TextFinding(.mention(concept), in: .within(slot: name)))) } else { nil }
        }
        return named.count == 1 ? .condition(named[0]) : .condition(slots.needed == 1 ? .any(named) : .all(named))
      }, split: unsaid)
  }

  /// One is itself.
  static func any(_ conditions: [TextCondition]) -> TextCondition? {
    conditions.count > 1 ? .any(conditions) : conditions.first
  }

  private static func compared(_ name: String, _ relation: TextComparison.Relation) -> Construction {
    Construction(
      name, "parts", "others",
      build: { parts in
        guard let owners = parts[0]?.textParts, let others = parts[1]?.textParts else { return nil }
        return any(owners.map { .compared(TextComparison($0, relation, others)) }).map { .condition($0) }
      },
      split: { phrase, _ in
        guard case .compared(let comparison)? = phrase.textCondition, comparison.relation == relation else { return nil }
        return [.wording(.parts([comparison.part])), .wording(.parts(comparison.others))]
      })
  }

  /// The same of the text as a whole.
  private static func itself(_ name: String, _ relation: TextComparison.Relation) -> Construction {
    Construction(
      name, "others",
      build: { $0[0]?.textParts.map { .condition(.compared(TextComparison(.text, relation, $0))) } }, split: unsaid)
  }

  private static func joinedConditions(
    _ name: String, _ make: @escaping @Sendable ([TextCondition]) -> TextCondition,
    _ take: @escaping @Sendable (TextCondition) -> [TextCondition]?
  ) -> Construction {
    Construction(
      name, "first", "rest",
      build: { parts in
        guard let first = parts[0]?.textCondition else { return nil }
        guard let later = parts[1]?.textCondition else { return .condition(first) }
        // Whom “them” names may have been said still earlier.
        let slots = first.slotsInOrder
        guard let rest = slots.isEmpty ? later : later.naming(them: slots) else { return nil }
        return .condition(make([first] + (take(rest) ?? [rest])))
      },
      split: { phrase, _ in
        guard let condition = phrase.textCondition else { return nil }
        guard let all = take(condition), all.count > 1 else { return [phrase, nil] }
        let rest = Array(all.dropFirst())
        return [.condition(all[0]), .condition(rest.count == 1 ? rest[0] : make(rest))]
      })
  }
}

extension TextPart {
  fileprivate var place: TextPlace? {
    switch self {
    case .text: .text
    case .slot(let slot): .within(slot: slot)
    case .phrase, .firstWord, .lastWord: nil
    }
  }
}
