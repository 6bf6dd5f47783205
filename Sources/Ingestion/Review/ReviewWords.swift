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

    /// The items of each sentence.
    let sentences: [[Item]]
    /// The parties of each sentence, as they come.
    let parties: [[Int]]

    /// How many letters of a word count: enough to tell words apart, few enough to leave endings out.
    private static let letters = 6
    /// The longest sentence that is read, and how many parties of one.
    private static let (longest, most) = (200, 8)

    init(_ document: Document, _ entities: Entities) {
        var sentences: [[Item]] = []
        var parties: [[Int]] = []
        sentences.reserveCapacity(document.sentences.count)
        parties.reserveCapacity(document.sentences.count)
        document.bytes.withUnsafeBufferPointer { bytes in
            for sentence in document.sentences {
                let end = min(sentence.upperBound, sentence.lowerBound + Self.longest)
                var items: [Item] = []
                var named: [Int] = []
                items.reserveCapacity(end - sentence.lowerBound)
                var token = sentence.lowerBound
                for mention in entities.mentions(in: sentence)
                where mention.tokens.lowerBound >= token && mention.tokens.lowerBound < end {
                    guard entities.isParty(mention, document) else { continue }
                    while token < mention.tokens.lowerBound {
                        items.append(Self.item(document.tokens[token], bytes))
                        token += 1
                    }
                    items.append(Item(stem: Self.party, entity: Int32(mention.entity), form: mention.form))
                    if named.count < Self.most, !named.contains(mention.entity) { named.append(mention.entity) }
                    token = mention.tokens.upperBound
                }
                while token < end {
                    items.append(Self.item(document.tokens[token], bytes))
                    token += 1
                }
                sentences.append(items)
                parties.append(named)
            }
        }
        (self.sentences, self.parties) = (sentences, parties)
    }

    private static func item(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Item {
        Item(stem: stem(token, bytes), entity: -1, form: .name)
    }

    /// The hash of the first letters of a token.
    static func stem(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard token.kind != .number else { return number }
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
