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
        try expectLinear(piece) { String(repeating: piece, count: $0) }
    }

    @Test(arguments: [
        "Caisse de pension des ", "la Banque de la mer ", "Contoso, de Leeds, le ", "Fonds régional et ",
        "Comptoir du Nord ",
        "le Rochelais Contoso ",
    ])
    func `a long French text of one repeated piece is read in linear time`(_ piece: String) throws {
        try expectLinear(piece, "fr") { String(repeating: piece, count: $0) }
    }

    @Test(arguments: ["Orion #, ", "# Orion, ", "Ms Orion said. # Orion agreed. ", "Orion Grid # and Orion Grid. "])
    func `names that share a word with all others are read in linear time`(_ pattern: String) throws {
        try expectLinear(pattern) { count in
            (0..<count * 2).map { pattern.replacing("#", with: Self.name($0)) }.joined()
        }
    }

    /// A capital word of its own for each number.
    private static func name(_ number: Int) -> String {
        var rest = number
        var name = ""
        repeat {
            name += ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti"][rest % 8]
            rest /= 8
        } while rest > 0
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    private func expectLinear(_ piece: String, _ language: String = "en", _ text: (Int) -> String) throws {
        let clock = ContinuousClock()
        func time(_ count: Int) throws -> Duration {
            let text = text(count)
            return try clock.measure { _ = try EntitySample(language, text) }
        }
        _ = try time(100)
        let short = try time(400)
        let long = try time(3200)
        // Eight times the text: sixteen times the time and a little leave room for the machine's noise.
        #expect(long < short * 24 + .milliseconds(200), "\(piece): \(short) and \(long)")
    }
}
