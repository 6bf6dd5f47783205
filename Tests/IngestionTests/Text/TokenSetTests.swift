import Testing

@testable import Ingestion

@Suite struct TokenSetTests {
    /// The tokens that a set holds, in order, looked for far beyond its range.
    private func tokens(of set: some TokenBits) -> [Int] {
        (set.first - 200..<set.first + set.count + 200).filter { set.contains($0) }
    }

    @Test(arguments: [0..<1, 0..<64, 5..<133, 5..<134, 1000..<1700])
    func `it holds what was put in`(range: Range<Int>) {
        let put = range.filter { $0 % 7 == 0 || $0 == range.upperBound - 1 }
        var set = TokenSet(in: range)
        for token in put.reversed() { set.insert(token) }
        #expect(tokens(of: set) == put)
    }

    @Test(arguments: [0..<1, 0..<64, 5..<133, 1000..<1400])
    func `one of a sentence holds what was put in`(range: Range<Int>) {
        let put = range.filter { $0 % 7 == 0 || $0 == range.upperBound - 1 }
        var set = SentenceSet(in: range)
        for token in put.reversed() { set.insert(token) }
        #expect(tokens(of: set) == put)
    }

    @Test func `what lies outside its range is left out`() {
        var set = TokenSet(in: 10..<20)
        set.insert(0..<200)
        #expect(tokens(of: set) == Array(10..<20))
        var sentence = SentenceSet(in: 10..<20)
        sentence.insert(0..<200)
        #expect(tokens(of: sentence) == Array(10..<20))
    }

    @Test func `a sentence longer than any is read up to where it would be cut`() {
        var set = SentenceSet(in: 0..<1000)
        set.insert(0..<1000)
        #expect(tokens(of: set) == Array(0..<SentenceSet.capacity))
    }

    @Test func `another set is taken out`() {
        var set = TokenSet(in: 0..<300)
        var other = set
        set.insert(0..<300)
        #expect(other.isEmpty)
        other.insert(0..<299)
        set.subtract(other)
        #expect(tokens(of: set) == [299])
        #expect(!set.isEmpty)
    }

    @Test func `another set of the sentence is taken out`() {
        var set = SentenceSet(in: 7..<307)
        var other = set
        set.insert(7..<307)
        other.insert(7..<300)
        set.subtract(other)
        #expect(tokens(of: set) == Array(300..<307))
    }

    @Test(arguments: [0..<1, 3..<67, 5..<134, 1000..<1400])
    func `stretches of it are asked for as in a list`(range: Range<Int>) {
        let put = range.filter { $0 % 5 == 0 || $0 % 64 == 63 }
        var (set, sentence) = (TokenSet(in: range), SentenceSet(in: range))
        for token in put {
            set.insert(token)
            sentence.insert(token)
        }
        let places = [range.lowerBound - 70, range.upperBound + 70] + range.filter { $0 % 9 == 0 || $0 % 64 < 2 }
        expect(set, put, at: places)
        expect(sentence, put, at: places)
    }

    private func expect(_ set: some TokenBits, _ tokens: [Int], at places: [Int]) {
        for low in places {
            #expect(set.last(before: low) == tokens.last { $0 < low })
            #expect(set.last(from: low / 2, before: low) == tokens.last { $0 >= low / 2 && $0 < low })
            #expect(set.first(from: low) == tokens.first { $0 >= low })
            for high in places {
                let inside = tokens.filter { $0 >= low && $0 < high }
                #expect(set.first(from: low, before: high) == inside.first)
                #expect(set.contains(from: low, before: high) == !inside.isEmpty)
                #expect(set.count(from: low, before: high) == inside.count)
            }
        }
    }
}
