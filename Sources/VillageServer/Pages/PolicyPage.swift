import Community
import Foundation
import Hummingbird
import Lessons
import Mind
import VillageService

/// How lessons come to count: every number of the policy as the code holds it, who changed which and why.
struct PolicyPage: Sendable {
  struct Term: Sendable {
    let name: String
    let value: String
    let words: String
    let low: String
    let high: String
    let step: String
  }

  struct Change: Sendable {
    let by: Person
    let when: When
    let words: String
    let reason: String
    let path: String
  }

  let terms: [Term]
  let state: String
  let changes: [Change]
  let canChange: Bool
  let key: String
  /// One rule a line, as the form has it.
  let rulesText: String
  let ruleChanges: [Change]

  static func addRoutes(to routes: Routes) {
    routes.get("/policy", for: .members) { exchange in
      let viewer = try await exchange.memberViewer()
      let page = await exchange.look(viewer) { $0.policy() }
      return try await exchange.page("policy", title: "How lessons come to count", page, viewer)
    }
    routes.post("/policy/rules", for: .members) { exchange in
      let form = try await exchange.form()
      let rules = VillageRule.list(try form.required("rules"))
      guard await exchange.site.service.look({ $0.standing.rules != rules }) else {
        return exchange.redirect(to: "/policy#rules", Flash("Nothing was changed."))
      }
      _ = try await exchange.record(.rulesSet(rules, reason: try form.required("reason")), form)
      return exchange.redirect(to: "/policy#rules", Flash("These are the rules from now on; what was done before keeps the rule it names."))
    }
    routes.post("/policy", for: .members) { exchange in
      let form = try await exchange.form()
      let policy = await exchange.site.service.look { $0.standing.policy }
      var numbers: [String: Double] = [:]
      for term in policy.terms {
        // A share is shown rounded; what was left as it was shown is not changed.
        guard let text = form.raw(term.name), text != plain(term.value) else { continue }
        guard let value = Double(text), value.isFinite else { throw Problem.invalid(term.name, "is no number") }
        guard term.range.contains(value) else {
          throw Problem.invalid(term.name, "must lie from \(plain(term.range.lowerBound)) to \(plain(term.range.upperBound))")
        }
        if abs(value - term.value) > 1e-6 { numbers[term.name] = value }
      }
      guard !numbers.isEmpty else { return exchange.redirect(to: "/policy", Flash("Nothing was changed.")) }
      _ = try await exchange.record(.policySet(numbers, reason: try form.required("reason")), form)
      return exchange.redirect(to: "/policy", Flash("It is so from now on; what was decided before stays."))
    }
  }

  static func plain(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : String(format: "%.4g", number)
  }
}

extension VillageRule {
  /// One rule a line, its name before the first colon.
  static func list(_ text: String) -> [VillageRule] {
    text.split(whereSeparator: \.isNewline).map { line in
      let parts = line.split(separator: ":", maxSplits: 1).map { String($0.trimming(while: \.isWhitespace)) }
      return VillageRule(parts.first ?? "", parts.count > 1 ? parts[1] : "")
    }.filter { !$0.name.isEmpty || !$0.words.isEmpty }
  }

  var line: String { words.isEmpty ? name : "\(name): \(words)" }
}

extension Scribe {
  func policy() -> PolicyPage {
    let policy = state.standing.policy
    let hasCamps = state.standing.deliberation.assembly.hasCamps
    return PolicyPage(
      terms: policy.terms.map { term in
        .init(
          name: term.name, value: PolicyPage.plain(term.value), words: term.words, low: PolicyPage.plain(term.range.lowerBound),
          high: PolicyPage.plain(term.range.upperBound), step: "any")
      },
      state: hasCamps
        ? "Opinions show two sides by now: a lesson needs support on both."
        : "This is a small village, or its opinions show no sides: one review by a teacher accepts a newcomer’s lesson, and a dispute holds it back.",
      changes: state.standing.policies.reversed().map { record in
        .init(
          by: person(record.author), when: viewer.when(record.time, .full),
          words: record.changed.sorted { $0.key < $1.key }.map { "\($0.key) \(PolicyPage.plain($0.value))" }.joined(separator: ", "),
          reason: record.reason, path: URLPath.act(record.sequence))
      }, canChange: viewer.isFounder, key: Exchange.newKey(), rulesText: state.standing.rules.map(\.line).joined(separator: "\n"),
      ruleChanges: state.standing.ruleRecords.reversed().map { record in
        .init(
          by: person(record.author), when: viewer.when(record.time, .full), words: record.rules.map(\.name).joined(separator: ", "),
          reason: record.reason, path: URLPath.act(record.sequence))
      })
  }
}
