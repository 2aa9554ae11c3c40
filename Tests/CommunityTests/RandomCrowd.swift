import Community
import Understanding

/// Made-up crowds and conversations, each from a seed.
enum RandomCrowd {
  /// Workers of different reliability answer some of the tasks; one in ten is unsure.
  static func responses(
    tasks: Int, workers: Int, classes: Int, using random: inout SeededGenerator
  ) -> (truth: [Int], responses: [TruthInference.Response]) {
    let truth = (0..<tasks).map { _ in Int.random(in: 0..<classes, using: &random) }
    let skill = (0..<workers).map { _ in Double.random(in: 0.4..<0.95, using: &random) }
    var responses: [TruthInference.Response] = []
    for task in 0..<tasks {
      for worker in 0..<workers where Int.random(in: 0..<3, using: &random) > 0 {
        let isRight = Double.random(in: 0..<1, using: &random) < skill[worker]
        let answer = isRight ? truth[task] : Int.random(in: 0..<classes, using: &random)
        let isUnsure = Int.random(in: 0..<10, using: &random) == 0
        responses.append(TruthInference.Response(worker: worker, task: task, answer: isUnsure ? nil : answer))
      }
    }
    return (truth, responses)
  }

  static func inference(_ responses: [TruthInference.Response], tasks: Int, classes: Int) -> TruthInference {
    var inference = TruthInference(classCount: classes)
    for task in 0..<tasks { inference.addTask(task) }
    for response in responses { inference.record(response) }
    return inference
  }

  struct Ballot: Hashable {
    let participant: Int
    let statement: Int
    let vote: VoteMatrix.Vote
  }

  /// `[participant]`: a school by turns. Members of a school hold what it holds, but for a slip now and then; the last five
  /// statements are held by all.
  static func ballots(
    participants: Int, statements: Int, schools: Int, slips: Double, using random: inout SeededGenerator
  ) -> [Ballot] {
    let creed = (0..<schools).map { _ in (0..<statements).map { _ in Bool.random(using: &random) } }
    var ballots: [Ballot] = []
    for participant in 0..<participants {
      for statement in 0..<statements where Int.random(in: 0..<10, using: &random) < 8 {
        let isShared = statement >= statements - 5
        let holds = isShared || creed[participant % schools][statement]
        let slipped = Double.random(in: 0..<1, using: &random) < slips
        ballots.append(Ballot(participant: participant, statement: statement, vote: holds != slipped ? .agree : .disagree))
      }
    }
    return ballots
  }

  static func matrix(_ ballots: [Ballot]) -> VoteMatrix {
    var matrix = VoteMatrix()
    for ballot in ballots { matrix.cast(ballot.vote, by: ballot.participant, on: ballot.statement) }
    return matrix
  }
}
