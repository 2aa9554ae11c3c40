public import Lessons
import Understanding

/// Lexicons in layers, the trusted first: the community's, then one's own.
///
/// What an earlier layer knows, a later one never changes; so a newcomer's words do not alter how known ones are read.
public struct Vocabulary: Sendable {
  let layers: [Lexicon]

  public init(layers: [Lexicon] = []) { self.layers = layers }

  public func concept(named name: String) -> Concept? { concept(key: Concept(name).key) }

  public func roles(of concept: Concept) -> Set<Role> {
    layers.reduce(into: Set()) { $0.formUnion($1.roles(of: concept)) }
  }

  /// What the property is given in.
  func units(of concept: Concept) -> Set<Unit> {
    layers.reduce(into: Set()) { $0.formUnion($1.units(ofKey: concept.key)) }
  }

  func concept(key: String) -> Concept? {
    for layer in layers {
      if let concept = layer.concept(key: key) { return concept }
    }
    return nil
  }

  /// What it is called in a language, where that was taught.
  func translation(of concept: Concept, to language: String) -> Concept? {
    layers.lazy.compactMap { $0.translation(ofKey: concept.key, to: language) }.first
  }

  func knows(word: String) -> Bool { layers.contains { $0.words.contains(word) } }

  func adding(_ lexicon: Lexicon) -> Vocabulary { Vocabulary(layers: layers + [lexicon]) }

  /// The names nearest in spelling, nearest first; for asking “did you mean?”, not for reading.
  ///
  /// Looks at the names with the same first two letters, and at words with a slip anywhere.
  ///
  /// - Complexity: O(names that begin so).
  public func nearest(to name: String, limit: Int = 5) -> [Concept] {
    let key = Concept(name).key
    let length = key.utf8.count
    let tolerance = max(1, min(4, length / 3))
    var found: [(slips: Int, key: String)] = []
    for layer in layers {
      layer.forEachKey(sharingInitialsWith: key) { candidate in
        guard abs(candidate.utf8.count - length) <= tolerance, candidate != key else { return }
        if let slips = EditDistance.bounded(key, candidate, atMost: tolerance) { found.append((slips, candidate)) }
      }
      for correction in layer.words.corrections(of: key, limit: limit) where layer.concept(key: correction.word) != nil {
        found.append((correction.slips, correction.word))
      }
    }
    found.sort { ($0.slips, $0.key) < ($1.slips, $1.key) }
    var seen: Set<String> = []
    return found.filter { seen.insert($0.key).inserted }.prefix(limit).compactMap { concept(key: $0.key) }
  }
}

/// A known name found in a sentence.
struct NameMatch {
  let concept: Concept
  let roles: Set<Role>
  /// In words of the sentence.
  let range: Range<Int>
  let isPlural: Bool
  let respellings: [Slip]
  let cost: Double
}

/// A word that was read as another.
struct Slip: Hashable {
  let word: Int  // position in the sentence
  let readAs: String
  /// How many letters were off.
  var edits = 1
}

extension Vocabulary {
  static let nameLengthMax = 40  // words
  static let slipCost = 0.9
  /// People seldom miss the first letter: “bake” beside “cake” is more likely a word of its own.
  static let firstLetterCost = 0.6

  static func cost(of slip: Slip, writtenAs written: String) -> Double {
    slipCost * Double(slip.edits) + (slip.readAs.first == written.first ? 0 : firstLetterCost)
  }

  /// The known names that start at a word: each length once, by the first layer that knows it.
  ///
  /// - Parameter spellings: for each word, what it may stand for; the word itself first, without slips.
  func names(
    at start: Int, in words: [Word], _ morphology: any Morphology, spellings: (Int) -> [(word: String, slips: Int)]
  ) -> [NameMatch] {
    var matches: [NameMatch] = []
    var taken: Set<String> = []
    for layer in layers {
      for first in spellings(start) {
        collect(from: layer, first, at: start, in: words, morphology, spellings, &taken, &matches)
      }
    }
    return matches
  }

  private func collect(
    from layer: Lexicon, _ first: (word: String, slips: Int), at start: Int, in words: [Word], _ morphology: any Morphology,
    _ spellings: (Int) -> [(word: String, slips: Int)], _ taken: inout Set<String>, _ matches: inout [NameMatch]
  ) {
    func add(_ form: String, _ range: Range<Int>, isPlural: Bool, _ slips: [Slip], _ cost: Double) {
      let keys = layer.keys(of: form)
      guard !keys.isEmpty, taken.insert("\(range.upperBound) \(form)").inserted else { return }
      for key in keys {
        guard let concept = concept(key: key) else { continue }
        matches.append(
          NameMatch(
            concept: concept, roles: roles(of: concept), range: range, isPlural: isPlural, respellings: slips,
            cost: slips.reduce(cost) { $0 + Self.cost(of: $1, writtenAs: words[$1.word].normal) }))
      }
    }
    let begin = start + (words[start].contracted == nil ? 1 : 2)
    var prefixes: [Prefix] = []
    for form in Self.forms(of: first.word, morphology) {
      let slips = first.slips > 0 ? [Slip(word: start, readAs: first.word, edits: first.slips)] : []
      add(form.text, start..<begin, isPlural: form.isPlural, slips, 0)
      let goesOn = !form.isPlural || morphology.bendsEveryWord
      if goesOn, let lengths = layer.lengths(startingWith: form.text) {
        prefixes.append(Prefix(form: form.text, isPlural: form.isPlural, slips: slips, lengths: lengths))
      }
    }
    let longest = min(prefixes.compactMap { $0.lengths.keys.max() }.max() ?? 1, Self.nameLengthMax)
    var count = 1
    var position = begin
    while count < longest, position < words.count {
      if words[position].normal == "-" {
        position += 1
        continue
      }
      count += 1
      let word = words[position]
      let end = position + (word.contracted == nil ? 1 : 2)
      var longer: [Prefix] = []
      for prefix in prefixes {
        // “conectada al router”: the name ends in the first half of a contraction.
        if word.contracted != nil, prefix.lengths[count] != nil {
          add("\(prefix.form) \(word.normal)", start..<position + 1, isPlural: prefix.isPlural, prefix.slips, 0)
        }
        for spelling in word.contracted.map({ [($0, 0)] }) ?? spellings(position) {
          let slips = prefix.slips + (spelling.1 > 0 ? [Slip(word: position, readAs: spelling.0, edits: spelling.1)] : [])
          for form in Self.forms(of: spelling.0, morphology) {
            let isPlural = prefix.isPlural || (form.isPlural && !morphology.bendsEveryWord)
            let joined = "\(prefix.form) \(form.text)"
            if prefix.lengths[count] != nil { add(joined, start..<end, isPlural: isPlural, slips, 0) }
            // Where only the last word is bent, no name goes on after a plural.
            if !form.isPlural || morphology.bendsEveryWord {
              longer.append(Prefix(form: joined, isPlural: isPlural, slips: slips, lengths: prefix.lengths))
            }
          }
        }
      }
      prefixes = Array(longer.prefix(16))
      position = end
    }
  }

  /// The beginning of a name, as names are kept.
  private struct Prefix {
    let form: String
    let isPlural: Bool
    let slips: [Slip]
    let lengths: [Int: Int]
  }

  /// The word, and what it may be bent from.
  private static func forms(of word: String, _ morphology: any Morphology) -> [(text: String, isPlural: Bool)] {
    [(morphology.folded(word), false)] + morphology.bases(of: word).map { (morphology.folded($0.form), $0.isPlural) }
  }
}
