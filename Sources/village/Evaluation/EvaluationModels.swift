import ArgumentParser
import Encoders
import Foundation
import Understanding

/// What the learner is given before anything is taught.
struct EvaluationModels: ParsableArguments {
  @Option(help: "0: words and letters alone. 1: word vectors too. 2: an encoder too. Default: 1 where they are installed, else 0.")
  var tier: Int?

  @Option(help: "The folder with the word vectors and the encoder.")
  var model: String?

  @Option(help: "Keep the encoder's vectors in this file: a second run encodes nothing, and its times do not hold it.")
  var vectors: String?

  func validate() throws {
    guard (0...2).contains(tier ?? 0) else { throw ValidationError("The tier is 0, 1 or 2.") }
  }

  func settings() throws -> Learner.Settings {
    var settings = Learner.Settings()
    guard tier != 0 else { return settings }
    let folder = model.map { URL(filePath: $0, directoryHint: .isDirectory) } ?? ModelStore.standardFolder()
    settings.wordVectors = try ModelStore.loadWordVectors(in: folder)
    guard settings.wordVectors != nil || tier == nil else {
      throw ValidationError("There are no word vectors in “\(folder.path)”.\nMake them with “village words distil”, or give --model.")
    }
    guard tier == 2 else { return settings }
    guard let encoder = try ModelStore.loadEncoder(in: folder, reading: .twoLayers) else {
      throw ValidationError("There is no sentence encoder in “\(folder.path)”.\nGive a folder that holds one with --model.")
    }
    settings.encoder = try CachedEncoder(encoder, file: vectors.map { URL(filePath: $0) }) { line in
      FileHandle.standardError.write(Data("\(line)\n".utf8))
    }
    return settings
  }
}

extension Learner.Settings {
  /// What sentences are compared by, as `--tier` names it.
  var tier: Int { encoder != nil ? 2 : wordVectors != nil ? 1 : 0 }
}
