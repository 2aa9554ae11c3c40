public import Foundation

/// How a village is served.
public struct ServerConfiguration: Sendable {
  public var host = "127.0.0.1"
  /// 0: any that is free; the ready callback tells which.
  public var port = 8080
  /// What people type to come here: “https://village.example”. Nil: the address that a request was sent to.
  public var publicURL: String?
  /// Every page says that this is a demonstration and no medical advice.
  public var isDemo = false
  /// Whether the address of a caller is the last one in `X-Forwarded-For`, because a proxy of ours wrote it.
  public var isBehindProxy = false

  public var bodyBytesMax = 64 * 1024
  public var importBytesMax = 16 * 1024 * 1024
  /// How long a connection may stay silent while it has the turn to speak.
  public var idleTimeout: Duration = .seconds(30)
  /// How long requests in progress may still take once the server is asked to stop.
  public var gracefulShutdownMax: Duration = .seconds(5)

  /// A member's, or an address's, writes: so many a second, and so many more at once.
  public var writesPerSecond = 50.0
  public var writesBurst = 500.0
  /// Live streams of one member or visitor; a browser has one for each of its tabs.
  public var streamsPerCallerMax = 12
  public var streamsMax = 5_000
  /// How often a silent live stream says that it is alive.
  public var streamHeartbeat: Duration = .seconds(15)

  /// Conversations that were silent for so many days are erased; nil keeps them.
  public var conversationDaysMax: Int? = 90

  /// In which times are told.
  public var timeZone = TimeZone.current

  public init() {}

  /// Cookies go over TLS alone where people come by TLS.
  var cookiesAreSecure: Bool { publicURL?.hasPrefix("https://") == true }
}
