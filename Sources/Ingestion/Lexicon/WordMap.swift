/// A table by word hashes, made once and read for every word of a text. The hash is the word's own (``Folding``), so
/// that looking up costs no further hashing.
struct WordMap<Value: Sendable>: Sendable {
    private var slots: [Slot]
    private var mask: Int
    private(set) var count = 0

    private struct Slot: Sendable {
        var hash: UInt64
        var value: Value?
    }

    /// An empty table, with room for so many words before it grows.
    init(minimumCapacity: Int = 4) {
        var size = 16
        while size < minimumCapacity * 3 { size *= 2 }
        slots = Array(repeating: Slot(hash: 0, value: nil), count: size)
        mask = size - 1
    }

    /// The table of some words with their values; of several values for a word the last counts.
    init(_ values: some Sequence<(key: UInt64, value: Value)>) {
        self.init()
        for (hash, value) in values { self[hash] = value }
    }

    /// The value of a word; setting `nil` is not for this table and does nothing.
    subscript(hash: UInt64) -> Value? {
        @inline(__always) get {
            var index = Self.place(hash) & mask
            while let value = slots[index].value {
                if slots[index].hash == hash { return value }
                index = (index + 1) & mask
            }
            return nil
        }
        set {
            guard let newValue else { return }
            if count * 3 >= slots.count { grow() }
            var index = Self.place(hash) & mask
            while slots[index].value != nil, slots[index].hash != hash { index = (index + 1) & mask }
            if slots[index].value == nil { count += 1 }
            slots[index] = Slot(hash: hash, value: newValue)
        }
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(hash: 0, value: nil), count: old.count * 2)
        mask = slots.count - 1
        count = 0
        for slot in old { if let value = slot.value { self[slot.hash] = value } }
    }

    @inline(__always)
    private static func place(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: (hash &* 0xD6E8_FEB8_6659_FD93) >> 24)
    }
}

/// A set of words by their hashes.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
    private var words = WordMap<Void>()

    /// An empty set.
    init() {}

    /// The set of some words, with room for so many before it grows.
    init(_ hashes: some Sequence<UInt64>, minimumCapacity: Int = 4) {
        words = WordMap(minimumCapacity: minimumCapacity)
        for hash in hashes { insert(hash) }
    }

    init(arrayLiteral words: UInt64...) { self.init(words) }

    /// Whether a word is in it.
    @inline(__always)
    func contains(_ hash: UInt64) -> Bool { words[hash] != nil }

    /// Puts a word in.
    mutating func insert(_ hash: UInt64) { words[hash] = () }
}
