import Lessons

extension Construction {
  // MARK: Qualifiers

  static let qualifying = [
    Construction(
      "qualified", "before", "lessons", "after",
      build: { parts in
        guard let lessons = parts[1]?.taught else { return nil }
        var all: [Taught] = []
        let qualifiers = [parts[0], parts[2]].compactMap { $0?.qualifiers }
        for lesson in lessons {
          var merged: Qualifiers? = lesson.qualifiers
          for more in qualifiers { merged = merged.flatMap { $0.merging(more) } }
          guard let merged else { return nil }
          all.append(Taught(lesson.teaching, merged))
        }
        return .taught(all)
      },
      split: { phrase, _ in
        guard let taught = phrase.taught, let all = taught.first?.qualifiers, all.sureness == nil,
          taught.allSatisfy({ $0.qualifiers == all })
        else {
          return nil
        }
        var before = all
        before.source = nil
        let after = Qualifiers(source: all.source)
        return [
          before == .none ? nil : .qualifiers(before), .taught(taught.map { Taught($0.teaching) }),
          after == .none ? nil : .qualifiers(after),
        ]
      }),
    Construction(
      "together", "first", "rest",
      build: { parts in
        // Of rules and definitions the “and” is a part.
        guard let first = parts[0]?.claims, let rest = parts[1]?.claims else { return nil }
        return .taught((first + rest).map { Taught(.claim($0)) })
      }, split: unsaid),
    Construction(
      "both", "first", "rest",
      build: { parts in
        guard let first = parts[0]?.qualifiers else { return nil }
        guard let rest = parts[1]?.qualifiers else { return .qualifiers(first) }
        return first.merging(rest).map { .qualifiers($0) }
      },
      split: { phrase, _ in
        guard var rest = phrase.qualifiers else { return nil }
        var first = Qualifiers()
        if rest.audience != nil {
          (first.audience, rest.audience) = (rest.audience, nil)
        } else if rest.region != nil {
          (first.region, rest.region) = (rest.region, nil)
        } else if rest.from != nil || rest.until != nil {
          (first.from, first.until, rest.from, rest.until) = (rest.from, rest.until, nil, nil)
        } else {
          (first.source, rest.source) = (rest.source, nil)
        }
        return [.qualifiers(first), rest == .none ? nil : .qualifiers(rest)]
      }),
    Construction(
      "for", "audience", build: { $0[0]?.concept.map { .qualifiers(Qualifiers(audience: $0)) } },
      split: { phrase, _ in
        guard let all = phrase.qualifiers, let audience = all.audience, all == Qualifiers(audience: audience) else { return nil }
        return [.concept(audience)]
      }),
    Construction(
      "source", "text",
      reading: { parts, grammar in
        guard let text = parts[0]?.text else { return nil }
        let article = grammar.functionWords[.definite].first { text.hasPrefix($0 + " ") }
        return .qualifiers(Qualifiers(source: article.map { String(text.dropFirst($0.count + 1)) } ?? text))
      },
      split: { phrase, _ in
        guard let all = phrase.qualifiers, let source = all.source, all == Qualifiers(source: source) else { return nil }
        return [.text(source)]
      }),
    Construction(
      "span", "from", "to",
      build: { parts in
        guard let from = parts[0]?.period?.from, let until = parts[1]?.period?.until, from <= until else { return nil }
        return .qualifiers(Qualifiers(from: from, until: until))
      },
      split: { phrase, _ in
        guard let all = phrase.qualifiers, let from = all.from, let until = all.until, all == Qualifiers(from: from, until: until) else {
          return nil
        }
        return [.period(Period(from: from, until: from)), .period(Period(from: until, until: until))]
      }),
    Construction(
      "since", "period", build: { $0[0]?.period?.from.map { .qualifiers(Qualifiers(from: $0)) } },
      split: { phrase, _ in
        guard let all = phrase.qualifiers, let from = all.from, all == Qualifiers(from: from) else { return nil }
        return [.period(Period(from: from, until: from))]
      }),
    Construction(
      "until", "period", build: { $0[0]?.period?.until.map { .qualifiers(Qualifiers(until: $0)) } },
      split: { phrase, _ in
        guard let all = phrase.qualifiers, let until = all.until, all == Qualifiers(until: until) else { return nil }
        return [.period(Period(from: until, until: until))]
      }),
    Construction("before", "period", build: { $0[0]?.period?.from?.previous.map { .qualifiers(Qualifiers(until: $0)) } }, split: unsaid),
    Construction("after", "period", build: { $0[0]?.period?.until?.next.map { .qualifiers(Qualifiers(from: $0)) } }, split: unsaid),
    Construction(
      "during", "period",
      build: { parts in parts[0]?.period.map { .qualifiers(Qualifiers(from: $0.from, until: $0.until)) } }, split: unsaid),
  ]

  // MARK: Names

