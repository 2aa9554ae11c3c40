/// Slips of the pen, as a seed decides: to see what they cost.
public enum Typos {
  /// Each word of two letters or more, words being what spaces part, is hit with a probability by one of four slips, each as
  /// likely as the others: a letter left out, one put in, one replaced, two neighbours swapped.
  ///
  /// - Parameter probability: in 0...1.
  public static func slipped(_ text: String, probability: Double, using random: inout SeededGenerator) -> String {
    precondition((0...1).contains(probability), "a probability")
    return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard word.count >= 2, Double.random(in: 0..<1, using: &random) < probability else { return String(word) }
      return slipped(Array(word), using: &random)
    }.joined(separator: " ")
  }

  private static func slipped(_ letters: [Character], using random: inout SeededGenerator) -> String {
    var letters = letters
    let place = Int.random(in: letters.indices, using: &random)
    let letter = alphabet[Int.random(in: alphabet.indices, using: &random)]
    switch Int.random(in: 0..<4, using: &random) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letter, at: place)
    case 2: letters[place] = letter
    default:
      let first = min(place, letters.count - 2)
      letters.swapAt(first, first + 1)
    }
    return String(letters)
  }

  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
}
