internal import Lessons

/// What leads from concepts to the lessons that name them.
///
/// Every list holds slots in no particular order: whoever shows or chooses among lessons sorts them first.
struct Index: Sendable {
  /// A claim in numbers, one a slot: what a scan looks at before it touches the lesson.
  struct Row {
    var subject = Symbols.none
    var property = Symbols.none
    /// The value where it is a concept.
    var value = Symbols.none
    /// The next claim about the same subject and property.
    var next = LessonStore.none
    var isNegated = false
    /// The lesson's age.
    var sequence = 0
    /// For everybody, whatever the audience and day: no view need ask.
    var isPlain = false
    /// Its teacher was not sure.
    var isHedged = false
  }

  /// What a rule concludes, in numbers.
  struct Head {
    let slot: Slot
    let property: Symbol
    /// The object where it is a concept; `none` for a variable, a number or text.
    let value: Symbol
    let isNegated: Bool
  }

  private(set) var symbols = Symbols()
  private(set) var rows: [Row] = []
  /// The first claim about a subject and property; `Row.next` leads on.
  private var pairs: [UInt64: Slot] = [:]
  private(set) var propertiesOf: [Symbol: [Symbol]] = [:]
  private(set) var claimsByProperty: [Symbol: [Slot]] = [:]
  /// Claims whose value is this concept.
  private(set) var claimsByValue: [Symbol: [Slot]] = [:]
  /// Claims that deny, by property.
  private(set) var denialsByProperty: [Symbol: [Slot]] = [:]
  private(set) var rulesByHead: [Symbol: [Head]] = [:]
  /// The same by the object; those of a variable, a number or text under `none`.
  private(set) var rulesByConclusion: [Symbol: [Head]] = [:]
  /// Rules by every property that their conditions or exceptions look at.
  private(set) var rulesByBody: [Symbol: [Slot]] = [:]
  /// Rules by every concept that they ask for, besides the properties.
  private(set) var rulesByObject: [Symbol: [Slot]] = [:]
  /// Rules that may ask of what kind something is without naming the kind: those with values that are not named.
  private(set) var rulesOverKinds: Set<Slot> = []
  /// Rules that look at other things than the one they conclude about.
  private(set) var roamingRules: Set<Slot> = []
  private(set) var namings: [Symbol: [Slot]] = [:]
  private(set) var disjoints: [Symbol: [Slot]] = [:]
  private(set) var definitions: [Symbol: [Slot]] = [:]
  private(set) var traits: [Symbol: [Slot]] = [:]
  /// Lessons by which claims about one thing speak of another.
  private(set) var relatingTraits: Set<Slot> = []
  private(set) var conversions: [Symbol: [Slot]] = [:]
  /// Lessons by the concepts they name otherwise than as a claim's subject, property or value.
  private(set) var mentions: [Symbol: [Slot]] = [:]

  /// Whether what is taught of one thing can change what rules conclude about others.
  var mayRoam: Bool { !roamingRules.isEmpty || !relatingTraits.isEmpty }

  func firstClaim(about subject: Symbol, _ property: Symbol) -> Slot? { pairs[Self.pair(subject, property)] }

  private static func pair(_ subject: Symbol, _ property: Symbol) -> UInt64 { UInt64(subject) << 32 | UInt64(property) }

  mutating func insert(_ standing: StandingLesson, at slot: Slot) {
    while rows.count <= Int(slot) { rows.append(Row()) }
    let qualifiers = standing.lesson.qualifiers
    var row = Row(
      sequence: standing.sequence, isPlain: standing.reach == .everyone && qualifiers.holdsAlways, isHedged: qualifiers.sureness != nil)
    if let claim = standing.lesson.claim {
      row.subject = symbols.retain(claim.subject)
      row.property = symbols.retain(claim.property)
      if let value = claim.value.concept { row.value = symbols.retain(value) }
      row.isNegated = claim.isNegated
      let pair = Self.pair(row.subject, row.property)
      if let first = pairs[pair] {
        row.next = first
      } else {
        propertiesOf[row.subject, default: []].append(row.property)
      }
      pairs[pair] = slot
      claimsByProperty[row.property, default: []].append(slot)
      if row.value != Symbols.none { claimsByValue[row.value, default: []].append(slot) }
      if row.isNegated { denialsByProperty[row.property, default: []].append(slot) }
    }
    rows[Int(slot)] = row
    for concept in standing.lesson.conceptsBesidesItsClaim {
      mentions[symbols.retain(concept), default: []].append(slot)
    }
    link(standing.lesson.teaching) { lists, symbol in lists[symbol, default: []].append(slot) }
    if case .property(let trait) = standing.lesson.teaching, trait.relates { relatingTraits.insert(slot) }
    if case .rule(let rule) = standing.lesson.teaching, let property = symbols.number(of: rule.head.property) {
      let value = rule.head.object.concept.flatMap(symbols.number) ?? Symbols.none
      let head = Head(slot: slot, property: property, value: value, isNegated: rule.head.isNegated)
      rulesByHead[property, default: []].append(head)
      rulesByConclusion[value, default: []].append(head)
      if rule.roams { roamingRules.insert(slot) }
      if rule.leavesValuesOpen { rulesOverKinds.insert(slot) }
    }
  }

