public import Lessons

/// A group as it stands: what it is for and since when.
public struct GroupRecord: Hashable, Sendable {
  public internal(set) var group: Group
  public let founder: ID<Member>
  public let sequence: Int
  /// Milliseconds since 1970, UTC.
  public let time: Int64
}

extension Standing {
  /// The names of groups that members belong to or that were founded, in order.
  public var groups: [String] {
    Set(members.values.flatMap(\.groups)).union(groupRecords.keys).sorted()
  }

  public func people(in group: String) -> Set<ID<Member>> { Set(members.filter { $0.value.groups.contains(group) }.keys) }

  /// The groups whose nod a lesson needs: those that look after what it speaks of, unless its author is one of them.
  public func gates(for lesson: Lesson, by author: ID<Member>) -> [Group] {
    guard !gatesByTopic.isEmpty else { return [] }
    let names = Set(lesson.topics.flatMap { gatesByTopic[$0] ?? [] }).subtracting(members[author]?.groups ?? [])
    return names.sorted().compactMap { groupRecords[$0]?.group }
  }

  mutating func set(_ group: Group, _ entry: Entry) {
    for topic in groupRecords[group.name]?.group.topics ?? [] { gatesByTopic[topic]?.remove(group.name) }
    if groupRecords[group.name] == nil {
      groupRecords[group.name] = GroupRecord(group: group, founder: entry.author, sequence: entry.sequence, time: entry.time)
      if people(in: group.name).isEmpty { members[entry.author]?.groups.insert(group.name) }
    }
    groupRecords[group.name]?.group = group
    if group.isGate { for topic in group.topics { gatesByTopic[topic, default: []].insert(group.name) } }
    gatesByTopic = gatesByTopic.filter { !$0.value.isEmpty }
  }
}
