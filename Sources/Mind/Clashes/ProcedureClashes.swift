import Lessons
import Reasoning
import Understanding

/// Procedures that cannot both be followed: other steps to one goal, or the same two steps the other way round.
///
/// A procedure that only says more than another, every step of the one being in the other in that order, contradicts nothing.
struct ProcedureClashes: ClashFinder {
  private var byGoal: [String: [ID<Lesson>: Course]] = [:]
  private var byStep: [String: Set<ID<Lesson>>] = [:]
  private var courses: [ID<Lesson>: Course] = [:]

  mutating func accept(_ lesson: StandingLesson) -> Set<ClashPlace> {
    guard let course = Course(lesson) else { return [] }
    byGoal[course.goal, default: [:]][lesson.id] = course
    for step in course.places.keys { byStep[step, default: []].insert(lesson.id) }
    courses[lesson.id] = course
    return touched(by: course)
  }

  mutating func withdraw(_ lesson: StandingLesson) -> Set<ClashPlace> {
    guard let course = Course(lesson) else { return [] }
    let places = touched(by: course)
    byGoal[course.goal]?[lesson.id] = nil
    if byGoal[course.goal]?.isEmpty == true { byGoal[course.goal] = nil }
    for step in course.places.keys { byStep.remove(lesson.id, under: step) }
    courses[lesson.id] = nil
    return places
  }

  /// Its goal, and each two steps that it shares with some procedure for another one.
  private func touched(by course: Course) -> Set<ClashPlace> {
    var shared: [ID<Lesson>: [String]] = [:]
    for step in course.places.keys.sorted() {
      for id in byStep[step] ?? [] where courses[id]?.goal != course.goal { shared[id, default: []].append(step) }
    }
    var places: Set<ClashPlace> = [.goal(course.goal)]
    for steps in shared.values {
      for (index, one) in steps.enumerated() { for other in steps[(index + 1)...] { places.insert(.steps(one, other)) } }
    }
    // What another author's word of the same goal hides or shows, is shared too.
    for rival in (byGoal[course.goal] ?? [:]).values where rival.standing.author == course.standing.author && rival != course {
      for step in rival.places.keys { for other in rival.places.keys where step < other { places.insert(.steps(step, other)) } }
    }
    return places
  }

  func clashes(at place: ClashPlace) -> [Clash] {
    switch place {
    case .goal(let goal): clashes(over: inForce(goal))
    case .steps(let one, let other): clash(between: one, other).map { [$0] } ?? []
    default: []
    }
  }

  private func inForce(_ goal: String) -> [Course] {
    let all = byGoal[goal] ?? [:]
    return StandingLesson.inForce(all.values.map(\.standing)).compactMap { all[$0.id] }
  }

  // MARK: One goal

  private func clashes(over courses: [Course]) -> [Clash] {
    guard courses.count > 1, let goal = courses.first?.procedure.goal else { return [] }
    let rivals = courses.map { course in courses.compactMap { $0.rivalry(with: course) } }
    return [Clash.Kind.stepOrder, .procedures].compactMap { kind -> Clash? in
      let sides = Dictionary(grouping: zip(courses, rivals).filter { $0.1.contains(kind) }.map(\.0), by: \.steps)
      guard sides.count > 1 else { return nil }
      let subject = Concept("how to \(goal)")
      return Clash(
        kind, known: [courses[0].goal], about: subject, "is done by", asking: .taught(subject),
        sides.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { _, same in
          .init(.value(.text(same[0].shown)), same.map(\.standing.id))
        })
    }
  }

  // MARK: Two goals

  private func clash(between one: String, _ other: String) -> Clash? {
    let both = (byStep[one] ?? []).intersection(byStep[other] ?? []).sorted().compactMap { courses[$0] }.filter { course in
      inForce(course.goal).contains(course)
    }
    let clashing = both.filter { course in
      both.contains { $0.goal != course.goal && $0.overlaps(course) && $0.puts(one, before: other) != course.puts(one, before: other) }
    }
    guard let first = clashing.first?.procedure else { return nil }
    let sides = Dictionary(grouping: clashing) { $0.puts(one, before: other) }
    guard let forwards = sides[true], let backwards = sides[false] else { return nil }
    let names = [one, other].map { name in first.acts.first { Course.plain($0) == name } ?? name }
    let subject = Concept("“\(names[0])” and “\(names[1])”")
    return Clash(
      .stepOrder, known: [one, other], about: subject, "come in order", asking: .taught(subject),
      [
        .init(.value(.text(names.joined(separator: ", then "))), forwards.map(\.standing.id)),
        .init(.value(.text(names.reversed().joined(separator: ", then "))), backwards.map(\.standing.id)),
      ])
  }
}
