import Interchange
import Lessons

/// What a column is said to mean, in words from outside.
struct ImportColumn: Codable, Sendable {
  let role: String
  let property: String?
  let unit: String?

  init(role: String, property: String?, unit: String?) {
    self.role = role
    self.property = property
    self.unit = unit
  }

  init(_ role: ImportPlan.Role) {
    switch role {
    case .subject: self.init(role: "subject", property: nil, unit: nil)
    case .value(let property, let unit): self.init(role: "value", property: property.label, unit: unit == .none ? nil : unit.code)
    case .ignored: self.init(role: "ignored", property: nil, unit: nil)
    }
  }

  func role(header: String) throws -> ImportPlan.Role {
    switch role {
    case "subject": return .subject
    case "ignored": return .ignored
    case "value":
      let unitWords = unit.flatMap(CheckedText.trimmed)
      guard let parsed = unitWords.map({ Unit(parsing: $0) }) ?? Unit.none else {
        throw Problem.invalid("the unit of \(header)", "is no unit that I know; write for example g/100 g, or leave it out")
      }
      return .value(try Concept(parsing: property.flatMap(CheckedText.trimmed) ?? header), parsed)
    default: throw Problem.invalid("the role of \(header)", "is none of: subject, value, ignored")
    }
  }
}
