import Lessons

/// Reads a conversation as it was pasted: “Patient: Can I eat cake?” and, on the next line, “Assistant: A small piece.”
///
/// What the assistant said to a question is what it must say to it again, so each question with its answer is a test.
struct SampleReader {
  let reader: Reader
  let vocabulary: Vocabulary

  /// What somebody said in one go.
  private struct Turn {
    let isAsked: Bool
    var words: String
    var last: Int
  }

  /// Nil where no conversation begins at that sentence, or somebody said something beside question and answer.
  func read(_ sentences: ArraySlice<Sentence>, of text: String) -> (reading: SentenceReading, count: Int)? {
    let turns = turns(in: sentences)
    guard let first = turns.first, first.isAsked, let last = turns.last, turns.count % 2 == 0,
      turns.indices.allSatisfy({ turns[$0].isAsked == ($0 % 2 == 0) })
    else { return nil }
    let taught = stride(from: 0, to: turns.count, by: 2).map { place in
      Taught(.test(TestCase(Self.plain(turns[place].words), .says(Self.plain(turns[place + 1].words)))))
    }
    let start = sentences[sentences.startIndex].range.lowerBound
    let range = start..<sentences[last.last].range.upperBound
    let sayer = Sayer(grammar: reader.grammar, vocabulary: vocabulary)
    let reading = Reading(
      meaning: .lesson(taught), paraphrase: taught.map { sayer.say($0.teaching) }.joined(separator: " "), newConcepts: [], spans: [],
      respellings: [], weight: 0)
    let whole = SentenceReading(
      text: slice(text[...].utf8, range), range: range, language: reader.grammar.language, readings: [reading], decision: .confirm)
    return (whole, last.last - sentences.startIndex + 1)
  }

  /// Up to the first sentence that begins with another name and a colon.
  private func turns(in sentences: ArraySlice<Sentence>) -> [Turn] {
    var turns: [Turn] = []
    for index in sentences.indices {
      let sentence = sentences[index]
      if let isAsked = speaker(of: sentence) {
        guard let words = afterColon(sentence) else { break }
        turns.append(Turn(isAsked: isAsked, words: words, last: index))
      } else {
        guard !turns.isEmpty, !(sentence.words.count > 1 && sentence.words[1].normal == ":") else { break }
        turns[turns.count - 1].words += " " + sentence.text
        turns[turns.count - 1].last = index
      }
    }
    return turns
  }

  /// Whether one who asks speaks, or one who answers; nil where nobody is named.
  private func speaker(of sentence: Sentence) -> Bool? {
    guard sentence.words.count > 1, sentence.words[1].normal == ":" else { return nil }
    let name = sentence.words[0].normal
    if reader.grammar.functionWords.contains(name, in: .askerName) { return true }
    return reader.grammar.functionWords.contains(name, in: .answererName) ? false : nil
  }

  /// With the mark at the end, as written.
  private func afterColon(_ sentence: Sentence) -> String? {
    let start = sentence.words[1].range.upperBound - sentence.range.lowerBound
    let words = String(decoding: sentence.text.utf8.dropFirst(start), as: UTF8.self).drop { $0 == " " }
    return words.isEmpty ? nil : String(words)
  }

  /// A test is said in quotation marks, so it holds none.
  private static func plain(_ words: String) -> String { words.filter { !"\"“”".contains($0) } }
}
