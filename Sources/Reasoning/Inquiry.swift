internal import Lessons

/// One question being answered: what is seen, and what was found on the way.
///
/// Answers are found backwards from the question. A goal met again while it is being pursued proves nothing new, so
/// it is cut; what was found under a cut is remembered only while the goals it was cut at are being pursued, since
/// elsewhere it may come out fuller (the care that tabling takes: Tamaki & Sato, *OLD resolution with tabulation*, 1986).
///
/// A class only so that what was found is shared by all branches of one question; it never outlives the call.
final class Inquiry {
  static let depthMax = 48  // rules upon rules
  static let stepsMax = 4_000  // goals pursued for one question: what keeps hostile rules from taking the server
  static let proofSizeMax = 1_000  // steps

  let store: LessonStore
  let index: Index
  let sight: Sight
  /// Whether what everybody sees is seen here, too.
  private let seesAllPlain: Bool
  /// Whether those as whom one looks hold anything of their own.
  let hasOwn: Bool

  /// Concepts asked about that no lesson names; the machine's own come first, known or not.
  private var guests: [Concept] = [.isA, .contains]
  var classes: [Symbol: [Symbol]] = [:]
  private var statements: [Pair: Statements] = [:]
  private var compiled: [Slot: CompiledRule] = [:]
  var reaches: [Symbol: Reach] = [:]
  var relations: [Symbol: Relation?] = [:]
  var conversions: [Symbol: [KnownConversion]] = [:]
  var lineages: [Symbol: Lineage] = [:]
  var judgements: [Goal: Judgement] = [:]
  var holdings: [Goal: Holdings] = [:]
  var bearers: [Goal: [Symbol]] = [:]

  private var active: [Goal: Int] = [:]
  private var depth = 0
  private var steps = 0
  /// The depths of goals that something found since was cut at, one bit each; the highest bit: cut for its size.
  private var cuts: UInt64 = 0
  /// The depths of goals for whose rules an exception is being looked at, outermost first.
  private var exceptions: [Int] = []
  /// The depths of goals that were cut at, as in `cuts`, where the way back led through an exception.
  private var undecided: UInt64 = 0
  /// What was found under cuts, with these.
  private var provisional: [Goal: UInt64] = [:]

  let isA: Symbol
  let contains: Symbol

  init(_ beliefs: Beliefs, _ sight: Sight) {
    store = beliefs.store
    index = beliefs.index
    self.sight = sight
    seesAllPlain = sight.disputed.isEmpty
    hasOwn = sight.hasOwn
    isA = index.symbols.number(of: .isA) ?? Symbol.max
    contains = index.symbols.number(of: .contains) ?? Symbol.max - 1
  }

  // MARK: Symbols

  struct Pair: Hashable {
    let subject: Symbol
    let property: Symbol
  }

  /// The concept's number; one that no lesson names gets a number of its own for this question.
  func symbol(_ concept: Concept) -> Symbol {
    if let symbol = index.symbols.number(of: concept) { return symbol }
    let place = guests.firstIndex(of: concept) ?? guests.count
    if place == guests.count { guests.append(concept) }
    return Symbol.max - Symbol(place)
  }

  func concept(_ symbol: Symbol) -> Concept {
    let place = Int(Symbol.max - symbol)
    return place < guests.count ? guests[place] : index.symbols[symbol]
  }

  // MARK: Seeing

  func sees(_ slot: Slot) -> Bool {
    index.rows[Int(slot)].isPlain && seesAllPlain || sight.sees(store[slot])
  }

  /// Those seen, oldest first, so that every choice among lessons comes out alike whatever the order they came in.
  func seen(_ slots: [Slot]?) -> [Slot] {
    guard let slots else { return [] }
    return inOrder(slots.filter(sees))
  }

  func inOrder(_ slots: [Slot]) -> [Slot] {
    slots.count < 2 ? slots : slots.sorted(by: isOlder)
  }

  func isOlder(_ one: Slot, _ other: Slot) -> Bool {
    let (age, otherAge) = (index.rows[Int(one)].sequence, index.rows[Int(other)].sequence)
    return age == otherAge ? store[one].id < store[other].id : age < otherAge
  }

  // MARK: Claims

  /// What is claimed of a thing and a property, under all names of both, after each author's later word.
  struct Statements {
    var slots: [Slot] = []
    /// Earlier words of an author, each with the later one that took its place.
    var superseded: [(earlier: Slot, later: Slot)] = []
  }

