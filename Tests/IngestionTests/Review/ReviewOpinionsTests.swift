import Testing

@testable import Ingestion

struct ReviewOpinionsTests {
    private func opinion(_ sentence: Int, _ first: Int, _ second: Int) -> ReviewOpinions.Opinion {
        .init(
            candidate: .init(sentence: sentence, first: first, second: second, isNamed: true, place: 0),
            shares: .zero, none: 0, isForward: true)
    }

    @Test func `what is said is found by its two and by its sentence`() {
        let opinions = ReviewOpinions([
            opinion(0, 1, 2), opinion(0, 1, 3), opinion(2, 2, 1), opinion(3, 4, 5), opinion(3, 2, 1),
        ])
        #expect(opinions.pairs == [.init(1, 2), .init(1, 3), .init(4, 5)])
        #expect(opinions.pairs.indices.map { Array(opinions.ofPair($0)) } == [[0, 2, 4], [1], [3]])
        let ofSentence = opinions.all.indices.map { opinions.ofSentence(around: $0).indices }
        #expect(ofSentence == [0..<2, 0..<2, 2..<3, 3..<5, 3..<5])
    }

    @Test func `of nothing said there is nothing`() {
        let opinions = ReviewOpinions([])
        #expect(opinions.pairs.isEmpty && opinions.all.isEmpty)
    }
}
