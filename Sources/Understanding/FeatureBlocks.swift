/// All the blocks in use, blended by fixed weights.
///
/// - Sparse: words, pairs and characters; always.
/// - Words: the sum of the words' vectors, when a table of them is given; a light word counts two thirds of another, a mark
///   nothing, and what all sentences share is taken out.
/// - Encoder: the sentence's vector, when an encoder is given. It says all that the words' vectors say, so these are then
///   kept for questions only that the encoder does not answer.
struct FeatureBlocks: Sendable {
  private var sparse: SparseBlock
  private var words: DenseBlock?
  private var encoder: DenseBlock?
  private let settings: Learner.Settings
  private let common: CommonDirection?
  private var index: CandidateIndex

  struct Query: Sendable {
    var sparse: SparseBlock.Query
    var words: QuantizedVector?
    var encoder: QuantizedVector?
    var blend: Blend
  }

  /// Each block's share in a similarity; the shares sum to 1.
  struct Blend: Hashable, Sendable {
    let sparse: Double
    let words: Double
    let encoder: Double
    /// γ of the kernel on this similarity.
    let sharpness: Double
  }

  init(settings: Learner.Settings) {
    self.settings = settings
    sparse = SparseBlock(wordShare: settings.wordShare)
    common = settings.wordVectors.map { CommonDirection(of: $0, lightWords: settings.lightWords) }
    words = settings.wordVectors.map { DenseBlock(dimensions: $0.dimensions) }
    let table = settings.wordVectors
    let common = common
    index = CandidateIndex(
      centres: table.map { table in
        CommonWords.english.subtracting(settings.lightWords).sorted().map { word in
          let sums = table.vector(of: word).map(Int64.init)
          return QuantizedVector(sums: common?.removed(from: sums) ?? sums)
        }
      } ?? [])
    encoder = settings.encoder.map { DenseBlock(dimensions: $0.dimensions) }
  }

  var vocabulary: Vocabulary { sparse.vocabulary }

  func wordNumbers(at slot: Int) -> ArraySlice<Counted> { sparse.wordNumbers(at: slot) }

  /// Whether an encoder is given that had no vector for the sentence when it was taught.
  func lacksVector(at slot: Int) -> Bool { encoder.map { !$0.isDirected(at: slot) } ?? false }

  mutating func insert(_ sentence: Sentence, at slot: Int) {
    sparse.insert(sentence, at: slot)
    let vector = wordVector(of: sentence)
    if let vector { words?.insert(vector, at: slot) }
    index.insert(sparse.wordNumbers(at: slot), vector: vector, at: slot)
    if encoder != nil { encode(sentence, at: slot) }
  }

  /// Asks the encoder once more for the vector of a sentence that is held.
  mutating func encode(_ sentence: Sentence, at slot: Int) {
    let missing = QuantizedVector([Float](repeating: 0, count: settings.encoder?.dimensions ?? 0))
    let vector = settings.encoder?.vector(ofTaught: sentence.text).map { QuantizedVector($0) } ?? missing
    encoder?.insert(vector, at: slot)
  }

  mutating func remove(at slot: Int) {
    index.remove(sparse.wordNumbers(at: slot), at: slot)
    sparse.remove(at: slot)
    words?.remove(at: slot)
    encoder?.remove(at: slot)
  }

  func query(_ sentence: Sentence) -> Query {
    let encoded = settings.encoder?.vector(of: sentence.text).map { QuantizedVector($0) }
    return Query(
      sparse: sparse.query(sentence), words: encoded == nil ? wordVector(of: sentence) : nil, encoder: encoded,
      blend: blend(isEncoded: encoded != nil))
  }

