import Foundation
import Lessons

/// One sentence of a procedure.
enum ProcedurePiece: Hashable {
  case step(Procedure.Step)
  /// What follows the answers to the question of the step before.
  case branches([Procedure.Branch])
  case needs([String])
  case before(String)
  case stop(String)
}

extension Construction {
  /// The sentences of a procedure, which `ProcedureReader` puts together.
  static let proceeding = [
    Construction(
      "piece.ask", "question", "branches",
      build: { parts in parts[0]?.text.map { .piece(.step(.ask($0, parts[1]?.branches ?? []))) } },
      split: { phrase, _ in
        guard case .piece(.step(.ask(let question, let branches))) = phrase else { return nil }
        return [.text(question), branches.isEmpty ? nil : .piece(.branches(branches))]
      }),
    Construction(
      "piece.repeat", "from", "through", "until", "times",
      build: { parts in
        guard let from = parts[0]?.count, let through = parts[1]?.count ?? .some(from) else { return nil }
        guard parts[2] != nil || parts[3] != nil else { return nil }
        return .piece(.step(.again(from: from, through: through, until: parts[2]?.text, timesMax: parts[3]?.count)))
      },
      split: { phrase, _ in
        guard case .piece(.step(.again(let from, let through, let until, let timesMax))) = phrase else { return nil }
        return [number(from), from == through ? nil : number(through), until.map { .text($0) }, timesMax.map(number)]
      }),
    Construction(
      "piece.follow", "goal", build: { parts in parts[0]?.text.map { .piece(.step(.follow($0))) } },
      split: { phrase, _ in
        guard case .piece(.step(.follow(let goal))) = phrase else { return nil }
        return [.text(goal)]
      }),
    Construction(
      "piece.check", "condition", "next",
      build: { parts in
        guard let condition = parts[0]?.text, let next = parts[1]?.next else { return nil }
        return .piece(.step(.check(condition, next)))
      },
      split: { phrase, _ in
        guard case .piece(.step(.check(let condition, let next))) = phrase else { return nil }
        return [.text(condition), .next(next)]
      }),
    Construction(
      "piece.needs", "things",
      reading: { parts, grammar in parts[0]?.text.map { .piece(.needs(listed($0, grammar.functionWords))) } },
      split: { phrase, sayer in
        guard case .piece(.needs(let needs)) = phrase, let last = needs.last, let and = sayer.functionWords[.and].first else { return nil }
        return [.text(needs.count == 1 ? last : needs.dropLast().joined(separator: ", ") + " \(and) " + last)]
      }),
    text("piece.before", { .before($0) }) { if case .before(let text) = $0 { text } else { nil } },
    text("piece.stop", { .stop($0) }) { if case .stop(let text) = $0 { text } else { nil } },
    Construction(
      "branches", "first", "rest",
      build: { parts in parts[0]?.branches.map { .piece(.branches($0 + (parts[1]?.branches ?? []))) } },
      split: { phrase, _ in
        guard let all = phrase.branches, let first = all.first else { return nil }
        return [.piece(.branches([first])), all.count == 1 ? nil : .piece(.branches(Array(all.dropFirst())))]
      }),
    Construction(
      "branch", "answer", "next",
      build: { parts in
        guard let answer = parts[0]?.text, let next = parts[1]?.next else { return nil }
        return .piece(.branches([Procedure.Branch(answer, next)]))
      },
      split: { phrase, _ in
        guard let all = phrase.branches, all.count == 1, let only = all.first else { return nil }
        return [.text(only.answer), .next(only.next)]
      }),
    answer("answer.yes", "yes"), answer("answer.no", "no"),
    Construction(
      "next.step", "number", build: { parts in parts[0]?.count.map { .next(.step($0)) } },
      split: { phrase, _ in
        guard case .next(.step(let step)) = phrase else { return nil }
        return [number(step)]
      }),
    Construction(
      "next.follow", "goal", build: { parts in parts[0]?.text.map { .next(.follow($0)) } },
      split: { phrase, _ in
        guard case .next(.follow(let goal)) = phrase else { return nil }
        return [.text(goal)]
      }),
    Construction(
      "next.act", "text", build: { parts in parts[0]?.text.map { .next(.act($0)) } },
      split: { phrase, _ in
        guard case .next(.act(let text)) = phrase else { return nil }
        return [.text(text)]
      }),
    Construction("next.stop", build: { _ in .next(.stop) }, split: { phrase, _ in phrase == .next(.stop) ? [] : nil }),
    Construction("count.once", build: { _ in .value(.quantity(Quantity(1))) }, split: unsaid),
    Construction("count.twice", build: { _ in .value(.quantity(Quantity(2))) }, split: unsaid),
    // “To treat hypoglycemia, give sugar.”
    Construction(
      "procedure.short", "goal", "action",
      reading: { parts, grammar in
        guard let goal = parts[0]?.text, let action = parts[1]?.text, let verb = action.split(separator: " ").first,
          grammar.morphology.isImperative(verb.lowercased()), let procedure = Procedure(goal, steps: [act(action)])
        else { return nil }
        return .taught([Taught(.procedure(procedure))])
      }, split: unsaid),
    // “To cook rice, rinse it, boil it and drain it.”
    Construction(
      "procedure", "goal", "actions",
      build: { parts in
        guard let goal = parts[0]?.text, let actions = parts[1]?.texts, actions.count > 1,
          let procedure = Procedure(goal, steps: actions.map(act))
        else { return nil }
        return .taught([Taught(.procedure(procedure))])
      }, split: unsaid),
  ]

  @Sendable private static func act(_ text: String) -> Procedure.Step { .act(text.prefix(1).uppercased() + text.dropFirst()) }

  private static func text(
    _ name: String, _ make: @escaping @Sendable (String) -> ProcedurePiece, _ take: @escaping @Sendable (ProcedurePiece) -> String?
  ) -> Construction {
    Construction(
      name, "text", build: { parts in parts[0]?.text.map { .piece(make($0)) } },
      split: { phrase, _ in
        guard case .piece(let piece) = phrase, let text = take(piece) else { return nil }
        return [.text(text)]
      })
  }

  private static func answer(_ name: String, _ word: String) -> Construction {
    Construction(name, build: { _ in .text(word) }, split: { phrase, _ in phrase.text == word ? [] : nil })
  }

  @Sendable private static func number(_ number: Int) -> Phrase { .value(.quantity(Quantity(Decimal(number)))) }

  /// “a screwdriver and 10 minutes”
  private static func listed(_ text: String, _ functionWords: FunctionWords) -> [String] {
    functionWords[.and].reduce(text) { $0.replacing(", \($1) ", with: ", ").replacing(" \($1) ", with: ", ") }.split(separator: ",")
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }
}

extension Phrase {
  var next: Procedure.Next? { if case .next(let next) = self { next } else { nil } }
  fileprivate var branches: [Procedure.Branch]? { if case .piece(.branches(let branches)) = self { branches } else { nil } }

  /// A plain whole number.
  fileprivate var count: Int? {
    guard let quantity, quantity.unit == .none else { return nil }
    return Int(quantity.amount.plain)
  }
}
