import Ledger

extension LedgerContract {
  static var reading: [Clause] {
    [
      Clause(description: "entries are read by pages from any place") { ledger in
        let all = try await ledger.append(.samples(25), after: 0)
        try expectEqual(try await ledger.entries(after: 0, limit: 10), Array(all[..<10]), "first page")
        try expectEqual(try await ledger.entries(after: 20, limit: 10), Array(all[20...]), "last page")
        try expectEqual(try await ledger.entries(after: -5, limit: 2), Array(all[..<2]), "from before the start")
        try expectEqual(try await ledger.entries(after: 25, limit: 10), [], "from the end")
        try expectEqual(try await ledger.entries(after: 99, limit: 10), [], "from beyond the end")
        try expectEqual(try await ledger.entries(after: 0, limit: 0), [], "a page of nothing")
        try expectEqual(try await ledger.entries(after: 0, limit: -1), [], "a page of less than nothing")
      }
    ]
  }

  static var following: [Clause] {
    [
      Clause(description: "a follower gets what is stored and then what is appended, each once and in order") { ledger in
        _ = try await ledger.append(.samples(300), after: 0)
        let followed = try await withThrowingTaskGroup(of: [Int]?.self) { group in
          for start in [0, 150, 300, 310] {
            group.addTask {
              var sequences: [Int] = []
              for try await entry in ledger.follow(after: start) {
                sequences.append(entry.sequence)
                if entry.sequence == 340 { break }
              }
              return sequences
            }
          }
          group.addTask {
            try await appendAll(.samples(40), to: ledger)
            return nil
          }
          return try await group.reduce(into: [[Int]]()) { followed, sequences in
            if let sequences { followed.append(sequences) }
          }
        }
        let expected = [0, 150, 300, 310].map { Array(($0 + 1)...340) }
        try expectEqual(followed.sorted { $0.count > $1.count }, expected, "sequences followed")
      },
      Clause(description: "a follower whose task is cancelled stops") { ledger in
        _ = try await ledger.append(.samples(3), after: 0)
        let (reached, reachedEnd) = AsyncStream.makeStream(of: Void.self)
        let follower = Task {
          var count = 0
          for try await entry in ledger.follow(after: 0) {
            count += 1
            if entry.sequence == 3 { reachedEnd.finish() }
          }
          return count
        }
        for await _ in reached {}
        follower.cancel()
        try expectEqual(try await follower.value, 3, "entries followed")
      },
    ]
  }
}
