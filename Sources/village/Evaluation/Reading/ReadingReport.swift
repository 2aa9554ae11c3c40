import Foundation

/// The figures of an evaluation; shares lie between 0 and 1.
struct ReadingReport: Encodable {
  let sentences: Int
  /// Sentences with some reading.
  let coverage: Double
  /// Of the sentences with an expected meaning: those read so first, and within the first three. Nil where none has one.
  let top1: Double?
  let top3: Double?
  /// Sentences taken as read without asking, and how many of those with an expected meaning were right.
  let autoAccepted: Double
  let autoPrecision: Double?
  /// Sentences accepted and wrong, as a number.
  let silentMisreads: Int
  let msP50: Double
  let msP99: Double
  /// The same for parts of the corpus, where it has some.
  let groups: [String: ReadingReport]?

  enum CodingKeys: String, CodingKey {
    case sentences, coverage, top1, top3, groups
    case autoAccepted = "auto_accepted"
    case autoPrecision = "auto_precision"
    case silentMisreads = "silent_misreads"
    case msP50 = "ms_p50"
    case msP99 = "ms_p99"
  }

  struct Row {
    let group: String?
    let verdict: ReadingVerdict
    let milliseconds: Double
  }

  /// - Precondition: there is a row.
  init(_ rows: [Row]) {
    precondition(!rows.isEmpty, "figures of nothing")
    let expected = rows.filter(\.verdict.isExpected)
    let accepted = rows.filter(\.verdict.isAccepted)
    let judged = accepted.filter(\.verdict.isExpected)
    func share(_ count: Int, of whole: Int) -> Double? { whole == 0 ? nil : Double(count) / Double(whole) }
    sentences = rows.count
    coverage = Double(rows.count(where: \.verdict.isRead)) / Double(rows.count)
    top1 = share(expected.count { $0.verdict.place == 0 }, of: expected.count)
    top3 = share(expected.count { $0.verdict.place != nil }, of: expected.count)
    autoAccepted = Double(accepted.count) / Double(rows.count)
    autoPrecision = share(judged.count { $0.verdict.place == 0 }, of: judged.count)
    silentMisreads = judged.count { $0.verdict.place != 0 }
    let times = rows.map(\.milliseconds).sorted()
    msP50 = times[times.count / 2]
    msP99 = times[min(times.count - 1, times.count * 99 / 100)]
    let named = Dictionary(grouping: rows.filter { $0.group != nil }) { $0.group ?? "" }
    groups =
      named.count < 2
      ? nil : named.mapValues { ReadingReport($0.map { Row(group: nil, verdict: $0.verdict, milliseconds: $0.milliseconds) }) }
  }

  func say(as title: String, indent: String = "") {
    func percent(_ share: Double) -> String { String(format: "%.1f of 100", share * 100) }
    print("\(indent)\(title): \(sentences) sentences, \(percent(coverage)) read, \(percent(autoAccepted)) taken without asking.")
    if let top1, let top3 {
      let precision = autoPrecision.map { "; \(percent($0)) of those taken without asking, \(silentMisreads) misread" } ?? ""
      print("\(indent)  Right at first \(percent(top1)), within three \(percent(top3))\(precision).")
    }
    print(String(format: "\(indent)  Half within %.2f ms, 99 of 100 within %.2f ms.", msP50, msP99))
    for (name, report) in (groups ?? [:]).sorted(by: { $0.key < $1.key }) { report.say(as: name, indent: indent + "  ") }
  }
}
