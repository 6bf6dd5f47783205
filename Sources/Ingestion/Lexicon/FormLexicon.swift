/// The inflected forms of a layer's entries: puts them into the gazetteer and tells of a hit which form stands there.
///
/// The gazetteer folds accents away, so that "signe" and "signé" are one surface to it; this knows them apart.
struct FormLexicon: Sendable {
    private let layer: Layer
    /// What a form may be, by row and surface together; plain forms are left out where nobody asks for them by row.
    private var exact: WordMap<WordFeatures>
    private let isAskedByRow: Bool
    /// Rows with a surface so short that a missing accent makes another word of it.
    private static let shortest = 3
    /// Marks a form in the gazetteer that only one spelling of its row folds to, without accents: words that match it
    /// and have none are that form, whatever their letters.
    private static let plain: UInt16 = 1 << 15

    /// The lexicon of a layer; `isAskedByRow` where ``exactFeatures(_:in:)`` is asked for its forms, of which there are
    /// about so many.
    init(_ layer: Layer, isAskedByRow: Bool = false, count: Int = 4) {
        self.layer = layer
        exact = WordMap(minimumCapacity: count)
        self.isAskedByRow = isAskedByRow
    }

    /// Room for the forms of a row, which one row after the other takes while the tables are read.
    struct Room {
        fileprivate var forms = InflectedForms()
        fileprivate var spellings = Spellings()
    }

    /// Adds all forms of a lemma for a row, by the paradigm of a name.
    ///
    /// - Throws: the errors of ``Paradigms/forms(of:_:row:in:)``.
    mutating func add(
        _ lemma: String, _ paradigm: String, row index: Int, from row: Row, _ paradigms: Paradigms,
        _ gazetteer: inout Gazetteer.Builder
    ) throws(LexiconError) {
        try Array(lemma.utf8).withUnsafeBufferPointer { (lemma) throws(LexiconError) in
            try Array(paradigm.utf8).withUnsafeBufferPointer { (paradigm) throws(LexiconError) in
                try add(lemma, paradigm, row: index, from: row, paradigms, &gazetteer)
            }
        }
    }

    /// Adds all forms of a lemma that stands in a column, by the paradigm that another one names, if one does.
    ///
    /// - Throws: the errors of ``Paradigms/forms(of:_:row:in:)``.
    mutating func add(
        column: Int, paradigm: Int? = nil, row index: Int, from row: Row, _ paradigms: Paradigms,
        _ gazetteer: inout Gazetteer.Builder
    ) throws(LexiconError) {
        try row.withBytes(of: column) { (lemma) throws(LexiconError) in
            // A column that no row has is empty.
            try row.withBytes(of: paradigm ?? .max) { (paradigm) throws(LexiconError) in
                try add(lemma, paradigm, row: index, from: row, paradigms, &gazetteer)
            }
        }
    }

    /// Adds all forms of the lemmas that a column lists, by the paradigm that another one names.
    ///
    /// - Throws: the errors of ``Paradigms/forms(of:_:row:in:)``.
    mutating func add(
        list column: Int, paradigm: Int, row index: Int, from row: Row, _ paradigms: Paradigms,
        _ gazetteer: inout Gazetteer.Builder
    ) throws(LexiconError) {
        try row.withBytes(of: paradigm) { (paradigm) throws(LexiconError) in
            try row.forEachPart(of: column) { (lemma) throws(LexiconError) in
                try add(lemma, paradigm, row: index, from: row, paradigms, &gazetteer)
            }
        }
    }

