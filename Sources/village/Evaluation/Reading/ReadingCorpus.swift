import ArgumentParser
import Foundation

/// Public files of sentences, made into stories with expected meanings as far as the files give them.
enum ReadingCorpus: String, ExpressibleByArgument, CaseIterable {
  case webnlg, proofwriter, prontoqa, genericskb, folio, babble

  /// - Parameter part: “dev”, “train”; without it the file for developing where there is one, else every file.
  /// - Parameter areWhole: whether relations count, too, as the facts that were learnt call them.
  func stories(in folder: URL, part: String?, areWhole: Bool = false) throws -> [ReadingStory] {
    let files = try files(in: folder, part: part)
    return try files.flatMap { url -> [ReadingStory] in
      let data = try contents(ofFile: url.path)
      switch self {
      case .webnlg: return try FactTexts.stories(in: data, named: url.lastPathComponent, areWhole: areWhole)
      case .proofwriter, .prontoqa: return try Theories.stories(in: data, named: url.lastPathComponent)
      case .folio: return try Theories.stories(in: data, named: url.lastPathComponent, knowsMeanings: false)
      case .genericskb: return PlainSentences.stories(in: data, isTable: url.pathExtension == "tsv")
      case .babble: return PlainSentences.stories(in: data, isTable: url.pathExtension == "tsv", areReasons: true)
      }
    }
  }

  /// How facts are worded in a part of the corpus; of none but WebNLG is that known.
  func worded(in folder: URL, part: String) throws -> [WordedFact] {
    guard self == .webnlg else { throw Complaint("\(rawValue) has no facts to learn wordings from.", hint: "webnlg has.") }
    return try files(in: folder, part: part).flatMap { try FactTexts.worded(in: contents(ofFile: $0.path), named: $0.lastPathComponent) }
  }

  /// The folder of the public data, and what the names of its files begin with.
  private var place: (folder: String, prefix: String) {
    switch self {
    case .webnlg: ("webnlg", "")
    case .proofwriter, .prontoqa, .folio: ("logic", rawValue)
    case .genericskb: ("genericskb", "")
    case .babble: ("babble", "spouse_explanations")
    }
  }

  private func files(in folder: URL, part: String?) throws -> [URL] {
    let manager = FileManager.default
    let candidates = [folder.appending(path: place.folder), folder.appending(path: "data/\(place.folder)"), folder]
    for candidate in candidates where manager.fileExists(atPath: candidate.path) {
      let names = try manager.contentsOfDirectory(atPath: candidate.path).sorted()
        .filter { $0.hasPrefix(place.prefix) && ($0.hasSuffix(".jsonl") || $0.hasSuffix(".tsv")) }
      guard !names.isEmpty else { continue }
      let wanted = names.filter { $0.contains(part ?? "dev") }
      if let part, wanted.isEmpty {
        throw Complaint("\(rawValue) has no part “\(part)”.", hint: "It has: \(names.joined(separator: ", ")).")
      }
      return (wanted.isEmpty ? names : wanted).map { candidate.appending(path: $0) }
    }
    throw Complaint(
      "There are no files of \(rawValue) in “\(folder.path)”.", hint: "Name the folder that holds “\(place.folder)” with --data.")
  }
}
