import Lessons

/// What one stretch of words was read as, and from what.
struct Item {
  var start = 0
  let end: Int
  let phrase: Phrase
  let cost: Double
  /// The parts, in order, as places in the chart.
  var children: [Int32] = []
  var slips: [Slip] = []
  /// Whether it was read by a pattern that is seldom meant: what is read so is read back.
  var isRare = false
  /// For a name: as what it is used, and whether nobody has taught it.
  var name: (role: Role, isNew: Bool)?
}

/// All that can be read in one sentence, from the grammar's patterns and the sentence's words.
///
/// Works from a category down to its words and keeps what it found for every category and place, so that nothing is
/// read twice. Of each stretch and category only the cheapest readings are kept, and their number in a sentence is
/// limited, so any input ends in bounded time.
///
/// Source: Norvig (1991), techniques for automatic memoization with applications to context-free parsing; weights add
/// up as in Knuth (1977).
struct Chart {
  static let wordsMax = 60
  static let itemsPerCellMax = 12
  static let itemsMax = 3000
  static let stepsMax = 400_000
  static let costMax = 14.0

  let grammar: Grammar
  var scanner: Scanner
  private(set) var items: [Item] = []
  /// Whether a limit was met, so that not all readings were seen.
  private(set) var isCut = false
  private var steps = 0
  private var found: [Int: [Int32]] = [:]
  private let stride: Int

  init(grammar: Grammar, scanner: Scanner) {
    self.grammar = grammar
    self.scanner = scanner
    self.stride = scanner.words.count + 1
  }

  /// Everything that the category can be from there on, cheapest first.
  mutating func read(_ category: Int, at start: Int) -> [Int32] {
    let key = category * stride + start
    if let known = found[key] { return known }
    found[key] = []
    var cell = Cell()
    if let terminal = grammar.terminals[category] {
      for item in scanner.items(terminal, at: start) { cell.add(item) }
    }
    if !grammar.rulesByCategory[category].isEmpty {
      var path = Path()
      walk(grammar.tries[category], node: 0, at: start, &path, &cell)
    }
    var kept: [Int32] = []
    for item in cell.best(limit: Self.itemsPerCellMax) {
      guard items.count < Self.itemsMax else {
        isCut = true
        break
      }
      kept.append(Int32(items.count))
      items.append(item)
      items[items.count - 1].start = start
    }
    found[key] = kept
    return kept
  }

  /// Whether the whole sentence is of that category.
  mutating func isAll(_ name: String) -> Bool {
    guard let category = grammar.category(named: name) else { return false }
    return read(category, at: 0).contains { items[Int($0)].end == scanner.words.count }
  }

  /// Above this cost a pattern for what something has is seldom meant, and so is a list without “and”.
  static let rareCostMin = 0.8

  /// Whether some part of it was read by a pattern that is seldom meant.
  func isRare(_ index: Int32) -> Bool {
    let item = items[Int(index)]
    return item.isRare || item.children.contains(where: isRare)
  }

  /// Whether some name in it was read with more letters off than that.
  func hasSlips(_ index: Int32, above limit: Int) -> Bool {
    let item = items[Int(index)]
    return item.slips.contains { $0.edits > limit } || item.children.contains { hasSlips($0, above: limit) }
  }

  /// What was read on the way through a pattern.
  private struct Path {
    var cost = 0.0
    var children: [Int32] = []
    var slips: [Slip] = []
  }

  private mutating func walk(_ trie: Trie, node: Int, at position: Int, _ path: inout Path, _ cell: inout Cell) {
    steps += 1
    guard steps < Self.stepsMax else {
      isCut = true
      return
    }
    for end in trie.nodes[node].ends { complete(end, at: position, path, &cell) }
    guard position < scanner.words.count else { return }
    if !trie.nodes[node].words.isEmpty {
      for reading in scanner.grammarWords(at: position) {
        guard let next = trie.nodes[node].words[reading.symbol] else { continue }
        path.cost += reading.cost
        if reading.cost > 0 { path.slips.append(Slip(word: position, readAs: grammar.words[reading.symbol])) }
        walk(trie, node: next, at: position + 1, &path, &cell)
        if reading.cost > 0 { path.slips.removeLast() }
        path.cost -= reading.cost
      }
    }
    for (category, next) in trie.nodes[node].slots {
      for item in read(category, at: position) {
        let cost = items[Int(item)].cost
        guard path.cost + cost <= Self.costMax else { continue }
        path.cost += cost
        path.children.append(item)
        walk(trie, node: next, at: items[Int(item)].end, &path, &cell)
        path.children.removeLast()
        path.cost -= cost
      }
    }
  }

  private func complete(_ end: Trie.End, at position: Int, _ path: Path, _ cell: inout Cell) {
    let construction = grammar.rules[end.rule].construction
    var parts: [Phrase?] = Array(repeating: nil, count: construction.slots.count)
    for (slot, child) in zip(end.slots, path.children) {
      if let slot { parts[slot] = items[Int(child)].phrase }
    }
    for phrase in construction.build(parts, grammar) {
      var item = Item(end: position, phrase: phrase, cost: path.cost + end.cost, children: path.children, slips: path.slips)
      item.isRare = end.cost > Self.rareCostMin && ["attribute", "list", "role", "counted.things"].contains(construction.name)
      cell.add(item)
    }
  }
}

/// The readings of one category at one place, while they are being found.
private struct Cell {
  private struct Key: Hashable {
    let end: Int
    let phrase: Phrase
  }

  private var items: [Item] = []
  private var places: [Key: Int] = [:]

  /// Keeps the cheaper of two readings with the same meaning.
  mutating func add(_ item: Item) {
    let key = Key(end: item.end, phrase: item.phrase)
    if let place = places[key] {
      if item.cost < items[place].cost { items[place] = item }
    } else {
      places[key] = items.count
      items.append(item)
    }
  }

  func best(limit: Int) -> [Item] {
    let order = items.indices.sorted { (items[$0].cost, $0) < (items[$1].cost, $1) }
    var counts: [Int: Int] = [:]
    return order.compactMap { index in
      let end = items[index].end
      guard counts[end, default: 0] < limit else { return nil }
      counts[end, default: 0] += 1
      return items[index]
    }
  }
}
