/// Cuts a text into names: catalogue entries, and runs of capitalised words that no table knows.
struct NameRunFinder {
    let document: Document
    let tables: Shared<EntityLexicon>
    /// The cues of each token.
    let cues: [NameCues]
    /// Whether each token may be part of a name by its own form.
    private let nameParts: [Bool]
    /// Whether the headline capitalises its common words too, so that its capitals tell nothing.
    let titleCase: Bool
    var runs: [NameRun] = []
    /// Rows of the catalogue that are named inside a sentence.
    private(set) var namedInside: RowSet
    /// Rows of the catalogue of which only the short form stands in the text, once with another word behind it: the
    /// text means a namesake.
    private(set) var namesakes: RowSet
    /// Names of products that the text has for a company: "the chip company Contoso".
    private var firms = WordSet()
    /// The words with a capital that stand in small letters somewhere else.
    private let lowerCase: WordSet
    /// Words with a capital that stand without "of" and a name behind them somewhere inside a sentence.
    private(set) var standsAlone = WordSet(minimumCapacity: 32)
    /// Common words with a capital inside a sentence, each with the word with a capital behind it.
    private var pairsInside = WordSet()

    init(_ document: Document, _ tables: Shared<EntityLexicon>, cues: [NameCues]) {
        self.document = document
        self.tables = tables
        self.cues = cues
        namedInside = RowSet(in: tables.value.companies.indices)
        namesakes = namedInside
        lowerCase = Self.lowerCase(document.tokens)
        titleCase = Self.isTitleCase(document, cues)
        let nameParts = Self.nameParts(document)
        self.nameParts = nameParts
        for index in nameParts.indices where nameParts[index] && !isSentenceHead(index) {
            if index + 1 < tokens.count, cues[index + 1].contains(.genitive), nameBehindLink(index + 1, index) != nil {
                continue
            }
            standsAlone.insert(tokens[index].hash)
            if cues[index].contains(.ordinary), index + 1 < nameParts.count, nameParts[index + 1] {
                pairsInside.insert(pair(index))
            }
        }
    }

    /// The words with a capital that stand in small letters somewhere else.
    private static func lowerCase(_ tokens: [Token]) -> WordSet {
        var capitalised = WordSet(minimumCapacity: 128)
        var lowerCase = WordSet()
        tokens.withUnsafeBufferPointer { tokens in
            for token in tokens where token.kind == .word && token.capitalised { capitalised.insert(token.hash) }
            for token in tokens
            where token.kind == .word && !token.capitalised && capitalised.contains(token.hash) {
                lowerCase.insert(token.hash)
            }
        }
        return lowerCase
    }

    var tokens: [Token] { document.tokens }
    var lexicon: EntityLexicon { tables.value }

    /// The hash of a word and the one behind it.
    private func pair(_ index: Int) -> UInt64 {
        (tokens[index].hash &* 0x0000_0100_0000_01B3) ^ tokens[index + 1].hash
    }

    /// Whether a common word and the name word behind it stand together inside a sentence too, both with a capital.
    func standsInside(_ index: Int, before end: Int) -> Bool {
        index + 1 < end && nameParts[index + 1] && pairsInside.contains(pair(index))
    }

    mutating func find() {
        for hit in document.hits(of: .company) where !isSentenceHead(hit.first) {
            namedInside.insert(hit.row)
        }
        findNamesakes()
        for hit in document.hits(of: .product) where hit.tokens.count == 1 && companyNounEnds(at: hit.first) {
            firms.insert(tokens[hit.first].hash)
        }
        var at = 0
        while at < tokens.count {
            if let end = institutionEnd(at) ?? numberedEnd(at) {
                append(at..<end, .unknown)
                at = end
            } else if !mayName(at) || Self.isUnit(at, document) {
                at += 1
            } else if let hit = knownName(at: at), !isNamePart(at) {
                append(hit.tokens, Self.source(hit))
                at = hit.end
            } else if isNamePart(at) {
                at = max(split(at..<runEnd(from: at)), runs.last?.tokens.upperBound ?? 0)
            } else {
                at += 1
            }
        }
    }

    /// A headline capitalises its common words where most of its small-letter words are no more than small words.
    private static func isTitleCase(_ document: Document, _ cues: [NameCues]) -> Bool {
        guard let headline = document.paragraphs.first, document.paragraphs.count > 1 else { return false }
        var capitals = 0
        var small = 0
        for index in headline where document.tokens[index].kind == .word && index > headline.lowerBound {
            let token = document.tokens[index]
            if token.capitalised { capitals += 1 } else if !cues[index].contains(.small) { small += 1 }
        }
        return capitals >= 4 && small * 4 <= capitals
    }

    private mutating func findNamesakes() {
        var full = RowSet(in: lexicon.companies.indices)
        for hit in document.hits(of: .company) {
            if hit.tokens.count >= lexicon.companies[hit.row].nameWords {
                full.insert(hit.row)
            } else if hit.tokens.count == 1, isFollowedByName(hit), !(titleCase && document.isHeadline(hit.first)) {
                namesakes.insert(hit.row)
            }
        }
        namesakes.subtract(full)
        findNamedThings()
    }

