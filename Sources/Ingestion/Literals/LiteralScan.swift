import Model

/// Reads the literals of one text from left to right.
struct LiteralScan {
    let document: Document
    let tables: Shared<LiteralLexicon>
    /// The day that "yesterday" is reckoned from.
    let reference: Day?
    var literals: [Literal] = []
    private let memo = AmountMemo()
    /// The roles of each token as a small word.
    private let roles: [WordRoles]

    init(_ document: Document, _ tables: Shared<LiteralLexicon>, reference: Day?) {
        self.document = document
        self.tables = tables
        self.reference = reference
        literals.reserveCapacity(document.tokens.count / Self.usual + 4)
        roles = document.mapNumbered(nothing: []) { number, token in
            token.kind == .word || token.kind == .symbol ? tables.value.roles[number] : []
        }
    }

    /// About as many tokens as there are for each literal.
    private static var usual: Int { 16 }

    /// Reads the whole text.
    mutating func run() {
        var index = 0
        let count = document.tokens.count
        while index < count {
            index = mayBegin(index) ? read(at: index) : index + 1
        }
    }

    /// Whether a literal can begin at a token: a digit, a symbol, or a word of a literal table.
    private func mayBegin(_ index: Int) -> Bool {
        switch document.tokens[index].kind {
        case .number, .currencySign, .symbol: return true
        case .stop: return isLeadingPoint(index)
        case .word:
            if document.tokens[index].flags.contains(.mixed) || !role(index, [.between, .from]).isEmpty { return true }
            let layers = document.layers(at: index) & Self.layers
            return layers == Layer.numberWord.mask ? isNumber(index) : layers != 0
        default: return false
        }
    }

    /// Whether a number word may begin a number: an article does only before another one, a unit or a currency.
    private func isNumber(_ index: Int) -> Bool {
        guard let (word, end) = numberWord(index), word.kind == .article,
            document.hits(at: index).allSatisfy({ $0.layer != .numberWord || lexicon.numbers[$0.row].kind == .article })
        else { return true }
        let next = skipHyphen(end)
        guard next < count else { return false }
        return document.layers(at: next) & Self.counted != 0 || document.tokens[next].kind == .currencySign
            || has(next, .and)
    }

    /// The layers of what may stand behind the article of a number.
    private static var counted: UInt64 {
        Layer.numberWord.mask | Layer.magnitude.mask | Layer.currency.mask | Layer.unit.mask | Layer.duration.mask
    }

    private static var layers: UInt64 {
        Layer.numberWord.mask | Layer.magnitude.mask | Layer.bound.mask | Layer.currency.mask | Layer.month.mask
            | Layer.weekday.mask | Layer.calendar.mask | Layer.duration.mask
    }

    /// Reads the literal that begins at a token, if one does; returns where to go on.
    private mutating func read(at index: Int) -> Int {
        if let date = date(at: index) { return keep(date) }
        if let end = clockTime(at: index) { return end }
        if let found = boundedOrPlain(at: index) {
            var end = index + 1
            if let literal = found.literal { end = keep(literal) }
            return Swift.max(end, found.end)
        }
        return index + 1
    }

    /// Keeps a literal; one that would reach into the next paragraph is none. Returns where to go on.
    private mutating func keep(_ literal: consuming Literal) -> Int {
        let tokens = literal.tokens
        guard document.tokens[tokens.lowerBound].paragraph == document.tokens[tokens.upperBound - 1].paragraph else {
            return tokens.lowerBound + 1
        }
        literals.append(literal)
        return tokens.upperBound
    }

    /// The amount that begins at a token.
    func amount(at index: Int) -> Amount? {
        guard mayBeAmount(index) else { return nil }
        if let known = memo[index] { return known }
        let amount = readAmount(at: index)
        memo[index] = .some(amount)
        return amount
    }

    /// Whether an amount can begin at a token: with a digit, a sign, or the name of a number or a currency.
    func mayBeAmount(_ index: Int) -> Bool {
        switch kind(index) {
        case .number, .currencySign, .symbol: true
        case .stop: isLeadingPoint(index)
        case .word:
            document.layers(at: index) & Self.amountLayers != 0 || document.tokens[index].flags.contains(.mixed)
        default: false
        }
    }

