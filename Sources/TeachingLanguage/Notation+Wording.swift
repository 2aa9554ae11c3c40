public import Lessons

/// Conditions on the words of a text in the short notation: `"cake" in text`, `"wife" before X 1..3`.
extension Notation {
  public static func text(_ condition: TextCondition) -> String {
    switch condition {
    case .all(let all): all.map(grouped).joined(separator: " & ")
    case .any(let all): all.map(grouped).joined(separator: " or ")
    case .not(let condition): "not " + grouped(condition)
    case .found(let finding):
      (finding.needed == 1 ? "" : "\(finding.needed) of ") + finding.items.map(text).joined(separator: "/") + text(finding.place)
    case .counted(let counting): text(counting.times) + " " + text(counting.item) + text(counting.place)
    case .compared(let comparison):
      "\(text(comparison.part)) \(comparison.relation.rawValue) \(comparison.others.map(text).joined(separator: "/"))"
    case .shaped(let part, let shape): "\(text(part)) is \(shape.rawValue)"
    }
  }

  private static func grouped(_ condition: TextCondition) -> String {
    switch condition {
    case .all, .any: "(" + text(condition) + ")"
    default: text(condition)
    }
  }

  private static func text(_ item: TextItem) -> String {
    switch item {
    case .phrase(let phrase): "\"\(phrase)\""
    case .slot(let slot): slot
    case .mention(let concept): "<\(concept)>"
    case .word(let shape): shape.map { "<\($0.rawValue) word>" } ?? "<word>"
    }
  }

  private static func text(_ place: TextPlace) -> String {
    switch place {
    case .text: " in text"
    case .within(let slot): " in \(slot)"
    case .beside(let item, let side, let distance):
      " \(side == .either ? "near" : side.rawValue) \(text(item))" + (distance == CountRange(least: 1) ? "" : " " + text(distance))
    case .between(let one, let other): " between \(text(one)) & \(text(other))"
    }
  }

  private static func text(_ part: TextPart) -> String {
    switch part {
    case .text: "text"
    case .slot(let slot): slot
    case .phrase(let phrase): "\"\(phrase)\""
    case .firstWord(let slot): "first word of \(slot ?? "text")"
    case .lastWord(let slot): "last word of \(slot ?? "text")"
    }
  }

  private static func text(_ count: CountRange) -> String {
    count.least == count.most ? "\(count.least)" : "\(count.least)..\(count.most.map(String.init) ?? "")"
  }
}
