extension Gazetteer {
    /// The words of an entry of letters of Latin with spaces or hyphens between them, by their hashes: it is cut like any text.
    struct Words {
        /// Room for the words of nearly any entry.
        private var hashes = InlineArray<12, UInt64>(repeating: 0)
        private(set) var count = 0

        /// No words.
        init() {}

        /// Cuts an entry; `nil` where anything but such words stands in it, or too many.
        @inline(__always)
        init?(_ bytes: UnsafeBufferPointer<UInt8>) {
            guard add(bytes) else { return nil }
        }

        /// Adds the words of a part of an entry; false where anything but such words stands in it, or too many.
        mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
            var hash = Folding.seed
            var isInWord = false
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                let small = byte | 0x20
                index &+= 1
                if small &- 0x61 < 26 {
                    hash = Folding.mix(hash, small)
                    isInWord = true
                } else if Self.part(byte) {
                    guard byte == 0x20 || isInWord && Self.isWordAhead(bytes, index) else { return false }
                    guard isInWord else { continue }
                    guard add(hash) else { return false }
                    hash = Folding.seed
                    isInWord = false
                } else {
                    guard index < bytes.count, let base = Folding.latinLetter(byte, bytes[index]) else { return false }
                    base.withUTF8Buffer { for letter in $0 { hash = Folding.mix(hash, letter) } }
                    isInWord = true
                    index &+= 1
                }
            }
            return !isInWord || add(hash)
        }

        /// A word by its place.
        @inline(__always)
        subscript(place: Int) -> UInt64 { hashes[place] }

        @inline(__always)
        private mutating func add(_ hash: UInt64) -> Bool {
            guard count < hashes.count else { return false }
            hashes[count] = hash
            count &+= 1
            return true
        }

        /// Whether a byte stands between words.
        @inline(__always)
        static func part(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x2D }

        /// Whether neither a space nor a hyphen, nor the end, follows a hyphen.
        private static func isWordAhead(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
            index < bytes.count && !part(bytes[index])
        }
    }
}
