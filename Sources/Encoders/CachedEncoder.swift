import Crypto
public import Foundation
import Synchronization
public import Understanding

/// Keeps the vectors of another encoder in memory, and those of what was taught in a file, so that a restart encodes
/// nothing again.
///
/// Only what ``vector(ofTaught:)`` and ``keep(_:)`` name is written: a vector tells much of its text, and what people ask is theirs to erase. Texts
/// are written as hashes. The file may be deleted at any time.
///
/// Vectors are kept at half precision and given that way from the first time on, so that an answer does not depend on
/// whether it was kept (the cosine to the encoder's own vector is above 0.999999).
public final class CachedEncoder: BatchEncoder {
  public let identity: String
  public let dimensions: Int

  private let encoder: any SentenceEncoder
  private let state: Mutex<State>
  private let log: @Sendable (String) -> Void

  private struct State: Sendable {
    var memory: VectorMemory
    var file: VectorFile?
    /// What the file holds.
    var written: Set<VectorKey> = []
  }

  /// - Parameters:
  ///   - file: is made where it is not there; nil keeps in memory only. One process at a time may have it open.
  ///   - textsMax: as many texts are kept at most, those that were asked for last.
  ///   - log: is told when the file cannot be written any more; vectors are then kept in memory only.
  public init(_ encoder: any SentenceEncoder, file: URL?, textsMax: Int = 100_000, log: @escaping @Sendable (String) -> Void)
    throws(ModelError)
  {
    precondition(textsMax >= 2, "a cache keeps something")
    var state = State(memory: VectorMemory(textsMax: textsMax))
    if let file {
      let records = try VectorFile.open(
        file, identity: encoder.identity, dimensions: encoder.dimensions, recordsMax: textsMax)
      state.file = records.file
      for (key, vector) in records.records {
        state.memory.keep(vector, for: key)
        state.written.insert(key)
      }
    }
    self.encoder = encoder
    self.log = log
    identity = encoder.identity
    dimensions = encoder.dimensions
    self.state = Mutex(state)
  }

  public func vector(of text: String) -> [Float]? { vectors(of: [text])[0] }

  public func vectors(of texts: [String]) -> [[Float]?] { halves(of: texts).map { $0?.floats } }

  public func vector(ofTaught text: String) -> [Float]? {
    keep([text])
    return vector(of: text)
  }

  /// Encodes what is not kept yet, all together, and writes it to the file. What cannot be encoded now is left out.
  public func keep(_ texts: [String]) {
    let vectors = halves(of: texts)
    let isInTrouble = state.withLock { state in
      for (text, vector) in zip(texts, vectors) {
        guard let vector, let file = state.file else { continue }
        let key = VectorKey(text)
        guard state.written.insert(key).inserted else { continue }
        guard file.append(vector, for: key) else {
          state.file = nil
          return true
        }
      }
      return false
    }
    if isInTrouble { log("the file of sentence vectors cannot be written; vectors are kept in memory only") }
  }

  private func halves(of texts: [String]) -> [HalfVector?] {
    let keys = texts.map { VectorKey($0) }
    var vectors = state.withLock { state in keys.map { state.memory.vector(for: $0) } }
    let missing = vectors.indices.filter { vectors[$0] == nil }
    guard !missing.isEmpty else { return vectors }
    // Outside the lock: another thread may encode the same text, which costs time and changes nothing.
    let unknown = missing.map { texts[$0] }
    let found = (encoder as? any BatchEncoder)?.vectors(of: unknown) ?? unknown.map { encoder.vector(of: $0) }
    for (index, vector) in zip(missing, found) { vectors[index] = vector.map { HalfVector($0) } }
    state.withLock { state in
      for index in missing { if let vector = vectors[index] { state.memory.keep(vector, for: keys[index]) } }
    }
    return vectors
  }
}

/// What stands for a text: the first 128 bits of its SHA-256.
struct VectorKey: Hashable, Sendable {
  static let bytes = 16
  let high: UInt64
  let low: UInt64

  init(_ text: String) {
    let digest = Array(SHA256.hash(data: Data(text.utf8)))
    self.init(digest[..<Self.bytes])
  }

  init(_ bytes: some Sequence<UInt8>) {
    var halves: (UInt64, UInt64) = (0, 0)
    for byte in bytes.prefix(Self.bytes) { halves = (halves.0 << 8 | halves.1 >> 56, halves.1 << 8 | UInt64(byte)) }
    (high, low) = halves
  }

  var bytes: [UInt8] { [high, low].flatMap { half in (0..<8).map { UInt8(truncatingIfNeeded: half >> (56 - 8 * $0)) } } }
}

/// A vector at half precision.
struct HalfVector: Hashable, Sendable {
  let bits: [UInt16]

  init(bits: [UInt16]) { self.bits = bits }

  init(_ vector: [Float]) { bits = vector.map(HalfPrecision.bits) }

  /// Of unit length.
  var floats: [Float] {
    var vector = bits.map(HalfPrecision.float)
    vector.normalize()
    return vector
  }
}

/// Vectors by text, a bounded number of them: when the young half is full, the old half is forgotten.
struct VectorMemory: Sendable {
  private var young: [VectorKey: HalfVector] = [:]
  private var old: [VectorKey: HalfVector] = [:]
  private let halfMax: Int

  init(textsMax: Int) { halfMax = textsMax / 2 }

  var count: Int { young.count + old.count }

  mutating func vector(for key: VectorKey) -> HalfVector? {
    if let vector = young[key] { return vector }
    guard let vector = old.removeValue(forKey: key) else { return nil }
    keep(vector, for: key)
    return vector
  }

  mutating func keep(_ vector: HalfVector, for key: VectorKey) {
    if young.count >= halfMax, young[key] == nil { (old, young) = (young, [:]) }
    young[key] = vector
    old[key] = nil
  }
}
