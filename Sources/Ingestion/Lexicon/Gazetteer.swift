/// A lexicon entry found in a text.
struct Hit: Hashable, Sendable {
    private let firstToken: Int32
    private let endToken: Int32
    private let place: Int32
    /// The inflected form, as the owner of the layer numbers it.
    let form: UInt16
    let layer: Layer

    init(first: Int, end: Int, layer: Layer, row: Int, form: UInt16) {
        firstToken = Int32(first)
        endToken = Int32(end)
        place = Int32(row)
        self.form = form
        self.layer = layer
    }

    /// Its first token.
    var first: Int { Int(firstToken) }
    /// The token behind its last one.
    var end: Int { Int(endToken) }
    /// The row of the layer's table.
    var row: Int { Int(place) }
    /// The tokens that it covers.
    var tokens: Range<Int> { first..<end }
}

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

    private struct Payload: Sendable {
        let row: Int32
        let form: UInt16
        let layer: Layer
        let caseRule: CaseRule
    }

    private let slots: [Slot]
    private let mask: Int
    /// A bit for the place of each step, in far less memory than the steps: most words lead nowhere.
    private let hints: [UInt64]
    /// The entries that end in each state: those of state n begin at `firstPayload[n]`.
    private let payloads: [Payload]
    private let firstPayload: [Int32]
    /// The words as written, by entry, for ``CaseRule/exact``.
    private let surfaces: [Int32: [UInt8]]

    private struct Slot: Sendable {
        var state: Int32 = -1
        /// The state that the word leads to; its complement where no entry goes on behind it.
        var next: Int32 = 0
        var hash: UInt64 = 0
    }

    private static let root: Int32 = 0

    @inline(__always)
    private func step(_ state: Int32, _ hash: UInt64) -> Int32? {
        let place = Self.place(state, hash)
        guard hints[(place >> 6) & Self.hintMask] & (1 << UInt64(place & 63)) != 0 else { return nil }
        var index = place & mask
        while slots[index].state >= 0 {
            if slots[index].state == state, slots[index].hash == hash { return slots[index].next }
            index = (index + 1) & mask
        }
        return nil
    }

    /// 64 KB of bits.
    private static var hintMask: Int { 8191 }

    @inline(__always)
    private static func place(_ state: Int32, _ hash: UInt64) -> Int {
        let mixed = (hash ^ UInt64(UInt32(bitPattern: state)) &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: mixed >> 20)
    }

    /// The entries of all layers in a text, by first token, longest first; in each layer leftmost-longest. An entry stands
    /// in one sentence.
    func hits(in tokens: [Token], bytes: [UInt8]) -> [Hit] {
        var found: [Hit] = []
        found.reserveCapacity(tokens.count)
        var covered = [Int](repeating: 0, count: Layer.allCases.count)
        var here: [Hit] = []
        for first in tokens.indices {
            guard let next = step(Self.root, tokens[first].hash) else { continue }
            match(tokens, bytes, from: first, behind: next, into: &here)
            guard !here.isEmpty else { continue }
            // The longest come last; those of one length in the order of the tables.
            var upper = here.count
            while upper > 0 {
                let end = here[upper - 1].end
                var lower = upper - 1
                while lower > 0, here[lower - 1].end == end { lower -= 1 }
                for hit in here[lower..<upper] {
                    // What begins here and is shorter than the layer's longest is covered by it.
                    let layer = Int(hit.layer.rawValue)
                    guard first >= covered[layer] || found.end(in: hit.layer, from: first) == end else { continue }
                    found.append(hit)
                    covered[layer] = end
                }
                upper = lower
            }
            here.removeAll(keepingCapacity: true)
        }
        return found
    }

    /// Adds the entries that begin at a token, whose first word leads to `next`.
    private func match(
        _ tokens: [Token], _ bytes: [UInt8], from first: Int, behind next: Int32, into here: inout [Hit]
    ) {
        var next = next
        var index = first
        let sentence = tokens[first].sentence
        while true {
            let state = next < 0 ? ~next : next
            index += 1
            for place in Int(firstPayload[Int(state)])..<Int(firstPayload[Int(state) + 1])
            where accepts(place, tokens, bytes, first..<index) {
                here.append(
                    Hit(
                        first: first, end: index, layer: payloads[place].layer, row: Int(payloads[place].row),
                        form: payloads[place].form))
            }
            if next < 0 { return }
            if index < tokens.count, tokens[index].kind == .hyphen { index += 1 }
            guard index < tokens.count, tokens[index].sentence == sentence,
                let further = step(state, tokens[index].hash)
            else { return }
            next = further
        }
    }

    private func accepts(_ entry: Int, _ tokens: [Token], _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        switch payloads[entry].caseRule {
        case .any: return true
        case .capital: return !tokens[range.lowerBound].flags.isDisjoint(with: [.capitalised, .innerCapital])
        case .exact: return isWritten(surfaces[Int32(entry)] ?? [], tokens[range], bytes)
        }
    }

    /// Whether words are written like an entry.
    private func isWritten(_ surface: [UInt8], _ tokens: ArraySlice<Token>, _ bytes: [UInt8]) -> Bool {
        var at = 0
        for token in tokens where token.kind != .hyphen {
            let length = Int(token.end - token.start)
            guard at + length <= surface.count,
                bytes[Int(token.start)..<Int(token.end)].elementsEqual(surface[at..<at + length])
            else { return false }
            at += length
        }
        return at == surface.count
    }
}

