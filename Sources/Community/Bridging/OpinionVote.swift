import Lessons

extension Opinion.Stance {
  /// As the bridging model reads it: 1 agrees, 0 disagrees.
  var voice: Double {
    switch self {
    case .endorse: 1
    case .dispute: 0
    case .unsure: 0.5
    }
  }
}
