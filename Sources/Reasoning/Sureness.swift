internal import Lessons

/// How sure a conclusion is, by how sure its teachers are and by how it follows.
///
/// A proof is as sure as its least sure step (Dubois & Prade, *Possibility Theory*, 1988, chapter 2), a little less with
/// every step that adds something. Proofs of teachers and sources that have nothing in common speak for each other
/// (noisy or: Pearl, *Probabilistic Reasoning in Intelligent Systems*, 1988, section 4.3.2).
enum Sureness {
  /// Nobody knows better than this.
  static let most = 0.99
  /// What a rule with exceptions says of one thing.
  static let byDefault = 0.93
  /// What holds of a kind, said of a member; what is in a part, said of the whole.
  static let inherited = 0.95
  /// For each rule on the way.
  static let perRule = 0.98
  /// That something is not known, or not listed.
  static let absence = 0.95
  /// How much of what a guess says against it is believed.
  static let doubt = 0.25
}

extension Beliefs {
  /// How sure what the proofs conclude is, from 0 to 0.99; best proof first, as verdicts and held values have them.
  public func sureness(of proofs: [Proof]) -> Double {
    var doubt = 1.0
    var heard: Set<String> = []
    for proof in proofs {
      let voices = voices(of: proof)
      guard heard.isDisjoint(with: voices) else { continue }
      heard.formUnion(voices)
      doubt *= 1 - sureness(of: proof)
    }
    return proofs.isEmpty ? 0 : min(1 - doubt, Sureness.most)
  }

  /// The least that a teacher of a lesson it rests on was sure, in hundredths; nil where all are sure.
  public func leastSureness(of proof: Proof) -> Int? { proof.lessons.compactMap { lesson($0)?.lesson.qualifiers.sureness }.min() }

  private func sureness(of proof: Proof) -> Double {
    let premises = proof.premises.map(sureness).min() ?? Sureness.most
    switch proof.reason {
    case .taught(let id): return sureness(of: id)
    case .rule(let id), .failsDefinition(let id):
      let isStrict = if case .rule(let rule)? = lesson(id)?.lesson.teaching { rule.strength == .strict } else { false }
      return min(premises, sureness(of: id), isStrict ? Sureness.most : Sureness.byDefault) * Sureness.perRule
    case .inherited, .passedOn: return min(premises, Sureness.inherited)
    case .notKnown, .unlisted: return min(premises, Sureness.absence)
    case .prevails(let beaten, let rungs):
      // What is outweighed for being less particular was never meant for this; a guess was.
      let guesses = zip(beaten, rungs).filter { $0.1 == .surer }.map { 1 - Sureness.doubt * sureness(of: $0.0) }
      return guesses.reduce(proof.premises.first.map(sureness) ?? Sureness.most, *)
    case .chain, .sameName, .broader, .converse, .converted, .disjoint, .compared, .amount, .otherValue, .computed, .aggregated:
      return premises
    }
  }

  /// A newcomer's word counts for less than a teacher's.
  private func sureness(of id: ID<Lesson>) -> Double {
    guard let standing = lesson(id) else { return 0 }
    let own = Double(standing.lesson.qualifiers.sureness ?? 100) / 100
    return min(own * min(1, (1 + standing.weight) / 2), Sureness.most)
  }

  /// Who says so, and where they have it from.
  private func voices(of proof: Proof) -> Set<String> {
    proof.lessons.reduce(into: []) { voices, id in
      guard let standing = lesson(id) else { return }
      voices.insert("by " + standing.author.rawValue)
      if let source = standing.lesson.qualifiers.source { voices.insert("from " + source) }
    }
  }
}
