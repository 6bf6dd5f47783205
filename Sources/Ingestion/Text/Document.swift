/// A text with its tokens, sentences and the lexicon entries that were found in it. It never changes, and every stage
/// holds on to the same one.
final class Document: Sendable {
    /// The article, UTF-8.
    let bytes: [UInt8]
    /// Words, numbers and signs, in order.
    let tokens: [Token]
    /// The token range of each sentence; sentence 0 begins the headline.
    let sentences: [Range<Int>]
    /// The token range of each paragraph; paragraph 0 is the headline, where it is short enough for one.
    let paragraphs: [Range<Int>]
    /// The token behind the headline; 0 where the text begins with a paragraph of several sentences.
    private let headlineEnd: Int
    /// The semicolons, which part what is said.
    let semicolons: TokenSet
    /// Lexicon entries, by first token, longest first.
    let hits: [Hit]
    /// The number of each token's word among those that lexicons keep something for (``Gazetteer/Builder/number(of:)``);
    /// 0 for others.
    let numbers: [Int32]
    /// The index of the first hit that begins at a token or behind it; one more entry than tokens.
    private let firstHit: [Int32]
    /// A bit for each layer that an entry begins in, by token: most questions for an entry end here.
    private let layers: [UInt64]
    /// The hits by layer, and where those of each layer begin; one more entry than layers.
    private let byLayer: [Int32]
    private let firstOfLayer: [Int32]

    init(bytes: [UInt8], tokens: [Token], sentences: [Range<Int>], found: Gazetteer.Found) {
        self.bytes = bytes
        self.tokens = tokens
        self.sentences = sentences
        (hits, numbers, firstHit, layers) = (found.hits, found.numbers, found.firstHit, found.layers)
        var paragraphs: [Range<Int>] = []
        var semicolons = TokenSet(in: tokens.indices)
        var first = 0
        tokens.withUnsafeBufferPointer { tokens in
            for index in tokens.indices {
                if tokens[index].kind == .colon, bytes[Int(tokens[index].start)] == 0x3B { semicolons.insert(index) }
                guard index == tokens.count - 1 || tokens[index + 1].paragraph != tokens[index].paragraph else {
                    continue
                }
                paragraphs.append(first..<index + 1)
                first = index + 1
            }
        }
        self.paragraphs = paragraphs
        headlineEnd = Self.headlineEnd(paragraphs, sentences)
        self.semicolons = semicolons
        (byLayer, firstOfLayer) = hits.withUnsafeBufferPointer { Self.sorted($0, found.counts) }
    }

    /// Where the first paragraph ends, if it may be a headline.
    private static func headlineEnd(_ paragraphs: [Range<Int>], _ sentences: [Range<Int>]) -> Int {
        guard let first = paragraphs.first else { return 0 }
        let isText = sentences.count > longestHeadline && sentences[longestHeadline].lowerBound < first.upperBound
        return isText ? 0 : first.upperBound
    }

    /// How many sentences a headline has at most.
    private static let longestHeadline = 2

    /// The hits that begin at a token, longest first.
    func hits(at token: Int) -> ArraySlice<Hit> {
        hits[Int(firstHit[token])..<Int(firstHit[token + 1])]
    }

    /// The longest hit of a layer that begins at a token.
    @inline(__always)
    func hit(at token: Int, _ layer: Layer) -> Hit? {
        guard token >= 0, token < layers.count, layers[token] & layer.mask != 0 else { return nil }
        return firstHit(at: token, layer)
    }

    private func firstHit(at token: Int, _ layer: Layer) -> Hit? {
        let range = Int(firstHit[token])..<Int(firstHit[token + 1])
        return hits.withUnsafeBufferPointer { hits in
            for index in range where hits[index].layer == layer { return hits[index] }
            return nil
        }
    }

    /// What each token is made into; `nothing` is what those are whose word has no number.
    @inline(__always)
    func mapNumbered<Value>(nothing: Value, _ value: (_ number: Int32, Token) -> Value) -> [Value] {
        var values = [Value].filled(with: nothing, count: tokens.count)
        values.withUnsafeMutableBufferPointer { values in
            for index in tokens.indices where numbers[index] != 0 {
                values[index] = value(numbers[index], tokens[index])
            }
        }
        return values
    }

