// As JSON, with keys written by hand: what was taught stays readable.

extension TextCondition: Codable {
  private enum Key: String, CodingKey, CaseIterable { case all, any, not, found, counted, compared, shaped }
  private enum ShapedKey: String, CodingKey { case part, shape = "is" }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch try container.onlyKey() {
    case .all: self = .all(try container.decode([TextCondition].self, forKey: .all))
    case .any: self = .any(try container.decode([TextCondition].self, forKey: .any))
    case .not: self = .not(try container.decode(TextCondition.self, forKey: .not))
    case .found: self = .found(try container.decode(TextFinding.self, forKey: .found))
    case .counted: self = .counted(try container.decode(TextCounting.self, forKey: .counted))
    case .compared: self = .compared(try container.decode(TextComparison.self, forKey: .compared))
    case .shaped:
      let shaped = try container.nestedContainer(keyedBy: ShapedKey.self, forKey: .shaped)
      self = .shaped(try shaped.decode(TextPart.self, forKey: .part), try shaped.decode(TextShape.self, forKey: .shape))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .all(let conditions): try container.encode(conditions, forKey: .all)
    case .any(let conditions): try container.encode(conditions, forKey: .any)
    case .not(let condition): try container.encode(condition, forKey: .not)
    case .found(let finding): try container.encode(finding, forKey: .found)
    case .counted(let counting): try container.encode(counting, forKey: .counted)
    case .compared(let comparison): try container.encode(comparison, forKey: .compared)
    case .shaped(let part, let shape):
      var shaped = container.nestedContainer(keyedBy: ShapedKey.self, forKey: .shaped)
      try shaped.encode(part, forKey: .part)
      try shaped.encode(shape, forKey: .shape)
    }
  }
}

extension TextItem: Codable {
  private enum Key: String, CodingKey, CaseIterable { case phrase, slot, mention, word, shape }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch try container.onlyKey() {
    case .phrase: self = .phrase(try container.decode(String.self, forKey: .phrase))
    case .slot: self = .slot(try container.decode(String.self, forKey: .slot))
    case .mention: self = .mention(try container.decode(Concept.self, forKey: .mention))
    case .word: self = .word(nil)
    case .shape: self = .word(try container.decode(TextShape.self, forKey: .shape))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .phrase(let phrase): try container.encode(phrase, forKey: .phrase)
    case .slot(let slot): try container.encode(slot, forKey: .slot)
    case .mention(let concept): try container.encode(concept, forKey: .mention)
    case .word(nil): try container.encode(true, forKey: .word)
    case .word(let shape?): try container.encode(shape, forKey: .shape)
    }
  }
}

extension TextPlace: Codable {
  private enum Key: String, CodingKey, CaseIterable { case text, within, beside, between }
  private enum BesideKey: String, CodingKey { case item, side, distance = "words" }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch try container.onlyKey() {
    case .text: self = .text
    case .within: self = .within(slot: try container.decode(String.self, forKey: .within))
    case .beside:
      let beside = try container.nestedContainer(keyedBy: BesideKey.self, forKey: .beside)
      self = .beside(
        try beside.decode(TextItem.self, forKey: .item), try beside.decode(Side.self, forKey: .side),
        try beside.decode(CountRange.self, forKey: .distance))
    case .between:
      var ends = try container.nestedUnkeyedContainer(forKey: .between)
      self = .between(try ends.decode(TextItem.self), try ends.decode(TextItem.self))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .text: try container.encode(true, forKey: .text)
    case .within(let slot): try container.encode(slot, forKey: .within)
    case .beside(let item, let side, let distance):
      var beside = container.nestedContainer(keyedBy: BesideKey.self, forKey: .beside)
      try beside.encode(item, forKey: .item)
      try beside.encode(side, forKey: .side)
      try beside.encode(distance, forKey: .distance)
    case .between(let one, let other): try container.encode([one, other], forKey: .between)
    }
  }
}

extension TextPart: Codable {
  private enum Key: String, CodingKey, CaseIterable { case text, slot, phrase, firstWord = "first", lastWord = "last" }
  /// How the text itself is written where a slot's name may stand.
  private static let whole = ""

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    func owner(_ key: Key) throws -> String? {
      let name = try container.decode(String.self, forKey: key)
      return name == Self.whole ? nil : name
    }
    switch try container.onlyKey() {
    case .text: self = .text
    case .slot: self = .slot(try container.decode(String.self, forKey: .slot))
    case .phrase: self = .phrase(try container.decode(String.self, forKey: .phrase))
    case .firstWord: self = .firstWord(of: try owner(.firstWord))
    case .lastWord: self = .lastWord(of: try owner(.lastWord))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .text: try container.encode(true, forKey: .text)
    case .slot(let slot): try container.encode(slot, forKey: .slot)
    case .phrase(let phrase): try container.encode(phrase, forKey: .phrase)
    case .firstWord(let slot): try container.encode(slot ?? Self.whole, forKey: .firstWord)
    case .lastWord(let slot): try container.encode(slot ?? Self.whole, forKey: .lastWord)
    }
  }
}
