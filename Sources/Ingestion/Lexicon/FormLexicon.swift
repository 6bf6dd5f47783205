/// The inflected forms of a layer's entries: puts them into the gazetteer and tells of a hit which form stands there.
///
/// The gazetteer folds accents away, so that "signe" and "signé" are one surface to it; this knows them apart.
struct FormLexicon: Sendable {
    private let layer: Layer
    /// What a form may be, by row and surface together.
    private var exact = WordMap<WordFeatures>()
    /// Rows with a surface so short that a missing accent makes another word of it.
    private static let shortest = 3

    init(_ layer: Layer) {
        self.layer = layer
    }

    /// Adds all forms of a lemma for a row.
    ///
    /// - Throws: the errors of ``Paradigms/forms(of:_:row:)``.
    mutating func add(
        _ lemma: String, _ paradigm: String, row index: Int, from row: Row, _ paradigms: Paradigms,
        _ gazetteer: inout Gazetteer.Builder
    ) throws(LexiconError) {
        let forms = try paradigms.forms(of: lemma, paradigm, row: row)
        // The forms that are one to the gazetteer, each with the last spelling and all that it may be.
        var folded: [(hash: UInt64, surface: String, features: WordFeatures)] = []
        folded.reserveCapacity(forms.count)
        for form in forms {
            let key = Self.hash(Array(form.surface.utf8)[...], row: index)
            exact[key] = (exact[key] ?? []).union(form.features)
            let hash = Folding.hash(form.surface)
            if let known = folded.firstIndex(where: { $0.hash == hash }) {
                folded[known].surface = form.surface
                folded[known].features.formUnion(form.features)
            } else {
                folded.append((hash, form.surface, form.features))
            }
        }
        for form in folded { gazetteer.add(form.surface, layer, row: index, form: form.features.rawValue) }
    }

    /// What the form at a hit may be, or `nil` where its accents make another word of it.
    func features(_ hit: Hit, in document: Document) -> WordFeatures? {
        guard let (start, end) = document.byteRange(hit.tokens) else { return nil }
        let bytes = document.bytes[start..<end]
        if let features = exact[Self.hash(bytes, row: hit.row)] { return features }
        let isAccented = document.tokens[hit.tokens].contains { $0.flags.contains(.accented) }
        let isDecomposed = bytes.contains { $0 == 0xCC || $0 == 0xCD }
        guard isDecomposed || (!isAccented && bytes.count > Self.shortest) else { return nil }
        return WordFeatures(rawValue: hit.form)
    }

    /// What the words at a hit may be, if its row has just such a form.
    func exactFeatures(_ hit: Hit, in document: Document) -> WordFeatures? {
        document.byteRange(hit.tokens).flatMap { exact[Self.hash(document.bytes[$0.0..<$0.1], row: hit.row)] }
    }

    /// A hash of a row and the letters of a form with their accents, without case, spaces and hyphens.
    private static func hash(_ bytes: ArraySlice<UInt8>, row: Int) -> UInt64 {
        var hash = Folding.seed ^ (UInt64(row) &* 0x9E37_79B9_7F4A_7C15)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            switch byte {
            case 0x20, 0x2D, 0x09, 0x0A: break
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
