import Foundation
import Yams

/// What `Demo/demo.yaml` says; its format is described there.
struct DemoManifest: Decodable {
  struct Village: Decodable {
    let name: String
    let notice: String
  }

  struct Member: Decodable {
    let id: String
    let name: String
    let role: String
    let group: String?
    let about: String?
  }

  struct Column: Decodable {
    let column: String
    let property: String
    let unit: String
  }

  struct Comment: Decodable {
    let by: String
    let day: String
    let text: String
  }

  struct Settled: Decodable {
    let by: String
    let day: String
    let holds: [String]
    let reason: String
    let dissent: String?
  }

  /// One thing that happened; exactly one of `lessons`, `table`, `discussion` is there.
  struct Occasion: Decodable {
    let lessons: String?
    let table: String?
    let discussion: String?

    let teacher: String?
    let day: String?
    let source: String?
    let kind: String?
    let name: String?
    let columns: [Column]?

    let subject: String?
    let property: String?
    let comments: [Comment]?
    let settled: Settled?
  }

  let village: Village
  let members: [Member]
  let occasions: [Occasion]
  let hands: String

  init(in folder: URL) throws {
    self = try YAMLDecoder().decode(Self.self, from: Data(contentsOf: folder.appending(path: "demo.yaml")))
  }

  /// The folder that ships with the program.
  static func folder() throws -> URL {
    guard let folder = Bundle.module.url(forResource: "Demo", withExtension: nil) else {
      throw Complaint(
        "The demonstration's files are missing.", hint: "Build again: the folder village_village.resources belongs beside the program.")
    }
    return folder
  }
}

/// A file of lessons: a head with `key: value` lines, a blank line, then one sentence a line; # begins a remark.
struct LessonFile {
  let teacher: String
  let day: String
  let source: String?
  let sentences: [String]

  init(contentsOf url: URL) throws {
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    let headLines = lines.prefix { !$0.isEmpty }
    var head: [String: String] = [:]
    for line in headLines {
      guard let colon = line.firstIndex(of: ":") else { continue }
      head[String(line[..<colon])] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    guard let teacher = head["teacher"], let day = head["day"] else {
      throw Complaint("\(url.lastPathComponent) names no teacher or day.", hint: "Begin the file with teacher: and day:.")
    }
    self.teacher = teacher
    self.day = day
    self.source = head["source"]
    sentences = lines.dropFirst(headLines.count).map { $0.trimmingCharacters(in: .whitespaces) }.filter {
      !$0.isEmpty && !$0.hasPrefix("#")
    }
  }
}
