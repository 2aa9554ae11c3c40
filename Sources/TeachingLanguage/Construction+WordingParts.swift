import Foundation
import Lessons

extension Construction {
  /// What is looked for in a text, and where.
  static let wordingParts = [
    item("item.phrase", "text", { $0.text.map { .phrase($0) } }) { if case .phrase(let phrase) = $0 { .text(phrase) } else { nil } },
    item("item.slot", "slot", { $0.text.map { .slot($0) } }) { if case .slot(let slot) = $0 { .text(slot) } else { nil } },
    item("item.mention", "concept", { $0.concept.flatMap(mention) }) {
      if case .mention(let concept) = $0 { .concept(concept) } else { nil }
    },
    item("item.shaped", "shape", { $0.textShape.map { .word($0) } }) {
      if case .word(let shape?) = $0 { .wording(.shape(shape)) } else { nil }
    },
    Construction(
      "item.word", build: { _ in .wording(.items([.word(nil)], needed: 1)) },
      split: { phrase, _ in phrase.textItem == .word(nil) ? [] : nil }),
    list("items.all", isWanted: { $0.needed == $0.all.count && $0.needed > 1 }) { $0 },
    list("items.any", isWanted: { $0.needed == 1 }) { _ in 1 },
    Construction(
      "items.some", "count", "items",
      build: { parts in
        guard let count = parts[0]?.countRange, count.most == nil || count.most == count.least, let items = parts[1]?.textItems,
          (1...items.all.count).contains(count.least)
        else { return nil }
        return .wording(.items(items.all, needed: count.least))
      },
      split: { phrase, _ in
        guard let items = phrase.textItems, items.needed > 1, items.needed < items.all.count else { return nil }
        return [.value(.quantity(Quantity(Decimal(items.needed)))), .wording(.items(items.all, needed: items.all.count))]
      }),
    Construction(
      "place.text", build: { _ in .place(.text) }, split: { phrase, _ in phrase.textPlace == .text ? [] : nil }),
    Construction(
      "place.within", "slots",
      build: { parts in places(at: parts[0]) { if case .slot(let slot) = $0 { .within(slot: slot) } else { nil } } },
      split: { phrase, _ in
        guard case .within(let slot)? = phrase.textPlace else { return nil }
        return [.wording(.items([.slot(slot)], needed: 1))]
      }),
    Construction("item.them", build: { _ in .wording(.items([TextItem.them], needed: 1)) }, split: unsaid),
    Construction(
      "place.betweenThem", "them", build: { _ in .place(.between(TextItem.them, TextItem.them)) }, split: unsaid),
    Construction(
      "place.between", "one", "other",
      build: { parts in
        guard let one = parts[0]?.textItem, let other = parts[1]?.textItem, one != other else { return nil }
        return .place(.between(one, other))
      },
      split: { phrase, _ in
        guard case .between(let one, let other)? = phrase.textPlace else { return nil }
        return [.wording(.items([one], needed: 1)), .wording(.items([other], needed: 1))]
      }),
    beside("place.before", .before, nextTo: false), beside("place.after", .after, nextTo: false),
    beside("place.near", .either, nextTo: false), beside("place.justBefore", .before, nextTo: true),
    beside("place.justAfter", .after, nextTo: true), beside("place.nextTo", .either, nextTo: true),
    Construction(
      "place.apart", "count",
      build: { parts in parts[0]?.countRange.map { .place(.beside(.word(nil), .either, $0)) } }, split: unsaid),
    count("count.atLeast", { CountRange(least: $0) }) { $0.most == nil ? $0.least : nil },
    count("count.above", { CountRange(least: $0 + 1) }) { _ in nil },
    count("count.atMost", { CountRange(least: 0, most: $0) }) { $0.least == 0 ? $0.most : nil },
    count("count.within", { CountRange(least: 1, most: $0) }) { $0.least == 1 ? $0.most : nil },
    count("count.below", { $0 > 0 ? CountRange(least: 0, most: $0 - 1) : nil }) { _ in nil },
    count("count.closer", { $0 > 1 ? CountRange(least: 1, most: $0 - 1) : nil }) { _ in nil },
    count("count.exactly", { CountRange(least: $0, most: $0) }) { $0.least == $0.most ? $0.least : nil },
    Construction(
      "count.between", "low", "high",
      build: { parts in
        guard let low = parts[0]?.countRange?.least, let high = parts[1]?.countRange?.least, low < high else { return nil }
        return .wording(.count(CountRange(least: low, most: high)))
      },
      split: { phrase, _ in
        guard let count = phrase.countRange, let most = count.most else { return nil }
        return [.value(.quantity(Quantity(Decimal(count.least)))), .value(.quantity(Quantity(Decimal(most))))]
      }),
    Construction(
      "number.one", build: { _ in .value(.quantity(Quantity(1))) }, split: { phrase, _ in phrase.quantity == Quantity(1) ? [] : nil }),
    part("part.text", .text), part("part.first", .firstWord(of: nil)), part("part.last", .lastWord(of: nil)),
    named("part.slot", { .slot($0) }) { if case .slot(let slot) = $0 { slot } else { nil } },
    named("part.phrase", { .phrase($0) }) { if case .phrase(let phrase) = $0 { phrase } else { nil } },
    named("part.firstOf", { .firstWord(of: $0) }) { if case .firstWord(let slot?) = $0 { slot } else { nil } },
    named("part.lastOf", { .lastWord(of: $0) }) { if case .lastWord(let slot?) = $0 { slot } else { nil } },
    Construction(
      "parts", "first", "rest",
      build: { parts in
        parts[0]?.textParts.map { .wording(.parts($0 + (parts[1]?.textParts ?? []))) }
      },
      split: { phrase, _ in
        guard let all = phrase.textParts, let first = all.first else { return nil }
        return [.wording(.parts([first])), all.count == 1 ? nil : .wording(.parts(Array(all.dropFirst())))]
      }),
    shape("shape.capitalised", .capitalised), shape("shape.capitals", .capitals), shape("shape.lowercase", .lowercase),
  ]

