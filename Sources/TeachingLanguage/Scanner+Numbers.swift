import Foundation
import Lessons
import Understanding

// Foundation has a unit of its own.
private typealias Unit = Lessons.Unit

/// Numbers in digits and words, with units.
extension Scanner {
  /// A number and, where one follows, its unit; each possible end once.
  func quantities(at start: Int) -> [Item] {
    if let currency = Self.currencies[words[start].normal] {
      return numbers(at: start + 1).flatMap { number -> [Item] in
        let plain = item(Quantity(number.amount, currency), number.end, number.cost, number.slips)
        return [plain] + denominated(number, currency, at: number.end, cost: number.cost)
      }
    }
    if isWord(start, .indefinite) {
      // “a cup”
      let measures = units(at: start + 1).filter { UnitTable.byCode[$0.unit.code]?.isWord == true }
      if !measures.isEmpty { return measures.map { item(Quantity(1, $0.unit), $0.end, 0.1, []) } }
    }
    return numbers(at: start).flatMap { number -> [Item] in
      var items = [item(Quantity(number.amount), number.end, number.cost, number.slips)]
      for unit in units(at: number.end) {
        let cost = number.cost + unit.cost
        items.append(item(Quantity(number.amount, unit.unit), unit.end, cost, number.slips))
        items += denominated(number, unit.unit, at: unit.end, cost: cost)
      }
      return items + denominated(number, .none, at: number.end, cost: number.cost)
    }
  }

  private func item(_ quantity: Quantity, _ end: Int, _ cost: Double, _ slips: [Slip]) -> Item {
    Item(end: end, phrase: .value(.quantity(quantity)), cost: cost, slips: slips)
  }

  /// “per 100 g”, “/dL”
  private func denominated(_ number: Numeral, _ unit: Unit, at position: Int, cost: Double) -> [Item] {
    let isArticle = isWord(position, .indefinite)
    // “al mes” is “a el mes”.
    let isContracted = position < words.count && words[position].contracted.map { functionWords.contains($0, in: .per) } == true
    guard isWord(position, .per) || isContracted || isWord(position, "/") || (isArticle && unit != .none) else { return [] }
    return denominators(at: position + (isContracted ? 2 : 1)).compactMap { below in
      guard let quantity = below.phrase.quantity else { return nil }
      // “200 mg a day”, but not “5 g a banana”.
      if isArticle, !["d", "wk", "mo", "a", "h"].contains(quantity.unit.code) { return nil }
      return item(Quantity(number.amount, Unit(unit, per: quantity.amount, quantity.unit)), below.end, cost + below.cost, number.slips)
    }
  }

  func denominators(at start: Int) -> [Item] {
    guard start < words.count else { return [] }
    var items = units(at: start).map { item(Quantity(1, $0.unit), $0.end, $0.cost, []) }
    for number in numbers(at: start) {
      items += units(at: number.end).map { item(Quantity(number.amount, $0.unit), $0.end, number.cost + $0.cost, number.slips) }
    }
    return items
  }

  // MARK: Units

  /// Whether the word is a unit or a currency.
  func isUnit(_ position: Int) -> Bool {
    Self.currencies[words[position].normal] != nil || grammar.unitsByName[words[position].normal] != nil
  }

  /// A unit without a number, as the quantity of one.
  func bareUnits(at start: Int) -> [Item] {
    units(at: start).flatMap { unit -> [Item] in
      let one = Numeral(amount: 1, end: unit.end)
      return [item(Quantity(1, unit.unit), unit.end, unit.cost, [])] + denominated(one, unit.unit, at: unit.end, cost: unit.cost)
    }
  }

  private static let currencies: [String: Unit] = [
    "€": Unit(code: "EUR"), "$": Unit(code: "USD"), "£": Unit(code: "GBP"), "eur": Unit(code: "EUR"), "usd": Unit(code: "USD"),
    "gbp": Unit(code: "GBP"), "chf": Unit(code: "CHF"), "brl": Unit(code: "BRL"),
  ]

  private func units(at start: Int) -> [(unit: Unit, end: Int, cost: Double)] {
    guard start < words.count else { return [] }
    var joined = ""
    var spaced = ""
    var found: [(unit: Unit, end: Int, cost: Double)] = []
    for end in start + 1..<min(start + 4, words.count + 1) {
      let word = words[end - 1]
      joined += word.written
      spaced += (spaced.isEmpty || !word.followsSpace ? "" : " ") + word.written
      for name in [joined, joined.lowercased(), spaced, spaced.lowercased()] {
        // A year's code is also an article.
        guard name.lowercased() != "a", let unit = grammar.unitsByName[name] ?? Self.moreUnits[name] else { continue }
        found.append((unit, end, 0))
        break
      }
    }
    if found.isEmpty, let unknown = unknownUnit(at: start) { found.append(unknown) }
    return found
  }

  private static let moreUnits: [String: Unit] = ["mcg": Unit(code: "ug"), "mmhg": Unit(code: "mm[Hg]"), "£": Unit(code: "GBP")]