    /// Adds all forms of a lemma for a row.
    ///
    /// - Throws: the errors of ``Paradigms/forms(of:_:row:in:)``.
    mutating func add(
        _ lemma: UnsafeBufferPointer<UInt8>, _ paradigm: UnsafeBufferPointer<UInt8>, row index: Int, from row: Row,
        _ paradigms: Paradigms, _ gazetteer: inout Gazetteer.Builder
    ) throws(LexiconError) {
        var room = Room()
        swap(&room, &gazetteer.room)
        defer { swap(&room, &gazetteer.room) }
        room.spellings.restart()
        if let plain = PlainLemma(lemma, inflects: !paradigm.isEmpty),
            paradigms.spell(plain, paradigm, into: &room.spellings)
        {
            add(plain, room.spellings, row: index, &gazetteer)
        } else {
            var forms = InflectedForms()
            swap(&forms, &room.forms)
            room.forms = try paradigms.forms(of: lemma, paradigm, row: row, in: forms)
            room.spellings.restart()
            add(room.forms, &room.spellings, row: index, &gazetteer)
        }
    }

    /// Adds the forms of a lemma of plain words.
    private mutating func add(
        _ lemma: PlainLemma, _ spellings: borrowing Spellings, row index: Int, _ gazetteer: inout Gazetteer.Builder
    ) {
        let (words, word) = (lemma.words.count, lemma.before)
        let before = gazetteer.state(behind: lemma.words, 0..<word)
        for form in spellings.forms {
            var state = gazetteer.state(behind: form.folded, from: before)
            if word < words { state = gazetteer.state(behind: lemma.words, word..<words, from: state) }
            gazetteer.add(state: state, layer, row: index, form: Self.mark(form))
            guard !form.isPlain || isAskedByRow else { continue }
            add(form.first, at: Self.key(lemma.letters(behind: form.letters), row: index))
        }
        for spelling in spellings.more where !spellings.forms[spelling.form].isPlain || isAskedByRow {
            add(spelling.features, at: Self.key(lemma.letters(behind: spelling.letters), row: index))
        }
    }

    /// Adds forms as they are written.
    private mutating func add(
        _ forms: borrowing InflectedForms, _ spellings: inout Spellings, row index: Int,
        _ gazetteer: inout Gazetteer.Builder
    ) {
        forms.letters.withUnsafeBufferPointer { letters in
            for form in forms.all {
                spellings.add(
                    FormHash(UnsafeBufferPointer(rebasing: letters[form.range])), form.features, form.range)
            }
            for form in spellings.forms {
                gazetteer.add(
                    UnsafeBufferPointer(rebasing: letters[form.range]), layer, row: index, form: Self.mark(form))
                guard !form.isPlain || isAskedByRow else { continue }
                add(form.first, at: Self.key(form.letters, row: index))
            }
            for spelling in spellings.more where !spellings.forms[spelling.form].isPlain || isAskedByRow {
                add(spelling.features, at: Self.key(spelling.letters, row: index))
            }
        }
    }

    /// What the gazetteer keeps of a form.
    @inline(__always)
    private static func mark(_ form: Spellings.Form) -> UInt16 { form.features.rawValue | (form.isPlain ? plain : 0) }

    @inline(__always)
    private mutating func add(_ features: WordFeatures, at key: UInt64) {
        exact.merge(features, at: key) { $0.union($1) }
    }

    /// Whether a byte is a space or a hyphen, which the letters of a form are without.
    @inline(__always)
    private static func isLeftOut(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x2D || byte == 0x09 || byte == 0x0A
    }

    /// What the form at a hit may be, or `nil` where its accents make another word of it.
    @inline(__always)
    func features(_ hit: Hit, in document: Document) -> WordFeatures? {
        // Most are plain forms of one word.
        if hit.form & Self.plain != 0, hit.first + 1 == hit.end,
            !document.tokens[hit.first].flags.contains(.accented)
        {
            return WordFeatures(rawValue: hit.form & ~Self.plain)
        }
        return spelledFeatures(hit, in: document)
    }

