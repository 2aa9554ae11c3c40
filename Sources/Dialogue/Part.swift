public import Lessons

/// A piece of a sentence. Members are named by the shell, because names live outside the ledger.
public enum Part: Hashable, Sendable {
  case text(String)
  case member(ID<Member>)
  /// What a lesson rests on: “Atkinson 2021”.
  case source(String)
}

extension [Part] {
  /// The sentence as text, once someone says what members are called.
  public func plain(naming name: (ID<Member>) -> String) -> String {
    map { part in
      switch part {
      case .text(let text): text
      case .member(let member): name(member)
      case .source(let source): source
      }
    }.joined()
  }
}

extension Part: Codable {
  private enum Key: String, CodingKey { case text, member, source }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    if let text = try container.decodeIfPresent(String.self, forKey: .text) {
      self = .text(text)
    } else if let member = try container.decodeIfPresent(ID<Member>.self, forKey: .member) {
      self = .member(member)
    } else {
      self = .source(try container.decode(String.self, forKey: .source))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .text(let text): try container.encode(text, forKey: .text)
    case .member(let member): try container.encode(member, forKey: .member)
    case .source(let source): try container.encode(source, forKey: .source)
    }
  }
}
