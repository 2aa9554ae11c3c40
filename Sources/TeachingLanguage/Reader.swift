import Lessons
import Understanding

/// Reads what people type: sentences that teach, ask, correct or greet.
///
/// Text goes through sentences, words, names and numbers, and a chart of everything the grammar can make of them, to
/// ranked readings, each said back in a full sentence. A reading uses every word; what cannot be used stops it.
public struct Reader: Sendable {
  public static let lengthMax = 10_000  // characters
  public static let readingsMax = 8
  /// How far the next reading must be for the first to be clear.
  public static let marginMin = 2.0

  /// Readings further from the best are far-fetched.
  static let gapMax = 4.0

  /// The languages that are read, and the one that is read now.
  let grammars: Grammars
  let grammar: Grammar

  public init(grammar: Grammar) { self.init(grammars: Grammars([grammar])) }

  public init(grammars: Grammars) { self.init(grammars: grammars, grammar: grammars.first) }

  init(grammars: Grammars, grammar: Grammar) {
    self.grammars = grammars
    self.grammar = grammar
  }

  /// One reading for each sentence, in order; what one sentence names, the next may call “it”.
  public func read(_ text: String, vocabulary: Vocabulary, context: ReadingContext = ReadingContext()) -> [SentenceReading] {
    guard text.utf8.count <= Self.lengthMax * 4, text.unicodeScalars.count <= Self.lengthMax else {
      return [tooLong(text, grammar.functionWords.sentence("too.long", ["limit": "\(Self.lengthMax)"]))]
    }
    var context = context
    var fresh = Lexicon()
    let ranked = grammars.ranked(for: text)
    let likeliest = ranked.first?.grammar ?? grammar
    let sentences = SentenceSplitter.sentences(of: text, likeliest)
    var readings: [SentenceReading] = []
    var next = 0
    while next < sentences.count {
      let known = fresh.count == 0 ? vocabulary : vocabulary.adding(fresh)
      if let procedure = ProcedureReader(reader: reading(in: likeliest), vocabulary: known).read(sentences[next...], of: text) {
        readings.append(procedure.reading)
        next += procedure.count
        continue
      }
      if let sample = SampleReader(reader: reading(in: likeliest), vocabulary: known).read(sentences[next...], of: text) {
        readings.append(sample.reading)
        next += sample.count
        continue
      }
      let (reading, count) = read(sentences[next...], of: text, ranked, vocabulary: known, context)
      follow(reading, &context, &fresh)
      readings.append(reading)
      next += count
    }
    return readings
  }

  private static let joinedMax = 5

  /// The reading of the first sentence, and how many of them it is. A point after a capital or a number may belong to the
  /// word (“Alan B. Reis Hall”): where a part alone cannot be read and the whole can, it is one sentence.
  private func read(
    _ sentences: ArraySlice<Sentence>, of text: String, _ ranked: [(grammar: Grammar, evidence: Int)], vocabulary: Vocabulary,
    _ context: ReadingContext
  ) -> (reading: SentenceReading, count: Int) {
    let grammar = ranked.first?.grammar ?? grammar
    guard var whole = sentences.first else { return (note(Sentence(text: "", range: 0..<0, words: [], isQuestion: false), ""), 1) }
    var first = read(whole, ranked, vocabulary: vocabulary, context)
    for (count, next) in sentences.dropFirst().prefix(Self.joinedMax).enumerated() {
      guard let joined = SentenceSplitter.joined(whole, next, in: text, grammar) else { break }
      if count == 0, !first.readings.isEmpty {
        let isRestRead = !read(next, ranked, vocabulary: vocabulary, context).readings.isEmpty
        if isRestRead || !(whole.endsOpen || next.isFragment) { break }
      }
      whole = joined
      let reading = read(whole, ranked, vocabulary: vocabulary, context)
      if !reading.readings.isEmpty { return (reading.confirming, count + 2) }
      // “Ana runs the Alan B.” says little where the rest says nothing.
      first = first.confirming
    }
    return (first, 1)
  }

