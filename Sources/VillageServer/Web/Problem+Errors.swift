import Community
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import Lessons
import VillageService

extension Problem {
  /// What any error means to the one who asked. Anything unforeseen is a fault of ours and says nothing of its inside.
  init(_ error: any Error) {
    self =
      switch error {
      case let problem as Problem: problem
      case let refusal as Refusal: Problem(refusal)
      case let error as LedgerError: Problem(error)
      case let error as PrivateStoreError: Problem(error)
      case let error as CannotUndo: Problem(.conflict, "conflict", "I could not do that", error.message, hint: error.hint)
      case let error as UnknownImport: Problem(.conflict, "conflict", "I could not do that", error.message, hint: error.hint)
      case let error as any UserReadable:
        Problem(.unprocessableContent, "refused", "I could not do that", error.message, hint: error.hint)
      case let error as HTTPError where error.status.code < 500:
        Problem(
          error.status, "http", error.status.reasonPhrase, error.body ?? "The request cannot be answered.", hint: "Check the request.")
      default:
        Problem(
          .internalServerError, "fault", "Something went wrong here", "This is a fault of the village's server, not yours; it was noted.",
          hint: "Try again in a moment.")
      }
  }

  private init(_ refusal: Refusal) {
    let (status, name) = Self.kind(of: refusal)
    self.init(status, name, "I could not record that", refusal.message, hint: refusal.hint)
  }

  private static func kind(of refusal: Refusal) -> (HTTPResponse.Status, String) {
    switch refusal {
    case .notAMember: (.forbidden, "not-a-member")
    case .needsRole: (.forbidden, "needs-role")
    case .notYours: (.forbidden, "not-yours")
    case .ownLesson: (.forbidden, "own-lesson")
    case .commentNotYours: (.forbidden, "comment-not-yours")
    case .proposalNotYours, .ownComment: (.forbidden, "not-yours")
    case .notInGroup, .needsNod: (.forbidden, "not-in-group")
    case .noSeat: (.forbidden, "no-seat")
    case .paused: (.forbidden, "paused")
    case .unknownProposal, .unknownReversal, .unknownAct, .unknownGroup: (.notFound, "unknown")
    case .noVoice, .ownRole: (.forbidden, "no-voice")
    case .successorMissing, .successorUnfit: (.unprocessableContent, "successor")
    case .membersDecide: (.forbidden, "members-decide")
    case .unknownBallot: (.notFound, "unknown")
    case .ruleMissing: (.unprocessableContent, "rule-missing")
    case .unknownRule, .rulesUnfit, .tooManyPointers: (.unprocessableContent, "refused")
    case .policyUnfit, .groupUnfit, .voteTooLong: (.unprocessableContent, "refused")
    case .unknownMember: (.notFound, "unknown-member")
    case .unknownLesson: (.notFound, "unknown-lesson")
    case .unknownComment: (.notFound, "unknown-comment")
    case .unknownDisagreement: (.notFound, "unknown-disagreement")
    case .unknownRelease: (.notFound, "unknown-release")
    case .releaseNameUnfit: (.unprocessableContent, "refused")
    case .nothingTaught, .tooMuchAtOnce, .textTooLong, .reasonMissing, .outcomeMissesLessons: (.unprocessableContent, "refused")
    case .revisedMeanwhile: (.conflict, "revised-meanwhile")
    default: (.conflict, "conflict")
    }
  }

  private init(_ error: LedgerError) {
    switch error {
    case .refused: self.init(.unprocessableContent, "refused", "I could not record that", error.message, hint: error.hint)
    case .conflict, .duplicateRequest: self.init(.conflict, "conflict", "I could not record that", error.message, hint: error.hint)
    case .corrupt, .notALedger, .newerVersion:
      self.init(.internalServerError, "ledger", "The ledger cannot be used", error.message, hint: error.hint)
    case .unavailable:
      self.init(.serviceUnavailable, "unavailable", "I could not record that", error.message, hint: error.hint)
      headers[.retryAfter] = "5"
    }
  }

  private init(_ error: PrivateStoreError) {
    let (status, name): (HTTPResponse.Status, String) =
      switch error {
      case .blank, .tooLong, .unreadable, .passwordTooShort: (.unprocessableContent, "invalid")
      case .memberExists, .loginTaken: (.conflict, "taken")
      case .unknownMember, .unknownInvitation, .unknownToken, .unknownConversation, .unknownQuestion: (.notFound, "not-found")
      case .expiredInvitation, .usedInvitation: (.gone, "invitation-over")
      case .wrongLoginOrPassword: (.unauthorized, "wrong-password")
      case .throttled: (.tooManyRequests, "too-many-tries")
      case .notAPrivateStore, .newerVersion, .damaged: (.internalServerError, "store")
      case .unavailable: (.serviceUnavailable, "unavailable")
      }
    let isOurs = status.code >= 500
    self.init(
      status, name, isOurs ? "Something went wrong here" : "I could not do that",
      isOurs ? "The accounts and conversations cannot be used right now." : error.message,
      hint: isOurs ? "Try again in a moment." : error.hint)
    if case .throttled(let seconds) = error {
      title = "One moment, please"
      detail = "Too many tries did not fit. The next one is possible in \(Self.words(seconds: seconds))."
      headers[.retryAfter] = String(seconds)
    }
    if case .unavailable = error { headers[.retryAfter] = "5" }
    if case .wrongLoginOrPassword = error { headers[.wwwAuthenticate] = "Bearer realm=\"village\"" }
  }

  static func words(seconds: Int) -> String {
    if seconds < 60 { return seconds == 1 ? "a second" : "\(seconds) seconds" }
    let minutes = (seconds + 59) / 60
    return minutes == 1 ? "a minute" : "\(minutes) minutes"
  }
}