    private static var amountLayers: UInt64 { Layer.numberWord.mask | Layer.magnitude.mask | Layer.currency.mask }

    // MARK: - Looking at tokens

    var lexicon: LiteralLexicon { tables.value }

    var count: Int { document.tokens.count }

    func token(_ index: Int) -> Token? {
        index >= 0 && index < document.tokens.count ? document.tokens[index] : nil
    }

    func kind(_ index: Int) -> Token.Kind? { token(index)?.kind }

    func byte(_ index: Int) -> UInt8? {
        guard let token = token(index), token.end - token.start == 1 else { return nil }
        return document.bytes[Int(token.start)]
    }

    /// Whether white space stands before a token; true at the end.
    func isSpaced(_ index: Int) -> Bool { token(index)?.spaced ?? true }

    /// The index behind a hyphen, if one stands here.
    func skipHyphen(_ index: Int) -> Int { kind(index) == .hyphen ? index + 1 : index }

    /// The roles of the small word at a token.
    func role(_ index: Int) -> WordRoles {
        index >= 0 && index < roles.count ? roles[index] : []
    }

    func role(_ index: Int, _ roles: WordRoles) -> WordRoles { role(index).intersection(roles) }

    func has(_ index: Int, _ role: WordRoles) -> Bool { self.role(index).contains(role) }

    /// The index behind a small word of a role, if one stands here.
    func skip(_ index: Int, _ role: WordRoles) -> Int { self.role(index, role).isEmpty ? index : index + 1 }

    func numberWord(_ index: Int) -> (word: NumberWord, end: Int)? {
        document.hit(at: index, .numberWord).map { (lexicon.numbers[$0.row], $0.end) }
    }

    /// The ordinal at a token, where the word may be a fraction too ("third").
    func ordinalWord(_ index: Int) -> (value: Int, end: Int)? {
        guard holds(.numberWord, at: index) else { return nil }
        for hit in document.hits(at: index) where hit.layer == .numberWord {
            let word = lexicon.numbers[hit.row]
            if word.kind == .ordinal { return (word.value, hit.end) }
        }
        return nil
    }

    func magnitude(_ index: Int, _ accept: (Magnitude.Kind) -> Bool) -> (magnitude: Magnitude, end: Int)? {
        guard holds(.magnitude, at: index) else { return nil }
        for hit in document.hits(at: index) where hit.layer == .magnitude {
            let magnitude = lexicon.magnitudes[hit.row]
            if accept(magnitude.kind) { return (magnitude, hit.end) }
        }
        return nil
    }

    func calendarWord(
        _ index: Int, _ one: CalendarWord.Kind, _ two: CalendarWord.Kind? = nil, _ three: CalendarWord.Kind? = nil
    ) -> (word: CalendarWord, end: Int)? {
        guard holds(.calendar, at: index) else { return nil }
        for hit in document.hits(at: index) where hit.layer == .calendar {
            let kind = lexicon.calendar[hit.row].kind
            if kind == one || kind == two || kind == three { return (lexicon.calendar[hit.row], hit.end) }
        }
        return nil
    }

    /// Whether an entry of a layer begins at a token.
    @inline(__always)
    private func holds(_ layer: Layer, at index: Int) -> Bool {
        index >= 0 && index < count && document.layers(at: index) & layer.mask != 0
    }

    func timeUnit(_ index: Int) -> (unit: TimeUnit, end: Int)? {
        document.hit(at: index, .duration).map { (lexicon.durations[$0.row], $0.end) }
    }

    /// "11:30": no number. Returns where it ends.
    private func clockTime(at index: Int) -> Int? {
        guard kind(index) == .number, byte(index + 1) == 0x3A, !isSpaced(index + 1), kind(index + 2) == .number,
            !isSpaced(index + 2)
        else { return nil }
        return index + 3
    }

    /// ".08".
    func isLeadingPoint(_ index: Int) -> Bool {
        byte(index) == 0x2E && isSpaced(index) && kind(index + 1) == .number && !isSpaced(index + 1)
    }
}
