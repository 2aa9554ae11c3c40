public import Community
import Lessons
import Understanding

/// A made-up village, from a seed, in which attacks on an `Assembly` are tried out.
///
/// Honest members stand in two camps of 60 and 40 %, with a fifth of all between them. Items are good (most of everybody
/// endorses them), bad, or partisan (one camp endorses, the other disputes). An opinion is drawn with probability
/// σ(quality + stand of the member · lean of the item); see `Item` and `standing`.
///
/// The assembly is the product's own; nothing of its rules is repeated here.
public struct SimulatedVillage: Sendable {
  public struct Size: Hashable, Sendable {
    public var honest = 200
    public var items = 400
    /// Opinions an honest member gives.
    public var opinionsEach = 40
    /// Opinions a false account gives beforehand, to look like everybody.
    public var camouflage = 25
    public var targets = 8
    /// How often a scenario is played, each time from another seed.
    public var runs = 8
    /// How many times as often one with a single target is played.
    public var repeats = 4
    public var policy = AcceptancePolicy.standard
    /// The shares of false accounts among all members, each tried.
    public var shares = [0.05, 0.1, 0.2, 0.3]

    public init() {}
  }

  public enum Kind: Hashable, Sendable {
    case good
    case bad
    case partisan
  }

  struct Item: Sendable {
    let kind: Kind
    /// Logit of endorsing, of somebody in the middle.
    var quality: Double { kind == .good ? 1.6 : kind == .bad ? -1.6 : 0 }
    let lean: Double
  }

  /// One opinion as it was given, for rules that are compared.
  public struct Ballot: Hashable, Sendable {
    public let member: Int
    public let item: Int
    public let agrees: Bool
  }

  public let size: Size
  public internal(set) var assembly: Assembly
  /// All opinions, in order.
  public internal(set) var ballots: [Ballot] = []
  /// Milliseconds since 1970.
  public internal(set) var time: Int64 = 1_700_000_000_000
  var random: SeededGenerator
  /// `[honest member]`: −1 to 1 or so.
  var stands: [Double]
  var items: [Item] = []
  /// Honest members who vote as one, and the false accounts; what they are after.
  var agenda = Agenda()
  /// `[item]`: after how many opinions by others it was first in force.
  public internal(set) var acceptedAfter: [Int: Int] = [:]
  private(set) var opinionCounts: [Int: Int] = [:]
  private var attended = Set<Int>()

  /// What those who act together want.
  struct Agenda: Sendable {
    var members = Set<Int>()
    var wishes: [Int: Opinion.Stance] = [:]
  }

  static let minute: Int64 = 60_000
  static let day: Int64 = 86_400_000

  public init(_ size: Size, seed: UInt64) {
    self.size = size
    assembly = Assembly(policy: size.policy, seed: seed)
    var random = SeededGenerator(seed: seed)
    stands = (0..<size.honest).map { member in
      let share = Double(member) / Double(size.honest)
      let middle = share < 0.48 ? 0.8 : share < 0.8 ? -0.8 : 0
      return middle + Self.normal(&random) * 0.2
    }
    self.random = random
    for member in 0..<size.honest { assembly.apply(.joined(member, .init()), at: time) }
  }

  /// Roughly normal: twelve draws, Irwin–Hall; the same on every machine.
  static func normal(_ random: inout SeededGenerator) -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &random) }
  }

  static func logistic(_ x: Double) -> Double {
    let e = RealFunctions.exponential(-abs(x))
    return x >= 0 ? 1 / (1 + e) : e / (1 + e)
  }

  mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &random) < probability }

  /// How an honest member finds an item.
  mutating func view(of member: Int, on item: Int) -> Opinion.Stance {
    chance(Self.logistic(items[item].quality + stands[member] * items[item].lean)) ? .endorse : .dispute
  }

  /// How somebody who wants to look like everybody finds it.
  mutating func consensusView(on item: Int) -> Opinion.Stance {
    chance(Self.logistic(items[item].quality)) ? .endorse : .dispute
  }

  mutating func propose(_ kind: Kind, by author: Int? = nil, consequence: Consequence = .ordinary) -> Int {
    let lean = kind == .partisan ? (chance(0.5) ? 3.0 : -3) : 0
    items.append(Item(kind: kind, lean: lean))
    let author = author ?? Int.random(in: 0..<size.honest, using: &random)
    assembly.apply(.proposed(item: items.count - 1, .init(author: author, consequence: consequence)), at: time)
    return items.count - 1
  }

  /// Items of all kinds: 45 % good, 25 % bad, 30 % partisan.
  mutating func propose(_ count: Int) -> [Int] {
    (0..<count).map { _ in
      let draw = Double.random(in: 0..<1, using: &random)
      return propose(draw < 0.45 ? .good : draw < 0.7 ? .bad : .partisan)
    }
  }

  mutating func say(_ opinion: Opinion.Stance, by member: Int, on item: Int, after milliseconds: Int64 = 0) {
    time += milliseconds
    assembly.apply(.opinion(opinion, by: member, on: item), at: time, salt: random.next())
    ballots.append(Ballot(member: member, item: item, agrees: opinion == .endorse))
    opinionCounts[item, default: 0] += 1
    if acceptedAfter[item] == nil, isInForce(item) { acceptedAfter[item] = opinionCounts[item] }
  }

  /// Lets everybody who was drawn vote: one in ten of the honest does not come; who acts together does.
  mutating func holdPanels() {
    for item in assembly.openPanels {
      guard let panel = assembly.standing(of: item)?.openPanel, attended.insert(item * 64 + panel.number).inserted else { continue }
      for member in panel.seats {
        if agenda.members.contains(member), let wish = agenda.wishes[item] {
          assembly.apply(.panelVote(wish, by: member, on: item), at: time)
        } else if member < size.honest, chance(0.9) {
          assembly.apply(.panelVote(view(of: member, on: item), by: member, on: item), at: time)
        } else if member >= size.honest {
          assembly.apply(.panelVote(consensusView(on: item), by: member, on: item), at: time)
        }
      }
    }
  }

  /// Lets days pass, panels sit, and rule.
  mutating func pass(days: Int) {
    for _ in 0..<days {
      time += Self.day
      assembly.advance(to: time)
      holdPanels()
    }
  }

  func isInForce(_ item: Int) -> Bool { assembly.standing(of: item)?.isInForce == true }
}
