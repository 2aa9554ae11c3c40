import Foundation

/// Readings that someone judged by hand, kept without the sentences: a line's number in the corpus, a hash of the reading,
/// and whether it is right. A reading that has changed since is not counted until it is judged anew.
struct JudgedReadings {
  private struct Judgement {
    let line: Int
    let reading: String
    let isRight: Bool
  }

  private let judgements: [Judgement]

  init(_ data: Data, named path: String) throws {
    judgements = try String(decoding: data, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 3, let number = Int(cells[0]), ["right", "wrong"].contains(cells[2]) else {
        throw Complaint("“\(line)” in “\(path)” is no judgement.", hint: "Write a line's number, a hash and right or wrong, cut by tabs.")
      }
      return Judgement(line: number, reading: cells[1], isRight: cells[2] == "right")
    }
  }

  /// - Parameter readings: how each line of the corpus is read now, in the notation.
  func report(on readings: [String]) -> String {
    let unchanged = judgements.filter { readings.indices.contains($0.line) && Self.hash(readings[$0.line]) == $0.reading }
    let right = unchanged.count(where: \.isRight)
    guard !unchanged.isEmpty else { return "No judged reading is as it was." }
    let share = (Double(right) / Double(unchanged.count) * 1000).rounded() / 10
    return "Judged by hand: \(unchanged.count) of \(judgements.count) are read as they were; \(right) of them right (\(share) %)."
  }

  /// FNV-1a, 64 bits: Fowler, Noll & Vo (1991).
  static func hash(_ text: String) -> String {
    let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
  }
}
