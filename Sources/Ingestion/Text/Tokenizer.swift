/// Cuts UTF-8 text into tokens in one pass over its bytes; sentences, quotes and brackets come after
/// (``SentenceSplitter``).
final class Tokenizer: Sendable {
    /// Folded forms that elide before a vowel (`l`, `d`, `qu`, `jusqu`), by hash.
    let elisions: WordSet
    /// Codes of currencies that may be glued to a sum (`R900m`, `USD38bn`), by hash.
    let currencies: WordSet

    init(elisions: WordSet, currencies: WordSet = []) {
        self.elisions = elisions
        self.currencies = currencies
    }

    /// The tokens of a text, which must be valid UTF-8.
    func tokens(of bytes: UnsafeBufferPointer<UInt8>) -> [Token] {
        var scan = Scan(bytes, self)
        scan.run()
        return scan.tokens
    }
}

/// One pass of the tokenizer.
private struct Scan {
    let bytes: UnsafeBufferPointer<UInt8>
    let tables: Tokenizer
    var tokens: [Token] = []
    var at = 0
    var spaced = true
    var paragraph: Int32 = 0
    var lineBreaks = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ tables: Tokenizer) {
        self.bytes = bytes
        self.tables = tables
        tokens.reserveCapacity(bytes.count / 4 + 8)
    }

    mutating func run() {
        while at < bytes.count {
            // Most of a text: words of ASCII letters and single spaces.
            if bytes[at] == 0x20 {
                spaced = true
                at += 1
                continue
            }
            if WordForm.isLetter(bytes[at]) {
                word()
                continue
            }
            let (scalar, length) = scalar(at: at)
            switch CharacterClass.of(scalar) {
            case .space: space(scalar, length)
            case .letter: word()
            case .digit: number()
            case .ignored: at += length
            case .sign(let kind): sign(kind, length)
            case .apostrophe: apostrophe(length)
            case .hyphen: hyphen(length)
            }
        }
    }

    mutating func space(_ scalar: UInt32, _ length: Int) {
        if scalar == 0x0A || scalar == 0x2028 || scalar == 0x2029, !tokens.isEmpty { lineBreaks += 1 }
        spaced = true
        at += length
    }

    mutating func emit(_ kind: Token.Kind, from start: Int, hash: UInt64 = 0, flags: Token.Flags = []) {
        if lineBreaks > 0 {
            paragraph += 1
            lineBreaks = 0
        }
        var flags = flags
        if spaced { flags.insert(.spaceBefore) }
        spaced = false
        tokens.append(
            Token(
                start: Int32(start), end: Int32(at), hash: hash, kind: kind, flags: flags, sentence: 0,
                paragraph: paragraph))
    }

    mutating func sign(_ kind: Token.Kind, _ length: Int) {
        let start = at
        var hash = Folding.seed
        for index in at..<at + length { hash = Folding.mix(hash, bytes[index]) }
        at += length
        emit(kind, from: start, hash: hash)
    }

    mutating func number() {
        let start = at
        var hash = Folding.seed
        while at < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39 {
            hash = Folding.mix(hash, bytes[at])
            at += 1
        }
        emit(.number, from: start, hash: hash)
    }

    /// A hyphen between word characters joins; one with space on a side is a dash.
    mutating func hyphen(_ length: Int) {
        let joined = !spaced && at + length < bytes.count && isWordCharacter(at + length)
        sign(joined ? .hyphen : .dash, length)
    }

    /// An apostrophe that no word took: a possessive, or a single quotation mark.
    mutating func apostrophe(_ length: Int) {
        if !spaced, at + length < bytes.count, bytes[at + length] | 0x20 == 0x73, !isWordCharacter(at + length + 1) {
            let start = at
            at += length + 1
            emit(.possessive, from: start, hash: Folding.hash("'s"))
            return
        }
        let opens = scalar(at: at).0 == 0x2018 || (spaced && at + length < bytes.count && isWordCharacter(at + length))
        sign(opens ? .openQuote : (spaced ? .straightQuote : .closeQuote), length)
    }

    mutating func word() {
        let start = at
        var form = WordForm()
        letters(&form)
        while at < bytes.count {
            if WordForm.isLetter(bytes[at]) {
                letters(&form)
                continue
            }
            // What ends most words.
            if bytes[at] == 0x20 { break }
            let (scalar, length) = scalar(at: at)
            switch CharacterClass.of(scalar) {
            case .digit where isCurrency(form) && isSum(at: at): break
            case .letter, .digit, .ignored:
                form.add(scalar)
                at += length
                continue
            case .apostrophe:
                if tables.elisions.contains(form.hash), isWordCharacter(at + length) {
                    at += length
                    form.flags.insert(.elision)
                    form.hash = Folding.mix(form.hash, 0x27)
                } else if isWordCharacter(at + length), !isPossessive(at + length) {
                    form.hash = Folding.mix(form.hash, 0x27)
                    at += length
                    continue
                }
            case .sign(.stop) where scalar == 0x2E && form.letters == 1 && isInitial(at + length):
                dotted(&form)
            default: break
            }
            break
        }
        emit(.word, from: start, hash: form.hash, flags: form.finished)
    }

    /// The ASCII letters that stand here: all of most words.
    @inline(__always)
    mutating func letters(_ form: inout WordForm) {
        var index = at
        var hash = form.hash
        var capitals = 0
        while index < bytes.count {
            let byte = bytes[index]
            let letter = byte | 0x20
            guard letter &- 0x61 < 26 else { break }
            if byte != letter {
                form.flags.insert(form.letters == 0 && index == at ? .capitalised : .innerCapital)
                capitals += 1
            }
            hash = Folding.mix(hash, letter)
            index += 1
        }
        form.hash = hash
        form.capitals += capitals
        form.letters += index - at
        at = index
    }

    /// `S.A.`, `U.S.`: single letters with a stop behind each.
    mutating func dotted(_ form: inout WordForm) {
        form.flags.insert(.dotted)
        at += 1
        while at < bytes.count, isLetter(at), at + 1 < bytes.count {
            let (scalar, length) = scalar(at: at)
            guard at + length < bytes.count, bytes[at + length] == 0x2E else { break }
            form.add(scalar)
            at += length + 1
        }
    }

    /// Whether a single letter and a stop stand here.
    func isInitial(_ index: Int) -> Bool {
        guard index < bytes.count, isLetter(index) else { return false }
        let next = index + scalar(at: index).1
        return next < bytes.count && bytes[next] == 0x2E
    }

    /// Whether the `s` of a possessive, and nothing of a word behind it, stands here.
    func isPossessive(_ index: Int) -> Bool {
        bytes[index] | 0x20 == 0x73 && !isWordCharacter(index + 1)
    }

    func isLetter(_ index: Int) -> Bool {
        if case .letter = CharacterClass.of(scalar(at: index).0) { return true }
        return false
    }

    func isWordCharacter(_ index: Int) -> Bool {
        guard index < bytes.count else { return false }
        switch CharacterClass.of(scalar(at: index).0) {
        case .letter, .digit: return true
        default: return false
        }
    }

    /// The code point at a byte and its length; what is no UTF-8 is never taken for ASCII.
    @inline(__always)
    func scalar(at index: Int) -> (UInt32, Int) {
        let first = UInt32(bytes[index])
        if first < 0x80 { return (first, 1) }
        let (scalar, length) = wideScalar(first, at: index)
        return (scalar < 0x80 ? 0xFFFD : scalar, length)
    }

    private func wideScalar(_ first: UInt32, at index: Int) -> (UInt32, Int) {
        func next(_ offset: Int) -> UInt32 {
            index + offset < bytes.count ? UInt32(bytes[index + offset]) & 0x3F : 0
        }
        if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), Swift.min(2, bytes.count - index)) }
        if first < 0xF0 {
            return ((first & 0x0F) << 12 | next(1) << 6 | next(2), Swift.min(3, bytes.count - index))
        }
        return (
            (first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), Swift.min(4, bytes.count - index)
        )
    }
}

