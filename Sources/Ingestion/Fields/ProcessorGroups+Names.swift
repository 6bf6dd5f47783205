import Model

extension ProcessorGroups {
    /// A name that is a plain word, with the number of its generation: "Kestrel", "Pyrène 3". A company or a word of
    /// the language is none.
    func wordName(at first: Int) -> Range<Int>? {
        guard document.tokens.indices.contains(first), document.tokens[first].capitalised, !isTaken[first],
            document.hit(at: first, .processor) == nil,
            let mention = context.entities.mention(at: first), mention.tokens.lowerBound == first, mention.form == .name
        else { return nil }
        switch context.entities.all[mention.entity].kind {
        case .project, .product: break
        case .place: guard isOwned(first) else { return nil }
        default: return nil
        }
        return first..<endOfNumber(behind: mention.tokens.upperBound)
    }

    /// Behind the number of a generation that a name ends with, or where the name ends.
    private func endOfNumber(behind end: Int) -> Int {
        guard end < document.tokens.count, document.tokens[end].kind == .number, document.tokens[end].spaced,
            document.tokens[end].end - document.tokens[end].start <= Self.generationDigits
        else { return end }
        let literal = context.literals[context.literals(in: end..<end + 1)].first
        return literal.map { $0.tokens.count == 1 && $0.kind == .number } ?? true ? end + 1 : end
    }

    /// Whether what stands before a name, or before the word for processors before it, says whose it is: "its Tarn
    /// processors", "ses processeurs Tarn".
    private func isOwned(_ first: Int) -> Bool {
        var before = first - 1
        if before > 0,
            let word = document.hits(in: max(0, before - 3)..<before + 1, .processor).first(where: {
                $0.end == first
            })
        {
            before = word.first - 1
        }
        guard before >= 0 else { return false }
        if document.tokens[before].kind == .possessive { return true }
        return context.entities.mention(at: before)?.possessive ?? false
    }

    /// The plain name right before a word for processors: "Kestrel accelerators".
    func wordName(before end: Int) -> Range<Int>? {
        for first in [end - 1, end - 2] where first >= 0 {
            if let name = wordName(at: first), name.upperBound == end { return name }
        }
        return nil
    }

    /// The plain name right behind a word for processors: "accélérateurs Pyrène 3".
    func wordName(behind hit: Hit) -> Range<Int>? {
        wordName(at: hit.end)
    }

    /// The name that a word for processors explains behind a comma: "the N7, a chip for small halls"; a plain word only where it
    /// may be one, as "Tarn, its platform for agents" is no machine.
    func nameExplained(by word: Int, mayBeWord: Bool) -> Range<Int>? {
        for comma in [word - 2, word - 3] where comma > 0 && document.tokens[comma].kind == .comma {
            guard
                (comma + 1..<word).allSatisfy({ document.tokens[$0].kind == .word && !document.tokens[$0].capitalised })
            else { return nil }
            if let name = nameEnding(at: comma) ?? (mayBeWord ? wordName(before: comma) : nil) { return name }
        }
        return nil
    }

    /// A family of the catalogue with a model or number that the catalogue lacks: "Kunpeng 930".
    func numbered(
        _ product: ProcessorLexicon.Product, _ tokens: Range<Int>, before limit: Int
    ) -> (product: ProcessorLexicon.Product, tokens: Range<Int>) {
        let end = tokens.upperBound
        if let model = model(of: product, behind: end, before: limit) {
            let name = product.name + " " + document.text(model)
            let whole = ProcessorLexicon.Product(
                name: name, vendor: product.vendor, unit: product.unit, isAmbiguous: false)
            return (whole, tokens.lowerBound..<model.upperBound)
        }
        guard product.isAmbiguous, end < limit, document.tokens[end - 1].kind == .word,
            document.tokens[end - 1].end - document.tokens[end - 1].start > 2,
            document.tokens[end].kind == .number, document.tokens[end].spaced,
            document.tokens[end].end - document.tokens[end].start <= Self.modelDigits,
            !context.literals[context.literals(in: end..<end + 1)].contains(where: {
                $0.tokens.count > 1 || $0.kind != .number
            })
        else { return (product, tokens) }
        let name = product.name + " " + document.text(end..<end + 1)
        let whole = ProcessorLexicon.Product(name: name, vendor: product.vendor, unit: product.unit, isAmbiguous: false)
        return (whole, tokens.lowerBound..<end + 1)
    }

    /// The letters and digits of a model behind the name of its family: "PowerEdge XE9780".
    private func model(
        of product: ProcessorLexicon.Product, behind end: Int, before limit: Int
    ) -> Range<Int>? {
        guard end < limit, document.tokens[end].spaced,
            !product.name.holdsDigit,
            let model = nameBeginning(at: end), model.count == 1, model.upperBound <= limit
        else { return nil }
        return model
    }

    /// Whether a word for processors only says what kind of thing another one is: "CPU-only servers".
    func isModifier(_ hit: Hit) -> Bool {
        guard hit.end + 1 < document.tokens.count, document.tokens[hit.end].kind == .hyphen else { return false }
        return document.tokens[hit.end + 1].kind == .word && document.hit(at: hit.end + 1, .processor) == nil
    }

    /// Whether a word for processors only says what a company does: "accelerator start-up".
    func isOfCompany(_ hit: Hit) -> Bool { document.hit(at: hit.end, .companyNoun) != nil }

    /// Whether a name stands behind words that say what fills machines: "packed with Acme's N7".
    func isFilling(_ first: Int) -> Bool {
        var before = first
        if before > 0, document.tokens[before - 1].kind == .possessive { before -= 1 }
        while before > 0, before > first - Self.makerReach, isTaken[before - 1] { before -= 1 }
        return isBehind(.fitted, before)
    }

    /// Whether a name is what a counted word for processors is of: "30,000 units of the N7".
    func isCountedSort(_ first: Int) -> Bool {
        guard let cue = cue(.sort, endingAt: first),
            let word = document.hits(in: max(0, cue - 3)..<cue, .processor).first(where: { $0.end == cue }),
            case .word = lexicon.entries[word.row]
        else { return false }
        return context.literals(in: max(0, word.first - 4)..<word.first).contains {
            context.literals[$0].kind == .number && context.literals[$0].tokens.upperBound == word.first
        }
    }

    /// Whether words of a role end where something begins.
    private func isBehind(_ role: StageRole, _ end: Int) -> Bool { cue(role, endingAt: end) != nil }

    /// Where words of a role begin that end at a token.
    private func cue(_ role: StageRole, endingAt end: Int) -> Int? {
        stages.matches(in: max(0, end - 4)..<end, of: document)
            .first { $0.role == role && $0.tokens.upperBound == end }?.tokens.lowerBound
    }

    /// How many tokens the name of a maker before its product has at most.
    private static let makerReach = 4
    /// How many digits the number of a generation has at most, and that of a model.
    private static let generationDigits: Int32 = 2
    private static let modelDigits: Int32 = 3
}
