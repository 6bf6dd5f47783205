import Testing

@testable import Ingestion

@Suite struct WordSetTests {
    @Test func `it grows and tells its words from others`() {
        var set = WordSet()
        for number in 0..<1000 { set.insert(Folding.hash("word\(number)")) }
        #expect((0..<1000).allSatisfy { set.contains(Folding.hash("word\($0)")) })
        #expect(!(1000..<2000).contains { set.contains(Folding.hash("word\($0)")) })
    }

    @Test func `the hash 0 is a word like any other`() {
        var set = WordSet()
        #expect(!set.contains(0))
        set.insert(0)
        #expect(set.contains(0))
    }
}
