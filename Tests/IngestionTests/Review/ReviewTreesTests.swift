import Testing

@testable import Ingestion

struct ReviewTreesTests {
    private func trees(_ rows: [[String]]) throws -> ReviewTrees {
        try ReviewTrees(rows.enumerated().map { Row(file: "review_trees.tsv", line: $0 + 1, columns: $1) })
    }

    private func measures(_ known: [String: Int32]) -> [Int32] { ReviewMeasure.names.map { known[$0] ?? 0 } }

    @Test func `each tree adds the weight that its questions lead to`() throws {
        let trees = try trees([
            ["tell", "300"], ["keep", "200"], ["retype", "90"], ["bias", "-500"],
            ["tree", "share 340 -1000 confidence 700 500 2500"], ["tree", "quieter 2 0 -1000"],
        ])
        #expect((trees.tell, trees.keep, trees.retype) == (300, 200, 90))
        // -1.5, 0, 2 and 1 as logits.
        #expect(abs(trees.share(measures(["share": 340])) - 182) <= 2)
        #expect(abs(trees.share(measures(["share": 341, "confidence": 700])) - 500) <= 2)
        #expect(abs(trees.share(measures(["share": 999, "confidence": 701])) - 881) <= 2)
        #expect(abs(trees.share(measures(["share": 999, "confidence": 701, "quieter": 3])) - 731) <= 2)
    }

    @Test func `without trees nothing is told`() throws {
        let trees = try trees([])
        #expect(trees.share(measures([:])) < trees.tell)
    }

    @Test func `names of measures are told apart`() {
        #expect(Set(ReviewMeasure.names).count == ReviewMeasure.names.count)
        #expect(ReviewMeasure.names[ReviewMeasure.place(of: .power)] == "type-power")
        #expect(ReviewMeasure.names[ReviewMeasure.features].hasPrefix("frames-"))
    }

    @Test(arguments: [
        ["forest", "1"], ["tell", "much"], ["tree", "mood 3 1 2"], ["tree", "share 3 1"], ["tree", "share 3 1 2 4"],
        ["tree", "share"], ["tree", ""],
        ["tree", String(repeating: "share 1 ", count: 60) + String(repeating: "0 ", count: 61)],
    ])
    func `a row that says nothing is an error`(_ row: [String]) {
        #expect(throws: LexiconError.self) { try trees([row]) }
    }
}
