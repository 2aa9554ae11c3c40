public import Foundation

extension SafeTensors {
  /// A tensor to be written.
  public struct Draft: Sendable {
    public let name: String
    public let format: Format
    public let shape: [Int]
    let bytes: [UInt8]

    public static func floats(_ name: String, shape: [Int], _ numbers: [Float]) -> Draft {
      Draft(name: name, format: .f32, shape: shape, bytes: bytes(numbers.map(\.bitPattern)))
    }

    public static func integers8(_ name: String, shape: [Int], _ numbers: [Int8]) -> Draft {
      Draft(name: name, format: .i8, shape: shape, bytes: numbers.map { UInt8(bitPattern: $0) })
    }

    public static func integers16(_ name: String, shape: [Int], _ numbers: [Int16]) -> Draft {
      Draft(name: name, format: .i16, shape: shape, bytes: bytes(numbers))
    }

    private static func bytes(_ numbers: [some FixedWidthInteger]) -> [UInt8] {
      numbers.flatMap { number in withUnsafeBytes(of: number.littleEndian) { Array($0) } }
    }
  }

  /// The bytes of a file with these tensors, in this order.
  ///
  /// - Precondition: the names differ, and each draft has as many numbers as its shape says.
  public static func file(_ drafts: [Draft], metadata: [String: String] = [:]) -> Data {
    precondition(Set(drafts.map(\.name)).count == drafts.count, "each tensor has a name of its own")
    var header: [String: HeaderValue] = metadata.isEmpty ? [:] : ["__metadata__": .metadata(metadata)]
    var end = 0
    for draft in drafts {
      precondition(draft.shape.reduce(draft.format.bytes, *) == draft.bytes.count, "as many numbers as the shape says")
      header[draft.name] = .tensor(dtype: draft.format.rawValue, shape: draft.shape, offsets: [end, end + draft.bytes.count])
      end += draft.bytes.count
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Strings and whole numbers cannot fail to be written.
    var json = (try? encoder.encode(header)) ?? Data()
    json.append(contentsOf: repeatElement(0x20, count: (8 - json.count % 8) % 8))
    var file = withUnsafeBytes(of: UInt64(json.count).littleEndian) { Data($0) }
    file.append(json)
    for draft in drafts { file.append(contentsOf: draft.bytes) }
    return file
  }

  private enum HeaderValue: Encodable {
    case metadata([String: String])
    case tensor(dtype: String, shape: [Int], offsets: [Int])

    private enum Key: String, CodingKey { case dtype, shape, offsets = "data_offsets" }

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .metadata(let texts):
        var container = encoder.singleValueContainer()
        try container.encode(texts)
      case .tensor(let dtype, let shape, let offsets):
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(dtype, forKey: .dtype)
        try container.encode(shape, forKey: .shape)
        try container.encode(offsets, forKey: .offsets)
      }
    }
  }
}
