extension Learner {
  /// What a question means.
  ///
  /// - Complexity: O(sentences taught) for the scan, O(m³) for the answer; about a millisecond at 15,000 sentences.
  public func predict(_ text: String, in view: View? = nil) -> Prediction {
    predict(text, weights: weights(in: view))
  }

  /// What it would mean had some sentences never been taught: exactly so.
  public func predict(_ text: String, without ids: some Sequence<Exemplar.ID>, in view: View? = nil) -> Prediction {
    var weights = weights(in: view)
    for slot in ids.compactMap(slot(of:)) { hide(slot, in: &weights) }
    return predict(text, weights: weights)
  }

  /// What it would mean had some teacher taught nothing.
  public func predict(_ text: String, withoutTeacher teacher: String, in view: View? = nil) -> Prediction {
    predict(text, without: exemplars.lazy.compactMap { $0 }.filter { $0.teacher == teacher }.map(\.id), in: view)
  }

  func predict(_ text: String, weights: Weights) -> Prediction {
    let reading = read(text, weights: weights)
    guard let nearest = neighbourhood(of: reading, weights: weights) else {
      return Prediction(ranked: [], support: [], variance: 1, repairs: reading.repairs)
    }
    let (shares, scores, variance) = nearest.neighbourhood.answer(nearest.similarities)
    return Prediction(
      ranked: ranked(nearest.neighbourhood.meanings.map { meanings.names[$0] }, scores),
      support: support(nearest.neighbourhood.slots, similarities: nearest.similarities, shares: shares),
      variance: variance, repairs: reading.repairs)
  }

  // MARK: The steps

  func read(_ text: String, weights: Weights) -> Reading {
    var reading = Reading(text: text)
    let vocabulary = blocks.vocabulary
    let isWord = settings.wordVectors.map { table in { (word: String) in table.holds(word: word) } }
    reading.words = reading.tokens.map { token in
      guard !wordReading.begins(with: token.normal),
        let word = settings.repair?.closest(
          to: token, in: vocabulary, isWord: isWord, count: { Int(weights.wordCounts[$0]) })
      else { return token.normal }
      reading.repairs.append(.init(range: token.range, written: String(token.written(in: text)), readAs: word))
      return word
    }
    return reading
  }

  /// The regression on the nearest sentences in view, and the question's similarities to them; nil when none is in view.
  func neighbourhood(of reading: Reading, weights: Weights) -> (neighbourhood: Neighbourhood, similarities: [Double])? {
    let sentence = sentence(reading.words, text: reading.written())
    let query = blocks.query(sentence)
    let scored = candidates(for: sentence, query, weights: weights)
    guard !scored.isEmpty else { return nil }
    let choice = NeighbourChoice(
      limit: settings.neighbours, nearestOfAll: settings.nearestOfAll, nearestOfEach: settings.nearestOfEach,
      precedes: { id(at: $0) < id(at: $1) }, meaningNumbers: meaningNumbers, meaningsCount: meanings.names.count)
    let kept = choice.chosen(of: scored).sorted { id(at: $0.slot) < id(at: $1.slot) }
    let slots = kept.map(\.slot)
    let matrix = blocks.similarities(among: slots, blend: query.blend)
    return (
      Neighbourhood(slots: slots, matrix: matrix, sharpness: query.blend.sharpness, learner: self, weights: weights), kept.map(\.score)
    )
  }

  private func candidates(for sentence: Sentence, _ query: FeatureBlocks.Query, weights: Weights) -> [NeighbourChoice.Scored] {
    if let slots = blocks.candidates(for: sentence, weights: weights, atLeast: settings.neighbours) {
      return Array(zip(blocks.similarities(to: query, of: slots), slots))
    }
    let scores = blocks.similarities(to: query, slotCount: exemplars.count)
    return weights.bySlot.indices.lazy.filter { weights.bySlot[$0] > 0 }.map { (scores[$0], $0) }
  }

  private func id(at slot: Int) -> Exemplar.ID { exemplars[slot]?.id ?? "" }

  private func ranked(_ names: [String], _ scores: [Double]) -> [Prediction.Ranked] {
    let highest = scores.max() ?? 0
    // Summed in order of rank, which no numbering of meanings can change.
    let sorted = zip(names, scores).sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
    let powers = sorted.map { Elementary.exponential(($0.1 - highest) / settings.temperature) }
    let sum = powers.reduce(0, +)
    return zip(sorted, powers).map { Prediction.Ranked(meaning: $0.0, score: $0.1, probability: $1 / sum) }
  }

  private func support(_ slots: [Int], similarities: [Double], shares: [Double]) -> [Prediction.Support] {
    let order = slots.indices.sorted { abs(shares[$0]) != abs(shares[$1]) ? abs(shares[$0]) > abs(shares[$1]) : $0 < $1 }
    return order.compactMap { place in
      exemplars[slots[place]].map { Prediction.Support(exemplar: $0, similarity: similarities[place], share: shares[place]) }
    }
  }
}
