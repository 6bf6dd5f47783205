import Model
import Testing

@testable import Store

struct CatalogueTests {
    private static let group = CatalogueEntry(
        id: "kestrel", name: "Kestrel", aliases: ["Kestrel Group"], parent: nil, country: nil, kind: nil)
    private static let unit = CatalogueEntry(
        id: "kestrel-corp", name: "Kestrel Corp", aliases: ["Kestrel Mobile"], parent: "kestrel", country: nil,
        kind: nil)

    @Test(arguments: [[group, unit], [unit, group]])
    func `of two entries whose names differ by a legal form, the one without has the name`(_ entries: [CatalogueEntry])
    {
        let catalogue = Catalogue(entries)
        #expect(catalogue.entry(named: "Kestrel")?.id == "kestrel")
        #expect(catalogue.entry(named: "Kestrel Group")?.id == "kestrel")
        #expect(catalogue.entry(named: "Kestrel Mobile")?.id == "kestrel-corp")
    }
}
