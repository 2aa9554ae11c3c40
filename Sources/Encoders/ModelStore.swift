public import Foundation
public import Understanding

/// Where the models lie on this machine. They are no part of a village: without them the assistant understands by words
/// and letters alone.
public enum ModelStore {
  /// The encoder that the set-up fetches: its name, and the first digits of its weights' SHA-256.
  public static let standardName = "all-MiniLM-L6-v2-53aa5117"

  /// `$VILLAGE_MODELS`, or `village/models` in the user's cache folder (`$XDG_CACHE_HOME`, or `~/.cache`).
  public static func root(environment: [String: String] = ProcessInfo.processInfo.environment) -> URL {
    func folder(_ name: String) -> URL? {
      guard let path = environment[name], !path.isEmpty else { return nil }
      return URL(filePath: path, directoryHint: .isDirectory)
    }
    let home = folder("HOME") ?? FileManager.default.homeDirectoryForCurrentUser
    return folder("VILLAGE_MODELS") ?? (folder("XDG_CACHE_HOME") ?? home.appending(path: ".cache")).appending(path: "village/models")
  }

  /// The folder of the encoder that the set-up fetches; it may not be there.
  public static func standardFolder(environment: [String: String] = ProcessInfo.processInfo.environment) -> URL {
    root(environment: environment).appending(path: standardName)
  }

  /// The table of word vectors in a folder.
  ///
  /// - Returns: nil where the folder holds none.
  /// - Throws: where it holds one that cannot be used.
  public static func loadWordVectors(in folder: URL) throws(ModelError) -> WordVectors? { try WordTable.read(from: folder) }

  /// The sentence encoder in a folder.
  ///
  /// - Returns: nil where the folder holds none.
  /// - Throws: where it holds one that cannot be used.
  public static func loadEncoder(in folder: URL, reading: Bert.Reading = .lastLayer) throws(ModelError) -> Bert? {
    guard FileManager.default.fileExists(atPath: folder.appending(path: "model.safetensors").path) else { return nil }
    return try Bert(folder: folder, reading: reading)
  }
}
