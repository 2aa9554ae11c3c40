import Lessons
import Understanding

/// Days, months and years.
extension Scanner {
  func periods(at start: Int) -> [Item] {
    var items: [Item] = []
    func add(_ from: Day?, _ until: Day?, _ end: Int, cost: Double = 0) {
      guard let from, let until else { return }
      items.append(Item(end: end, phrase: .period(Period(from: from, until: until)), cost: cost))
    }
    func whole(month: Int, _ year: Int, _ end: Int) {
      add(Day(year: year, month: month, day: 1), Day(year: year, month: month, day: Day.length(ofMonth: month, in: year)), end)
    }
    func day(_ year: Int, _ month: Int, _ day: Int, _ end: Int, cost: Double = 0) {
      let day = Day(year: year, month: month, day: day)
      add(day, day, end, cost: cost)
    }

    if let year = year(at: start) {
      if isWord(start + 1, "-"), isWord(start + 3, "-"), let month = integer(at: start + 2), let date = integer(at: start + 4) {
        day(year, month, date, start + 5)
      }
      add(Day(year: year, month: 1, day: 1), Day(year: year, month: 12, day: 31), start + 1)
      // “2014-15”, “2014/15”
      if isWord(start + 1, "-") || isWord(start + 1, "/") || isWord(start + 1, "–"), !isWord(start + 3, "-"), start + 2 < words.count,
        !words[start + 2].followsSpace, integer(at: start + 2) == (year + 1) % 100 || self.year(at: start + 2) == year + 1
      {
        add(Day(year: year, month: 1, day: 1), Day(year: year + 1, month: 12, day: 31), start + 3)
      }
    }
    // “the 21st of July 1998”
    let first = isWord(start, .definite) && (isWord(start + 2, .ordinal) || isWord(start + 2, .of)) ? start + 1 : start
    if let date = integer(at: first), (1...31).contains(date) {
      var next = first + 1
      if isWord(next, .ordinal) { next += 1 }
      if isWord(next, .of) { next += 1 }
      if let month = month(at: next) {
        let after = isWord(next + 1, ",") || isWord(next + 1, .of) ? next + 2 : next + 1
        if let year = year(at: after) { day(year, month, date, after + 1) }
      }
      // Written with signs, the day comes first or the month does: two readings where both are days.
      for sign in ["/", "."] where first == start && isWord(start + 1, sign) && isWord(start + 3, sign) {
        if let second = integer(at: start + 2), let year = year(at: start + 4) {
          day(year, second, date, start + 5)
          if date != second { day(year, date, second, start + 5) }
        }
      }
    }
    // “February the 27th, 1987”
    if let month = month(at: start), isWord(start + 1, .definite), let date = integer(at: start + 2), (1...31).contains(date),
      isWord(start + 3, .ordinal), let year = year(at: isWord(start + 4, ",") ? start + 5 : start + 4)
    {
      day(year, month, date, isWord(start + 4, ",") ? start + 6 : start + 5)
    }
    if let month = month(at: start) {
      let next = isWord(start + 1, ",") || isWord(start + 1, .of) ? start + 2 : start + 1
      if let year = year(at: next) { whole(month: month, year, next + 1) }
      // “from May to June 2024”: the year is said once.
      if self.month(at: start + 2) != nil, let year = year(at: start + 3), words[start + 1].kind == .word || isWord(start + 1, "-") {
        whole(month: month, year, start + 1)
      }
      if let date = integer(at: start + 1), (1...31).contains(date) {
        var after = start + 2
        if isWord(after, .ordinal) { after += 1 }
        if isWord(after, ",") { after += 1 }
        if let year = year(at: after) { day(year, month, date, after + 1) }
      }
    }
    relative(at: start, add)
    return items
  }

  private func relative(at start: Int, _ add: (Day?, Day?, Int, Double) -> Void) {
    guard let today = context.today else { return }
    if isWord(start, .today) { add(today, today, start + 1, 0) }
    if isWord(start, .yesterday) { add(today.previous, today.previous, start + 1, 0) }
    let steps: [(FunctionWords.List, Int)] = [(.last, -1), (.this, 0), (.next, 1)]
    guard let step = steps.first(where: { isWord(start, $0.0) })?.1 else { return }
    if isWord(start + 1, .year) {
      let year = today.year + step
      add(Day(year: year, month: 1, day: 1), Day(year: year, month: 12, day: 31), start + 2, 0)
    } else if isWord(start + 1, .monthWord) {
      let months = today.year * 12 + today.month - 1 + step
      let (year, month) = (months / 12, months % 12 + 1)
      add(Day(year: year, month: month, day: 1), Day(year: year, month: month, day: Day.length(ofMonth: month, in: year)), start + 2, 0)
    }
  }

  private func integer(at position: Int) -> Int? {
    guard position < words.count, words[position].kind == .number, words[position].normal.utf8.count <= 2 else { return nil }
    return Int(words[position].normal)
  }

  private func year(at position: Int) -> Int? {
    guard position < words.count, words[position].kind == .number, words[position].written.utf8.count == 4 else { return nil }
    return Int(words[position].normal).flatMap { (1000...2999).contains($0) ? $0 : nil }
  }

  func month(at position: Int) -> Int? {
    guard position < words.count else { return nil }
    let word = words[position].normal
    return functionWords[.month].firstIndex { month in
      month.lowercased() == word || (word.utf8.count >= 3 && word.utf8.count <= 4 && month.lowercased().hasPrefix(word))
    }
    .map { $0 + 1 }
  }
}

extension Day {
  /// The day before; nil before the first.
  var previous: Day? {
    if day > 1 { return Day(year: year, month: month, day: day - 1) }
    if month > 1 { return Day(year: year, month: month - 1, day: Self.length(ofMonth: month - 1, in: year)) }
    return Day(year: year - 1, month: 12, day: 31)
  }

  /// The day after; nil after the last.
  var next: Day? {
    Day(year: year, month: month, day: day + 1) ?? Day(year: year, month: month + 1, day: 1) ?? Day(year: year + 1, month: 1, day: 1)
  }
}
