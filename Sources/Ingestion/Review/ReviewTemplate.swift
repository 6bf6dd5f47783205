/// What a feature of the review model tells; its name is that in the tables `review`.
enum ReviewTemplate: UInt8, CaseIterable, Sendable {
    /// What speaks for each class before anything is known.
    case bias
    // Of the sentence, in words: a word, two words in a row, a word of the sentence before, the word of a trigger.
    case word, words, before, trigger
    // Of the sentence: nouns of goods in it, before it and behind it, literals, frames of triggers, how many are named.
    case goods, goodsBefore, goodsBehind, literal, frame, named, headline
    // Of the two: their kinds, with what moves; how they are named.
    case first, second, kinds, firstGoods, secondGoods, kindsGoods
    case firstForm, secondForm, forms
    // Of two whom the sentence names: words between, before and behind them, how far apart, how many others between.
    case between, betweens, phrase, ahead, behind, distance, amid, swapped
    // Of one whom only the text before names: words around the other one, where it was named.
    case left, right, carried, place, protagonist, paragraph, opener, others
    // Of what the frames made of the two: a deal here, one told here too, one elsewhere, one with somebody else, none.
    case deal, here, again, elsewhere, half, none, told, confidence, band, feature, featureBand

    /// Whether a hash is that of a template's name.
    static func isSeed(_ hash: UInt64) -> Bool { known.contains(hash) }

    static let names = allCases.map { String(describing: $0) }

    /// The beginnings of the hashes of features, by template.
    static let seeds = names.map { ReviewHash.of($0) }
    private static let known = WordSet(seeds)
}

/// How features are told apart: 64 bits of their template and parts.
enum ReviewHash {
    /// The hash of a part.
    static func of(_ part: String) -> UInt64 {
        var hash = Folding.seed
        for byte in part.utf8 { hash = Folding.mix(hash, byte) }
        return hash
    }

    /// The hash of a part in UTF-8.
    static func of(_ part: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = Folding.seed
        for byte in part { hash = Folding.mix(hash, byte) }
        return hash
    }

    /// The hash of a feature with one more part.
    @inline(__always)
    static func join(_ hash: UInt64, _ part: UInt64) -> UInt64 {
        let mixed = (hash &* 0x9E37_79B9_7F4A_7C15) ^ part
        return (mixed ^ (mixed >> 29)) &* 0xBF58_476D_1CE4_E5B9
    }
}

/// What takes the features of a candidate: scores, or names for whoever fits the model.
protocol ReviewSink {
    associatedtype Key
    /// A feature without parts.
    func key(_ template: ReviewTemplate) -> Key
    /// A feature with one more part, by its hash.
    func key(_ key: Key, _ part: UInt64) -> Key
    /// Takes a feature with its value, in eighths.
    mutating func add(_ key: Key, _ value: Int)
    /// Takes a feature of each of some words, or only of those that name no party.
    mutating func add(
        _ template: ReviewTemplate, each items: ArraySlice<ReviewWords.Item>, isOfParties: Bool, _ value: Int)
    /// Takes a feature of each two words in a row, or only of those that both name no party.
    mutating func add(
        _ template: ReviewTemplate, eachTwo items: ArraySlice<ReviewWords.Item>, isOfParties: Bool, _ value: Int)
}

extension ReviewSink {
    @inline(__always)
    mutating func add(_ template: ReviewTemplate, _ value: Int = 8) { add(key(template), value) }

    @inline(__always)
    mutating func add(_ template: ReviewTemplate, _ part: UInt64, _ value: Int = 8) {
        add(key(key(template), part), value)
    }

    @inline(__always)
    mutating func add(_ template: ReviewTemplate, _ first: UInt64, _ second: UInt64, _ value: Int = 8) {
        add(key(key(key(template), first), second), value)
    }

    @inline(__always)
    mutating func add(
        _ template: ReviewTemplate, _ first: UInt64, _ second: UInt64, _ third: UInt64, _ value: Int = 8
    ) {
        add(key(key(key(key(template), first), second), third), value)
    }
}
