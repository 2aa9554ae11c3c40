/// How the answers to a set of theories came out.
public struct TheoryReport: Hashable, Sendable, Encodable {
  public struct Count: Hashable, Sendable, Encodable {
    public fileprivate(set) var questions = 0
    public fileprivate(set) var correct = 0
  }

  public private(set) var questions = 0
  public private(set) var correct = 0
  /// A share, 0 to 1; 0 of no questions.
  public private(set) var accuracy = 0.0
  /// Lines that could not be read: neither right nor wrong.
  public private(set) var unread = 0
  public private(set) var proofsChecked = 0
  public private(set) var proofsValid = 0
  /// By how many rules deep the proof is: as the set says, else as found; “none” where there is none.
  public private(set) var byDepth: [String: Count] = [:]
  /// By what kind of world the question is asked in.
  public private(set) var byWorld: [String: Count] = [:]
  /// The ids of those answered otherwise than the set says.
  public private(set) var wrong: [String] = []

  public init() {}

  private enum CodingKeys: String, CodingKey {
    case questions, correct, accuracy, unread, wrong
    case proofsChecked = "proofs_checked"
    case proofsValid = "proofs_valid"
    case byDepth = "by_depth"
    case byWorld = "by_world"
  }

  public mutating func skip() { unread += 1 }

  public mutating func add(_ finding: TheoryFinding, on theory: Theory) {
    let isCorrect = finding.answer == theory.answer
    func count(_ count: inout Count) {
      count.questions += 1
      if isCorrect { count.correct += 1 }
    }
    questions += 1
    if isCorrect { correct += 1 } else { wrong.append(theory.id) }
    accuracy = Double(correct) / Double(questions)
    proofsChecked += finding.proofsChecked
    proofsValid += finding.proofsValid
    count(&byDepth[(theory.depth ?? finding.depth).map(String.init) ?? "none", default: Count()])
    count(&byWorld[theory.world.rawValue, default: Count()])
  }
}
