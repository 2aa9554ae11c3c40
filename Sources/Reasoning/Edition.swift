import Lessons

/// A source that comes in editions: “Atkinson 2021” is of 2021, and of one family with “Atkinson 2008”.
struct Edition: Hashable {
  let family: String
  let year: Int

  /// Nil where the source names no one year of four digits, or nothing else.
  init?(source: String) {
    let words = source.lowercased().split { !$0.isLetter && !$0.isNumber }
    let years = words.compactMap { $0.count == 4 ? Int($0) : nil }.filter { (1000...2999).contains($0) }
    let rest = words.filter { Int($0) == nil || $0.count != 4 }
    guard years.count == 1, !rest.isEmpty else { return nil }
    family = rest.joined(separator: " ")
    year = years[0]
  }

  /// Whether these are editions of one source, of more than one year.
  static func areSuccessive(_ sources: [String?]) -> Bool {
    let editions = sources.compactMap { $0.flatMap(Edition.init(source:)) }
    return editions.count == sources.count && Set(editions.map(\.family)).count == 1 && Set(editions.map(\.year)).count > 1
  }
}
