import Model
import Testing

@testable import Ingestion

struct ReviewModelTests {
    private func model(common: [[String]] = [], own: [[String]]) throws -> ReviewModel {
        func rows(_ file: String, _ columns: [[String]]) -> [Row] {
            columns.enumerated().map { Row(file: file, line: $0 + 1, columns: $1) }
        }
        return ReviewModel(
            own: try ReviewRows(rows("xx/review.tsv", own)),
            common: try ReviewRows(rows("common/review.tsv", common)))
    }

    @Test func `weights are found by template and parts, and add up in eighths`() throws {
        let model = try model(
            common: [["bias", "", "n100"]],
            own: [["betweens", "loan to", "f50 n-20"], ["word", "loan", "f10"]])
        var score = ReviewScore(model: model)
        score.add(.bias)
        score.add(.betweens, ReviewHash.of("loan"), ReviewHash.of("to"))
        score.add(.word, ReviewHash.of("loan"), 3)
        score.add(.word, ReviewHash.of("never seen"))
        let financing = try #require(DealType.allCases.firstIndex(of: .financing))
        #expect(score.scores[0] == 8 * 100 - 8 * 20)
        #expect(score.scores[financing + 1] == 8 * 50 + 3 * 10)
    }

    @Test func `classes share a thousand, the heaviest gets most`() throws {
        let model = try model(own: [["bias", "", "n1"]])
        var scores = ReviewModel.Scores.zero
        let even = model.probabilities(scores)
        #expect((0..<ReviewModel.direction).allSatisfy { even[$0] == 111 })
        // Two units of weight are e² to 1.
        scores[3] = 1600
        let shares = model.probabilities(scores)
        #expect(abs(shares[3] - 480) <= 1)
        #expect((999 - 9...1000).contains(Int(shares.wrappedSum())))
        // Weights far apart leave nothing for the others, and none overflows.
        scores[3] = .max
        scores[4] = .min / 2
        #expect(model.probabilities(scores)[3] == 1000)
    }

    @Test func `what is plainly no deal leaves all types together less than a tenth`() throws {
        let model = try model(own: [["bias", "", "n1"]])
        for lead in stride(from: Int32(0), through: 6000, by: 100) {
            // All types as near as they may be.
            var scores = ReviewModel.Scores(repeating: -lead)
            scores[0] = 0
            if model.isPlainlyNone(scores) { #expect(model.probabilities(scores)[0] > 900) }
            #expect(model.isPlainlyNone(scores) == (lead >= 3600))
        }
        // The side of the first named says nothing of that.
        var scores = ReviewModel.Scores.zero
        scores[0] = 4000
        scores[ReviewModel.direction] = 9000
        #expect(model.isPlainlyNone(scores))
    }

    @Test(arguments: [
        ["sentiment", "loan", "f50"], ["word", "loan", "f50 z2"], ["word", "loan", "fifty"],
    ])
    func `a row that says nothing is an error with its place`(_ row: [String]) {
        #expect(throws: LexiconError.self) { try model(common: [row], own: [["bias", "", "n1"]]) }
    }

    @Test func `words are cut, folded and counted as their tables spell them`() {
        func spelling(_ text: String) -> String {
            let bytes = Array(text.utf8)
            let token = Token(
                start: 0, end: Int32(bytes.count), hash: 0, kind: .word, flags: [], sentence: 0, paragraph: 0)
            return bytes.withUnsafeBufferPointer { bytes in
                let spelling = ReviewWords.spelling(token, bytes)
                #expect(ReviewWords.stem(token, bytes) == ReviewHash.of(spelling))
                return spelling
            }
        }
        #expect(spelling("Électricité") == "electr")
        #expect(spelling("l’") == "l'")
        #expect(spelling("œuvres") == "oeuvres")
        #expect(spelling("人工智能") == "人工智能")
    }
}
