import Lessons

extension Construction {
  /// Times as values: “the due date of the report is 3 March 2024”, “Ana was born in 1950”, “before 2020”.
  static let dating = [
    Construction(
      "date.value", "period", build: { $0[0]?.period.flatMap(time).map { .value($0) } },
      split: { phrase, _ in phrase.time.map { [.period($0)] } }),
    bound("date.before", { period in period.from.map { .init(lower: nil, upper: .init($0.number, isIncluded: false), unit: .date) } }) {
      $0.lower == nil && $0.upper?.isIncluded == false ? $0.upper : nil
    },
    bound("date.until", { period in period.until.map { .init(lower: nil, upper: .init($0.number), unit: .date) } }) {
      $0.lower == nil && $0.upper?.isIncluded == true ? $0.upper : nil
    },
    bound("date.after", { period in period.until.map { .init(lower: .init($0.number, isIncluded: false), upper: nil, unit: .date) } }) {
      $0.upper == nil && $0.lower?.isIncluded == false ? $0.lower : nil
    },
    bound("date.since", { period in period.from.map { .init(lower: .init($0.number), upper: nil, unit: .date) } }) {
      $0.upper == nil && $0.lower?.isIncluded == true ? $0.lower : nil
    },
    Construction(
      "date.between", "from", "to",
      build: { parts in
        guard let from = parts[0]?.period?.from, let until = parts[1]?.period?.until, from < until else { return nil }
        return .value(Value(from: from, until: until))
      },
      split: { phrase, _ in
        guard case .value(let value) = phrase, let days = value.days, let from = days.from, let until = days.until, from < until,
          phrase.range?.lower?.isIncluded == true, phrase.range?.upper?.isIncluded == true
        else { return nil }
        return [.period(Period(from: from, until: from)), .period(Period(from: until, until: until))]
      }),
    dated("dated.on") { $0.quantity != nil }, dated("dated.in") { $0.quantity == nil },
    Construction(
      "dated.at", "verb", "when", "place",
      reading: { parts, grammar in
        guard let verb = parts[0]?.concept, let when = parts[1]?.value, let place = parts[2]?.concept else { return nil }
        return .predicates([Predicate(verb, when), Predicate(Concept(grammar.lasting(verb.label) + " in"), .concept(place))])
      }, split: unsaid),
    // “was added to the list on 3 May 1990”: what it was added to, and when it was added.
    Construction(
      "dated.related", "verb", "objects", "when",
      reading: { parts, grammar in
        guard let verb = parts[0]?.concept, let objects = parts[1]?.concepts, let when = parts[2]?.value,
          let was = grammar.functionWords[.wasOne].first
        else { return nil }
        let words = verb.label.split(separator: " ").map(String.init)
        let isPassive = [FunctionWords.List.isOne, .wasOne].contains { grammar.functionWords.contains(words[0], in: $0) }
        guard words.count == 3, isPassive, grammar.morphology.isPreposition(words[2]) else { return nil }
        return .predicates(objects.map { Predicate(verb, .concept($0)) } + [Predicate(Concept("\(was) \(words[1])"), when)])
      }, split: unsaid),
    Construction(
      "ask.when", "subject", "verb",
      build: { parts in
        guard let subject = parts[0]?.concept, let verb = parts[1]?.concept else { return nil }
        return .question(.value(of: subject, property: verb))
      },
      split: { phrase, sayer in
        guard case .value(let subject, let property)? = phrase.question,
          sayer.morphology.verbPhrase(property.label)?.kind == .copulaPast || sayer.morphology.tellsPast(property.label)
        else { return nil }
        return [.concept(subject), .concept(property)]
      }),
  ]

  /// Said with a verb and a time: “was born on 3 March 1950”.
  static func isDated(_ property: Concept, _ value: Value) -> Bool { value.days != nil && AnyLanguage.isVerbal(property.label) }

  private static let time: @Sendable (Period) -> Value? = { period in
    guard let from = period.from, let until = period.until else { return nil }
    return Value(from: from, until: until)
  }

  private static func bound(
    _ name: String, _ range: @escaping @Sendable (Period) -> QuantityRange?,
    _ day: @escaping @Sendable (QuantityRange) -> QuantityRange.Bound?
  ) -> Construction {
    Construction(
      name, "period", build: { $0[0]?.period.flatMap(range).map { .value(.range($0)) } },
      split: { phrase, _ in
        guard let range = phrase.range, range.unit == .date, let day = day(range).flatMap({ Day(number: $0.amount) }) else { return nil }
        return [.period(Period(from: day, until: day))]
      })
  }

  private static func dated(_ name: String, _ isSaid: @escaping @Sendable (Value) -> Bool) -> Construction {
    Construction(
      name, "verb", "when",
      build: { parts in
        guard let verb = parts[0]?.concept, let when = parts[1]?.value, isSaid(when) else { return nil }
        return .predicates([Predicate(verb, when)])
      },
      split: { phrase, _ in
        guard let one = phrase.only({ !$0.isNegated && isDated($0.property, $0.value) }), isSaid(one.value) else { return nil }
        return [.concept(one.property), .value(one.value)]
      })
  }
}

extension Grammar {
  /// Who was born in Porto is born in Porto: there it holds for good.
  fileprivate func lasting(_ verb: String) -> String {
    let words = verb.split(separator: " ").map(String.init)
    guard words.count == 2, functionWords.contains(words[0], in: .wasOne), functionWords.contains(words[1], in: .lasting),
      let is_ = functionWords[.isOne].first
    else { return verb }
    return is_ + " " + words[1]
  }
}

extension Phrase {
  /// A whole day, month or year.
  var time: Period? {
    guard case .value(let value) = self, let days = value.days, let from = days.from, let until = days.until,
      range.map({ $0.lower?.isIncluded == true && $0.upper?.isIncluded == true }) ?? true
    else { return nil }
    let period = Period(from: from, until: until)
    return period.isWhole ? period : nil
  }
}

extension Period {
  /// Whether it is one day, month or year: what can be said in a few words.
  var isWhole: Bool { wholeYear != nil || wholeMonth != nil || (from != nil && from == until) }

  var wholeYear: Int? {
    guard let from, let until, from.year == until.year, (from.month, from.day, until.month, until.day) == (1, 1, 12, 31) else { return nil }
    return from.year
  }

  var wholeMonth: (year: Int, month: Int)? {
    guard let from, let until, (from.year, from.month) == (until.year, until.month), from.day == 1,
      until.day == Day.length(ofMonth: from.month, in: from.year)
    else { return nil }
    return (from.year, from.month)
  }
}