  /// The slots in view that a question is compared with: all up to ``exhaustiveMax``; of more, those that share its rarer
  /// words or lie near it in meaning.
  func candidates(for sentence: Sentence, weights: Weights, atLeast least: Int) -> [Int]? {
    let visible = weights.meaningCounts.reduce(0) { $0 + Int($1) }
    guard visible > settings.exhaustiveMax else { return nil }
    let known = sentence.words.compactMap { word in vocabulary.number(of: word.normal).map { (number: $0, word: word.normal) } }
    let rarest = known.filter { $0.number < weights.wordCounts.count }.sorted {
      (weights.wordCounts[$0.number], $0.word) < (weights.wordCounts[$1.number], $1.word)
    }
    let found = index.candidates(
      words: rarest.map(\.number), vector: wordVector(of: sentence), weights: weights, limit: Self.candidatesMax)
    return found.count >= least ? found : nil
  }

  private static let candidatesMax = 5_000

  /// By slot, each in −1...1.
  func similarities(to query: Query, slotCount: Int) -> [Double] {
    var scores = [Double](repeating: 0, count: slotCount)
    sparse.addSimilarities(to: query.sparse, weight: query.blend.sparse, into: &scores)
    if let vector = query.words { words?.addSimilarities(to: vector, weight: query.blend.words, into: &scores) }
    if let vector = query.encoder { encoder?.addSimilarities(to: vector, weight: query.blend.encoder, into: &scores) }
    return scores
  }

  func similarities(to query: Query, of slots: [Int]) -> [Double] {
    var scores = [Double](repeating: 0, count: slots.count)
    sparse.addSimilarities(to: query.sparse, of: slots, weight: query.blend.sparse, into: &scores)
    if let vector = query.words { words?.addSimilarities(to: vector, of: slots, weight: query.blend.words, into: &scores) }
    if let vector = query.encoder { encoder?.addSimilarities(to: vector, of: slots, weight: query.blend.encoder, into: &scores) }
    return scores
  }

  /// What each block adds to the similarities to some slots.
  func parts(of query: Query, to slots: [Int]) -> (sparse: [Double], words: [Double], encoder: [Double]) {
    let none = [Double](repeating: 0, count: slots.count)
    var parts = (sparse: none, words: none, encoder: none)
    sparse.addSimilarities(to: query.sparse, of: slots, weight: query.blend.sparse, into: &parts.sparse)
    if let vector = query.words { words?.addSimilarities(to: vector, of: slots, weight: query.blend.words, into: &parts.words) }
    if let vector = query.encoder { encoder?.addSimilarities(to: vector, of: slots, weight: query.blend.encoder, into: &parts.encoder) }
    return parts
  }

  func similarities(among slots: [Int], blend: Blend) -> TriangularMatrix {
    var matrix = TriangularMatrix(size: slots.count)
    sparse.addSimilarities(among: slots, weight: blend.sparse, into: &matrix)
    if blend.words > 0 { words?.addSimilarities(among: slots, weight: blend.words, into: &matrix) }
    if blend.encoder > 0 { encoder?.addSimilarities(among: slots, weight: blend.encoder, into: &matrix) }
    return matrix
  }

  /// The shares for a question that the encoder answered, or did not.
  func blend(isEncoded: Bool) -> Blend {
    let words = isEncoded || self.words == nil ? 0 : settings.wordVectorWeight
    let encoder = isEncoded ? settings.encoderWeight : 0
    let whole = 1 + words + encoder
    return Blend(
      sparse: 1 / whole, words: words / whole, encoder: encoder / whole,
      sharpness: isEncoded ? settings.encoderSharpness : settings.sharpness)
  }

  private func wordVector(of sentence: Sentence) -> QuantizedVector? {
    guard let table = settings.wordVectors else { return nil }
    var sums = [Int64](repeating: 0, count: table.dimensions)
    for word in sentence.words where !word.isMark {
      for (index, value) in table.vector(of: word.normal).enumerated() { sums[index] += Int64(word.count) * Int64(value) }
    }
    return QuantizedVector(sums: common?.removed(from: sums) ?? sums)
  }
}
