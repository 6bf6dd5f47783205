/// All lexicons in one trie over word hashes: one pass over the tokens finds the entries of every layer.
///
/// A hyphen between words counts as a space, in the entries and in the text.
struct Gazetteer: Sendable {
    /// How capitals in the text must stand for an entry to match.
    enum CaseRule: UInt8, Sendable {
        /// Any spelling.
        case any
        /// The first word must begin with a capital, or hold one.
        case capital
        /// Each word must have its capitals where the entry has them.
        case exact
    }

    /// An entry.
    struct Payload: Sendable {
        let row: Int32
        let form: UInt16
        let layer: Layer
        private var rule: UInt8

        init(row: Int32, form: UInt16, layer: Layer, caseRule: CaseRule) {
            self.row = row
            self.form = form
            self.layer = layer
            rule = caseRule.rawValue
        }

        var caseRule: CaseRule { CaseRule(rawValue: rule & 0x7F) ?? .any }

        /// Whether it stands for any spelling, as most do.
        var isOfAnyCase: Bool { rule & 0x7F == CaseRule.any.rawValue }

        /// Whether another one ends in its state behind it.
        var hasNext: Bool {
            get { rule & 0x80 != 0 }
            set { rule = newValue ? rule | 0x80 : rule & 0x7F }
        }
    }

    /// Where a word leads to from the root. Four to a line of the cache, as all that is looked up.
    struct Root: Sendable {
        /// Tells the word from others whose search begins at the same place.
        var tag: UInt32 = 0
        /// The state; its complement where no entry goes on behind it; 0 where there is no word.
        var next: Int32 = 0
        /// The first entry that is the word alone, or -1.
        var payload: Int32 = -1
        /// The number of the word (``Builder/number(of:)``), or 0.
        var number: Int32 = 0
    }

    /// Where a word leads to from another state.
    struct Step: Sendable {
        var state: Int32 = -1
        /// As in ``Root``.
        var tag: UInt32 = 0
        var next: Int32 = 0
        /// The first entry that ends there, or -1.
        var payload: Int32 = -1
    }

    /// What is found in a text.
    struct Found {
        /// The entries of all layers, by first token, longest first; in each layer leftmost-longest.
        let hits: [Hit]
        /// The number of each token's word (``Builder/number(of:)``), or 0.
        let numbers: [Int32]
        /// The index of the first entry that begins at a token or behind it; one more than tokens.
        let firstHit: [Int32]
        /// A bit for each layer (``Layer/mask``) that an entry begins in, by token.
        let layers: [UInt64]
        /// How many entries each layer has.
        let counts: [Int32]
    }

    /// A bit for the place of each further word, in far less memory than the words: most lead nowhere.
    private let hints: [UInt64]
    private let roots: [Root]
    let steps: [Step]
    let payloads: [Payload]
    /// The words as written, by entry, for ``CaseRule/exact``.
    let surfaces: [Int32: [UInt8]]
    /// Adverbs that may stand between the first word of an entry and the others.
    let fillers: WordSet

    private static let root: Int32 = 0
    /// 64 KB of bits.
    private static var hintMask: Int { 8191 }

    @inline(__always)
    func isHinted(_ place: Int) -> Bool {
        hints[(place >> 6) & Self.hintMask] & (1 << UInt64(place & 63)) != 0
    }

    @inline(__always)
    func root(_ hash: UInt64) -> Root {
        let (mask, tag) = (roots.count - 1, Self.tag(hash))
        var index = Self.place(Self.root, hash) & mask
        while roots[index].tag != tag, roots[index].next != 0 { index = (index + 1) & mask }
        return roots[index]
    }

    /// The index of the step that a word makes from a state, or -1.
    @inline(__always)
    func step(_ state: Int32, _ hash: UInt64) -> Int {
        let (mask, tag) = (steps.count - 1, Self.tag(hash))
        var index = Self.place(state, hash) & mask
        while steps[index].state >= 0 {
            if steps[index].state == state, steps[index].tag == tag { return index }
            index = (index + 1) & mask
        }
        return -1
    }

    @inline(__always)
    private static func tag(_ hash: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32)
    }

    @inline(__always)
    static func place(_ state: Int32, _ hash: UInt64) -> Int {
        let mixed = (hash ^ UInt64(UInt32(bitPattern: state)) &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: mixed >> 20)
    }

    /// The entries in a text, each in one sentence, and the numbers of its words.
    func find(in tokens: [Token], bytes: [UInt8]) -> Found {
        tokens.withUnsafeBufferPointer { tokens in
            bytes.withUnsafeBufferPointer { bytes in
                GazetteerScan.find(self, tokens, bytes)
            }
        }
    }
}

extension Gazetteer {
    /// Collects entries, then builds the trie.
    struct Builder {
        /// A step while the trie grows.
        private struct Slot {
            var state: Int32 = -1
            var next: Int32 = 0
            var hash: UInt64 = 0
        }

