/// The hashes of a form, while its parts are put together.
struct FormHash {
    /// That of its letters with their accents (``FormLexicon``).
    private(set) var letters: UInt64
    /// That of its folded form (``Folding``).
    private(set) var folded: UInt64
    /// Whether no letter has an accent.
    private(set) var isASCII: Bool

    /// The hashes of a whole form.
    init(_ form: UnsafeBufferPointer<UInt8>) {
        letters = FormLexicon.hash(form)
        folded = Folding.hash(form)
        isASCII = form.allSatisfy { $0 < 0x80 }
    }

    /// The hashes of a word of which nothing is there yet, behind words that only the letters are asked for.
    init(behind words: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
        letters = FormLexicon.hash(words)
        folded = Folding.seed
        self.isASCII = isASCII
    }

    /// Adds letters of Latin; false where anything else stands.
    @inline(__always)
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let small = byte | 0x20
            index &+= 1
            if small &- 0x61 < 26 {
                letters = FormLexicon.mix(letters, small)
                folded = Folding.mix(folded, small)
            } else {
                guard index < bytes.count, let base = Folding.latinLetter(byte, bytes[index]) else { return false }
                letters = FormLexicon.hash(UnsafeBufferPointer(rebasing: bytes[index - 1...index]), from: letters)
                base.withUTF8Buffer { for letter in $0 { folded = Folding.mix(folded, letter) } }
                isASCII = false
                index &+= 1
            }
        }
        return true
    }
}
