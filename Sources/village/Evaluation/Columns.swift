import ArgumentParser
import Foundation
import Interchange

/// Tables whose columns are found by their names.
enum Columns {
  /// The columns that are asked for, each under one of its names.
  ///
  /// - Parameter names: for each column the names it may have, without regard to case.
  /// - Returns: the rows, each with as many fields as `names`; rows too short for them are left out.
  /// - Throws: what is wrong with the file and what to do.
  static func rows(ofFile path: String, named names: [[String]]) throws -> [[String]] {
    let table = try table(ofFile: path)
    let places = try names.map { alternatives in
      guard let place = place(of: alternatives, in: table) else {
        let there = table.header.prefix(12).joined(separator: ", ")
        throw ValidationError("“\(path)” has no column “\(alternatives[0])”; it has: \(there).\nName the columns in the first line.")
      }
      return place
    }
    let last = places.max() ?? 0
    return table.records.compactMap { record in record.fields.count > last ? places.map { record.fields[$0] } : nil }
  }

  /// Where a column is, by any of its names.
  static func place(of names: [String], in table: DelimitedText) -> Int? {
    table.header.firstIndex { names.contains($0.lowercased()) }
  }

  /// A table with a header.
  static func table(ofFile path: String) throws -> DelimitedText {
    let bytes = Array(try contents(ofFile: path))
    do { return try DelimitedText(bytes: bytes) } catch {
      throw ValidationError("“\(path)”: \(error.message)\n\(error.hint)")
    }
  }
}

/// Names and their numbers, given out in order of first appearance.
struct NameNumbers {
  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]

  mutating func number(of name: String) -> Int {
    if let known = numbers[name] { return known }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }
}
