/// Turns a sentence to a vector, so that sentences which mean alike lie close although they share no word.
///
/// Two vectors are compared by their inner product, which lies in −1...1 since both have unit length.
public protocol SentenceEncoder: Sendable {
  /// Names the weights (e.g. their SHA-256): two encoders of one identity give the same vectors.
  var identity: String { get }

  /// How many numbers a vector has.
  var dimensions: Int { get }

  /// - Returns: `dimensions` numbers of unit length; nil where they cannot be had now, e.g. from a remote encoder that
  ///   does not answer.
  func vector(of text: String) -> [Float]?

  /// The same, for a sentence that was taught: it will be asked for at each start, so it may be kept. What people only ask
  /// is theirs to erase and goes through ``vector(of:)``.
  func vector(ofTaught text: String) -> [Float]?
}

extension SentenceEncoder {
  public func vector(ofTaught text: String) -> [Float]? { vector(of: text) }
}
