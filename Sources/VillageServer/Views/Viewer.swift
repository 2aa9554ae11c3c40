import HTTPTypes
import HummingbirdCore
import VillageService
import Community
import Mind
import Foundation
import Ledger
import Lessons

/// For whom a page is made, and all it takes to tell them of people and times.
struct Viewer: Sendable {
  let member: ID<Member>?
  let role: Role?
  let names: Names
  let times: Times
  let now: Date
  /// When the visit before this one ended; nil on the first.
  let lastSeen: Date?
  /// Where the ledger ended then: what came later is new to them.
  let seen: Int
  /// Where the ledger ends now.
  let sequence: Int

  var isTeacher: Bool { role.map { $0 >= .teacher } ?? false }
  var isFounder: Bool { role == .founder }
  /// Whether they may teach at all.
  var canTeach: Bool { role.map { $0 >= .newcomer } ?? false }

  /// Whether answers come from the member's own view: where they chose it, and for a newcomer who chose nothing, since
  /// what a newcomer teaches counts nowhere else until it is accepted.
  func seesOwn(choosing view: String?) -> Bool {
    guard let view else { return role == .newcomer }
    return view == "mine" && canTeach
  }

  func person(_ id: ID<Member>) -> Person { names.person(id) }

  func when(_ milliseconds: Int64, _ style: Times.Style = .day) -> When { times.when(milliseconds, now: now, style) }

  func when(_ date: Date, _ style: Times.Style = .day) -> When { times.when(date, now: now, style) }

  func isNew(_ sequence: Int, by author: ID<Member>) -> Bool { member != nil && author != member && sequence > seen }
}

extension Exchange {
  /// Who looks, with the people's names; notes the visit of a member.
  func viewer() async throws -> Viewer {
    let names = Names(try await site.people.accounts())
    let member = caller.member
    let (role, sequence) = await site.service.look { state in (member.flatMap { state.standing.role(of: $0) }, state.standing.sequence) }
    let now = site.clock()
    var visit: Visit?
    if let member, case .session = caller.door, request.method == .get {
      visit = try await site.people.recordVisit(of: member.rawValue, at: sequence, now: now)
    }
    return Viewer(
      member: member, role: role, names: names, times: site.times, now: now, lastSeen: visit?.lastSeen, seen: visit?.sequence ?? sequence,
      sequence: sequence)
  }

  /// Who looks, where only members may.
  func memberViewer() async throws -> Viewer {
    _ = try member()
    let viewer = try await viewer()
    guard viewer.role != nil else { throw Problem.notMember }
    return viewer
  }
}
