/// A table by word hashes, made once and read for every word of a text. The hash is the word's own (``Folding``), so
/// that looking up costs no further hashing.
struct WordMap<Value: Sendable>: Sendable {
    /// The hashes, 0 where there is none: of most words that are not in the table, nothing else is looked at.
    private var hashes: [UInt64]
    private var values: [Value?]
    private var mask: Int
    private(set) var count = 0
    /// The value of the word whose hash is 0.
    private var ofZero: Value?

    /// An empty table, with room for so many words before it grows.
    init(minimumCapacity: Int = 4) {
        var size = 16
        while size < minimumCapacity * 3 { size *= 2 }
        hashes = .filled(with: 0, count: size)
        values = .filled(with: nil, count: size)
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
            guard hash != 0 else { return ofZero }
            var index = WordPlace.of(hash) & mask
            while hashes[index] != 0 {
                if hashes[index] == hash { return values[index] }
                index = (index + 1) & mask
            }
            return nil
        }
        set { if let newValue { merge(newValue, at: hash) { $1 } } }
    }

    /// Sets the value of a word, or what it makes together with the one that is there.
    @inline(__always)
    mutating func merge(_ value: Value, at hash: UInt64, _ join: (Value, Value) -> Value) {
        guard hash != 0 else {
            ofZero = ofZero.map { join($0, value) } ?? value
            return
        }
        if count * 3 >= hashes.count { grow() }
        var index = WordPlace.of(hash) & mask
        while hashes[index] != 0, hashes[index] != hash { index = (index + 1) & mask }
        if hashes[index] == 0 { count += 1 }
        hashes[index] = hash
        values[index] = values[index].map { join($0, value) } ?? value
    }

    private mutating func grow() {
        let (oldHashes, oldValues) = (hashes, values)
        hashes = .filled(with: 0, count: oldHashes.count * 2)
        values = .filled(with: nil, count: oldHashes.count * 2)
        mask = hashes.count - 1
        for old in oldHashes.indices where oldHashes[old] != 0 {
            var index = WordPlace.of(oldHashes[old]) & mask
            while hashes[index] != 0 { index = (index + 1) & mask }
            hashes[index] = oldHashes[old]
            values[index] = oldValues[old]
        }
    }
}

/// Where the search for a word begins in a table.
private enum WordPlace {
    @inline(__always)
    static func of(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: (hash &* 0xD6E8_FEB8_6659_FD93) >> 24)
    }
}

/// A set of words by their hashes.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
    /// The hashes, 0 where there is none.
    private var hashes: [UInt64]
    private var count = 0
    private var holdsZero = false

    /// An empty set, with room for so many words before it grows.
    init(minimumCapacity: Int = 4) {
        var size = 16
        while size < minimumCapacity * 3 { size *= 2 }
        hashes = .filled(with: 0, count: size)
    }

    /// The set of some words, with room for so many before it grows.
    init(_ hashes: some Sequence<UInt64>, minimumCapacity: Int = 4) {
        self.init(minimumCapacity: minimumCapacity)
        for hash in hashes { insert(hash) }
    }

    init(arrayLiteral words: UInt64...) { self.init(words) }

    /// Whether a word is in it.
    @inline(__always)
    func contains(_ hash: UInt64) -> Bool {
        hash == 0 ? holdsZero : hashes[place(of: hash)] == hash
    }

    /// Puts a word in.
    @inline(__always)
    mutating func insert(_ hash: UInt64) {
        guard hash != 0 else {
            holdsZero = true
            return
        }
        let place = place(of: hash)
        guard hashes[place] == 0 else { return }
        hashes[place] = hash
        count += 1
        if count * 3 >= hashes.count { grow() }
    }

    /// Where a word stands, or would.
    @inline(__always)
    private func place(of hash: UInt64) -> Int {
        let mask = hashes.count - 1
        var index = WordPlace.of(hash) & mask
        while hashes[index] != 0, hashes[index] != hash { index = (index + 1) & mask }
        return index
    }

    private mutating func grow() {
        let old = hashes
        hashes = .filled(with: 0, count: old.count * 2)
        for hash in old where hash != 0 { hashes[place(of: hash)] = hash }
    }
}
