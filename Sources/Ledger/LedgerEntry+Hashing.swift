import Crypto
import Foundation

extension LedgerEntry {
  /// The bytes that the hash covers. Texts are preceded by their length, so no two entries share a layout:
  ///
  /// | bytes | what |
  /// | --- | --- |
  /// | 16 | `village.entry.v1`, ASCII |
  /// | 8 | sequence, big-endian |
  /// | 4 + n | kind: length in bytes, big-endian, then UTF-8 |
  /// | 4 + n | payload, likewise |
  /// | 4 + n | author, likewise |
  /// | 8 | time: milliseconds since 1970, big-endian two's complement |
  /// | 1 or 5 + n | request: 0 when there is none, else 1 and then as kind |
  /// | 32 | previous |
  ///
  /// - Precondition: the time lies in the years 0000 to 9999, as in every entry of a ledger.
  public var hashedBytes: [UInt8] {
    guard let milliseconds = RFC3339.milliseconds(of: time) else {
      preconditionFailure("an entry's time has a year of four digits")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(96 + kind.utf8.count + payload.utf8.count + author.utf8.count + (request?.utf8.count ?? 0))
    bytes.append(contentsOf: "village.entry.v1".utf8)
    bytes.append(bigEndian: sequence)
    bytes.append(counted: kind)
    bytes.append(counted: payload)
    bytes.append(counted: author)
    bytes.append(bigEndian: milliseconds)
    bytes.append(request == nil ? 0 : 1)
    if let request { bytes.append(counted: request) }
    bytes.append(contentsOf: previous.bytes)
    return bytes
  }

  /// What `hash` must be.
  public var computedHash: Digest32 {
    Digest32(SHA256.hash(data: hashedBytes))
  }
}

extension [UInt8] {
  fileprivate mutating func append(bigEndian value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
  }

  fileprivate mutating func append(counted text: String) {
    append(bigEndian: UInt32(text.utf8.count))
    append(contentsOf: text.utf8)
  }
}
