internal import Lessons

/// Something that speaks for or against a conclusion.
struct Argument {
  let proof: Proof
  let scope: Scope
  /// Where not empty, something it rests on is disputed: these deny it.
  var against: [Proof] = []
  /// What is said: the value the lesson names.
  let value: Value
  let isNegated: Bool
  /// The lesson that says it or the rule that gives it.
  let source: Slot
  /// 0 where it is about the thing itself, else the steps to the kind it is about.
  let distance: Int
  /// Only keeps others from holding: “need not”.
  var isDefeater = false

  var isFirm: Bool { against.isEmpty }

  /// The same argument for another conclusion that follows from its own.
  func concluding(_ proof: Proof) -> Argument {
    Argument(
      proof: proof, scope: scope, against: against, value: value, isNegated: isNegated, source: source, distance: distance,
      isDefeater: isDefeater)
  }
}

/// What an argument is about: the less, the more specific.
///
/// Touretzky's inferential distance (*The Mathematics of Inheritance Systems*, 1986): the argument about the lower
/// kind is the more specific one. The length of the path says nothing: a teacher who adds “a banana is a food” to
/// “a banana is a fruit” and “a fruit is a food” has taught nothing new, and must not bring foods any nearer.
struct Scope: Hashable {
  /// The kinds it is about, as roots: all at once. Empty: about everything.
  let kinds: [Symbol]
  /// What it asks for besides.
  var conditions: [CompiledRule.Condition] = []
  /// By a rule that has no exceptions.
  var isStrict = false
  /// Meant for some people rather than all.
  var isForAudience = false
  /// Meant for some place.
  var isForRegion = false
  /// By one of those as whom one looks.
  var isOwn = false
  /// Its teacher was not sure.
  var isHedged = false
  /// The lesson behind it; none where it follows from several.
  var slot: Slot = LessonStore.none
  /// What the community decided to go before it.
  var yieldsTo: Set<ID<Lesson>> = []
}

/// What goals come to: the verdict, and the arguments that it stands on.
struct Judgement {
  var verdict: Verdict
  /// Those that nothing more specific outweighs, best first.
  var pro: [Argument] = []
  var con: [Argument] = []

  static let unknown = Judgement(verdict: Verdict(.unknown))
}

extension Inquiry {
  private struct Outweighed {
    let argument: Argument
    let by: Argument
  }

  /// Whether all that the first is about is also what the second is about.
  private func isWithin(_ one: Scope, _ other: Scope, of subject: Symbol) -> Bool {
    if one.kinds == [subject] { return true }
    let kindsWithin = other.kinds.allSatisfy { kind in one.kinds.contains { reach($0).contains(kind) } }
    return kindsWithin
      && other.conditions.allSatisfy { condition in one.conditions.contains { implies($0, condition) } }
  }

  func implies(_ one: CompiledRule.Condition, _ other: CompiledRule.Condition) -> Bool {
    if one == other { return true }
    guard case .measure(let subject, let property, let range) = one, case .measure(let theirs, let wanted, let wider) = other,
      subject == theirs, isSame(property, wanted), let range = range.converted(to: wider.unit)
    else { return false }
    return range.isWithin(wider)
  }

  /// Why the first outweighs the second; nil where it does not.
  ///
  /// - Parameter subject: the root of what both are argued of.
  func rung(_ one: Scope, over other: Scope, of subject: Symbol) -> Rung? {
    if precedes(one, other) { return .precedence }
    guard !precedes(other, one) else { return nil }
    guard isWithin(one, other, of: subject) else { return nil }
    if !isWithin(other, one, of: subject) {
      if one.kinds == [subject] { return one.isStrict ? .strict : .ownLesson }
      return other.kinds.allSatisfy(one.kinds.contains) ? .narrowerConditions : .narrowerKind
    }
    if one.isForAudience != other.isForAudience { return one.isForAudience ? .audience : nil }
    if one.isForRegion != other.isForRegion { return one.isForRegion ? .region : nil }
    if one.isOwn != other.isOwn { return one.isOwn ? .ownPeople : nil }
    return !one.isHedged && other.isHedged ? .surer : nil
  }

  /// Whether people settled that the one goes before the other where both apply.
  func precedes(_ one: Scope, _ other: Scope) -> Bool {
    !other.yieldsTo.isEmpty && one.slot != LessonStore.none && other.yieldsTo.contains(store[one.slot].id)
  }

  func isMoreSpecific(_ one: Scope, than other: Scope, of subject: Symbol) -> Bool { rung(one, over: other, of: subject) != nil }

