import Testing

@testable import Ingestion

struct ReadingWeightsTests {
    private static let file = "common/reading_weights.tsv"

    private func weights(_ rows: [String]) throws(LexiconError) -> ReadingWeights {
        let text = Array(rows.joined(separator: "\n").utf8)
        return try ReadingWeights(LanguageFiles([(Self.file, text)]).tables(for: "qq"))
    }

    private var complete: [String] { ReadingWeights.Weight.allCases.map { "\($0.id)\t\($0.rawValue)" } }

    @Test func `every weight has its number`() throws {
        let weights = try weights(complete)
        #expect(ReadingWeights.Weight.allCases.allSatisfy { weights[$0] == $0.rawValue })
    }

    @Test func `a weight is named by its words with hyphens`() {
        #expect(ReadingWeights.Weight.powerForCompute.id == "power-for-compute")
        #expect(ReadingWeights.Weight.voteUnit.id == "vote-unit")
    }

    @Test func `a weight without a row is told`() {
        let id = ReadingWeights.Weight.threshold.id
        #expect(throws: LexiconError.missingColumn(file: Self.file, line: 0, column: id)) {
            _ = try weights(complete.filter { !$0.hasPrefix("\(id)\t") })
        }
    }

    @Test func `a weight that nobody knows is told, and one that is no number`() {
        let line = complete.count + 1
        #expect(throws: LexiconError.unknownWord(file: Self.file, line: line, word: "luck")) {
            _ = try weights(complete + ["luck\t1"])
        }
        #expect(throws: LexiconError.unknownWord(file: Self.file, line: line, word: "much")) {
            _ = try weights(complete + ["threshold\tmuch"])
        }
    }
}