  func statements(_ subject: Symbol, _ property: Symbol) -> Statements {
    let pair = Pair(subject: root(subject), property: root(property))
    if let known = statements[pair] { return known }
    var slots: [Slot] = []
    for subject in names(of: subject) {
      for property in names(of: property) {
        var next = index.firstClaim(about: subject, property) ?? LessonStore.none
        while next != LessonStore.none {
          if sees(next) { slots.append(next) }
          next = index.rows[Int(next)].next
        }
      }
    }
    let found = slots.count < 2 ? Statements(slots: slots) : afterLaterWords(inOrder(slots), property)
    statements[pair] = found
    return found
  }

  /// An author's later lesson takes the place of their earlier one on the same subject and property, where one
  /// value is all a thing has, and of their earlier word for or against the same value.
  private func afterLaterWords(_ slots: [Slot], _ property: Symbol) -> Statements {
    var kept: [Slot] = []
    var superseded: [(earlier: Slot, later: Slot)] = []
    for slot in slots.reversed() {
      if let later = kept.first(where: { replaces($0, slot, property) }) {
        superseded.append((slot, later))
      } else {
        kept.append(slot)
      }
    }
    return Statements(slots: kept.reversed(), superseded: superseded)
  }

  private func replaces(_ later: Slot, _ earlier: Slot, _ property: Symbol) -> Bool {
    let (late, early) = (store[later], store[earlier])
    guard late.author == early.author, late.sequence > early.sequence, late.lesson.qualifiers.overlaps(early.lesson.qualifiers),
      let new = late.lesson.claim, let old = early.lesson.claim
    else { return false }
    if isSameValue(new.value, old.value) { return true }
    return !new.isNegated && !old.isNegated && areComparable(new.value, old.value, property)
      && isSingleValued(property, isNumeric: new.value.isNumeric).isSingle
  }

  func isSameValue(_ one: Value, _ other: Value) -> Bool {
    if case .concept(let one) = one, case .concept(let other) = other { return isSame(symbol(one), symbol(other)) }
    return one.says(other)
  }

  /// The same, or two measures of one thing that convert into each other by what was taught, as far as people round.
  func isSameValue(_ one: Value, _ other: Value, _ property: Symbol) -> Bool {
    if isSameValue(one, other) { return true }
    guard let range = one.range, let theirs = other.range, !range.unit.isCommensurable(with: theirs.unit) else { return false }
    return numbers(other, of: property, in: range.unit)?.range.isRoughly(range) ?? false
  }

  /// Whether two values answer one question: 51 and 53 do, 3 g/100 g and 5 g/serving do not unless somebody taught how
  /// they convert.
  func areComparable(_ one: Value, _ other: Value, _ property: Symbol) -> Bool {
    switch (one, other) {
    case (.concept, .concept), (.text, .text): return true
    default:
      guard let one = one.range, let theirs = other.range else { return false }
      return one.unit.isCommensurable(with: theirs.unit) || numbers(other, of: property, in: one.unit) != nil
    }
  }

  /// Numbers are single-valued, everything else is many-valued, unless a lesson seen says otherwise. Where teachers differ
  /// those decide whose word weighs more; where neither does, it is as if nobody had said.
  func isSingleValued(_ property: Symbol, isNumeric: Bool) -> (isSingle: Bool, lesson: Slot?) {
    let said = countTraits(of: property)
    guard let last = said.last else { return (isNumeric, nil) }
    guard said.contains(where: { $0.isSingle != last.isSingle }) else { return (last.isSingle, last.slot) }
    let weight = said.reduce(0) { $0 + ($1.isSingle ? 1 : -1) * store[$1.slot].weight }
    guard abs(weight) > 1e-9 else { return (isNumeric, nil) }
    return (weight > 0, said.last { $0.isSingle == (weight > 0) }?.slot)
  }

  /// How many values there are by each teacher's last word for the same people, place and time, oldest first.
  func countTraits(of property: Symbol) -> [(slot: Slot, isSingle: Bool)] {
    let said = traits(of: property).compactMap { slot, trait in trait.isSingleValued.map { (slot: slot, isSingle: $0) } }
    guard said.count > 1 else { return said }
    return said.indices.filter { place in
      let earlier = store[said[place].slot]
      return !said[(place + 1)...].contains { later in
        let later = store[later.slot]
        return later.author == earlier.author && later.lesson.qualifiers.overlaps(earlier.lesson.qualifiers)
      }
    }.map { said[$0] }
  }

  /// What is taught of the property itself, oldest first.
  func traits(of property: Symbol) -> [(slot: Slot, trait: PropertyTrait)] {
    guard !index.traits.isEmpty else { return [] }
    return seen(names(of: property).flatMap { index.traits[$0] ?? [] }).compactMap { slot in
      if case .property(let trait) = store[slot].lesson.teaching { (slot, trait) } else { nil }
    }
  }

