/// Tells a company's unit that bears its name from the company itself: "Contoso sold its property arm, Contoso Data".
struct OwnedNames {
    private let weigher: NameWeigher
    private let runs: [NameRun]

    private var document: Document { weigher.document }
    private var tokens: [Token] { weigher.tokens }

    init(_ weigher: NameWeigher, _ runs: [NameRun]) {
        self.weigher = weigher
        self.runs = runs
    }

    /// Whether the sentence of a run makes of its longer name another company than the shorter one, which the same sentence
    /// names too.
    ///
    /// - Parameter isShort: whether a run is of the shorter name.
    func isAnother(_ run: Int, isShort: (Int) -> Bool) -> Bool {
        let sentence = tokens[runs[run].tokens.lowerBound].sentence
        func stands(_ places: some Sequence<Int>) -> Bool {
            places.lazy.prefix(Self.reach).prefix { tokens[runs[$0].tokens.lowerBound].sentence == sentence }
                .contains(where: isShort)
        }
        return stands((0..<run).reversed()) && isOwn(runs[run].tokens)
            || stands(run + 1..<runs.count) && isUnit(behind: runs[run].tokens)
    }

    /// "its property arm, X", "Contoso's unit X": a noun of what belongs to somebody before a name, and whose it is before that.
    private func isOwn(_ name: Range<Int>) -> Bool {
        var at = name.lowerBound - 1
        if at > 0, tokens[at].kind == .comma { at -= 1 }
        var isTie = false
        for index in stride(from: at, through: max(0, at - Self.longestTitle), by: -1) {
            guard tokens[index].sentence == tokens[name.lowerBound].sentence else { return false }
            if isTie, tokens[index].kind == .possessive || weigher.cues[index].contains(.owns) { return true }
            guard tokens[index].kind == .word || tokens[index].kind == .hyphen else { return false }
            isTie = isTie || isNounOfTie(index)
        }
        return false
    }

    /// "X, a unit of Contoso".
    private func isUnit(behind name: Range<Int>) -> Bool {
        let comma = name.upperBound
        guard comma < tokens.count, tokens[comma].kind == .comma else { return false }
        let title = comma + 1..<min(tokens.count, comma + 1 + Self.longestTitle)
        return title.prefix { tokens[$0].kind == .word && !tokens[$0].capitalised }.contains(where: isNounOfTie)
    }

    /// Whether a common noun for a company begins that alone means nobody: "unit", "customer".
    private func isNounOfTie(_ token: Int) -> Bool {
        document.hit(at: token, .companyNoun).map { weigher.lexicon.nouns[$0.row].isRelational } ?? false
    }

    /// How many names of a sentence are looked at, and how many words such a noun has with its article and adjectives.
    private static let (reach, longestTitle) = (8, 6)
}
