import Lessons

/// A procedure is said as a numbered list, which reads as it was.
extension Sayer {
  func say(_ procedure: Procedure) -> String {
    var sentences: [String] = []
    if !procedure.needs.isEmpty { sentences.append(say(.needs(procedure.needs))) }
    sentences += procedure.before.map { say(.before($0)) }
    sentences += procedure.steps.enumerated().map { "\($0 + 1). \(say($1))" }
    // A quotation ends the last step only where nothing follows it.
    if !procedure.stops.isEmpty, sentences.last?.hasSuffix("\"") == true { sentences[sentences.count - 1] += "." }
    sentences += procedure.stops.map { say(.stop($0)) }
    return ([opening(procedure.goal)] + sentences).joined(separator: " ")
  }

  /// “Unplug it.”, “Ask: "Is the light red?" If yes, go to step 3.”
  func say(_ step: Procedure.Step) -> String {
    switch step {
    case .act(let action): Self.ended(action)
    // Each answer in a sentence of its own.
    case .ask(let question, let branches):
      ([say(.step(.ask(question, [])))] + branches.map { say(.branches([$0])) }).joined(separator: " ")
    case .again, .follow, .check: say(.step(step))
    }
  }

  private func say(_ piece: ProcedurePiece) -> String { sentence(.piece(piece), "piece", end: ".") }

  private func opening(_ goal: String) -> String { sentence(.text(goal), "procedure.opening", end: ":") }

  private static func ended(_ text: String) -> String {
    [".", "!", "?", ".\"", "!\"", "?\""].contains(where: text.hasSuffix) ? text : text + "."
  }
}
