internal import Lessons

/// Where a lesson lies in the store.
typealias Slot = UInt32

/// The standing lessons, each at a slot that stays while it is held.
///
/// Lessons lie in pages of 64: a page is what a change copies while a reader still holds the value from before, and
/// growing moves page addresses, not lessons.
struct LessonStore: Sendable {
  static let none = Slot.max

  private static let pageLength = 64

  private var pages: [[StandingLesson?]] = []
  private var slots: [ID<Lesson>: Slot] = [:]
  private var free: [Slot] = []

  var count: Int { slots.count }
  /// One more than the highest slot in use.
  var end: Int { pages.isEmpty ? 0 : (pages.count - 1) * Self.pageLength + pages[pages.count - 1].count }

  func slot(of id: ID<Lesson>) -> Slot? { slots[id] }

  /// - Precondition: a lesson is held at the slot.
  subscript(_ slot: Slot) -> StandingLesson {
    guard let standing = pages[Int(slot) / Self.pageLength][Int(slot) % Self.pageLength] else {
      preconditionFailure("an index names slot \(slot), which holds no lesson")
    }
    return standing
  }

  mutating func insert(_ standing: StandingLesson) -> Slot {
    let slot: Slot
    if let reused = free.popLast() {
      slot = reused
      pages[Int(slot) / Self.pageLength][Int(slot) % Self.pageLength] = standing
    } else {
      slot = Slot(end)
      if Int(slot) % Self.pageLength == 0 {
        pages.append([])
        pages[pages.count - 1].reserveCapacity(Self.pageLength)
      }
      pages[pages.count - 1].append(standing)
    }
    slots[standing.id] = slot
    return slot
  }

  mutating func remove(at slot: Slot) {
    slots[self[slot].id] = nil
    pages[Int(slot) / Self.pageLength][Int(slot) % Self.pageLength] = nil
    free.append(slot)
  }

  /// All lessons, oldest first.
  var sorted: [StandingLesson] {
    pages.joined().compactMap(\.self).sorted { ($0.sequence, $0.id) < ($1.sequence, $1.id) }
  }
}

extension LessonStore: Equatable {
  /// Equal when they hold the same lessons; at which slots is nobody's business.
  static func == (left: Self, right: Self) -> Bool {
    left.count == right.count
      && left.pages.joined().allSatisfy { standing in
        guard let standing else { return true }
        return right.slots[standing.id].map { right[$0] == standing } ?? false
      }
  }
}