  func read(_ sentence: Sentence, vocabulary: Vocabulary, _ context: ReadingContext) -> SentenceReading {
    guard sentence.words.count <= Chart.wordsMax else {
      return note(sentence, grammar.functionWords.sentence("too.many.words", ["limit": "\(Chart.wordsMax)"]))
    }
    guard sentence.words.contains(where: { $0.kind != .mark }) else { return note(sentence, grammar.functionWords.sentence("no.word")) }
    let rewritten = readUnitInBrackets(sentence, vocabulary, context) ?? readAbbreviated(sentence, vocabulary, context)
    if let read = rewritten ?? readTitled(sentence, vocabulary, context) { return read }
    let scanner = Scanner(sentence: sentence, grammar: grammar, vocabulary: vocabulary, context: context)
    var chart = Chart(grammar: grammar, scanner: scanner)
    let whole = ranked(self.readings(roots(of: sentence, context), in: &chart), readByPhrasing(sentence, vocabulary, context))
    let renamed = readRenamed(sentence, vocabulary, context).map { [$0] } ?? []
    let readings = renamed + cut(sentence, readAs: whole, vocabulary, context)
    guard !readings.isEmpty else {
      if let hedged = readHedged(sentence, &chart, context) { return hedged }
      return SentenceReading(
        text: sentence.text, range: sentence.range, language: grammar.language, readings: [],
        decision: .note(Repairer(reader: self, chart: chart, context: context).repair()))
    }
    // “No, the GI of a banana is 48”: what puts something right is read back. So is a list that may be shorter.
    let isCorrection = chart.isAll("correction") || mayListAside(sentence)
    // What once was or can be is read back: it may be meant of a time or as a permission.
    let isTensed = sentence.words.indices.contains { position in
      let lists: [FunctionWords.List] = keepsItsTime(readings[0]) ? [.can, .cannot] : [.wasOne, .wasMany, .can, .cannot]
      return lists.contains { scanner.isWord(position, $0) } || isGoingOn(position, readings[0], scanner)
    }
    return SentenceReading(
      text: sentence.text, range: sentence.range, language: grammar.language, readings: readings,
      decision: decision(on: readings, knowing: vocabulary, isSure: !chart.isCut && !isCorrection && !isTensed))
  }

  /// What people taught to be meant goes before what the grammar makes of the same words.
  func ranked(_ readings: [Reading], _ taught: [Reading]) -> [Reading] {
    guard let best = taught.first else { return readings }
    let others = readings.filter { reading in !taught.contains { $0.meaning == reading.meaning } }.map { reading in
      var behind = reading
      behind.weight = max(reading.weight, best.weight + Self.marginMin)
      return behind
    }
    return Array((taught + others).prefix(Self.readingsMax))
  }

  /// “is taking”: now, and perhaps no longer.
  private func isGoingOn(_ position: Int, _ reading: Reading, _ scanner: Scanner) -> Bool {
    guard scanner.isWord(position, .isOne) || scanner.isWord(position, .isMany), let verb = scanner.verbGoingOn(at: position + 1),
      case .lesson(let taught) = reading.meaning
    else { return false }
    return taught.contains { lesson in
      if case .claim(let claim) = lesson.teaching { claim.property == .does || claim.property.label.hasPrefix(verb) } else { false }
    }
  }

  func roots(of sentence: Sentence, _ context: ReadingContext) -> [String] {
    if sentence.isQuestion { return ["asked", "question.mark", "courtesy"] }
    let asked = grammar.category(named: "asked.unmarked") == nil ? "asked" : "asked.unmarked"
    return ["told", asked, "correction", "about.me", "courtesy"] + (context.lastClaim == nil ? [] : ["correction.late"])
  }

