/// The name of one `Of`, unlike the name of any other kind of thing.
///
/// Ids come in with the act that makes the thing; the core never draws one. They stay within 15 bytes of
/// UTF-8, so that Swift keeps them inside the string itself and a hundred thousand cost no heap.
public struct ID<Of>: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let rawValue: String

  public init(_ rawValue: String) { self.rawValue = rawValue }

  public var description: String { rawValue }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension ID: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

extension ID: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

/// Someone who teaches, reviews or talks. The ledger knows only this id; names live in the account store.
public enum Member {}

/// A clash between lessons, found by the machine and settled by people.
public enum Disagreement {}

/// A remark on a lesson or a disagreement.
public enum Comment {}