  // MARK: Rules

  func rule(at slot: Slot) -> CompiledRule? {
    if let known = compiled[slot] { return known }
    guard case .rule(let rule) = store[slot].lesson.teaching else { return nil }
    let new = CompiledRule(rule, slot: slot, id: store[slot].id, symbol: symbol)
    compiled[slot] = new
    return new
  }

  /// Rules with this property in their heads, oldest first.
  func heads(_ property: Symbol, where isWanted: (Index.Head) -> Bool = { _ in true }) -> [Index.Head] {
    inOrder(names(of: property).flatMap { index.rulesByHead[$0] ?? [] }.filter { sees($0.slot) && isWanted($0) })
  }

  /// Rules that conclude of something that it is one of the kinds, or is not, oldest first; of `none` those that leave
  /// open which.
  func kindHeads(_ kinds: some Sequence<Symbol>, where isWanted: (Index.Head) -> Bool = { _ in true }) -> [Index.Head] {
    inOrder(
      kinds.flatMap { kind in
        (index.rulesByConclusion[kind] ?? []).filter { isSame($0.property, isA) && sees($0.slot) && isWanted($0) }
      })
  }

  /// Whether some rule makes things of the kind, or of one below it.
  func isGiven(_ kind: Symbol) -> Bool {
    descendants(of: [kind]).contains { kind in
      index.rulesByConclusion[kind]?.contains { !$0.isNegated && isSame($0.property, isA) && sees($0.slot) } == true
    }
  }

  private func inOrder(_ heads: [Index.Head]) -> [Index.Head] {
    heads.count < 2 ? heads : heads.sorted { isOlder($0.slot, $1.slot) }
  }

  // MARK: Goals

  struct Goal: Hashable {
    enum Kind { case judgement, holdings, bearers }
    let kind: Kind
    let subject: Symbol
    let property: Symbol
    var value = Symbols.none
    /// Without what relations pass on.
    var isDirect = false
  }

  /// Begins another question of the same inquiry with all its steps before it.
  func restart() { steps = 0 }

  /// What is being found leaves something out for its size, and is to be found anew elsewhere.
  func forget() { cuts |= 1 << 63 }

  /// Pursues a goal once, however often it is met; met within itself, or too deep, it comes to `nothing`.
  func pursue<Result>(
    _ goal: Goal, _ memory: ReferenceWritableKeyPath<Inquiry, [Goal: Result]>, nothing: Result, _ find: () -> Result
  ) -> Result {
    if let known = self[keyPath: memory][goal] {
      cuts |= provisional[goal] ?? 0
      return known
    }
    if let outer = active[goal] {
      cuts |= 1 << UInt64(outer)
      if let inner = exceptions.last, inner >= outer { undecided |= 1 << UInt64(outer) }
      return nothing
    }
    steps += 1
    guard depth < Self.depthMax, steps <= Self.stepsMax else {
      forget()
      return nothing
    }
    let own = depth
    let before = cuts
    cuts = 0
    active[goal] = own
    depth += 1
    let result = find()
    depth -= 1
    active[goal] = nil
    cuts &= ~(1 << UInt64(own))
    undecided &= ~(1 << UInt64(own))
    release(own)
    self[keyPath: memory][goal] = result
    if cuts != 0 { provisional[goal] = cuts }
    cuts |= before
    if depth == 0 { release(63) }
    return result
  }

  /// Looks at an exception of a rule for the goal being pursued.
  ///
  /// - Returns: besides, whether it depends on that goal or one around it: then nothing decides either (the well-founded
  ///   semantics leaves both undefined: Van Gelder, Ross, Schlipf, *The well-founded semantics for general logic programs*, 1991).
  func except<Result>(_ look: () -> Result) -> (result: Result, isUndecided: Bool) {
    let before = undecided
    undecided = 0
    exceptions.append(depth - 1)
    let result = look()
    exceptions.removeLast()
    let isUndecided = undecided & ((1 << UInt64(depth)) - 1) != 0
    undecided |= before
    return (result, isUndecided)
  }

  /// Whether something found since was cut at a goal through an exception.
  var isWithinUndecided: Bool { undecided != 0 }

  /// Forgets what was found under a cut at a goal that is done.
  private func release(_ depth: Int) {
    for (goal, cuts) in provisional where cuts & (1 << UInt64(depth)) != 0 {
      provisional[goal] = nil
      switch goal.kind {
      case .judgement: judgements[goal] = nil
      case .holdings: holdings[goal] = nil
      case .bearers: bearers[goal] = nil
      }
    }
  }
}
