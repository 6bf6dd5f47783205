/// The words of a text as the review model knows them: cut to their first letters, companies taken together.
struct ReviewWords {
    /// A word, a sign, or all words that name a party.
    struct Item {
        /// The hash of its first letters, folded; that of ``party`` for a party.
        let stem: UInt64
        /// The party's entity, or -1.
        let entity: Int32
        let form: EntityMention.Form
    }

    /// What a party stands as.
    static let party = ReviewHash.of("@")
    private static let number = ReviewHash.of("0")

    /// The items of all sentences that may tell a deal, and of those before them, in their order.
    private let items: [Item]
    /// Which of them are those of each sentence.
    private let itemsOfSentence: [Range<Int>]
    /// The parties of all sentences, as they come, and which of them are those of each.
    private let named: [Int]
    private let namedOfSentence: [Range<Int>]

    /// How many sentences the text has.
    var sentences: Int { itemsOfSentence.count }

    /// The items of a sentence; none where neither it nor the one behind it names a party.
    @inline(__always)
    func items(of sentence: Int) -> ArraySlice<Item> { items[itemsOfSentence[sentence]] }

    /// The parties of a sentence, as they come.
    @inline(__always)
    func parties(of sentence: Int) -> ArraySlice<Int> { named[namedOfSentence[sentence]] }

    /// How many letters of a word count: enough to tell words apart, few enough to leave endings out.
    private static let letters = 6
    /// The longest sentence that is read, and how many parties of one.
    private static let (longest, most) = (200, 8)

    init(_ document: Document, _ entities: Entities) {
        let (named, namedOfSentence) = Self.named(document, entities)
        (self.named, self.namedOfSentence) = (named, namedOfSentence)
        var ofSentence: [Range<Int>] = []
        ofSentence.reserveCapacity(document.sentences.count)
        // No sentence has more items than tokens.
        items = [Item](unsafeUninitializedCapacity: document.tokens.count) { items, count in
            for sentence in document.sentences.indices {
                let first = count
                let next = min(sentence + 1, document.sentences.count - 1)
                if !namedOfSentence[sentence].isEmpty || !namedOfSentence[next].isEmpty {
                    count = Self.add(document.sentences[sentence], to: items, at: count, document, entities)
                }
                ofSentence.append(first..<count)
            }
        }
        itemsOfSentence = ofSentence
    }

    /// The parties of all sentences, and which of them are those of each.
    private static func named(_ document: Document, _ entities: Entities) -> ([Int], [Range<Int>]) {
        var named: [Int] = []
        var ofSentence: [Range<Int>] = []
        named.reserveCapacity(entities.mentions.count)
        ofSentence.reserveCapacity(document.sentences.count)
        for sentence in document.sentences {
            let first = named.count
            let end = end(of: sentence)
            var token = sentence.lowerBound
            for mention in entities.mentions(in: sentence) {
                guard isRead(mention, from: token, before: end), entities.isParty(mention, document) else { continue }
                token = mention.tokens.upperBound
                let isKnown = named[first...].contains(mention.entity)
                if named.count - first < most, !isKnown { named.append(mention.entity) }
            }
            ofSentence.append(first..<named.count)
        }
        return (named, ofSentence)
    }

    /// Where the part of a sentence ends that is read.
    private static func end(of sentence: Range<Int>) -> Int {
        min(sentence.upperBound, sentence.lowerBound + longest)
    }

    /// Whether a mention begins in the rest of a sentence.
    private static func isRead(_ mention: EntityMention, from token: Int, before end: Int) -> Bool {
        mention.tokens.lowerBound >= token && mention.tokens.lowerBound < end
    }

    /// Adds the items of a sentence, and says how many there are then.
    private static func add(
        _ sentence: Range<Int>, to items: UnsafeMutableBufferPointer<Item>, at start: Int, _ document: Document,
        _ entities: Entities
    ) -> Int {
        let end = end(of: sentence)
        var token = sentence.lowerBound
        var count = start
        for mention in entities.mentions(in: sentence) {
            guard isRead(mention, from: token, before: end), entities.isParty(mention, document) else { continue }
            count = add(token..<mention.tokens.lowerBound, to: items, at: count, document)
            items.initializeElement(
                at: count, to: Item(stem: party, entity: Int32(mention.entity), form: mention.form))
            count += 1
            token = mention.tokens.upperBound
        }
        return add(token..<max(token, end), to: items, at: count, document)
    }

    /// Adds an item for each of some tokens.
    private static func add(
        _ tokens: Range<Int>, to items: UnsafeMutableBufferPointer<Item>, at start: Int, _ document: Document
    ) -> Int {
        document.bytes.withUnsafeBufferPointer { bytes in
            document.tokens.withUnsafeBufferPointer { all in
                var count = start
                for token in tokens {
                    items.initializeElement(at: count, to: Item(stem: stem(all[token], bytes), entity: -1, form: .name))
                    count &+= 1
                }
                return count
            }
        }
    }

    /// The hash of the first letters of a token.
    static func stem(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard token.kind != .number else { return number }
        let start = Int(token.start)
        let end = min(Int(token.end), start + letters)
        // Of most words all letters count: the tokenizer has hashed them.
        if Int(token.end) == end, !token.flags.contains(.dotted), isASCII(start..<end, bytes) { return token.hash }
        var hash = Folding.seed
        for index in start..<end {
            guard bytes[index] < 0x80 else { return foldedStem(token, bytes) }
            hash = Folding.mix(hash, Folding.small(bytes[index]))
        }
        return hash
    }

    private static func isASCII(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var all: UInt8 = 0
        for index in range { all |= bytes[index] }
        return all < 0x80
    }

    /// The same where some letter is not ASCII.
    private static func foldedStem(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = Folding.seed
        forEachLetter(token, bytes) { hash = Folding.mix(hash, $0) }
        return hash
    }

    /// The first letters of a token, as the tables spell them.
    static func spelling(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard token.kind != .number else { return "0" }
        var letters: [UInt8] = []
        forEachLetter(token, bytes) { letters.append($0) }
        return String(decoding: letters, as: UTF8.self)
    }

    @inline(__always)
    private static func forEachLetter(
        _ token: Token, _ bytes: UnsafeBufferPointer<UInt8>, _ take: (UInt8) -> Void
    ) {
        var index = Int(token.start)
        var count = 0
        while index < Int(token.end), count < letters {
            let byte = bytes[index]
            if byte >= 0x80, let base = Folding.latinBase(byte, index + 1 < Int(token.end) ? bytes[index + 1] : 0) {
                base.withUTF8Buffer { for letter in $0 { take(letter) } }
                index += 2
            } else if byte == 0xE2, index + 2 < Int(token.end), bytes[index + 1] == 0x80,
                bytes[index + 2] & 0xFE == 0x98
            {
                // A curly apostrophe.
                take(0x27)
                index += 3
            } else {
                // A character of several bytes is one letter.
                repeat {
                    take(Folding.small(bytes[index]))
                    index += 1
                } while index < Int(token.end) && bytes[index] & 0xC0 == 0x80
            }
            count += 1
        }
    }
}