// Sums whose currency is glued to them: "R900m", "USD38bn", "R1.5 billion".
private extension Scan {
    /// Whether the letters of a word so far are the code of a currency.
    func isCurrency(_ form: WordForm) -> Bool {
        form.digits == 0 && (1...3).contains(form.letters) && form.flags.contains(.capitalised)
            && tables.currencies.contains(form.hash)
    }

    /// Whether a number begins here that a scale ends: glued to it, or a word behind it.
    func isSum(at start: Int) -> Bool {
        var end = start
        while end < bytes.count, isDigit(end) || (isPoint(end) && end + 1 < bytes.count && isDigit(end + 1)) {
            end += 1
        }
        if end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x2D { end += 1 }
        var letters = end
        while letters < bytes.count, letters - end <= Self.longestScale, bytes[letters] | 0x20 >= 0x61,
            bytes[letters] | 0x20 <= 0x7A
        { letters += 1 }
        guard !isWordCharacter(letters) else { return false }
        return Self.scales.contains(bytes[end..<letters].reduce(Folding.seed) { Folding.mix($0, $1 | 0x20) })
    }

    func isDigit(_ index: Int) -> Bool { bytes[index] >= 0x30 && bytes[index] <= 0x39 }

    func isPoint(_ index: Int) -> Bool { bytes[index] == 0x2E || bytes[index] == 0x2C }

