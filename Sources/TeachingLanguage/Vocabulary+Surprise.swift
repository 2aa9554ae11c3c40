import Lessons
import Understanding

/// What is expected to be the value of what.
extension Vocabulary {
  private static let unseenBits = 10.0

  /// How surprising it is that the property has that value, in bits: Portugal as a country is not, a new name as a country
  /// is, as few countries make many facts; a new name as a founder is less so.
  ///
  /// Source: Witten & Bell (1991), the zero-frequency problem, method C. A value that was never seen is one of a thousand.
  func surprise(at value: Concept, as property: Concept) -> Double {
    let (same, all, distinct) = layers.reduce((0, 0, 0)) { sum, layer in
      let counts = layer.counts(of: value, as: property)
      return (sum.0 + counts.same, sum.1 + counts.all, sum.2 + counts.distinct)
    }
    guard all > 0 else { return Self.unseenBits + 1 }
    let whole = Double(all + distinct)
    return same > 0 ? Self.bits(whole / Double(same)) : Self.bits(whole / Double(distinct)) + Self.unseenBits
  }

  private static func bits(_ odds: Double) -> Double { Elementary.logarithm(odds) / Elementary.logarithm(2) }
}
