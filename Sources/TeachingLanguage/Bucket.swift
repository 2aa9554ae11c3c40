/// A small sorted set of strings, without an allocation for the common case of one.
enum Bucket: Hashable, Sendable {
  case one(String)
  case many([String])  // sorted, two or more

  var elements: [String] {
    switch self {
    case .one(let element): [element]
    case .many(let elements): elements
    }
  }

  mutating func insert(_ element: String) {
    var all = elements
    guard !all.contains(element) else { return }
    all.insert(element, at: all.firstIndex { element < $0 } ?? all.count)
    self = all.count == 1 ? .one(element) : .many(all)
  }

  /// - Returns: nil when nothing is left.
  func removing(_ element: String) -> Bucket? {
    let rest = elements.filter { $0 != element }
    return rest.isEmpty ? nil : rest.count == 1 ? .one(rest[0]) : .many(rest)
  }
}

extension Dictionary where Value == Bucket {
  mutating func insert(_ element: String, at key: Key) {
    if self[key] == nil { self[key] = .one(element) } else { self[key]?.insert(element) }
  }

  mutating func remove(_ element: String, at key: Key) {
    self[key] = self[key]?.removing(element)
  }
}