extension [Hit] {
    /// The end of the latest hit of a layer that begins at a token.
    fileprivate func end(in layer: Layer, from first: Int) -> Int? {
        var index = count - 1
        while index >= 0, self[index].first == first {
            if self[index].layer == layer { return self[index].end }
            index -= 1
        }
        return nil
    }
}

extension Gazetteer {
    /// Collects entries, then builds the trie.
    struct Builder {
        /// The steps, as in the finished trie save that no target is complemented.
        private var slots = [Slot](repeating: Slot(), count: Builder.initialSlots)
        private var mask = Builder.initialSlots - 1
        /// All entries in the order in which they came, each with the state that it ends in.
        private var payloads: [(state: Int32, payload: Payload)] = []
        private var states: Int32 = 1
        /// The words as written, by entry.
        private var surfaces: [Int: [UInt8]] = [:]
        private let tokenizer: Tokenizer

        /// Room for the 57,000 steps of French, so that none is moved.
        private static let initialSlots = 1 << 17

        init(tokenizer: Tokenizer) {
            self.tokenizer = tokenizer
        }

        /// The state that a word leads to from another, new where no entry has gone there.
        private mutating func next(_ state: Int32, _ word: UInt64) -> Int32 {
            // Each state but the root has one step that leads to it.
            if Int(states) * 2 > slots.count { grow() }
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

        /// Adds a surface form, cut into words as the text will be.
        mutating func add(
            _ surface: String, _ layer: Layer, row: Int, form: UInt16 = 0, caseRule: CaseRule = .any
        ) {
            // An elided word is one only before another: "s'" is cut as in "s'x".
            var bytes = Array(surface.utf8)
            let isElided = bytes.last == 0x27
            if isElided { bytes.append(0x78) }
            var words = bytes.withUnsafeBufferPointer { tokenizer.tokens(of: $0) }
            if isElided { words.removeLast() }
            var state = Gazetteer.root
            for word in words where word.kind != .hyphen { state = next(state, word.hash) }
            guard state != Gazetteer.root else { return }
            if caseRule == .exact {
                surfaces[payloads.count] = words.filter { $0.kind != .hyphen }.flatMap {
                    bytes[Int($0.start)..<Int($0.end)]
                }
            }
            payloads.append((state, Payload(row: Int32(row), form: form, layer: layer, caseRule: caseRule)))
        }

        /// The finished gazetteer.
        func build() -> Gazetteer {
            var hints = [UInt64](repeating: 0, count: Gazetteer.hintMask + 1)
            var goesOn = [Bool](repeating: false, count: Int(states))
            for slot in slots where slot.state >= 0 { goesOn[Int(slot.state)] = true }
            var finished = slots
            for index in finished.indices where finished[index].state >= 0 {
                let slot = finished[index]
                let place = Gazetteer.place(slot.state, slot.hash)
                hints[(place >> 6) & Gazetteer.hintMask] |= 1 << UInt64(place & 63)
                if !goesOn[Int(slot.next)] { finished[index].next = ~slot.next }
            }
            let (payloads, first, surfaces) = sortedPayloads()
            return Gazetteer(
                slots: finished, mask: mask, hints: hints, payloads: payloads, firstPayload: first, surfaces: surfaces)
        }

        /// The entries by state, those of a state in the order in which they came; where those of each begin; the words of
        /// those that must be written so.
        private func sortedPayloads() -> ([Payload], [Int32], [Int32: [UInt8]]) {
            guard let any = payloads.first?.payload else {
                return ([], Array(repeating: 0, count: Int(states) + 1), [:])
            }
            var first = [Int32](repeating: 0, count: Int(states) + 1)
            for entry in payloads { first[Int(entry.state) + 1] += 1 }
            for state in 1..<first.count { first[state] += first[state - 1] }
            var next = first
            var sorted = [Payload](repeating: any, count: payloads.count)
            var written: [Int32: [UInt8]] = [:]
            for (index, entry) in payloads.enumerated() {
                let place = next[Int(entry.state)]
                sorted[Int(place)] = entry.payload
                if entry.payload.caseRule == .exact { written[place] = surfaces[index] }
                next[Int(entry.state)] += 1
            }
            return (sorted, first, written)
        }
    }
}
