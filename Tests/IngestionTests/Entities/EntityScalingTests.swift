import Testing

@testable import Ingestion

/// Reading names takes time in step with the length of the text, whatever it holds.
@Suite struct EntityScalingTests {
    static let repeats = [
        "Orion Grid and Sons, ", "the company ", "A. B. C. ", "“one ", "Banque de la ", "said X, ", "ONE ",
        "(“Orion”) ",
        "X-y-Z-", "its partner, ", "Orion Grid, which ",
    ]

    @Test(arguments: repeats)
    func `a long text of one repeated piece is read in linear time`(_ piece: String) throws {
        let clock = ContinuousClock()
        func time(_ count: Int) throws -> Duration {
            let text = String(repeating: piece, count: count)
            return try clock.measure { _ = try EntitySample("en", text) }
        }
        _ = try time(100)
        let short = try time(400)
        let long = try time(3200)
        // Eight times the text: sixteen times the time and a little leave room for the machine's noise.
        #expect(long < short * 24 + .milliseconds(200), "\(piece): \(short) and \(long)")
    }
}
