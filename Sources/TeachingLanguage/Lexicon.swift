public import Lessons
import Understanding

/// The names that lessons use, with what each is used for.
///
/// Everything is counted, so taking a lesson out leaves exactly what was there before it came. Looking names up in a
/// sentence goes by words: a table of first words and lengths, then one look at the joined words.
public struct Lexicon: Hashable, Sendable {
  struct Entry: Hashable, Sendable {
    var uses = 0
    var roles = RoleCounts()
    /// Spellings other than the key, with their number: “GI”, “HbA1c”.
    var spellings: [String: Int] = [:]
    /// Names taught to be the same thing; they lend their roles.
    var links: [String: Int] = [:]
    /// By language, the keys of what it is called there: “es”, “plátano”.
    var translations: [String: [String: Int]] = [:]
    /// What it is given in as a property, by the unit's code.
    var units: [String: Int] = [:]
    /// Of which properties it is a value, by their keys.
    var valued: [String: Int] = [:]
    /// Of a property: how often it was taught with a name as its value, and with how many different ones.
    var valuesTaught = 0
    var valuesDistinct = 0
  }

  private(set) var entries = ShardedTable<Entry>(shards: 1024)
  /// Words joined by single spaces, hyphens left out, as taught and in the singular, to keys.
  private var forms = ShardedTable<Bucket>(shards: 1024)
  /// First word to how many names of each length in words begin with it.
  private var starts = ShardedTable<[Int: Int]>(shards: 1024)
  /// The first two letters to keys, for completing what is being typed.
  private var initials = ShardedTable<Bucket>(shards: 256)
  private(set) var words = SpellingIndex()
  private(set) var phrasings = PhrasingBook()

  public init() {}

  /// How many names are known.
  public var count: Int { entries.count }

  public mutating func add(_ lesson: Lesson) { add(lesson.teaching, lesson.qualifiers) }

  public mutating func add(_ teaching: Teaching, _ qualifiers: Qualifiers = .none) {
    if case .phrasing(let phrasing) = teaching { phrasings.change(phrasing, by: 1) }
    apply(Uses(of: teaching, qualifiers), step: 1)
  }

  /// - Precondition: the lesson was added before.
  public mutating func remove(_ lesson: Lesson) { remove(lesson.teaching, lesson.qualifiers) }

  public mutating func remove(_ teaching: Teaching, _ qualifiers: Qualifiers = .none) {
    if case .phrasing(let phrasing) = teaching { phrasings.change(phrasing, by: -1) }
    apply(Uses(of: teaching, qualifiers), step: -1)
  }

  /// The concept of that name, in any case, as most lessons spell it.
  public func concept(named name: String) -> Concept? { concept(key: Concept(name).key) }

  public func roles(of concept: Concept) -> Set<Role> { roles(ofKey: concept.key) }

  func concept(key: String) -> Concept? {
    guard let entry = entries[key] else { return nil }
    var best = (label: key, count: entry.uses - entry.spellings.values.reduce(0, +))
    for (label, count) in entry.spellings where count > best.count || (count == best.count && label < best.label) {
      best = (label, count)
    }
    return Concept(best.label)
  }

  func roles(ofKey key: String) -> Set<Role> {
    guard let entry = entries[key] else { return [] }
    var roles = entry.roles.roles
    for other in entry.links.keys { roles.formUnion(entries[other]?.roles.roles ?? []) }
    return roles
  }

  /// What most lessons call it in a language.
  func translation(ofKey key: String, to language: String) -> Concept? {
    let names = entries[key]?.translations[language] ?? [:]
    return names.min { (-$0.value, $0.key) < (-$1.value, $1.key) }.flatMap { concept(key: $0.key) }
  }

  /// What the property, by any of its names, is given in; empty where nobody gave a number.
  func units(ofKey key: String) -> Set<Unit> {
    guard let entry = entries[key] else { return [] }
    let codes = entry.links.keys.reduce(into: Set(entry.units.keys)) { $0.formUnion(entries[$1]?.units.keys.map { $0 } ?? []) }
    return Set(codes.map { Unit(code: $0) })
  }

  /// How often the property was taught with that value, with any name, and with how many different ones.
  func counts(of value: Concept, as property: Concept) -> (same: Int, all: Int, distinct: Int) {
    let entry = entries[property.key]
    return (entries[value.key]?.valued[property.key] ?? 0, entry?.valuesTaught ?? 0, entry?.valuesDistinct ?? 0)
  }

