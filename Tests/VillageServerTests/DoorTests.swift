import Foundation
import HTTPTypes
import Lessons
import Testing

@testable import VillageServer

/// The small parsers at the door.
@Suite struct DoorTests {
  @Test func `a form is read as browsers write it`() throws {
    let form = try Form(urlEncoded: "a=1+2%2B3&b=%C3%A9&c&=d&e=100%&f=%4".utf8)
    #expect(form.raw("a") == "1 2+3")
    #expect(form.raw("b") == "é")
    #expect(form.raw("c") == nil)
    #expect(form.raw("e") == "100%")
    #expect(form.raw("f") == "%4")
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `no bytes make a parser fall`(seed: UInt64) throws {
    var random = seed
    func next() -> UInt8 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(random >> 56)
    }
    let pieces = [
      Array("--B".utf8), Array("\r\n".utf8), Array("Content-Disposition: form-data; name=\"a\"".utf8), Array("%".utf8),
      Array("{\"text\":".utf8),
    ]
    let bytes = (0..<40).flatMap { _ in next() < 120 ? pieces[Int(next()) % pieces.count] : [next()] }
    _ = try? Form(urlEncoded: bytes)
    _ = try? Form(multipart: Array("--B".utf8) + bytes, contentType: "multipart/form-data; boundary=B")
    _ = try? JSONBody.read([String: String].self, bytes)
  }

  @Test func `text that hides or reorders is refused`() {
    for bad in ["a\u{0}b", "a\u{202E}b", "a\u{2066}b", "\u{FEFF}a", "a\u{7F}"] {
      #expect(throws: Problem.self) { try CheckedText.check(bad, "text") }
    }
    #expect(throws: Never.self) { try CheckedText.check("naïve 日本語 👩‍⚕️\n\tok", "text") }
    #expect((try? CheckedText.check("a\r\nb\rc", "text")) == "a\nb\nc")
  }

  @Test func `addresses of our own are told from others`() {
    for good in ["/", "/teach?text=a%20b", "/a#b"] { #expect(URLPath.isLocal(good)) }
    for bad in ["", "//x", "https://x", "/\\x", "/a b", "/\u{e9}", "javascript:x"] { #expect(!URLPath.isLocal(bad)) }
  }

  @Test func `a concept's address leads back to it`() {
    for name in ["banana", "white rice", "low-GI", "low-GI food", "A&B/C?", "açaí", "100% juice"] {
      let concept = Concept(name)
      let slug = URLPath.slug(concept).removingPercentEncoding ?? ""
      #expect(URLPath.concepts(slug: slug).contains(concept), "\(name)")
    }
  }

  @Test func `one person's addresses count as one`() {
    #expect(SignInAddress.of("10.1.2.3") == "10.1.2.3")
    #expect(SignInAddress.of("2001:db8:1:2:3:4:5:6") == SignInAddress.of("2001:db8:1:2::9"))
    #expect(SignInAddress.of("2001:db8:1:3::9") != SignInAddress.of("2001:db8:1:2::9"))
  }

  @Test func `permissions come back with time`() {
    let limit = RateLimit(perSecond: 2, burst: 3)
    let start = ContinuousClock.now
    #expect((0..<3).allSatisfy { _ in limit.wait(for: "a", at: start) == 0 })
    #expect(limit.wait(for: "a", at: start) == 1)
    #expect(limit.wait(for: "b", at: start) == 0)
    #expect(limit.wait(for: "a", at: start + .seconds(1)) == 0)
  }

  @Test func `moments are told by how near they are`() throws {
    let times = Times(zone: .gmt)
    let now = try Date("2026-03-03T14:02:00Z", strategy: .iso8601)
    let told = [
      ("2026-03-03T09:12:00Z", "today, 09:12"), ("2026-03-02T09:12:00Z", "yesterday"), ("2026-02-27T18:20:00Z", "Friday"),
      ("2026-02-12T00:00:00Z", "12 February"), ("2025-02-12T00:00:00Z", "12 February 2025"),
    ]
    for (iso, words) in told {
      let when = times.when(try Date(iso, strategy: .iso8601), now: now)
      #expect(when.words == words)
      #expect(when.iso == iso)
    }
  }

  @Test func `numbers are told as people read them`() {
    #expect(Numbers.grouped(8463) == "8,463")
    #expect(Numbers.grouped(101_204) == "101,204")
    #expect(Numbers.grouped(12) == "12")
    #expect(Numbers.words(4) == "four")
    #expect(Numbers.times(2) == "twice")
  }

  @Test func `readings are told apart by where they differ`() {
    let all = ["A food is low-GI if its weight is below 55.", "A food is low-GI if its glycemic index is below 55."]
    let segments = Segment.telling(all[1], apartFrom: all)
    #expect(segments.map(\.text).joined() == all[1])
    #expect(segments.first { $0.strong }?.text == "glycemic index")
  }
}
