public import Lessons

/// How careful the community wants the assistant, who recorded it and why.
public struct CautionRecord: Hashable, Sendable {
  public let caution: Caution
  public let author: ID<Member>
  public let reason: String
  public let sequence: Int
  /// Milliseconds since 1970, UTC.
  public let time: Int64
}
