public import Lessons

extension Beliefs {
  /// Whether the claim holds, by the lessons that the view sees. A claim with a `.range` asks whether every value
  /// taught lies within it.
  public func judge(_ claim: Claim, in view: PointOfView) -> Verdict {
    Inquiry(self, .view(view)).judge(claim)
  }

  /// What is held of a property, best first: what is taught of the thing itself before what it has from its kinds.
  /// Several values of a single-valued property: opinions differ.
  public func values(of subject: Concept, property: Concept, in view: PointOfView) -> [HeldValue] {
    let inquiry = Inquiry(self, .view(view))
    return inquiry.holdings(inquiry.symbol(subject), inquiry.symbol(property)).held.map { held in
      HeldValue(
        value: held.value, proofs: held.proofs, against: inquiry.distinct(held.arguments.flatMap(\.against) + held.against),
        weight: weight(of: held.arguments.map(\.source)), isInherited: held.arguments.allSatisfy { $0.distance > 0 })
    }
  }

  /// The place and all that it is taught to be in, or of: what holds in Portugal holds in Lisbon.
  public func regions(around place: Concept) -> Set<Concept> {
    let inquiry = Inquiry(self, .view(.community))
    var regions: Set<Symbol> = []
    var queue = [inquiry.symbol(place)]
    while let next = queue.popLast() {
      for name in inquiry.names(of: next) where regions.insert(name).inserted {
        let wholes = (Self.placing + [.isA]).flatMap { inquiry.statements(name, inquiry.symbol($0)).slots }
        queue += wholes.filter { !index.rows[Int($0)].isNegated }.map { index.rows[Int($0)].value }.filter { $0 != Symbols.none }
      }
    }
    return Set(regions.map(inquiry.concept))
  }

  /// Relations by which a place is within another.
  private static let placing: [Concept] = ["is in", "is located in", "lies in", "is part of", "belongs to"]

  private func weight(of slots: [Slot]) -> Double {
    var byAuthor: [ID<Member>: Double] = [:]
    for slot in slots { byAuthor[store[slot].author] = max(byAuthor[store[slot].author] ?? 0, store[slot].weight) }
    return byAuthor.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
  }

  /// Things of the kind that meet all conditions; `x` is the one asked for. Sorted by concept.
  ///
  /// - Complexity: O(k) judgements in the number of candidates that the most selective condition leaves.
  public func members(of kind: Concept?, where conditions: [Condition], in view: PointOfView, limit: Int = .max) -> [Found] {
    let inquiry = Inquiry(self, .view(view))
    return inquiry.members(
      of: kind.map(inquiry.symbol), where: conditions.map { CompiledRule.Condition($0, inquiry.symbol) }, limit: limit)
  }

  /// What rules compute or conclude of the thing, and what relations hand it from others, beside its kinds. By property.
  ///
  /// - Complexity: one question for each property that a rule concludes or that is said to be related so.
  public func conclusions(about concept: Concept, in view: PointOfView, limit: Int) -> [(property: Concept, held: HeldValue)] {
    let inquiry = Inquiry(self, .view(view))
    let related = index.relatingTraits.flatMap { slot -> [Concept] in
      if case .property(let trait) = store[slot].lesson.teaching, inquiry.sees(slot) { trait.properties } else { [] }
    }
    let concluded = index.rulesByHead.filter { $0.value.contains { !$0.isNegated && inquiry.sees($0.slot) } }.map { index.symbols[$0.key] }
    let properties = Set((related + concluded + [.contains]).map { inquiry.concept(inquiry.preferredName(of: inquiry.symbol($0))) })
    var found: [(property: Concept, held: HeldValue)] = []
    for property in properties.sorted() where !inquiry.isSame(inquiry.symbol(property), inquiry.isA) {
      inquiry.restart()
      for held in values(of: concept, property: property, in: view) where held.against.isEmpty && held.proofs.first?.isConclusion == true {
        guard found.count < limit else { return found }
        found.append((property, held))
      }
    }
    return found
  }

  /// What the concept is, nearest first: its kinds, their kinds, and those that rules give it.
  public func kinds(of concept: Concept, in view: PointOfView) -> [HeldKind] {
    let inquiry = Inquiry(self, .view(view))
    let subject = inquiry.symbol(concept)
    let ancestors = inquiry.ancestors(subject, for: inquiry.isA, Symbols.none).ancestors
    return ancestors.dropFirst().compactMap { ancestor in
      let name = inquiry.preferredName(of: ancestor.root)
      guard let proof = inquiry.kinship(subject, ancestor, as: name) else { return nil }
      return HeldKind(
        concept: inquiry.concept(name), proof: proof, distance: ancestor.distance, isContested: !ancestor.against.isEmpty)
    }.sorted { ($0.distance, $0.concept) < ($1.distance, $1.concept) }
  }
}
