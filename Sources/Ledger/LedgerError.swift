/// Why a ledger did not do what was asked. The program matches the case; the person reads `message` and `hint`.
public enum LedgerError: Error, Hashable, Sendable {
  /// Others appended since: read the entries after `expected`, validate again, try again.
  case conflict(expected: Int, actual: Int)
  /// This author's request is in the ledger already, as this entry: a repeated request, and nothing to do.
  case duplicateRequest(LedgerEntry)
  /// No ledger takes such an entry.
  case refused(String)
  /// The entry with this sequence number is missing, altered or unreadable; 0 when the damage is not in one entry.
  case corrupt(sequence: Int, reason: String)
  /// The file belongs to something else and was left as it was.
  case notALedger(path: String)
  /// A newer Village wrote the file; it was left as it was.
  case newerVersion(found: Int, known: Int)
  /// Disk full, locked, not readable, closed: the ledger is as it was, and another try may succeed.
  case unavailable(String)

  /// What happened, for people.
  public var message: String {
    switch self {
    case .conflict(let expected, let actual):
      "The village moved on while this was being written: it was at entry \(expected) and is now at \(actual)."
    case .duplicateRequest(let entry): "This request was recorded already, as entry \(entry.sequence)."
    case .refused(let reason): "The entry cannot be recorded: \(reason)."
    case .corrupt(0, let reason): "The ledger is damaged: \(reason)."
    case .corrupt(let sequence, let reason): "The ledger is damaged at entry \(sequence): \(reason)."
    case .notALedger(let path): "The file \(path) is not a village's ledger."
    case .newerVersion(let found, let known):
      "The ledger was written by a newer Village (format \(found)); this one reads formats up to \(known)."
    case .unavailable(let reason): "The ledger cannot be used right now: \(reason)."
    }
  }

  /// What to do next, for people.
  public var hint: String {
    switch self {
    case .conflict: "Look at what changed and try again."
    case .duplicateRequest: "Nothing was lost and nothing needs to be repeated."
    case .refused: "Correct the entry and send it again."
    case .corrupt: "Stop writing, keep a copy of the file as it is, and restore the latest backup that `village ledger verify` accepts."
    case .notALedger: "Check the path, or name a file that does not exist yet to start a new village."
    case .newerVersion: "Update Village on this machine."
    case .unavailable: "Check that the disk has room and that the file and its folder can be written, then try again."
    }
  }
}
