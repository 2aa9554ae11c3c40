import Lessons

extension Construction {
  static let asking = [
    Construction(
      "ask.value", "property", "subject",
      build: { parts in
        guard let property = parts[0]?.concept, let subject = parts[1]?.concept else { return nil }
        return .question(.value(of: subject, property: property))
      },
      split: { phrase, _ in
        guard case .value(let subject, let property)? = phrase.question, property != .contains, !AnyLanguage.isVerbal(property.label) else {
          return nil
        }
        return [.concept(property), .concept(subject)]
      }),
    Construction(
      "ask.measured", "quality", "subject",
      reading: { parts, grammar in
        guard let quality = parts[0]?.concept, let subject = parts[1]?.concept, let property = grammar.measure(of: quality) else {
          return nil
        }
        return .question(.value(of: subject, property: property))
      }, split: unsaid),
    Construction(
      "ask.where", "subject",
      reading: { parts, grammar in
        guard let subject = parts[0]?.concept, let relation = grammar.placeRelation else { return nil }
        return .question(.value(of: subject, property: relation))
      }, split: unsaid),
    Construction(
      "ask.price", "subject",
      reading: { parts, grammar in
        guard let subject = parts[0]?.concept, let price = grammar.functionWords[.price].first else { return nil }
        return .question(.value(of: subject, property: Concept(price)))
      }, split: unsaid),
    Construction(
      "ask.object", "subject", "verb",
      build: { parts in
        guard let subject = parts[0]?.concept, let verb = parts[1]?.concept else { return nil }
        return .question(.value(of: subject, property: verb))
      },
      split: { phrase, _ in
        guard case .value(let subject, let property)? = phrase.question, property != .contains, AnyLanguage.isVerbal(property.label) else {
          return nil
        }
        return [.concept(subject), .concept(property)]
      }),
    Construction(
      "ask.does", "subject", build: { $0[0]?.concept.map { .question(.value(of: $0, property: .does)) } }, split: unsaid),
    Construction(
      "ask.contents", "subject", build: { $0[0]?.concept.map { .question(.value(of: $0, property: .contains)) } },
      split: { phrase, _ in
        guard case .value(let subject, .contains)? = phrase.question else { return nil }
        return [.concept(subject)]
      }),
    Construction(
      "ask.amount", "property", "quantity", "subject",
      build: { parts in
        guard let quantity = parts[1]?.quantity, quantity.unit != .none else { return nil }
        return amount(parts[0], quantity, parts[2])
      },
      split: { phrase, _ in
        guard case .amount(let property, let quantity, let subject)? = phrase.question, quantity.unit != .none else { return nil }
        return [.concept(property), .value(.quantity(quantity)), .concept(subject)]
      }),
    Construction(
      "ask.count", "property", "quantity", "subject",
      build: { parts in
        guard let quantity = parts[1]?.quantity, quantity.unit == .none else { return nil }
        return amount(parts[0], quantity, parts[2])
      },
      split: { phrase, _ in
        guard case .amount(let property, let quantity, let subject)? = phrase.question, quantity.unit == .none else { return nil }
        return [.concept(property), .value(.quantity(quantity)), .concept(subject)]
      }),
    Construction(
      "ask.whether", "subject", "predicates",
      build: { parts in
        guard let subject = parts[0]?.concept, let predicates = parts[1]?.predicates, predicates.count == 1, let one = predicates.first
        else { return nil }
        guard let range = one.value.range else { return .question(.whether(one.claim(about: subject))) }
        return one.isNegated ? nil : .question(.measures(subject, property: one.property, range))
      },
      split: { phrase, _ in
        guard case .whether(let claim)? = phrase.question, claim.value.range == nil else { return nil }
        return [.concept(claim.subject), .predicates([Predicate(claim.property, claim.value, isNegated: claim.isNegated)])]
      }),
    Construction(
      "ask.related", "subject", "verb", "objects",
      build: { parts in
        guard let subject = parts[0]?.concept, let verb = parts[1]?.concept, let object = parts[2]?.concept else { return nil }
        return .question(.whether(Claim(subject, verb, .concept(object))))
      },
      split: { phrase, _ in
        guard case .whether(let claim)? = phrase.question, !claim.isNegated, let object = claim.value.concept,
          isRelated(claim.property, claim.value)
        else { return nil }
        return [.concept(claim.subject), .concept(claim.property), .concept(object)]
      }),
    Construction(
      "ask.attribute", "property", "subject", "value",
      build: { parts in
        guard let property = parts[0]?.concept, let subject = parts[1]?.concept, let object = parts[2]?.concept else { return nil }
        return .question(.whether(Claim(subject, property, .concept(object))))
      },
      split: { phrase, _ in
        guard case .whether(let claim)? = phrase.question, !claim.isNegated, let object = claim.value.concept,
          isAttribute(claim.property, claim.value)
        else { return nil }
        return [.concept(claim.property), .concept(claim.subject), .concept(object)]
      }),
    Construction(
      "ask.measures", "subject", "property", "value",
      build: { parts in
        guard let subject = parts[0]?.concept, let property = parts[1]?.concept, let range = parts[2]?.range else { return nil }
        return .question(.measures(subject, property: property, range))
      },
      split: { phrase, _ in
        guard case .measures(let subject, let property, let range)? = phrase.question else { return nil }
        return [.concept(subject), .concept(property), .value(.range(range))]
      }),
    Construction(
      "ask.which", "kind", "conditions",
      build: { parts in
        guard let conditions = parts[1]?.conditions else { return nil }
        return .question(.which(kind: parts[0]?.concept, conditions))
      },
      split: { phrase, _ in
        guard case .which(let kind, let conditions)? = phrase.question, !conditions.isEmpty else { return nil }
        return [kind.map { .concept($0) }, .conditions(conditions)]
      }),
    Construction(
      "ask.meaning", "concept", build: { $0[0]?.concept.map { .question(.meaning(of: $0)) } },
      split: { phrase, _ in
        guard case .meaning(let concept)? = phrase.question else { return nil }
        return [.concept(concept)]
      }),
    Construction(
      "ask.taught", "question", build: { $0[0]?.concept.map { .question(.taught($0)) } },
      split: { phrase, _ in
        guard case .taught(let question)? = phrase.question else { return nil }
        return [.concept(question)]
      }),
  ]

