import ArgumentParser
import Foundation
import Understanding

/// A file with a sentence, a tab and its meaning on each line.
enum IntentFile {
  /// Its rows; lines that are none are named on the error output and left out.
  static func rows(of path: String) throws -> [LabelledText] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw ValidationError("I cannot read “\(path)” as UTF-8 text.\nGive a file with a sentence, a tab and its meaning on each line.")
    }
    let parsed = LabelledText.parse(tsv: text)
    for bad in parsed.badLines { FileHandle.standardError.write(Data("\(path), line \(bad.number): \(bad.reason)\n".utf8)) }
    guard !parsed.rows.isEmpty else {
      throw ValidationError("“\(path)” holds no sentence with a meaning.\nWrite a sentence, a tab and its meaning on each line.")
    }
    return parsed.rows
  }
}
