import Encoders
import Foundation
import Testing

struct SafeTensorsTests {
  private static let drafts: [SafeTensors.Draft] = [
    .floats("weight", shape: [2, 3], [1, -2, 0.5, .pi, 1e-30, -1e30]),
    .integers8("rows", shape: [3], [-128, 0, 127]),
    .integers16("weights", shape: [2, 1], [-32768, 4095]),
    .floats("none", shape: [0, 4], []),
  ]

  private func file(_ header: String, body: Int = 0) -> Data {
    var data = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Data($0) }
    data.append(contentsOf: header.utf8)
    data.append(Data(count: body))
    return data
  }

  @Test func `what is written reads as it was`() throws {
    let file = try SafeTensors(parsing: SafeTensors.file(Self.drafts, metadata: ["a": "b"]), file: "f")
    #expect(try file.floats("weight", shape: [2, 3]) == [1, -2, 0.5, .pi, 1e-30, -1e30])
    #expect(try file.integers8("rows", shape: [3]) == [-128, 0, 127])
    #expect(try file.integers16("weights", shape: [2, 1]) == [-32768, 4095])
    #expect(try file.floats("none", shape: [0, 4]) == [])
    #expect(file.tensors.count == 4)
  }

  @Test func `numbers of sixteen bits are read in both formats`() throws {
    var data = file(
      #"{"h":{"dtype":"F16","shape":[5],"data_offsets":[0,10]},"b":{"dtype":"BF16","shape":[2],"data_offsets":[10,14]}}"#)
    for bits: UInt16 in [0x3C00, 0xC000, 0x0001, 0x7BFF, 0xFC00, 0x3F80, 0xC2F7] {
      data.append(contentsOf: [UInt8(truncatingIfNeeded: bits), UInt8(bits >> 8)])
    }
    let file = try SafeTensors(parsing: data, file: "f")
    #expect(try file.floats("h", shape: [5]) == [1, -2, 0x1p-24, 65504, -.infinity])
    #expect(try file.floats("b", shape: [2]) == [1, -123.5])
  }

  @Test func `what is asked for wrongly is named`() throws {
    let file = try SafeTensors(parsing: SafeTensors.file(Self.drafts), file: "f")
    #expect(throws: ModelError.missingTensor("x", file: "f")) { try file.floats("x", shape: [1]) }
    #expect(throws: ModelError.wrongTensor("rows", file: "f", expected: "F32, F16 or BF16", found: "I8 [3]")) {
      try file.floats("rows", shape: [3])
    }
    #expect(throws: ModelError.wrongTensor("weight", file: "f", expected: "of shape [3, 2]", found: "of shape [2, 3]")) {
      try file.floats("weight", shape: [3, 2])
    }
  }

  @Test(arguments: [
    (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#, 0, "outside the file"),
    (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}"#, 4, "outside the file"),
    (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}"#, 4, "outside the file"),
    (#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#, 4, "takes 4 bytes where its shape takes 8"),
    (#"{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}"#, 4, "impossible shape"),
    (#"{"a":{"dtype":"F32","shape":[9223372036854775807,9],"data_offsets":[0,4]}}"#, 4, "impossible shape"),
    (#"{"a":{"dtype":"F31","shape":[1],"data_offsets":[0,4]}}"#, 4, "unknown format “F31”"),
    (
      #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}"#, 6,
      "“b” overlaps"
    ),
    (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#, 8, "leaves a gap"),
    (#"{}"#, 3, "3 bytes at its end"),
    (#"{"a":3}"#, 0, "not JSON that describes tensors"),
    ("{", 0, "not JSON that describes tensors"),
  ])
  func `a damaged file says what is wrong`(header: String, body: Int, reason: String) throws {
    let error = try #require(throws: ModelError.self) { try SafeTensors(parsing: file(header, body: body), file: "f") }
    #expect(error.message.contains(reason), "\(error.message)")
  }

  @Test func `a header that is longer than the file is refused`() throws {
    for length: UInt64 in [1, 1000, .max, UInt64(Int.max)] {
      let data = withUnsafeBytes(of: length.littleEndian) { Data($0) }
      #expect(throws: ModelError.self) { try SafeTensors(parsing: data, file: "f") }
    }
    #expect(throws: ModelError.self) { try SafeTensors(parsing: Data(), file: "f") }
    #expect(throws: ModelError.unreadable(file: "/nowhere/f")) { try SafeTensors(contentsOf: URL(filePath: "/nowhere/f")) }
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `no bytes crash it, and what it accepts can be read`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var data = SafeTensors.file(Self.drafts)
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0..<data.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: data[place] = UInt8.random(in: 0...255, using: &random)
      case 1: data[place] = UInt8(ascii: ["0", "9", "-", "\"", "}", "]", ","][Int.random(in: 0..<7, using: &random)])
      case 2: data.remove(at: place)
      default: data.append(data[place])
      }
    }
    guard let file = try? SafeTensors(parsing: data, file: "f") else { return }
    for (name, tensor) in file.tensors { _ = try? file.floats(name, shape: tensor.shape) }
    for (name, tensor) in file.tensors { _ = try? file.integers8(name, shape: tensor.shape) }
  }
}
