import Foundation

/// The project's own files, as text.
struct SourceTree {
  struct File {
    /// From the project's root.
    let path: String
    let lines: [Substring]
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The files below some folders that end in one of these.
  static func files(in folders: [String], endingIn endings: [String]) throws -> [File] {
    var files: [File] = []
    for folder in folders {
      guard let walk = FileManager.default.enumerator(atPath: root.appending(path: folder).path) else { continue }
      for case let name as String in walk where endings.contains(where: name.hasSuffix) {
        let text = try String(contentsOf: root.appending(path: "\(folder)/\(name)"), encoding: .utf8)
        files.append(File(path: "\(folder)/\(name)", lines: text.split(separator: "\n", omittingEmptySubsequences: false)))
      }
    }
    return files.sorted { $0.path < $1.path }
  }

  static func swift(in folders: [String] = ["Sources", "Tests"]) throws -> [File] { try files(in: folders, endingIn: [".swift"]) }
}
