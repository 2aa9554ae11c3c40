/// What a community holds true of tasks with K possible answers, inferred from responses of workers of unknown reliability.
///
/// A majority errs where most are careless in the same way, so each worker's confusion matrix is estimated together with
/// the truths (Dawid & Skene). Full estimation goes over all responses; a village wants its numbers after every answer.
/// Hence two layers:
///
/// - `settle()` runs the estimation from scratch. Its result, the *epoch*, is a function of the set of responses alone.
/// - In between, a task's provisional posterior uses the epoch's matrices, and a question about a task uses matrices made
///   of all provisional posteriors. Both are again functions of the set: the order of answers leaves no trace, and an
///   answer taken back is as if never given, to the last bit, because all sums are of fixed-point numbers.
///
/// A response may be *unsure*: it is kept and shown and moves no belief. Tasks belong to *tracks* (a topic, or a kind of
/// teaching): reliability is per worker and track, and what a worker did on other tracks is only a prior.
///
/// Sources: Dawid & Skene (1979), Applied Statistics 28(1), section 2; Zheng et al. (2017), PVLDB 10(5), section 5 (which
/// methods hold up on real crowds).
///
/// R responses, T tasks, W workers, K classes, d responses on one task:
/// - Complexity: `record`, `withdraw` and `posterior` O(d·K), `settle` O(sweeps · R·K + W·K²).
public struct TruthInference: Hashable, Sendable {
  /// A worker's response to a task.
  public struct Response: Hashable, Sendable {
    public let worker: Int
    public let task: Int
    /// `nil` when unsure.
    public let answer: Int?

    public init(worker: Int, task: Int, answer: Int?) { (self.worker, self.task, self.answer) = (worker, task, answer) }
  }

  struct Given: Hashable, Sendable {
    let worker: Int
    let slot: Int
    let answer: Int?
  }

  struct Task: Hashable, Sendable {
    var track = 0
    /// The true answer where it is known beforehand.
    var gold: Int?
    /// By worker, ascending.
    var given: [Given] = []

    var isAnswered: Bool { given.contains { $0.answer != nil } }
  }

  struct Slot: Hashable, Sendable {
    let worker: Int
    let track: Int
  }

  public let classCount: Int
  public let prior: ConfusionPrior
  public private(set) var workerCount = 0
  public var taskCount: Int { tasks.count }

  var tasks: [Task] = []
  var slots: [Slot] = []
  var slotNumbers: [Slot: Int] = [:]
  var credentials: [Slot: Credential] = [:]
  /// The epoch: log-matrices `[slot][answer][truth]` and log-shares `[truth]` as of the last `settle()`.
  var epochLogarithms: [FixedPoint] = []
  var epochClassLogarithms: [FixedPoint]
  /// `[task][truth]`: posteriors under the epoch; zero for a task without an answer.
  var provisional: [FixedPoint] = []
  /// The matrices made of them.
  var table: ConfusionTable

  /// - Precondition: `classCount` ≥ 2.
  public init(classCount: Int, prior: ConfusionPrior = .standard) {
    precondition(classCount >= 2, "a question has at least two answers")
    (self.classCount, self.prior) = (classCount, prior)
    table = ConfusionTable(classCount: classCount, prior: prior)
    epochClassLogarithms = table.classLogarithms()
  }

  /// Makes room for a task.
  ///
  /// - Parameters:
  ///   - track: on which reliability counts, from 0.
  ///   - gold: the true answer where it is known: such tasks show who is reliable.
  /// - Precondition: tasks are numbered without gaps, and none is added twice.
  public mutating func addTask(_ task: Int, track: Int = 0, gold: Int? = nil) {
    precondition(task == tasks.count, "tasks are numbered from 0 without gaps")
    precondition(gold.map { (0..<classCount).contains($0) } ?? true, "a gold answer is one of the classes")
    tasks.append(Task(track: track, gold: gold))
    provisional.append(contentsOf: repeatElement(0, count: classCount))
  }

  /// What a worker declares to be on a track, or `nil` when the declaration is withdrawn. Felt in posteriors at once.
  public mutating func setCredential(_ credential: Credential?, of worker: Int, track: Int = 0) {
    credentials[Slot(worker: worker, track: track)] = credential
  }

  /// Takes a worker's response, in place of the one they gave before.
  ///
  /// - Precondition: the task was added, the answer is one of the classes.
  public mutating func record(_ response: Response) {
    precondition(tasks.indices.contains(response.task), "the task was added")
    precondition(response.answer.map { (0..<classCount).contains($0) } ?? true, "an answer is one of the classes")
    let slot = slotNumber(of: response.worker, track: tasks[response.task].track)
    let given = Given(worker: response.worker, slot: slot, answer: response.answer)
    change(response.task) { list in
      let place = Self.place(of: response.worker, in: list)
      if place < list.count, list[place].worker == response.worker { list[place] = given } else { list.insert(given, at: place) }
    }
  }

  /// Takes a worker's response back, if there is one.
  public mutating func withdraw(worker: Int, task: Int) {
    change(task) { list in list.removeAll { $0.worker == worker } }
  }

  private mutating func change(_ number: Int, _ edit: (inout [Given]) -> Void) {
    count(number, sign: -1)
    edit(&tasks[number].given)
    let posterior = tasks[number].isAnswered ? posteriorInEpoch(tasks[number]) : Array(repeating: 0, count: classCount)
    provisional.replaceSubrange(number * classCount..<(number + 1) * classCount, with: posterior)
    count(number, sign: 1)
  }

  /// Adds a task's provisional posterior to the matrices of those who answered, or takes it away.
  private mutating func count(_ number: Int, sign: FixedPoint) {
    guard tasks[number].isAnswered else { return }
    let posterior = provisional[number * classCount..<(number + 1) * classCount]
    for given in tasks[number].given {
      guard let answer = given.answer else { continue }
      table.add(posterior, answer: answer, slot: given.slot, worker: given.worker, sign: sign)
    }
    table.addTask(posterior, sign: sign)
  }

  private func posteriorInEpoch(_ task: Task) -> [FixedPoint] {
    if let gold = task.gold { return (0..<classCount).map { $0 == gold ? .one : 0 } }
    var sums = epochClassLogarithms
    for given in task.given {
      guard let answer = given.answer else { continue }
      let at = (given.slot * classCount + answer) * classCount
      for truth in 0..<classCount { sums[truth] += epochLogarithms[at + truth] }
    }
    return Posterior.normalized(sums).map { FixedPoint(parts: $0) }
  }

  private static func place(of worker: Int, in list: [Given]) -> Int {
    list.firstIndex { $0.worker >= worker } ?? list.count
  }

  private mutating func slotNumber(of worker: Int, track: Int) -> Int {
    let slot = Slot(worker: worker, track: track)
    if let known = slotNumbers[slot] { return known }
    workerCount = max(workerCount, worker + 1)
    slotNumbers[slot] = slots.count
    slots.append(slot)
    table.reserve(slots: slots.count, workers: workerCount)
    epochLogarithms.append(contentsOf: table.unknownLogarithms())
    return slots.count - 1
  }
}