  /// How long the names are, in words, that begin with the word; nil: none does.
  func lengths(startingWith word: String) -> [Int: Int]? { starts[word] }

  func keys(of form: String) -> [String] { forms[form]?.elements ?? [] }

  /// By alphabet.
  func keys(startingWith prefix: String) -> [String] {
    guard let bucket = initials[Self.initials(of: prefix)] else { return [] }
    return bucket.elements.filter { $0.utf8.count > prefix.utf8.count && $0.hasPrefix(prefix) }
  }

  /// In no order.
  func forEachKey(sharingInitialsWith key: String, _ visit: (String) -> Void) {
    switch initials[Self.initials(of: key)] {
    case .one(let one)?: visit(one)
    case .many(let many)?: for one in many { visit(one) }
    case nil: break
    }
  }

  private static func initials(of key: String) -> String { String(String.UnicodeScalarView(key.unicodeScalars.prefix(2))) }

  private mutating func apply(_ uses: Uses, step: Int) {
    for use in uses.concepts { change(use.concept, use.role, step) }
    for (one, other) in uses.links {
      link(one.key, other.key, step)
      link(other.key, one.key, step)
    }
    for translation in uses.translations {
      translate(translation.concept.key, translation.name.key, in: translation.language, step)
    }
    for use in uses.units { entries[use.property.key]?.units.count(use.unit.code, step) }
    for use in uses.values { value(use.value.key, of: use.property.key, step) }
    for use in uses.concepts where entries[use.concept.key]?.uses == 0 {
      entries[use.concept.key] = nil
      index(use.concept.key, step: -1)
    }
  }

  private mutating func change(_ concept: Concept, _ role: Role?, _ step: Int) {
    let key = concept.key
    if entries[key] == nil {
      entries[key] = Entry()
      index(key, step: 1)
    }
    entries[key]?.uses += step
    if let role { entries[key]?.roles.change(role, by: Int32(step)) }
    if concept.label != key { entries[key]?.spellings.count(concept.label, step) }
  }

  private mutating func link(_ key: String, _ other: String, _ step: Int) {
    entries[key]?.links.count(other, step)
  }

  private mutating func value(_ key: String, of property: String, _ step: Int) {
    entries[key]?.valued.count(property, step)
    let count = entries[key]?.valued[property] ?? 0
    entries[property]?.valuesTaught += step
    if step > 0 ? count == step : count == 0 { entries[property]?.valuesDistinct += step }
  }

  private mutating func translate(_ key: String, _ name: String, in language: String, _ step: Int) {
    var names = entries[key]?.translations[language] ?? [:]
    names.count(name, step)
    entries[key]?.translations[language] = names.isEmpty ? nil : names
  }

  private mutating func index(_ key: String, step: Int) {
    if step > 0 { initials.insert(key, at: Self.initials(of: key)) } else { initials.remove(key, at: Self.initials(of: key)) }
    let parts = Self.words(of: key)
    guard let first = parts.first else { return }
    for word in Set([first, first.unaccented]) {
      var lengths = starts[word] ?? [:]
      lengths.count(parts.count, step)
      starts[word] = lengths.isEmpty ? nil : lengths
    }
    for word in parts { if step > 0 { words.add(word) } else { words.remove(word) } }
    for form in Self.forms(of: parts) {
      if step > 0 { forms.insert(key, at: form) } else { forms.remove(key, at: form) }
    }
  }

  /// The words of a name as sentences are cut, without hyphens: low-GI is “low”, “gi”.
  static func words(of name: String) -> [String] {
    Token.tokens(of: name).flatMap { Word.words(from: $0, in: name[...].utf8, base: 0, English()) }.map(\.normal).filter { $0 != "-" }
  }

  private static func forms(of words: [String]) -> Set<String> {
    var forms: Set<String> = [words.joined(separator: " "), words.map(\.unaccented).joined(separator: " ")]
    if let singular = words.last.flatMap({ English().singulars(of: $0).first }) {
      forms.insert((words.dropLast() + [singular]).joined(separator: " "))
    }
    return forms
  }
}

extension Dictionary where Value == Int {
  /// Counts up or down; a count of none leaves no trace.
  mutating func count(_ key: Key, _ step: Int) {
    let count = (self[key] ?? 0) + step
    self[key] = count == 0 ? nil : count
  }
}
