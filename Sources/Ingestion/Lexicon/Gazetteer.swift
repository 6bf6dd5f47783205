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
    /// Where the words as written stand among their letters, by entry, for ``CaseRule/exact``.
    let surfaces: WordMap<Range<Int32>>
    let letters: [UInt8]
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
        private struct Way {
            let state: Int32
            let word: UInt64
        }

        /// The steps that lead to the states; nothing leads to the first.
        private var ways = [Way(state: -1, word: 0)]
        /// The states by the steps that lead there, 0 where there is none.
        private var slots = [Int32](repeating: 0, count: Builder.initialSlots)
        private var mask = Builder.initialSlots - 1
        /// All entries in the order in which they came, each with the state that it ends in.
        private var payloads: [(state: Int32, payload: Payload)] = []
        /// Where the words of entries that must be written exactly stand among their letters, by entry.
        private var surfaces = WordMap<Range<Int32>>(minimumCapacity: Builder.initialSlots / 64)
        private var letters: [UInt8] = []
        /// The numbers of the words that lead to the first states, or 0, and how many there are.
        private var numbers: [Int32] = []
        private var numberCount: Int32 = 0
        private let tokenizer: Tokenizer
        private var fillers = WordSet()
        /// For the lexicons of forms that add their entries.
        var room = FormLexicon.Room()

        /// Room for the steps of French, more than any other language has, so that none is moved.
        private static let initialSlots = 1 << 17

        init(tokenizer: Tokenizer) {
            self.tokenizer = tokenizer
            payloads.reserveCapacity(Self.initialSlots / 2)
            ways.reserveCapacity(Self.initialSlots * 2 / 3 + 1)
        }

        /// The state that a word leads to from another, new where no entry has gone there.
        private mutating func next(_ state: Int32, _ word: UInt64) -> Int32 {
            // A third stays free.
            if ways.count * 3 > slots.count * 2 { grow() }
            let next = Int32(truncatingIfNeeded: ways.count)
            // Not checked: the mask keeps the index in the table, which holds states that are there.
            let known = slots.withUnsafeMutableBufferPointer { slots in
                ways.withUnsafeBufferPointer { ways in
                    var index = Gazetteer.place(state, word) & mask
                    while slots[index] != 0 {
                        let way = ways[Int(slots[index])]
                        if way.word == word, way.state == state { return slots[index] }
                        index = (index &+ 1) & mask
                    }
                    slots[index] = next
                    return next
                }
            }
            if known == next { ways.append(Way(state: state, word: word)) }
            return known
        }

        private mutating func grow() {
            slots = .filled(with: 0, count: slots.count * 2)
            mask = slots.count - 1
            for state in 1..<ways.count {
                var index = Gazetteer.place(ways[state].state, ways[state].word) & mask
                while slots[index] != 0 { index = (index + 1) & mask }
                slots[index] = Int32(state)
            }
        }

        /// The number of a word by itself, from 1: lexicons that keep something for a word find it by the number, which a
        /// text's token has once its entries are found.
        mutating func number(of word: UInt64) -> Int32 {
            let state = Int(next(Gazetteer.root, word))
            while numbers.count <= state { numbers.append(0) }
            if numbers[state] == 0 {
                numberCount += 1
                numbers[state] = numberCount
            }
            return numbers[state]
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
            let state: Int32
            if let words = Words(surface) {
                state = self.state(behind: words, 0..<words.count)
                if caseRule == .exact { keep(surface) }
            } else {
                state = self.state(surface, isExact: caseRule == .exact)
            }
            guard state != Gazetteer.root else { return }
            payloads.append((state, Payload(row: Int32(row), form: form, layer: layer, caseRule: caseRule)))
        }

        /// Adds entries that other gazetteers have too.
        mutating func add(_ entries: Entries) {
            for entry in entries.all {
                var state = Gazetteer.root
                if entry.isCut {
                    entries.forEachWord(of: entry) { state = next(state, $0) }
                    if entry.caseRule == .exact { entries.withLetters(of: entry) { keep(words: $0) } }
                } else {
                    state = entries.withLetters(of: entry) { self.state($0, isExact: entry.caseRule == .exact) }
                }
                guard state != Gazetteer.root else { continue }
                payloads.append(
                    (state, Payload(row: entry.row, form: 0, layer: entry.layer, caseRule: entry.caseRule)))
            }
        }

        /// Keeps how the words of the next entry are written.
        private mutating func keep(_ surface: UnsafeBufferPointer<UInt8>) {
            let start = Int32(letters.count)
            for byte in surface where !Words.part(byte) { letters.append(byte) }
            surfaces[UInt64(payloads.count)] = start..<Int32(letters.count)
        }

        /// Keeps the words of the next entry, which stand behind each other.
        private mutating func keep(words: UnsafeBufferPointer<UInt8>) {
            let start = Int32(letters.count)
            letters.append(contentsOf: words)
            surfaces[UInt64(payloads.count)] = start..<Int32(letters.count)
        }

        /// Adds an entry that ends in a state, in any spelling.
        mutating func add(state: Int32, _ layer: Layer, row: Int, form: UInt16) {
            payloads.append((state, Payload(row: Int32(row), form: form, layer: layer, caseRule: .any)))
        }

        /// The state behind a word, from a state on.
        @inline(__always)
        mutating func state(behind word: UInt64, from state: Int32) -> Int32 { next(state, word) }

        /// The state behind some of the words of an entry, from the beginning or a state on.
        mutating func state(behind words: borrowing Words, _ range: Range<Int>, from first: Int32 = 0) -> Int32 {
            var state = first
            for place in range { state = next(state, words[place]) }
            return state
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
                let start = Int32(letters.count)
                for word in words where word.kind != .hyphen {
                    letters.append(contentsOf: surface[Int(word.start)..<Int(word.end)])
                }
                surfaces[UInt64(payloads.count)] = start..<Int32(letters.count)
            }
            return state
        }

        /// The finished gazetteer.
        func build() -> Gazetteer {
            let (payloads, first, surfaces) = sortedPayloads()
            var goesOn = [Bool](repeating: false, count: ways.count)
            var rootCount = 0
            for way in ways.dropFirst() {
                goesOn[Int(way.state)] = true
                if way.state == Gazetteer.root { rootCount += 1 }
            }
            var hints = [UInt64](repeating: 0, count: Gazetteer.hintMask + 1)
            var roots = [Root](repeating: Root(), count: Self.size(for: rootCount))
            var steps = [Step](repeating: Step(), count: Self.size(for: ways.count - rootCount))
            roots.withUnsafeMutableBufferPointer { roots in
                steps.withUnsafeMutableBufferPointer { steps in
                    let (rootMask, stepMask) = (roots.count - 1, steps.count - 1)
                    for state in 1..<ways.count {
                        let way = ways[state]
                        let next = goesOn[state] ? Int32(state) : ~Int32(state)
                        let (place, tag) = (Gazetteer.place(way.state, way.word), Gazetteer.tag(way.word))
                        if way.state == Gazetteer.root {
                            var index = place & rootMask
                            while roots[index].next != 0 { index = (index &+ 1) & rootMask }
                            roots[index] = Root(
                                tag: tag, next: next, payload: first[state],
                                number: state < numbers.count ? numbers[state] : 0)
                        } else {
                            hints[(place >> 6) & Gazetteer.hintMask] |= 1 << UInt64(place & 63)
                            var index = place & stepMask
                            while steps[index].state >= 0 { index = (index &+ 1) & stepMask }
                            steps[index] = Step(state: way.state, tag: tag, next: next, payload: first[state])
                        }
                    }
                }
            }
            return Gazetteer(
                hints: hints, roots: roots, steps: steps, payloads: payloads, surfaces: surfaces,
                letters: letters, fillers: fillers)
        }

        /// The size of a table for so many: a power of two of which at least half stays free.
        private static func size(for count: Int) -> Int {
            var size = 16
            while size < count * 2 { size *= 2 }
            return size
        }

        /// The entries by state, those of a state in the order in which they came; where those of each begin, or -1; the
        /// words of those that must be written so.
        private func sortedPayloads() -> ([Payload], [Int32], WordMap<Range<Int32>>) {
            var first = [Int32](repeating: -1, count: ways.count)
            var written = WordMap<Range<Int32>>(minimumCapacity: surfaces.count)
            guard let any = payloads.first?.payload else { return ([], first, written) }
            var next = [Int32](repeating: 0, count: ways.count + 1)
            var sorted = [Payload](repeating: any, count: payloads.count)
            next.withUnsafeMutableBufferPointer { next in
                for index in payloads.indices { next[Int(payloads[index].state) &+ 1] &+= 1 }
                for state in 1..<next.count { next[state] &+= next[state &- 1] }
                sorted.withUnsafeMutableBufferPointer { sorted in
                    for index in payloads.indices {
                        let (state, payload) = (Int(payloads[index].state), payloads[index].payload)
                        let place = Int(next[state])
                        sorted[place] = payload
                        if first[state] < 0 { first[state] = Int32(place) } else { sorted[place - 1].hasNext = true }
                        if payload.caseRule == .exact { written[UInt64(place)] = surfaces[UInt64(index)] }
                        next[state] &+= 1
                    }
                }
            }
            return (sorted, first, written)
        }
    }
}
