import Lessons
import Understanding

/// A part of a sentence as a sentence of its own: words as they were written, and small ones that were left out.
struct Clause: Hashable {
  enum Part: Hashable {
    /// A position among the sentence's words.
    case word(Int)
    /// A word that the sentence leaves out: the “is” of “Ana, a nurse, …”.
    case said(String)
  }

  var parts: [Part]

  init(_ parts: some Sequence<Part>) { self.parts = Array(parts) }

  var count: Int { parts.count }

  func slice(_ range: Range<Int>) -> [Part] { Array(parts[range]) }

  /// The clause as it would be typed, and where each of its stretches was.
  func text(of sentence: Sentence) -> (text: String, moves: [Reader.Move]) {
    var (text, moves): (String, [Reader.Move]) = ("", [])
    for (place, part) in parts.enumerated() {
      switch part {
      case .said(let word): text += (place == 0 || word == "'s" || word == "," ? "" : " ") + word
      case .word(let position):
        let word = sentence.words[position]
        // The halves of a contraction share one place; where both are there, they stay one word: “dor no peito”.
        let isSecondHalf = position > 0 && sentence.words[position - 1].range == word.range
        if isSecondHalf, place > 0, parts[place - 1] == .word(position - 1) { continue }
        let isWhole = word.contracted != nil && place + 1 < parts.count && parts[place + 1] == .word(position + 1)
        let isApart = word.followsSpace || isSecondHalf || place > 0 && parts[place - 1] != .word(position - 1)
        if place > 0, isApart, word.normal != "'s", word.normal != "," { text += " " }
        let isHalf = isSecondHalf || word.contracted != nil && !isWhole
        let written = isHalf ? word.written : sentence.written(position..<position + 1)
        if !isHalf {
          moves.append(Reader.Move(from: text.utf8.count..<text.utf8.count + written.utf8.count, to: word.range.lowerBound))
        }
        text += written
      }
    }
    return (text + ".", joined(moves))
  }

  /// A name of several words was typed in one stretch.
  private func joined(_ moves: [Reader.Move]) -> [Reader.Move] {
    moves.reduce(into: []) { joined, move in
      if let last = joined.last, move.from.lowerBound - last.from.lowerBound == move.to - last.to {
        joined[joined.count - 1] = Reader.Move(from: last.from.lowerBound..<move.from.upperBound, to: last.to)
      } else {
        joined.append(move)
      }
    }
  }
}