    /// The longest word of ``scales``, in bytes.
    static let longestScale = 9

    /// Words and letters that scale a sum, by hash.
    static let scales = WordSet(
        [
            "k", "m", "mn", "mln", "mio", "million", "millions", "b", "bn", "bln", "billion", "billions", "md", "mds",
            "mrd", "milliard", "milliards", "t", "tn", "trn", "trillion", "trillions", "cr", "crore", "crores", "lakh",
        ].map(Folding.hash))
}

/// What is known of a word while it is scanned.
private struct WordForm {
    var hash = Folding.seed
    var flags: Token.Flags = []
    var letters = 0
    var capitals = 0
    var digits = 0

    /// Whether a byte is an ASCII letter.
    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// Adds an ASCII letter.
    @inline(__always)
    mutating func addLetter(_ byte: UInt8) {
        if byte < 0x61 { capital() }
        hash = Folding.mix(hash, byte | 0x20)
        letters += 1
    }

    mutating func add(_ scalar: UInt32) {
        if scalar < 0x80 {
            let byte = UInt8(scalar)
            if Self.isLetter(byte) { return addLetter(byte) }
            hash = Folding.mix(hash, byte)
            if byte <= 0x39 { digits += 1 } else { letters += 1 }
            return
        }
        guard let base = Folding.base(of: scalar) else {
            if Folding.isCapital(scalar) { capital() }
            String(Unicode.Scalar(scalar) ?? "?").utf8.forEach { hash = Folding.mix(hash, $0) }
            letters += 1
            return
        }
        base.withUTF8Buffer { $0.forEach { hash = Folding.mix(hash, $0) } }
        flags.insert(.accented)
        if base.utf8CodeUnitCount > 0 {
            if Folding.isCapital(scalar) { capital() }
            letters += 1
        }
    }

    @inline(__always)
    mutating func capital() {
        if letters == 0 { flags.insert(.capitalised) } else { flags.insert(.innerCapital) }
        capitals += 1
    }

    var finished: Token.Flags {
        var flags = flags
        if digits > 0 { flags.insert(.mixed) }
        if capitals == letters, letters > 1 { flags.insert(.allCapitals) }
        return flags
    }
}
