/// One pass of the gazetteer over a text.
struct GazetteerScan {
    private let gazetteer: Gazetteer
    private let tokens: UnsafeBufferPointer<Token>
    private let bytes: UnsafeBufferPointer<UInt8>
    private var found: [Hit] = []
    /// What is covered, by layer.
    private let covers: UnsafeMutableBufferPointer<Cover>
    /// The entries of several words that begin at the token that is looked at, shortest first.
    private var path: [Step] = []

    /// The tokens of a layer's latest entry.
    struct Cover {
        var first: Int32 = 0
        var end: Int32 = 0
    }

    /// Entries of the same words: the first one, and the token behind them.
    private struct Step {
        let payload: Int
        let end: Int
    }

    /// What may begin at a token.
    private struct Lead {
        /// As in ``Gazetteer/Root``; a complement too where the word behind leads nowhere.
        var next: Int32
        let payload: Int32
        /// The entry at `payload`.
        var first: Gazetteer.Payload
    }

    /// The entries of all layers in a text.
    static func hits(
        _ gazetteer: Gazetteer, _ tokens: UnsafeBufferPointer<Token>, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> [Hit] {
        withUnsafeTemporaryAllocation(of: Cover.self, capacity: Layer.allCases.count) { covers in
            covers.initialize(repeating: Cover())
            var scan = GazetteerScan(gazetteer, tokens, bytes, covers)
            scan.run()
            return scan.found
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
        found.reserveCapacity(tokens.count + tokens.count / 2)
    }

    /// Finds the entries, by first token, longest first.
    private mutating func run() {
        let leads = leads()
        for first in leads.indices {
            let lead = leads[first]
            if lead.next > 0 {
                walk(from: first, lead.next)
                while let step = path.popLast() {
                    add(gazetteer.payloads[step.payload], at: step.payload, first..<step.end)
                }
            }
            if lead.payload >= 0 { add(lead.first, at: Int(lead.payload), first..<first + 1) }
        }
    }

    /// What may begin at each token. The tables are larger than the caches: the words are looked up one after the other,
    /// before anything is made of them, so that they do not wait for each other.
    private func leads() -> [Lead] {
        guard let any = gazetteer.payloads.first else { return [] }
        return [Lead](unsafeUninitializedCapacity: tokens.count) { leads, count in
            for index in tokens.indices {
                let root = gazetteer.root(tokens[index].hash)
                leads.initializeElement(at: index, to: Lead(next: root.next, payload: root.payload, first: any))
            }
            count = tokens.count
            for index in tokens.indices where leads[index].next != 0 {
                let payload = Int(leads[index].payload)
                if payload >= 0 { leads[index].first = gazetteer.payloads[payload] }
                guard leads[index].next > 0 else { continue }
                let isHyphen = index + 1 < tokens.count && tokens[index + 1].kind == .hyphen
                let next = isHyphen ? index + 2 : index + 1
                if next >= tokens.count || !gazetteer.isHinted(Gazetteer.place(leads[index].next, tokens[next].hash)) {
                    leads[index].next = ~leads[index].next
                }
            }
        }
    }

    /// Finds the entries of several words that begin at a token whose word leads to a state.
    private mutating func walk(from first: Int, _ state: Int32) {
        var index = first + 1
        var next = state
        let sentence = tokens[first].sentence
        while next > 0 {
            if index < tokens.count, tokens[index].kind == .hyphen { index += 1 }
            guard index < tokens.count, tokens[index].sentence == sentence,
                let further = gazetteer.step(next, tokens[index].hash)
            else { return }
            next = further
            let payload = Int(gazetteer.firstPayload[Int(next < 0 ? ~next : next)])
            index += 1
            if payload >= 0 { path.append(Step(payload: payload, end: index)) }
        }
    }

    /// Adds those of some entries of the same words that stand at a token range and are not covered by a longer one of
    /// their layer, or one that began before.
    @inline(__always)
    private mutating func add(_ first: Gazetteer.Payload, at place: Int, _ range: Range<Int>) {
        var payload = first
        var entry = place
        while true {
            if payload.caseRule == .any || accepts(entry, range) {
                let cover = covers[Int(payload.layer.rawValue)]
                if range.lowerBound >= cover.end || (range.lowerBound == cover.first && range.upperBound == cover.end) {
                    found.append(
                        Hit(
                            first: range.lowerBound, end: range.upperBound, layer: payload.layer,
                            row: Int(payload.row), form: payload.form))
                    covers[Int(payload.layer.rawValue)] = Cover(
                        first: Int32(range.lowerBound), end: Int32(range.upperBound))
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
