import Model

/// The company catalogue by name.
struct Catalogue: Sendable {
    private let entries: [CatalogueEntry]
    private var places: [String: Int] = [:]
    private var placesByID: [String: Int] = [:]

    /// A catalogue; of two entries with one name, the one that bears it without a legal form has it, else the first.
    init(_ entries: [CatalogueEntry]) {
        self.entries = entries
        for (place, entry) in entries.enumerated() {
            placesByID[entry.id] = place
            let key = TextKeys.name(entry.name)
            let isWhole = TextKeys.folded(entry.name).count == key.utf8.count { $0 == UInt8(ascii: " ") } + 1
            if places[key] == nil || isWhole { places[key] = place }
        }
        for (place, entry) in entries.enumerated() {
            for alias in entry.aliases {
                let key = TextKeys.name(alias)
                if places[key] == nil { places[key] = place }
            }
        }
    }

    /// The entry that a name belongs to.
    func entry(named name: String) -> CatalogueEntry? {
        places[TextKeys.name(name)].map { entries[$0] }
    }

    /// The entry that owns another one.
    func owner(of entry: CatalogueEntry) -> CatalogueEntry? {
        entry.parent.flatMap { placesByID[$0] }.map { entries[$0] }
    }
}
