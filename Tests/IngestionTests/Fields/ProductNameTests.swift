import Model
import Testing

@testable import Ingestion

/// Products that no catalogue has, in texts as the whole engine reads them.
struct ProductNameTests {
    @Test(arguments: [
        (
            "en",
            "Orrin Cloud signed a $300 million order with Nimbra for 25,000 of the start-up's Kestrel accelerators.",
            "25000 Nimbra Kestrel accelerator"
        ),
        (
            "en", "Orrin Cloud ordered 3,000 Halcyon 2 accelerators from Nimbra.",
            "3000 Nimbra Halcyon 2 accelerator"
        ),
        (
            "en", "Orrin Cloud signed a $300 million order with Nimbra for the N7, a chip built for inference.",
            "Nimbra N7 accelerator"
        ),
        (
            "fr", "Orrin Cloud a commandé à Nimbra SA 3 000 accélérateurs Pyrène 3 pour 48 millions d'euros.",
            "3000 Nimbra Pyrène 3 accelerator"
        ),
        ("en", "Orrin Cloud ordered 9,000 Chinese chips from Nimbra.", "9000 Nimbra accelerator"),
    ])
    func `a plain word beside a word for processors is their name`(
        _ language: String, _ text: String, _ expected: String
    ) throws {
        let found = try TestEngine.get().read(Array(text.utf8), published: Day("2026-05-12"), language: language)
        #expect(found.deals.map(\.record.allocationLine) == [expected])
    }
}
