import Foundation
import Testing

@testable import Understanding

/// The learner on sentences that people wrote: a part of CLINC150 (see Data/README.md).
struct ClincTests {
  private static let train = rows("clinc150-train")
  private static let test = rows("clinc150-test")

  private static func rows(_ name: String) -> [LabelledText] {
    guard let url = Bundle.module.url(forResource: "Data/\(name)", withExtension: "tsv"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    return LabelledText.parse(tsv: text).rows
  }

  private func exemplars(_ rows: some Sequence<LabelledText>, _ prefix: String) -> [Exemplar] {
    rows.enumerated().map { Exemplar(id: "\(prefix)\($0.offset * 7919 % 10_007)", text: $0.element.text, meaning: $0.element.intent) }
  }

  @Test(arguments: 0...2)
  func `no score remembers the order of the lessons, what was reverted, or the thread that asks`(tier: Int) async {
    var random = SplitMix64(seed: UInt64(tier))
    let kept = exemplars(Self.train.prefix(200), "k")
    let passing = exemplars(Self.train.dropFirst(200).prefix(100), "p")
    let questions = Self.test.shuffled(using: &random).prefix(12).map(\.text)
    let plain = Learner(kept, settings: .tier(tier))
    var other = Learner((kept + passing).shuffled(using: &random), settings: .tier(tier))
    for exemplar in passing.shuffled(using: &random) { other.revert(exemplar.id) }
    let reverted = other
    #expect(plain == reverted)
    await withTaskGroup(of: Bool.self) { group in
      for question in questions { group.addTask { plain.predict(question) == reverted.predict(question) } }
      for await isSame in group { #expect(isSame, "tier \(tier)") }
    }
  }

  @Test func `ten sentences of each of fifteen intents are enough for most questions`() {
    let intents = Set(Self.train.map(\.intent).sorted().enumerated().compactMap { $0.offset % 100 == 0 ? $0.element : nil })
    let learner = Learner(exemplars(Self.train.filter { intents.contains($0.intent) }, "k"))
    let asked = Self.test.filter { intents.contains($0.intent) }
    let right = asked.count { learner.predict($0.text).best?.meaning == $0.intent }
    #expect(asked.count == 30)
    #expect(right >= 27, "\(right) of \(asked.count)")
  }
}
