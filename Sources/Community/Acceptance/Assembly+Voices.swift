import Lessons

extension Assembly {
  /// How the voices on an item add up.
  struct Count: Hashable {
    var camps: [ItemStanding.Camp]

    /// The geometric mean over camps of the lower bounds.
    func support(_ opinion: Opinion.Stance, z: Double) -> Double {
      let bounds = camps.map { $0.lowerBound(opinion, z: z) }
      guard bounds.allSatisfy({ $0 > 0 }) else { return 0 }
      return RealFunctions.exponential(min(0, bounds.reduce(0) { $0 + RealFunctions.logarithm($1) } / Double(bounds.count)))
    }
  }

  /// Adds up the voices on an item, by camp where camps count.
  ///
  /// - Parameters:
  ///   - demoting: whether it is about taking away what is accepted.
  ///   - joined: of these members, those of one opinion count as one voice.
  func count(_ item: Int, demoting: Bool, joined: (members: Set<Int>, opinion: Opinion.Stance)? = nil) -> Count {
    var camps = Array(repeating: ItemStanding.Camp(), count: hasCamps ? 2 : 1)
    let author = items[item].proposal?.author
    let joinedCount =
      joined.map { joined in
        items[item].opinions.count { $0.opinion == joined.opinion && joined.members.contains($0.member) }
      } ?? 0
    for held in items[item].opinions where held.member != author {
      var voice = voice(of: held.member, demoting: demoting)
      if let joined, held.opinion == joined.opinion, joined.members.contains(held.member) { voice /= Double(joinedCount) }
      guard hasCamps else {
        // In a small village a teacher has a voice from the first day.
        if members[held.member].isTeacher { voice = max(voice, 1) }
        camps[0].add(held.opinion, voice: voice)
        continue
      }
      if let camp = camp(of: held.member) {
        camps[camp].add(held.opinion, voice: voice * belonging(of: held.member))
      } else {
        // Nobody knows their camp yet: half a voice in each.
        camps[0].add(held.opinion, voice: voice / 2, isMember: false)
        camps[1].add(held.opinion, voice: voice / 2, isMember: false)
      }
    }
    return Count(camps: camps)
  }

  /// Whether voices suffice for acceptance, and what is missing.
  func missing(_ item: Int, _ count: Count) -> [ItemStanding.Missing] {
    guard let proposal = items[item].proposal else { return [] }
    return hasCamps ? missingAcrossCamps(item, proposal, count) : missingReviews(item, proposal)
  }

  private func missingAcrossCamps(_ item: Int, _ proposal: AssemblyEvent.Proposal, _ count: Count) -> [ItemStanding.Missing] {
    var missing: [ItemStanding.Missing] = []
    let voices = count.camps.reduce(0) { $0 + $1.voices }
    if voices < policy.voicesMin { missing.append(.voices(policy.voicesMin - voices)) }
    for (camp, one) in count.camps.enumerated() where one.voices < policy.voicesPerCampMin {
      missing.append(.voicesOfCamp(camp, policy.voicesPerCampMin - one.voices))
    }
    let support = count.support(.endorse, z: policy.boundZ)
    if support < policy.supportMin { missing.append(.support(policy.supportMin - support)) }
    for (camp, one) in count.camps.enumerated() {
      let bound = one.lowerBound(.endorse, z: policy.boundZ)
      if bound < policy.supportPerCampMin { missing.append(.supportOfCamp(camp, policy.supportPerCampMin - bound)) }
    }
    if proposal.consequence == .high {
      let camps = Set(endorsers(of: item).compactMap { camp(of: $0) })
      let own = camp(of: proposal.author)
      if own.map({ !camps.contains(1 - $0) }) ?? (camps.count < 2) { missing.append(.anotherCamp) }
      missing += missingOwner(item, proposal)
    }
    return missing
  }

  private func missingReviews(_ item: Int, _ proposal: AssemblyEvent.Proposal) -> [ItemStanding.Missing] {
    var missing: [ItemStanding.Missing] = []
    let needed = proposal.consequence == .high ? policy.reviewsHighMin : policy.reviewsMin
    let reviewers = endorsers(of: item).filter { members[$0].isTeacher }
    // A sponsor's or vouchee's review counts beside another's, never alone.
    let hasIndependent = endorsers(of: item).contains { !isRelated($0, proposal.author) }
    let counted = hasIndependent ? reviewers.count : 0
    if counted < needed { missing.append(.reviews(needed - counted)) }
    let open = disputers(of: item).filter { !items[item].resolved.contains($0) }
    if !open.isEmpty { missing.append(.disputesToResolve(open.count)) }
    if proposal.consequence == .high {
      let groups = Set(members.compactMap(\.group))
      let own = members[proposal.author].group
      if groups.count > 1, own != nil, !reviewers.contains(where: { members[$0].group != own }) { missing.append(.anotherCamp) }
      missing += missingOwner(item, proposal)
    }
    return missing
  }

  private func missingOwner(_ item: Int, _ proposal: AssemblyEvent.Proposal) -> [ItemStanding.Missing] {
    guard let owner = proposal.owner, !endorsers(of: item).contains(where: { members[$0].group == owner }) else { return [] }
    return [.owningGroup(owner)]
  }

  /// Who endorses an item, but for its author and who was sent away.
  func endorsers(of item: Int) -> [Int] { speakers(.endorse, on: item) }
  func disputers(of item: Int) -> [Int] { speakers(.dispute, on: item) }

  private func speakers(_ opinion: Opinion.Stance, on item: Int) -> [Int] {
    let author = items[item].proposal?.author
    return items[item].opinions.filter { $0.opinion == opinion && $0.member != author && !members[$0.member].isBanned }.map(\.member)
  }
}

extension ItemStanding.Camp {
  mutating func add(_ opinion: Opinion.Stance, voice: Double, isMember: Bool = true) {
    let one = isMember ? 1 : 0
    switch opinion {
    case .endorse: (endorsing, endorsingVoices) = (endorsing + one, endorsingVoices + voice)
    case .dispute: (disputing, disputingVoices) = (disputing + one, disputingVoices + voice)
    case .unsure: (unsure, unsureVoices) = (unsure + one, unsureVoices + voice)
    }
  }
}
