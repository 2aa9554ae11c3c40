import Understanding

/// A small generator with one seed, so that a failure can be run again.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension Exemplar {
  static let kitchen = [
    Exemplar(id: "k1", text: "Can I eat cake?", meaning: "isAllowed", teacher: "Ana"),
    Exemplar(id: "k2", text: "am I allowed to have white bread", meaning: "isAllowed", teacher: "Ana"),
    Exemplar(id: "k3", text: "is it okay to eat grapes in the evening", meaning: "isAllowed", teacher: "Bo"),
    Exemplar(id: "k4", text: "may I drink orange juice", meaning: "isAllowed", teacher: "Bo"),
    Exemplar(id: "k5", text: "how many carbs are in a banana", meaning: "carbohydrate", teacher: "Ana"),
    Exemplar(id: "k6", text: "carbohydrate content of brown rice", meaning: "carbohydrate", teacher: "Ana"),
    Exemplar(id: "k7", text: "what amount of carbs does lentil soup have", meaning: "carbohydrate", teacher: "Cy"),
    Exemplar(id: "k8", text: "grams of carbohydrate in 150 g of potatoes", meaning: "carbohydrate", teacher: "Cy"),
    Exemplar(id: "k9", text: "my sugar is very low, what should I do", meaning: "hypoglycemia", teacher: "Ana"),
    Exemplar(id: "k10", text: "I feel shaky and sweaty", meaning: "hypoglycemia", teacher: "Cy"),
    Exemplar(id: "k11", text: "help, my blood glucose dropped to 55", meaning: "hypoglycemia", teacher: "Bo"),
    Exemplar(id: "k12", text: "what do I do when I go low at night", meaning: "hypoglycemia", teacher: "Bo"),
  ]

  private static let vocabulary = """
    sugar bread insulin meter glucose sweet apple banana rice lentils walk sleep dose night morning meal carbs fruit juice water
    doctor nurse low high fast slow eat drink test count weigh before after with without can should how what when is my the a of ?
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  /// A sentence of words from a small vocabulary, some with a slip of the pen.
  static func sentence(using random: inout SplitMix64) -> String {
    (0..<Int.random(in: 0...9, using: &random)).map { _ in
      let word = vocabulary.randomElement(using: &random) ?? "sugar"
      guard Int.random(in: 0..<12, using: &random) == 0, word.count > 2 else { return word }
      var letters = Array(word)
      letters.swapAt(0, 1)
      return String(letters)
    }.joined(separator: " ")
  }

  /// Sentences under ids whose order is not that of their making.
  static func some(_ count: Int, from first: Int = 0, using random: inout SplitMix64) -> [Exemplar] {
    (first..<first + count).map { number in
      Exemplar(
        id: "\(number * 7919 % 10_007)", text: sentence(using: &random), meaning: "m\(Int.random(in: 0..<6, using: &random))",
        teacher: "t\(number % 4)", weight: [0.2, 1, 1, 3].randomElement(using: &random) ?? 1)
    }
  }
}

extension Learner {
  init(_ exemplars: [Exemplar], settings: Settings = Settings()) {
    self.init(settings: settings)
    for exemplar in exemplars { teach(exemplar) }
  }
}
