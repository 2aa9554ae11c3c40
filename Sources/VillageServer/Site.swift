import Foundation
import Ledger
import VillageService

/// What all routes of one server share.
struct Site: Sendable {
  let service: VillageService
  let configuration: ServerConfiguration
  let templates: Templates
  let assets: Assets
  let clock: @Sendable () -> Date
  let writes: RateLimit
  let streams: StreamLimit
  let times: Times
  let census = CensusKeeper()

  init(
    service: VillageService, configuration: ServerConfiguration, templates: Templates, assets: Assets,
    clock: @escaping @Sendable () -> Date
  ) {
    self.service = service
    self.configuration = configuration
    self.templates = templates
    self.assets = assets
    self.clock = clock
    writes = RateLimit(perSecond: configuration.writesPerSecond, burst: configuration.writesBurst)
    streams = StreamLimit(perCaller: configuration.streamsPerCallerMax, inAll: configuration.streamsMax)
    times = Times(zone: configuration.timeZone)
  }

  var people: PrivateStore { service.people }
}
