import Model

/// Products by name and the words for processors and systems.
struct ProcessorLexicon: Sendable {
    /// What a word for a processor counts.
    enum Kind: Hashable, Sendable {
        case unit(Allocation.Unit)
        /// "chips": what they are depends on the maker.
        case chip
        /// "processors": central ones where nothing else is said.
        case processor
        /// "systems", "platform": what they are depends on the product, or on the maker.
        case system
    }

    struct Product: Sendable {
        let name: String
        let vendor: String
        let unit: Allocation.Unit
        /// Whether the name alone may be an ordinary word.
        let isAmbiguous: Bool
    }

    enum Entry: Sendable {
        case word(Kind)
        case product(Product)
        /// A longer noun that only begins with such a word: "server farm".
        case other
    }

    private(set) var entries: [Entry] = []
    /// What the chips of a maker count as, by name; those of the others are accelerators.
    private var makers: [String: Allocation.Unit] = [:]
    /// The endings of a product in the plural.
    private var plurals: [String] = []
    /// The endings of verbs in the future.
    private var futures: [[UInt8]] = []
    /// Everybody who makes a product of the catalogue, or chips that count as a unit of their own.
    private(set) var vendors: Set<String> = []

    /// Compiles the tables.
    ///
    /// - Throws: ``LexiconError``.
    init(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        for row in try tables.common("chipmakers") {
            guard let unit = Allocation.Unit(rawValue: row[1]) else { throw row.unknown(row[1]) }
            let maker = try row.required(0, "maker")
            makers[maker] = unit
            vendors.insert(maker)
        }
        for row in try tables.own("processors") {
            if row[0] == "plural" {
                plurals = row.list(1)
                continue
            }
            if row[0] == "future" {
                futures = row.list(1).map { Array($0.utf8) }
                continue
            }
            if row[0] == "other" {
                for form in row.list(1) { gazetteer.add(form, .processor, row: entries.count) }
                entries.append(.other)
                continue
            }
            guard let kind = Self.kind(try row.required(0, "unit")) else { throw row.unknown(row[0]) }
            for form in row.list(1) { gazetteer.add(form, .processor, row: entries.count) }
            entries.append(.word(kind))
        }
        let products = try tables.common("products")
        // "L40S" is a product, not two of the product "L40".
        let names = WordSet(products.map { $0.withBytes(of: 3) { Folding.hash($0) } })
        for row in products { try add(row, names, &gazetteer) }
    }

    /// Adds a product; `names` are those of all.
    private mutating func add(
        _ row: Row, _ names: WordSet, _ gazetteer: inout Gazetteer.Builder
    ) throws(LexiconError) {
        let name = try row.required(3, "product")
        guard let unit = Allocation.Unit(rawValue: row[2]) else { throw row.unknown(row[2]) }
        let vendor = try row.required(1, "vendor")
        var forms = [row[0], name]
        for form in row.list(4) where !forms.contains(form) { forms.append(form) }
        if forms[0] == forms[1] { forms.removeFirst() }
        for form in forms {
            for ending in plurals where !forms.contains(form + ending) && !form.hasSuffix(ending) {
                if !names.contains(Folding.hash(form + ending)) { forms.append(form + ending) }
            }
        }
        for form in forms {
            let isWord = form.utf8.allSatisfy { !(0x30...0x39).contains($0) && $0 != 0x20 }
            gazetteer.add(form, .processor, row: entries.count, caseRule: isWord ? .capital : .any)
        }
        let isPlain = name.utf8.allSatisfy { !(0x30...0x39).contains($0) && $0 != 0x20 }
        entries.append(
            .product(
                Product(
                    name: name, vendor: vendor, unit: unit, isAmbiguous: isPlain || name.utf8.count <= 3)))
        vendors.insert(vendor)
    }

    private static func kind(_ id: String) -> Kind? {
        switch id {
        case "chip": .chip
        case "processor": .processor
        case "system": .system
        default: Allocation.Unit(rawValue: id).map(Kind.unit)
        }
    }

    /// Whether a word in small letters has the ending of a verb in the future.
    func isFuture(_ word: ArraySlice<UInt8>) -> Bool {
        word.count >= Self.shortestFuture && futures.contains { word.suffix($0.count).elementsEqual($0) }
    }

    /// How many letters a verb in the future has at least.
    private static let shortestFuture = 4

    /// The only maker of tensor processors in the catalogue; `nil` where there are several.
    var tensorMaker: String? {
        var makers: Set<String> = []
        for case .product(let product) in entries where product.unit == .tpu { makers.insert(product.vendor) }
        return makers.count == 1 ? makers.first : nil
    }

    /// What the chips of a maker count as.
    func chips(of maker: String) -> Allocation.Unit {
        makers[maker] ?? .accelerator
    }

    /// Whether the maker's chips count as a unit of their own.
    func isChipmaker(_ maker: String) -> Bool {
        makers[maker] != nil
    }
}

extension String {
    /// Whether it has a digit, as names of models have and those of families hardly.
    var holdsDigit: Bool { utf8.contains { (0x30...0x39).contains($0) } }
}
