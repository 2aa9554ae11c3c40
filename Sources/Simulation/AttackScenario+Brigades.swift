import Community
import Lessons

extension AttackScenario {
  /// Called at the end of each run, for rules that are compared: the village, its targets, and the share of false accounts.
  public typealias Observer = (_ village: SimulatedVillage, _ targets: [Int], _ share: Double) -> Void

  /// Plays the scenario.
  ///
  /// - Complexity: brigades O(runs · shares · opinions · opinions on an item).
  public func play(_ size: SimulatedVillage.Size = .init(), seed: UInt64, observer: Observer = { _, _, _ in }) -> AttackOutcome {
    let figures =
      switch self {
      case .promoteBad: promote(.bad, atMost: 0.01, size, seed, observer)
      case .promotePartisan: promote(.partisan, atMost: 0.05, size, seed, observer)
      case .silenceMany: silenceMany(size, seed, observer)
      case .silenceFew: silenceFew(size, seed, observer)
      case .sect: sect(size, seed, observer)
      case .drip: drip(size, seed)
      case .flood: flood(size, seed)
      case .massEdit: massEdit(size, seed)
      case .capture: capture(seed)
      case .sleepers: sleepers(size, seed)
      case .whitewash: whitewash(size, seed)
      case .stuffing: stuffing(seed)
      }
    return AttackOutcome(scenario: self, figures: figures)
  }

  static func accounts(_ share: Double, _ size: SimulatedVillage.Size) -> Int {
    Int((Double(size.honest) * share / (1 - share)).rounded())
  }

  static func seed(_ seed: UInt64, _ run: Int) -> UInt64 { seed &* 1000 &+ UInt64(run) }

  private func promote(
    _ kind: SimulatedVillage.Kind, atMost: Double, _ size: SimulatedVillage.Size, _ seed: UInt64, _ observer: Observer
  ) -> [AttackOutcome.Figure] {
    let late = size.shares.map { share in
      let accepted = promoted(kind, share, areEarly: false, size, seed, observer)
      return AttackOutcome.Figure("accepted at \(Self.percent(share))", accepted, atMost: atMost)
    }
    let early = size.shares.suffix(1).map { share in
      let accepted = promoted(kind, share, areEarly: true, size, seed) { _, _, _ in }
      return AttackOutcome.Figure("accepted at \(Self.percent(share)), by accounts that were there before", accepted)
    }
    return late + early
  }

  private func promoted(
    _ kind: SimulatedVillage.Kind, _ share: Double, areEarly: Bool, _ size: SimulatedVillage.Size, _ seed: UInt64, _ observer: Observer
  ) -> Double {
    var (accepted, all) = (0, 0)
    for run in 0..<size.runs {
      var village = SimulatedVillage(size, seed: Self.seed(seed, run))
      let accounts = Self.accounts(share, size)
      let prepared = village.prepare(accounts: accounts, areEarly: areEarly, target: kind, accepted: false, targets: size.targets)
      village.attack(Array(size.honest..<size.honest + accounts), on: prepared.targets, wish: .endorse, rest: prepared.rest)
      accepted += prepared.targets.count { village.isInForce($0) }
      all += prepared.targets.count
      observer(village, prepared.targets, share)
    }
    return Double(accepted) / Double(max(1, all))
  }

  private func silenceMany(_ size: SimulatedVillage.Size, _ seed: UInt64, _ observer: Observer) -> [AttackOutcome.Figure] {
    size.shares.map { share in
      let kept = silence(size, seed, share: share, targets: size.targets, attacking: 1, observer).kept
      return AttackOutcome.Figure("kept at \(Self.percent(share))", kept, atLeast: share <= 0.1 ? 0.9 : share >= 0.3 ? 0.7 : nil)
    }
  }

  private func silenceFew(_ size: SimulatedVillage.Size, _ seed: UInt64, _ observer: Observer) -> [AttackOutcome.Figure] {
    var figures: [AttackOutcome.Figure] = []
    for targets in 1...2 {
      for share in size.shares {
        var more = size
        more.runs = max(1, size.runs * size.repeats / targets)
        let result = silence(more, seed, share: share, targets: targets, attacking: 1, observer)
        figures.append(
          .init("kept at \(Self.percent(share)), \(targets) targets", result.kept, atLeast: share <= 0.1 ? 0.98 : nil))
        if share == 0.1 { figures.append(.init("labelled at 10 %, \(targets) targets", result.labelled, atLeast: 0.98)) }
      }
    }
    var more = size
    more.runs = size.runs * size.repeats
    let result = silence(more, seed, share: 0.1, targets: 1, attacking: 0.5, observer)
    figures.append(.init("kept at 10 %, 1 target, half of them wait to be drawn", result.kept, atLeast: 0.98))
    return figures
  }

  /// - Parameter attacking: the share of the accounts that comes out; the others wait to be drawn.
  private func silence(
    _ size: SimulatedVillage.Size, _ seed: UInt64, share: Double, targets: Int, attacking: Double, _ observer: Observer
  ) -> (kept: Double, labelled: Double) {
    var (kept, labelled, all) = (0, 0, 0)
    for run in 0..<size.runs {
      var village = SimulatedVillage(size, seed: Self.seed(seed, run))
      let accounts = Self.accounts(share, size)
      let prepared = village.prepare(accounts: accounts, target: .good, accepted: true, targets: targets)
      let everybody = Array(size.honest..<size.honest + accounts)
      let attackers = Array(everybody.prefix(Int((Double(accounts) * attacking).rounded())))
      village.attack(attackers, waiting: everybody, on: prepared.targets, wish: .dispute, rest: prepared.rest)
      kept += prepared.targets.count { village.isInForce($0) }
      labelled += prepared.targets.count { village.assembly.standing(of: $0)?.status != .accepted }
      all += prepared.targets.count
      observer(village, prepared.targets, share)
    }
    return (Double(kept) / Double(max(1, all)), Double(labelled) / Double(max(1, all)))
  }

  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
