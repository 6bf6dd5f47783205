/// What a text says of each name, over all places where the name stands.
struct NameMemory {
    /// One form of a name.
    struct Name {
        /// Its words, as places among those of all names.
        let words: Range<Int>
        let source: NameRun.Source
        /// The first and the last of the runs where it stands, by index.
        let firstRun: Int
        fileprivate(set) var lastRun: Int
        var evidence: NameEvidence
        var hasTitle = false
        /// The fuller form of the same name, where there is one.
        var fuller: Int?
    }

    private(set) var names: [Name] = []
    private let document: Document
    private let runs: [NameRun]
    /// The name of each run.
    private(set) var nameOfRun: [Int] = []
    /// The run where the name of a run stands next, or -1, by run.
    private var nextRun: [Int] = []
    /// The words of all names, folded.
    private var words: [UInt64] = []
    /// The names by their words, those that tables have by their rows.
    private var index: WordMap<Int>
    /// Names by their first and last words, and by the hash of each of their beginnings: a text may have thousands that
    /// share one first word.
    private var byPart = NameIndex()

    init(_ document: Document, _ runs: [NameRun], _ weigher: NameWeigher) {
        self.document = document
        self.runs = runs
        index = WordMap(minimumCapacity: min(runs.count, 4096))
        nameOfRun.reserveCapacity(runs.count)
        nextRun.reserveCapacity(runs.count)
        names.reserveCapacity(min(runs.count, Self.usual))
        words.reserveCapacity(2 * min(runs.count, Self.usual))
        let evidence = Self.evidence(document, runs, weigher)
        for (number, run) in runs.enumerated() { add(run, number, evidence[number]) }
        byPart = NameIndex(minimumCapacity: Self.parts * min(names.count { $0.words.count > 1 }, 4096))
        for number in names.indices.reversed() where names[number].words.count > 1 { note(number) }
        let owned = OwnedNames(weigher, runs)
        for number in names.indices where names[number].source == .unknown { link(number, owned) }
    }

    /// As many names as most texts have, and how many parts of a longer one are looked for.
    private static let (usual, parts) = (32, 4)

    /// The words of a name, folded.
    private func words(of name: Int) -> ArraySlice<UInt64> { words[names[name].words] }

    /// The name that a name stands for: its fullest form.
    func root(of name: Int) -> Int {
        var name = name
        while let fuller = names[name].fuller { name = fuller }
        return name
    }

    /// The evidence of each run; "Avon and Tay, two old mills" says of both names what they are.
    private static func evidence(_ document: Document, _ runs: [NameRun], _ weigher: NameWeigher) -> [NameEvidence] {
        var evidence = runs.map { $0.source == .unknown ? weigher.evidence(of: $0) : NameEvidence() }
        NeighbourEvidence(runs: runs, weigher: weigher).share(&evidence)
        return evidence
    }

    private mutating func add(_ run: NameRun, _ number: Int, _ evidence: NameEvidence) {
        let first = words.count
        for token in run.tokens where document.tokens[token].kind == .word || document.tokens[token].kind == .number {
            words.append(document.tokens[token].hash)
        }
        let key = run.source.key.map { ~$0 } ?? Self.key(words[first...])
        nextRun.append(-1)
        if let place = index[key] {
            words.removeSubrange(first...)
            nextRun[names[place].lastRun] = number
            names[place].lastRun = number
            names[place].hasTitle = names[place].hasTitle || run.hasTitle
            names[place].evidence.add(evidence)
            nameOfRun.append(place)
            return
        }
        index[key] = names.count
        nameOfRun.append(names.count)
        names.append(
            Name(
                words: first..<words.count, source: run.source, firstRun: number, lastRun: number, evidence: evidence,
                hasTitle: run.hasTitle))
    }

    /// The hash of some words together.
    private static func key(_ words: ArraySlice<UInt64>) -> UInt64 {
        words.reduce(Folding.seed) { ($0 ^ $1) &* 0x0000_0100_0000_01B3 }
    }

    // MARK: Short forms

    /// The most words that a short form has.
    private static let longestShort = 3

