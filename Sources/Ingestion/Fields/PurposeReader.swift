import Model

/// Reads what the capacity of a deal is for.
struct PurposeReader: Sendable {
    private let purposes: [[Purpose]]

    init(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        var purposes: [[Purpose]] = []
        for row in try tables.own("purposes") {
            _ = try row.required(0, "purpose")
            var meant: [Purpose] = []
            for id in row.list(0) {
                guard let purpose = Purpose(rawValue: id) else { throw row.unknown(id) }
                meant.append(purpose)
            }
            for form in row.list(1) { gazetteer.add(form, .purpose, row: purposes.count) }
            purposes.append(meant)
        }
        self.purposes = purposes
    }

    /// The purposes of each deal, each once.
    func purposes(_ context: FieldContext) -> [[Reading<Purpose>]] {
        var found = [[Reading<Purpose>]].filled(with: [], count: context.candidates.count)
        guard context.tells(\.hasCapacity) else { return found }
        for hit in context.document.hits(of: .purpose) {
            guard !context.isQuoted(hit.tokens), !isName(hit, context) else { continue }
            guard let claim = context.scopes.claims(on: hit.tokens, fits: \.hasCapacity).first,
                claim.score >= Self.least, claim.score >= Self.sure || isMaterial(hit, context)
            else { continue }
            for purpose in purposes[hit.row] where !found[claim.deal].contains(where: { $0.value == purpose }) {
                found[claim.deal].append(
                    Reading(
                        value: purpose, tokens: hit.tokens, rule: "purpose." + purpose.rawValue, score: claim.score))
            }
        }
        return found.map { readings in
            Purpose.allCases.compactMap { purpose in readings.first { $0.value == purpose } }
        }
    }

    /// Whether the word is part of a name: a capital inside a sentence, or the name of an organisation that covers it.
    private func isName(_ hit: Hit, _ context: FieldContext) -> Bool {
        let token = context.document.tokens[hit.first]
        if token.capitalised, !token.flags.contains(.sentenceStart), !token.flags.contains(.allCapitals) { return true }
        return context.entities.organisations(in: max(0, hit.first - 4)..<hit.end).contains {
            $0.form == .name && $0.tokens.overlaps(hit.tokens)
        }
    }

    /// Whether a sentence that is not surely about the deal speaks of machines, or of nobody.
    private func isMaterial(_ hit: Hit, _ context: FieldContext) -> Bool {
        let sentence = context.document.sentence(of: hit.first)
        if context.entities.organisations(in: sentence).isEmpty { return true }
        return !context.document.hits(in: sentence, .processor).isEmpty
            || context.literals[context.literals(in: sentence)].contains { $0.kind == .power }
    }

    private static let least = 38
    /// From which score on a sentence is surely about a deal.
    private static let sure = 48
}
