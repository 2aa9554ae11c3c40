public import Lessons
import TeachingLanguage

extension Conversation {
  /// Words for anyone at all: “pregnant *patient*” is whoever is pregnant.
  private static let people = ["patient", "person", "woman", "man", "adult", "child", "user", "people", "patients"]

  /// The audiences that the person belongs to by their own words and that lessons name.
  ///
  /// “I am pregnant” makes a pregnant patient, “I have gestational diabetes” a patient with gestational diabetes, “I
  /// take insulin” a patient who takes insulin, where lessons are taught for such.
  public func audiences(knowing knowledge: Knowledge) -> Set<Concept> {
    facts.reduce(into: []) { audiences, fact in
      for name in Self.names(ofThoseWho: fact) where knowledge.vocabulary.roles(of: name).contains(.audience) { audiences.insert(name) }
    }
  }

  private static func names(ofThoseWho fact: Pattern) -> [Concept] {
    guard !fact.isNegated, let object = fact.object.concept?.key else { return [] }
    let verb = fact.property.key
    let singular = people.flatMap { person in
      switch verb {
      case Concept.isA.key: ["\(object) \(person)", "\(person) who is \(object)"]
      case "has", "have": ["\(person) with \(object)", "\(object) \(person)", "\(person) who has \(object)"]
      default: ["\(person) who \(verb) \(object)", "\(person) on \(object)"]
      }
    }
    return (verb == Concept.isA.key ? [object] + singular : singular).map { Concept($0) }
  }
}
