import Community
import Lessons

extension AttackScenario {
  /// An honest minority, 15 and 30 % of all members, of one camp: it promotes its side's partisan items and disputes good
  /// ones that are accepted, all of it, every time.
  func sect(_ size: SimulatedVillage.Size, _ seed: UInt64, _ observer: Observer) -> [AttackOutcome.Figure] {
    [0.15, 0.3].flatMap { share in
      var (before, after, good, shown, given, joined, promoted, partisan) = (0, 0, 0, 0, 0, 0, 0, 0)
      for run in 0..<size.runs {
        var village = SimulatedVillage(size, seed: Self.seed(seed, run))
        let prepared = village.prepare(accounts: 0, target: .good, accepted: true, targets: size.targets)
        let own = prepared.items.filter { village.items[$0].lean > 0 && !village.isInForce($0) }.prefix(size.targets)
        let core = prepared.items.filter { village.items[$0].kind == .good }
        before += core.count { village.isInForce($0) }
        // The first members stand on the positive side.
        let sect = Array(0..<Int(Double(size.honest) * share))
        for item in own { village.agenda.wishes[item] = .endorse }
        for item in own { for member in sect { village.say(.endorse, by: member, on: item, after: SimulatedVillage.minute) } }
        village.attack(sect, on: prepared.targets, wish: .dispute, rest: [])
        // The rest of the honest opinions would come anyway; without them all that moves is the sect's doing.
        village.pass(days: 20)
        after += core.count { village.isInForce($0) }
        good += core.count
        promoted += own.count { village.isInForce($0) }
        partisan += own.count
        for target in prepared.targets {
          given += sect.count
          guard let standing = village.assembly.standing(of: target) else { continue }
          shown += sect.count { village.assembly.opinion(of: $0, on: target) == .dispute }
          if standing.flag?.countsAsOne == true { joined += 1 }
        }
        observer(village, prepared.targets, share)
      }
      let name = Self.percent(share)
      return [
        AttackOutcome.Figure("opinions shown, \(name)", Double(shown) / Double(max(1, given)), atLeast: 1),
        AttackOutcome.Figure(
          "good items lost, \(name)", Double(max(0, before - after)) / Double(max(1, good)), atMost: 0.02),
        AttackOutcome.Figure("items with joined voices after the ruling, \(name)", Double(joined), atMost: 0),
        AttackOutcome.Figure("their partisan items accepted, \(name)", Double(promoted) / Double(max(1, partisan))),
      ]
    }
  }

  /// A trusted account with a good past proposes three items a day, and from one day on one of them is bad.
  func drip(_ size: SimulatedVillage.Size, _ seed: UInt64) -> [AttackOutcome.Figure] {
    var (days, missed, falseAlarms, honest): ([Double], Int, Int, Int) = ([], 0, 0, 0)
    for run in 0..<size.runs {
      var village = SimulatedVillage(size, seed: Self.seed(seed, run))
      let early = village.propose(size.items / 4)
      village.answer(village.asks(size.opinionsEach / 4, on: early))
      let author = run % size.honest
      func aDay(wrong: Int) {
        for number in 0..<3 {
          let item = village.propose(number < wrong ? .bad : .good, by: author)
          for judge in (0..<size.honest).filter({ $0 != author }).shuffled(using: &village.random).prefix(8) {
            village.answer(.init(member: judge, item: item, isCamouflage: false))
          }
        }
        village.pass(days: 1)
      }
      for _ in 0..<30 { aDay(wrong: 0) }
      honest += 1
      guard village.assembly.driftAlarm(of: author) == nil else {
        falseAlarms += 1
        continue
      }
      var day = 0
      while day < 60, village.assembly.driftAlarm(of: author) == nil {
        aDay(wrong: 1)
        day += 1
      }
      if village.assembly.driftAlarm(of: author) == nil { missed += 1 } else { days.append(Double(day)) }
    }
    let sorted = days.sorted()
    let within = Double(days.count { $0 <= 10 }) / Double(max(1, days.count + missed))
    return [
      .init("day of the alarm, median", sorted.isEmpty ? 60 : sorted[sorted.count / 2], atMost: 10),
      .init("noticed within 10 days", within, atLeast: 0.9),
      .init("alarms in a month of good items", Double(falseAlarms) / Double(max(1, honest))),
    ]
  }

  /// Accounts that looked like everybody wake after 13 months and dispute good items.
  func sleepers(_ size: SimulatedVillage.Size, _ seed: UInt64) -> [AttackOutcome.Figure] {
    let accounts = Self.accounts(0.3, size)
    var (kept, all, voice) = (0, 0, 0.0)
    for run in 0..<max(1, size.runs / 2) {
      var village = SimulatedVillage(size, seed: Self.seed(seed, run))
      let prepared = village.prepare(accounts: accounts, target: .good, accepted: true, targets: size.targets)
      let sleepers = Array(size.honest..<size.honest + accounts)
      // The others go on meanwhile: each gives an opinion in between.
      for month in 0..<13 {
        village.time += 30 * SimulatedVillage.day
        let some = village.propose(12)
        for member in 0..<size.honest where member % 2 == month % 2 {
          village.answer(.init(member: member, item: some[member % 12], isCamouflage: false))
        }
      }
      voice = max(voice, sleepers.map { village.assembly.voice(of: $0) }.max() ?? 0)
      village.attack(sleepers, on: prepared.targets, wish: .dispute, rest: [])
      kept += prepared.targets.count { village.isInForce($0) }
      all += prepared.targets.count
    }
    return [
      .init("voice on waking", voice, atMost: 0),
      .init("kept at 30 %", Double(kept) / Double(max(1, all)), atLeast: 0.98),
    ]
  }

  /// Somebody sent away comes back under another name, let in by the same sponsor, and is sent away again.
  func whitewash(_ size: SimulatedVillage.Size, _ seed: UInt64) -> [AttackOutcome.Figure] {
    var village = SimulatedVillage(size, seed: seed)
    let early = village.propose(size.items / 4)
    village.answer(village.asks(size.opinionsEach / 4, on: early))
    let sponsor = 0
    let before = village.assembly.voice(of: sponsor)
    var losses: [Double] = []
    for account in size.honest..<size.honest + 2 {
      village.assembly.apply(.joined(account, .init(sponsor: sponsor)), at: village.time)
      village.assembly.apply(.banned(account), at: village.time)
      losses.append(village.assembly.losses(of: sponsor))
    }
    return [
      .init("the sponsor's loss, once", losses[0], atLeast: 0.5),
      .init("the sponsor's loss, twice", losses[1], atLeast: 1),
      .init("the sponsor's voice, of what it was", village.assembly.voice(of: sponsor) / before, atMost: 0.6),
    ]
  }
}
