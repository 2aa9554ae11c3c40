/// What a name is used for; one name may have several.
public enum Role: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Something that claims are about: banana.
  case thing
  /// What things are a kind of: fruit.
  case kind
  /// What things are, said without an article: low-GI.
  case quality
  /// What things have: glycemic index.
  case property
  /// What things do to others: interacts with.
  case relation
  /// Whom a lesson holds for: pregnant patient.
  case audience
  /// What people ask: whether a food is allowed.
  case question

  var index: Int {
    switch self {
    case .thing: 0
    case .kind: 1
    case .quality: 2
    case .property: 3
    case .relation: 4
    case .audience: 5
    case .question: 6
    }
  }

  public static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}

/// How often a name is used in each role.
struct RoleCounts: Hashable, Sendable {
  // Two by four, not one of eight: a value aligned to 32 bytes is beyond what the concurrency runtime's allocator promises.
  private var low = SIMD4<Int32>()
  private var high = SIMD4<Int32>()

  var isEmpty: Bool { low == SIMD4() && high == SIMD4() }
  var roles: Set<Role> { Set(Role.allCases.filter { self[$0.index] > 0 }) }

  mutating func change(_ role: Role, by step: Int32) { self[role.index] &+= step }

  private subscript(index: Int) -> Int32 {
    get { index < 4 ? low[index] : high[index - 4] }
    set { if index < 4 { low[index] = newValue } else { high[index - 4] = newValue } }
  }
}
