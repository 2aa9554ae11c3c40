// swift-tools-version: 6.2
import PackageDescription

/// The settings every target of ours shares: the strictest Swift 6 has.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// A pure target: values and functions, no I/O, clock or randomness.
func core(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func shell(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil) -> Target {
  .testTarget(name: "\(name)Tests", dependencies: dependencies, resources: resources, swiftSettings: strict)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioFoundation = Target.Dependency.product(name: "NIOFoundationCompat", package: "swift-nio")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")

let package = Package(
  name: "village",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "village", targets: ["village"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // The pure core, lowest first: an arrow may only point up this list.
    core("Lessons"),
    core("Datalog"),
    core("Reasoning", ["Lessons"]),
    .target(name: "CProducts"),
    core("Understanding", ["Lessons", "CProducts"]),
    core("TeachingLanguage", ["Lessons", "Understanding"], resources: [.copy("Grammars")]),
    core("Community", ["Lessons", "Reasoning", "Understanding"]),
    // Made-up villages under attack, from seeds: what the rules of Community are tried against.
    core("Simulation", ["Lessons", "Community", "Understanding"]),
    core("Dialogue", ["Lessons", "Reasoning", "Understanding", "TeachingLanguage"]),
    core("Mind", ["Lessons", "Reasoning", "Understanding", "TeachingLanguage", "Community", "Dialogue"]),
    core("Examination", ["Lessons", "Datalog", "Reasoning", "Community", "Understanding", "Dialogue", "Mind"]),

    // The shell: storage, formats, the actor, HTTP, the command line.
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    shell("Ledger", [grdb, crypto, cryptoExtras], resources: [.copy("SQLite/Migrations")]),
    shell("Interchange", ["Lessons", "CZlib"]),
    .target(name: "CPanels"),
    shell("Encoders", ["Lessons", "Understanding", "CPanels", crypto]),
    shell(
      "VillageService",
      [
        "Lessons", "Community", "Dialogue", "Mind", "Examination", "TeachingLanguage", "Reasoning", "Understanding", "Ledger",
        "Interchange",
        logging,
      ]),
    shell(
      "VillageServer",
      [
        "VillageService", "Examination", "Lessons", "Community", "Dialogue", "TeachingLanguage", "Reasoning", "Understanding", "Mind",
        "Ledger",
        "Interchange",
        hummingbird, hummingbirdCore, mustache, logging, nio, nioHTTP1, nioHTTPTypes, httpTypes, crypto, cryptoExtras, lifecycle,
      ],
      resources: [.copy("Resources")]),
    .executableTarget(
      name: "village",
      dependencies: [
        "VillageServer", "VillageService", "Lessons", "Community", "Dialogue", "TeachingLanguage", "Reasoning", "Understanding", "Mind",
        "Examination", "Simulation", "Encoders",
        "Ledger", "Interchange", arguments, logging, httpClient, yams, nio, nioFoundation,
      ],
      resources: [.copy("Demo")],
      swiftSettings: strict),
    shell("VillageTesting", ["Lessons", "Community", "Ledger"]),

    tests("Lessons", ["Lessons"], resources: [.copy("Golden")]),
    // What Benchmarks/reasoning.py runs beside the peers.
    .executableTarget(name: "measure-datalog", dependencies: ["Datalog"], path: "Benchmarks/datalog", swiftSettings: strict),

    tests("Datalog", ["Datalog"], resources: [.copy("Golden")]),
    tests("Reasoning", ["Reasoning", "Lessons"]),
    tests("Understanding", ["Understanding"], resources: [.copy("Data")]),
    tests("TeachingLanguage", ["TeachingLanguage", "Lessons", "Understanding"], resources: [.copy("Golden"), .copy("Suite")]),
    tests("Community", ["Community", "Simulation", "Lessons", "Understanding", "VillageTesting"]),
    tests("Dialogue", ["Dialogue", "Lessons", "Reasoning", "Understanding", "TeachingLanguage"], resources: [.copy("Golden")]),
    tests("Mind", ["Mind", "Lessons", "Community", "Reasoning", "Dialogue", "VillageTesting"]),
    tests("Examination", ["Examination", "Lessons", "Community", "Dialogue", "Mind", "Reasoning", "TeachingLanguage"]),
    tests("Encoders", ["Encoders", "Understanding"], resources: [.copy("Golden")]),
    tests("Ledger", ["Ledger", "VillageTesting", grdb]),
    tests("Interchange", ["Interchange", "Lessons"]),
    tests(
      "VillageService",
      ["VillageService", "Lessons", "Community", "Mind", "Reasoning", "Dialogue", "Interchange", "Ledger", "VillageTesting"]),
    tests(
      "VillageServer",
      [
        "VillageServer", "VillageService", "Lessons", "Community", "Ledger", "VillageTesting", hummingbird, hummingbirdTesting, httpClient,
        logging, nio,
        nioHTTP1, httpTypes,
      ]),
    tests("Tidy", []),
  ]
)