    /// Enters a name of several words where its short forms are looked for; the last name first.
    private mutating func note(_ number: Int) {
        let place = names[number].words
        byPart.add(number, at: words[place.lowerBound], .first)
        byPart.add(number, at: words[place.upperBound - 1], .last)
        for end in place.dropFirst().prefix(Self.longestShort) {
            byPart.add(number, at: Self.key(words[place.lowerBound..<end]), .beginning)
        }
        for start in place.dropFirst().dropLast().suffix(Self.longestShort - 1) {
            byPart.add(number, at: Self.key(words[start..<place.upperBound]), .ending)
        }
    }

    /// Finds the fuller form of a name: "Orion" for "Orion Grid Partners", "Reyes" for "Ana Reyes", "ONE" for
    /// "Orion Nordic Energy".
    private mutating func link(_ number: Int, _ owned: OwnedNames) {
        let (length, hasTitle) = (names[number].words.count, names[number].hasTitle)
        guard length <= Self.longestShort, length > 0 else { return }
        if let person = lastName(number), hasTitle || beginning(number, owned) == nil {
            names[person].evidence.person += 2
            join(number, to: person)
        } else if let full = defined(number) ?? beginning(number, owned) ?? acronym(number) {
            join(number, to: full)
        }
    }

    private mutating func join(_ number: Int, to full: Int) {
        guard root(of: full) != number else { return }
        names[number].fuller = full
        let target = root(of: full)
        var evidence = names[number].evidence
        switch names[target].evidence.kind {
        case .person: names[target].evidence.inside = true
        case .organisation:
            evidence.place = 0
            evidence.other = 0
            evidence.person = 0
            names[target].evidence.add(evidence)
        default: names[target].evidence.add(evidence)
        }
        if !names[number].hasTitle { names[target].hasTitle = names[target].hasTitle || names[number].hasTitle }
    }

    /// A person whose last (with a title, also first) name it is.
    private mutating func lastName(_ number: Int) -> Int? {
        guard names[number].words.count == 1 else { return lastNames(number) }
        let word = words[names[number].words.lowerBound]
        let hasTitle = names[number].hasTitle
        if hasTitle { revealPerson(word, number) }
        if let person = byPart.names(at: word, .last).first(where: { isPerson($0) && $0 != number }) { return person }
        guard hasTitle else { return nil }
        return byPart.names(at: word, .first).first { isPerson($0) }
    }

    /// A person whose last name of several words it is: "Le Floch", "Perret-Gentil".
    private func lastNames(_ number: Int) -> Int? {
        let own = words(of: number)
        return byPart.names(at: Self.key(own), .ending).first { full in
            full != number && isPerson(full) && words(of: full).count > own.count
                && words(of: full).suffix(own.count) == own
        }
    }

    /// A title before the last name tells that the full name is a person's.
    private mutating func revealPerson(_ word: UInt64, _ number: Int) {
        for full in byPart.names(at: word, .last)
        where full != number && names[full].source == .unknown && names[full].words.count <= 4
            && names[full].evidence.organisation < Self.firmness
        {
            names[full].evidence.person += 8
        }
    }

    /// What makes a name a company's whatever is said of people of that name.
    private static let firmness = 6

    private func isPerson(_ number: Int) -> Bool {
        names[number].source == .unknown && names[number].evidence.kind == .person
    }

    /// The first longer name that begins with it.
    private func beginning(_ number: Int, _ owned: OwnedNames) -> Int? {
        guard !names[number].hasTitle else { return nil }
        let own = words(of: number)
        return byPart.names(at: Self.key(own), .beginning).first { full in
            guard full != number, names[full].words.count > own.count, words(of: full).starts(with: own) else {
                return false
            }
            switch names[full].source {
            case .company: return !isAnother(full, than: number, owned)
            case .unknown:
                return names[full].evidence.kind != .person && names[full].evidence.kind != .place
                    && !isAnother(full, than: number, owned)
            default: return false
            }
        }
    }

    /// Whether the text introduces a longer name as that of a unit of whom the shorter one names.
    private func isAnother(_ full: Int, than number: Int, _ owned: OwnedNames) -> Bool {
        var run = names[full].firstRun
        for _ in 0..<Self.introductions where run >= 0 {
            if owned.isAnother(run, isShort: { nameOfRun[$0] == number }) { return true }
            run = nextRun[run]
        }
        return false
    }

    /// At how many places of a name it may be introduced.
    private static let introductions = 3

