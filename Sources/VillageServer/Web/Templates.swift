import Foundation
import Mustache

/// The pages' templates, read once. Every value in them is escaped.
struct Templates: Sendable {
  private let library: MustacheLibrary

  enum Failure: Error {
    case folderMissing(String)
    case unknown(String)
  }

  /// The folder that holds all that pages are made of.
  static var resources: URL { Bundle.module.bundleURL.appending(path: "Resources") }

  /// All that come with the program, read once.
  static func bundled() throws -> Templates { try kept.get() }

  private static let kept = Result { try read() }

  private static func read() throws -> Templates {
    let folder = resources.appending(path: "Templates")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".mustache") }
    guard !names.isEmpty else { throw Failure.folderMissing(folder.path) }
    var library = MustacheLibrary()
    for name in names.sorted() {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      try library.register(text, named: String(name.dropLast(".mustache".count)))
    }
    return Templates(library: library)
  }

  func render(_ name: String, _ context: Composed) throws -> String {
    guard let text = library.render(context, withTemplate: name) else { throw Failure.unknown(name) }
    return text
  }
}

/// Several values read by a template as if they were one: the frame of a page and what is on it. The first has precedence.
struct Composed: MustacheParent {
  private let children: [String: Any]

  init(_ parts: Any...) {
    var children: [String: Any] = [:]
    for part in parts.reversed() {
      for case (let label?, let value) in Mirror(reflecting: part).children {
        if let present = Self.unwrapped(value) { children[label] = present }
      }
    }
    self.children = children
  }

  func child(named name: String) -> Any? { children[name] }

  private static func unwrapped(_ value: Any) -> Any? {
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .optional else { return value }
    return mirror.children.first?.value
  }
}
