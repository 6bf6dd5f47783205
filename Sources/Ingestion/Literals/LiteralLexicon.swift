/// The literal tables of a language, compiled; a hit's row is an index into the list of its layer.
struct LiteralLexicon: Sendable {
    private(set) var numbers: [NumberWord] = []
    private(set) var magnitudes: [Magnitude] = []
    private(set) var bounds: [BoundWord] = []
    private(set) var currencies: [CurrencyName] = []
    private(set) var units: [UnitName] = []
    private(set) var durations: [TimeUnit] = []
    private(set) var calendar: [CalendarWord] = []
    private(set) var months: [CalendarName] = []
    private(set) var weekdays: [CalendarName] = []
    /// Roles of small words.
    private(set) var roles = NumberedWords<WordRoles>(nothing: [])
    /// Currencies that are one token, by hash of the folded form: for symbols and for `EUR29`.
    private(set) var currencySigns: [UInt64: Int] = [:]
    /// The commonest words, by hash: no nouns.
    private(set) var smallWords = WordSet()
    /// Places where "$" is another dollar than that of the United States: the currency, by hash of the name.
    private(set) var dollarPlaces = WordMap<String>()
    /// Of currencies whose bare name several countries share: the country's own, by hash of a place's name.
    private(set) var sharedCurrencies: [String: WordMap<String>] = [:]
    /// The same by the country's code (ISO 3166).
    private(set) var ownCurrencies: [String: [String: String]] = [:]
    /// The currencies whose bare name may mean a currency, by its code.
    private(set) var families: [String: [String]] = [:]
    /// The dollars that are none of the United States.
    private(set) var dollars: Set<String> = []
    let style: LiteralStyle

    init(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        style = try LiteralStyle(tables.own("literal_settings"))
        try readNumbers(tables, &gazetteer)
        try readCurrencies(tables, &gazetteer)
        try readUnits(tables, &gazetteer)
        try readCalendar(tables, &gazetteer)
        for row in try tables.own("literal_words") {
            guard let role = WordRoles.named[row[0]] else { throw row.unknown(row[0]) }
            row.forEachPart(of: 1) { roles[gazetteer.number(of: Folding.hash($0))].formUnion(role) }
        }
        var dollars = WordMap<String>()
        for row in try tables.common("dollar_countries") {
            dollars[row.key(0)] = row[1]
            self.dollars.insert(row[1])
        }
        var shared = WordMap<[(name: String, own: String)]>()
        for row in try tables.common("shared_currencies") {
            shared.merge([(row[0], row[2])], at: row.key(1), +)
            ownCurrencies[row[0], default: [:]][row[1]] = row[2]
            if !families[row[2], default: []].contains(row[0]) { families[row[2], default: []].append(row[0]) }
        }
        for row in try tables.common("places") where row.has(tables.language, in: 3) {
            let (place, country) = (row.withBytes(of: 0) { Folding.hash($0) }, row.key(1))
            if let code = dollars[country] { dollarPlaces[place] = code }
            for currency in shared[country] ?? [] {
                sharedCurrencies[currency.name, default: WordMap()][place] = currency.own
            }
        }
        smallWords = try WordSet(tables.own("stopwords"))
    }

    private mutating func readNumbers(
        _ tables: Tables, _ gazetteer: inout Gazetteer.Builder
    ) throws(LexiconError) {
        for row in try tables.own("numbers") {
            let kind: NumberWord.Kind = try row.word(0)
            row.forEachPart(of: 2) { gazetteer.add($0, .numberWord, row: numbers.count) }
            numbers.append(NumberWord(kind: kind, value: try row.number(1)))
        }
        for row in try tables.own("magnitudes") {
            let kind: Magnitude.Kind = try row.word(0)
            row.forEachPart(of: 2) { gazetteer.add($0, .magnitude, row: magnitudes.count) }
            row.forEachPart(of: 3) { gazetteer.add($0, .magnitude, row: magnitudes.count, caseRule: .exact) }
            magnitudes.append(Magnitude(kind: kind, value: try row.number(1)))
        }
        for row in try tables.own("bounds") {
            let side: BoundWord.Side = try row.word(0)
            guard row[1] == "before" || row[1] == "after" else { throw row.unknown(row[1]) }
            let layer = row[1] == "after" ? Layer.boundAfter : .bound
            row.forEachPart(of: 2) { gazetteer.add($0, layer, row: bounds.count) }
            bounds.append(BoundWord(side: side, isJoined: row[3] == "joined", boundsSpans: row[3] != "nospan"))
        }
    }

