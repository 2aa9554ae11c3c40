import Lessons

extension Construction {
  static let guiding = [
    Construction(
      "guideline", "when", "advice",
      build: { parts in
        guard let when = parts[0]?.triggers, let advice = parts[1]?.advice else { return nil }
        return .taught([Taught(.guideline(Guideline(when: when, advice: advice)))])
      },
      split: { phrase, _ in
        guard case .guideline(let guideline) = phrase.teaching, !guideline.when.isEmpty else { return nil }
        return [.triggers(guideline.when), .advice(guideline.advice)]
      }),
    Construction(
      "guideline.always", "advice",
      build: { parts in parts[0]?.advice.map { .taught([Taught(.guideline(Guideline(when: [], advice: $0)))]) } },
      split: { phrase, _ in
        guard case .guideline(let guideline) = phrase.teaching, guideline.when.isEmpty, guideline.advice.count == 1 else { return nil }
        return [.advice(guideline.advice)]
      }),
    Construction(
      "guideline.never", "text",
      build: { parts in parts[0]?.text.map { .taught([Taught(.guideline(Guideline(when: [], advice: [.avoid($0)])))]) } },
      split: { phrase, _ in
        guard case .guideline(let guideline) = phrase.teaching, guideline.when.isEmpty, case .avoid(let text)? = guideline.advice.first,
          guideline.advice.count == 1
        else { return nil }
        return [.text(text)]
      }),
    Construction(
      "kindAsks", "kind", "topic",
      build: { parts in
        guard let kind = parts[0]?.concept, let topic = parts[1]?.concept, !anyone.contains(kind.key) else { return nil }
        return .triggers([.person(Pattern(.x, .isA, .concept(kind))), .topic(topic)])
      }, split: unsaid),
    Construction(
      "triggers", "first", "rest",
      build: { parts in
        guard let first = parts[0]?.triggers else { return nil }
        return .triggers(first + (parts[1]?.triggers ?? []))
      },
      split: { phrase, _ in
        guard let all = phrase.triggers, let first = all.first else { return nil }
        return [.triggers([first]), all.count == 1 ? nil : .triggers(Array(all.dropFirst()))]
      }),
    Construction(
      "asksAbout", "topic", build: { $0[0]?.concept.map { .triggers([.topic($0)]) } },
      split: { phrase, _ in
        guard case .topic(let topic)? = phrase.onlyTrigger else { return nil }
        return [.concept(topic)]
      }),
    Construction(
      "asksWhether", "question", build: { $0[0]?.concept.map { .triggers([.question($0)]) } },
      split: { phrase, _ in
        guard case .question(let question)? = phrase.onlyTrigger else { return nil }
        return [.concept(question)]
      }),
    Construction(
      "person", "predicates", build: { $0[0]?.predicates.map { .triggers($0.map { .person($0.pattern) }) } },
      split: { phrase, _ in
        guard case .person(let pattern)? = phrase.onlyTrigger, let predicate = Predicate(pattern) else { return nil }
        return [.predicates([predicate])]
      }),
    Construction(
      "advices", "first", "rest",
      build: { parts in
        guard let first = parts[0]?.advice else { return nil }
        return .advice(first + (parts[1]?.advice ?? []))
      },
      split: { phrase, _ in
        guard let all = phrase.advice, let first = all.first else { return nil }
        return [.advice([first]), all.count == 1 ? nil : .advice(Array(all.dropFirst()))]
      }),
    advice("warn", "concept", { $0.concept.map { .warn($0) } }) { if case .warn(let concept) = $0 { .concept(concept) } else { nil } },
    advice("tell", "text", { $0.text.map { .say($0) } }) { if case .say(let text) = $0 { .text(text) } else { nil } },
    advice("refer", "concept", { $0.concept.map { .refer($0) } }) { if case .refer(let concept) = $0 { .concept(concept) } else { nil } },
    advice("avoid", "text", { $0.text.map { .avoid($0) } }) { if case .avoid(let text) = $0 { .text(text) } else { nil } },
    Construction(
      "other", "text",
      reading: { parts, grammar in
        // “… they feel dizzy” tells what happens and not what to do.
        guard let text = parts[0]?.text, let first = text.split(separator: " ").first?.lowercased(),
          ![.then, .itOne, .itMany, .personOne].contains(where: { grammar.functionWords.contains(first, in: $0) })
        else { return nil }
        return .advice([.other(text)])
      },
      split: { phrase, _ in
        guard let advice = phrase.advice, advice.count == 1, case .other(let text)? = advice.first else { return nil }
        return [.text(text)]
      }),
    Construction(
      "texts", "first", "rest",
      build: { parts in
        guard let first = parts[0]?.text else { return nil }
        return .texts([first] + (parts[1]?.texts ?? []))
      },
      split: { phrase, _ in
        guard let all = phrase.texts, let first = all.first else { return nil }
        return [.text(first), all.count == 1 ? nil : .texts(Array(all.dropFirst()))]
      }),
    Construction(
      "examples", "utterances", "question",
      build: { parts in
        guard let utterances = parts[0]?.texts, let question = parts[1]?.concept else { return nil }
        return .taught(utterances.map { Taught(.example(Example($0, asks: question))) })
      },
      split: { phrase, _ in
        guard case .example(let example) = phrase.teaching, example.question.isAsked else { return nil }
        return [.texts([example.utterance]), .concept(example.question)]
      }),
    test("testSays", { .says($0) }) { if case .says(let words) = $0 { words } else { nil } },
    test("testMentions", { .mentions($0) }) { if case .mentions(let words) = $0 { words } else { nil } },
    // The sentence with a question mark is the question.
    Construction(
      "testFollows", "question",
      reading: { parts, grammar in
        guard let text = parts[0]?.text, !text.contains("\""), let first = text.first else { return nil }
        let yes = grammar.functionWords.sentence("yes")
        return .taught([Taught(.test(TestCase(first.uppercased() + text.dropFirst() + "?", .says(yes))))])
      }, split: unsaid),
    Construction(
      "testFor", "audience", "question", "words",
      build: { parts in
        guard let audience = parts[0]?.concept, let question = parts[1]?.text, let words = parts[2]?.text else { return nil }
        return .taught([Taught(.test(TestCase(question, .says(words))), Qualifiers(audience: audience))])
      }, split: unsaid),
    Construction(
      "stopWords", "words", build: { $0[0]?.texts.map { .taught($0.map { Taught(.stopWord($0)) }) } },
      split: { phrase, _ in
        guard case .stopWord(let word) = phrase.teaching else { return nil }
        return [.texts([word])]
      }),
  ]

