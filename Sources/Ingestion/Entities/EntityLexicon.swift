/// The tables of names, compiled: single words by hash, longer entries in the gazetteer.
struct EntityLexicon: Sendable {
    /// Cues of words as they stand without accents, and with them, which many languages tell apart ("a", "à").
    private var allCues = NumberedWords<(plain: NameCues, accented: NameCues)>(nothing: ([], []))
    private let heads: WordMap<[OrganisationHead]>
    private var adjectiveEndings: [[UInt8]] = []
    private var infinitiveEndings: [[UInt8]] = []
    private var participleEndings: [[UInt8]] = []
    private var commonEndings: [[UInt8]] = []
    private var peopleEndings: [[UInt8]] = []
    private var firmEndings: [[UInt8]] = []
    let firstNames: WordSet
    let legalSuffixes: WordSet
    private(set) var titles = WordSet()
    let companies: [CatalogueCompany]
    private(set) var nouns: [CompanyNoun] = []
    private(set) var pronouns: [Pronoun] = []
    private(set) var governments: [GovernmentReader.Pattern] = []
    let ranker: ReferenceRanker
    /// Names of media, projects and places, by the row of their layer.
    let media: [String]
    let projects: [String]
    private(set) var places: [String] = []
    private var demonyms: [Bool] = []
    private var towns: [Bool] = []
    private var placeCodes: [String] = []
    /// The towns and regions in the table of places.
    private var areas = WordSet()

    /// Compiles the tables of a language, with the names that all share.
    init(_ tables: Tables, _ names: CommonNames, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        (companies, media, projects) = (names.companies, names.media, names.projects)
        (heads, firstNames, legalSuffixes) = (names.heads, names.firstNames, names.legalSuffixes)
        ranker = names.ranker
        try addWords(tables, &gazetteer)
        gazetteer.add(names.entries)
        try addPlaces(tables, &gazetteer)
        try addNouns(tables, &gazetteer)
    }

    /// Whether a word has an ending of adjectives that follow the noun in names.
    func isAdjective(_ token: Token, _ bytes: [UInt8]) -> Bool {
        Self.ends(token, bytes, adjectiveEndings)
    }

    /// Whether a word has an ending of infinitives.
    func isInfinitive(_ token: Token, _ bytes: [UInt8]) -> Bool {
        Self.ends(token, bytes, infinitiveEndings)
    }

    /// Whether a word has an ending of participles.
    func isParticiple(_ token: Token, _ bytes: [UInt8]) -> Bool {
        Self.ends(token, bytes, participleEndings)
    }

    /// Whether a word has an ending that common words have and names hardly.
    func isCommon(_ token: Token, _ bytes: [UInt8]) -> Bool {
        Self.ends(token, bytes, commonEndings)
    }

    /// Whether a word has an ending of names for the people of a town or region.
    func isPeople(_ token: Token, _ bytes: [UInt8]) -> Bool {
        Self.ends(token, bytes, peopleEndings)
    }

    /// Whether a word ends as compound names of companies do: "Contosobank".
    func isFirm(_ token: Token, _ bytes: [UInt8]) -> Bool {
        Self.ends(token, bytes, firmEndings)
    }

    private static func ends(_ token: Token, _ bytes: [UInt8], _ endings: [[UInt8]]) -> Bool {
        let word = bytes[Int(token.start)..<Int(token.end)]
        return endings.contains { word.count > $0.count + 1 && word.suffix($0.count).elementsEqual($0) }
    }

    /// Whether a place is a town.
    func isTown(place row: Int) -> Bool { towns[row] }

    /// Whether an entry of the place table is an adjective or the name of a people.
    func isDemonym(place row: Int) -> Bool {
        demonyms[row]
    }

    /// The country of a place or people, ISO 3166; `nil` where there is no single one.
    func country(place row: Int) -> String? {
        placeCodes[row].isEmpty ? nil : placeCodes[row]
    }

    /// Where a company is at home of which a place or people is said; `nil` for a continent, and where there is no single country.
    func home(place row: Int) -> Home? {
        guard let country = country(place: row), country != Self.continent else { return nil }
        let area = Self.area(places[row], country)
        return Home(country: country, areas: areas.contains(area) ? [area, 0, 0, 0] : .zero)
    }

    /// What the table of places has for a continent.
    private static let continent = "EU"

    /// A town or region and its people, which begin alike: "Nantes", "nantais", "New York", "new-yorkais".
    static func area(_ name: String, _ country: String) -> UInt64 {
        let scalars = name.unicodeScalars
        let gap = scalars.firstIndex { $0 == " " || $0 == "-" }
        let first = gap.map { scalars[..<$0] } ?? scalars.prefix(4)
        let rest = gap.map { scalars[scalars.index(after: $0)...].prefix(4) } ?? scalars.suffix(0)
        return Folding.hash(country) ^ Folding.hash(String(first)) &+ 3 &* Folding.hash(String(rest))
    }

