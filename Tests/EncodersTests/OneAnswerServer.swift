import Foundation
import Synchronization

/// Answers the first connection with fixed bytes, whatever it is asked, and keeps what it was asked.
final class OneAnswerServer: Sendable {
  let port: UInt16
  private let received = Mutex(Data())
  private let descriptor: Int32

  struct Failure: Error {}

  var request: String { received.withLock { String(decoding: $0, as: UTF8.self) } }

  init(_ answer: String) throws {
    #if canImport(Darwin)
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #else
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = descriptor
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(socket, address, length) == 0 && listen(socket, 1) == 0 && getsockname(socket, address, &length) == 0
      }
    }
    guard isBound else { throw Failure() }
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [self] in serve(answer) }
  }

  deinit { close(descriptor) }

  private func serve(_ answer: String) {
    let connection = accept(descriptor, nil, nil)
    guard connection >= 0 else { return }
    defer { close(connection) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    // The bodies of these tests end in a brace, the headers do not.
    while !request.hasSuffix("}") {
      let count = read(connection, &bytes, bytes.count)
      guard count > 0 else { return }
      received.withLock { $0.append(contentsOf: bytes[..<count]) }
    }
    _ = answer.withCString { write(connection, $0, strlen($0)) }
  }
}
