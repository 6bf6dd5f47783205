/// Calls a company of the catalogue as the text does that never calls it by its full name: "Contoso" for Contoso Asset
/// Management, "CEB" for the Contoso Export Bank. Those that everybody knows keep the name by which they are
/// known, but for a long end.
struct PrintedNames {
    private let document: Document
    private let lexicon: EntityLexicon

    init(_ document: Document, _ lexicon: EntityLexicon) {
        self.document = document
        self.lexicon = lexicon
    }

    /// Gives each such company the longest name that stands in the text.
    func settle(_ entities: inout Entities) {
        var forms = [Form](repeating: .none, count: entities.all.count)
        for mention in entities.mentions where forms[mention.entity] != .full {
            guard let row = entities.all[mention.entity].catalogueRow else { continue }
            let form = form(mention.tokens, of: lexicon.companies[row])
            if form.rank > forms[mention.entity].rank { forms[mention.entity] = form }
        }
        for (entity, form) in forms.enumerated() {
            guard case .short(let tokens) = form else { continue }
            entities.all[entity].fullName = entities.all[entity].name
            entities.all[entity].name = document.singleSpaced(tokens)
        }
    }

    /// How much of a company's name a text has.
    private enum Form: Equatable {
        case none
        /// Another name: the first words of the full one, a longer one, initials, or what its arm is called.
        case short(Range<Int>)
        /// The full name, or a spelling of it.
        case full

        var rank: Int {
            switch self {
            case .none: 0
            case .short(let tokens): tokens.count
            case .full: .max
            }
        }
    }

    private func form(_ tokens: Range<Int>, of company: CatalogueCompany) -> Form {
        guard !company.isAuthority else { return .full }
        let words = document.tokens[tokens].filter { $0.kind == .word || $0.kind == .number }.map(\.hash)
        let isBeginning = words.count < company.words.count && company.words.starts(with: words)
        if company.isWellKnown {
            return isBeginning && company.words.count - words.count >= Self.long ? .short(tokens) : .full
        }
        if isBeginning { return .short(tokens) }
        if words.count > company.words.count, words.starts(with: company.words) {
            return lexicon.legalSuffixes.contains(words[words.count - 1]) ? .full : .short(tokens)
        }
        guard words != company.words, !isSpelling(tokens, of: company.name) else { return .full }
        let isInitials = tokens.count == 1 && document.tokens[tokens.lowerBound].flags.contains(.allCapitals)
        return words.count > 1 || company.words.count > 1 && isInitials ? .short(tokens) : .full
    }

    /// So many words at the end of a name are left out whoever is meant.
    private static let long = 2

    /// Whether a name has the letters with which another begins: "Fab Ricam" and "Fabricam Computer" for "Fabricam".
    private func isSpelling(_ tokens: Range<Int>, of name: String) -> Bool {
        let written = document.tokens[tokens].flatMap { token in
            document.bytes[Int(token.start)..<Int(token.end)].filter(Self.isLetter).map { $0 | 0x20 }
        }
        let known = name.utf8.filter(Self.isLetter).map { $0 | 0x20 }
        return written.starts(with: known) || known.starts(with: written)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
