/// Understands a question by the taught sentences it is most like. There are no trained weights: the state is the set
/// of sentences, and a question solves one small kernel ridge regression on its nearest ones. So teaching and reverting
/// cost microseconds, every score is a signed sum over named sentences, and reverting leaves no trace: scores are equal
/// to the last bit, in whatever order the sentences came.
///
/// Exactness rests on two rules. Nothing real-valued is ever accumulated over lessons; and every sum of reals runs in
/// the order of the sentences' ids, all others being of integers.
///
/// Source: Rasmussen & Williams (2006), Gaussian Processes for Machine Learning, sections 2.2 and 6.5 (least-squares
/// classification), restricted to the nearest neighbours of each question.
public struct Learner: Sendable {
  public let settings: Settings

  var blocks: FeatureBlocks
  /// By slot; nil in an unused one.
  var exemplars: [Exemplar?] = []
  /// By slot: the number of its meaning, and its text without case, marks and spaces, hashed.
  var meaningNumbers: [Int] = []
  var plainHashes: [UInt64] = []
  var meanings = Numbering()
  /// What everything taught weighs, when no view says otherwise.
  var weights = Weights()
  /// Replaced at each change, so that what was made of a learner can tell whether it is older.
  public internal(set) var version = Version()
  /// What is said of words, by id, and how sentences are read under it.
  var wordLessons: [String: WordLesson] = [:]
  var wordReading = WordReading([])
  private var slots: [Exemplar.ID: Int] = [:]
  private var freeSlots: [Int] = []

  /// - Precondition: at least one neighbour, in all and of each meaning, a noise and a temperature above 0, a word share in 0...1.
  public init(settings: Settings = Settings()) {
    precondition(settings.nearestOfEach > 0, "each near meaning is heard")
    precondition(settings.neighbours > 0 && settings.noise > 0 && settings.temperature > 0, "an answer needs neighbours and noise")
    precondition((0...1).contains(settings.wordShare), "a share is in 0...1")
    self.settings = settings
    blocks = FeatureBlocks(settings: settings)
  }

  public var count: Int { slots.count }

  public subscript(id: Exemplar.ID) -> Exemplar? { slots[id].flatMap { exemplars[$0] } }

  /// Everything taught, by id.
  public var allExemplars: [Exemplar] { exemplars.compactMap { $0 }.sorted { $0.id < $1.id } }

  func slot(of id: Exemplar.ID) -> Int? { slots[id] }

  /// Takes one more sentence; one of the same id is replaced.
  ///
  /// - Complexity: O(words of the sentence), however much is taught.
  public mutating func teach(_ exemplar: Exemplar) {
    revert(exemplar.id)
    let slot = freeSlots.popLast() ?? exemplars.count
    if slot == exemplars.count {
      exemplars.append(nil)
      meaningNumbers.append(0)
      plainHashes.append(0)
    }
    let tokens = Token.tokens(of: exemplar.text)
    blocks.insert(sentence(tokens, of: exemplar.text), at: slot)
    exemplars[slot] = exemplar
    meaningNumbers[slot] = meanings.retain(exemplar.meaning)
    plainHashes[slot] = PlainText.hash(tokens)
    slots[exemplar.id] = slot
    weights.show(slot, weight: exemplar.weight, meaning: meaningNumbers[slot], words: blocks.wordNumbers(at: slot))
    version = Version()
  }

  /// Forgets a sentence as if it had never been taught; one that is not held is nothing to forget.
  ///
  /// - Returns: the sentence that was forgotten.
  @discardableResult
  public mutating func revert(_ id: Exemplar.ID) -> Exemplar? {
    guard let slot = slots.removeValue(forKey: id), let exemplar = exemplars[slot] else { return nil }
    weights.hide(slot, meaning: meaningNumbers[slot], words: blocks.wordNumbers(at: slot))
    blocks.remove(at: slot)
    meanings.release(meaningNumbers[slot])
    exemplars[slot] = nil
    freeSlots.append(slot)
    version = Version()
    return exemplar
  }

  /// Changes how far a sentence is trusted; 0 silences it.
  ///
  /// - Precondition: `weight` is finite and not negative.
  public mutating func reweigh(_ id: Exemplar.ID, _ weight: Double) {
    precondition(weight.isFinite && weight >= 0, "a weight is finite and not negative")
    guard let slot = slots[id] else { return }
    weights.hide(slot, meaning: meaningNumbers[slot], words: blocks.wordNumbers(at: slot))
    exemplars[slot]?.weight = weight
    weights.show(slot, weight: weight, meaning: meaningNumbers[slot], words: blocks.wordNumbers(at: slot))
    version = Version()
  }
}

extension Learner: Equatable {
  /// Equal when the same is taught: all else follows from it.
  public static func == (left: Learner, right: Learner) -> Bool {
    left.settings == right.settings && left.wordLessons == right.wordLessons && left.allExemplars == right.allExemplars
  }
}

/// Strings in use, numbered. A number may be given again later, so it never reaches a result.
struct Numbering: Sendable {
  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]
  private var uses: [Int] = []
  private var free: [Int] = []

  func number(of name: String) -> Int? { numbers[name] }

  mutating func retain(_ name: String) -> Int {
    if let number = numbers[name] {
      uses[number] += 1
      return number
    }
    let number = free.popLast() ?? names.count
    if number == names.count {
      names.append(name)
      uses.append(1)
    } else {
      names[number] = name
      uses[number] = 1
    }
    numbers[name] = number
    return number
  }

  mutating func release(_ number: Int) {
    uses[number] -= 1
    guard uses[number] == 0 else { return }
    numbers[names[number]] = nil
    names[number] = ""
    free.append(number)
  }
}
