import Hummingbird

/// The cookies we set: each HttpOnly, SameSite=Lax, for the whole site, and Secure where people come by TLS.
enum VillageCookie: String {
  case session, visitor, flash, theme, conversation

  /// `__Host-` keeps other hosts of the domain from setting it.
  func name(secure: Bool) -> String { (secure ? "__Host-village-" : "village-") + rawValue }

  /// - Parameter seconds: how long the browser keeps it; 0 removes it.
  func made(_ value: String, seconds: Int, secure: Bool) -> Cookie {
    Cookie(
      name: name(secure: secure), value: value, maxAge: seconds, path: "/", secure: secure, httpOnly: true, sameSite: .lax)
  }
}

extension Exchange {
  func cookie(_ cookie: VillageCookie) -> String? {
    request.cookies[cookie.name(secure: site.configuration.cookiesAreSecure)]?.value
  }
}

extension Response {
  mutating func set(_ cookie: VillageCookie, _ value: String, seconds: Int, of exchange: Exchange) {
    setCookie(cookie.made(value, seconds: seconds, secure: exchange.site.configuration.cookiesAreSecure))
  }
}
