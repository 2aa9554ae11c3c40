import ArgumentParser
import Encoders
import Foundation
import Understanding

/// What the assistant compares sentences by.
struct UnderstandingOptions: ParsableArguments {
  /// Each contains what the one before it has.
  enum Tier: Int, ExpressibleByArgument, CaseIterable {
    /// Words and letters alone.
    case words = 0
    /// And what words mean.
    case meanings = 1
    /// And what whole sentences mean.
    case sentences = 2
  }

  @Option(
    help: """
      What sentences are compared by: 0 words and letters, 1 what words mean besides, 2 whole sentences by an encoder. \
      Default: 1 where the word table is installed, else 0.
      """)
  var tier: Tier?

  @Option(
    help: """
      The encoder of tier 2: a folder in the layout of Hugging Face, or the address of an /v1/embeddings endpoint. \
      Default: the one that the set-up fetched.
      """)
  var encoder: String?

  @Option(help: "The model to name to an /v1/embeddings endpoint.")
  var encoderModel = "all-MiniLM-L6-v2"

  @Option(help: "How many numbers its vectors have.")
  var encoderDimensions = 384

  /// - Parameter data: the village's folder; vectors of sentences are kept there.
  func settings(keepingIn data: String) throws -> Learner.Settings {
    let chosen = tier ?? .meanings
    var settings = Learner.Settings()
    guard chosen != .words else { return settings }
    settings.wordVectors = try ModelStore.loadWordVectors(in: folder ?? ModelStore.standardFolder())
    if settings.wordVectors == nil, tier == .meanings {
      throw Complaint("The word table is not installed.", hint: "Fetch it with scripts/fetch-understanding.sh, or use --tier 0.")
    }
    if chosen == .sentences { settings.encoder = try sentenceEncoder(keepingIn: data) }
    return settings
  }

  /// The folder that `--encoder` names; nil where it names an address, or nothing.
  private var folder: URL? {
    guard let encoder, !encoder.contains("://") else { return nil }
    return URL(filePath: encoder, directoryHint: .isDirectory)
  }

  private func sentenceEncoder(keepingIn data: String) throws -> any SentenceEncoder {
    let encoder: any SentenceEncoder
    if let address = self.encoder.flatMap(URL.init(string:)), address.scheme != nil {
      encoder = RemoteEncoder(
        address: address, model: encoderModel, dimensions: encoderDimensions,
        key: ProcessInfo.processInfo.environment["VILLAGE_EMBEDDINGS_KEY"], log: Self.tell)
    } else {
      let folder = folder ?? ModelStore.standardFolder()
      guard let bert = try ModelStore.loadEncoder(in: folder, reading: .twoLayers) else {
        throw Complaint(
          "There is no sentence encoder in “\(folder.path)”.", hint: "Fetch one with scripts/fetch-understanding.sh, or use --tier 1.")
      }
      encoder = bert
    }
    try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
    return try CachedEncoder(encoder, file: URL(filePath: "\(data)/sentences.vectors"), log: Self.tell)
  }

  @Sendable private static func tell(_ trouble: String) { FileHandle.standardError.write(Data("village: \(trouble)\n".utf8)) }
}
