import Foundation
import Lessons
import Testing

/// Acts as they are written. Every act ever written stays readable: these files are never changed, only added to.
@Suite struct WireTests {
  /// With a step of every kind.
  private static let procedure = Procedure(
    "fix the printer", needs: ["a screwdriver"], before: ["back up the data"],
    steps: [
      .act("Open the cover"), .ask("Is the light red?", [.init("yes", .step(4)), .init("no", .stop), .init("blue", .act("call us"))]),
      .again(from: 1, through: 2, until: "the light is green", timesMax: 3), .check("this does not work", .follow("Escalate")),
      .follow("Escalate"),
    ], stops: ["there is smoke"])

  static let samples: [(name: String, act: Act)] = [
    ("village.founded.v1", .founded(name: "Sugar & Salt")),
    ("member.joined.v1", .joined(role: .teacher, group: "nurses", invitedBy: "ana")),
    ("role.granted.v1", .roleGranted(to: "diego", .teacher)),
    (
      "lessons.taught.v1",
      .taught([
        Lesson(
          id: "l1", .claim(Claim("white rice", "glycemic index", .quantity(Quantity(73)))),
          Qualifiers(audience: "adult", from: Day(iso: "2023-01-01"), source: "Atkinson 2008"), words: "The GI of white rice is 73."),
        Lesson(id: "l2", .claim(Claim("banana", .contains, .concept("gluten"), isNegated: true))),
        Lesson(id: "l3", .name(Naming("glycemic index", "GI", kind: .abbreviation))),
        Lesson(id: "l4", .definition(Definition("hypoglycemia", kind: "condition", text: "a condition in which blood sugar is too low"))),
        Lesson(id: "l5", .disjoint("fruit", "vegetable")),
        Lesson(id: "l6", .property(PropertyTrait("allergen", isSingleValued: false))),
        Lesson(
          id: "l7",
          .rule(
            Rule(
              Pattern(.x, .isA, .concept("low-GI")),
              if: [
                .pattern(Pattern(.x, .isA, .concept("food"))),
                .measure(.x, "glycemic index", QuantityRange(lower: nil, upper: .init(55, isIncluded: false))),
              ], unless: [[.pattern(Pattern(.x, .isA, .concept("fried")))]]))),
        Lesson(
          id: "l8",
          .guideline(
            Guideline(
              when: [.topic("alcohol"), .person(Pattern(.x, "takes", .concept("insulin"))), .question("whether alcohol is allowed")],
              advice: [.warn("hypoglycemia"), .say("Eat something with it."), .refer("doctor"), .avoid("give a number"), .other("ask")]))),
        Lesson(id: "l9", .example(Example("can I have cake?", asks: "whether a food is allowed"))),
        Lesson(id: "l10", .note, words: "colourless green ideas"),
        Lesson(id: "l11", .claim(Claim("banana", "weight", .range(QuantityRange(about: Quantity(120, .gram)))))),
        Lesson(id: "l12", .claim(Claim("banana", "colour", .text("yellow")))),
      ])
    ),
    (
      "lessons.taught.tests.v1",
      .taught([
        Lesson(id: "l1", .test(TestCase("is white rice low-GI?", .says("No, it is high-GI."))), words: "kept"),
        Lesson(id: "l2", .test(TestCase("what is the GI of a banana?", .mentions("51")))),
        Lesson(id: "l3", .stopWord("please")),
      ])
    ),
    (
      "lessons.taught.procedures.v1",
      .taught([
        Lesson(id: "l1", procedure.map { .procedure($0) } ?? .note, words: "To fix the printer: …"),
        Lesson(id: "l2", .contrast(Contrast("fat", of: "avocado", .equal, 2.5, of: "egg"))),
        Lesson(id: "l3", .contrast(Contrast("GI", of: "rice", .above, of: "banana"))),
        Lesson(id: "l4", .property(PropertyTrait("weight", .unit(Unit(code: "kg"))))),
        Lesson(id: "l5", .property(PropertyTrait("GI", .range(QuantityRange(lower: .init(0), upper: .init(110)))))),
        Lesson(id: "l6", .guideline(Guideline(when: [], advice: [.avoid("give a diagnosis")]))),
        Lesson(id: "l7", .claim(Claim("tenant", "must", .text("pay the rent")))),
      ])
    ),
    (
      "lessons.taught.reasons.v1",
      .taught([
        Lesson(
          id: "l1",
          .labelling(
            LabellingFunction(
              "sugar",
              if: .any([
                .found(TextFinding([.phrase("cake"), .mention("sweet"), .slot("food1"), .word(.capitals)], needed: 2, in: .text)),
                .not(.counted(TextCounting(.word(nil), CountRange(least: 3, most: 5), in: .between(.slot("food1"), .phrase("and"))))),
              ])))),
        Lesson(
          id: "l2",
          .labelling(
            LabellingFunction(
              "complaint", isNegated: true,
              if: .all([
                .compared(TextComparison(.text, .begins, [.phrase("how much"), .firstWord(of: "food1"), .lastWord(of: nil)])),
                .shaped(.slot("food2"), .capitalised),
                .found(TextFinding(.phrase("late"), in: .beside(.phrase("order"), .either, CountRange(least: 1, most: 3)))),
                .found(TextFinding(.phrase("please"), in: .within(slot: "food2"))),
              ])))),
      ])
    ),
    (
      "lessons.taught.numbers.v1",
      .taught([
        Lesson(
          id: "l1",
          .rule(
            Rule(
              Pattern(
                .x, "glycemic load",
                .formula(.over(.times(.property("glycemic index"), .property("carb")), .quantity(Quantity(100))))),
              if: [.pattern(Pattern(.x, .isA, .concept("food")))]))),
        Lesson(
          id: "l2",
          .rule(
            Rule(
              Pattern(.x, "carb", .formula(.plus(.aggregate(Aggregate(.sum, of: "carb", over: .contains)), .quantity(Quantity(1, .gram))))),
              if: [
                .comparison(
                  Comparison(.aggregate(Aggregate(.count, over: .contains, kind: "vegetable")), .atLeast, .quantity(Quantity(3)))),
                .comparison(Comparison(.property("sugar"), .below, .minus(.property("carb"), .property("fiber")))),
              ]))),
        Lesson(
          id: "l3",
          .conversion(
            Conversion(of: "glucose", Quantity(1, Lessons.Unit(code: "mmol/L")), is: Quantity(18, Lessons.Unit(code: "mg/dL")))),
          Qualifiers(region: "Brazil", sureness: 75)),
        Lesson(id: "l4", .property(PropertyTrait("is part of", .transitive))),
        Lesson(id: "l5", .property(PropertyTrait("interacts with", .symmetric))),
        Lesson(id: "l6", .property(PropertyTrait("treats", .inverse(of: "is treated by")))),
        Lesson(id: "l7", .property(PropertyTrait("allergen", .complete))),
      ])
    ),
    (
      "lessons.taught.defeating.v1",
      .taught([
        Lesson(
          id: "l1",
          .rule(
            Rule(
              Pattern(.x, .isA, .concept("sweet"), isNegated: true), if: [.pattern(Pattern(.x, .isA, .concept("citrus")))],
              strength: .defeating)))
      ])
    ),
    (
      "table.taught.v1",
      .tableTaught(
        Table(
          id: "t1", kind: "food", columns: [.init("protein", Lessons.Unit(.gram, per: 100, .gram)), .init("fat", .gram)],
          rows: [.init(line: 2, subject: "butter, with salt", amounts: [Decimal(plain: "0.85"), nil])], source: "USDA"))
    ),
    ("table.retracted.v1", .tableRetracted("t1", reason: "the wrong file")),
    ("lesson.revised.v1", .revised(Lesson(id: "l2", .note, words: "better words"), after: 1)),
    ("lesson.retracted.v1", .retracted("l1", reason: "an older table")),
    ("contribution.retracted.v1", .contributionRetracted(of: "mallory", reason: "pranks")),
    ("lesson.reinstated.v1", .reinstated("l1")),
    ("lesson.accepted.v1", .accepted("l9", reason: "")),
    ("lesson.declined.v1", .declined("l9", reason: "not what people say")),
    ("comment.made.v1", .commented("c1", on: .disagreement("d1"), text: "Could both be right?")),
    ("comment.withdrawn.v1", .commentWithdrawn("c1")),
    ("disagreement.settled.v1", .settled(Settlement("d1", lessons: ["l1", "l2"], .holds(["l1"]), reason: "measured", dissent: "Bo: no"))),
    (
      "disagreement.settled.scoped.v1",
      .settled(Settlement("d1", lessons: ["l1", "l2"], .scoped([.init("l1", Qualifiers(audience: "child"))]), reason: "both"))
    ),
    ("disagreement.settled.precedes.v1", .settled(Settlement("d1", lessons: ["l1", "l2"], .precedes(["l2"]), reason: "safer"))),
    ("disagreement.settled.views.v1", .settled(Settlement("d1", lessons: ["l1", "l2"], .pointsOfView, reason: "schools"))),
    ("caution.set.v1", .cautionSet(Caution(surenessMin: 35, leadMin: 10), reason: "it answered too boldly")),
    ("caution.set.free.v1", .cautionSet(nil, reason: "enough examples now")),
    ("release.cut.v1", .released(Release("spring trial", note: "checked by two physicians"))),
    ("release.withdrawn.v1", .releaseWithdrawn("spring trial", reason: "nobody asks it any more")),
    ("public.answered.v1", .publicAnswered(from: "spring trial", reason: "the trial begins")),
    ("public.answered.now.v1", .publicAnswered(from: nil, reason: "the trial is over")),
    ("disagreement.reopened.v1", .reopened("d1", reason: "new data")),
    (
      "disagreement.settled.merged.v1",
      .settled(
        Settlement("d1", lessons: ["l1", "l2"], .merged(into: "l3"), reason: "says both", proposal: "p1", review: Day(iso: "2027-01-01")))
    ),
    ("disagreement.settled.none.v1", .settled(Settlement("d1", lessons: ["l1", "l2"], .withdrawn, reason: "neither is measured"))),
    ("opinion.given.v1", .opined(Opinion(.dispute, on: .lesson("l1"), reason: "an old table"))),
    ("opinion.given.act.v1", .opined(Opinion(.endorse, on: .act(7)))),
    ("opinion.given.none.v1", .opined(Opinion(nil, on: .comment("c1")))),
    (
      "proposal.made.v1",
      .proposed(Proposal("p1", for: "d1", lessons: ["l1", "l2"], .holds(["l1"]), reason: "measured twice", hours: 168))
    ),
    ("proposal.withdrawn.v1", .proposalWithdrawn("p1")),
    ("acts.reverted.v1", .reverted(Reversal("r1", of: "mallory", 12...40, reason: "pranks"))),
    ("reversal.withdrawn.v1", .reversalWithdrawn("r1", reason: "it was somebody else")),
    (
      "group.set.v1",
      .groupSet(
        Group(
          "nurses", charter: "Words that patients understand", topics: ["insulin dose"], isGate: true, languages: ["English"],
          audiences: ["patient"], goal: .init("every word explained", lessons: 40, until: Day(iso: "2026-12-31"))))
    ),
    ("group.joined.v1", .groupJoined("diego", group: "nurses")),
    ("policy.set.v1", .policySet(["reviewsMin": 2], reason: "doses are dangerous")),
    ("opinion.given.panel.v1", .opined(Opinion(.endorse, on: .panel("l1"), reason: "measured"))),
    ("group.left.v1", .groupLeft("diego", group: "nurses", reason: "moved away")),
    ("ballot.opened.v1", .ballotOpened(Ballot("b1", on: .recall, of: "ana", reason: "Nobody else is heard."))),
    ("ballot.opened.confirm.v1", .ballotOpened(Ballot("b2", on: .confirm, of: "ana", reason: "She does it well."))),
    ("ballot.withdrawn.v1", .ballotWithdrawn("b1")),
    ("opinion.given.ballot.v1", .opined(Opinion(.dispute, on: .ballot("b1")))),
    ("answers.changed.v1", .answersChanged(Influence([.init("a", changed: 3), .init("b", changed: 1)], of: 812))),
    ("acts.seen.v1", .seen([3, 5])), ("acts.unseen.v1", .unseen([5])),
    (
      "rules.set.v1",
      .rulesSet([VillageRule("Not true", "A source says so."), VillageRule("Said already")], reason: "too many were unclear")
    ),
  ]

