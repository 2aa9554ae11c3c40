import Community
import Lessons

extension SimulatedVillage {
  struct Ask: Sendable {
    let member: Int
    let item: Int
    let isCamouflage: Bool
  }

  /// So many opinions of honest members on these items, in any order.
  mutating func asks(_ each: Int, on items: [Int]) -> [Ask] {
    var asks: [Ask] = []
    for member in 0..<size.honest {
      for item in items.shuffled(using: &random).prefix(each) { asks.append(Ask(member: member, item: item, isCamouflage: false)) }
    }
    return asks.shuffled(using: &random)
  }

  /// Gives these opinions, some minutes apart.
  mutating func answer(_ asks: some Sequence<Ask>) {
    for (number, ask) in asks.enumerated() {
      answer(ask)
      if number % 25 == 0 { holdPanels() }
    }
  }

  mutating func answer(_ ask: Ask) {
    let opinion = ask.isCamouflage ? consensusView(on: ask.item) : view(of: ask.member, on: ask.item)
    say(opinion, by: ask.member, on: ask.item, after: 5 * Self.minute)
  }

  /// What a village is like before anybody attacks it: half of the items are judged, camps are known; the others are
  /// proposed and most of the opinions on them given, those of the false accounts among them.
  struct Prepared: Sendable {
    let items: [Int]
    let targets: [Int]
    let rest: [Ask]
  }

  /// - Parameters:
  ///   - accounts: how many false accounts come and look like everybody.
  ///   - areEarly: whether they came before the items that they are after were proposed.
  ///   - target: which items are attacked, of those that were not accepted, or, with `accepted`, that were.
  mutating func prepare(accounts: Int, areEarly: Bool = false, target: Kind, accepted: Bool, targets: Int) -> Prepared {
    let early = propose(size.items / 2)
    answer(asks(size.opinionsEach / 2, on: early))
    pass(days: 10)
    if areEarly { for account in size.honest..<size.honest + accounts { assembly.apply(.joined(account, .init()), at: time) } }
    time += Self.minute
    let items = propose(size.items - early.count)
    let all = asks(size.opinionsEach - size.opinionsEach / 2, on: items)
    let cut = all.count * 7 / 10
    let candidates = items.filter { self.items[$0].kind == target }.shuffled(using: &random)
    // Who camouflages keeps away from what they are after; which items that will be is known to them from the beginning.
    let avoided = Set(accepted ? [] : candidates.prefix(targets))
    var first = Array(all[..<cut])
    for account in size.honest..<size.honest + accounts {
      if !areEarly { assembly.apply(.joined(account, .init()), at: time + Self.minute) }
      let free = items.filter { !avoided.contains($0) }.shuffled(using: &random)
      for item in free.prefix(size.camouflage) { first.append(Ask(member: account, item: item, isCamouflage: true)) }
    }
    answer(first.shuffled(using: &random))
    pass(days: 10)
    let chosen = candidates.filter { !accepted || isInForce($0) }.prefix(targets)
    return Prepared(items: items, targets: Array(chosen), rest: Array(all[cut...]))
  }

  /// The attack: everyone of the agenda gives the opinion wished for, over two days, while honest opinions go on.
  ///
  /// - Parameters:
  ///   - attackers: those who come out.
  ///   - waiting: those who have the same agenda and wait to be drawn.
  mutating func attack(_ attackers: [Int], waiting: [Int] = [], on targets: [Int], wish: Opinion.Stance, rest: [Ask]) {
    agenda.members = Set(attackers + waiting)
    for target in targets { agenda.wishes[target] = wish }
    enum Step {
      case ask(Ask)
      case strike(Int, Int)
    }
    var steps = rest.map(Step.ask)
    for member in attackers { for target in targets { steps.append(.strike(member, target)) } }
    steps.shuffle(using: &random)
    for (number, step) in steps.enumerated() {
      switch step {
      case .ask(let ask): answer(ask)
      case .strike(let member, let target): say(wish, by: member, on: target, after: Self.minute)
      }
      if number % 25 == 0 { holdPanels() }
    }
    pass(days: 10)
  }
}
