/// Facts that lessons state and clauses conclude, kept complete while lessons and clauses come and go.
///
/// Everything is deduced once for all points of view: a fact holds under a presence condition, and a point of view is
/// a `Context` in which conditions are looked up. Each conclusion keeps its justifications, so that an explanation is
/// read and a retraction walks over what rests on the fact, however large the rest.
///
/// Sources: semi-naive evaluation (Bancilhon, 1986); lifting (Shahin, Chechik, Salay 2019); deletion and rederivation on
/// stored justifications, guarded by ranks (after Motik, Nenov, Piro, Horrocks, *Incremental Update of Datalog
/// Materialisation*, 2015, whose costly part, finding derivations backwards, the justifications replace).
///
/// Not copied, and not shared while it changes: one owner has it.
public struct Deduction: ~Copyable {
  /// Added to a property: the fact denies.
  public static let denial: UInt32 = 1 << 31
  /// Added to the place of a number among `numbers`: the value is that number.
  public static let number: UInt32 = 1 << 31

  var facts = FactTable()
  var supports = SupportTable()
  var presences = PresenceTable()
  var numbers = NumberTable()

  /// By number; nil: withdrawn.
  var clauses: [Clause?] = []
  var strata = Strata()
  var plans = PlanTable()
  var shapes = Column<Shape>()
  /// Of all clauses, side by side.
  var exceptions = Column<Clause.Atom>()
  var watches = WatchTable()
  var isStale = false
  /// Clauses whose instances are kept.
  var applied: Set<Int> = []
  var newByStratum: [Int: [Int]] = [:]
  /// By clause: the plan from its first condition.
  var firstPlans: [Int] = []

  /// Rows that changed, each with its presence before.
  var touched = Column<Change>()
  var leaving = Column<FactRow>()
  /// Rows whose statements were withdrawn and that may stand by justifications.
  var weakened = Column<FactRow>()
  var weakenedByStratum: [Int: [FactRow]] = [:]
  /// The stratum being settled.
  var current = 0
  var isSettling = false
  var isRestoring = false
  /// Whether no clause waits to be told of changes.
  var isUntold = false
  /// Made while clauses are new: the rows of each property, as far as they were looked through.
  var rowsByProperty: [UInt32: [FactRow]] = [:]
  var indexedCount: FactRow = 0
  /// By stratum.
  var inputs: [[Input]] = []
  var queue = Column<Input>()
  var suspects = Column<FactRow>()
  var revisited = Column<FactRow>()

  var bindings = Column<UInt32>(repeating: 0, count: Clause.variablesMax)
  var premises = Column<FactRow>(repeating: 0, count: Clause.conditionsMax)
  var clock: UInt32 = 0
  /// How many instances of clauses were found in all.
  public private(set) var inferenceCount = 0

  /// What joins need to know of a clause, at hand.
  struct Shape: BitwiseCopyable {
    let subject: Clause.Term
    let property: UInt32
    let value: Clause.Term
    let presence: Presence
    let conditionCount: UInt8
    let firstException: UInt32
    let exceptionsEnd: UInt32

    var hasExceptions: Bool {
      @inline(__always) get { firstException < exceptionsEnd }
    }
  }

  struct Change: BitwiseCopyable {
    let row: FactRow
    let before: Presence
  }

  /// A changed row, for one of the clauses that look at it.
  struct Input: BitwiseCopyable {
    let row: FactRow
    let before: Presence
    let watch: UInt32
  }

  public static let lessonMax: UInt32 = (1 << 31) - 1

  public init() {}

  mutating func countInference() { inferenceCount += 1 }

  public var byteCount: Int {
    facts.byteCount + supports.byteCount + presences.byteCount + touched.byteCount + leaving.byteCount + queue.byteCount
      + suspects.byteCount
      + revisited.byteCount + numbers.byteCount
  }

  // MARK: Facts

  /// Notes a lesson that states the fact, under the circumstances in which the lesson counts. `settle()` concludes.
  ///
  /// - Parameter lesson: at most `lessonMax`; one that states the fact already must be retracted first.
  /// - Complexity: O(1) amortised.
  @discardableResult
  public mutating func state(_ subject: UInt32, _ property: UInt32, _ value: UInt32, by lesson: UInt32, where presence: Presence) -> FactRow
  {
    precondition(lesson <= Self.lessonMax, "lessons are numbered up to \(Self.lessonMax)")
    let row = facts.insert(subject, property, value)
    let held = facts[row]
    if held.support == SupportTable.none {
      facts.setSupport(lesson, of: row)
    } else {
      let support = supports.widened(held.support, held.presence)
      supports.add(lesson, presence, to: support)
      facts.setSupport(support, of: row)
    }
    let raised = presences.or(held.presence, presence)
    if raised != held.presence {
      touch(row)
      facts.setPresence(raised, of: row)
      if held.presence != Presence.never { supports.blurRank(facts[row].support) }
      if held.presence == Presence.never && !held.isLeaving { facts.setPending(true, of: row) }
    }
    return row
  }

