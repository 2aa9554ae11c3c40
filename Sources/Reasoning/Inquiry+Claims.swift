internal import Lessons

/// Claims as arguments about a thing, each with the steps from what was taught to what is argued.
extension Inquiry {
  /// The claim as the lesson has it.
  private func taught(_ slot: Slot) -> Proof {
    let standing = store[slot]
    guard let claim = standing.lesson.claim else { preconditionFailure("an index of claims names \(standing.id)") }
    return Proof(.claim(claim), .taught(standing.id))
  }

  /// The claim with the property under the name that was asked for.
  func restated(_ slot: Slot, property: Symbol) -> Proof {
    let taught = taught(slot)
    let own = index.rows[Int(slot)].property
    guard own != property, let claim = taught.claim, let names = sameness(own, property) else { return taught }
    return Proof(.claim(Claim(claim.subject, concept(property), claim.value, isNegated: claim.isNegated)), .sameName, [taught] + names)
  }

  /// A claim about the subject or a kind of it, said of the subject.
  ///
  /// - Parameter kinship: “the subject is a member”, for the name that the claim uses; nil where it is the subject's own.
  func argument(
    _ slot: Slot, of subject: Symbol, property: Symbol, at kind: Symbol, distance: Int, against: [Proof] = [],
    kinship: (Symbol) -> Proof?
  ) -> Argument {
    let stated = restated(slot, property: property)
    let standing = store[slot]
    guard let claim = stated.claim else { preconditionFailure("\(standing.id) was restated as no claim") }
    let scope = scope(of: slot, kinds: [kind])
    let member = index.rows[Int(slot)].subject
    var proof = stated
    if let link = kinship(member) {
      let own = Claim(concept(subject), claim.property, claim.value, isNegated: claim.isNegated)
      proof =
        if kind == root(subject) {
          Proof(.claim(own), .sameName, [stated] + (sameness(member, subject) ?? []))
        } else if !claim.isNegated && isSame(property, isA) {
          Proof(.claim(own), .chain, (link.reason == .chain ? link.premises : [link]) + [stated])
        } else {
          Proof(.claim(own), .inherited(from: concept(member)), [link, stated])
        }
    }
    return Argument(
      proof: proof, scope: scope, against: against, value: claim.value, isNegated: claim.isNegated, source: slot, distance: distance)
  }

  func argument(_ slot: Slot, of subject: Symbol, property: Symbol, at ancestor: Ancestor) -> Argument {
    argument(slot, of: subject, property: property, at: ancestor.root, distance: ancestor.distance, against: ancestor.against) {
      self.kinship(subject, ancestor, as: $0)
    }
  }

  /// The scope of what a lesson says.
  func scope(of slot: Slot, kinds: [Symbol], conditions: [CompiledRule.Condition] = [], isStrict: Bool = false) -> Scope {
    let isOwn = hasOwn && sight.isOwn(store[slot])
    if index.rows[Int(slot)].isPlain && !index.rows[Int(slot)].isHedged && !isOwn {
      return Scope(kinds: kinds, conditions: conditions, isStrict: isStrict, slot: slot, yieldsTo: store[slot].yieldsTo)
    }
    let qualifiers = store[slot].lesson.qualifiers
    return Scope(
      kinds: kinds, conditions: conditions, isStrict: isStrict, isForAudience: qualifiers.audience != nil,
      isForRegion: qualifiers.region != nil, isOwn: isOwn, isHedged: qualifiers.sureness != nil, slot: slot, yieldsTo: store[slot].yieldsTo)
  }

  /// An argument about one concept as value, carried to another name of it or, along kinds, to what it entails.
  ///
  /// - Parameter heedsDenials: whether lessons against a step along kinds are heard; not while these are being weighed.
  func broadened(_ argument: Argument, to value: Symbol, heedsDenials: Bool = true) -> Argument {
    guard let own = argument.value.concept.map(symbol), own != value, let claim = argument.proof.claim else { return argument }
    let whole = Proof.Conclusion.claim(Claim(claim.subject, claim.property, .concept(concept(value)), isNegated: claim.isNegated))
    if isSame(own, value) {
      return argument.concluding(Proof(whole, .sameName, [argument.proof] + (sameness(own, value) ?? [])))
    }
    let (lower, upper) = claim.isNegated ? (value, own) : (own, value)
    let lineage = heedsDenials ? lineage(lower) : nil
    let doubts = lineage?.against[root(upper)] ?? []
    guard let link = chain(lower, upper, in: doubts.isEmpty ? lineage?.firm : lineage?.all) else { return argument }
    var broader = argument.concluding(Proof(whole, .broader, [argument.proof, link]))
    broader.against += doubts
    return broader
  }

  /// Whether the lineage, lessons against it heard, leads from one concept to another.
  func entails(_ one: Symbol, _ other: Symbol) -> Bool {
    isSame(one, other) || (isBelow(one, other) && lineage(one).all.contains(root(other)))
  }
}
