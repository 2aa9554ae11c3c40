public import Lessons

/// Why a folder's model cannot be used.
public enum ModelError: UserReadable, Hashable {
  /// The file is not there, or may not be read.
  case unreadable(file: String)
  /// The file is not what its name says.
  case damaged(file: String, reason: String)
  case missingTensor(String, file: String)
  case wrongTensor(String, file: String, expected: String, found: String)
  /// A model of a kind that we do not compute.
  case notSupported(file: String, reason: String)
  case unwritable(file: String)

  public var message: String {
    switch self {
    case .unreadable(let file): "I cannot read “\(file)”."
    case .damaged(let file, let reason): "“\(file)” is damaged: \(reason)."
    case .missingTensor(let name, let file): "“\(file)” holds no tensor “\(name)”."
    case .wrongTensor(let name, let file, let expected, let found):
      "The tensor “\(name)” of “\(file)” should be \(expected), but it is \(found)."
    case .notSupported(let file, let reason): "“\(file)” describes a model that I cannot use: \(reason)."
    case .unwritable(let file): "I cannot write “\(file)”."
    }
  }

  public var hint: String {
    switch self {
    case .unreadable: "Name a folder that holds a model in the layout of Hugging Face, with config.json and model.safetensors."
    case .damaged: "Fetch the file again."
    case .missingTensor, .wrongTensor: "Take config.json and model.safetensors from one and the same model."
    case .notSupported: "Choose a sentence encoder of the BERT family with a vocab.txt."
    case .unwritable: "Choose a folder in which you may write."
    }
  }
}
