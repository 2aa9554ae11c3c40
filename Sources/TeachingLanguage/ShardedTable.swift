/// A dictionary in pieces: a changed copy of it shares all but the pieces that changed.
///
/// Everyone who reads holds a copy of the lexicon while the next lesson changes it. One large dictionary would then be
/// copied whole for every lesson.
struct ShardedTable<Value: Hashable & Sendable>: Hashable, Sendable {
  private var shards: [[String: Value]]
  private(set) var count = 0

  /// - Parameter shards: a power of two; about one for 25 entries makes a change cheapest.
  init(shards: Int) {
    precondition(shards > 0 && shards & (shards - 1) == 0, "the number of shards is a power of two")
    self.shards = Array(repeating: [:], count: shards)
  }

  subscript(key: String) -> Value? {
    get { shards[shard(of: key)][key] }
    set {
      let shard = shard(of: key)
      count -= shards[shard].count
      shards[shard][key] = newValue
      count += shards[shard].count
    }
    _modify {
      let shard = shard(of: key)
      let before = shards[shard].count
      yield &shards[shard][key]
      count += shards[shard].count - before
    }
  }

  func forEach(_ body: (String, Value) -> Void) {
    for shard in shards {
      for (key, value) in shard { body(key, value) }
    }
  }

  /// FNV-1a, the same in every process, so that equal tables have equal shards.
  private func shard(of key: String) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in key.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash ^ (hash >> 15)) & (shards.count - 1)
  }
}

extension ShardedTable where Value == Bucket {
  mutating func insert(_ element: String, at key: String) {
    if self[key] == nil { self[key] = .one(element) } else { self[key]?.insert(element) }
  }

  mutating func remove(_ element: String, at key: String) {
    self[key] = self[key]?.removing(element)
  }
}

extension ShardedTable where Value == Int {
  /// Counts up or down; a count of none leaves no trace.
  mutating func count(_ key: String, _ step: Int) -> Int {
    let count = (self[key] ?? 0) + step
    self[key] = count == 0 ? nil : count
    return count
  }
}
