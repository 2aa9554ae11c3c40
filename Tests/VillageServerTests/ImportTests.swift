import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
@testable import VillageServer
import VillageService

@Suite struct ImportTests {
  private static let table = "name\tenergy_kcal\tprotein_g\nOat\t389\t16.9\nRye\tmany\t10.3\nRice\t365\t7.1\n"

  @Test func `a table is described, shown and taken in with its odd rows told`() async throws {
    let village = try await TestVillage.open()
    try await village.serve { visitor in
      try await visitor.signIn("bruno")
      let upload = try await visitor.send(
        .post, "/api/v1/imports?name=grains.tsv", headers: [.contentType: "text/tab-separated-values"], body: Array(Self.table.utf8))
      #expect(upload.status == .created, "\(upload.text)")
      let id = try #require(upload.object["id"] as? String)
      let plan = """
        {"kind": "food", "source": "A test", "columns": [{"role": "subject"}, {"role": "value", "property": "energy", "unit": "kcal/100 g"},
          {"role": "value", "property": "protein", "unit": "g/100 g"}]}
        """
      let preview = try await visitor.json(.put, "/api/v1/imports/\(id)/plan", plan)
      #expect(preview.status == .ok, "\(preview.text)")
      #expect(preview.object["rows"] as? Int == 2)
      #expect((preview.object["rejected"] as? [[String: Any]])?.first?["line"] as? Int == 3)
      let work = Task { await village.service.run() }
      #expect(try await visitor.send(.post, "/api/v1/imports/\(id)/start").status == .accepted)
      var status = ""
      while status != "done" {
        status = try await visitor.get("/api/v1/imports/\(id)").object["status"] as? String ?? ""
        await Task.yield()
      }
      work.cancel()
      #expect(try await visitor.get("/knowledge/oat").text.contains("389"))
      let result = try await visitor.get("/import/\(id)")
      #expect(result.status == .ok && result.text.contains("Left out"))
      #expect(try await visitor.submit("/import/\(id)/undo", [:]).status == .seeOther)
      #expect(try await visitor.get("/knowledge/oat").status == .notFound)
    }
  }

  @Test func `a file comes in by a form, and its columns are asked for`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("bruno")
      let csrf = try await visitor.csrf()
      let body = """
        --B\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n\(csrf)\r\n\
        --B\r\nContent-Disposition: form-data; name="file"; filename="../a/grains.tsv"\r\nContent-Type: text/plain\r\n\r\n\(Self.table)\r\n--B--\r\n
        """
      let upload = try await visitor.send(
        .post, "/import", headers: [.contentType: "multipart/form-data; boundary=B"], body: Array(body.utf8))
      #expect(upload.status == .seeOther, "\(upload.text)")
      let path = try #require(upload.headers[.location])
      let columns = try await visitor.get(path)
      #expect(columns.text.contains("grains.tsv") && !columns.text.contains("../a"))
      let shown = try await visitor.submit(
        "\(path)/columns",
        [
          "kind": "food", "source": "A test", "role-0": "name", "role-1": "value", "property-1": "energy", "unit-1": "kcal",
          "role-2": "ignored",
          "act": "show",
        ])
      #expect(shown.status == .ok && shown.text.contains("389") && shown.text.contains("Bring in"), "\(shown.text)")
      #expect(try await visitor.other().get(path).status == .seeOther)
    }
  }

  @Test(arguments: ["", "one column\n1\n", "a,a\n1,2\n", "a,\u{0}\n"])
  func `what is no table is told why`(text: String) async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("bruno")
      let response = try await visitor.send(.post, "/api/v1/imports", headers: [.contentType: "text/csv"], body: Array(text.utf8))
      #expect(response.status == .unprocessableContent, "\(response.text)")
    }
  }

  @Test func `newcomers do not import`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("daniel")
      let response = try await visitor.send(
        .post, "/api/v1/imports", headers: [.contentType: "text/csv"], body: Array("name,gi\nOat,50\n".utf8))
      #expect(response.status == .forbidden)
    }
  }
}
