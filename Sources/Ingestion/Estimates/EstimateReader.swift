import Model

/// Finds forecasts for markets and companies' own spending plans.
struct EstimateReader: Sendable {
    private var words: [EstimateWord] = []
    private var forms = FormLexicon(.estimate)
    private let regions: EstimateRegions

    /// A sentence longer than this many tokens is left out: it is none.
    private static let longest = 400
    /// The neutral subject of a company's own spending, and of a forecast that names none.
    private static let ownSubject = "capital expenditure"

    /// Compiles the tables of estimates into the gazetteer.
    ///
    /// - Throws: ``LexiconError`` for a class that is not known.
    init(
        _ tables: Tables, _ paradigms: Paradigms, _ gazetteer: inout Gazetteer.Builder
    ) throws(LexiconError) {
        regions = try EstimateRegions(tables)
        for row in try tables.own("estimates") {
            guard let word = EstimateWord(rawValue: row[0]) else { throw row.unknown(row[0]) }
            try forms.add(list: 1, paradigm: 2, row: words.count, from: row, paradigms, &gazetteer)
            words.append(word)
        }
    }

    /// The estimates of the text, and the literals that no deal may use.
    func estimates(
        of document: Document, entities: Entities, literals: [Literal], published: Day?
    ) -> EstimateFindings {
        var estimates = EstimateFindings(used: LiteralSet(in: literals.indices))
        var literals = literals
        let elliptic = EllipticSums(document: document)
        var next = literals.startIndex
        var last: Int?
        var earlier: EstimateSentence.Reading?
        var recent: EstimateSentence.Reading?
        var alone = LoneSums(document: document, entities: entities)
        for own in document.sentences {
            while next < literals.endIndex, literals[next].tokens.lowerBound < own.lowerBound { next += 1 }
            var end = next
            while end < literals.endIndex, literals[end].tokens.lowerBound < own.upperBound { end += 1 }
            let (sentence, range) = alone.joined(own, next..<end, literals, isFree: earlier == nil)
            let hasSum = range.contains { literals[$0].kind == .money }
            guard sentence.count <= Self.longest,
                hasSum || range.contains(where: { elliptic.isLarge(literals, $0) })
                    || last != nil && range.contains(where: { elliptic.isBare(literals, $0) })
            else {
                earlier = nil
                continue
            }
            // Whether all sums stand between quotation marks.
            let isQuote =
                hasSum
                && range.allSatisfy { index in
                    literals[index].kind != .money
                        || document.tokens[literals[index].tokens.lowerBound].flags.contains(.quoted)
                }
            let words = found(in: sentence, document, entities, quoted: isQuote)
            elliptic.resolve(&literals, in: range, words: words, last: last)
            last = range.last { literals[$0].kind == .money } ?? last
            guard hasSum || last.map(range.contains) ?? false else {
                earlier = nil
                continue
            }
            guard earlier != nil || words.contains(where: \.word.mayTell) else { continue }
            let view = EstimateSentence(
                document: document, entities: entities, tokens: sentence, literals: literals, range: range,
                words: words, published: published, regions: regions, earlier: earlier,
                recent: recent.flatMap { isNear($0, sentence, document) ? $0 : nil }, isQuote: isQuote
            )
            earlier = add(view.readings(), to: &estimates, document, entities, published)
            if let earlier, earlier.to != nil { recent = earlier }
        }
        return estimates
    }

    /// Whether a reading stands in the paragraph of a sentence or the one before.
    private func isNear(_ reading: EstimateSentence.Reading, _ sentence: Range<Int>, _ document: Document) -> Bool {
        document.tokens[sentence.lowerBound].paragraph
            - document.tokens[reading.valueTokens.lowerBound].paragraph <= 1
    }

    /// Adds the readings of a sentence, and tells the last one. What was spent is no estimate, and no deal either.
    private func add(
        _ readings: [EstimateSentence.Reading], to estimates: inout EstimateFindings, _ document: Document,
        _ entities: Entities, _ published: Day?
    ) -> EstimateSentence.Reading? {
        var last: EstimateSentence.Reading?
        for reading in readings {
            let isOver = reading.to.map { $0 < published?.civil.year ?? $0 } ?? false
            if isOver, reading.isSure { estimates.take(reading.literal) }
            guard !isOver else { continue }
            last = reading
            if let finding = finding(reading, document, entities) { estimates.add(finding, reading) }
        }
        return last
    }

    private func found(
        in sentence: Range<Int>, _ document: Document, _ entities: Entities, quoted: Bool
    ) -> [EstimateSentence.Word] {
        var found: [EstimateSentence.Word] = []
        for hit in document.hits(in: sentence, .estimate) {
            guard quoted || !document.tokens[hit.first].flags.contains(.quoted),
                let form = forms.features(hit, in: document), var word = words[hit.row].told(by: form)
            else { continue }
            if found.isEmpty { found.reserveCapacity(Self.usual) }
            // "research by Gartner" has a source, "spend on research by 2029" a year.
            if word == .author { word = entities.mentions(in: hit.end..<hit.end + 2).isEmpty ? .until : .source }
            found.append(EstimateSentence.Word(word: word, tokens: hit.tokens))
        }
        return found
    }

    /// As many words as most sentences have.
    private static let usual = 12

    private func finding(
        _ reading: EstimateSentence.Reading, _ document: Document, _ entities: Entities
    ) -> Finding<Estimate>? {
        let source = reading.source.map { source in
            source.entity.map { entities.all[$0].name } ?? document.text(source.tokens)
        }
        let subject = reading.isOwnPlan ? Self.ownSubject : document.text(reading.subject)
        guard
            let estimate = try? Estimate(
                source: source, subject: subject, region: reading.region,
                value: reading.value, from: reading.from, to: reading.to)
        else { return nil }
        let rule = reading.isOwnPlan ? "estimate.plan" : "estimate.forecast"
        let evidence = [
            document.evidence(for: "/value", reading.valueTokens, rule: rule),
            reading.source.flatMap { document.evidence(for: "/source", $0.tokens, rule: rule) },
            reading.years.flatMap { document.evidence(for: reading.from == nil ? "/to" : "/from", $0, rule: rule) },
            document.evidence(for: "/subject", reading.subject, rule: rule),
        ]
        return Finding(estimate, evidence: evidence.compactMap(\.self), confidence: reading.isSure ? 700 : 500)
    }
}
