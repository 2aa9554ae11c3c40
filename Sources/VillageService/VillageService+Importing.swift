import Ledger
import Logging
import Community
public import FoundationEssentials
public import Interchange
public import Lessons
import Mind
import TeachingLanguage

/// A table on its way in.
public struct ImportJob: Sendable {
  public enum Status: Sendable, Equatable {
    /// Its columns are being described.
    case open
    case running(done: Int)
    case done(Result)
    case stopped(Result)
    case failed(message: String, Result)
  }

  public struct Result: Sendable, Equatable {
    public var rows = 0
    public var claims = 0
    public var clashes = 0

    public init(rows: Int = 0, claims: Int = 0, clashes: Int = 0) {
      self.rows = rows
      self.claims = claims
      self.clashes = clashes
    }
  }

  public let id: String
  public let fileName: String
  public let member: ID<Member>
  public let text: DelimitedText
  public internal(set) var plan: ImportPlan
  public internal(set) var rejected: [TableReading.Rejected] = []
  /// Rows that can be read by the plan.
  public internal(set) var total = 0
  public internal(set) var status = Status.open
  public internal(set) var started: Date?
  public internal(set) var ended: Date?

  /// What undoing it takes back.
  public var table: ID<Table> { ID(id) }
}

/// What an import would do.
public struct ImportPreview: Sendable {
  /// The first rows, said.
  public let sentences: [String]
  public let rows: Int
  public let claims: Int
  /// How many of them disagree with what is known.
  public let clashes: Int
  public let rejected: [TableReading.Rejected]
}

struct ImportStart: Sendable {
  let id: String
  let reading: TableReading
}

public struct UnknownImport: UserReadable, Hashable {
  public var message: String { "There is no such import, or it has begun already." }
  public var hint: String { "Choose the file again." }
}

extension VillageService {
  private static let jobsMax = 20
  private static let rowsPerAct = 100

  /// Reads a file and guesses what its columns mean; teaches nothing.
  ///
  /// - Throws: `DelimitedText.Failure` where the file is no table; `Refusal` where the member may not import.
  public func prepareImport(_ bytes: [UInt8], fileName: String, by member: ID<Member>) throws -> ImportJob {
    guard let role = state.standing.role(of: member) else { throw Refusal.notAMember }
    guard role >= .teacher else { throw Refusal.needsRole(.teacher) }
    let text = try DelimitedText(bytes: bytes)
    let job = ImportJob(
      id: ids.next(length: 8), fileName: fileName, member: member, text: text,
      plan: ImportPlan(guessing: text.header, fileName: fileName))
    if imports.count >= Self.jobsMax {
      let idle = imports.values.filter { if case .running = $0.status { false } else { true } }.map(\.id)
      for id in idle.prefix(imports.count - Self.jobsMax + 1) { imports[id] = nil }
    }
    imports[job.id] = job
    return job
  }

  public func importJob(_ id: String) -> ImportJob? { imports[id] }

  /// A member's imports since the server started, newest first.
  public func importJobs(of member: ID<Member>) -> [ImportJob] {
    imports.values.filter { $0.member == member && $0.started != nil }.sorted {
      ($0.started ?? .distantPast, $0.id) > ($1.started ?? .distantPast, $1.id)
    }
  }

  /// What importing by this plan would do: the first rows as sentences, the rows that cannot be read, the clashes.
  public func previewImport(_ id: String, _ plan: ImportPlan) async throws -> ImportPreview {
    guard let job = imports[id] else { throw UnknownImport() }
    let reading = try TableReading(job.text, by: plan)
    imports[id]?.plan = plan
    let sayer = language.sayer(for: state)
    let table = Table(id: "new", kind: plan.kind, columns: reading.columns, rows: Array(reading.rows.prefix(3)), source: plan.source)
    // Tried on a copy of the mind, part by part, so that others can teach meanwhile.
    var trial = state.mind
    var claims = 0
    for first in stride(from: 0, to: reading.rows.count, by: Self.rowsPerAct) {
      let rows = Array(reading.rows[first..<min(first + Self.rowsPerAct, reading.rows.count)])
      let lessons = Table(id: ID(job.id), kind: plan.kind, columns: reading.columns, rows: rows, source: plan.source).lessons()
      claims += lessons.count
      trial.apply(lessons.map { .accept(StandingLesson($0, by: job.member, sequence: .max)) })
      await Task.yield()
    }
    let clashes = trial.clashes.count - state.mind.clashes.count
    return ImportPreview(
      sentences: table.lessons().prefix(12).map { sayer.say($0) }, rows: reading.rows.count, claims: claims, clashes: max(0, clashes),
      rejected: reading.rejected)
  }

