/// The forms of a row with their spellings, those together that are one to the gazetteer.
struct Spellings {
    /// A form of the gazetteer.
    struct Form {
        /// The hash of its folded form; only that of the word that inflects where the others are the same.
        let folded: UInt64
        /// The hash of the letters of its first spelling.
        let letters: UInt64
        /// What the first spelling may be.
        var first: WordFeatures
        /// All that it may be.
        var features: WordFeatures
        /// The bytes of its last spelling.
        var range: Range<Int>
        /// Whether it has one spelling, without accents, that no other form shares.
        var isPlain: Bool
    }

    /// A further spelling of a form.
    struct More {
        let form: Int
        let letters: UInt64
        let features: WordFeatures
    }

    private(set) var forms: [Form] = []
    private(set) var more: [More] = []

    /// Leaves out those of the row before.
    mutating func restart() {
        if !forms.isEmpty { forms.removeAll(keepingCapacity: true) }
        if !more.isEmpty { more.removeAll(keepingCapacity: true) }
    }

    /// Adds a spelling, or what one that is known may be as well; `range` are its bytes where they are written.
    @inline(__always)
    mutating func add(_ hash: FormHash, _ features: WordFeatures, _ range: Range<Int> = 0..<0) {
        // A row has a dozen forms: looking through them is faster than hashing. With and without a hyphen a form is two to
        // the gazetteer, and one to who asks by letters.
        var twin: Int?
        for place in forms.indices {
            if forms[place].folded == hash.folded {
                forms[place].features.formUnion(features)
                forms[place].range = range
                if forms[place].letters == hash.letters {
                    forms[place].first.formUnion(features)
                } else {
                    forms[place].isPlain = false
                    more.append(More(form: place, letters: hash.letters, features: features))
                }
                return
            }
            if forms[place].letters == hash.letters { twin = place }
        }
        for spelling in more where spelling.letters == hash.letters { twin = spelling.form }
        if let twin { forms[twin].isPlain = false }
        forms.append(
            Form(
                folded: hash.folded, letters: hash.letters, first: features, features: features, range: range,
                isPlain: hash.isASCII && twin == nil))
    }
}
