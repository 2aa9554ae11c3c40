/// An error with two readers: the program matches the case, the person reads what happened and what to do.
public protocol UserReadable: Error {
  /// What happened, in one sentence.
  var message: String { get }
  /// What to do next, in one sentence.
  var hint: String { get }
}
