/// A lemma of plain words: what its forms share is cut and hashed once, and each form is only a hash of the word that inflects.
struct PlainLemma {
    /// The word that inflects, as the lemma has it.
    let word: UnsafeBufferPointer<UInt8>
    /// The other words, and how many of them stand before it.
    private(set) var words = Gazetteer.Words()
    private(set) var before = 0
    /// The letters before it, and nothing of it.
    let hash: FormHash
    /// The hash of the letters behind it, and what that of the letters before them is multiplied by.
    private var rest: UInt64 = 0
    private var factor: UInt64 = 1

    /// A lemma of letters of Latin with spaces or single hyphens between; `nil` for any other.
    init?(_ lemma: UnsafeBufferPointer<UInt8>, inflects: Bool) {
        // Most are one word.
        guard lemma.contains(where: { Gazetteer.Words.part($0) || $0 == Paradigms.tilde }) else {
            word = lemma
            hash = FormHash(behind: UnsafeBufferPointer(rebasing: lemma[..<0]), isASCII: true)
            if lemma.isEmpty { return nil }
            return
        }
        let (head, end) = Paradigms.parts(lemma, inflects: inflects)
        // Of a compound, the last part inflects.
        let start = lemma[head].lastIndex(where: Gazetteer.Words.part).map { $0 + 1 } ?? head.lowerBound
        guard start < head.upperBound else { return nil }
        let first = UnsafeBufferPointer(rebasing: lemma[..<start])
        let last = UnsafeBufferPointer(rebasing: lemma[end...])
        word = UnsafeBufferPointer(rebasing: lemma[start..<head.upperBound])
        hash = FormHash(behind: first, isASCII: first.allSatisfy { $0 < 0x80 } && last.allSatisfy { $0 < 0x80 })
        guard add(first.dropLast(), first.last, beside: first.dropLast().last) else { return nil }
        before = words.count
        guard add(last.dropFirst(), last.first, beside: last.dropFirst().first) else { return nil }
        rest = FormLexicon.hash(last)
        factor = FormLexicon.hash(last, from: 1) &- rest
    }

    /// The hash of the letters of a form, by those up to the end of the word that inflects.
    @inline(__always)
    func letters(behind letters: UInt64) -> UInt64 { letters &* factor &+ rest }

    /// Adds the words of a part that a sign parts from the word that inflects; false where there is no sign, or two.
    private mutating func add(
        _ part: Slice<UnsafeBufferPointer<UInt8>>, _ sign: UInt8?, beside neighbour: UInt8?
    ) -> Bool {
        guard let sign else { return true }
        guard Gazetteer.Words.part(sign) else { return false }
        if sign == UInt8(ascii: "-") {
            guard let neighbour, !Gazetteer.Words.part(neighbour) else { return false }
        }
        return words.add(UnsafeBufferPointer(rebasing: part))
    }
}
