public import Foundation

/// Where tests write; it goes when their process ends.
public enum TestFiles {
  private static let base: URL = {
    atexit { try? FileManager.default.removeItem(at: TestFiles.base) }
    return FileManager.default.temporaryDirectory.appending(path: "village-tests-\(UUID().uuidString)")
  }()

  /// A folder that no other test has, not yet made.
  public static func newFolder() -> URL { base.appending(path: UUID().uuidString) }
}
