public import Lessons

/// A release that is kept: who cut it, when, and after what.
public struct ReleaseRecord: Hashable, Sendable {
  public let release: Release
  public let author: ID<Member>
  /// The entry that cut it: it holds what all earlier ones made.
  public let sequence: Int
  /// Milliseconds since 1970, UTC.
  public let time: Int64

  public var name: String { release.name }
}

/// What the public is answered from, who decided that and why.
public struct PublicRecord: Hashable, Sendable {
  /// Nil: the village as it stands at any time.
  public let release: String?
  public let author: ID<Member>
  public let reason: String
  public let sequence: Int
  /// Milliseconds since 1970, UTC.
  public let time: Int64
}
