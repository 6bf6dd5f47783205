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
        fileprivate var folded: [Folded] = []
    }

    /// The forms of a row that are one to the gazetteer.
    fileprivate struct Folded {
        let hash: UInt64
        /// The bytes of the last spelling.
        var range: Range<Int>
        /// All that it may be.
        var features: WordFeatures
        /// The first spelling, by its hash, with what it may be.
        let first: (key: UInt64, features: WordFeatures)
        /// The others.
        var more: [(key: UInt64, features: WordFeatures)] = []
        var isPlain: Bool
        /// Whether it is one word of ASCII letters, of which the gazetteer has the same hash.
        let isLetters: Bool
    }

    /// Adds all forms of a lemma for a row.
    ///
    /// - Throws: the errors of ``Paradigms/forms(of:_:row:)``.
    mutating func add(
        _ lemma: String, _ paradigm: String, row index: Int, from row: Row, _ paradigms: Paradigms,
        _ gazetteer: inout Gazetteer.Builder
    ) throws(LexiconError) {
        var (forms, folded) = (InflectedForms(), [Folded]())
        swap(&forms, &gazetteer.room.forms)
        swap(&folded, &gazetteer.room.folded)
        forms = try paradigms.forms(of: lemma, paradigm, row: row, in: consume forms)
        forms.letters.withUnsafeBufferPointer { letters in
            Self.fold(forms, letters, row: index, into: &folded)
            for place in folded.indices {
                let form = folded[place].features.rawValue | (folded[place].isPlain ? Self.plain : 0)
                if folded[place].isLetters {
                    gazetteer.add(word: folded[place].hash, layer, row: index, form: form)
                } else {
                    gazetteer.add(
                        UnsafeBufferPointer(rebasing: letters[folded[place].range]), layer, row: index, form: form)
                }
                guard !folded[place].isPlain || isAskedByRow else { continue }
                add(folded[place].first.features, at: folded[place].first.key)
                for spelling in folded[place].more { add(spelling.features, at: spelling.key) }
            }
        }
        swap(&forms, &gazetteer.room.forms)
        swap(&folded, &gazetteer.room.folded)
    }

    private mutating func add(_ features: WordFeatures, at key: UInt64) {
        exact[key] = exact[key]?.union(features) ?? features
    }

    /// Puts the forms of a row where those of another one were.
    private static func fold(
        _ forms: InflectedForms, _ letters: UnsafeBufferPointer<UInt8>, row: Int, into folded: inout [Folded]
    ) {
        if !folded.isEmpty { folded.removeAll(keepingCapacity: true) }
        folded.reserveCapacity(forms.all.count)
        for form in forms.all {
            let hashes = hashes(UnsafeBufferPointer(rebasing: letters[form.range]))
            let key = Self.key(hashes.letters, row: row)
            if let known = folded.firstIndex(where: { $0.hash == hashes.folded }) {
                folded[known].isPlain = folded[known].isPlain && folded[known].first.key == key
                folded[known].range = form.range
                folded[known].features.formUnion(form.features)
                folded[known].more.append((key, form.features))
            } else {
                // With and without a hyphen: two to the gazetteer, one here.
                let twin = folded.firstIndex { $0.first.key == key || $0.more.contains { $0.key == key } }
                if let twin { folded[twin].isPlain = false }
                folded.append(
                    Folded(
                        hash: hashes.folded, range: form.range, features: form.features,
                        first: (key, form.features), isPlain: hashes.isASCII && twin == nil,
                        isLetters: hashes.isLetters))
            }
        }
    }

    /// The hash of the letters of a form (``hash(_:)``), that of its folded form (``Folding``), whether it is ASCII, and
    /// whether it is one word of letters.
    private static func hashes(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (letters: UInt64, folded: UInt64, isASCII: Bool, isLetters: Bool) {
        var isLetters = !bytes.isEmpty
        var letters = Folding.seed
        var folded = Folding.seed
        // Of one word, both are the same.
        var isOneWord = true
        for byte in bytes {
            let small = byte | 0x20
            if small &- 0x61 < 26 {
                folded = Folding.mix(folded, small)
                if !isOneWord { letters = Folding.mix(letters, small) }
                continue
            }
            guard byte < 0x80 else { return (hash(bytes), Folding.hash(bytes), false, false) }
            isLetters = false
            if isLeftOut(byte) {
                if isOneWord { letters = folded }
                isOneWord = false
            } else if !isOneWord {
                letters = Folding.mix(letters, byte)
            }
            folded = Folding.mix(folded, byte)
        }
        return (isOneWord ? folded : letters, folded, true, isLetters)
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
            let letters = Array(words).withUnsafeBufferPointer(Self.hash)
            if let features = exactFeatures(letters, row: hit.row) { return features }
        }
        return nil
    }

    /// A hash of a row and the letters of a form.
    @inline(__always)
    private static func key(_ letters: UInt64, row: Int) -> UInt64 {
        letters ^ (UInt64(row) &* 0x9E37_79B9_7F4A_7C15)
    }

    /// A hash of the letters of a form with their accents, without case, spaces and hyphens.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = Folding.seed
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            switch byte {
            case _ where isLeftOut(byte): break
            case 0x41...0x5A: hash = Folding.mix(hash, byte + 32)
            case 0xC3 where index + 1 < bytes.endIndex && (0x80...0x9E).contains(bytes[index + 1]):
                hash = Folding.mix(Folding.mix(hash, byte), bytes[index + 1] + 32)
                index += 1
            case 0xE2 where index + 2 < bytes.endIndex && bytes[index + 1] == 0x80:
                if bytes[index + 2] == 0x99 { hash = Folding.mix(hash, 0x27) }
                index += 2
            case 0xC2 where index + 1 < bytes.endIndex && bytes[index + 1] == 0xA0: index += 1
            default: hash = Folding.mix(hash, byte)
            }
            index += 1
        }
        return hash
    }
}
