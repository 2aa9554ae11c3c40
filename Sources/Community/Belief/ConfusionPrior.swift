/// What is assumed of workers and classes before anybody has answered, in pseudo-counts.
///
/// A worker's confusion matrix starts as if they had answered `spread` tasks of each class with each answer, and
/// `agreement` more with the right one. Each class starts with `perClass` tasks: in a small crowd the shares of the classes
/// are hardly known, and shares learnt too early pull every doubtful task into the class that is already the largest.
public struct ConfusionPrior: Hashable, Sendable {
  /// Right answers a worker is granted beforehand, a class.
  public var agreement: Double
  /// Answers granted to each cell of a confusion matrix; above 0, it keeps logarithms finite.
  public var spread: Double
  /// Tasks granted to each class; at most about as many, over all classes, as there are.
  public var perClass: Double
  /// At most so many responses count, a class, of what a worker has shown on other tracks.
  ///
  /// Source: hierarchical Beta prior with κ = 8, as in Gelman et al. (2013), Bayesian Data Analysis, section 5.3.
  public var transfer: Double

  /// Right answers granted to a newcomer on top of `agreement`, a class, with an eighth as many in each cell on top of
  /// `spread`: a matrix learnt from three answers would make a few early agreements look like mastery. Both halve with every
  /// `newcomerHalfLife` responses given.
  public var newcomer: Double
  public var newcomerHalfLife: Double

  public init(
    agreement: Double, spread: Double, perClass: Double = 20, transfer: Double = 8, newcomer: Double = 0, newcomerHalfLife: Double = 3
  ) {
    precondition(agreement >= 0 && spread > 0 && perClass > 0 && transfer >= 0, "pseudo-counts are not negative")
    precondition(newcomer >= 0 && newcomerHalfLife > 0, "what a newcomer is granted fades with responses")
    (self.agreement, self.spread, self.perClass, self.transfer) = (agreement, spread, perClass, transfer)
    (self.newcomer, self.newcomerHalfLife) = (newcomer, newcomerHalfLife)
  }

  /// For crowds of any size: what workers did soon outweighs what is assumed.
  public static let standard = ConfusionPrior(agreement: 0.2, spread: 0.05, newcomer: 4)

  /// For villages in which few will ever answer more than a dozen times: nobody is trusted or doubted much.
  public static let careful = ConfusionPrior(agreement: 2, spread: 0.25)

  /// Pseudo-counts of one row of a confusion matrix: of the right answer, of each other, and of all.
  func row(classCount: Int, credential: Credential?, responses: Int) -> (right: Double, wrong: Double, sum: Double) {
    if let credential {
      let right = credential.responses * credential.accuracy
      return (right, (credential.responses - right) / Double(classCount - 1), credential.responses)
    }
    let granted = newcomer * RealFunctions.exponential(-0.693_147_180_559_945_3 * Double(responses) / newcomerHalfLife)
    let wrong = spread + granted / 8
    return (wrong + agreement + granted, wrong, wrong * Double(classCount) + agreement + granted)
  }
}

/// What a worker declares to be, as a prior: evidence overrides it.
public struct Credential: Hashable, Sendable {
  /// A credential is worth at most so many responses.
  public static let responsesMax = 6.0

  /// The share of right answers expected of such a worker, above 0 and below 1.
  public let accuracy: Double
  /// How many responses the declaration is worth, a class; above 0, at most `responsesMax`.
  public let responses: Double

  public init(accuracy: Double, responses: Double) {
    precondition(accuracy > 0 && accuracy < 1, "an accuracy lies between 0 and 1")
    precondition(responses > 0 && responses <= Self.responsesMax, "a declaration is worth a few responses at most")
    (self.accuracy, self.responses) = (accuracy, responses)
  }

  public static let novice = Credential(accuracy: 0.6, responses: 4)
  public static let practitioner = Credential(accuracy: 0.7, responses: 5)
  public static let specialist = Credential(accuracy: 0.8, responses: 6)
}
