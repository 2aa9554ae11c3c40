import Understanding

/// A confusion matrix as a drawing: a row for each true intent, a column for each given one, darker where more texts are.
/// Every field that is not empty says in words what it stands for.
struct ConfusionDrawing {
  private let report: IntentReport
  private let side = 14
  private let margin = 190

  init(_ report: IntentReport) { self.report = report }

  var svg: String {
    let names = report.intents.map(\.intent)
    let size = margin + names.count * side + 10
    var lines = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size) \(size)" width="\(size)" height="\(size)" role="img" \
      aria-label="Confusion matrix" font-family="sans-serif" font-size="9">
      """,
      "<rect width=\"\(size)\" height=\"\(size)\" fill=\"#fff\"/>",
    ]
    for (place, name) in names.enumerated() {
      let along = margin + place * side + 10
      lines.append("<text x=\"\(margin - 4)\" y=\"\(along)\" text-anchor=\"end\">\(Self.escaped(name))</text>")
      lines.append("<text transform=\"translate(\(along) \(margin - 4)) rotate(-90)\">\(Self.escaped(name))</text>")
    }
    for (row, intent) in report.intents.enumerated() {
      for (column, given) in names.enumerated() {
        guard let count = report.confusion[intent.intent]?[given], count > 0 else { continue }
        let share = Double(count) / Double(max(intent.support, 1))
        // On the diagonal green, elsewhere red; never lighter than can be seen.
        let (hue, lightness) = (row == column ? 140 : 10, 85 - Int(share * 55))
        lines.append(
          """
          <rect x="\(margin + column * side)" y="\(margin + row * side)" width="\(side - 1)" height="\(side - 1)" \
          fill="hsl(\(hue) 60% \(lightness)%)"><title>\(count) of \(intent.support) “\(Self.escaped(intent.intent))” read as \
          “\(Self.escaped(given))”</title></rect>
          """)
      }
    }
    lines.append("</svg>\n")
    return lines.joined(separator: "\n")
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
  }
}
