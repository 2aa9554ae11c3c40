import Foundation

/// A file of vectors that only grows: a header with the encoder's identity, then a record for each text.
///
/// A record is the text's key (16 bytes), the vector (two bytes a number, little-endian) and four bytes that check both.
/// What a crash left of a last record is cut off; a record that is damaged ends the file. The file of another encoder is
/// begun anew, and so is one that has grown too long, with its last records.
struct VectorFile: Sendable {
  private let handle: FileHandle
  private let dimensions: Int

  /// Opens the file, or makes it.
  ///
  /// - Parameter recordsMax: a file of more is begun anew with its last half.
  /// - Returns: the file, ready for more, and its records, the oldest first.
  static func open(_ url: URL, identity: String, dimensions: Int, recordsMax: Int) throws(ModelError) -> (
    file: VectorFile, records: [(VectorKey, HalfVector)]
  ) {
    let header = Data("village-vectors-1 \(identity) \(dimensions)\n".utf8)
    let recordBytes = VectorKey.bytes + 2 * dimensions + 4
    let manager = FileManager.default
    if !manager.fileExists(atPath: url.path) {
      guard manager.createFile(atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
        throw .unwritable(file: url.path)
      }
    }
    guard let data = try? Data(contentsOf: url) else { throw .unreadable(file: url.path) }
    var records: [(VectorKey, HalfVector)] = []
    var end = header.count
    let isOurs = data.starts(with: header)
    while isOurs, end + recordBytes <= data.count, let record = Self.record(data[end..<end + recordBytes]) {
      records.append(record)
      end += recordBytes
    }
    do {
      let handle = try FileHandle(forUpdating: url)
      if isOurs, records.count <= recordsMax {
        try handle.truncate(atOffset: UInt64(end))
      } else {
        records.removeFirst(records.count - min(records.count, recordsMax / 2))
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: header + data.prefix(end).suffix(records.count * recordBytes))
      }
      try handle.seekToEnd()
      return (VectorFile(handle: handle, dimensions: dimensions), records)
    } catch {
      throw .unwritable(file: url.path)
    }
  }

  /// - Returns: false where it could not be written.
  func append(_ vector: HalfVector, for key: VectorKey) -> Bool {
    precondition(vector.bits.count == dimensions, "vectors of one length")
    var record = Data(key.bytes)
    for bits in vector.bits { record.append(contentsOf: [UInt8(truncatingIfNeeded: bits), UInt8(bits >> 8)]) }
    let check = Self.check(record)
    record.append(contentsOf: (0..<4).map { UInt8(truncatingIfNeeded: check >> (8 * $0)) })
    do {
      try handle.write(contentsOf: record)
      return true
    } catch {
      return false
    }
  }

  /// Nil where the bytes are not as they were written.
  private static func record(_ bytes: Data) -> (VectorKey, HalfVector)? {
    let content = [UInt8](bytes.dropLast(4))
    let stored = bytes.suffix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    guard check(content) == stored else { return nil }
    let numbers = stride(from: VectorKey.bytes, to: content.count, by: 2).map { place -> UInt16 in
      UInt16(content[place]) | UInt16(content[place + 1]) << 8
    }
    return (VectorKey(content), HalfVector(bits: numbers))
  }

  /// FNV-1a, 32 bits.
  private static func check(_ bytes: some Sequence<UInt8>) -> UInt32 {
    bytes.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }
}
