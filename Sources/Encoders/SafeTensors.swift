public import Foundation

/// A file of tensors: a length, a JSON header that says where each tensor lies, and the tensors' numbers.
///
/// The file is mapped, not read: what is never asked for stays on the disk. It must not change while it is open.
///
/// Source: the format's description in github.com/huggingface/safetensors (README, "Format").
public struct SafeTensors: Sendable {
  /// How a number is written; little-endian.
  public enum Format: String, Sendable {
    case f64 = "F64"
    case f32 = "F32"
    case f16 = "F16"
    case bf16 = "BF16"
    case i64 = "I64"
    case i32 = "I32"
    case i16 = "I16"
    case i8 = "I8"
    case u64 = "U64"
    case u32 = "U32"
    case u16 = "U16"
    case u8 = "U8"
    case bool = "BOOL"

    var bytes: Int {
      switch self {
      case .f64, .i64, .u64: 8
      case .f32, .i32, .u32: 4
      case .f16, .bf16, .i16, .u16: 2
      case .i8, .u8, .bool: 1
      }
    }
  }

  public struct Tensor: Hashable, Sendable {
    public let format: Format
    public let shape: [Int]
    /// In bytes of the file.
    let range: Range<Int>

    var description: String { "\(format.rawValue) \(shape)" }
  }

  static let headerBytesMax = 100_000_000  // as the format's own reader has it

  public let file: String
  public let tensors: [String: Tensor]
  let data: Data

  public init(contentsOf url: URL) throws(ModelError) {
    guard let data = try? Data(contentsOf: url, options: .alwaysMapped) else { throw .unreadable(file: url.path) }
    try self.init(parsing: data, file: url.path)
  }

  /// - Parameter file: what errors call it.
  public init(parsing data: Data, file: String) throws(ModelError) {
    func damaged(_ reason: String) -> ModelError { .damaged(file: file, reason: reason) }
    guard data.count >= 8 else { throw damaged("it ends before its header begins") }
    let length = data.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
    guard length <= Self.headerBytesMax, Int(length) <= data.count - 8 else {
      throw damaged("its header should take \(length) bytes, but \(data.count - 8) follow")
    }
    let start = data.startIndex + 8
    let body = 8 + Int(length)
    let header: Header
    do {
      header = try JSONDecoder().decode(Header.self, from: data[start..<start + Int(length)])
    } catch {
      throw damaged("its header is not JSON that describes tensors")
    }
    var tensors: [String: Tensor] = [:]
    for (name, entry) in header.entries {
      guard let format = Format(rawValue: entry.dtype) else { throw damaged("“\(name)” has the unknown format “\(entry.dtype)”") }
      guard let bytes = Self.bytes(entry.shape, format) else { throw damaged("“\(name)” has the impossible shape \(entry.shape)") }
      let offsets = entry.data_offsets
      guard offsets.count == 2, 0 <= offsets[0], offsets[0] <= offsets[1], offsets[1] <= data.count - body else {
        throw damaged("“\(name)” lies outside the file")
      }
      guard offsets[1] - offsets[0] == bytes else {
        throw damaged("“\(name)” takes \(offsets[1] - offsets[0]) bytes where its shape takes \(bytes)")
      }
      tensors[name] = Tensor(format: format, shape: entry.shape, range: body + offsets[0]..<body + offsets[1])
    }
    var end = body
    for (name, tensor) in tensors.sorted(by: { Self.place($0) < Self.place($1) }) {
      guard tensor.range.lowerBound == end else { throw damaged("“\(name)” overlaps another tensor or leaves a gap") }
      end = tensor.range.upperBound
    }
    guard end == data.count else { throw damaged("\(data.count - end) bytes at its end belong to no tensor") }
    self.file = file
    self.tensors = tensors
    self.data = data
  }

  private static func place(_ tensor: (key: String, value: Tensor)) -> (Int, Int, String) {
    (tensor.value.range.lowerBound, tensor.value.range.upperBound, tensor.key)
  }

  /// Nil where a length is negative or the whole does not fit any memory.
  private static func bytes(_ shape: [Int], _ format: Format) -> Int? {
    var bytes = format.bytes
    for length in shape {
      let (product, overflow) = bytes.multipliedReportingOverflow(by: length)
      guard length >= 0, !overflow else { return nil }
      bytes = product
    }
    return bytes
  }
}

/// The header: a member for each tensor, and perhaps `__metadata__`.
private struct Header: Decodable {
  struct Entry: Decodable {
    let dtype: String
    let shape: [Int]
    let data_offsets: [Int]
  }

  struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  var entries: [String: Entry] = [:]

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Name.self)
    for name in members.allKeys where name.stringValue != "__metadata__" {
      entries[name.stringValue] = try members.decode(Entry.self, forKey: name)
    }
  }
}
