import ArgumentParser
import Community
import Foundation
import Interchange

/// Votes on statements and, if known, the groups of those who cast them, numbered.
struct OpinionFile {
  struct Vote {
    let participant: Int
    let statement: Int
    let vote: VoteMatrix.Vote
  }

  private static let participantNames = ["participant", "voter-id", "voter", "participant-id", "participant_id", "member"]
  private static let statementNames = ["comment-id", "comment", "statement", "statement-id", "statement_id"]
  private static let groupNames = ["group-id", "group", "camp"]

  private(set) var participants = NameNumbers()
  private(set) var statements = NameNumbers()
  /// In the file's order: of two votes of one participant on one statement the later counts.
  private(set) var votes: [Vote] = []

  /// One vote a line, or a line a participant with a column for each statement, as Polis exports both.
  init(votes path: String) throws {
    let table = try Columns.table(ofFile: path)
    if Columns.place(of: ["vote"], in: table) != nil {
      for row in try Columns.rows(ofFile: path, named: [Self.participantNames, Self.statementNames, ["vote"]]) {
        add(row[0], row[1], row[2])
      }
    } else {
      let marks = table.header.indices.filter { Int(table.header[$0]) != nil }
      guard let participant = Columns.place(of: Self.participantNames, in: table), !marks.isEmpty else {
        throw ValidationError(
          "“\(path)” has neither a column “vote” nor a column for each statement.\n"
            + "Write participant, statement and vote (1, 0 or -1) on each line.")
      }
      for record in table.records where record.fields.count == table.header.count {
        for mark in marks { add(record.fields[participant], table.header[mark], record.fields[mark]) }
      }
    }
    guard !votes.isEmpty else { throw ValidationError("“\(path)” holds no vote.\nA vote is 1, 0 or -1.") }
  }

  private mutating func add(_ participant: String, _ statement: String, _ mark: String) {
    guard let value = Double(mark), let vote = VoteMatrix.Vote(rawValue: value > 0 ? 1 : value < 0 ? -1 : 0) else { return }
    votes.append(Vote(participant: participants.number(of: participant), statement: statements.number(of: statement), vote: vote))
  }

  /// The known group of each participant who has one, in the order of `participants`.
  func groups(ofFile path: String) throws -> [String?] {
    var groups: [String: String] = [:]
    for row in try Columns.rows(ofFile: path, named: [Self.participantNames, Self.groupNames]) where !row[1].isEmpty {
      groups[row[0]] = row[1]
    }
    return participants.names.map { groups[$0] }
  }
}
