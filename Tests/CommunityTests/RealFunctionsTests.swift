import Foundation
import Testing

@testable import Community

@Suite struct RealFunctionsTests {
  @Test func `our exponential and logarithm are those of mathematics`() {
    for step in 0...700 {
      let x = -Double(step) * 0.997
      #expect(abs(RealFunctions.exponential(x) / exp(x) - 1) < 1e-13, "e^\(x)")
    }
    for step in -300...300 {
      let x = exp(Double(step) * 0.731)
      #expect(abs(RealFunctions.logarithm(x) - log(x)) < 1e-15 * max(1, abs(log(x))) * 4, "ln \(x)")
    }
    #expect(RealFunctions.exponential(0) == 1 && RealFunctions.exponential(-1000) == 0 && RealFunctions.logarithm(1) == 0)
  }
}