    /// What the tables say of each word of a text.
    func cues(of document: Document) -> [NameCues] {
        document.mapNumbered(nothing: []) { number, token in
            guard token.kind == .word else { return [] }
            let found = allCues[number]
            return token.flags.contains(.accented) ? found.accented : found.plain
        }
    }

    /// What an organisation word at the given place in a name tells.
    func head(_ token: Token, at place: OrganisationHead.Place) -> OrganisationHead? {
        guard let found = heads[token.hash] else { return nil }
        return found.first { $0.place == place } ?? found.first { $0.place == .any }
    }
}

extension EntityLexicon {
    private mutating func addWords(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        for row in try tables.own("name_cues") {
            guard let cue = NameCue(rawValue: row[0]) else { throw row.unknown(row[0]) }
            row.forEachPart(of: 1) { add(cue, $0, &gazetteer) }
        }
        // A word that stands in one way only has its cues in both.
        allCues.update { cues in
            if cues.plain.isEmpty { cues.plain = cues.accented }
            if cues.accented.isEmpty { cues.accented = cues.plain }
        }
        for row in try tables.own("name_endings") {
            switch row[0] {
            case "adjective": adjectiveEndings = row.list(1).map { Array($0.utf8) }
            case "participle": participleEndings = row.list(1).map { Array($0.utf8) }
            case "infinitive": infinitiveEndings = row.list(1).map { Array($0.utf8) }
            case "common": commonEndings = row.list(1).map { Array($0.utf8) }
            case "people": peopleEndings = row.list(1).map { Array($0.utf8) }
            case "firm": firmEndings = row.list(1).map { Array($0.utf8) }
            default: throw row.unknown(row[0])
            }
        }
        titles = try WordSet(tables.own("person_titles"))
    }

    private mutating func add(
        _ cue: NameCue, _ word: UnsafeBufferPointer<UInt8>, _ gazetteer: inout Gazetteer.Builder
    ) {
        let number = gazetteer.number(of: Folding.hash(word))
        let isAccented =
            word.contains { $0 >= 0x80 }
            && String(decoding: word, as: UTF8.self).unicodeScalars.contains { Folding.base(of: $0.value) != nil }
        if isAccented {
            allCues[number].accented.formUnion(cue.bit)
        } else {
            allCues[number].plain.formUnion(cue.bit)
        }
    }

    private mutating func addPlaces(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        for row in try tables.common("places") {
            guard row.isEmpty(3) || row.has(tables.language, in: 3) else { continue }
            let (name, code) = (row[0], row[1])
            let isDemonym = row.has("demonym", in: 2)
            row.withBytes(of: 0) {
                gazetteer.add($0, .place, row: places.count, caseRule: isDemonym ? .any : .capital)
            }
            if !isDemonym, !row.has("country", in: 2) { areas.insert(Self.area(name, code)) }
            demonyms.append(isDemonym)
            towns.append(row.has("city", in: 2))
            places.append(name)
            placeCodes.append(code)
        }
    }

    private mutating func addNouns(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        var sorts: [String: CompanyNoun.Others] = [:]
        for row in try tables.common("company_sorts") { sorts[row[0]] = (row.list(1), row.list(2)) }
        for row in try tables.own("company_nouns") {
            let noun = try CompanyNoun(row, others: sorts)
            row.forEachPart(of: 0) {
                gazetteer.add($0, .companyNoun, row: nouns.count, form: CompanyNoun.Number.singular.rawValue)
            }
            row.forEachPart(of: 1) {
                gazetteer.add($0, .companyNoun, row: nouns.count, form: CompanyNoun.Number.plural.rawValue)
            }
            nouns.append(noun)
        }
        for row in try tables.own("government_nouns") {
            guard let pattern = GovernmentReader.Pattern(rawValue: row[1]) else { throw row.unknown(row[1]) }
            row.forEachPart(of: 0) { gazetteer.add($0, .governmentNoun, row: governments.count) }
            governments.append(pattern)
        }
        for row in try tables.own("functions") {
            row.forEachPart(of: 0) { gazetteer.add($0, .function, row: 0) }
        }
        for row in try tables.own("pronouns") {
            let pronoun = try Pronoun(row)
            row.forEachPart(of: 0) { gazetteer.add($0, .pronoun, row: pronouns.count) }
            pronouns.append(pronoun)
        }
    }
}
