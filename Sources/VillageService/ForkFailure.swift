public import Lessons

/// Why a village cannot be forked so, or not be joined.
public enum ForkFailure: UserReadable, Hashable {
  case noSuchEntry(Int, of: Int)
  /// The folder for the fork holds a village that is another, or is further already.
  case livesItsOwnLife
  case nothingInCommon
  /// Someone taught here while the join was planned.
  case writtenMeanwhile

  public var message: String {
    switch self {
    case .noSuchEntry(let number, let last): "There is no entry \(number): this village has entries 1 to \(last)."
    case .livesItsOwnLife: "There is another village in that folder, or the fork has gone on already."
    case .nothingInCommon: "These two villages have no history in common."
    case .writtenMeanwhile: "Someone taught here while I was joining the two; nothing was written."
    }
  }

  public var hint: String {
    switch self {
    case .noSuchEntry: "See what happened when with: village ledger log"
    case .livesItsOwnLife: "Name another folder for the fork."
    case .nothingInCommon: "Only a fork of a village, made with “village ledger fork”, can join it."
    case .writtenMeanwhile: "Join them again."
    }
  }
}