    /// "an assistant called Contoso" is no company, whatever is called so elsewhere.
    private mutating func findNamedThings() {
        var companies = RowSet(in: lexicon.companies.indices)
        for hit in document.hits(of: .company) {
            if hit.tokens.count > 1 {
                companies.insert(hit.row)
            } else if isNamedThing(hit.first) || isOwnThing(hit.tokens) {
                namesakes.insert(hit.row)
            }
        }
        namesakes.subtract(companies)
    }

    /// Whether a word of a name that no table has follows an entry.
    private func isFollowedByName(_ hit: Hit) -> Bool {
        let next = hit.end
        guard next < tokens.count, tokens[next].kind == .word, tokens[next].spaced, isNamePart(next),
            tokens[next].sentence == tokens[hit.first].sentence, !tokens[next].flags.contains(.mixed)
        else { return false }
        return knownName(at: next) == nil && cues[next].isEmpty && document.hit(at: next, .function) == nil
            && !lexicon.firstNames.contains(tokens[next].hash)
    }

    /// Whether each of some tokens may be part of a name by its own form.
    private static func nameParts(_ document: Document) -> [Bool] {
        let tokens = document.tokens
        return tokens.indices.map { index in
            !tokens[index].flags.isDisjoint(with: [.capitalised, .innerCapital]) && tokens[index].kind == .word
                && !tokens[index].flags.contains(.elision) && !isUnit(index, document)
        }
    }

    /// Whether a token may be part of a name by its own form.
    func isNamePart(_ index: Int) -> Bool { nameParts[index] }

    /// Whether the word of a token stands in small letters, here or somewhere else.
    func isLowerCaseElsewhere(_ index: Int) -> Bool {
        tokens[index].kind == .word && !tokens[index].capitalised || lowerCase.contains(tokens[index].hash)
    }

    /// Whether a token may begin a name at all.
    private func mayName(_ index: Int) -> Bool {
        document.layers(at: index) & Self.layers != 0
            || !tokens[index].flags.isDisjoint(with: [.capitalised, .innerCapital])
    }

    /// The layers of known names.
    private static var layers: UInt64 {
        Layer.company.mask | Layer.media.mask | Layer.project.mask | Layer.place.mask | Layer.product.mask
            | Layer.brand.mask
    }

    /// Whether letters belong to an amount: `38B`, `US$`, `RM15bn`.
    private static func isUnit(_ index: Int, _ document: Document) -> Bool {
        let tokens = document.tokens
        if isCurrency(index, document) { return true }
        let isBehindDigits = index > 0 && tokens[index - 1].kind == .number && !tokens[index].spaced
        let isBeforeSign =
            index + 1 < tokens.count && tokens[index + 1].kind == .currencySign && !tokens[index + 1].spaced
        return isBehindDigits || isBeforeSign
    }

    /// Whether a word is the short form of a currency right before a number, and no company's name.
    private static func isCurrency(_ index: Int, _ document: Document) -> Bool {
        guard document.layers(at: index) & Layer.currency.mask != 0, index + 1 < document.tokens.count,
            document.tokens[index].kind == .word, document.tokens[index].end - document.tokens[index].start > 1,
            document.tokens[index + 1].kind == .number
        else { return false }
        return document.layers(at: index) & Layer.company.mask == 0
    }

    /// The longest catalogue name that begins at a token.
    func knownName(at index: Int) -> Hit? {
        guard document.layers(at: index) & Self.layers != 0 else { return nil }
        return document.hits(at: index).first {
            $0.layer.mask & Self.layers != 0 && !($0.layer == .place && lexicon.isDemonym(place: $0.row))
                && !($0.layer == .company && namesakes.contains($0.row)) && !($0.layer == .media && isPeople($0))
                && !($0.layer == .product && $0.tokens.count == 1 && firms.contains(tokens[$0.first].hash))
        }
    }

    /// "The Australian asset manager": whether an article and the name of a people stand before a noun for a company.
    private func isPeople(_ hit: Hit) -> Bool {
        guard hit.tokens.count == 2, cues[hit.end - 1].contains(.demonym), hit.end < tokens.count,
            !tokens[hit.end].capitalised
        else { return false }
        return (hit.end..<min(tokens.count, hit.end + 3)).contains { document.hit(at: $0, .companyNoun) != nil }
    }

    static func source(_ hit: Hit) -> NameRun.Source {
        switch hit.layer {
        case .company: .company(hit.row)
        case .media: .media(hit.row)
        case .project: .project(hit.row)
        case .place: .place(hit.row)
        case .brand: .brand(hit.row)
        default: .product
        }
    }

    mutating func append(_ range: Range<Int>, _ source: NameRun.Source) {
        guard range.lowerBound >= runs.last?.tokens.upperBound ?? 0 else { return }
        runs.append(NameRun(tokens: range, source: source, hasTitle: hasTitle(before: range.lowerBound)))
    }

    /// Whether a title ("Ms", "M.") stands before a token.
    func hasTitle(before index: Int) -> Bool {
        var before = index - 1
        if before > 0, tokens[before].kind == .stop, !tokens[before].spaced { before -= 1 }
        guard before >= 0, tokens[before].kind == .word, tokens[before].paragraph == tokens[index].paragraph else {
            return false
        }
        return lexicon.titles.contains(tokens[before].hash) && tokens[before].capitalised
    }
}
