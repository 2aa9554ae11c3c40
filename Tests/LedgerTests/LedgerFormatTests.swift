import Foundation
import Ledger
import Testing
import VillageTesting

/// The worked example of docs/ledger-format.md, computed there by another program.
@Suite struct LedgerFormatTests {
  let first = LedgerEntry(
    LedgerDraft(
      kind: "lesson.taught.v1", payload: #"{"text":"A banana is a fruit."}"#, author: "m1",
      time: Date(timeIntervalSince1970: 1_772_357_400.125), request: "r1"),
    after: .empty)

  @Test func `the documented bytes of an entry stay as they are`() {
    let expected = """
      76696c6c6167652e656e7472792e7631 0000000000000001 00000010 6c6573736f6e2e7461756768742e7631
      0000001f 7b2274657874223a22412062616e616e6120697320612066727569742e227d 00000002 6d31 0000019ca8bbb63d 01 00000002 7231
      0000000000000000000000000000000000000000000000000000000000000000
      """
    let found = first.hashedBytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    #expect(found == expected.filter { !$0.isWhitespace })
  }

  @Test func `the documented hashes stay as they are`() {
    let second = LedgerEntry(
      LedgerDraft(
        kind: "lesson.endorsed.v1", payload: #"{"lesson":1}"#, author: "m2", time: Date(timeIntervalSince1970: 1_772_357_401.125)),
      after: LedgerHead(first))
    #expect(first.hash.hex == "b1ff03d55e38bddf84993f9d90c14646281d152b48ca330ce013907e74d9620f")
    #expect(second.previous == first.hash)
    #expect(second.hash.hex == "42179fff49f442be85122976696f8b718508137254998a6f5235eff431300853")
  }

  @Test func `what moves between two fields changes the hash`() {
    let drafts = [
      LedgerDraft(kind: "ab", payload: "1", author: "c", time: first.time),
      LedgerDraft(kind: "a", payload: "1", author: "bc", time: first.time),
      LedgerDraft(kind: "ab", payload: "1", author: "c", time: first.time, request: "c"),
      LedgerDraft(kind: "ab", payload: "1 ", author: "c", time: first.time),
    ]
    #expect(Set(drafts.map { LedgerEntry($0, after: .empty).hash }).count == drafts.count)
  }
}

@Suite struct RFC3339Tests {
  @Test(
    arguments: [
      (-62_167_219_200_000, "0000-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"), (0, "1970-01-01T00:00:00.000Z"),
      (951_827_696_789, "2000-02-29T12:34:56.789Z"), (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
      (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    ] as [(Int64, String)])
  func `an instant has one text`(_ milliseconds: Int64, _ text: String) {
    let date = RFC3339.date(milliseconds: milliseconds)
    #expect(RFC3339.string(from: date) == text)
    #expect(RFC3339.date(parsing: text) == date)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `every millisecond reads back as written`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let milliseconds = Int64.random(in: -62_167_219_200_000...253_402_300_799_999, using: &random)
      let date = RFC3339.date(milliseconds: milliseconds)
      #expect(RFC3339.milliseconds(of: date) == milliseconds, "seed \(seed)")
      #expect(RFC3339.string(from: date).flatMap { RFC3339.date(parsing: $0) } == date, "seed \(seed)")
    }
  }

  @Test(arguments: [
    "", "2026-03-01T09:30:00Z", "2026-03-01T09:30:00.125+00:00", "2026-02-29T00:00:00.000Z", "2026-13-01T00:00:00.000Z",
    "2026-00-01T00:00:00.000Z", "2026-01-00T00:00:00.000Z", "2026-01-01T24:00:00.000Z", "2026-01-01T00:60:00.000Z",
    "2026-01-01T00:00:60.000Z", "2026-01-01 00:00:00.000Z", "+026-01-01T00:00:00.000Z", "٢٠٢٦-01-01T00:00:0.0Z",
  ])
  func `any other form is no instant`(_ text: String) {
    #expect(RFC3339.date(parsing: text) == nil)
  }

  @Test func `years of five digits have no text`() {
    #expect(RFC3339.string(from: RFC3339.date(milliseconds: 253_402_300_800_000)) == nil)
    #expect(RFC3339.string(from: Date(timeIntervalSince1970: .infinity)) == nil)
    #expect(RFC3339.string(from: Date(timeIntervalSince1970: .nan)) == nil)
  }
}

@Suite struct Digest32Tests {
  @Test func `a digest reads back from its bytes and its hexadecimal digits`() {
    let bytes = (0..<32).map { UInt8($0 * 8) }
    let digest = Digest32(bytes: bytes)
    #expect(digest?.bytes == bytes)
    #expect(digest?.hex == "0008101820283038404850586068707880889098a0a8b0b8c0c8d0d8e0e8f0f8")
    #expect(digest.flatMap { Digest32(hex: $0.hex.uppercased()) } == digest)
    #expect(digest != .zero)
  }

  @Test func `anything but 32 bytes is no digest`() {
    #expect(Digest32(bytes: [UInt8](repeating: 0, count: 31)) == nil)
    #expect(Digest32(bytes: [UInt8](repeating: 0, count: 33)) == nil)
    #expect(Digest32(hex: String(repeating: "0", count: 63)) == nil)
    #expect(Digest32(hex: String(repeating: "g", count: 64)) == nil)
  }
}