    private mutating func readCurrencies(
        _ tables: Tables, _ gazetteer: inout Gazetteer.Builder
    ) throws(LexiconError) {
        for row in try tables.common("currencies") {
            let index = currencies.count
            let code = try row.required(0, "code")
            currencies.append(
                CurrencyName(code: code, place: place(ofCurrency: code), unit: nil, isSuffix: false, isWord: false))
            for form in row.list(1) + row.currencyCode { gazetteer.add(form, .currency, row: index, caseRule: .exact) }
            row.forEachPart(of: 2) { gazetteer.add($0, .currency, row: index) }
            for form in row.list(1) + row.list(2) + row.currencyCode where !form.contains(" ") {
                let hash = Folding.hash(form)
                if currencySigns[hash] == nil { currencySigns[hash] = index }
            }
        }
        let codes = currencies.indices
        for row in try tables.common("currency_scales") {
            let scale = try row.number(0)
            for code in row.list(2) {
                guard codes.contains(where: { currencies[$0].code == code }) else { throw row.unknown(code) }
                for prefix in row.list(1) {
                    gazetteer.add(prefix + code, .currency, row: currencies.count, caseRule: .exact)
                }
                currencies.append(
                    CurrencyName(
                        code: code, place: place(ofCurrency: code), unit: nil, isSuffix: true, isWord: false,
                        scale: scale))
            }
        }
        for row in try tables.own("currencies") {
            let unit = row[2].hasPrefix("also ") ? String(row[2].dropFirst(5)) : nil
            row.forEachPart(of: 1) { gazetteer.add($0, .currency, row: currencies.count) }
            let code = row[0] == "subunit" ? nil : row[0]
            currencies.append(
                CurrencyName(
                    code: code, place: code.map(place(ofCurrency:)), unit: unit, isSuffix: row[2] != "prefix",
                    isWord: true))
        }
    }

    /// The first row of a currency; the next one where it has none yet.
    private func place(ofCurrency code: String) -> Int {
        currencies.firstIndex { $0.code == code } ?? currencies.count
    }

    private mutating func readUnits(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        for (rows, caseRule) in [
            (try tables.common("units"), Gazetteer.CaseRule.exact), (try tables.own("units"), .any),
        ] {
            for row in rows {
                guard row[1] == "power" || row[1] == "quantity" else { throw row.unknown(row[1]) }
                row.forEachPart(of: 3) { gazetteer.add($0, .unit, row: units.count, caseRule: caseRule) }
                let id = try row.required(0, "unit")
                let place = units.firstIndex { $0.id == id } ?? units.count
                units.append(
                    UnitName(id: id, place: place, megawatts: row[1] == "power" ? Double(row[2]) : nil))
            }
        }
        for row in try tables.own("durations") {
            row.forEachPart(of: 2) { gazetteer.add($0, .duration, row: durations.count) }
            durations.append(TimeUnit(unit: try row.word(0), count: try row.number(1)))
        }
    }

    private mutating func readCalendar(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        for row in try tables.own("calendar") {
            let kind: CalendarWord.Kind = try row.word(0)
            row.forEachPart(of: 2) { gazetteer.add($0, .calendar, row: calendar.count) }
            let isRate = kind == .rate
            calendar.append(CalendarWord(kind: kind, value: isRate ? 0 : Int(row[1]) ?? 0, unit: isRate ? row[1] : nil))
        }
        for (table, layer) in [("months", Layer.month), ("weekdays", .weekday)] {
            for row in try tables.own(table) {
                for (column, isAmbiguous) in [(1, false), (2, true)] where !row.list(column).isEmpty {
                    let name = CalendarName(number: try row.number(0), isAmbiguous: isAmbiguous)
                    let index = layer == .month ? months.count : weekdays.count
                    row.forEachPart(of: column) { gazetteer.add($0, layer, row: index) }
                    if layer == .month { months.append(name) } else { weekdays.append(name) }
                }
            }
        }
    }
}

/// How a language writes numbers and dates (table `literal_settings`).
struct LiteralStyle: Sendable {
    enum DateOrder: String, Sendable { case dmy, mdy }

    let decimal: UInt8
    let group: UInt8
    let dateOrder: DateOrder
    /// Whether a space stands before a percent sign.
    let spacedPercent: Bool

    init(_ rows: [Row]) throws(LexiconError) {
        var values: [String: Row] = [:]
        for row in rows { values[row[0]] = row }
        func row(_ key: String) throws(LexiconError) -> Row {
            guard let row = values[key] else {
                throw .missingColumn(file: rows.first?.file ?? "literal_settings", line: 0, column: key)
            }
            return row
        }
        decimal = try row("decimal").required(1, "value").utf8.first ?? 0x2E
        group = try row("group").required(1, "value").utf8.first ?? 0x2C
        dateOrder = try row("dateOrder").word(1)
        spacedPercent = try row("spacedPercent")[1] == "yes"
    }
}

extension Row {
    /// A column that names a case.
    func word<Word: RawRepresentable<String>>(_ column: Int) throws(LexiconError) -> Word {
        guard let word = Word(rawValue: self[column]) else { throw unknown(self[column]) }
        return word
    }

    /// A column that holds a whole number.
    func number(_ column: Int) throws(LexiconError) -> Int {
        guard let number = Int(self[column]) else { throw unknown(self[column]) }
        return number
    }
}
