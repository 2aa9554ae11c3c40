import Lessons
public import Reasoning
public import TeachingLanguage

extension Sayer {
  /// What is odd about a lesson, and how to mend it.
  public func say(_ doubt: Doubt) -> String {
    switch doubt {
    case .neverApplies(let one, let other):
      return "This would never apply: nothing is both “\(say(one))” and “\(say(other))”. Take one of them out, or make two rules."
    case .otherMeasure(let property, let unit, let usual, _):
      let mine = unit == .none ? "a plain number" : unit.code
      let theirs = measure(usual)
      let plain =
        usual == .none && unit.per != nil
        ? " A plain number comes of dividing by one in the same unit, as in “divided by 100 g per 100 g”." : ""
      return
        "So far “\(property.label)” is given \(theirs), and \(mine) cannot be compared with that. Give it \(theirs), teach how the two convert, or say yes if it is meant so.\(plain)"
    case .unlikeTerms(let one, let unit, let other, let otherUnit):
      return
        "“\(say(one))” is given \(measure(unit)) and “\(say(other))” \(measure(otherUnit)): the two cannot be added or compared. Multiply one by what turns it into the other, as in “4 kcal/g times its protein”."
    case .ownResult(let property):
      return "“\(property.label)” would be computed from itself. Give what it is computed from another name."
    case .circle(let thing, let kind):
      let known = say(Claim(kind, .isA, .concept(thing)))
      return "\(known) So each would be the other. For two names of one thing say: \(thing.label) is the same as \(kind.label)."
    }
  }

  private func measure(_ unit: Unit) -> String { unit == .none ? "as a plain number" : "in \(unit.code)" }
}
