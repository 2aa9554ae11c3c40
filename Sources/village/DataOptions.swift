import Community
import Mind
import ArgumentParser
import Foundation
import Ledger
import Lessons
import VillageService

/// Where a village is kept: a folder with `village.sqlite`, the ledger, and `people.sqlite`, what is private.
struct DataOptions: ParsableArguments {
  @Option(help: "The folder that holds the village.")
  var data = "village-data"

  @OptionGroup(title: "Understanding") var understanding: UnderstandingOptions

  func ledger() throws -> SQLiteLedger { try SQLiteLedger(path: "\(data)/village.sqlite") }

  func people() throws -> PrivateStore { try PrivateStore(path: "\(data)/people.sqlite") }

  /// The folder's village; a folder that holds none gets a new one, with a founder.
  func openVillage(name: String = "A new village", clock: @escaping @Sendable () -> Date = { Date() }) async throws -> VillageService {
    let service = try await VillageService.open(
      ledger: try ledger(), people: try people(), understanding: try understanding.settings(keepingIn: data), clock: clock)
    if await service.look({ $0.standing.members.isEmpty }) {
      _ = try await service.record(.founded(name: name), by: ID(service.ids.next()))
    }
    return service
  }

  /// Fails kindly where the folder holds no village.
  func existingLedger() throws -> SQLiteLedger {
    guard FileManager.default.fileExists(atPath: "\(data)/village.sqlite") else {
      throw Complaint(
        "There is no village in “\(data)”.", hint: "Name its folder with --data, or begin one with: village serve --data \(data)")
    }
    return try ledger()
  }
}

/// Which village to speak with: the one in a folder, or one that a server keeps.
struct VillageOptions: ParsableArguments {
  @OptionGroup var data: DataOptions

  @Option(help: "The address of a running village to use instead of a folder.")
  var server: String?

  @Option(help: "A token from your account page there. Also read from VILLAGE_TOKEN.")
  var token: String?

  @Option(name: .customLong("as"), help: "The member who speaks: a login name or a member's id. Default: the founder.")
  var member: String?

  @Flag(help: "Print JSON.")
  var json = false

  var remote: RemoteVillage? {
    get throws {
      guard let server else { return nil }
      return try RemoteVillage(address: server, token: token ?? ProcessInfo.processInfo.environment["VILLAGE_TOKEN"])
    }
  }

  /// The member that `--as` names.
  func speaker(in service: VillageService) async throws -> ID<Member> {
    let members = await service.look { $0.standing.members.mapValues(\.role) }
    if let member {
      let accounts = try await service.people.accounts()
      let named = accounts.first { $0.login?.lowercased() == member.lowercased() || $0.name?.lowercased() == member.lowercased() }
      let id = ID<Member>(named?.member ?? member)
      guard members[id] != nil else { throw Complaint("There is no member “\(member)”.", hint: "See who is here on the People page.") }
      return id
    }
    guard let founder = members.filter({ $0.value == .founder }).keys.min() else {
      throw Complaint("This village has no founder yet.", hint: "Say who speaks with --as.")
    }
    return founder
  }
}

/// What went wrong, for the person at the terminal.
struct Complaint: Error, CustomStringConvertible {
  let message: String
  let hint: String

  init(_ message: String, hint: String) {
    self.message = message
    self.hint = hint
  }

  var description: String { "\(message)\n\(hint)" }
}

/// A file that the person named.
func contents(ofFile path: String) throws -> Data {
  do {
    return try Data(contentsOf: URL(fileURLWithPath: path))
  } catch {
    throw Complaint("I cannot read “\(path)”.", hint: "Check its name, and that you may read it.")
  }
}

extension ParsableCommand {
  /// Runs a command's work and turns every error that has words for people into them.
  func speakingPlainly<T>(_ work: () async throws -> T) async throws -> T {
    do {
      return try await work()
    } catch let error as any UserReadable {
      throw Complaint(error.message, hint: error.hint)
    } catch let error as LedgerError {
      throw Complaint(error.message, hint: error.hint)
    } catch let error as PrivateStoreError {
      throw Complaint(error.message, hint: error.hint)
    }
  }
}