  /// Starts teaching the table. Go on looking at `importJob`; `run` does the work.
  public func startImport(_ id: String, _ plan: ImportPlan) throws {
    importStarts.continuation.yield(try begin(id, plan))
  }

  private func begin(_ id: String, _ plan: ImportPlan) throws -> ImportStart {
    guard let job = imports[id], job.status == .open else { throw UnknownImport() }
    let reading = try TableReading(job.text, by: plan)
    imports[id]?.plan = plan
    imports[id]?.rejected = reading.rejected
    imports[id]?.total = reading.rows.count
    imports[id]?.status = .running(done: 0)
    imports[id]?.started = clock()
    return ImportStart(id: id, reading: reading)
  }

  /// Stops a running import after the rows it is at. What is in stays in; undo it from the history.
  public func stopImport(_ id: String) {
    guard case .running(let done)? = imports[id]?.status else { return }
    imports[id]?.status = .stopped(.init(rows: done))
  }

  /// The long work of a village, for a service group to run: imports, one after the other, and what other servers of the
  /// village write. Ends when the village closes or the task is cancelled.
  public func run() async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { for await start in await self.importStarts.stream { await self.carryOut(start) } }
      group.addTask { await self.followOthers() }
      await group.next()
      group.cancelAll()
    }
  }

  private func followOthers() async {
    do {
      for try await entry in ledger.follow(after: state.standing.sequence) { try foldIfNew(entry) }
    } catch is CancellationError {
    } catch {
      logger.error("the ledger can no longer be followed", metadata: ["error": "\(error)"])
    }
  }

  /// Teaches a table at once and waits for the end; for the command line.
  public func importTable(_ id: String, _ plan: ImportPlan, progress: @Sendable (Int, Int) -> Void = { _, _ in }) async throws -> ImportJob
  {
    await carryOut(try begin(id, plan), progress: progress)
    guard let job = imports[id] else { throw UnknownImport() }
    return job
  }

  private func carryOut(_ start: ImportStart, progress: @Sendable (Int, Int) -> Void = { _, _ in }) async {
    guard let job = imports[start.id] else { return }
    defer { imports[start.id]?.ended = clock() }
    var result = ImportJob.Result()
    let clashesBefore = state.mind.clashes.count
    for first in stride(from: 0, to: start.reading.rows.count, by: Self.rowsPerAct) {
      if case .stopped? = imports[start.id]?.status { break }
      let rows = Array(start.reading.rows[first..<min(first + Self.rowsPerAct, start.reading.rows.count)])
      let table = Table(id: ID(job.id), kind: job.plan.kind, columns: start.reading.columns, rows: rows, source: job.plan.source)
      do {
        _ = try await record(.tableTaught(table), by: job.member, request: "import \(job.id) \(first)")
      } catch {
        let message = (error as? any UserReadable)?.message ?? "The ledger could not be written."
        imports[start.id]?.status = .failed(message: message, result)
        return
      }
      result.rows += rows.count
      result.claims += rows.reduce(0) { $0 + $1.amounts.count { $0 != nil } + (job.plan.kind == nil ? 0 : 1) }
      result.clashes = max(0, state.mind.clashes.count - clashesBefore)
      if case .running? = imports[start.id]?.status { imports[start.id]?.status = .running(done: result.rows) }
      progress(result.rows, start.reading.rows.count)
      publish(VillageEvent(sequence: state.standing.sequence, kind: .import, by: job.member, about: []))
      await Task.yield()
    }
    if case .stopped? = imports[start.id]?.status {
      imports[start.id]?.status = .stopped(result)
    } else {
      imports[start.id]?.status = .done(result)
    }
  }
}
