import Foundation
import Lessons

extension Notation {
  /// `to <reset the router>: 1 <Unplug it> 2 <Wait 30 seconds>`
  static func text(_ procedure: Procedure) -> String {
    let needs = procedure.needs.isEmpty ? "" : " needs" + procedure.needs.map { " <\($0)>" }.joined()
    let before = procedure.before.map { " before <\($0)>" }.joined()
    let steps = procedure.steps.enumerated().map { " \($0 + 1) " + text($1) }.joined()
    return "to <\(procedure.goal)>:" + needs + before + steps + procedure.stops.map { " stop if <\($0)>" }.joined()
  }

  private static func text(_ step: Procedure.Step) -> String {
    switch step {
    case .act(let action): return "<\(action)>"
    case .ask(let question, let branches): return "ask \"\(question)\"" + branches.map { " \($0.answer) → \(text($0.next))" }.joined()
    case .again(let from, let through, let until, let timesMax):
      return "repeat \(from)–\(through)" + (until.map { " until <\($0)>" } ?? "") + (timesMax.map { " at most \($0)" } ?? "")
    case .follow(let goal): return "follow <\(goal)>"
    case .check(let condition, let next): return "if <\(condition)> → \(text(next))"
    }
  }

  private static func text(_ next: Procedure.Next) -> String {
    switch next {
    case .step(let step): "\(step)"
    case .follow(let goal): "follow <\(goal)>"
    case .act(let action): "<\(action)>"
    case .stop: "stop"
    }
  }

  /// `fat(avocado) = 2 * fat(egg)`
  static func text(_ contrast: Contrast) -> String {
    let factor = contrast.factor == 1 ? "" : "\(contrast.factor.plain) * "
    return "\(contrast.property)(\(contrast.subject)) \(sign(contrast.relation)) \(factor)\(contrast.property)(\(contrast.other))"
  }
}
