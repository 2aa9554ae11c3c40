import Encoders
import Foundation
import Testing

struct BertTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: 0..<3, ["", "bert.", "0.auto_model."])
  func `its vectors are those of the paper, written out`(number: Int, prefix: String) throws {
    let model = try TinyModel.all()[number]
    try model.write(to: folder.url, prefix: prefix)
    let encoder = try Bert(folder: folder.url)
    for (text, expected) in zip(model.texts, model.vectors) {
      let vector = try #require(encoder.vector(of: text))
      for (ours, theirs) in zip(vector, expected) { #expect((ours - theirs).magnitude < 2e-5, "“\(text)”") }
      #expect(vector.count == expected.count)
    }
  }

  @Test(arguments: 0..<3)
  func `read by two layers, a vector is the sum of the two, each of unit length first`(number: Int) throws {
    let model = try TinyModel.all()[number]
    try model.write(to: folder.url)
    let encoder = try Bert(folder: folder.url, reading: .twoLayers)
    for (text, expected) in zip(model.texts, model.two_layers) {
      let vector = try #require(encoder.vector(of: text))
      for (ours, theirs) in zip(vector, expected) { #expect((ours - theirs).magnitude < 2e-5, "“\(text)”") }
    }
    #expect(try encoder.identity != Bert(folder: folder.url).identity)
  }

  @Test func `many sentences together have the vectors they have alone, bit by bit`() throws {
    let model = try TinyModel.all()[0]
    try model.write(to: folder.url)
    let encoder = try Bert(folder: folder.url)
    var random = SplitMix64(seed: 7)
    let texts = (0..<100).map { _ in
      (0..<Int.random(in: 0...25, using: &random)).map { _ in TinyModel.vocabulary[.random(in: 4..<12, using: &random)] }
        .joined(separator: " ")
    }
    #expect(encoder.vectors(of: texts) == texts.map { encoder.vector(of: $0) })
    #expect(encoder.vectors(of: []) == [])
  }

  @Test func `a text that is too long counts with its beginning`() throws {
    try TinyModel.all()[0].write(to: folder.url)
    let encoder = try Bert(folder: folder.url)
    let long = Array(repeating: "a b c d", count: 30).joined(separator: " ")
    #expect(encoder.vector(of: long) == encoder.vector(of: String(long.prefix(2 * 18))))
    try Data(#"{"max_seq_length": 5}"#.utf8).write(to: folder.url.appending(path: "sentence_bert_config.json"))
    let short = try Bert(folder: folder.url)
    #expect(short.vector(of: long) == short.vector(of: "a b c"))
    #expect(short.identity != encoder.identity)
  }

  @Test func `capitals count where the tokenizer says so`() throws {
    try TinyModel.all()[0].write(to: folder.url)
    let unmarked = try Bert(folder: folder.url)
    #expect(unmarked.vector(of: "A") == unmarked.vector(of: "a"))
    try Data(#"{"normalizer": {"lowercase": false}}"#.utf8).write(to: folder.url.appending(path: "tokenizer.json"))
    let cased = try Bert(folder: folder.url)
    #expect(cased.vector(of: "A") == cased.vector(of: "Z"))
    try Data(#"{"do_lower_case": true}"#.utf8).write(to: folder.url.appending(path: "tokenizer_config.json"))
    let lower = try Bert(folder: folder.url)
    #expect(lower.vector(of: "A") == unmarked.vector(of: "a"))
  }

  @Test(arguments: [
    ("config.json", #"{"hidden_act": "gelu"}"#, "damaged"),
    ("config.json", "none", "damaged"),
    ("modules.json", #"[{"type": "sentence_transformers.models.Dense"}]"#, "cannot use"),
    ("1_Pooling/config.json", #"{"pooling_mode_max_tokens": true}"#, "cannot use"),
    ("vocab.txt", "a\nb", "no piece “[UNK]”"),
    ("vocab.txt", "[UNK]\n[CLS]\n[SEP]\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10", "13 lines"),
    ("model.safetensors", "", "ends before its header"),
  ])
  func `a folder that cannot be used says which file is wrong and why`(file: String, content: String, reason: String) throws {
    try TinyModel.all()[0].write(to: folder.url)
    try Data(content.utf8).write(to: folder.url.appending(path: file))
    let error = try #require(throws: ModelError.self) { try Bert(folder: folder.url) }
    #expect(error.message.contains(file) && error.message.contains(reason), "\(error.message)")
    #expect(!error.hint.isEmpty)
  }

  @Test func `a model without one of its tensors names it`() throws {
    let model = try TinyModel.all()[0]
    try model.write(to: folder.url)
    let gone = "encoder.layer.1.output.dense.bias"
    try SafeTensors.file(model.tensors().filter { $0.name != gone }).write(to: folder.url.appending(path: "model.safetensors"))
    let error = try #require(throws: ModelError.self) { try Bert(folder: folder.url) }
    #expect(error.message.contains(gone))
  }

  @Test func `a folder without a model has no encoder and no words`() throws {
    #expect(try ModelStore.loadEncoder(in: folder.url) == nil)
    #expect(try ModelStore.loadWordVectors(in: folder.url) == nil)
  }
}
