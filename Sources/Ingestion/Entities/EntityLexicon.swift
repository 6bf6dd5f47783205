/// The tables of names, compiled: single words by hash, longer entries in the gazetteer.
struct EntityLexicon: Sendable {
    /// Cues of words without and with accents, which many languages tell apart ("a", "à").
    private var cues: [UInt64: NameCues] = [:]
    /// Both for each word: as the word stands without accents, and with them.
    private var allCues = NumberedWords<(plain: NameCues, accented: NameCues)>(nothing: ([], []))
    private var accentedCues: [UInt64: NameCues] = [:]
    private var heads = WordMap<[OrganisationHead]>()
    private var adjectiveEndings: [[UInt8]] = []
    private var infinitiveEndings: [[UInt8]] = []
    private var participleEndings: [[UInt8]] = []
    private var commonEndings: [[UInt8]] = []
    private var peopleEndings: [[UInt8]] = []
    private var firmEndings: [[UInt8]] = []
    private(set) var firstNames = WordSet()
    private(set) var legalSuffixes = WordSet()
    private(set) var titles = WordSet()
    private(set) var companies: [CatalogueCompany] = []
    private(set) var nouns: [CompanyNoun] = []
    private(set) var pronouns: [Pronoun] = []
    private(set) var governments: [GovernmentReader.Pattern] = []
    /// Names of media, projects and places, by the row of their layer.
    private(set) var media: [String] = []
    private(set) var projects: [String] = []
    private(set) var places: [String] = []
    private var demonyms: Set<Int> = []
    private var towns: Set<Int> = []
    private var placeCodes: [String] = []
    /// The towns and regions in the table of places.
    private var areas: Set<UInt64> = []