  private static func amount(_ property: Phrase?, _ quantity: Quantity, _ subject: Phrase?) -> Phrase? {
    guard let property = property?.concept, let subject = subject?.concept else { return nil }
    return .question(.amount(property: property, in: quantity, of: subject))
  }

  static let talking = [
    Construction(
      "correct", "value", "instead",
      build: { parts in
        guard let value = parts[0]?.value else { return nil }
        return .meaning(.correction(.value(value, instead: parts[1]?.value)))
      },
      split: { phrase, _ in
        guard case .meaning(.correction(.value(let value, let instead))) = phrase else { return nil }
        return [single(value), instead.map(single)]
      }),
    Construction(
      "denied", "lessons", build: { $0[0]?.taught.map { .meaning(.lesson($0)) } }, split: unsaid),
    Construction(
      "forget", "claims",
      build: { parts in
        guard let taught = parts[0]?.taught, taught.count == 1, case .claim(let claim)? = taught.first?.teaching else { return nil }
        return .meaning(.correction(.forget(claim)))
      },
      split: { phrase, _ in
        guard case .meaning(.correction(.forget(let claim))) = phrase else { return nil }
        return [.taught([Taught(.claim(claim))])]
      }),
    Construction(
      "meant", "word", "concept",
      build: { parts in
        guard let word = parts[0]?.text, let concept = parts[1]?.concept else { return nil }
        return .meaning(.correction(.meant(word, concept)))
      },
      split: { phrase, _ in
        guard case .meaning(.correction(.meant(let word, let concept))) = phrase else { return nil }
        return [.text(word), .concept(concept)]
      }),
    Construction(
      "forgetLast", build: { _ in .meaning(.correction(.forgetLast)) },
      split: { phrase, _ in phrase == .meaning(.correction(.forgetLast)) ? [] : nil }),
    Construction(
      "aboutMe", "predicates",
      build: { parts in
        guard let predicates = parts[0]?.predicates, predicates.count == 1, let one = predicates.first else { return nil }
        return .meaning(.aboutMe(one.pattern))
      },
      split: { phrase, _ in
        guard case .meaning(.aboutMe(let pattern)) = phrase, let predicate = Predicate(pattern) else { return nil }
        return [.predicates([predicate])]
      }),
    Construction(
      "aboutMyProperty", "property", "value",
      build: { parts in
        guard let property = parts[0]?.concept, let value = parts[1]?.value else { return nil }
        // “My lease is void” is about the lease.
        guard value.concept.map({ !AnyLanguage.looksAdjectival($0.label) }) ?? true else { return nil }
        return .meaning(.aboutMe(Predicate(property, value).pattern))
      },
      split: { phrase, _ in
        guard case .meaning(.aboutMe(let pattern)) = phrase, let one = Predicate(pattern), !one.isNegated,
          isAttribute(one.property, one.value)
        else {
          return nil
        }
        return [.concept(one.property), single(one.value)]
      }),
    courtesy("greeting", .greeting), courtesy("thanks", .thanks), courtesy("farewell", .farewell), courtesy("yes", .yes),
    courtesy("no", .no),
  ]

  private static func courtesy(_ name: String, _ courtesy: Courtesy) -> Construction {
    Construction(
      name, build: { _ in .meaning(.courtesy(courtesy)) },
      split: { phrase, _ in phrase == .meaning(.courtesy(courtesy)) ? [] : nil })
  }
}
