/// What can be asked of what was taught.
public enum Question: Hashable, Sendable {
  /// “What is the glycemic index of a banana?”
  case value(of: Concept, property: Concept)
  /// “How many carbs are in 150 g of rice?”
  case amount(property: Concept, in: Quantity, of: Concept)
  /// “Is white rice low-GI?” “Does a banana contain gluten?”
  case whether(Claim)
  /// “Is the GI of a banana below 55?”
  case measures(Concept, property: Concept, QuantityRange)
  /// “Which fruits are low-GI?”: members of the kind for which all hold; `x` is the one asked for.
  case which(kind: Concept?, [Condition])
  /// “Does an avocado have more fat than a banana?”
  case contrast(Contrast)
  /// “Which fruit has the highest glycemic index?” “Which has more fat, an avocado or a banana?”
  case extreme(Extreme)
  /// “What is hypoglycemia?” “What does GI mean?”
  case meaning(of: Concept)
  /// One of the questions that people here ask in many ways: “whether a food is allowed”.
  case taught(Concept)
}

extension Question: Codable {
  private enum Key: String, CodingKey, CaseIterable { case value, amount, whether, measures, which, contrast, extreme, meaning, taught }
  private enum Part: String, CodingKey { case of, property, quantity, range, kind, conditions }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let key = try container.onlyKey()
    func parts() throws -> KeyedDecodingContainer<Part> { try container.nestedContainer(keyedBy: Part.self, forKey: key) }
    switch key {
    case .value:
      let parts = try parts()
      self = .value(of: try parts.decode(Concept.self, forKey: .of), property: try parts.decode(Concept.self, forKey: .property))
    case .amount:
      let parts = try parts()
      self = .amount(
        property: try parts.decode(Concept.self, forKey: .property), in: try parts.decode(Quantity.self, forKey: .quantity),
        of: try parts.decode(Concept.self, forKey: .of))
    case .whether: self = .whether(try container.decode(Claim.self, forKey: key))
    case .measures:
      let parts = try parts()
      self = .measures(
        try parts.decode(Concept.self, forKey: .of), property: try parts.decode(Concept.self, forKey: .property),
        try parts.decode(QuantityRange.self, forKey: .range))
    case .which:
      let parts = try parts()
      self = .which(
        kind: try parts.decodeIfPresent(Concept.self, forKey: .kind), try parts.decode([Condition].self, forKey: .conditions))
    case .contrast: self = .contrast(try container.decode(Contrast.self, forKey: key))
    case .extreme: self = .extreme(try container.decode(Extreme.self, forKey: key))
    case .meaning: self = .meaning(of: try container.decode(Concept.self, forKey: key))
    case .taught: self = .taught(try container.decode(Concept.self, forKey: key))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .value(let subject, let property):
      var parts = container.nestedContainer(keyedBy: Part.self, forKey: .value)
      try parts.encode(subject, forKey: .of)
      try parts.encode(property, forKey: .property)
    case .amount(let property, let quantity, let subject):
      var parts = container.nestedContainer(keyedBy: Part.self, forKey: .amount)
      try parts.encode(subject, forKey: .of)
      try parts.encode(property, forKey: .property)
      try parts.encode(quantity, forKey: .quantity)
    case .whether(let claim): try container.encode(claim, forKey: .whether)
    case .measures(let subject, let property, let range):
      var parts = container.nestedContainer(keyedBy: Part.self, forKey: .measures)
      try parts.encode(subject, forKey: .of)
      try parts.encode(property, forKey: .property)
      try parts.encode(range, forKey: .range)
    case .which(let kind, let conditions):
      var parts = container.nestedContainer(keyedBy: Part.self, forKey: .which)
      try parts.encodeIfPresent(kind, forKey: .kind)
      try parts.encode(conditions, forKey: .conditions)
    case .contrast(let contrast): try container.encode(contrast, forKey: .contrast)
    case .extreme(let extreme): try container.encode(extreme, forKey: .extreme)
    case .meaning(let concept): try container.encode(concept, forKey: .meaning)
    case .taught(let question): try container.encode(question, forKey: .taught)
    }
  }
}
