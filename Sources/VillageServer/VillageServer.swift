import UnixSignals
import Ledger
public import Foundation
public import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
import ServiceLifecycle
public import VillageService

/// One village over HTTP: its pages, its JSON API and its live stream.
public struct VillageServer: Sendable {
  private let site: Site
  private let logger: Logger
  private let whenReady: @Sendable (_ address: String) async -> Void

  /// - Parameters:
  ///   - whenReady: called once the server listens, with the address to open in a browser.
  ///   - clock: what time it is: for sessions, throttling and how times are told.
  /// - Throws: where a template or another file of the pages cannot be read.
  public init(
    _ service: VillageService, _ configuration: ServerConfiguration = ServerConfiguration(),
    logger: Logger = Logger(label: "village.server"), whenReady: @escaping @Sendable (_ address: String) async -> Void = { _ in },
    clock: @escaping @Sendable () -> Date = { Date() }
  ) throws {
    site = Site(
      service: service, configuration: configuration, templates: try Templates.bundled(), assets: try Assets.bundled(), clock: clock)
    self.logger = logger
    self.whenReady = whenReady
  }

  /// What an address and its headers may have together.
  private static let headerBytesMax = 80 * 1024

  public func application() -> some ApplicationProtocol {
    let configuration = site.configuration
    let idle = TimeAmount.nanoseconds(Int64(configuration.idleTimeout / .nanoseconds(1)))
    return Application(
      responder: Routes.all(of: site).responder(site: site, logger: logger),
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [UnreadableRequests(bytesMax: Self.headerBytesMax)], idleTimeout: idle,
          httpDecoderConfiguration: .init(maxHeaderFieldSize: Self.headerBytesMax, maxHeaderListSize: Self.headerBytesMax))),
      configuration: .init(address: .hostname(configuration.host, port: configuration.port), serverName: nil),
      onServerRunning: { [whenReady] channel in
        await whenReady(configuration.publicURL ?? "http://\(configuration.host):\(channel.localAddress?.port ?? configuration.port)")
      },
      logger: logger)
  }

  /// Serves until a signal or the surrounding service group ends it, together with the village's own long work.
  public func run() async throws {
    var configuration = ServiceGroupConfiguration(
      services: [VillageWork(service: site.service), Housekeeping(site: site), application()],
      gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    configuration.maximumGracefulShutdownDuration = site.configuration.gracefulShutdownMax
    try await ServiceGroup(configuration: configuration).run()
  }
}

/// The village's own long work, such as reading in tables, ended with the server.
private struct VillageWork: Service {
  let service: VillageService

  func run() async throws {
    await cancelWhenGracefulShutdown { await service.run() }
    await service.close()
  }
}

/// Forgets what has expired, now and then.
private struct Housekeeping: Service {
  let site: Site

  static let interval: Duration = .seconds(3600)

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        let now = site.clock()
        try? await site.people.removeExpired(now: now)
        if let days = site.configuration.conversationDaysMax {
          _ = try? await site.people.eraseConversations(lastActiveBefore: now.addingTimeInterval(Double(-days) * 86_400))
        }
        try? await Task.sleep(for: Self.interval)
      }
    }
  }
}
