import CZlib

/// Reads gzip (RFC 1952) by the system's zlib.
public enum Gzip {
  public enum Failure: Error, Equatable {
    case notGzip
    case damaged
    case tooLarge(limit: Int)
  }

  /// Whether the bytes begin as gzip does.
  public static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// - Parameter sizeBytesMax: more than this is refused: a small file may hold a very large one.
  public static func inflate(_ bytes: [UInt8], sizeBytesMax: Int = 256 << 20) throws(Failure) -> [UInt8] {
    guard isGzip(bytes) else { throw .notGzip }
    var stream = z_stream()
    let automaticHeader: Int32 = 15 + 32
    guard inflateInit2_(&stream, automaticHeader, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { throw .damaged }
    defer { inflateEnd(&stream) }
    var input = bytes
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    var status = Z_OK
    let failure: Failure? = input.withUnsafeMutableBufferPointer { source in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      while status == Z_OK {
        let written = chunk.withUnsafeMutableBufferPointer { target in
          stream.next_out = target.baseAddress
          stream.avail_out = UInt32(target.count)
          status = CZlib.inflate(&stream, Z_NO_FLUSH)
          return target.count - Int(stream.avail_out)
        }
        guard status == Z_OK || status == Z_STREAM_END else { return .damaged }
        output.append(contentsOf: chunk[..<written])
        guard output.count <= sizeBytesMax else { return .tooLarge(limit: sizeBytesMax) }
        if written == 0, status == Z_OK, stream.avail_in == 0 { return .damaged }
      }
      return nil
    }
    if let failure { throw failure }
    return output
  }
}