  /// Forgets that a lesson states the fact; one that does not is no error.
  ///
  /// - Complexity: O(k) in the lessons that state it.
  public mutating func retract(_ subject: UInt32, _ property: UInt32, _ value: UInt32, by lesson: UInt32) {
    guard let row = facts.row(subject, property, value) else { return }
    let held = facts[row]
    if SupportTable.lesson(held.support) == lesson {
      facts.setSupport(SupportTable.none, of: row)
      lower(row, to: Presence.never)
      return
    }
    guard supports.remove(lesson, from: held.support) else { return }
    guard supports.firstJustification(held.support) == SupportTable.none else {
      weakened.append(row)
      return
    }
    let left = statedPresence(held.support)
    facts.setSupport(supports.narrowed(held.support), of: row)
    if left != held.presence { lower(row, to: left) }
  }

  /// Under which circumstances lessons state a fact whose support has a node.
  mutating func statedPresence(_ support: UInt32) -> Presence {
    var stated = Presence.never
    var next = supports.firstStatement(support)
    while next != SupportTable.none {
      let statement = supports.statement(next)
      stated = presences.or(stated, statement.presence)
      next = statement.next
    }
    return stated
  }

  mutating func touch(_ row: FactRow) {
    guard !isUntold && !facts[row].isTouched else { return }
    facts.setTouched(true, of: row)
    touched.append(Change(row: row, before: facts[row].presence))
  }

  mutating func lower(_ row: FactRow, to presence: Presence) {
    touch(row)
    facts.setPresence(presence, of: row)
    guard presence == Presence.never else { return }
    // What came with this very edit goes without a trace.
    if facts[row].isPending {
      if !isSettling { facts.setPending(false, of: row) }
    } else if !facts[row].isLeaving {
      facts.setLeaving(true, of: row)
      leaving.append(row)
    }
  }

  // MARK: Asking

  public var factCount: Int { facts.count }

  /// “Where this atom is true.” Atoms are numbered from 0 by whoever makes contexts.
  public mutating func atom(_ atom: UInt32) -> Presence { presences.atom(atom) }
  public mutating func both(_ one: Presence, _ other: Presence) -> Presence { presences.and(one, other) }

  /// The value that stands for a number of millionths.
  public mutating func value(_ millionths: Int64) -> UInt32 { numbers.value(millionths) }

  /// The rules in circles that run through an exception: “a unless b”, “b unless a”. None of them is applied while
  /// the circle stands, since what they conclude would depend on which is applied first. Known once settled.
  public internal(set) var idleClauses: [Int] = []

  /// Makes room for so many facts, so that loading them moves nothing.
  public mutating func reserve(_ count: Int) { facts.reserve(count) }

  /// Whether the fact holds from a point of view.
  ///
  /// - Complexity: O(1); the first time for a presence condition, O(d) in its atoms.
  public func holds(_ subject: UInt32, _ property: UInt32, _ value: UInt32, in context: inout Context) -> Bool {
    context.holds(presence(subject, property, value), presences)
  }

  /// How many instances of clauses are kept.
  ///
  /// - Complexity: O(n) in the facts.
  public var justificationCount: Int {
    var count = 0
    for row in 0..<FactRow(facts.count) {
      var justification = supports.firstJustification(facts[row].support)
      while justification != SupportTable.none {
        count += 1
        justification = supports.next(justification)
      }
    }
    return count
  }

  /// How many facts hold somewhere, by property.
  ///
  /// - Complexity: O(n) in the facts.
  public func counts() -> [UInt32: Int] {
    var counts: [UInt32: Int] = [:]
    for row in 0..<FactRow(facts.count) where facts[row].presence != Presence.never { counts[facts[row].property, default: 0] += 1 }
    return counts
  }

  /// Under which circumstances the fact holds.
  ///
  /// - Complexity: O(1).
  public func presence(_ subject: UInt32, _ property: UInt32, _ value: UInt32) -> Presence {
    facts.row(subject, property, value).map { facts[$0].presence } ?? Presence.never
  }
}
