import Community
import Mind
import ArgumentParser
import Foundation
import Ledger
import Lessons
import Logging
import NIOCore
import VillageServer
import VillageService

/// How a village is put on the net.
struct ServeOptions: ParsableArguments {
  @Option(help: "The port to listen on; 0 takes a free one.")
  var port = 8080

  @Option(help: "The address to listen on; 0.0.0.0 for all.")
  var host = "127.0.0.1"

  @Option(help: "What people type to come here, such as https://village.example, where a proxy stands in front.")
  var publicURL: String?

  @Flag(help: "Believe the proxy in front about who is calling (X-Forwarded-For).")
  var behindProxy = false

  @Option(help: .init("Write the address and the founder's link to this file once the server listens.", visibility: .hidden))
  var readyFile: String?

  @Option(help: "Erase conversations that were silent for so many days; 0 keeps them.")
  var keepConversations = 90

  @Flag(help: "Log every request.")
  var verbose = false

  /// Serves until a signal comes, and tells the person at the terminal where.
  func serve(_ service: VillageService, isDemo: Bool, greeting: @escaping @Sendable (_ address: String, _ link: String?) -> String)
    async throws
  {
    var configuration = ServerConfiguration()
    configuration.host = host
    configuration.port = port
    configuration.publicURL = publicURL
    configuration.isDemo = isDemo
    configuration.isBehindProxy = behindProxy
    configuration.conversationDaysMax = keepConversations > 0 ? keepConversations : nil
    let link = try await founderLink(for: service)
    var logger = Logger(label: "village.server")
    logger.logLevel = verbose ? .info : .warning
    let server = try VillageServer(service, configuration, logger: logger) { [readyFile] address in
      let signIn = link.map { "\(address)/invitations/\($0)" }
      FileHandle.standardOutput.write(Data((greeting(address, signIn) + "\n").utf8))
      if let readyFile {
        let founder = signIn.map { ",\"founder_link\":\"\($0)\"" } ?? ""
        try? Data("{\"url\":\"\(address)\"\(founder)}\n".utf8).write(to: URL(fileURLWithPath: readyFile), options: .atomic)
      }
    }
    do {
      try await server.run()
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      throw Complaint("Port \(port) is taken by another program.", hint: "Choose another with --port, or --port 0 for any that is free.")
    } catch let error as IOError where error.errnoCode == EACCES {
      throw Complaint("This account may not listen on port \(port).", hint: "Choose a port above 1023 and put a proxy in front of it.")
    }
  }

  /// A one-time invitation by which the founder signs in, while no founder ever has.
  private func founderLink(for service: VillageService) async throws -> String? {
    let founders = await service.look { state in Set(state.standing.members.filter { $0.value.role == .founder }.keys.map(\.rawValue)) }
    for invitation in try await service.people.invitations() where invitation.role == Role.founder.rawValue {
      if let member = invitation.usedBy, founders.contains(member) { return nil }
      try await service.people.withdrawInvitation(id: invitation.id)
    }
    return try await service.people.invite(role: Role.founder.rawValue, by: nil, now: service.clock()).token
  }
}

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve a village over HTTP.",
    discussion: """
      A folder without a village gets a new one, and a link is printed that signs its founder in, once.

        village serve --data my-village --port 8080
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var options: ServeOptions

  @Option(help: "The name of a new village.")
  var name = "Our village"

  func run() async throws {
    try await speakingPlainly {
      let service = try await data.openVillage(name: name)
      try await options.serve(service, isDemo: false) { address, link in
        "The village is open at \(address)" + (link.map { "\nSign in as its founder, once, with:\n  \($0)" } ?? "")
      }
    }
  }
}

struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve the demonstration village: people with diabetes ask, nutritionists, physicians and nurses teach.",
    discussion: "It lives in a folder of its own, which is removed at the end; --keep leaves it. It is no medical advice.")

  @Option(help: "Keep the village in this folder. Default: a temporary one.")
  var data: String?

  @Flag(help: "Leave the folder at the end.")
  var keep = false

  @OptionGroup var options: ServeOptions
  @OptionGroup(title: "Understanding") var understanding: UnderstandingOptions

  func run() async throws {
    try await speakingPlainly {
      let folder = data ?? FileManager.default.temporaryDirectory.appending(path: "village-demo-\(UUID().uuidString)").path
      defer { if !keep && data == nil { try? FileManager.default.removeItem(atPath: folder) } }
      var dataOptions = DataOptions()
      dataOptions.data = folder
      let clock = DemoClock()
      let service = try await VillageService.open(
        ledger: try dataOptions.ledger(), people: try dataOptions.people(), understanding: try understanding.settings(keepingIn: folder),
        clock: { clock.now })
      var password: String?
      if await service.look({ $0.standing.members.isEmpty }) {
        let demoFolder = try DemoManifest.folder()
        let secret = "sugar-\(service.ids.next(length: 6))"
        let loader = DemoLoader(
          manifest: try DemoManifest(in: demoFolder), folder: demoFolder, service: service, clock: clock, password: secret)
        let unread = try await loader.load { FileHandle.standardError.write(Data("\($0) …\n".utf8)) }
        for item in unread { FileHandle.standardError.write(Data("not understood, in \(item.file): \(item.sentence)\n".utf8)) }
        clock.letGo()
        FileHandle.standardError.write(Data("finding out how sure to be …\n".utf8))
        await service.finishReporting()
        password = secret
      }
      try await options.serve(service, isDemo: true) { [password] address, link in
        var lines = ["", "The demonstration village is open at \(address)", "It is a demonstration and no medical advice."]
        if let link { lines += ["", "Sign in as its founder, Ana, once, with:", "  \(link)"] }
        if let password { lines += ["", "Or as bruno, clara or diego, with the password \(password)"] }
        return (lines + ["", "Ctrl-C ends it."]).joined(separator: "\n")
      }
    }
  }
}