  /// - Parameter hedge: how sure the teacher is, where a word within the sentence told it; then only lessons are read.
  func readings(_ roots: [String], in chart: inout Chart, hedge: Qualifiers? = nil) -> [Reading] {
    var best: [Reading.Meaning: Int32] = [:]
    for root in roots.compactMap(grammar.category(named:)) {
      for index in chart.read(root, at: 0) {
        let item = chart.items[Int(index)]
        guard item.end == chart.scanner.words.count, let whole = Reading.Meaning(item.phrase),
          let meaning = hedge == nil ? whole : hedge.flatMap(whole.hedged)
        else { continue }
        // Two letters apart is another word as often as not: “hyper” and “hypo”. A question shows what it was read as.
        if case .lesson = meaning, chart.hasSlips(index, above: 1) { continue }
        if let known = best[meaning], chart.items[Int(known)].cost <= item.cost { continue }
        best[meaning] = index
      }
    }
    // Equal costs are told apart by their place in the chart, which depends on the words alone.
    let order = best.sorted { (chart.items[Int($0.value)].cost, $0.value) < (chart.items[Int($1.value)].cost, $1.value) }
    guard let cheapest = order.first.map({ chart.items[Int($0.value)].cost }) else { return [] }
    // Two readings that are said alike are no choice.
    var said: Set<String> = []
    let readings = order.prefix(Self.readingsMax).filter { chart.items[Int($0.value)].cost <= cheapest + Self.gapMax }
      .map { reading($0.key, Int($0.value), chart) }.filter { said.insert($0.paraphrase).inserted }
    // What takes the words apart says more than what keeps them as they are.
    let apart = readings.filter { !$0.newConcepts.contains { $0.isLongDeed(grammar.morphology) } }
    let ranked = apart.isEmpty ? readings : apart
    guard let first = ranked.first else { return ranked }
    let others = ranked.dropFirst().filter { other in
      !listsParts(other, of: first) && !first.isSaidAlike(other) && !first.isOwnedOtherwise(other) && !namesPartInstead(other, of: first)
    }
    let isGroupedOtherwise = others.contains { first.bracketsOtherwise($0) && $0.weight < first.weight + Self.marginMin }
    guard isGroupedOtherwise else { return [first] + others }
    // Which words belong together hardly matters to people, and a mistake would be seen.
    var likeliest = first
    likeliest.isDoubtful = true
    return [likeliest] + others.filter { !first.bracketsOtherwise($0) }
  }

  private func reading(_ meaning: Reading.Meaning, _ item: Int, _ chart: Chart) -> Reading {
    let trace = Trace(item, chart)
    let meaning = placed(meaning, trace.new) ?? meaning
    let roles = Dictionary(trace.new.map { ($0.concept.key, $0.role) }, uniquingKeysWith: { first, _ in first })
    let sayer = Sayer(grammars: grammars, grammar: grammar, vocabulary: chart.scanner.vocabulary, newRoles: roles)
    return Reading(
      meaning: meaning, paraphrase: paraphrase(meaning, sayer), newConcepts: trace.new, spans: trace.spans,
      respellings: trace.respellings, weight: chart.items[item].cost,
      isDoubtful: chart.isRare(Int32(item)) || doubts(trace.new, meaning, chart.scanner))
  }

  private func paraphrase(_ meaning: Reading.Meaning, _ sayer: Sayer) -> String {
    switch meaning {
    case .lesson(let taught):
      let whole = sayer.say(taught)
      if !whole.isEmpty { return whole }
      var said: [String] = []
      for lesson in taught {
        let sentence = lesson.teaching == .note ? grammar.functionWords.sentence("not.all") : sayer.say(lesson.teaching, lesson.qualifiers)
        if !said.contains(sentence) { said.append(sentence) }
      }
      return said.joined(separator: " ")
    case .question(let question): return sayer.say(question)
    case .correction(let correction): return sayer.say(correction)
    case .aboutMe(let pattern): return sayer.say(aboutMe: pattern)
    case .courtesy(let courtesy): return sayer.say(courtesy)
    }
  }