  /// Lets the most specific arguments decide (defeasible logic with team defeat and ambiguity blocking: Nute; Maher,
  /// *Propositional defeasible logic has linear complexity*, 2001). A tie is reported, never decided.
  ///
  /// - Parameters:
  ///   - subject: what is argued about.
  ///   - silenced: exceptions that keep further arguments from being made.
  ///   - heeded: all lessons that do.
  func resolve(
    _ subject: Symbol, pro: [Argument], con: [Argument], gaps: [Gap] = [], silenced: [Proof] = [], heeded: Set<ID<Lesson>> = []
  ) -> Judgement {
    let subject = root(subject)
    func weigh(_ arguments: [Argument], against others: [Argument]) -> (kept: [Argument], lost: [Outweighed]) {
      var (kept, lost): ([Argument], [Outweighed]) = ([], [])
      for argument in arguments {
        if let by = others.first(where: { $0.isFirm && isMoreSpecific($0.scope, than: argument.scope, of: subject) }) {
          lost.append(Outweighed(argument: argument, by: by))
        } else {
          kept.append(argument)
        }
      }
      return (kept, lost)
    }
    let (pro, con) = (pro.sorted(by: isBetter), con.sorted(by: isBetter))
    let (allPro, lostPro) = weigh(pro, against: con)
    let (allCon, lostCon) = weigh(con, against: pro)
    let (keptPro, keptCon) = (allPro.filter { !$0.isDefeater }, allCon.filter { !$0.isDefeater })
    if let blocked = blocked(keptPro, by: allCon, lostPro) ?? blocked(keptCon, by: allPro, lostCon), keptPro.isEmpty || keptCon.isEmpty {
      return Judgement(
        verdict: Verdict(
          .unknown, gaps: gaps + [.blocked(by: blocked, rule: nil)], silenced: distinct(silenced + blocked),
          heeded: blocked.reduce(into: heeded) { $0.formUnion($1.cited) }))
    }

    let yes = proofs(keptPro, over: lostCon, of: subject, heeding: heeded)
    let no = proofs(keptCon, over: lostPro, of: subject, heeding: heeded)
    let outcome: Verdict.Outcome =
      switch (keptPro.contains(where: \.isFirm), keptCon.contains(where: \.isFirm)) {
      case (true, _) where keptCon.isEmpty: .yes
      case (_, true) where keptPro.isEmpty: .no
      default: keptPro.isEmpty && keptCon.isEmpty ? .unknown : .contested
      }
    let isContested = outcome == .contested
    return Judgement(
      verdict: Verdict(
        outcome, yes: isContested ? distinct(yes + keptCon.flatMap(\.against)) : yes,
        no: isContested ? distinct(no + keptPro.flatMap(\.against)) : no,
        gaps: outcome == .unknown ? gaps : [], silenced: silenced, heeded: heeded),
      pro: keptPro, con: keptCon)
  }

  /// What keeps one side from holding, where nothing but defeaters stands against it.
  private func blocked(_ kept: [Argument], by others: [Argument], _ lost: [Outweighed]) -> [Proof]? {
    guard others.allSatisfy(\.isDefeater) else { return nil }
    let defeaters = (kept.isEmpty ? lost.map(\.by) : others).filter(\.isDefeater)
    return defeaters.isEmpty ? nil : distinct(defeaters.map(\.proof))
  }

  /// The best proof says what it prevails over and why; the others stand as they are.
  private func proofs(_ kept: [Argument], over lost: [Outweighed], of subject: Symbol, heeding heeded: Set<ID<Lesson>>) -> [Proof] {
    // Firm ones first: a disputed argument is no reason while another is undisputed.
    let proofs = kept.filter(\.isFirm).map(\.proof) + kept.filter { !$0.isFirm }.map(\.proof)
    guard let best = proofs.first, !lost.isEmpty || !heeded.isEmpty else { return proofs }
    if lost.isEmpty { return [best.heeding(heeded)] + proofs.dropFirst() }
    let beaters = lost.map(\.by.proof).filter { $0 != best }
    let why = lost.flatMap { self.links(from: $0.by.scope, to: $0.argument.scope) }
    let rungs = lost.compactMap { rung($0.by.scope, over: $0.argument.scope, of: subject) }
    let whole = Proof(
      best.conclusion, .prevails(over: lost.map(\.argument.proof), by: rungs), [best] + distinct(beaters + why), heeding: heeded)
    return [whole] + proofs.dropFirst()
  }

  /// Why one scope lies within the other.
  func links(from one: Scope, to other: Scope) -> [Proof] {
    other.kinds.compactMap { kind in
      one.kinds.lazy.filter { $0 != kind }.compactMap { self.reach($0).contains(kind) ? self.chain($0, kind) : nil }.first
    }
  }

  func isBetter(_ one: Argument, _ other: Argument) -> Bool {
    if one.isFirm != other.isFirm { return one.isFirm }
    if one.distance != other.distance { return one.distance < other.distance }
    if one.source == other.source { return false }
    let (weight, otherWeight) = (store[one.source].weight, store[other.source].weight)
    return weight == otherWeight ? isOlder(one.source, other.source) : weight > otherWeight
  }

  func distinct(_ proofs: [Proof]) -> [Proof] {
    guard proofs.count > 1 else { return proofs }
    var seen: Set<Proof> = []
    return proofs.filter { seen.insert($0).inserted }
  }
}
