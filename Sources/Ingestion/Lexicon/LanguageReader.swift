import Model

/// Everything that reads one language: its gazetteer and the stages compiled from its tables. It never changes, and all
/// that use it hold on to the same one.
final class LanguageReader: Sendable {
    let language: String
    private let tokenizer: Tokenizer
    /// The words that the tokenizer elides, with their apostrophe.
    private let elided: WordSet
    private let splitter: SentenceSplitter
    private let gazetteer: Gazetteer
    let literalReader: LiteralReader
    let entityReader: EntityReader
    let quoteReader: QuoteReader
    let relationshipReader: RelationshipReader
    let estimateReader: EstimateReader
    let dealReader: DealReader
    let fieldReader: FieldReader

    /// Compiles the tables of a language, with what all languages share where that is compiled already.
    ///
    /// - Throws: ``LexiconError``.
    init(_ tables: Tables, _ shared: CommonLexicon? = nil) throws(LexiconError) {
        let common = if let shared { shared } else { try CommonLexicon(tables) }
        language = tables.language
        let elisions = try tables.own("elisions").map { Folding.hash($0[0]) }
        tokenizer = Tokenizer(elisions: WordSet(elisions), currencies: try tables.currencyCodes())
        elided = WordSet(elisions.map { Folding.mix($0, 0x27) })
        splitter = SentenceSplitter(abbreviations: WordSet(try tables.own("abbreviations").map { Folding.hash($0[0]) }))
        var builder = Gazetteer.Builder(tokenizer: tokenizer)
        literalReader = try LiteralReader(tables, &builder)
        entityReader = try EntityReader(tables, common.names, &builder)
        quoteReader = try QuoteReader(tables, &builder)
        relationshipReader = try RelationshipReader(tables, &builder)
        let paradigms = try Paradigms(tables)
        estimateReader = try EstimateReader(tables, paradigms, &builder)
        dealReader = try DealReader(tables, common.deals, paradigms, entityReader.companyNouns, &builder)
        fieldReader = try FieldReader(tables, &builder)
        gazetteer = builder.build()
    }

    /// A text with its tokens, sentences and lexicon entries. `cut` are its tokens by a tokenizer that elides all that
    /// this one does, and maybe more.
    func document(_ text: [UInt8], cut: consuming [Token]? = nil) -> Document {
        var tokens: [Token]
        if let known = cut.take(), isCutAlike(known) {
            tokens = known
        } else {
            tokens = text.withUnsafeBufferPointer { tokenizer.tokens(of: $0) }
        }
        let sentences = splitter.split(&tokens)
        return Document(
            bytes: text, tokens: tokens, sentences: sentences, found: gazetteer.find(in: tokens, bytes: text))
    }

    /// Whether tokens hold no elision but those of this language: then its tokenizer cuts the same.
    private func isCutAlike(_ tokens: [Token]) -> Bool {
        tokens.allSatisfy { !$0.flags.contains(.elision) || elided.contains($0.hash) }
    }

    /// The literals of a text, as the command line prints them.
    func literals(in text: [UInt8], reference: Day?) -> [LiteralFinding] {
        let document = document(text)
        return literalReader.literals(of: document, published: reference).flatMap {
            LiteralFinding.all($0, in: document)
        }
    }

    /// The records of a text; `cut` as for ``document(_:cut:)``.
    func read(_ text: [UInt8], cut: consuming [Token]? = nil, published: Day?) -> Extraction {
        passes(over: text, cut: cut.take(), published: published).extraction
    }

    /// What every stage makes of a text, in the order in which they read.
    func passes(over text: [UInt8], cut: consuming [Token]? = nil, published: Day?) -> Passes {
        let document = document(text, cut: cut.take())
        let entities = entityReader.entities(of: document)
        let literals = literalReader.literals(of: document, published: published, home: entities.home)
        let certain = entities.without(document, \.isGuess)
        let estimates = estimateReader.estimates(
            of: document, entities: entities, literals: literals, published: published)
        let quotes = quoteReader.read(document, entities: certain)
        let candidates = dealReader.deals(
            of: document, entities: entities, literals: literals, excluded: estimates.used,
            voices: quotes.voices, published: published)
        var extraction = Extraction(language: language, published: published)
        extraction.deals = fieldReader.deals(
            candidates, of: document, entities: entities, literals: literals, excluded: estimates.used,
            published: published)
        extraction.estimates = estimates.settled(beside: extraction.deals, in: document)
        extraction.statements = quotes.statements
        extraction.relationships = relationshipReader.relationships(
            of: document, entities: entities.without(document) { $0.isGuess && $0.form == .pronoun },
            literals: literals,
            deals: extraction.deals)
        addCompanies(entities, document, to: &extraction)
        return Passes(
            document: document, literals: literals, entities: entities, estimated: estimates.used,
            voices: quotes.voices,
            candidates: candidates, extraction: extraction)
    }

    private func addCompanies(_ entities: Entities, _ document: Document, to extraction: inout Extraction) {
        var seen = EntitySet(in: entities.all.indices)
        let mentions = entities.organisations(in: document.tokens.indices)
        extraction.mentions.reserveCapacity(mentions.count)
        for mention in mentions {
            guard let (start, end) = document.byteRange(mention.tokens), let span = try? Span(start: start, end: end)
            else { continue }
            let name = entities.all[mention.entity].name
            if !seen.contains(mention.entity) { extraction.companies.append(name) }
            seen.insert(mention.entity)
            extraction.mentions.append(Mention(company: name, span: span, text: document.text(mention.tokens)))
        }
    }
}