  /// Of quotations without a common letter neither stands for the other: they are names.
  static let phrasing = [
    Construction(
      "phrasing", "said", "meant",
      build: { parts in
        guard let said = parts[0]?.text, let meant = parts[1]?.text else { return nil }
        let phrasing = Phrasing(said, means: meant)
        return phrasing.slots.isEmpty ? nil : .taught([Taught(.phrasing(phrasing))])
      },
      split: { phrase, _ in
        guard case .phrasing(let phrasing) = phrase.teaching else { return nil }
        return [.text(phrasing.said), .text(phrasing.meant)]
      })
  ]

  /// “A user asks” says nothing of who asks.
  private static let anyone: Set<String> = ["user", "person", "patient", "customer", "client", "caller", "visitor", "member"]

  private static func test(
    _ name: String, _ make: @escaping @Sendable (String) -> TestCase.Expectation,
    _ take: @escaping @Sendable (TestCase.Expectation) -> String?
  ) -> Construction {
    Construction(
      name, "question", "words",
      build: { parts in
        // A phrase may hold marks; one that is all quotation is read as the words within.
        guard let question = parts[0]?.text, let words = parts[1]?.text, !words.hasPrefix("\"") else { return nil }
        return .taught([Taught(.test(TestCase(question, make(words))))])
      },
      split: { phrase, _ in
        guard case .test(let test) = phrase.teaching, let words = take(test.expectation) else { return nil }
        return [.text(test.question), .text(words)]
      })
  }

  private static func advice(
    _ name: String, _ slot: String, _ make: @escaping @Sendable (Phrase) -> Guideline.Advice?,
    _ take: @escaping @Sendable (Guideline.Advice) -> Phrase?
  ) -> Construction {
    Construction(
      name, slot, build: { $0[0].flatMap(make).map { .advice([$0]) } },
      split: { phrase, _ in
        guard let advice = phrase.advice, advice.count == 1, let only = advice.first.flatMap(take) else { return nil }
        return [only]
      })
  }
}

extension Phrase {
  var onlyTrigger: Guideline.Trigger? {
    guard let triggers, triggers.count == 1 else { return nil }
    return triggers[0]
  }
}