  @Test(arguments: samples.map(\.name))
  func `acts written by earlier versions still read, and are written the same`(name: String) throws {
    let act = try #require(Self.samples.first { $0.name == name }).act
    if let tests = ProcessInfo.processInfo.environment["VILLAGE_RECORD_GOLDEN"] {
      return try act.payload().write(toFile: "\(tests)/LessonsTests/Golden/\(name).json", atomically: true, encoding: .utf8)
    }
    let url = try #require(Bundle.module.url(forResource: "Golden/\(name)", withExtension: "json"))
    let written = try String(contentsOf: url, encoding: .utf8)
    #expect(try Act(kind: act.kind, payload: written) == act)
    #expect(try act.payload() == written)
  }

  static let grounded: [(name: String, act: Act, ground: Ground)] = [
    (
      "lesson.declined.ground.v1", .declined("l1", reason: "an older table"),
      Ground("Not true", words: "see table 3", see: [.lesson("l2"), .act(5)])
    ),
    ("role.granted.ground.v1", .roleGranted(to: "diego", .newcomer), Ground("Trust was lost")),
  ]

  @Test(arguments: grounded.map(\.name))
  func `what an act rests on is written beside it, and reads where nothing is said`(name: String) throws {
    let (_, act, ground) = try #require(Self.grounded.first { $0.name == name })
    if let tests = ProcessInfo.processInfo.environment["VILLAGE_RECORD_GOLDEN"] {
      return try act.payload(on: ground).write(toFile: "\(tests)/LessonsTests/Golden/\(name).json", atomically: true, encoding: .utf8)
    }
    let url = try #require(Bundle.module.url(forResource: "Golden/\(name)", withExtension: "json"))
    let written = try String(contentsOf: url, encoding: .utf8)
    #expect(try act.payload(on: ground) == written)
    #expect(try Act(kind: act.kind, payload: written) == act)
    #expect(try Act.ground(kind: act.kind, payload: written) == ground)
    #expect(try Act.ground(kind: act.kind, payload: act.payload()) == nil)
    let taught = Act.taught([Lesson(id: "l1", .note, words: "a note")])
    #expect(try taught.payload(on: ground) == taught.payload())
  }

  @Test func `every kind of act has a golden file`() {
    #expect(Set(Self.samples.map(\.act.kind)).count == 35)
  }

  @Test func `an unknown kind is told from an unreadable payload`() {
    #expect(throws: Act.WireError.unknownKind("lesson.sung.v1")) { try Act(kind: "lesson.sung.v1", payload: "{}") }
    #expect { try Act(kind: "village.founded.v1", payload: "[]") } throws: { error in
      if case Act.WireError.unreadable(kind: "village.founded.v1", _)? = error as? Act.WireError { true } else { false }
    }
  }

  @Test func `a table gives the same lessons with the same ids everywhere`() throws {
    guard case .tableTaught(let table)? = Self.samples.first(where: { $0.name == "table.taught.v1" })?.act else { return }
    let lessons = table.lessons()
    #expect(lessons.map(\.id) == ["t1.2.k", "t1.2.0"])
    #expect(lessons.allSatisfy { $0.qualifiers.source == "USDA" })
  }
}
