import Lessons
import Reasoning
import TeachingLanguage
import Understanding

/// What was not taught is not said: which word or answer is missing, what comes near, and a raised hand.
extension Outlook {
  var handRaised: String { sayer.sentence("hand.raised") }
  static let optionsMax = 5
  /// How many near names are tried for an answer.
  private static let triedMax = 40
  private static let namesMax = 300

  /// Offers near questions that have an answer, else says what was not taught.
  func narrowerOrNotTaught(_ question: Question, _ understood: Understood) -> Draft {
    var draft = notTaught(question, understood)
    let missing = question.concepts.first { !isKnown($0) } ?? question.subject
    guard let missing else { return draft }
    let near = near(missing, in: question)
    guard !near.isEmpty else { return draft }
    draft.answer.kind = .askBack
    draft.answer.raisedHand = nil
    draft.answer.starter = nil
    draft.answer.understood.way = .guess
    draft.answer.options = near.map { Option($0.label, sending: sayer.say(question.replacing(missing, with: $0))) }
    draft.answer.text = [.text("\(notTaughtSentence(question)) \(line("did.you.mean", ["names": near.map(\.label).listed(line("or"))]))")]
    return draft
  }

  func notTaught(_ question: Question, _ understood: Understood) -> Draft {
    var draft = Draft(.notTaught, "\(notTaughtSentence(question)) \(handRaised)", understood: understood, asked: question)
    draft.answer.raisedHand = sayer.say(question).excerpt
    draft.answer.starter = starter(question)
    return draft
  }

  func notTaughtSentence(_ question: Question) -> String {
    let unknown = question.concepts.filter { !isKnown($0) }.map { "“\($0.label.excerpt)”" }
    if !unknown.isEmpty {
      let names = unknown.listed(sayer.sentence("and"))
      return sayer.sentence(unknown.count > 1 ? "not.taught.many" : "not.taught.one", ["names": names])
    }
    return switch question {
    case .value(let subject, let property) where isRelation(property):
      sayer.sentence(
        "not.taught.relation", subject: subject, ["verb": property.label, "question": sayer.say(question).unmarked.continued()])
    case .value(let subject, let property): sayer.sentence("not.taught.value", subject: subject, property: property)
    case .amount(let property, _, let subject): sayer.sentence("not.taught.amount", subject: subject, property: property)
    case .whether(let claim):
      sayer.sentence("not.taught.whether", ["claim": sayer.say(claim).continued(keeping: claim.subject.label)])
    case .measures(let subject, let property, _): sayer.sentence("not.taught.value", subject: subject, property: property)
    case .contrast(let contrast):
      line(
        "not.taught.contrast",
        ["property": contrast.property.label, "one": sayer.name(contrast.subject), "other": sayer.name(contrast.other)])
    case .extreme(let extreme): sayer.sentence("not.taught.extreme", property: extreme.property)
    case .which: sayer.sentence("not.taught.any")
    case .meaning(let concept): sayer.sentence("not.taught.meaning", subject: concept)
    case .taught(let kind): sayer.sentence("not.taught.question", ["question": kind.label])
    }
  }

  /// The beginning of a sentence that would teach the answer.
  private func starter(_ question: Question) -> String? {
    switch question {
    case .value(let subject, let property) where isRelation(property): "\(sayer.name(subject).capitalised) \(sayer.third(of: property)) "
    case .value(let subject, let property), .measures(let subject, let property, _):
      starterOfValue(subject, property)
    case .amount(_, _, let subject): "\(sayer.name(subject).capitalised) \(sayer.third(of: .contains)) "
    case .whether(let claim): sayer.say(claim)
    case .meaning(let concept): "\(sayer.name(concept).capitalised) \(line("is")) "
    case .contrast(let contrast): starterOfValue(contrast.subject, contrast.property)
    case .which, .extreme, .taught: nil
    }
  }

  func isRelation(_ property: Concept) -> Bool {
    let roles = vocabulary.roles(of: property)
    return property.isBuiltIn || (roles.contains(.relation) && !roles.contains(.property))
  }

  // MARK: Near names

  /// Names that may have been meant and for which there is an answer, the likeliest first.
  private func near(_ missing: Concept, in question: Question) -> [Concept] {
    var candidates: [Concept] = []
    if isKnown(missing) {
      candidates = beliefs.concepts(ofKind: missing, in: view)
    } else {
      candidates = vocabulary.nearest(to: missing.label, limit: Self.optionsMax)
    }
    candidates += sharingWords(with: missing)
    var seen: Set<Concept> = [missing]
    let fresh = candidates.filter { seen.insert($0).inserted && isKnown($0) }
    return Array(fresh.prefix(Self.triedMax).lazy.filter { hasAnswer(question.replacing(missing, with: $0)) }.prefix(Self.optionsMax))
  }

  /// Names made of these words and others, “rice” to “white rice”; names within this one, “basmati rice” to “rice”; then
  /// names of the same last word, “basmati rice” to “white rice”. The shorter first.
  private func sharingWords(with concept: Concept) -> [Concept] {
    let words = Self.words(of: concept)
    guard let head = words.last else { return [] }
    let asked = Set(words)
    let found = vocabulary.names(with: head, limit: Self.namesMax).compactMap { candidate -> (rank: Int, length: Int, concept: Concept)? in
      let theirs = Self.words(of: candidate)
      let sameHead = theirs.last == head
      if asked.isSubset(of: theirs) { return (sameHead ? 0 : 1, theirs.count, candidate) }
      return sameHead ? (asked.isSuperset(of: theirs) ? 0 : 2, theirs.count, candidate) : nil
    }
    return found.sorted { ($0.rank, $0.length, $0.concept) < ($1.rank, $1.length, $1.concept) }.map(\.concept)
  }

  private static func words(of concept: Concept) -> [String] {
    Token.tokens(of: concept.key).filter { $0.kind == .word }.map { token in
      let word = token.normal
      return word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
    }
  }

  private func hasAnswer(_ question: Question) -> Bool {
    switch preferred(question) {
    case .value(let subject, let property): !values(of: subject, property: property).isEmpty
    case .amount(let property, let whole, let subject):
      values(of: subject, property: property).contains { $0.value.share(of: whole) != nil }
    case .whether(let claim): beliefs.judge(claim, in: view).outcome != .unknown
    case .measures(let subject, let property, let range):
      beliefs.judge(Claim(subject, property, .range(range)), in: view).outcome != .unknown
    case .which(let kind, let conditions): !beliefs.members(of: kind, where: conditions, in: view, limit: 1).isEmpty
    case .meaning(let concept):
      !beliefs.definitions(of: concept, in: view).isEmpty || !beliefs.kinds(of: concept, in: view).isEmpty
    case .contrast(let contrast):
      [contrast.subject, contrast.other].allSatisfy { !values(of: $0, property: contrast.property).isEmpty }
    case .extreme(let extreme): !candidates(for: extreme).isEmpty
    case .taught: false
    }
  }
}
