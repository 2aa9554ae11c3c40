/// A small set of strings, without an allocation for the common case of one.
enum Bucket: Hashable, Sendable {
  case one(String)
  case many(Set<String>)  // two or more

  /// By alphabet, so that nothing depends on where a set keeps its elements.
  var elements: [String] {
    switch self {
    case .one(let element): [element]
    case .many(let elements): elements.sorted()
    }
  }

  mutating func insert(_ element: String) {
    switch self {
    case .one(let other): if other != element { self = .many([other, element]) }
    case .many(var elements):
      self = .one("")  // so that the set is not copied
      elements.insert(element)
      self = .many(elements)
    }
  }

  /// - Returns: nil when nothing is left.
  func removing(_ element: String) -> Bucket? {
    switch self {
    case .one(let other): return other == element ? nil : self
    case .many(var elements):
      elements.remove(element)
      return elements.count == 1 ? elements.first.map { .one($0) } : .many(elements)
    }
  }
}
