public import Lessons

/// What is held otherwise with a lesson than without it, beside what the lesson itself says.
public struct Effects: Hashable, Sendable {
  public enum Turn: Int, Hashable, Sendable, Comparable {
    case begins
    case ends
    /// Opinions begin to differ on it.
    case becomesContested
    /// They cease to.
    case isSettled

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// One thing said of several: “… is a low-GI food”.
  public struct Group: Hashable, Sendable {
    public let property: Concept
    public let value: Value
    public let turn: Turn
    /// By name; at least one.
    public let subjects: [Concept]

    /// The conclusion as it is drawn of its first subject.
    public var example: Claim { Claim(subjects[0], property, value) }
  }

  /// Those of most things first.
  public let groups: [Group]
  /// How many things were looked at, with the lesson and without it.
  public let examined: Int
  /// How many more there are that the lesson may touch.
  public let unexamined: Int

  public var isEmpty: Bool { groups.isEmpty }

  /// Nothing, and nothing looked at.
  public static let none = Effects(groups: [], examined: 0, unexamined: 0)
}

extension Beliefs {
  /// How far one looks by default: a third of a second.
  public static let thingsExaminedMax = 10_000

  /// What teaching the lesson would change, as a view sees it.
  ///
  /// - Parameter thingsMax: so many things are looked at, in order of their names.
  /// - Complexity: copies the indexes once; two questions for each thing and each property that the lesson bears on.
  public func effects(ifTaught standing: StandingLesson, in view: PointOfView, thingsMax: Int = Self.thingsExaminedMax) -> Effects {
    var taught = self
    taught.accept(standing)
    return Self.effects(of: standing, with: taught, without: self, in: view, thingsMax: thingsMax)
  }

  /// What is held because of a lesson, and would not be had nobody taught it.
  public func effects(of id: ID<Lesson>, in view: PointOfView, thingsMax: Int = Self.thingsExaminedMax) -> Effects? {
    guard let standing = lesson(id) else { return nil }
    var without = self
    without.withdraw(id)
    return Self.effects(of: standing, with: self, without: without, in: view, thingsMax: thingsMax)
  }

  private static func effects(
    of standing: StandingLesson, with: Beliefs, without: Beliefs, in view: PointOfView, thingsMax: Int
  ) -> Effects {
    let (before, after) = (Inquiry(without, .view(view)), Inquiry(with, .view(view)))
    guard let scope = after.scopeOfEffects(of: standing.lesson) else { return .none }
    var found: [Effects.Key: [Concept]] = [:]
    for thing in scope.things.prefix(thingsMax) {
      before.restart()
      after.restart()
      let (old, new) = (before.profile(of: thing, scope.properties), after.profile(of: thing, scope.properties))
      for (key, turn) in Self.turns(from: old, to: new) where !standing.lesson.states(key, of: thing) {
        found[.init(property: key.property, value: key.value, turn: turn), default: []].append(thing)
      }
    }
    let groups = found.map { Effects.Group(property: $0.property, value: $0.value, turn: $0.turn, subjects: $1) }
    return Effects(
      groups: groups.sorted { one, other in
        one.subjects.count != other.subjects.count
          ? one.subjects.count > other.subjects.count
          : one.turn != other.turn ? one.turn < other.turn : (one.subjects[0], one.property) < (other.subjects[0], other.property)
      }, examined: min(scope.things.count, thingsMax), unexamined: max(scope.things.count - thingsMax, 0))
  }

  private static func turns(from old: Profile, to new: Profile) -> [(Profile.Key, Effects.Turn)] {
    // One amount may come in other units than before.
    func entry(_ key: Profile.Key, in profile: Profile) -> ProfileEntry? {
      profile[key] ?? profile.first { $0.key.property == key.property && $0.key.value.says(key.value) }?.value
    }
    return Set(old.keys).union(new.keys).compactMap { key in
      switch (entry(key, in: old), entry(key, in: new)) {
      case (nil, .firm?): (key, .begins)
      case (_?, nil): (key, .ends)
      case (nil, .contested?), (.firm?, .contested?): (key, .becomesContested)
      case (.contested?, .firm?): (key, .isSettled)
      default: nil
      }
    }
  }
}

extension Effects {
  fileprivate struct Key: Hashable {
    let property: Concept
    let value: Value
    let turn: Turn
  }
}

extension Lesson {
  /// Whether a conclusion about a thing is what the lesson says in so many words.
  fileprivate func states(_ key: Profile.Key, of thing: Concept) -> Bool {
    guard let claim else { return false }
    return claim.subject == thing && claim.property == key.property && claim.value.says(key.value)
  }
}
