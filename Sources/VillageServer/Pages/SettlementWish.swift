import Lessons

/// How someone would settle it, before it is checked against the lessons on the table.
struct SettlementWish: Sendable {
  enum Outcome: String, CaseIterable, Sendable, Decodable { case holds, scoped, precedes, both, merged, none }

  let outcome: Outcome
  let winners: [ID<Lesson>]
  /// Lesson → “for pregnant patients; since 2023”.
  let scopes: [(lesson: ID<Lesson>, words: String)]
  let reason: String
  let dissent: String
  /// The sentence that holds instead of all, where that is wished for.
  var merged: String?
  var review: Day?

  init(_ form: Form) throws(Problem) {
    guard let outcome = try form.choice("outcome", Outcome.self) else { throw .missing("outcome") }
    self.outcome = outcome
    winners = try form.optional(outcome == .precedes ? "first" : "winner").map { [ID($0)] } ?? []
    var scopes: [(lesson: ID<Lesson>, words: String)] = []
    for (name, _) in form.fields where name.hasPrefix("scope-") {
      if let words = try form.optional(name, charactersMax: 200) { scopes.append((ID(String(name.dropFirst("scope-".count))), words)) }
    }
    self.scopes = scopes
    reason = try form.required("reason")
    dissent = try form.optional("dissent") ?? ""
    if outcome == .merged { merged = try form.required("merged") }
    if let text = try form.optional("review") {
      guard let day = Day(iso: text) else { throw .invalid("review", "is no day such as 2026-03-01") }
      review = day
    }
  }

  init(outcome: Outcome, winners: [ID<Lesson>], scopes: [(lesson: ID<Lesson>, words: String)], reason: String, dissent: String) {
    self.outcome = outcome
    self.winners = winners
    self.scopes = scopes
    self.reason = reason
    self.dissent = dissent
  }
}
