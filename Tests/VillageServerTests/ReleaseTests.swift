import HTTPTypes
import HummingbirdTesting
import Testing

@testable import VillageServer

/// The village kept as it was, to be asked again and to answer the public from.
@Suite struct ReleaseTests {
  private static let question = "What is the glycemic index of a banana?"

  private func said(_ visitor: Visitor, release: String? = nil) async throws -> String {
    let choice = release.map { #", "release": "\#($0)""# } ?? ""
    let asked = try await visitor.json(.post, "/api/v1/questions", #"{"text": "\#(Self.question)"\#(choice)}"#)
    return ((asked.object["answer"] as? [String: Any])?["text"] as? String) ?? "\(asked.status) \(asked.problem ?? "")"
  }

  private func teach(_ visitor: Visitor, _ sentence: String) async throws {
    let quoted = sentence.replacing("\"", with: "\\\"")
    try await visitor.json(.post, "/api/v1/lessons", #"{"text": "\#(quoted)", "reading": "\#(quoted)"}"#)
  }

  @Test func `the public is answered from the release that the founder chose, whatever is taught since`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      let stranger = visitor.other()
      try await teach(visitor, "The glycemic index of a banana is 51.")
      #expect(try await visitor.submit("/releases", ["name": "spring trial", "note": "for the volunteers"]).status == .seeOther)
      try await visitor.submit("/releases/public", ["release": "spring trial", "reason": "the trial begins"])
      let bruno = visitor.other()
      try await bruno.signIn("bruno")
      try await teach(bruno, "The glycemic index of a banana is 62.")
      #expect(try await said(bruno).contains("Opinions differ"))
      #expect(try await said(bruno, release: "public").contains("Opinions differ") == false)
      #expect(try await said(stranger).contains("Opinions differ") == false)
      #expect(try await said(stranger).contains("51"))
      let page = try await visitor.get("/releases").text
      #expect(page.contains("the release “spring trial”") && page.contains("the trial begins"))
      #expect(try await stranger.get("/releases").status == .seeOther)
    }
  }

  @Test func `a release answers as the village did then, and the page tells what changed since`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      try await teach(visitor, "The glycemic index of a banana is 51.")
      try await teach(visitor, #"If someone asks "What is the glycemic index of a banana?", the answer must mention "51"."#)
      let cut = try await visitor.json(.post, "/api/v1/releases", #"{"name": "first", "note": "checked"}"#)
      #expect(cut.status == .created && cut.list("releases").first?["name"] as? String == "first")
      let bruno = visitor.other()
      try await bruno.signIn("bruno")
      try await teach(bruno, "The glycemic index of a banana is 62.")
      #expect(try await said(visitor).contains("Opinions differ"))
      #expect(try await said(visitor, release: "now").contains("Opinions differ"))
      let then = try await said(visitor, release: "first")
      #expect(then.contains("51") && !then.contains("62"))
      let page = try await visitor.get("/releases/first").text
      #expect(page.contains("The glycemic index of a banana is 62."))
      #expect(page.contains("Taught since"))
      let talk = try await visitor.get("/talk?release=first").text
      #expect(talk.contains(#"<option value="first" selected>first</option>"#))
      #expect(try await visitor.get("/knowledge/banana").text.contains("name=\"release\"") == false)
      #expect(try await visitor.other().get("/talk?release=first").status == .unprocessableContent)
      #expect(try await visitor.json(.post, "/api/v1/questions", #"{"text": "x", "release": "second"}"#).status == .unprocessableContent)
    }
  }

  @Test func `who may keep, take back and choose, and what is refused with a reason`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      let (bruno, daniel) = (visitor.other(), visitor.other())
      try await bruno.signIn("bruno")
      try await daniel.signIn("daniel")
      #expect(try await daniel.json(.post, "/api/v1/releases", #"{"name": "mine"}"#).status == .forbidden)
      #expect(try await bruno.json(.post, "/api/v1/releases", #"{"name": "May"}"#).status == .created)
      #expect(try await visitor.json(.post, "/api/v1/releases", #"{"name": "may"}"#).status == .conflict)
      #expect(try await visitor.json(.post, "/api/v1/releases", #"{"name": "Now"}"#).status == .conflict)
      #expect(try await bruno.json(.put, "/api/v1/public", #"{"release": "May", "reason": "x"}"#).status == .forbidden)
      #expect(try await visitor.json(.put, "/api/v1/public", #"{"release": "June", "reason": "x"}"#).status == .notFound)
      #expect(try await visitor.json(.put, "/api/v1/public", #"{"release": "May", "reason": "checked"}"#).status == .ok)
      #expect(try await visitor.json(.delete, "/api/v1/releases/May", "").status == .conflict)
      #expect(try await visitor.json(.put, "/api/v1/public", #"{"release": null, "reason": "over"}"#).object["public"] == nil)
      #expect(try await daniel.json(.delete, "/api/v1/releases/May", "").status == .forbidden)
      #expect(try await bruno.json(.delete, "/api/v1/releases/May", "").status == .noContent)
      #expect(try await bruno.json(.get, "/api/v1/releases", "").list("releases").isEmpty)
    }
  }
}