    /// A name that stands in brackets right behind its full form.
    private func defined(_ number: Int) -> Int? {
        var next = names[number].firstRun
        while next >= 0 {
            let run = next
            next = nextRun[run]
            guard run > 0 else { continue }
            let first = runs[run].tokens.lowerBound
            let end = runs[run - 1].tokens.upperBound
            guard first > end, first - end <= 3, document.tokens[end].kind == .openBracket,
                document.tokens[first].flags.contains(.bracketed)
            else { continue }
            let between = document.tokens[end + 1..<first]
            guard between.allSatisfy({ $0.kind == .openQuote || $0.kind == .straightQuote }) else { continue }
            let full = nameOfRun[run - 1]
            guard full != number, isOrganisation(full), closes(runs[run].tokens.upperBound) else { continue }
            if !between.isEmpty || matches(number, initialsOf: full) { return full }
        }
        return nil
    }

    private func closes(_ index: Int) -> Bool {
        guard index < document.tokens.count else { return false }
        let kind = document.tokens[index].kind
        return kind == .closeBracket || kind == .closeQuote || kind == .straightQuote
    }

    private func isOrganisation(_ number: Int) -> Bool {
        switch names[number].source {
        case .company: true
        case .unknown: names[number].evidence.kind == .organisation
        default: false
        }
    }

    /// A longer name whose initials it is.
    private func acronym(_ number: Int) -> Int? {
        guard names[number].words.count == 1,
            document.tokens[runs[names[number].firstRun].tokens.lowerBound].flags.contains(.allCapitals),
            !isModel(runs[names[number].firstRun].tokens.upperBound)
        else { return nil }
        return names.indices.prefix(Self.acronymSearch).first {
            $0 != number && names[$0].words.count > 1 && isOrganisation($0) && matches(number, initialsOf: $0)
        }
    }

    /// Whether letters end here that belong to the name of a model: "NX-4".
    private func isModel(_ end: Int) -> Bool {
        guard end + 1 < document.tokens.count, document.tokens[end].kind == .hyphen, !document.tokens[end].spaced
        else { return false }
        let next = document.tokens[end + 1]
        return !next.spaced && (next.kind == .number || next.flags.contains(.mixed))
    }

    /// How many names of a text are looked at for the full form of an acronym.
    private static let acronymSearch = 400

    private func matches(_ number: Int, initialsOf full: Int) -> Bool {
        let (short, long) = (names[number].firstRun, names[full].firstRun)
        let token = document.tokens[runs[short].tokens.lowerBound]
        let letters = document.bytes[Int(token.start)..<Int(token.end)]
        let words = document.tokens[runs[long].tokens].filter { $0.kind == .word && $0.capitalised }
        return letters.count == words.count && letters.count > 1
            && zip(letters, words).allSatisfy { $0 == document.bytes[Int($1.start)] }
    }
}

/// Names by hashes, in their order: they must be added from the last one to the first.
private struct NameIndex {
    /// What of a name a hash is of; each shifts its hashes to a place of their own.
    enum Part: UInt64 {
        case first = 0
        case last = 0x9E37_79B9_7F4A_7C15
        case beginning = 0xC2B2_AE3D_27D4_EB4F
        case ending = 0x1656_67B1_9E37_79F9
    }

    private var heads: WordMap<Int>
    private var entries: [(name: Int, next: Int)] = []

    init(minimumCapacity: Int = 4) {
        heads = WordMap(minimumCapacity: minimumCapacity)
        entries.reserveCapacity(minimumCapacity)
    }

    mutating func add(_ name: Int, at hash: UInt64, _ part: Part) {
        let hash = hash ^ part.rawValue
        entries.append((name, heads[hash] ?? -1))
        heads[hash] = entries.count - 1
    }

    /// The names of a hash.
    func names(at hash: UInt64, _ part: Part) -> Names {
        Names(entries: entries, place: heads[hash ^ part.rawValue] ?? -1)
    }

    struct Names: Sequence, IteratorProtocol {
        fileprivate let entries: [(name: Int, next: Int)]
        fileprivate var place: Int

        mutating func next() -> Int? {
            guard place >= 0 else { return nil }
            defer { place = entries[place].next }
            return entries[place].name
        }
    }
}
