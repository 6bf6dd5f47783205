/// One pass of the gazetteer over a text.
struct GazetteerScan {
    private let gazetteer: Gazetteer
    private let tokens: UnsafeBufferPointer<Token>
    private let bytes: UnsafeBufferPointer<UInt8>
    /// What is covered, by layer.
    private let covers: UnsafeMutableBufferPointer<Cover>

    /// The tokens of a layer's latest entry, and how many entries it has.
    struct Cover {
        var first: Int32 = 0
        var end: Int32 = 0
        var count: Int32 = 0
    }

    /// Entries of the same words: the first one, and the token behind them.
    private struct Phrase {
        let payload: Int
        let end: Int
    }

    /// What may begin at a token.
    private struct Lead {
        /// As in ``Gazetteer/Root``.
        let next: Int32
        let payload: Int32
        /// The index of the step that the word behind makes, or -1.
        var step: Int32 = -1
        /// How many words are passed over before that word (``Gazetteer/fillers``).
        var skip: Int32 = 0
        /// The entry at `payload`.
        var first: Gazetteer.Payload
    }

    /// What is found in a text.
    static func find(
        _ gazetteer: Gazetteer, _ tokens: UnsafeBufferPointer<Token>, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Gazetteer.Found {
        withUnsafeTemporaryAllocation(of: Cover.self, capacity: Layer.allCases.count) { covers in
            covers.initialize(repeating: Cover())
            return GazetteerScan(gazetteer, tokens, bytes, covers).run()
        }
    }

    private init(
        _ gazetteer: Gazetteer, _ tokens: UnsafeBufferPointer<Token>, _ bytes: UnsafeBufferPointer<UInt8>,
        _ covers: UnsafeMutableBufferPointer<Cover>
    ) {
        self.gazetteer = gazetteer
        self.covers = covers
        self.tokens = tokens
        self.bytes = bytes
    }

    /// Finds the entries.
    private func run() -> Gazetteer.Found {
        var numbers: [Int32] = []
        let leads = leads(&numbers)
        var firstHit = [Int32].filled(with: 0, count: tokens.count + 1)
        var layers = [UInt64].filled(with: 0, count: tokens.count)
        var hits: [Hit] = []
        firstHit.withUnsafeMutableBufferPointer { firstHit in
            layers.withUnsafeMutableBufferPointer { layers in
                hits = leads.withUnsafeBufferPointer { find($0, firstHit, layers) }
            }
            firstHit[tokens.count] = Int32(hits.count)
        }
        return Gazetteer.Found(
            hits: hits, numbers: numbers, firstHit: firstHit, layers: layers, counts: covers.map(\.count))
    }

    /// The entries that begin at each token; notes where they begin among all, and in which layers.
    private func find(
        _ leads: UnsafeBufferPointer<Lead>, _ firstHit: UnsafeMutableBufferPointer<Int32>,
        _ layers: UnsafeMutableBufferPointer<UInt64>
    ) -> [Hit] {
        var found = Room(hits: .allocate(capacity: Self.usual * tokens.count + 1))
        var path: [Phrase] = []
        for first in leads.indices {
            firstHit[first] = Int32(truncatingIfNeeded: found.count)
            found.layers = 0
            if leads[first].step >= 0 { found = phrases(leads[first], at: first, &path, found) }
            if leads[first].payload >= 0 {
                found = entries(
                    leads[first].first, at: Int(leads[first].payload), first..<first + 1, isParted: false, found)
            }
            layers[first] = found.layers
        }
        defer { found.hits.deallocate() }
        return Array(UnsafeMutableBufferPointer(rebasing: found.hits[..<found.count]))
    }

    /// What is found so far. It is handed on by value, so that it stays in registers.
    private struct Room {
        /// Room for the entries, doubled where it does not do.
        var hits: UnsafeMutableBufferPointer<Hit>
        var count = 0
        /// A bit for each layer that an entry begins in at the token that is looked at.
        var layers: UInt64 = 0
    }

    /// Adds the entries of several words that begin at a token, longest first; `path` is room for them.
    @inline(never)
    private func phrases(_ lead: Lead, at first: Int, _ path: inout [Phrase], _ room: Room) -> Room {
        var room = room
        if path.isEmpty { path.reserveCapacity(Self.usualPhrases) } else { path.removeAll(keepingCapacity: true) }
        walk(from: first + Int(lead.skip), Int(lead.step), &path)
        for phrase in path.reversed() {
            room = entries(
                gazetteer.payloads[phrase.payload], at: phrase.payload, first..<phrase.end, isParted: lead.skip > 0,
                room)
        }
        return room
    }

    /// Adds those of some entries of the same words that may stand there and are not covered.
    @inline(__always)
    private func entries(
        _ payload: Gazetteer.Payload, at place: Int, _ range: Range<Int>, isParted: Bool, _ room: Room
    ) -> Room {
        var room = room
        var payload = payload
        var entry = place
        while true {
            if mayStand(payload, at: entry, range, isParted: isParted), cover(payload.layer, range) {
                if room.count == room.hits.count { room.hits = Self.larger(room.hits) }
                let hit = Hit(
                    first: Int32(truncatingIfNeeded: range.lowerBound),
                    end: Int32(truncatingIfNeeded: range.upperBound),
                    layer: payload.layer, row: payload.row, form: payload.form)
                room.hits.initializeElement(at: room.count, to: hit)
                room.count &+= 1
                room.layers |= payload.layer.mask
            }
            guard payload.hasNext else { return room }
            entry &+= 1
            payload = gazetteer.payloads[entry]
        }
    }

    /// As many phrases as begin at nearly any token.
    private static let usualPhrases = 8

    /// About as many entries as begin at each token, and some more.
    private static let usual = 3

    @inline(never)
    private static func larger(_ hits: UnsafeMutableBufferPointer<Hit>) -> UnsafeMutableBufferPointer<Hit> {
        let larger = UnsafeMutableBufferPointer<Hit>.allocate(capacity: 2 * hits.count)
        _ = larger.initialize(fromContentsOf: hits)
        hits.deallocate()
        return larger
    }

    /// What may begin at each token, with the numbers of the words. The tables are larger than the caches: they are looked
    /// into one after the other, before anything is made of what is there, so that no word waits for another.
    private func leads(_ numbers: inout [Int32]) -> [Lead] {
        let none = Gazetteer.Payload(row: 0, form: 0, layer: .company, caseRule: .any)
        return [Lead](unsafeUninitializedCapacity: tokens.count) { leads, count in
            numbers = .filled(with: 0, count: tokens.count)
            numbers.withUnsafeMutableBufferPointer { numbers in
                for index in tokens.indices {
                    let root = gazetteer.root(tokens[index].hash)
                    leads.initializeElement(at: index, to: Lead(next: root.next, payload: root.payload, first: none))
                    numbers[index] = root.number
                }
            }
            for index in tokens.indices where leads[index].next != 0 {
                let payload = Int(leads[index].payload)
                if payload >= 0 { leads[index].first = gazetteer.payloads[payload] }
                guard leads[index].next > 0 else { continue }
                // A hint may be wrong: then the word makes no step, and may be an adverb.
                if let step = step(leads[index].next, behind: index), step >= 0 {
                    leads[index].step = Int32(step)
                } else {
                    pass(&leads[index], at: index)
                }
            }
            count = tokens.count
        }
    }

    /// The step that the word behind one or two adverbs makes: "tombe finalement dans l'escarcelle".
    private func pass(_ lead: inout Lead, at index: Int) {
        var skip = 0
        while skip < Self.longestFiller, index + skip + 1 < tokens.count,
            gazetteer.fillers.contains(tokens[index + skip + 1].hash),
            tokens[index + skip + 1].sentence == tokens[index].sentence
        { skip += 1 }
        guard skip > 0, let step = step(lead.next, behind: index + skip) else { return }
        lead.step = Int32(step)
        lead.skip = Int32(skip)
    }

    /// How many adverbs may stand between a verb and what belongs to it.
    private static let longestFiller = 2

    /// The index of the step that the word behind a token makes from a state, in its sentence; `nil` or -1 where it makes
    /// none.
    @inline(__always)
    private func step(_ state: Int32, behind index: Int) -> Int? {
        var next = index + 1
        if next < tokens.count, tokens[next].kind == .hyphen { next += 1 }
        guard next < tokens.count, gazetteer.isHinted(Gazetteer.place(state, tokens[next].hash)),
            tokens[next].sentence == tokens[index].sentence
        else { return nil }
        return gazetteer.step(state, tokens[next].hash)
    }

    /// Finds the entries of several words that begin at a token, or go on behind one, by the step of the next word;
    /// shortest first.
    private func walk(from first: Int, _ second: Int, _ path: inout [Phrase]) {
        var index = first
        var place = second
        while place >= 0 {
            index += tokens[index + 1].kind == .hyphen ? 2 : 1
            let step = gazetteer.steps[place]
            if step.payload >= 0 { path.append(Phrase(payload: Int(step.payload), end: index + 1)) }
            guard step.next > 0 else { return }
            place = self.step(step.next, behind: index) ?? -1
        }
    }

    /// Whether an entry stands there; parted by adverbs, only one of a layer whose entries may be.
    @inline(__always)
    private func mayStand(_ payload: Gazetteer.Payload, at entry: Int, _ range: Range<Int>, isParted: Bool) -> Bool {
        isParted ? payload.layer.mayBeParted : payload.isOfAnyCase || accepts(entry, range)
    }

    /// Covers words by an entry of a layer, if they are not covered by a longer one, or one that began before.
    @inline(__always)
    private func cover(_ layer: Layer, _ range: Range<Int>) -> Bool {
        let first = Int32(truncatingIfNeeded: range.lowerBound)
        let end = Int32(truncatingIfNeeded: range.upperBound)
        let place = Int(layer.rawValue)
        let cover = covers[place]
        guard first >= cover.end || (first == cover.first && end == cover.end) else { return false }
        covers[place] = Cover(first: first, end: end, count: cover.count &+ 1)
        return true
    }

    @inline(never)
    private func accepts(_ entry: Int, _ range: Range<Int>) -> Bool {
        switch gazetteer.payloads[entry].caseRule {
        case .any: return true
        case .capital: return !tokens[range.lowerBound].flags.isDisjoint(with: [.capitalised, .innerCapital])
        case .exact: return isWritten(gazetteer.surfaces[UInt64(entry)] ?? 0..<0, range)
        }
    }

    /// Whether words are written like an entry, whose letters stand at a place.
    private func isWritten(_ letters: Range<Int32>, _ range: Range<Int>) -> Bool {
        var at = Int(letters.lowerBound)
        for token in tokens[range] where token.kind != .hyphen {
            let length = Int(token.end - token.start)
            guard at + length <= letters.upperBound,
                bytes[Int(token.start)..<Int(token.end)].elementsEqual(gazetteer.letters[at..<at + length])
            else { return false }
            at += length
        }
        return at == letters.upperBound
    }
}