  static let naming = [
    Construction(
      "abbreviation", "other", "concept",
      build: { parts in
        guard let other = parts[0]?.concept, let concept = parts[1]?.concept, other != concept else { return nil }
        return .taught([Taught(.name(Naming(concept, other, kind: .abbreviation)))])
      },
      split: { phrase, _ in
        guard case .name(let naming) = phrase.teaching, naming.kind == .abbreviation, naming.language == nil else { return nil }
        return [.concept(naming.other), .concept(naming.concept)]
      }),
    Construction(
      "meansName", "other", "concept",
      build: { parts in
        guard let other = parts[0]?.concept, let concept = parts[1]?.concept, other != concept else { return nil }
        let kind: Naming.Kind = Scanner.looksAbbreviated(other.label) ? .abbreviation : .also
        return .taught([Taught(.name(Naming(concept, other, kind: kind)))])
      }, split: unsaid),
    Construction(
      "alsoCalled", "concept", "other", "language",
      build: { parts in
        guard let concept = parts[0]?.concept, let other = parts[1]?.concept, other != concept else { return nil }
        return .taught([Taught(.name(Naming(concept, other, language: parts[2]?.text)))])
      },
      split: { phrase, _ in
        guard case .name(let naming) = phrase.teaching, naming.kind == .also else { return nil }
        return [.concept(naming.concept), .concept(naming.other), naming.language.map { .text($0) }]
      }),
    Construction(
      "sameAs", "a", "b",
      build: { parts in
        guard let a = parts[0]?.concept, let b = parts[1]?.concept, a != b else { return nil }
        return .taught([Taught(.name(Naming(a, b, kind: .same)))])
      },
      split: { phrase, _ in
        guard case .name(let naming) = phrase.teaching, naming.kind == .same, naming.language == nil else { return nil }
        return [.concept(naming.concept), .concept(naming.other)]
      }),
    Construction(
      "notSame", "a", "b",
      build: { parts in
        guard let a = parts[0]?.concept, let b = parts[1]?.concept, a != b else { return nil }
        return .taught([Taught(.claim(Claim(a, .sameAs, .concept(b), isNegated: true)))])
      },
      split: { phrase, _ in
        guard case .claim(let claim) = phrase.teaching, claim.property == .sameAs, claim.isNegated, let other = claim.value.concept else {
          return nil
        }
        return [.concept(claim.subject), .concept(other)]
      }),
    disjoint("disjoint", { sayer, a, b in sayer.isNoun(a) && sayer.isNoun(b) }), disjoint("disjoint.qualities", { _, _, _ in true }),
    Construction(
      "definition", "concept", "text",
      reading: { parts, grammar in
        guard let concept = parts[0]?.concept, let text = parts[1]?.text else { return nil }
        let kind = grammar.kind(ofDefiniens: text).flatMap { try? Concept(parsing: $0) }
        return .taught([Taught(.definition(Definition(concept, kind: kind, text: text)))])
      },
      split: { phrase, _ in
        guard case .definition(let definition) = phrase.teaching else { return nil }
        return [.concept(definition.concept), .text(definition.text)]
      }),
    trait("trait.single", isSingleValued: true),
    trait("trait.several", isSingleValued: false),
  ]

  private static func disjoint(_ name: String, _ isSaid: @escaping @Sendable (Sayer, Concept, Concept) -> Bool) -> Construction {
    Construction(
      name, "a", "b",
      build: { parts in
        guard let a = parts[0]?.concept, let b = parts[1]?.concept, a != b else { return nil }
        return .taught([Taught(.disjoint(a, b))])
      },
      split: { phrase, sayer in
        guard case .disjoint(let a, let b) = phrase.teaching, isSaid(sayer, a, b) else { return nil }
        return [.concept(a), .concept(b)]
      })
  }

  private static func trait(_ name: String, isSingleValued: Bool) -> Construction {
    Construction(
      name, "property",
      build: { $0[0]?.concept.map { .taught([Taught(.property(PropertyTrait($0, isSingleValued: isSingleValued)))]) } },
      split: { phrase, _ in
        guard case .property(let trait) = phrase.teaching, trait.isSingleValued == isSingleValued else { return nil }
        return [.concept(trait.property)]
      })
  }
}

extension Phrase {
  /// The one teaching this is, without qualifiers.
  var teaching: Teaching? {
    guard let taught, taught.count == 1, let one = taught.first, one.qualifiers == .none else { return nil }
    return one.teaching
  }
}

extension Concept {
  /// What “is not the same as” denies.
  static let sameAs = Concept("is the same as")
}

extension Qualifiers {
  /// Both together; nil where they say the same kind of thing differently.
  func merging(_ other: Qualifiers) -> Qualifiers? {
    func both<T: Equatable>(_ one: T?, _ two: T?) -> T?? {
      guard let one, let two else { return .some(one ?? two) }
      return one == two ? .some(one) : nil
    }
    guard let audience = both(audience, other.audience), let region = both(region, other.region), let from = both(from, other.from),
      let until = both(until, other.until),
      let source = both(source, other.source), let sureness = both(sureness, other.sureness)
    else { return nil }
    if let from, let until, until < from { return nil }
    return Qualifiers(audience: audience, region: region, from: from, until: until, source: source, sureness: sureness)
  }
}
