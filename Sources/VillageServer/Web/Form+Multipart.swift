/// Reads `multipart/form-data` (RFC 7578): how browsers send files.
extension Form {
  private static let partsMax = 100

  init(multipart bytes: [UInt8], contentType: String) throws(Problem) {
    guard let boundary = Self.parameter("boundary", of: contentType), !boundary.isEmpty, boundary.utf8.count <= 70 else {
      throw .malformed("The form does not say where its parts end.")
    }
    var fields: [(name: String, value: String)] = []
    var files: [String: File] = [:]
    let delimiter = Array("\r\n--\(boundary)".utf8)
    let opening = Array("--\(boundary)".utf8)
    guard bytes.starts(with: opening) else { throw .malformed("The form does not begin with a part.") }
    var position = opening.count
    for _ in 0..<Self.partsMax {
      if bytes[position...].starts(with: Array("--".utf8)) {
        self.init(fields: fields, files: files)
        return
      }
      guard bytes[position...].starts(with: Array("\r\n".utf8)),
        let headEnd = Self.find(Array("\r\n\r\n".utf8), in: bytes, from: position),
        let end = Self.find(delimiter, in: bytes, from: headEnd + 2)
      else { throw .malformed("A part of the form does not end.") }
      guard let head = String(validating: bytes[position..<headEnd], as: UTF8.self) else { throw .notUTF8 }
      let content = bytes[min(headEnd + 4, end)..<end]
      let disposition = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
      guard let disposition, let name = Self.parameter("name", of: String(disposition)) else {
        throw .malformed("A part of the form has no name.")
      }
      if let file = Self.parameter("filename", of: String(disposition)) {
        files[name] = File(name: file, bytes: Array(content))
      } else {
        guard let text = String(validating: content, as: UTF8.self) else { throw .notUTF8 }
        fields.append((name, text))
      }
      position = end + delimiter.count
    }
    throw .malformed("The form has more than \(Self.partsMax) parts.")
  }

  /// `name` of `form-data; name="file"; filename="a.tsv"`.
  private static func parameter(_ name: String, of header: String) -> String? {
    for part in header.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].trimming(while: \.isWhitespace).lowercased() == name else { continue }
      let value = pair[1].trimming(while: \.isWhitespace)
      return String(value.first == "\"" && value.last == "\"" && value.count > 1 ? value.dropFirst().dropLast() : value)
    }
    return nil
  }

  private static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard start + needle.count <= bytes.count else { return nil }
    var position = start
    while position <= bytes.count - needle.count {
      guard let first = bytes[position...(bytes.count - needle.count)].firstIndex(of: needle[0]) else { return nil }
      if bytes[first...].starts(with: needle) { return first }
      position = first + 1
    }
    return nil
  }
}
