/// Numbers the sentences of a text and marks what stands in quotation marks and brackets.
///
/// A sentence ends with its paragraph, and at a stop that is followed by white space (closing marks in between count
/// to it) and then by anything but a small letter; not behind an abbreviation or an initial. What runs on for more than
/// ``tokenLimit`` is cut behind its last comma, colon or bracket, else where the limit is.
struct SentenceSplitter {
    /// The most tokens in one sentence. Readers look at each pair of things in a sentence, so that its cost grows faster
    /// than its length; the longest sentences of news have about 150 tokens, of contracts and filings about 300.
    static let tokenLimit = 400

    /// Folded words that end with a stop of their own (`inc`, `m`, `env`), by hash.
    let abbreviations: WordSet

    /// Fills in `sentence` and the flags of position; returns the token range of each sentence.
    func split(_ tokens: inout [Token]) -> [Range<Int>] {
        tokens.withUnsafeMutableBufferPointer { split($0) }
    }

    /// Fewer tokens than most sentences have.
    private static let usual = 16

    private func split(_ tokens: UnsafeMutableBufferPointer<Token>) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        sentences.reserveCapacity(tokens.count / Self.usual + 1)
        var first = 0
        var nesting = Nesting()
        var stop = 0
        for index in tokens.indices {
            if index > first, tokens[index].paragraph != tokens[index - 1].paragraph {
                sentences.append(first..<index)
                first = index
                nesting = Nesting()
            }
            nesting.mark(&tokens[index])
            tokens[index].sentence = Int32(truncatingIfNeeded: sentences.count)
            if !closes(tokens[index]) { stop = index }
            if mayEnd(tokens[stop], isLast: stop == index), ends(tokens, at: index, stop: stop) {
                sentences.append(first..<index + 1)
                first = index + 1
            } else if index + 1 - first == Self.tokenLimit {
                let cut = cut(tokens, first..<index + 1)
                for later in cut..<index + 1 { tokens[later].sentence += 1 }
                sentences.append(first..<cut)
                first = cut
            }
        }
        if first < tokens.count { sentences.append(first..<tokens.count) }
        for sentence in sentences {
            if let word = sentence.first(where: { tokens[$0].kind == .word || tokens[$0].kind == .number }) {
                tokens[word].flags.insert(.sentenceStart)
            }
        }
        return sentences
    }

    /// Where a sentence that is too long is cut: behind the last mark in its second half that parts words, else at its end.
    private func cut(_ tokens: UnsafeMutableBufferPointer<Token>, _ sentence: Range<Int>) -> Int {
        let half = sentence.lowerBound + Self.tokenLimit / 2
        let mark = tokens[half..<sentence.upperBound].lastIndex { Self.partingKinds.contains($0.kind) }
        return mark.map { $0 + 1 } ?? sentence.upperBound
    }

    private static let partingKinds: Set<Token.Kind> = [.comma, .colon, .closeBracket]

    /// Whether a token closes what stands before it and may follow the stop of its sentence.
    @inline(__always)
    private func closes(_ token: Token) -> Bool {
        token.kind == .closeQuote || token.kind == .closeBracket || (token.kind == .straightQuote && !token.spaced)
    }

    /// Whether a sentence may end at a token, or behind what closes it.
    @inline(__always)
    private func mayEnd(_ token: Token, isLast: Bool) -> Bool {
        token.kind == .stop || isLast && token.flags.contains(.dotted)
    }

    /// Whether the sentence ends behind a token; `stop` is the last one up to it that closes nothing, and may end it.
    private func ends(_ tokens: UnsafeMutableBufferPointer<Token>, at index: Int, stop: Int) -> Bool {
        let next = index + 1
        guard next < tokens.count, tokens[next].paragraph == tokens[index].paragraph else { return false }
        if tokens[next].kind == .closeQuote || tokens[next].kind == .closeBracket { return false }
        if tokens[next].kind == .straightQuote, !tokens[next].spaced { return false }
        guard tokens[next].spaced else { return false }
        if tokens[stop].flags.contains(.dotted) { return beginsSentence(tokens[next]) && isPlainWord(tokens, next) }
        if stop == index, isAbbreviation(tokens, before: stop) { return false }
        return beginsSentence(tokens[next])
    }

    private func beginsSentence(_ token: Token) -> Bool {
        token.kind != .word || token.capitalised || token.flags.contains(.mixed) || token.flags.contains(.innerCapital)
    }

    /// Behind dotted initials only a capital word that is no name part ends a sentence; a lone capital is undecided
    /// and does not.
    private func isPlainWord(_ tokens: UnsafeMutableBufferPointer<Token>, _ index: Int) -> Bool {
        tokens[index].kind == .openQuote
    }

    private func isAbbreviation(_ tokens: UnsafeMutableBufferPointer<Token>, before stop: Int) -> Bool {
        guard stop > 0, tokens[stop - 1].kind == .word, !tokens[stop].spaced else { return false }
        let word = tokens[stop - 1]
        let isInitial = word.end - word.start == 1 && word.capitalised
        return isInitial || abbreviations.contains(word.hash)
    }
}

/// How deep a token stands in quotation marks and brackets.
private struct Nesting {
    private var quote = false
    private var straight = false
    private var brackets = 0

    @inline(__always)
    mutating func mark(_ token: inout Token) {
        switch token.kind {
        case .openQuote: quote = true
        case .closeQuote: quote = false
        case .straightQuote: straight.toggle()
        case .openBracket: brackets += 1
        case .closeBracket: brackets = max(0, brackets - 1)
        default:
            if quote || straight { token.flags.insert(.quoted) }
            if brackets > 0 { token.flags.insert(.bracketed) }
        }
    }
}
