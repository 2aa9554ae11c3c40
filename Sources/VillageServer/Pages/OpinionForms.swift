import Community
import Hummingbird
import Lessons
import VillageService

/// Where pages send what a member thinks of a lesson, a settlement, a comment, a proposal or an act.
enum OpinionForms {
  private enum Choice: String, CaseIterable { case endorse, dispute, unsure, none }

  static func addRoutes(to routes: Routes) {
    routes.post("/opinions", for: .members) { exchange in
      let form = try await exchange.form()
      guard let topic = Topic(formValue: try form.required("on", charactersMax: 200)) else { throw Problem.missing("on") }
      guard let choice = try form.choice("stance", Choice.self) else { throw Problem.missing("stance") }
      let stance = Opinion.Stance(rawValue: choice.rawValue)
      let opinion = Opinion(stance, on: topic, reason: stance == nil ? "" : try form.optional("reason", charactersMax: 1_000) ?? "")
      let recorded = try await exchange.record(.opined(opinion), form)
      let back = form.raw("back").flatMap { URLPath.isLocal($0) ? $0 : nil } ?? topic.path
      let said =
        switch stance {
        case _? where topic.isBallot: "Your vote counts. You can change it until the end."
        case .endorse: "Your endorsement stands under your name."
        case .dispute: "Your dispute stands under your name, with its reason."
        case .unsure: "Noted: you looked, and are unsure."
        case nil: "Your opinion is taken back."
        }
      return exchange.redirect(to: back, Flash(said, undo: stance == nil ? nil : URLPath.undo(recorded.entry.sequence)))
    }
  }
}

extension Topic {
  fileprivate var isBallot: Bool { if case .ballot = self { true } else { false } }
}