    /// A bit for each layer (``Layer/mask``) that an entry begins in at a token.
    @inline(__always)
    func layers(at token: Int) -> UInt64 { layers[token] }

    /// The indices of some hits by layer, and where those of each layer begin; `counts` are how many each has.
    private static func sorted(
        _ hits: UnsafeBufferPointer<Hit>, _ counts: [Int32]
    ) -> (byLayer: [Int32], firstOfLayer: [Int32]) {
        var first = [Int32].filled(with: 0, count: counts.count + 1)
        for layer in counts.indices { first[layer + 1] = first[layer] + counts[layer] }
        var next = first
        var sorted = [Int32].filled(with: 0, count: hits.count)
        sorted.withUnsafeMutableBufferPointer { sorted in
            next.withUnsafeMutableBufferPointer { next in
                for index in hits.indices {
                    let layer = Int(hits[index].layer.rawValue)
                    sorted[Int(next[layer])] = Int32(truncatingIfNeeded: index)
                    next[layer] &+= 1
                }
            }
        }
        return (sorted, first)
    }

    /// The hits of a layer.
    func hits(of layer: Layer) -> LayerHits {
        LayerHits(
            document: self, place: Int(firstOfLayer[Int(layer.rawValue)]),
            end: Int(firstOfLayer[Int(layer.rawValue) + 1]), limit: tokens.count)
    }

    /// The hits of a layer that begin in a token range.
    func hits(in range: Range<Int>, _ layer: Layer) -> LayerHits {
        var found = hits(of: layer)
        var low = found.place
        var high = found.end
        hits.withUnsafeBufferPointer { hits in
            byLayer.withUnsafeBufferPointer { byLayer in
                while low < high {
                    let middle = (low + high) / 2
                    if hits[Int(byLayer[middle])].first < range.lowerBound { low = middle + 1 } else { high = middle }
                }
            }
        }
        found.place = low
        found.limit = range.upperBound
        return found
    }

    @inline(__always)
    fileprivate func hit(_ hits: LayerHits, _ place: Int) -> Hit { self.hits[Int(byLayer[place])] }

    /// A token range as printed, with each run of white space as one space.
    func singleSpaced(_ range: Range<Int>) -> String {
        guard let (start, end) = byteRange(range) else { return "" }
        let text = self.text(range)
        // White space other than the plain one begins with one of few bytes.
        var wasSpace = false
        for byte in bytes[start..<end] {
            let isSpace = byte == 0x20
            if (isSpace && wasSpace) || (0x09...0x0D).contains(byte) || byte == 0xC2 || (0xE1...0xE3).contains(byte) {
                return text.split { $0.isWhitespace }.joined(separator: " ")
            }
            wasSpace = isSpace
        }
        return text
    }

    /// The text of a token range as printed, from its first byte to its last.
    func text(_ range: Range<Int>) -> String {
        guard let (start, end) = byteRange(range) else { return "" }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// The bytes of a token range.
    func byteRange(_ range: Range<Int>) -> (start: Int, end: Int)? {
        range.isEmpty ? nil : (Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
    }

    /// The token range of the sentence that a token belongs to.
    func sentence(of token: Int) -> Range<Int> {
        sentences[Int(tokens[token].sentence)]
    }

    /// Whether a token stands in the headline.
    func isHeadline(_ token: Int) -> Bool {
        token < headlineEnd
    }

    /// Whether a token stands where the news is told: in the first two paragraphs.
    func isLede(_ token: Int) -> Bool {
        tokens[token].paragraph <= 1
    }

    /// Whether a number follows a sign without a space: "1.3".
    func hasDigits(rightBehind token: Int) -> Bool {
        tokens[safe: token + 1].map { $0.kind == .number && !$0.spaced } ?? false
    }
}

/// The hits of one layer in a part of a text.
struct LayerHits: Sequence, IteratorProtocol {
    fileprivate let document: Document
    fileprivate var place: Int
    fileprivate let end: Int
    /// The token before which they begin.
    fileprivate var limit: Int

    @inline(__always)
    mutating func next() -> Hit? {
        guard place < end else { return nil }
        let hit = document.hit(self, place)
        guard hit.first < limit else { return nil }
        place += 1
        return hit
    }

    /// Whether there is none.
    var isEmpty: Bool {
        var rest = self
        return rest.next() == nil
    }
}
