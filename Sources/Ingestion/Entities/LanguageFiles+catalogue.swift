public import Model

extension LanguageFiles {
    /// The companies of the catalogue, as the store needs them to tell who is who.
    ///
    /// - Throws: ``LexiconError`` when the table is missing or a row lacks its name.
    public func catalogue() throws(LexiconError) -> [CatalogueEntry] {
        var entries: [CatalogueEntry] = []
        for row in try tables(for: "common").common("companies") {
            entries.append(
                CatalogueEntry(
                    id: try row.required(0, "id"), name: try row.required(1, "name"), aliases: row.list(2),
                    parent: row[5].isEmpty ? nil : row[5], country: row[6].isEmpty ? nil : row[6],
                    kind: row[4].isEmpty ? nil : row[4]))
        }
        return entries
    }
}
