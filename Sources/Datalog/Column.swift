internal import Foundation

/// A growable column of plain values in one piece of memory: what the inner loops of deduction read and write.
///
/// The one file of this module that handles raw memory. Everything else sees a collection with a subscript; indices
/// are checked in debug builds and not in release builds, where the checks were a third of a join's time.
///
/// Growing reallocates; the system moves large pieces by remapping pages, so a table of gigabytes grows without a
/// second copy of itself. Nothing points into a column from outside, so growth while something iterates by index is safe.
struct Column<Element: BitwiseCopyable>: ~Copyable {
  private(set) var count = 0
  private var capacity = 0
  /// Valid for `capacity` elements, of which the first `count` are initialised; a dangling address where both are 0.
  private var base: UnsafeMutableRawPointer

  init() { base = UnsafeMutableRawPointer(bitPattern: 16)! }

  /// - Parameter count: elements, all equal to `element`.
  init(repeating element: Element, count: Int) {
    self.init()
    reserve(count)
    elements.initialize(repeating: element, count: count)
    self.count = count
  }

  deinit { if capacity > 0 { free(base) } }

  private var elements: UnsafeMutablePointer<Element> {
    @inline(__always) get { base.assumingMemoryBound(to: Element.self) }
  }

  subscript(_ index: Int) -> Element {
    @inline(__always) get {
      assert(index >= 0 && index < count, "row \(index) of \(count)")
      return elements[index]
    }
    @inline(__always) set {
      assert(index >= 0 && index < count, "row \(index) of \(count)")
      elements[index] = newValue
    }
    @inline(__always) _modify {
      assert(index >= 0 && index < count, "row \(index) of \(count)")
      yield &elements[index]
    }
  }

  subscript(_ index: UInt32) -> Element {
    @inline(__always) get { self[Int(index)] }
    @inline(__always) set { self[Int(index)] = newValue }
    @inline(__always) _modify { yield &self[Int(index)] }
  }

  /// - Complexity: O(1) amortised.
  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { reserve(max(16, count + count / 2)) }
    elements[count] = element
    count += 1
  }

  mutating func removeLast() -> Element {
    precondition(count > 0, "nothing is left to remove")
    count -= 1
    return elements[count]
  }

  mutating func removeAll() { count = 0 }

  /// - Complexity: O(n) in those that stay.
  mutating func removeFirst(_ number: Int) {
    precondition(number >= 0 && number <= count, "there are \(count), not \(number), to remove")
    elements.update(from: elements + number, count: count - number)
    count -= number
  }

  /// Makes room for so many elements in all.
  mutating func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    let bytes = wanted * MemoryLayout<Element>.stride
    // Growing in place or by remapping is what `realloc` can and `allocate` cannot.
    guard let grown = realloc(capacity > 0 ? base : nil, bytes) else { preconditionFailure("no memory for \(bytes) bytes") }
    base = grown
    capacity = wanted
    #if canImport(Glibc)
      // Joins jump about in tables of gigabytes: with pages of 2 MB the processor finds them in a third less time.
      let page = 1 << 21
      if bytes >= 4 * page {
        let first = (Int(bitPattern: grown) + page - 1) & ~(page - 1)
        madvise(UnsafeMutableRawPointer(bitPattern: first), bytes - (first - Int(bitPattern: grown)), MADV_HUGEPAGE)
      }
    #endif
  }

  /// Bytes held.
  var byteCount: Int { capacity * MemoryLayout<Element>.stride }
}

// Proof: a column is never copied, so at any time one owner alone can reach its memory, and ownership moves with the
// value. Its elements are plain values without references.
extension Column: @unchecked Sendable {}
