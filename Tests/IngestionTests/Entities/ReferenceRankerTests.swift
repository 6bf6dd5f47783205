import Testing

@testable import Ingestion

struct ReferenceRankerTests {
    private func rows(_ columns: [[String]]) -> [Row] {
        columns.enumerated().map { Row(file: "common/references.tsv", line: $0 + 1, columns: $1) }
    }

    @Test func `weights add up by the sort of an expression`() throws {
        let ranker = try ReferenceRanker(rows([["bias", "s-150 n-90"], ["previous", "s40"], ["last", "n15"]]))
        var features = ReferenceFeatures()
        features.insert(.bias)
        features.insert(.previous)
        features.insert(.last, if: true)
        features.insert(.known, if: false)
        #expect(ranker.isFitted)
        #expect(ranker.score(features, .subject) == -110)
        #expect(ranker.score(features, .noun) == -75)
        #expect(ranker.score(features, .people) == 0)
    }

    @Test func `a table without rows leaves all to the rules`() throws {
        let ranker = try ReferenceRanker([])
        #expect(!ranker.isFitted)
    }

    @Test(arguments: [["glimmer", "s40"], ["bias", "z40"], ["bias", "sx"]])
    func `what it does not know is an error with its place`(_ columns: [String]) {
        let word = columns[0] == "bias" ? columns[1] : columns[0]
        #expect(throws: LexiconError.unknownWord(file: "common/references.tsv", line: 1, word: word)) {
            try ReferenceRanker(rows([columns]))
        }
    }

    @Test func `what the rules tell is no guess`() throws {
        let found = try EntitySample(
            "en",
            "Headline\n\nTarnwick Cloud, a lessor of servers, met Ostrel Land, a developer, at Ogden. Nobody was surprised. The "
                + "lessor will pay $30 million a year.")
        #expect(found.guesses.isEmpty)
        #expect(found.references(.nominal) == ["The lessor = Tarnwick Cloud"])
    }

    @Test func `statements and forecasts know of no guesses`() throws {
        let found = try EntitySample("en", Self.guessed)
        let without = found.entities.without(found.document, \.isGuess)
        #expect(without.mentions.filter(\.isGuess).isEmpty)
        #expect(without.mentions.count == found.entities.mentions.count - found.guesses.count)
        #expect(without.organisations(in: found.document.tokens.indices).filter(\.isGuess).isEmpty)
        #expect(found.guesses == ["its = Quillon AI"])
    }

    /// "Its" stands in front of all that its sentence names.
    private static let guessed = """
        Quillon AI raises money and rents halls

        Quillon AI closed a round of $90 million on Monday. Its halls are in Utah.

        Among its suppliers is Tarnwick Cloud, which was founded in 2019. Analysts at Ostrel Research like what they saw.

        The start-up will rent 40 megawatts from 2027.
        """
}
