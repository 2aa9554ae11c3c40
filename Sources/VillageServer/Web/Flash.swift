import Foundation
import HTTPTypes
import Hummingbird

/// One sentence for the next page, and maybe the way back. It travels in a cookie that lasts for that page.
struct Flash: Codable {
  struct Undo: Codable {
    let path: String
  }

  let text: String
  var undo: Undo?

  init(_ text: String, undo: String? = nil) {
    self.text = text
    self.undo = undo.map(Undo.init)
  }
}

extension Exchange {
  private static let flashSeconds = 60

  private struct FlashFragment {
    let flash: Flash
  }

  /// Says what was done: to a script as a piece of its page, to a browser on the page that shows it.
  func done(_ flash: Flash, showing path: String) throws -> Response {
    wantsFragment ? try fragment("flash", FlashFragment(flash: flash)) : redirect(to: path, flash)
  }

  var flash: Flash? {
    guard let value = cookie(.flash), let data = Data(base64Encoded: value.replacing("_", with: "=")),
      let flash = try? JSONDecoder().decode(Flash.self, from: data), flash.undo.map({ URLPath.isLocal($0.path) }) ?? true
    else { return nil }
    return flash
  }

  /// Sends the browser on after something was done (303, so that a reload does not do it again).
  func redirect(to path: String, _ flash: Flash? = nil) -> Response {
    var response = Response(status: .seeOther, headers: [.location: path, .contentLength: "0"])
    if let flash, let data = try? JSONEncoder().encode(flash) {
      response.set(.flash, data.base64EncodedString().replacing("=", with: "_"), seconds: Self.flashSeconds, of: self)
    }
    return response
  }
}