    /// The same for any form.
    private func spelledFeatures(_ hit: Hit, in document: Document) -> WordFeatures? {
        var isAccented = document.tokens[hit.first].flags.contains(.accented)
        for token in hit.tokens.dropFirst() where document.tokens[token].flags.contains(.accented) { isAccented = true }
        let folded = WordFeatures(rawValue: hit.form & ~Self.plain)
        if hit.form & Self.plain != 0, !isAccented { return folded }
        guard let (start, end) = document.byteRange(hit.tokens) else { return nil }
        if let features = exactFeatures(hit, in: document) { return features }
        let isDecomposed = document.bytes[start..<end].contains { $0 == 0xCC || $0 == 0xCD }
        guard isDecomposed || (!isAccented && end - start > Self.shortest) else { return nil }
        return folded
    }

    /// What the words at a hit may be, if its row has just such a form.
    func exactFeatures(_ hit: Hit, in document: Document) -> WordFeatures? {
        guard let (start, end) = document.byteRange(hit.tokens) else { return nil }
        let letters = document.bytes.withUnsafeBufferPointer { bytes in
            Self.hash(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        }
        return exactFeatures(letters, row: hit.row) ?? partedFeatures(hit, in: document)
    }

    /// A hash of the letters of a token's word, for ``exactFeatures(_:row:)``.
    func letters(of token: Int, in document: Document) -> UInt64 {
        let word = Int(document.tokens[token].start)..<Int(document.tokens[token].end)
        return document.bytes.withUnsafeBufferPointer { Self.hash(UnsafeBufferPointer(rebasing: $0[word])) }
    }

    /// What a word of some letters may be, if a row has just such a form: many rows are asked of one word.
    @inline(__always)
    func exactFeatures(_ letters: UInt64, row: Int) -> WordFeatures? { exact[Self.key(letters, row: row)] }

    /// The same where adverbs stand behind the first word.
    private func partedFeatures(_ hit: Hit, in document: Document) -> WordFeatures? {
        guard layer.mayBeParted, hit.tokens.count > 2 else { return nil }
        let head = document.tokens[hit.first]
        for next in hit.tokens.dropFirst(2).prefix(2) {
            let rest = Int(document.tokens[next].start)..<Int(document.tokens[hit.end - 1].end)
            let words = document.bytes[Int(head.start)..<Int(head.end)] + document.bytes[rest]
            let letters = Array(words).withUnsafeBufferPointer { Self.hash($0) }
            if let features = exactFeatures(letters, row: hit.row) { return features }
        }
        return nil
    }

    /// A hash of a row and the letters of a form.
    @inline(__always)
    private static func key(_ letters: UInt64, row: Int) -> UInt64 {
        letters ^ (UInt64(row) &* 0x9E37_79B9_7F4A_7C15)
    }

    /// A hash of the letters of a form with their accents, without case, spaces and hyphens, behind those of a hash.
    static func hash(_ bytes: UnsafeBufferPointer<UInt8>, from seed: UInt64 = 0) -> UInt64 {
        var hash = seed
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            switch byte {
            case 0x61...0x7A: hash = mix(hash, byte)
            case _ where isLeftOut(byte): break
            case 0x41...0x5A: hash = mix(hash, byte + 32)
            case 0xC3 where index + 1 < bytes.endIndex && (0x80...0x9E).contains(bytes[index + 1]):
                hash = mix(mix(hash, byte), bytes[index + 1] + 32)
                index += 1
            case 0xE2 where index + 2 < bytes.endIndex && bytes[index + 1] == 0x80:
                if bytes[index + 2] == 0x99 { hash = mix(hash, 0x27) }
                index += 2
            case 0xC2 where index + 1 < bytes.endIndex && bytes[index + 1] == 0xA0: index += 1
            default: hash = mix(hash, byte)
            }
            index += 1
        }
        return hash
    }

    /// The hash with one more letter: a polynomial, so that those of two parts make that of both (``PlainLemma``).
    @inline(__always)
    static func mix(_ hash: UInt64, _ letter: UInt8) -> UInt64 {
        hash &* 0x2545_F491_4F6C_DD1D &+ UInt64(letter)
    }
}
