/// Rows of eight-bit numbers, slot by slot, in chunks: a copy that takes one more row shares all chunks but one, and growing
/// never moves what is there. A question what a lesson would change asks a copy.
struct DenseRows: Sendable {
  static let chunkRows = 512

  let dimensions: Int
  private(set) var chunks: [[Int8]] = []

  init(dimensions: Int) { self.dimensions = dimensions }

  /// How many rows there is room for.
  var count: Int { chunks.count * Self.chunkRows }

  /// Replaces a row; those that were never set are 0.
  mutating func set(_ slot: Int, _ values: [Int8]) {
    precondition(slot >= 0 && values.count == dimensions, "a row of this space")
    while count <= slot { chunks.append([Int8](repeating: 0, count: Self.chunkRows * dimensions)) }
    let start = slot % Self.chunkRows * dimensions
    chunks[slot / Self.chunkRows].replaceSubrange(start..<start + dimensions, with: values)
  }

  /// - Precondition: `slot` is below `count`.
  @inline(__always)
  func withRow(_ slot: Int, _ body: (UnsafePointer<Int8>) -> Void) {
    chunks[slot / Self.chunkRows].withUnsafeBufferPointer { chunk in
      guard let start = chunk.baseAddress else { return }
      body(start + slot % Self.chunkRows * dimensions)
    }
  }
}
