internal import Foundation

/// Facts read from text: “property subject value” a line, subject a number, value a number, a name, or `#` and an amount.
struct FactFile {
  struct Fact {
    let subject: UInt32
    let property: UInt32
    let value: UInt32
    let isNumber: Bool
  }

  private(set) var facts: [Fact] = []

  init(_ path: String, _ program: inout Program) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    var properties: [Data: UInt32] = [:]
    try data.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) in
      var place = 0
      func field() -> Range<Int> {
        let begin = place
        while place < bytes.count, bytes[place] > 32 { place += 1 }
        let end = place
        place += 1
        return begin..<end
      }
      func number(_ range: Range<Int>) -> UInt32? {
        var number: UInt32 = 0
        for at in range {
          guard bytes[at] >= 48 && bytes[at] <= 57 else { return nil }
          number = number * 10 + UInt32(bytes[at] - 48)
        }
        return number
      }
      while place < bytes.count {
        let (name, subject, value) = (field(), field(), field())
        guard let subject = number(subject) else { throw CocoaError(.fileReadCorruptFile) }
        let key = Data(bytes[name])
        let property: UInt32
        if let known = properties[key] {
          property = known
        } else {
          property = program.property(String(decoding: key, as: UTF8.self))
          properties[key] = property
        }
        if let number = number(value) {
          facts.append(Fact(subject: subject, property: property, value: number, isNumber: false))
        } else if bytes[value.lowerBound] == 35, let amount = number((value.lowerBound + 1)..<value.upperBound) {
          facts.append(Fact(subject: subject, property: property, value: amount, isNumber: true))
        } else {
          let named = program.number(String(decoding: bytes[value], as: UTF8.self))
          facts.append(Fact(subject: subject, property: property, value: named, isNumber: false))
        }
      }
    }
  }
}
