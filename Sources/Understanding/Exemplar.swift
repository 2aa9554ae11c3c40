/// A sentence that somebody taught, and what it means.
public struct Exemplar: Hashable, Sendable, Identifiable {
  /// Also the canonical order of all sums: two exemplars never share one.
  public let id: String
  public let text: String
  public let meaning: String
  public let teacher: String
  /// How far the teacher is trusted: 1 is ordinary, 0 silences, 10 is near authority. See ``Learner/Settings/noise``.
  public internal(set) var weight: Double

  /// - Precondition: `weight` is finite and not negative.
  public init(id: String, text: String, meaning: String, teacher: String = "", weight: Double = 1) {
    precondition(weight.isFinite && weight >= 0, "a weight is finite and not negative")
    self.id = id
    self.text = text
    self.meaning = meaning
    self.teacher = teacher
    self.weight = weight
  }
}
