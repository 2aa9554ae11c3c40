internal import Lessons

/// A concept by number: what indexes are keyed by, since numbers compare in one instruction and cost four bytes.
typealias Symbol = UInt32

/// The numbers of all concepts that some lesson names, and how each is written.
///
/// Teachers write one concept in several ways (“GI”, “gi”). The label shown is the one most lessons use, the
/// smallest of equals, so it depends on the lessons held and never on the order in which they came. A concept that
/// no lesson names any more gives its number back.
struct Symbols: Sendable {
  /// No concept.
  static let none: Symbol = 0

  private struct Entry {
    var concept: Concept
    /// How many mentions write it as `concept.label`.
    var count: Int
  }

  private var numbers: [String: Symbol] = [:]
  private var entries: [Entry] = [Entry(concept: "", count: 0)]
  /// Labels other than the one shown, with their counts: only for concepts written in more than one way.
  private var others: [Symbol: [String: Int]] = [:]
  private var free: [Symbol] = []

  var all: some Collection<Symbol> { numbers.values }

  func number(of concept: Concept) -> Symbol? { numbers[concept.key] }

  subscript(_ symbol: Symbol) -> Concept { entries[Int(symbol)].concept }

  mutating func retain(_ concept: Concept) -> Symbol {
    guard let symbol = numbers[concept.key] else {
      let symbol: Symbol
      if let reused = free.popLast() {
        symbol = reused
        entries[Int(symbol)] = Entry(concept: concept, count: 1)
      } else {
        symbol = Symbol(entries.count)
        entries.append(Entry(concept: concept, count: 1))
      }
      numbers[concept.key] = symbol
      return symbol
    }
    if entries[Int(symbol)].concept.label == concept.label {
      entries[Int(symbol)].count += 1
    } else {
      others[symbol, default: [:]][concept.label, default: 0] += 1
      showCommonestLabel(of: symbol)
    }
    return symbol
  }

  /// Takes back one mention. The concept must be held as it was retained, label and all.
  mutating func release(_ concept: Concept) {
    guard let symbol = numbers[concept.key] else { return }
    if entries[Int(symbol)].concept.label == concept.label {
      entries[Int(symbol)].count -= 1
    } else if let count = others[symbol]?[concept.label] {
      others[symbol]?[concept.label] = count > 1 ? count - 1 : nil
    }
    if others[symbol] != nil { showCommonestLabel(of: symbol) }
    guard entries[Int(symbol)].count == 0 else { return }
    numbers[concept.key] = nil
    entries[Int(symbol)] = entries[0]
    free.append(symbol)
  }

  private mutating func showCommonestLabel(of symbol: Symbol) {
    var counts = others[symbol] ?? [:]
    let shown = entries[Int(symbol)]
    if shown.count > 0 { counts[shown.concept.label] = shown.count }
    guard let best = counts.min(by: { ($1.value, $0.key) < ($0.value, $1.key) }) else { return }
    entries[Int(symbol)] = Entry(concept: Concept(best.key), count: best.value)
    counts[best.key] = nil
    others[symbol] = counts.isEmpty ? nil : counts
  }
}