        /// All steps, those from the root too; no target is complemented.
        private var slots = [Slot](repeating: Slot(), count: Builder.initialSlots)
        private var mask = Builder.initialSlots - 1
        /// All entries in the order in which they came, each with the state that it ends in.
        private var payloads: [(state: Int32, payload: Payload)] = []
        private var states: Int32 = 1
        /// The words as written, by entry.
        private var surfaces: [Int: [UInt8]] = [:]
        /// The states of the words that have numbers.
        private var numbers: [Int32: Int32] = [:]
        private let tokenizer: Tokenizer
        private var fillers = WordSet()
        /// For the lexicons of forms that add their entries.
        var room = FormLexicon.Room()

        /// Room for the steps of French, more than any other language has, so that none is moved.
        private static let initialSlots = 1 << 17

        init(tokenizer: Tokenizer) {
            self.tokenizer = tokenizer
            payloads.reserveCapacity(Self.initialSlots / 2)
        }

        /// The state that a word leads to from another, new where no entry has gone there.
        private mutating func next(_ state: Int32, _ word: UInt64) -> Int32 {
            // Each state but the root has one step that leads to it; a third stays free.
            if Int(states) * 3 > slots.count * 2 { grow() }
            let index = Self.place(of: state, word, in: slots, mask)
            if slots[index].state < 0 {
                slots[index] = Slot(state: state, next: states, hash: word)
                states += 1
            }
            return slots[index].next
        }

        /// The place of a step: where it stands, or where it would.
        private static func place(of state: Int32, _ word: UInt64, in slots: [Slot], _ mask: Int) -> Int {
            var index = Gazetteer.place(state, word) & mask
            while slots[index].state >= 0, slots[index].state != state || slots[index].hash != word {
                index = (index + 1) & mask
            }
            return index
        }

        private mutating func grow() {
            var larger = [Slot](repeating: Slot(), count: slots.count * 2)
            mask = larger.count - 1
            for slot in slots where slot.state >= 0 {
                larger[Self.place(of: slot.state, slot.hash, in: larger, mask)] = slot
            }
            slots = larger
        }

        /// The number of a word by itself, from 1: lexicons that keep something for a word find it by the number, which a
        /// text's token has once its entries are found.
        mutating func number(of word: UInt64) -> Int32 {
            let state = next(Gazetteer.root, word)
            if let known = numbers[state] { return known }
            numbers[state] = Int32(numbers.count + 1)
            return Int32(numbers.count)
        }

        /// Adds an adverb that may stand between the first word of an entry and the others.
        mutating func addFiller(_ word: String) { fillers.insert(Folding.hash(word)) }

        /// Adds a surface form, cut into words as the text will be.
        mutating func add(
            _ surface: String, _ layer: Layer, row: Int, form: UInt16 = 0, caseRule: CaseRule = .any
        ) {
            var surface = surface
            surface.withUTF8 { add($0, layer, row: row, form: form, caseRule: caseRule) }
        }

        /// Adds a surface form in UTF-8.
        mutating func add(
            _ surface: UnsafeBufferPointer<UInt8>, _ layer: Layer, row: Int, form: UInt16 = 0,
            caseRule: CaseRule = .any
        ) {
            let plain = plainState(surface)
            if plain != nil, caseRule == .exact {
                surfaces[payloads.count] = surface.filter { $0 != 0x20 && $0 != 0x2D }
            }
            let state = plain ?? self.state(surface, isExact: caseRule == .exact)
            guard state != Gazetteer.root else { return }
            payloads.append((state, Payload(row: Int32(row), form: form, layer: layer, caseRule: caseRule)))
        }

        /// Adds a surface form of one word of letters, by its hash.
        mutating func add(word hash: UInt64, _ layer: Layer, row: Int, form: UInt16) {
            let state = next(Gazetteer.root, hash)
            payloads.append((state, Payload(row: Int32(row), form: form, layer: layer, caseRule: .any)))
        }

        /// The state in which the words of an entry end; what must be written exactly is kept.
        private mutating func state(_ surface: UnsafeBufferPointer<UInt8>, isExact: Bool) -> Int32 {
            // An elided word is one only before another: "s'" is cut as in "s'x".
            guard surface.last == 0x27 else { return state(surface, tokenizer.tokens(of: surface)[...], isExact) }
            return (Array(surface) + [0x78]).withUnsafeBufferPointer { longer in
                state(longer, tokenizer.tokens(of: longer).dropLast(), isExact)
            }
        }

        private mutating func state(
            _ surface: UnsafeBufferPointer<UInt8>, _ words: ArraySlice<Token>, _ isExact: Bool
        ) -> Int32 {
            var state = Gazetteer.root
            for index in words.indices where words[index].kind != .hyphen { state = next(state, words[index].hash) }
            if isExact {
                surfaces[payloads.count] = words.filter { $0.kind != .hyphen }.flatMap {
                    surface[Int($0.start)..<Int($0.end)]
                }
            }
            return state
        }