    /// Compiles the tables.
    init(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        try addWords(tables, &gazetteer)
        try addCompanies(tables, &gazetteer)
        try addOtherNames(tables, &gazetteer)
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
    func isTown(place row: Int) -> Bool { towns.contains(row) }

    /// Whether an entry of the place table is an adjective or the name of a people.
    func isDemonym(place row: Int) -> Bool {
        demonyms.contains(row)
    }

    /// The country of a place or people, ISO 3166; `nil` where there is no single one.
    func country(place row: Int) -> String? {
        placeCodes[row].isEmpty ? nil : placeCodes[row]
    }

    /// Where a company is at home of which a place or people is said; `nil` for a continent, and where there is no single country.
    func home(place row: Int) -> Home? {
        guard let country = country(place: row), country != Self.continent else { return nil }
        let area = Self.area(places[row], country)
        return Home(country: country, area: areas.contains(area) ? area : nil)
    }

    /// What the table of places has for a continent.
    private static let continent = "EU"

    /// A town or region and its people, which begin alike: "Nantes", "nantais".
    private static func area(_ name: String, _ country: String) -> UInt64 { Folding.hash(country + name.prefix(4)) }

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
            for word in row.list(1) { add(cue, word) }
        }
        for (hash, cue) in cues { allCues[gazetteer.number(of: hash)] = (cue, accentedCues[hash] ?? cue) }
        for (hash, cue) in accentedCues { allCues[gazetteer.number(of: hash)] = (cues[hash] ?? cue, cue) }
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
        for row in try tables.common("organisation_heads") {
            let head = try OrganisationHead(row)
            for word in row.list(0) { heads[Folding.hash(word)] = (heads[Folding.hash(word)] ?? []) + [head] }
        }
        firstNames = try Self.words(tables.common("first_names"))
        legalSuffixes = try Self.words(tables.common("legal_suffixes"))
        titles = try Self.words(tables.own("person_titles"))
    }

    private mutating func add(_ cue: NameCue, _ word: String) {
        let hash = Folding.hash(word)
        let isASCII = word.utf8.allSatisfy { $0 < 0x80 }
        if !isASCII, word.unicodeScalars.contains(where: { Folding.base(of: $0.value) != nil }) {
            accentedCues[hash, default: []].formUnion(cue.bit)
        } else {
            cues[hash, default: []].formUnion(cue.bit)
        }
    }

    private static func words(_ rows: [Row]) throws(LexiconError) -> WordSet {
        var words = WordSet()
        for row in rows { row.forEachPart(of: 0) { words.insert(Folding.hash($0)) } }
        return words
    }

    private mutating func addCompanies(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        for row in try tables.common("companies") {
            let index = companies.count
            let company = try CatalogueCompany(row)
            companies.append(company)
            let rule: Gazetteer.CaseRule = row.has("exact", in: 3) ? .exact : .capital
            guard rule == .exact || row.isEmpty(3) || row.has("any", in: 3) else { throw row.unknown(row[3]) }
            row.withBytes(of: 1) { gazetteer.add($0, .company, row: index, caseRule: rule) }
            row.forEachPart(of: 2) { gazetteer.add($0, .company, row: index, caseRule: rule) }
            row.forEachPart(of: 8) { gazetteer.add($0, .brand, row: index, caseRule: .capital) }
            row.forEachPart(of: 9) { gazetteer.add($0, .descriptor, row: index) }
            row.forEachPart(of: 10) { gazetteer.add($0, .descriptor, row: index) }
        }
    }

    private mutating func addOtherNames(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        for row in try tables.common("media") {
            row.withBytes(of: 0) { gazetteer.add($0, .media, row: media.count, caseRule: .capital) }
            row.forEachPart(of: 1) { gazetteer.add($0, .media, row: media.count, caseRule: .capital) }
            media.append(row[0])
        }
        for row in try tables.common("projects") {
            for name in [row[0]] + row.list(1) {
                gazetteer.add(name, .project, row: projects.count, caseRule: .capital)
            }
            projects.append(row[0])
        }
        for row in try tables.common("other_names") {
            for name in row.list(0) { gazetteer.add(name, .project, row: projects.count, caseRule: .capital) }
            projects.append(row.list(0).first ?? "")
        }
        for row in try tables.common("products") {
            for name in [row[0]] + row.list(4) where name.utf8.count > 1 {
                gazetteer.add(name, .product, row: 0, caseRule: .capital)
            }
        }
        for row in try tables.common("places") {
            guard row.isEmpty(3) || row.has(tables.language, in: 3) else { continue }
            let (name, code) = (row[0], row[1])
            let isDemonym = row.has("demonym", in: 2)
            if isDemonym { demonyms.insert(places.count) }
            if row.has("city", in: 2) { towns.insert(places.count) }
            gazetteer.add(name, .place, row: places.count, caseRule: isDemonym ? .any : .capital)
            if !isDemonym, !row.has("country", in: 2) { areas.insert(Self.area(name, code)) }
            places.append(name)
            placeCodes.append(code)
        }
    }

    private mutating func addNouns(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        var sorts: [String: CompanyNoun.Others] = [:]
        for row in try tables.common("company_sorts") { sorts[row[0]] = (row.list(1), row.list(2)) }
        for row in try tables.own("company_nouns") {
            let noun = try CompanyNoun(row, others: sorts)
            for form in row.list(0) {
                gazetteer.add(
                    form, .companyNoun, row: nouns.count, form: CompanyNoun.Number.singular.rawValue)
            }
            for form in row.list(1) {
                gazetteer.add(form, .companyNoun, row: nouns.count, form: CompanyNoun.Number.plural.rawValue)
            }
            nouns.append(noun)
        }
        for row in try tables.own("government_nouns") {
            guard let pattern = GovernmentReader.Pattern(rawValue: row[1]) else { throw row.unknown(row[1]) }
            for form in row.list(0) { gazetteer.add(form, .governmentNoun, row: governments.count) }
            governments.append(pattern)
        }
        for row in try tables.own("functions") {
            for form in row.list(0) { gazetteer.add(form, .function, row: 0) }
        }
        for row in try tables.own("pronouns") {
            let pronoun = try Pronoun(row)
            for form in row.list(0) { gazetteer.add(form, .pronoun, row: pronouns.count) }
            pronouns.append(pronoun)
        }
    }
}