  // MARK: From sentence to sentence

  private func follow(_ reading: SentenceReading, _ context: inout ReadingContext, _ fresh: inout Lexicon) {
    guard let best = reading.readings.first, case .lesson(let taught) = best.meaning, reading.decision != .choose else { return }
    var subjects: [Concept] = []
    for lesson in taught {
      fresh.add(lesson.teaching, lesson.qualifiers)
      if case .test(let test) = lesson.teaching { context.lastTest = test.question }
      guard let subject = lesson.teaching.subject else { continue }
      // “Flour is an ingredient of bread. It …” may be about either.
      if case .claim(let claim) = lesson.teaching, grammar.namesPart(claim.property), let part = claim.value.concept,
        !subjects.contains(part)
      {
        subjects.append(part)
      }
      if !subjects.contains(subject) { subjects.append(subject) }
      if case .claim(let claim) = lesson.teaching { context.lastClaim = claim }
    }
    if !subjects.isEmpty { context.subjects = subjects }
  }

  private func tooLong(_ text: String, _ reason: String) -> SentenceReading {
    SentenceReading(
      text: text, range: 0..<text.utf8.count, language: grammar.language, readings: [],
      decision: .note(Repair(reason: reason, understood: [], unused: [], suggestions: [], unknownWords: [])))
  }

  private func note(_ sentence: Sentence, _ reason: String) -> SentenceReading {
    SentenceReading(
      text: sentence.text, range: sentence.range, language: grammar.language, readings: [],
      decision: .note(Repair(reason: reason, understood: [], unused: [sentence.range], suggestions: [], unknownWords: [])))
  }
}

extension Reading.Meaning {
  init?(_ phrase: Phrase) {
    switch phrase {
    case .taught(let taught): self = .lesson(taught)
    case .question(let question): self = .question(question)
    case .meaning(let meaning): self = meaning
    default: return nil
    }
  }
}

extension Teaching {
  /// What the sentence was about: what “it” is next.
  var subject: Concept? {
    switch self {
    case .claim(let claim): claim.subject
    case .name(let naming): naming.concept
    case .definition(let definition): definition.concept
    case .conversion(let conversion): conversion.substance
    case .contrast(let contrast): contrast.subject
    case .disjoint, .property, .rule, .guideline, .procedure, .example, .labelling, .test, .stopWord, .phrasing, .note: nil
    }
  }
}

/// How a reading came about: names, values and slips, by the words they stand for.
struct Trace {
  private(set) var new: [NewConcept] = []
  private(set) var spans: [Span] = []
  private(set) var respellings: [Respelling] = []

  init(_ item: Int, _ chart: Chart) {
    visit(item, chart)
    spans.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    respellings.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func visit(_ index: Int, _ chart: Chart) {
    let item = chart.items[index]
    let words = chart.scanner.words
    for slip in item.slips {
      let word = words[slip.word]
      let respelling = Respelling(range: word.range, written: word.written, readAs: slip.readAs)
      if !respellings.contains(respelling) { respellings.append(respelling) }
    }
    for child in item.children { visit(Int(child), chart) }
    guard item.children.isEmpty, item.end > item.start else { return }
    let range = words[item.start].range.lowerBound..<words[item.end - 1].range.upperBound
    switch item.phrase {
    case .concept(let concept):
      guard let name = item.name else { return }
      if name.isNew, !new.contains(where: { $0.concept == concept }) { new.append(NewConcept(concept: concept, role: name.role)) }
      spans.append(Span(range: range, kind: name.isNew ? .new(concept, name.role) : .concept(concept, name.role)))
    case .value(let value): spans.append(Span(range: range, kind: .value(value)))
    case .period(let period): spans.append(Span(range: range, kind: .period(from: period.from, until: period.until)))
    case .text: spans.append(Span(range: range, kind: .words))
    default: return
    }
  }
}
