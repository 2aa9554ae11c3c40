/// Why facts hold: the lessons that state them, and the instances of clauses that conclude them.
///
/// Most facts are stated by one lesson and concluded by nothing; their row names the lesson and nothing more is kept.
/// All others have a node, which leads to their statements and their justifications. A justification is a clause and
/// the rows that met its conditions, in their order: what an explanation shows, and what tells after a retraction
/// whether a fact still stands, without a join.
struct SupportTable: ~Copyable {
  static let none = UInt32.max
  private static let nodeBit: UInt32 = 1 << 31
  private static let blurBit: UInt32 = 1 << 31
  /// A rank without the mark that some circumstances came later.
  static let rankMask: UInt32 = blurBit - 1

  struct Node: BitwiseCopyable {
    /// When the fact came to hold: a justification by facts of lower rank cannot rest on the fact itself. 0: stated.
    /// That is so of circumstances that came together; what came later, a loop may have brought, and is marked.
    var rank: UInt32
    var firstStatement: UInt32
    var firstJustification: UInt32
  }

  struct Statement: BitwiseCopyable {
    let lesson: UInt32
    let presence: Presence
    var next: UInt32
  }

  private var nodes = Column<Node>()
  private var freeNode = SupportTable.none
  private var statements = Column<Statement>()
  private var freeStatement = SupportTable.none
  /// Of each justification: the next of the fact, the clause, a row for each condition.
  private var words = Column<UInt32>()
  /// By the number of conditions: justifications that were given back.
  private var freeWords = Column<UInt32>(repeating: SupportTable.none, count: Clause.conditionsMax + 1)

  var byteCount: Int { nodes.byteCount + statements.byteCount + words.byteCount }

  /// The lesson, where it alone supports the fact.
  static func lesson(_ support: UInt32) -> UInt32? { support & nodeBit == 0 ? support : nil }

  private static func place(_ support: UInt32) -> UInt32? { support != none && support & nodeBit != 0 ? support & ~nodeBit : nil }

  /// When the fact came to hold; more than any rank where some of its circumstances came later than others.
  func rank(_ support: UInt32) -> UInt32 { Self.place(support).map { nodes[$0].rank } ?? 0 }

  /// Notes that the fact holds under circumstances that came after its rank.
  mutating func blurRank(_ support: UInt32) {
    if let place = Self.place(support) { nodes[place].rank |= Self.blurBit }
  }

  mutating func setRank(_ rank: UInt32, _ support: UInt32) {
    if let place = Self.place(support) { nodes[place].rank = rank }
  }

  // MARK: Nodes

  /// A support with a node of its own.
  ///
  /// - Parameter presence: what the fact's row has, which is the statement's where one lesson alone supports it.
  mutating func widened(_ support: UInt32, _ presence: Presence) -> UInt32 {
    if Self.place(support) != nil { return support }
    var node = Node(rank: 0, firstStatement: Self.none, firstJustification: Self.none)
    if let lesson = Self.lesson(support) { node.firstStatement = statement(Statement(lesson: lesson, presence: presence, next: Self.none)) }
    if freeNode != Self.none {
      let place = freeNode
      freeNode = nodes[place].rank
      nodes[place] = node
      return place | Self.nodeBit
    }
    nodes.append(node)
    return UInt32(nodes.count - 1) | Self.nodeBit
  }

  /// The support in its shortest form: no node where there is one statement, or nothing, to keep.
  mutating func narrowed(_ support: UInt32) -> UInt32 {
    guard let place = Self.place(support), nodes[place].firstJustification == Self.none else { return support }
    let first = nodes[place].firstStatement
    var rest = Self.none
    if first != Self.none {
      guard statements[first].next == Self.none else { return support }
      rest = statements[first].lesson
      statements[first].next = freeStatement
      freeStatement = first
    }
    nodes[place].rank = freeNode
    freeNode = place
    return rest
  }

  // MARK: Statements

  private mutating func statement(_ statement: Statement) -> UInt32 {
    if freeStatement != Self.none {
      let place = freeStatement
      freeStatement = statements[place].next
      statements[place] = statement
      return place
    }
    statements.append(statement)
    return UInt32(statements.count - 1)
  }

  /// - Precondition: the support has a node.
  mutating func add(_ lesson: UInt32, _ presence: Presence, to support: UInt32) {
    guard let place = Self.place(support) else { preconditionFailure("a second statement needs a node") }
    nodes[place].firstStatement = statement(Statement(lesson: lesson, presence: presence, next: nodes[place].firstStatement))
  }

  /// - Returns: whether the lesson stated the fact.
  mutating func remove(_ lesson: UInt32, from support: UInt32) -> Bool {
    guard let place = Self.place(support) else { return false }
    var before = Self.none
    var next = nodes[place].firstStatement
    while next != Self.none, statements[next].lesson != lesson { (before, next) = (next, statements[next].next) }
    guard next != Self.none else { return false }
    if before == Self.none { nodes[place].firstStatement = statements[next].next } else { statements[before].next = statements[next].next }
    statements[next].next = freeStatement
    freeStatement = next
    return true
  }

  /// The first statement of a support with a node; `none`: no lesson states the fact.
  func firstStatement(_ support: UInt32) -> UInt32 { Self.place(support).map { nodes[$0].firstStatement } ?? Self.none }
  func statement(_ place: UInt32) -> Statement { statements[place] }

  // MARK: Justifications

  /// - Precondition: the support has a node.
  mutating func justify(_ support: UInt32, clause: UInt32, premises: borrowing Column<FactRow>, count: Int) {
    guard let place = Self.place(support) else { preconditionFailure("a justification needs a node") }
    var justification = freeWords[count]
    if justification == Self.none {
      justification = UInt32(words.count)
      for _ in 0..<(count + 2) { words.append(0) }
    } else {
      freeWords[count] = words[justification]
    }
    words[justification] = nodes[place].firstJustification
    words[justification + 1] = clause
    for premise in 0..<count { words[Int(justification) + 2 + premise] = premises[premise] }
    nodes[place].firstJustification = justification
  }

  func firstJustification(_ support: UInt32) -> UInt32 { Self.place(support).map { nodes[$0].firstJustification } ?? Self.none }
  func next(_ justification: UInt32) -> UInt32 { words[justification] }
  func clause(_ justification: UInt32) -> Int { Int(words[justification + 1]) }
  func premise(_ place: Int, _ justification: UInt32) -> FactRow { words[Int(justification) + 2 + place] }

  /// Gives a justification back.
  ///
  /// - Parameters:
  ///   - before: the one before it; `none` where it is the first.
  ///   - count: how many conditions its clause has.
  mutating func remove(_ justification: UInt32, after before: UInt32, from support: UInt32, count: Int) {
    guard let place = Self.place(support) else { return }
    let next = words[justification]
    if before == Self.none { nodes[place].firstJustification = next } else { words[before] = next }
    words[justification] = freeWords[count]
    freeWords[count] = justification
  }
}
