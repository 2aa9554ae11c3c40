import Foundation

extension SafeTensors {
  /// A tensor whose shape is known beforehand.
  public func tensor(_ name: String, shape: [Int]) throws(ModelError) -> Tensor {
    guard let tensor = tensors[name] else { throw .missingTensor(name, file: file) }
    guard tensor.shape == shape else {
      throw .wrongTensor(name, file: file, expected: "of shape \(shape)", found: "of shape \(tensor.shape)")
    }
    return tensor
  }

  /// All numbers of a tensor, row by row.
  ///
  /// - Throws: where there is no such tensor, its shape is another, or it does not hold F32, F16 or BF16.
  public func floats(_ name: String, shape: [Int]) throws(ModelError) -> [Float] {
    let tensor = try floatTensor(name, shape: shape)
    return floats(tensor, in: 0..<tensor.range.count / tensor.format.bytes)
  }

  /// The tensor of that name, which ``floats(_:in:)`` can read.
  func floatTensor(_ name: String, shape: [Int]) throws(ModelError) -> Tensor {
    let tensor = try tensor(name, shape: shape)
    switch tensor.format {
    case .f32, .f16, .bf16: return tensor
    default: throw .wrongTensor(name, file: file, expected: "F32, F16 or BF16", found: tensor.description)
    }
  }

  /// Some numbers of a tensor of F32, F16 or BF16.
  func floats(_ tensor: Tensor, in places: Range<Int>) -> [Float] {
    switch tensor.format {
    case .f32: numbers(tensor, places, UInt32.self) { Float(bitPattern: $0) }
    case .bf16: numbers(tensor, places, UInt16.self) { Float(bitPattern: UInt32($0) << 16) }
    case .f16: numbers(tensor, places, UInt16.self, HalfPrecision.float)
    default: preconditionFailure("the format was asked for before")
    }
  }

  /// All numbers of an I8 tensor.
  public func integers8(_ name: String, shape: [Int]) throws(ModelError) -> [Int8] {
    let tensor = try tensor(name, shape: shape, format: .i8)
    return numbers(tensor, 0..<tensor.range.count, UInt8.self) { Int8(bitPattern: $0) }
  }

  /// All numbers of an I16 tensor.
  public func integers16(_ name: String, shape: [Int]) throws(ModelError) -> [Int16] {
    let tensor = try tensor(name, shape: shape, format: .i16)
    return numbers(tensor, 0..<tensor.range.count / 2, UInt16.self) { Int16(bitPattern: $0) }
  }

  private func tensor(_ name: String, shape: [Int], format: Format) throws(ModelError) -> Tensor {
    let tensor = try tensor(name, shape: shape)
    guard tensor.format == format else {
      throw .wrongTensor(name, file: file, expected: format.rawValue, found: tensor.format.rawValue)
    }
    return tensor
  }

  private func numbers<Bits: FixedWidthInteger & BitwiseCopyable, Number>(
    _ tensor: Tensor, _ places: Range<Int>, _ bits: Bits.Type, _ number: (Bits) -> Number
  ) -> [Number] {
    let width = MemoryLayout<Bits>.size
    precondition(places.lowerBound >= 0 && places.upperBound * width <= tensor.range.count, "the places lie in the tensor")
    return data.withUnsafeBytes { bytes in
      let start = tensor.range.lowerBound
      return places.map { number(Bits(littleEndian: bytes.loadUnaligned(fromByteOffset: start + $0 * width, as: Bits.self))) }
    }
  }
}
