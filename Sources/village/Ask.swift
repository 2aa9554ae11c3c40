import ArgumentParser
import Community
import Dialogue
import Foundation
import Lessons
import Mind
import Reasoning
import VillageService

struct Ask: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ask the village a question.",
    discussion: "Example: village ask \"How many carbs are in 150 g of white rice?\" --why")

  @Argument(help: "The question, in quotation marks.")
  var question: String

  @Flag(help: "Show the reasons, down to who taught what.")
  var why = false

  @Flag(help: "Answer as the member teaches it, with their own waiting lessons.")
  var mine = false

  @ArgumentParser.Option(help: "As whom to look: a group, e.g. nurses.")
  var seenBy: String?

  @ArgumentParser.Option(name: .customLong("for"), help: "For whom the answer is, e.g. “pregnant patient”.")
  var audience: String?

  @ArgumentParser.Option(name: .customLong("in"), help: "Where the answer is for, e.g. Brazil.")
  var region: String?

  @ArgumentParser.Option(help: "Answer as of this day, e.g. 2026-03-01. Default: today.")
  var asOf: String?

  @ArgumentParser.Option(help: "Answer from a release, e.g. “spring trial”, or from what the public is answered from: public.")
  var release: String?

  @OptionGroup var village: VillageOptions

  func validate() throws {
    guard asOf.map({ Day(iso: $0) != nil }) ?? true else { throw ValidationError("--as-of takes a day such as 2026-03-01.") }
  }

  func run() async throws {
    try await speakingPlainly {
      if let remote = try village.remote {
        return try await remote.ask(
          question, why: why, mine: mine, group: seenBy, audience: audience, region: region, asOf: asOf, release: release,
          json: village.json)
      }
      let service = try await village.data.openVillage()
      var regions: Set<Concept> = []
      if let place = try region.map(Concept.init(parsing:)) { regions = await service.look { $0.mind.beliefs.regions(around: place) } }
      let people = await service.look { state in seenBy.map { state.standing.people(in: $0) } ?? [] }
      if let seenBy {
        guard !people.isEmpty else {
          let groups = await service.look { $0.standing.groups }
          throw ValidationError(
            "There is no group “\(seenBy)” here\(groups.isEmpty ? "." : "; there are \(groups.joined(separator: ", ")).")")
        }
      }
      let kept = await service.look { (publicly: $0.standing.publicly?.release, names: $0.standing.releases.map(\.name)) }
      let named = release == "public" ? kept.publicly : release
      if let named, !kept.names.contains(named) {
        throw ValidationError(
          "There is no release “\(named)” here\(kept.names.isEmpty ? "." : "; there are \(kept.names.joined(separator: ", ")).")")
      }
      let asked = PointOfView(
        member: mine ? try await village.speaker(in: service) : nil,
        audiences: try Set([audience].compactMap { try $0.map(Concept.init(parsing:)) }), regions: regions,
        day: asOf.flatMap { Day(iso: $0) } ?? Day(Date()), release: named)
      let view = await service.look { people.isEmpty ? asked : asked.standing(with: people, called: seenBy, in: $0.standing) }
      let answer = await service.answer(question, in: Conversation(), from: view).answer
      let printer = try await Printer(service)
      if village.json { try printJSON(printer.json(answer, why: why)) } else { printer.show(answer, why: why) }
    }
  }
}

struct Chat: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Talk with the village, line by line.",
    discussion: "Ask, ask “why?”, say “what about …?”. An empty line or Ctrl-D ends it.")

  @Flag(help: "Show the reasons of every answer.")
  var why = false

  @OptionGroup var village: VillageOptions

  func run() async throws {
    try await speakingPlainly {
      if let remote = try village.remote { return try await remote.chat(why: why, json: village.json) }
      let service = try await village.data.openVillage()
      let printer = try await Printer(service)
      var conversation = Conversation()
      print("Ask in your own words. An empty line ends the conversation.")
      while let line = prompt(), !line.isEmpty {
        let reply = await service.answer(line, in: conversation, from: .community)
        conversation = reply.conversation
        if village.json { try printJSON(printer.json(reply.answer, why: why)) } else { printer.show(reply.answer, why: why) }
      }
    }
  }
}

/// Reads a line from the person at the terminal; nil at the end.
func prompt() -> String? {
  FileHandle.standardOutput.write(Data("› ".utf8))
  return readLine(strippingNewline: true)?.trimmingCharacters(in: .whitespaces)
}
