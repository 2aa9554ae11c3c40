/// The inner loops, and the only unsafe code of this module. Each function checks its arguments' sizes first and then
/// reads through buffers without a check for each element. Every sum is of integers, or has one fixed order.
enum Kernels {
  /// Adds `factor` times each holder's count to the holder's entry.
  static func scatter(_ holders: [Counted], times factor: Int32, into table: inout [WordScore]) {
    holders.withUnsafeBufferPointer { holders in
      table.withUnsafeMutableBufferPointer { table in
        for holder in holders {
          precondition(holder.index < table.count, "a word has its place in the table")
          table[holder.index].characters &+= factor &* Int32(truncatingIfNeeded: holder.count)
        }
      }
    }
  }

  /// The two inner products of a question's table with one sentence of the pool.
  static func gather(_ pool: [Counted], _ start: Int, _ count: Int, _ table: [WordScore]) -> (words: Int, characters: Int) {
    precondition(start >= 0 && count >= 0 && start + count <= pool.count, "a sentence lies in the pool")
    return pool.withUnsafeBufferPointer { pool in
      table.withUnsafeBufferPointer { table in
        var words = 0
        var characters = 0
        for place in start..<start + count {
          let entry = pool[place]
          precondition(entry.index < table.count, "a word has its place in the table")
          let score = table[entry.index]
          characters &+= Int(score.characters) &* entry.count
          if score.word != 0 { words &+= Int(score.word &* SparseBlock.value(entry.count)) }
        }
        return (words, characters)
      }
    }
  }

  static func gather(_ entries: [Counted], _ sums: [Int32]) -> Int32 {
    var sum: Int32 = 0
    sums.withUnsafeBufferPointer { sums in
      for entry in entries {
        precondition(entry.index < sums.count, "a word has its place in the table")
        sum &+= sums[entry.index] &* Int32(truncatingIfNeeded: entry.count)
      }
    }
    return sum
  }

  static func clear(_ sums: inout [Int32]) {
    sums.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
  }

  /// Adds `factor` times a row of a table with rows as long as `sums`.
  static func add(_ table: [Int32], row: Int, times factor: Int32, to sums: inout [Int32]) {
    precondition(row >= 0 && (row + 1) * sums.count <= table.count, "a row lies in the table")
    table.withUnsafeBufferPointer { table in
      sums.withUnsafeMutableBufferPointer { sums in
        let start = row * sums.count
        // A word nearly always counts twice or three times; adding is faster than multiplying without SSE 4.1.
        switch factor {
        case 2: for column in 0..<sums.count { sums[column] &+= table[start + column] &+ table[start + column] }
        case 3: for column in 0..<sums.count { sums[column] &+= table[start + column] &+ table[start + column] &+ table[start + column] }
        default: for column in 0..<sums.count { sums[column] &+= table[start + column] &* factor }
        }
      }
    }
  }

  /// Σ x[xStart + k] · y[yStart + k], k in 0..<count.
  static func dot(_ x: [Double], from xStart: Int, _ y: [Double], from yStart: Int, count: Int) -> Double {
    precondition(xStart >= 0 && yStart >= 0 && count >= 0, "offsets are not negative")
    precondition(xStart + count <= x.count && yStart + count <= y.count, "both ranges lie in their arrays")
    return x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        guard let x = x.baseAddress, let y = y.baseAddress else { return 0 }
        return dot(x + xStart, y + yStart, count)
      }
    }
  }

  /// Replaces the lower triangle of a symmetric matrix, row by row, by its Cholesky factor.
  static func factorize(_ values: inout [Double], size: Int, pivotMin: Double) {
    precondition(values.count == TriangularMatrix.count(size), "a lower triangle")
    values.withUnsafeMutableBufferPointer { buffer in
      guard let values = buffer.baseAddress else { return }
      for column in 0..<size {
        let pivotRow = values + TriangularMatrix.index(column, 0)
        let pivot = max(pivotRow[column] - dot(pivotRow, pivotRow, column), pivotMin).squareRoot()
        pivotRow[column] = pivot
        var row = pivotRow + (column + 1)
        for index in column + 1..<max(size, column + 1) {
          row[column] = (row[column] - dot(row, pivotRow, column)) / pivot
          row += index + 1
        }
      }
    }
  }

  /// Eight sums side by side, then added up in one order, whatever the machine's vectors are.
  @inline(__always)
  private static func dot(_ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ count: Int) -> Double {
    var lanes = SIMD8<Double>.zero
    var k = 0
    while k + 8 <= count {
      let a = UnsafeRawPointer(x + k).loadUnaligned(as: SIMD8<Double>.self)
      let b = UnsafeRawPointer(y + k).loadUnaligned(as: SIMD8<Double>.self)
      lanes += a * b
      k += 8
    }
    var sum = ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]))
    while k < count {
      sum += x[k] * y[k]
      k += 1
    }
    return sum
  }
}
