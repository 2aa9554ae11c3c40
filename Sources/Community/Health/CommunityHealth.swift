public import Lessons

/// How a community fares: whether many carry it or few, whether newcomers stay, and who is not heard.
public struct CommunityHealth: Hashable, Sendable {
  /// Of those who may teach.
  public let members: Int
  /// Who taught something that counts.
  public let teaching: Int
  /// How unequally the lessons that count are spread over those who may teach, 0...1; nil while there are none.
  public let gini: Double?
  /// Those who taught or said something, none of which counts, was answered or was endorsed.
  public let unheard: [ID<Member>]
  /// Those who joined as newcomers, those of them who taught, and those of whom something was accepted.
  public let newcomers: Newcomers
  /// Lessons that wait for review, and the oldest of them.
  public let waiting: Int
  public let oldestWaiting: ID<Lesson>?
  /// Disputed lessons, and decisions that someone disputes.
  public let disputed: Int
  public let topics: [TopicHolding]

  public struct Newcomers: Hashable, Sendable {
    public let joined: Int
    public let taught: Int
    public let accepted: Int
  }

  public static let topicsMax = 12

  public init(_ standing: Standing) {
    let able = standing.members.filter { $0.value.role >= .newcomer }
    func accepted(_ record: MemberRecord) -> Int { record.lessons.count { standing.lessons[$0]?.status == .accepted } }
    let counts = able.mapValues(accepted)
    members = able.count
    teaching = counts.values.count { $0 > 0 }
    gini = Inequality.gini(counts.sorted { $0.key < $1.key }.map(\.value))
    var endorsed: Set<ID<Member>> = []
    for (topic, held) in standing.opinions where held.contains(where: { $0.value.stance == .endorse }) {
      switch topic {
      case .lesson(let id): if let author = standing.lessons[id]?.author { endorsed.insert(author) }
      case .comment(let id): if let author = standing.comments[id]?.author { endorsed.insert(author) }
      default: break
      }
    }
    let speakers = Set(standing.comments.values.map(\.author)).union(able.filter { !$0.value.lessons.isEmpty }.keys)
    unheard = speakers.filter { counts[$0] == 0 && !endorsed.contains($0) }.sorted()
    let fresh = standing.members.filter { $0.value.joinedAs == .newcomer }
    newcomers = Newcomers(
      joined: fresh.count, taught: fresh.values.count { !$0.lessons.isEmpty }, accepted: fresh.values.count { accepted($0) > 0 })
    waiting = standing.waiting.count
    oldestWaiting = standing.waiting.min { (standing.lessons[$0]?.taughtIn ?? 0, $0) < (standing.lessons[$1]?.taughtIn ?? 0, $1) }
    disputed = standing.opinions.values.count { $0.values.contains { $0.stance == .dispute } }
    topics = Array(TopicHolding.all(in: standing).prefix(Self.topicsMax))
  }
}
