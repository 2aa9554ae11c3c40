import Foundation
import Testing

/// Small habits that a test keeps for us.
@Suite struct TidyTests {
  @Test func `every unchecked promise has its proof beside it`() throws {
    for file in try SourceTree.swift() {
      for (number, line) in file.lines.enumerated() where line.contains(/@unchecked Sendable|nonisolated\(unsafe\)/) && !line.contains("/@")
      {
        let above = file.lines[max(0, number - 8)...number].joined(separator: "\n")
        #expect(above.contains("Proof:"), "\(file.path):\(number + 1)")
      }
    }
  }

  @Test func `nothing is forced and nothing is left for later`() throws {
    for file in try SourceTree.swift(in: ["Sources"]) {
      for (number, line) in file.lines.enumerated() {
        #expect(!line.contains(/\btry!|\bfatalError\(|\bTODO\b|\bFIXME\b/), "\(file.path):\(number + 1)")
      }
    }
  }

  @Test func `a file holds one idea and can be seen to its end`() throws {
    for file in try SourceTree.swift() { #expect(file.lines.count <= 500, "\(file.path) has \(file.lines.count) lines") }
  }

  @Test func `the core asks neither the clock nor chance nor the disk`() throws {
    let core = ["Lessons", "Reasoning", "Understanding", "TeachingLanguage", "Community", "Dialogue", "Mind", "Examination"]
    let impure =
      /\bDate\(\)|Date\.now|SystemRandomNumberGenerator|\.random\(|\.shuffled\(\)|FileManager|ProcessInfo|URLSession|ContinuousClock\(|UUID\(/
    for file in try SourceTree.swift(in: core.map { "Sources/\($0)" }) {
      // Drawn from a generator that was handed in, a number is no chance.
      for (number, line) in file.lines.enumerated() where !line.contains("using: &") {
        #expect(!line.contains(impure), "\(file.path):\(number + 1)")
      }
    }
  }

  @Test func `only one module knows HTTP and only one knows SQL`() throws {
    for file in try SourceTree.swift(in: ["Sources"]) {
      let text = file.lines.joined(separator: "\n")
      if text.contains(/import Hummingbird|import Mustache/) { #expect(file.path.hasPrefix("Sources/VillageServer/"), "\(file.path)") }
      if text.contains(/import GRDB/) { #expect(file.path.hasPrefix("Sources/Ledger/"), "\(file.path)") }
    }
  }

  @Test func `no template goes round the escaping`() throws {
    for file in try SourceTree.files(in: ["Sources/VillageServer/Resources/Templates"], endingIn: [".mustache"]) {
      for (number, line) in file.lines.enumerated() {
        #expect(!line.contains("{{{") && !line.contains("{{&"), "\(file.path):\(number + 1)")
        #expect(!line.contains(/<script(?![^>]*src=)|\sstyle="|\son[a-z]+="/), "\(file.path):\(number + 1)")
      }
    }
  }

  @Test func `pages speak to people, not to engineers`() throws {
    let words = /\b(intent|entity|entities|slot|training|payload|invalid|classifier|confidence)\b/.ignoresCase()
    for file in try SourceTree.files(in: ["Sources/VillageServer/Resources/Templates"], endingIn: [".mustache"]) {
      for (number, line) in file.lines.enumerated() {
        let text = line.replacing(/\{\{[^}]*\}\}|<[^>]*>/, with: " ")
        #expect(!text.contains(words), "\(file.path):\(number + 1)")
      }
    }
  }

  @Test func `decisions are numbered without gaps and linked`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: SourceTree.root.appending(path: "docs/decisions").path).sorted()
    for (index, name) in names.enumerated() {
      #expect(name.hasPrefix(String(format: "%04d-", index + 1)), "\(name)")
    }
  }
}
