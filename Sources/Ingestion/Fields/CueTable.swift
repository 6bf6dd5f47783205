/// Words that say what a literal beside them means, from a table of a language: role, side, reach, forms.
struct CueTable<Role: RawRepresentable<String> & Hashable & Sendable>: Sendable {
    /// Where the words stand, seen from the literal.
    enum Side: String, Sendable {
        case before, after, any
    }

    fileprivate struct Cue: Sendable {
        let role: Role
        let side: Side
        let reach: Int
    }

    /// A cue that applies to a literal.
    struct Match: Sendable {
        let role: Role
        /// Words between it and the literal; a comma counts as two more.
        let distance: Int
        let tokens: Range<Int>
        /// Whether it stands before the literal.
        let isBefore: Bool
        /// Whether it only counts right beside a literal.
        let isWeak: Bool
    }

    private let cues: [Cue]
    private let layer: Layer

    /// Compiles a table into a layer of the gazetteer.
    ///
    /// - Throws: ``LexiconError`` for a missing column, or an unknown role or side.
    init(_ tables: Tables, _ name: String, _ layer: Layer, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        self.layer = layer
        var cues: [Cue] = []
        for row in try tables.own(name) {
            guard let role = Role(rawValue: try row.required(0, "role")) else { throw row.unknown(row[0]) }
            guard let side = Side(rawValue: try row.required(1, "side")) else { throw row.unknown(row[1]) }
            guard let reach = Int(try row.required(2, "reach")) else { throw row.unknown(row[2]) }
            row.forEachPart(of: 3) { gazetteer.add($0, layer, row: cues.count) }
            cues.append(Cue(role: role, side: side, reach: reach))
        }
        self.cues = cues
    }

    /// The cues that apply to a literal, nearest first. None is looked for beyond its sentence, a semicolon, or one of
    /// the neighbours (`limits`) on either side.
    func matches(at tokens: Range<Int>, of document: Document, limits: Range<Int>) -> [Match] {
        let window = Self.window(around: tokens, of: document, limits: limits)
        var found: [Match] = []
        for hit in document.hits(in: window, layer) where hit.end <= window.upperBound {
            let cue = cues[hit.row]
            let isBefore = hit.end <= tokens.lowerBound
            guard isBefore || hit.first >= tokens.upperBound else { continue }
            guard cue.side == .any || (cue.side == .before) == isBefore else { continue }
            let gap = isBefore ? hit.end..<tokens.lowerBound : tokens.upperBound..<hit.first
            let distance = document.distance(gap, within: cue.reach + 1)
            guard distance <= cue.reach else { continue }
            if found.isEmpty { found.reserveCapacity(Self.usual) }
            found.append(
                Match(
                    role: cue.role, distance: distance, tokens: hit.tokens, isBefore: isBefore, isWeak: cue.reach <= 3))
        }
        if found.count > 1 {
            found.sort { ($0.distance, $0.tokens.lowerBound) < ($1.distance, $1.tokens.lowerBound) }
        }
        return found
    }

    /// The cues of a token range, whatever stands beside them.
    func matches(in range: Range<Int>, of document: Document) -> Places {
        Places(cues: cues, hits: document.hits(in: range, layer))
    }

    /// Cues with their places.
    struct Places: Sequence, IteratorProtocol {
        fileprivate let cues: [Cue]
        fileprivate var hits: LayerHits

        mutating func next() -> (role: Role, tokens: Range<Int>)? {
            hits.next().map { (cues[$0.row].role, $0.tokens) }
        }
    }

    private static func window(around tokens: Range<Int>, of document: Document, limits: Range<Int>) -> Range<Int> {
        let sentence = document.sentence(of: tokens.lowerBound)
        let floor = max(sentence.lowerBound, limits.lowerBound, tokens.lowerBound - widest)
        let ceiling = min(sentence.upperBound, limits.upperBound, tokens.upperBound + widest)
        let before = document.semicolons.last(from: floor, before: tokens.lowerBound) ?? -1
        let behind = document.semicolons.first(from: tokens.upperBound, before: ceiling) ?? document.tokens.count
        let low = min(tokens.lowerBound, max(floor, before + 1))
        return low..<max(low, tokens.upperBound, min(ceiling, behind))
    }

    /// As many cues as most literals have.
    private static var usual: Int { 4 }
    /// How far from a literal any cue is looked for, in tokens.
    private static var widest: Int { 40 }
}

extension Document {
    /// The length of a gap between two things of a sentence: its tokens, a comma counting thrice, a semicolon as a
    /// long way. It is not measured on from a limit on.
    func distance(_ gap: Range<Int>, within limit: Int = .max) -> Int {
        var sum = 0
        for index in gap.lowerBound..<min(gap.upperBound, gap.lowerBound + 200) {
            guard sum < limit else { break }
            switch tokens[index].kind {
            case .comma, .dash: sum += 3
            case .colon: sum += isSemicolon(index) ? 20 : 2
            case .hyphen, .possessive, .openQuote, .closeQuote, .straightQuote: break
            default: sum += 1
            }
        }
        return sum
    }

    /// Whether a sentence is an item of a list: it begins with a bullet or a dash, or opens a paragraph in small
    /// letters.
    func isItem(_ first: Int) -> Bool {
        let token = tokens[first]
        let opens = first == 0 || tokens[first - 1].paragraph != token.paragraph
        return opens && (token.kind == .symbol || token.kind == .dash || (token.kind == .word && !token.capitalised))
    }

    /// Whether the paragraph of a token is an item of a list, or opens with a label in capitals: "SIGNED. …".
    func isItem(paragraphOf token: Int) -> Bool {
        let first = paragraphs[Int(tokens[token].paragraph)].lowerBound
        guard !isHeadline(first) else { return false }
        if isItem(first) { return true }
        let sentence = sentence(of: first)
        guard sentence.count <= 5 else { return false }
        let words = sentence.lazy.filter { self.tokens[$0].kind == .word }
        return !words.isEmpty && words.allSatisfy { self.tokens[$0].flags.contains(.allCapitals) }
    }

    /// Whether a token is a semicolon.
    func isSemicolon(_ index: Int) -> Bool {
        tokens[index].kind == .colon && bytes[Int(tokens[index].start)] == 0x3B
    }

    /// The tokens between two ranges of the same sentence; empty where they touch or overlap.
    func gap(between left: Range<Int>, _ right: Range<Int>) -> Range<Int> {
        if left.upperBound <= right.lowerBound { return left.upperBound..<right.lowerBound }
        if right.upperBound <= left.lowerBound { return right.upperBound..<left.lowerBound }
        return left.lowerBound..<left.lowerBound
    }
}
