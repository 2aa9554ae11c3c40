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
      let theirs = usual == .none ? "as a plain number" : "in \(usual.code)"
      return
        "So far “\(property.label)” is given \(theirs), and \(mine) cannot be compared with that. Give it \(theirs), or say yes if it is meant so."
    case .circle(let thing, let kind):
      let known = say(Claim(kind, .isA, .concept(thing)))
      return "\(known) So each would be the other. For two names of one thing say: \(thing.label) is the same as \(kind.label)."
    }
  }
}
