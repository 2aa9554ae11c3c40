import Lessons
import Reasoning
import TeachingLanguage

/// One conclusion that begins or ends with a lesson, and of how many things; see `Templates/effect-lines.mustache`.
struct EffectLine: Sendable {
  let lead: String
  let sentence: String
  let path: String
  /// “and so for 311 more: apple, apricot, …”
  let more: String?
}

/// What a lesson brings about, in a few lines.
struct EffectsView: Sendable {
  let lines: [EffectLine]
  /// What the lines leave out.
  let note: String?
}

extension Effects.Turn {
  /// Before a sentence that would begin or cease to be said, were the lesson taught.
  fileprivate var foreseen: String {
    switch self {
    case .begins: "I would then say:"
    case .ends: "I would no longer say:"
    case .becomesContested: "Opinions would differ whether it is so:"
    case .isSettled: "Opinions would no longer differ, and I would say:"
    }
  }

  /// The same of a lesson that counts.
  fileprivate var held: String {
    switch self {
    case .begins: "Because of it I say:"
    case .ends: "Without it I would say:"
    case .becomesContested: "Because of it opinions differ whether it is so:"
    case .isSettled: "Without it opinions would differ whether it is so:"
    }
  }
}

extension Scribe {
  private static let effectLinesMax = 6
  private static let effectNamesMax = 4

  func foreseen(_ effects: Effects) -> EffectsView { view(of: effects) { $0.foreseen } }

  func held(_ effects: Effects) -> EffectsView { view(of: effects) { $0.held } }

  private func view(of effects: Effects, lead: (Effects.Turn) -> String) -> EffectsView {
    var notes: [String] = []
    let left = effects.groups.count - Self.effectLinesMax
    if left > 0 { notes.append("And \(Numbers.counted(left, "more conclusion", "more conclusions")).") }
    if effects.unexamined > 0 {
      let all = effects.examined + effects.unexamined
      notes.append("I looked at \(Numbers.grouped(effects.examined)) of the \(Numbers.grouped(all)) things that it may touch.")
    }
    return EffectsView(
      lines: effects.groups.prefix(Self.effectLinesMax).map { group in
        EffectLine(
          lead: lead(group.turn), sentence: sayer.say(group.example), path: URLPath.concept(group.subjects[0]), more: others(of: group))
      }, note: notes.isEmpty ? nil : notes.joined(separator: " "))
  }

  private func others(of group: Effects.Group) -> String? {
    let others = group.subjects.dropFirst()
    guard !others.isEmpty else { return nil }
    let named = others.prefix(Self.effectNamesMax).map(\.label).joined(separator: ", ")
    return "and so for \(Numbers.grouped(others.count)) more: \(named)\(others.count > Self.effectNamesMax ? ", …" : "")"
  }
}
