/// One pass of the gazetteer over a text.
struct GazetteerScan {
    private let gazetteer: Gazetteer
    private let tokens: UnsafeBufferPointer<Token>
    private let bytes: UnsafeBufferPointer<UInt8>
    private var found: [Hit] = []
    /// What is covered, by layer.
    private let covers: UnsafeMutableBufferPointer<Cover>
    /// The entries of several words that begin at the token that is looked at, shortest first.
    private var path: [Phrase] = []

    /// The tokens of a layer's latest entry.
    struct Cover {
        var first: Int32 = 0
        var end: Int32 = 0
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
            var scan = GazetteerScan(gazetteer, tokens, bytes, covers)
            let numbers = scan.run()
            return Gazetteer.Found(hits: scan.found, numbers: numbers)
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
        found.reserveCapacity(3 * tokens.count)
    }

    /// Finds the entries; returns the numbers of the words.
    private mutating func run() -> [Int32] {
        var numbers: [Int32] = []
        let leads = leads(&numbers)
        for first in leads.indices {
            let lead = leads[first]
            if lead.step >= 0 {
                walk(from: first + Int(lead.skip), Int(lead.step))
                while let phrase = path.popLast() {
                    add(
                        gazetteer.payloads[phrase.payload], at: phrase.payload, Int32(first), Int32(phrase.end),
                        isParted: lead.skip > 0)
                }
            }
            if lead.payload >= 0 { add(lead.first, at: Int(lead.payload), Int32(first), Int32(first) + 1) }
        }
        return numbers
    }

    /// What may begin at each token, with the numbers of the words. The tables are larger than the caches: they are looked
    /// into one after the other, before anything is made of what is there, so that no word waits for another.
    private func leads(_ numbers: inout [Int32]) -> [Lead] {
        guard let any = gazetteer.payloads.first else { return [] }
        return [Lead](unsafeUninitializedCapacity: tokens.count) { leads, count in
            numbers = [Int32](unsafeUninitializedCapacity: tokens.count) { numbers, count in
                for index in tokens.indices {
                    let root = gazetteer.root(tokens[index].hash)
                    leads.initializeElement(at: index, to: Lead(next: root.next, payload: root.payload, first: any))
                    numbers.initializeElement(at: index, to: root.number)
                }
                count = tokens.count
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

    /// Finds the entries of several words that begin at a token, or go on behind one, by the step of the next word.
    private mutating func walk(from first: Int, _ second: Int) {
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

    /// Adds those of some entries of the same words that stand from a token to before another and are not covered by a
    /// longer one of their layer, or one that began before; parted by adverbs, only those of layers whose entries may be.
    @inline(__always)
    private mutating func add(
        _ payload: Gazetteer.Payload, at place: Int, _ first: Int32, _ end: Int32, isParted: Bool = false
    ) {
        var payload = payload
        var entry = place
        while true {
            let mayStand =
                isParted ? payload.layer.mayBeParted : payload.caseRule == .any || accepts(entry, Int(first)..<Int(end))
            if mayStand {
                let layer = Int(payload.layer.rawValue)
                if first >= covers[layer].end || (first == covers[layer].first && end == covers[layer].end) {
                    found.append(
                        Hit(first: first, end: end, layer: payload.layer, row: payload.row, form: payload.form))
                    covers[layer] = Cover(first: first, end: end)
                }
            }
            guard payload.hasNext else { return }
            entry += 1
            payload = gazetteer.payloads[entry]
        }
    }

    private func accepts(_ entry: Int, _ range: Range<Int>) -> Bool {
        switch gazetteer.payloads[entry].caseRule {
        case .any: return true
        case .capital: return !tokens[range.lowerBound].flags.isDisjoint(with: [.capitalised, .innerCapital])
        case .exact: return isWritten(gazetteer.surfaces[Int32(entry)] ?? [], range)
        }
    }

    /// Whether words are written like an entry.
    private func isWritten(_ surface: [UInt8], _ range: Range<Int>) -> Bool {
        var at = 0
        for token in tokens[range] where token.kind != .hyphen {
            let length = Int(token.end - token.start)
            guard at + length <= surface.count,
                bytes[Int(token.start)..<Int(token.end)].elementsEqual(surface[at..<at + length])
            else { return false }
            at += length
        }
        return at == surface.count
    }
}
