/// How strongly intercepts and factors are drawn to 0.
///
/// **Sums and means.** The model is printed with penalties on sums, Σ(r − r̂)² + λᵢ(iᵤ² + iₙ² + μ²) + λ_f(fᵤ² + fₙ²), but
/// the published code minimises means: mean (r − r̂)² + λᵢ·mean iᵤ² + …. In sums, every one of U members thus bears a
/// penalty of λ·R/U and every one of N items λ·R/N for R votes. Taken literally, the printed formula penalises 10 to 40
/// times too little, and few votes look like strong views.
///
/// Source: Wojcik et al. (2022), Birdwatch: Crowd Wisdom and Bridging Algorithms, section 3; twitter/communitynotes,
/// `matrix_factorization.py` (the means).
public struct BridgingPenalty: Hashable, Sendable, Codable {
  /// λᵢ, on intercepts and on μ; above 0, no unit.
  public let intercept: Double
  /// λ_f, on factors; above 0, no unit.
  public let factor: Double

  /// - Precondition: both are above 0.
  public init(intercept: Double, factor: Double) {
    precondition(intercept > 0 && factor > 0, "without a penalty few votes look like strong views")
    (self.intercept, self.factor) = (intercept, factor)
  }

  /// As published.
  public static let published = BridgingPenalty(intercept: 0.15, factor: 0.03)
}