  /// “Words” are counted, and nothing that words mention.
  private static let mention: @Sendable (Concept) -> TextItem? = { concept in
    let last = concept.key.split(separator: " ").last ?? ""
    return ["word", "words", "token", "tokens", "palavra", "palavras", "palabra", "palabras"].contains(last) ? nil : .mention(concept)
  }

  private static func item(
    _ name: String, _ slot: String, _ make: @escaping @Sendable (Phrase) -> TextItem?,
    _ take: @escaping @Sendable (TextItem) -> Phrase?
  ) -> Construction {
    Construction(
      name, slot, build: { $0[0].flatMap(make).map { .wording(.items([$0], needed: 1)) } },
      split: { phrase, _ in phrase.textItem.flatMap(take).map { [$0] } })
  }

  /// - Parameter needed: how many of so many.
  private static func list(
    _ name: String, isWanted: @escaping @Sendable ((all: [TextItem], needed: Int)) -> Bool, needed: @escaping @Sendable (Int) -> Int
  ) -> Construction {
    Construction(
      name, "first", "rest",
      build: { parts in
        guard let first = parts[0]?.textItems?.all else { return nil }
        let all = first + (parts[1]?.textItems?.all ?? [])
        return .wording(.items(all, needed: needed(all.count)))
      },
      split: { phrase, _ in
        guard let items = phrase.textItems, let first = items.all.first, items.all.count == 1 || isWanted(items) else { return nil }
        let rest = Array(items.all.dropFirst())
        return [.wording(.items([first], needed: 1)), rest.isEmpty ? nil : .wording(.items(rest, needed: needed(rest.count)))]
      })
  }

  /// “After X and Y” is after each of them.
  private static func places(at anchors: Phrase?, _ place: (TextItem) -> TextPlace?) -> Phrase? {
    guard let anchors = anchors?.textItems else { return nil }
    let places = anchors.all.compactMap(place)
    return places.count == anchors.all.count ? .wording(.places(places, isAny: anchors.needed < anchors.all.count)) : nil
  }

  private static func beside(_ name: String, _ side: TextPlace.Side, nextTo: Bool) -> Construction {
    Construction(
      name, "count", "anchor",
      build: { parts in
        let distance = nextTo ? CountRange(least: 1, most: 1) : parts[0] == nil ? CountRange(least: 1) : parts[0]?.countRange
        return distance.flatMap { distance in places(at: parts[1]) { .beside($0, side, distance) } }
      },
      split: { phrase, _ in
        guard case .beside(let anchor, side, let distance)? = phrase.textPlace else { return nil }
        let anchored = Phrase.wording(.items([anchor], needed: 1))
        if nextTo { return distance == CountRange(least: 1, most: 1) ? [nil, anchored] : nil }
        return [distance == CountRange(least: 1) ? nil : .wording(.count(distance)), anchored]
      })
  }

  private static func count(
    _ name: String, _ make: @escaping @Sendable (Int) -> CountRange?, _ take: @escaping @Sendable (CountRange) -> Int?
  ) -> Construction {
    Construction(
      name, "number",
      build: { parts in
        guard let number = parts[0]?.countRange, number.least == number.most else { return nil }
        return make(number.least).map { .wording(.count($0)) }
      },
      split: { phrase, _ in phrase.countRange.flatMap(take).map { [.value(.quantity(Quantity(Decimal($0))))] } })
  }

  private static func part(_ name: String, _ part: TextPart) -> Construction {
    Construction(
      name, build: { _ in .wording(.parts([part])) }, split: { phrase, _ in phrase.textParts == [part] ? [] : nil })
  }

  private static func named(
    _ name: String, _ make: @escaping @Sendable (String) -> TextPart, _ take: @escaping @Sendable (TextPart) -> String?
  ) -> Construction {
    Construction(
      name, "name", build: { $0[0]?.text.map { .wording(.parts([make($0)])) } },
      split: { phrase, _ in
        guard let parts = phrase.textParts, parts.count == 1 else { return nil }
        return take(parts[0]).map { [.text($0)] }
      })
  }

  private static func shape(_ name: String, _ shape: TextShape) -> Construction {
    Construction(name, build: { _ in .wording(.shape(shape)) }, split: { phrase, _ in phrase.textShape == shape ? [] : nil })
  }
}
