import Model
import Testing

@testable import Ingestion

/// Makers that are only named beside the goods, in texts as the whole engine reads them.
struct MakerReaderTests {
    @Test(arguments: [
        (
            "en", "Orrin Cloud bought 18,000 Nvidia B300 chips from Talvik Systems for $720 million.",
            ["hardware: Orrin Cloud, Talvik Systems"]
        ),
        (
            "fr", "Orrin Cloud commande 3 000 serveurs à Talvik Systems, équipés de puces Instinct d'AMD.",
            ["hardware: Orrin Cloud, Talvik Systems"]
        ),
        (
            "en",
            "Talvik Cloud has agreed to rent computing capacity to Orrin AI for $900 million. Orrin AI would take about 8,000 of Nvidia's GB300 chips.",
            ["compute: Orrin AI, Talvik Cloud"]
        ),
        // A headline names the maker, the next sentence who supplies the goods.
        (
            "fr",
            "Orrin Cloud achète 200 baies Nvidia\n\nOrrin Cloud a acheté 200 baies à Talvik Systems pour 90 millions de dollars.",
            ["hardware: Orrin Cloud, Talvik Systems"]
        ),
        (
            "en", "Orrin Cloud ordered 18,000 B300 chips from Nvidia for $720 million.",
            ["hardware: Nvidia, Orrin Cloud"]
        ),
        (
            "fr", "Orrin Cloud a commandé 18 000 puces B300 à Nvidia pour 720 millions de dollars.",
            ["hardware: Nvidia, Orrin Cloud"]
        ),
    ])
    func `who is only named beside the goods supplies none`(
        _ language: String, _ text: String, _ expected: [String]
    ) throws {
        let found = try TestEngine.get().read(Array(text.utf8), published: Day("2026-05-12"), language: language)
        let deals = found.deals.map { deal in
            deal.record.type.rawValue + ": " + deal.record.parties.map(\.company).sorted().joined(separator: ", ")
        }
        #expect(deals == expected)
    }

    @Test(arguments: [
        (
            "en",
            "Nordal Loom Systems makes chips. Orrin Cloud ordered 900 NLS-4 accelerators from Nordal Loom Systems for $40 million.",
            "900 Nordal Loom Systems NLS-4 accelerator"
        ),
        (
            "fr",
            "Nordal Loom Systems conçoit des puces. Orrin Cloud a commandé à Nordal Loom Systems 900 accélérateurs NLS-4 pour 40 millions d'euros.",
            "900 Nordal Loom Systems NLS-4 accelerator"
        ),
    ])
    func `letters of a model are not the initials of its maker`(
        _ language: String, _ text: String, _ expected: String
    ) throws {
        let found = try TestEngine.get().read(Array(text.utf8), published: Day("2026-05-12"), language: language)
        #expect(found.deals.map(\.record.allocationLine) == [expected])
    }
}
