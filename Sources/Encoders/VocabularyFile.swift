import Foundation
import Understanding

/// Reads a `vocab.txt`.
enum VocabularyFile {
  static func read(_ url: URL, words: BasicWords) throws(ModelError) -> (pieces: WordPieces, bytes: Data) {
    guard let bytes = try? Data(contentsOf: url) else { throw .unreadable(file: url.path) }
    do {
      return (try WordPieces(lines: WordPieces.lines(of: bytes), words: words), bytes)
    } catch {
      throw .damaged(file: url.path, reason: "it has no piece “\(error.name)”")
    }
  }
}
