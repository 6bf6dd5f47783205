import Testing

@testable import Ingestion

@Suite struct TokenSetTests {
    @Test(arguments: [0..<1, 0..<64, 5..<133, 5..<134, 1000..<1700])
    func `it holds what was put in, in order`(range: Range<Int>) {
        let tokens = range.filter { $0 % 7 == 0 || $0 == range.upperBound - 1 }
        var set = TokenSet(in: range)
        for token in tokens.reversed() { set.insert(token) }
        #expect(set.sorted == tokens)
        #expect((range.lowerBound - 3..<range.upperBound + 70).filter(set.contains) == tokens)
    }

    @Test func `what lies outside its range is left out`() {
        var set = TokenSet(in: 10..<20)
        set.insert(0..<200)
        #expect(set.sorted == Array(10..<20))
    }

    @Test func `another set is taken out`() {
        var set = TokenSet(in: 0..<300)
        var other = set
        set.insert(0..<300)
        #expect(other.sorted.isEmpty)
        other.insert(0..<299)
        set.subtract(other)
        #expect(set.sorted == [299])
    }
}
