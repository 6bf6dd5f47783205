extension Gazetteer {
    /// Entries that several gazetteers have: those of plain words are cut already, the others wait for the tokenizer of each
    /// language.
    struct Entries: Sendable {
        /// An entry.
        struct Entry: Sendable {
            let row: Int32
            let layer: Layer
            let caseRule: CaseRule
            /// Whether its words are known.
            let isCut: Bool
            fileprivate let words: Range<Int32>
            fileprivate let letters: Range<Int32>
        }

        private(set) var all: [Entry] = []
        private var words: [UInt64] = []
        private var letters: [UInt8] = []

        /// Adds an entry in UTF-8.
        mutating func add(_ surface: UnsafeBufferPointer<UInt8>, _ layer: Layer, row: Int, _ caseRule: CaseRule) {
            let (firstWord, firstLetter) = (Int32(words.count), Int32(letters.count))
            let cut = Words(surface)
            if let cut {
                for place in 0..<cut.count { words.append(cut[place]) }
                if caseRule == .exact {
                    for byte in surface where !Words.part(byte) { letters.append(byte) }
                }
            } else {
                letters.append(contentsOf: surface)
            }
            all.append(
                Entry(
                    row: Int32(row), layer: layer, caseRule: caseRule, isCut: cut != nil,
                    words: firstWord..<Int32(words.count), letters: firstLetter..<Int32(letters.count)))
        }

        /// Hands out the hashes of an entry's words.
        @inline(__always)
        func forEachWord(of entry: Entry, _ take: (UInt64) -> Void) {
            for place in Int(entry.words.lowerBound)..<Int(entry.words.upperBound) { take(words[place]) }
        }

        /// The bytes of an entry that is not cut, or those of the words of one that must be written exactly.
        func withLetters<Result>(of entry: Entry, _ take: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
            letters.withUnsafeBufferPointer {
                take(UnsafeBufferPointer(rebasing: $0[Int(entry.letters.lowerBound)..<Int(entry.letters.upperBound)]))
            }
        }
    }
}
