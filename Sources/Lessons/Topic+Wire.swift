extension Topic: Codable {
  private enum Key: String, CodingKey, CaseIterable { case lesson, disagreement, comment, proposal, act, panel, ballot }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch try container.onlyKey() {
    case .lesson: self = .lesson(try container.decode(ID<Lesson>.self, forKey: .lesson))
    case .disagreement: self = .disagreement(try container.decode(ID<Disagreement>.self, forKey: .disagreement))
    case .comment: self = .comment(try container.decode(ID<Comment>.self, forKey: .comment))
    case .proposal: self = .proposal(try container.decode(ID<Proposal>.self, forKey: .proposal))
    case .act: self = .act(try container.decode(Int.self, forKey: .act))
    case .panel: self = .panel(try container.decode(ID<Lesson>.self, forKey: .panel))
    case .ballot: self = .ballot(try container.decode(ID<Ballot>.self, forKey: .ballot))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .lesson(let id): try container.encode(id, forKey: .lesson)
    case .disagreement(let id): try container.encode(id, forKey: .disagreement)
    case .comment(let id): try container.encode(id, forKey: .comment)
    case .proposal(let id): try container.encode(id, forKey: .proposal)
    case .act(let sequence): try container.encode(sequence, forKey: .act)
    case .panel(let id): try container.encode(id, forKey: .panel)
    case .ballot(let id): try container.encode(id, forKey: .ballot)
    }
  }
}

extension Settlement.Outcome: Codable {
  private enum Key: String, CodingKey, CaseIterable { case holds, scoped, precedes, pointsOfView = "views", merged, withdrawn }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch try container.onlyKey() {
    case .holds: self = .holds(try container.decode([ID<Lesson>].self, forKey: .holds))
    case .scoped: self = .scoped(try container.decode([Settlement.Scope].self, forKey: .scoped))
    case .precedes: self = .precedes(try container.decode([ID<Lesson>].self, forKey: .precedes))
    case .pointsOfView: self = .pointsOfView
    case .merged: self = .merged(into: try container.decode(ID<Lesson>.self, forKey: .merged))
    case .withdrawn: self = .withdrawn
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .holds(let lessons): try container.encode(lessons, forKey: .holds)
    case .scoped(let scopes): try container.encode(scopes, forKey: .scoped)
    case .precedes(let lessons): try container.encode(lessons, forKey: .precedes)
    case .pointsOfView: try container.encode(true, forKey: .pointsOfView)
    case .merged(let lesson): try container.encode(lesson, forKey: .merged)
    case .withdrawn: try container.encode(true, forKey: .withdrawn)
    }
  }
}
