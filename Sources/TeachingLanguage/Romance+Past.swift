/// Verbs in the past. A relation keeps the tense it was taught in, and is known by its third person: “criou”, “foi atribuído a”.
struct RomancePast: Sendable {
  private let manyByOne: [String: String]
  private let oneByMany: [String: String]

  /// - Parameter conjugate: of an infinitive the third persons of the past, singular and plural.
  init(_ infinitives: Set<String>, conjugate: (String) -> (one: String, many: String)) {
    // By alphabet, so that of two verbs with one form it is always the same.
    let forms = infinitives.sorted().map(conjugate)
    manyByOne = Dictionary(forms.map { ($0.one, $0.many) }) { first, _ in first }
    oneByMany = Dictionary(forms.map { ($0.many, $0.one) }) { first, _ in first }
  }

  func many(of one: String) -> String? { manyByOne[one] }

  /// The third person in the singular.
  func label(of word: String, _ form: VerbForm) -> String? {
    switch form {
    case .third: manyByOne[word] == nil ? nil : word
    case .many: oneByMany[word]
    case .first, .base: nil
    }
  }
}

extension Romance {
  func pastLabel(_ word: String) -> String? { past.label(of: word, .third) ?? past.label(of: word, .many) }

  func tellsPast(_ label: String) -> Bool {
    let words = label.split(separator: " ").map(String.init)
    guard let first = words.first else { return false }
    if first == pastCopula.one { return words.count > 1 }
    return past.label(of: first, .third) != nil && (words.count == 1 || (words.count <= 3 && isPreposition(words[words.count - 1])))
  }
}