        /// The same for words of letters of Latin with spaces or hyphens between them, which are cut like any text; `nil` for
        /// others.
        private mutating func plainState(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
            var words = Words(repeating: 0)
            guard let count = Self.cut(bytes, into: &words) else { return nil }
            var state = Gazetteer.root
            for index in 0..<count { state = next(state, words[index]) }
            return state
        }

        /// Room for the words of nearly any entry.
        private typealias Words = InlineArray<12, UInt64>

        /// Cuts an entry into words and says how many it has; `nil` where anything but such words stands in it, or too many.
        private static func cut(_ bytes: UnsafeBufferPointer<UInt8>, into words: inout Words) -> Int? {
            var count = 0
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
                } else if byte == 0x20 || byte == 0x2D {
                    guard byte == 0x20 || isInWord && isWordAhead(bytes, index) else { return nil }
                    guard isInWord else { continue }
                    guard count < words.count else { return nil }
                    words[count] = hash
                    count &+= 1
                    hash = Folding.seed
                    isInWord = false
                } else {
                    // The signs of multiplication and division stand among the letters.
                    guard index < bytes.count, let base = Folding.latinBase(byte, bytes[index]),
                        byte != 0xC3 || bytes[index] & 0x1F != 0x17
                    else { return nil }
                    base.withUTF8Buffer { for letter in $0 { hash = Folding.mix(hash, letter) } }
                    isInWord = true
                    index &+= 1
                }
            }
            guard isInWord else { return count }
            guard count < words.count else { return nil }
            words[count] = hash
            return count + 1
        }

        /// Whether neither a space nor a hyphen, nor the end, follows a hyphen.
        private static func isWordAhead(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
            index < bytes.count && bytes[index] != 0x20 && bytes[index] != 0x2D
        }

        /// The finished gazetteer.
        func build() -> Gazetteer {
            let (payloads, first, surfaces) = sortedPayloads()
            var goesOn = [Bool](repeating: false, count: Int(states))
            var rootCount = 0
            for slot in slots where slot.state >= 0 {
                goesOn[Int(slot.state)] = true
                if slot.state == Gazetteer.root { rootCount += 1 }
            }
            var hints = [UInt64](repeating: 0, count: Gazetteer.hintMask + 1)
            var roots = [Root](repeating: Root(), count: Self.size(for: rootCount))
            var steps = [Step](repeating: Step(), count: Self.size(for: Int(states) - rootCount))
            let (rootMask, stepMask) = (roots.count - 1, steps.count - 1)
            var numberOfState = [Int32](repeating: 0, count: Int(states))
            for (state, number) in numbers { numberOfState[Int(state)] = number }
            for slot in slots where slot.state >= 0 {
                let next = goesOn[Int(slot.next)] ? slot.next : ~slot.next
                let (place, tag) = (Gazetteer.place(slot.state, slot.hash), Gazetteer.tag(slot.hash))
                if slot.state == Gazetteer.root {
                    var index = place & rootMask
                    while roots[index].next != 0 { index = (index + 1) & rootMask }
                    roots[index] = Root(
                        tag: tag, next: next, payload: first[Int(slot.next)], number: numberOfState[Int(slot.next)])
                } else {
                    hints[(place >> 6) & Gazetteer.hintMask] |= 1 << UInt64(place & 63)
                    var index = place & stepMask
                    while steps[index].state >= 0 { index = (index + 1) & stepMask }
                    steps[index] = Step(state: slot.state, tag: tag, next: next, payload: first[Int(slot.next)])
                }
            }
            return Gazetteer(
                hints: hints, roots: roots, steps: steps, payloads: payloads, surfaces: surfaces,
                fillers: fillers)
        }

        /// The size of a table for so many: a power of two of which at least half stays free.
        private static func size(for count: Int) -> Int {
            var size = 16
            while size < count * 2 { size *= 2 }
            return size
        }

        /// The entries by state, those of a state in the order in which they came; where those of each begin, or -1; the
        /// words of those that must be written so.
        private func sortedPayloads() -> ([Payload], [Int32], [Int32: [UInt8]]) {
            var first = [Int32](repeating: -1, count: Int(states))
            guard let any = payloads.first?.payload else { return ([], first, [:]) }
            var next = [Int32](repeating: 0, count: Int(states) + 1)
            for entry in payloads { next[Int(entry.state) + 1] += 1 }
            for state in 1..<next.count { next[state] += next[state - 1] }
            var sorted = [Payload](repeating: any, count: payloads.count)
            var written: [Int32: [UInt8]] = [:]
            for (index, entry) in payloads.enumerated() {
                let state = Int(entry.state)
                let place = Int(next[state])
                sorted[place] = entry.payload
                if first[state] < 0 { first[state] = Int32(place) } else { sorted[place - 1].hasNext = true }
                if entry.payload.caseRule == .exact { written[Int32(place)] = surfaces[index] }
                next[state] += 1
            }
            return (sorted, first, written)
        }
    }
}
