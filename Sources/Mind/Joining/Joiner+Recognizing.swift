import Community
import Lessons

extension Joiner {
  /// Learns from an earlier join under which ids and numbers it brought what the fork's entry made.
  mutating func recognize(_ entry: Entry) {
    let numbers = input.counterparts[entry.sequence] ?? []
    translation.sequences[entry.sequence] = numbers.first
    let acts = numbers.map { input.here[$0 - 1].act }
    switch entry.act {
    case .taught(let lessons):
      let here = acts.flatMap { act -> [Lesson] in if case .taught(let lessons) = act { lessons } else { [] } }
      for lesson in lessons {
        let brought = here.first { $0.words == lesson.words && LessonMeaning($0) == LessonMeaning(lesson) }
        guard let id = brought?.id ?? twin(of: lesson), id != lesson.id else { continue }
        translation.lessons[lesson.id] = id
      }
    case .tableTaught(let table):
      for case .tableTaught(let brought) in acts {
        if !translation.tables[table.id, default: []].contains(brought.id) { translation.tables[table.id, default: []].append(brought.id) }
        guard brought.id != table.id else { continue }
        for (old, new) in zip(table.lessons(), brought.lessons()) { translation.lessons[old.id] = new.id }
      }
    case .commented(let id, _, _):
      if case .commented(let new, _, _)? = acts.first, new != id { translation.comments[id] = new }
    case .proposed(let proposal):
      if case .proposed(let new)? = acts.first, new.id != proposal.id { translation.proposals[proposal.id] = new.id }
    case .reverted(let reversal):
      let ids = acts.compactMap { act in if case .reverted(let brought) = act { brought.id } else { nil } }
      if !ids.isEmpty, ids != [reversal.id] { translation.reversals[reversal.id] = ids }
    default: break
    }
  }
}