  mutating func remove(_ standing: StandingLesson, at slot: Slot) {
    relatingTraits.remove(slot)
    link(standing.lesson.teaching) { lists, symbol in lists.remove(slot, under: symbol) }
    if case .rule(let rule) = standing.lesson.teaching, let property = symbols.number(of: rule.head.property) {
      let value = rule.head.object.concept.flatMap(symbols.number) ?? Symbols.none
      rulesByHead.remove(slot, under: property)
      rulesByConclusion.remove(slot, under: value)
      roamingRules.remove(slot)
      rulesOverKinds.remove(slot)
    }
    for concept in standing.lesson.conceptsBesidesItsClaim {
      if let symbol = symbols.number(of: concept) { mentions.remove(slot, under: symbol) }
      symbols.release(concept)
    }
    if let claim = standing.lesson.claim {
      let row = rows[Int(slot)]
      unchain(slot, row)
      claimsByProperty.remove(slot, under: row.property)
      if row.value != Symbols.none { claimsByValue.remove(slot, under: row.value) }
      if row.isNegated { denialsByProperty.remove(slot, under: row.property) }
      symbols.release(claim.subject)
      symbols.release(claim.property)
      if let value = claim.value.concept { symbols.release(value) }
    }
    rows[Int(slot)] = Row()
  }

  /// Takes a claim out of the chain of its subject and property.
  private mutating func unchain(_ slot: Slot, _ row: Row) {
    let pair = Self.pair(row.subject, row.property)
    guard let first = pairs[pair] else { return }
    if first != slot {
      var before = first
      while rows[Int(before)].next != slot { before = rows[Int(before)].next }
      rows[Int(before)].next = row.next
    } else if row.next != LessonStore.none {
      pairs[pair] = row.next
    } else {
      pairs[pair] = nil
      propertiesOf[row.subject]?.removeAll { $0 == row.property }
      if propertiesOf[row.subject]?.isEmpty == true { propertiesOf[row.subject] = nil }
    }
  }

  /// Changes the lists that a teaching other than a claim belongs in. Its concepts must be retained.
  private mutating func link(_ teaching: Teaching, _ change: (inout [Symbol: [Slot]], Symbol) -> Void) {
    func distinct(_ concepts: [Concept]) -> Set<Symbol> { Set(concepts.compactMap(symbols.number)) }
    switch teaching {
    case .name(let naming): for symbol in distinct([naming.concept, naming.other]) { change(&namings, symbol) }
    case .disjoint(let one, let other): for symbol in distinct([one, other]) { change(&disjoints, symbol) }
    case .definition(let definition): for symbol in distinct([definition.concept]) { change(&definitions, symbol) }
    case .property(let trait): for symbol in distinct(trait.properties) { change(&traits, symbol) }
    case .conversion(let conversion): for symbol in distinct([conversion.substance]) { change(&conversions, symbol) }
    case .rule(let rule):
      for symbol in distinct(rule.propertiesLookedAt) { change(&rulesByBody, symbol) }
      for symbol in distinct(rule.objectsAskedFor) { change(&rulesByObject, symbol) }
    case .claim, .contrast, .guideline, .procedure, .example, .labelling, .test, .stopWord, .phrasing, .note: break
    }
  }
}

extension [Symbol: [Slot]] {
  fileprivate mutating func remove(_ slot: Slot, under symbol: Symbol) {
    guard let slots = self[symbol], let at = slots.firstIndex(of: slot) else { return }
    let last = slots.count - 1
    guard last > 0 else {
      self[symbol] = nil
      return
    }
    self[symbol]?.swapAt(at, last)
    self[symbol]?.removeLast()
  }
}

extension [Symbol: [Index.Head]] {
  fileprivate mutating func remove(_ slot: Slot, under symbol: Symbol) {
    self[symbol]?.removeAll { $0.slot == slot }
    if self[symbol]?.isEmpty == true { self[symbol] = nil }
  }
}
