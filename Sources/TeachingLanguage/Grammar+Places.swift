public import Lessons

/// Relations that tell where something is, and measures of what it is like.
extension Grammar {
  /// “is in”: the plainest of them.
  var placeRelation: Concept? {
    let words = functionWords[.placeRelation]
    return words.isEmpty ? nil : Concept(words.joined(separator: " "))
  }

  /// “is located in”, “is part of”
  func tellsPlace(_ relation: Concept) -> Bool {
    let words = relation.label.split(separator: " ").map(String.init)
    guard placeRelation != nil, words.count > 1, let last = words.last else { return false }
    if functionWords.contains(last, in: .placePreposition) { return true }
    return functionWords.contains(last, in: .of) && functionWords.contains(words[words.count - 2], in: .relational)
  }

  /// “ingredient”, “main ingredient”, “side effect”: what is always something of something else.
  func namesPart(_ property: Concept) -> Bool {
    guard let noun = property.key.split(separator: " ").last.map(String.init) else { return false }
    return ([noun] + morphology.singulars(of: noun)).contains { functionWords.contains($0, in: .partNoun) }
  }

  /// Whether qualities are numbers of it: “length”.
  func isMeasure(_ property: Concept) -> Bool {
    functionWords[.measuredQuality].contains { $0.hasSuffix("=" + property.key) }
  }

  /// What a quality is a number of: “old” of “age”.
  func measure(of quality: Concept) -> Concept? {
    functionWords[.measuredQuality].first { $0.hasPrefix(quality.label + "=") }.map {
      Concept(String($0.dropFirst(quality.label.count + 1)))
    }
  }
}

extension Sayer {
  /// Whether it is asked where something is.
  public func asksPlace(_ relation: Concept) -> Bool { grammar.placeRelation == relation }
  public func tellsPlace(_ relation: Concept) -> Bool { grammar.tellsPlace(relation) }
}
