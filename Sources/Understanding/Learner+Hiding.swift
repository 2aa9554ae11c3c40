extension Learner {
  /// Everything taught but some sentences.
  ///
  /// - Complexity: one copy of the weights, and O(words) for each sentence hidden; cheap enough for every question.
  public func view(hiding ids: some Collection<Exemplar.ID>) -> View {
    var weights = weights
    for slot in ids.compactMap(slot(of:)) { hide(slot, in: &weights) }
    let hidden = Set(ids)
    return View(weigh: { hidden.contains($0.id) ? 0 : $0.weight }, weights: weights, version: version)
  }
}
