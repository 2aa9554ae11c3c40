import Dialogue
import Examination
import Testing

@Suite struct CalibrationTests {
  private func results(_ hundredths: Int, _ passed: Int, of count: Int) -> [(sureness: Certainty, passes: Bool)] {
    (0..<count).map { (Certainty(share: Double(hundredths) / 100), $0 < passed) }
  }

  @Test func `who is right as often as said scores as one who knows the share in each band`() {
    let calibration = Calibration(results(75, 75, of: 100) + results(95, 95, of: 100))
    #expect(calibration.bands.map(\.answers) == [0, 0, 100, 0, 100])
    #expect(calibration.bands[2].right == 75 && abs(calibration.bands[2].said - 75) < 1e-9)
    #expect(abs(calibration.brier - (0.75 * 0.25 + 0.95 * 0.05) / 2) < 1e-9)
    #expect(calibration.brier < calibration.brierOfShare)
  }

  @Test func `who is sure and wrong scores worse than one who says the share`() {
    let calibration = Calibration(results(95, 50, of: 100))
    #expect(calibration.brier > calibration.brierOfShare && calibration.brierOfShare == 0.25)
  }

  @Test func `of no answers nothing is said`() {
    let calibration = Calibration([])
    #expect(calibration.answers == 0 && calibration.brier == 0)
  }
}