  /// “2 tablets”: a word nobody has taught is taken for a unit of its own.
  private func unknownUnit(at start: Int) -> (unit: Unit, end: Int, cost: Double)? {
    let word = words[start]
    // “200 Public Square” is an address.
    guard word.kind == .word, word.written == word.normal || start > 1, !grammar.reserved.contains(word.normal),
      grammar.symbols[word.normal] == nil, word.normal.utf8.count > 2,
      word.normal.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
    else { return nil }
    let singular = morphology.singulars(of: word.normal).first ?? word.normal
    guard !vocabulary.knows(word: word.normal), !morphology.bases(of: word.normal).contains(where: { vocabulary.knows(word: $0.form) })
    else { return nil }
    return (Unit(code: singular), start + 1, 1)
  }

  // MARK: Numerals

  struct Numeral {
    var amount: Decimal
    var end: Int
    var cost = 0.0
    var slips: [Slip] = []
  }

  func numbers(at start: Int) -> [Numeral] {
    guard start < words.count else { return [] }
    if isWord(start, "-") || isWord(start, .minus), start + 1 < words.count, words[start + 1].kind == .number {
      guard isWord(start, .minus) || !words[start + 1].followsSpace else { return [] }
      return unsigned(at: start + 1).map { Numeral(amount: -$0.amount, end: $0.end, cost: $0.cost, slips: $0.slips) }
    }
    return unsigned(at: start)
  }

  /// “0731” and “2044-9173” name something and count nothing.
  func isCode(_ start: Int) -> Bool {
    let digits = words[start].normal
    guard !(digits.first == "0" && digits.count > 1 && digits.dropFirst().first?.isNumber == true) else { return true }
    func isJoined(_ dash: Int, to other: Int) -> Bool {
      guard words.indices.contains(dash), words.indices.contains(other), words[dash].normal == "-", words[other].kind == .number else {
        return false
      }
      return digits.count >= 4 && words[other].normal.count >= 4 && !words[max(dash, other)].followsSpace
        && !words[max(dash, start)].followsSpace
        && !(Self.isYear(digits) && Self.isYear(words[other].normal))
    }
    return isJoined(start + 1, to: start + 2) || isJoined(start - 1, to: start - 2)
  }

  private static func isYear(_ digits: String) -> Bool { Int(digits).map { (1000...2100).contains($0) } ?? false }

  private func unsigned(at start: Int) -> [Numeral] {
    let word = words[start]
    guard word.kind == .number else { return numerals(at: start) }
    let readings = morphology.numbers(in: word.normal)
    guard let amount = readings.first?.number, !isCode(start) else { return [] }
    var found = readings.map { Numeral(amount: $0.number, end: start + 1, cost: $0.cost) }
    // “1.234” is how others write 1,234.
    if !morphology.hasDecimalComma, let thousands = Self.thousands(word.written) {
      found.append(Numeral(amount: thousands, end: start + 1, cost: 0.5, slips: [Slip(word: start, readAs: thousands.plain)]))
    }
    if !morphology.hasDecimalComma, isWord(start + 1, ","), start + 2 < words.count, words[start + 2].kind == .number,
      !words[start + 1].followsSpace, !words[start + 2].followsSpace,
      let decimal = Decimal(plain: "\(word.normal).\(words[start + 2].normal)")
    {
      // “4,5” is how others write 4.5.
      found = [Numeral(amount: decimal, end: start + 3, cost: 1, slips: [Slip(word: start, readAs: decimal.plain)])]
    }
    if isWord(start + 1, "/"), start + 2 < words.count, !words[start + 1].followsSpace, !words[start + 2].followsSpace,
      let below = Decimal(plain: words[start + 2].normal), [2, 4, 5, 8].contains(below)
    {
      found.append(Numeral(amount: amount / below, end: start + 3))
    }
    if start + 1 < words.count, let factor = functionWords.scales[words[start + 1].normal] {
      found.append(Numeral(amount: amount * factor, end: start + 2))
    }
    return found
  }

  /// One to three digits, a point, and three digits; nil for anything else.
  private static func thousands(_ written: String) -> Decimal? {
    let parts = written.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 3, (1...3).contains(parts[0].count), parts[0].first != "0" else { return nil }
    return Decimal(plain: parts.joined())
  }

  private static let half = Decimal(5) / 10

  /// “twenty-five”, “a dozen”, “two and a half”, “three hundred”
  private func numerals(at start: Int) -> [Numeral] {
    let word = words[start].normal
    if isWord(start, .indefinite), start + 1 < words.count, let scale = functionWords.scales[words[start + 1].normal] {
      return [Numeral(amount: scale, end: start + 2)]
    }
    if isWord(start, .half), isWord(start + 1, .indefinite) { return [Numeral(amount: Self.half, end: start + 2)] }
    var amount: Decimal
    var end = start + 1
    if let ten = functionWords.tens[word] {
      amount = ten
      var next = end
      if isWord(next, "-") { next += 1 }
      if next < words.count, let one = functionWords.few[words[next].normal], one >= 1, one < 10 {
        amount += one
        end = next + 1
      }
    } else if let few = functionWords.few[word] ?? functionWords.fractions[word] {
      amount = few
    } else {
      return []
    }
    if end < words.count, let scale = functionWords.scales[words[end].normal] {
      amount *= scale
      end += 1
    }
    // “one” mostly counts nothing: “a food has one glycemic index”.
    var found = [Numeral(amount: amount, end: end, cost: amount == 1 ? 2.5 : 0)]
    if isWord(end, .and), isWord(end + 1, .indefinite), isWord(end + 2, .half) {
      found.append(Numeral(amount: amount + Self.half, end: end + 3))
    }
    return found
  }
}
