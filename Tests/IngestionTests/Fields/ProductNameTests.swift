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

    @Test(arguments: [
        (
            "en", "Orrin Cloud ordered 3,500 PowerEdge XE9999 servers from Dell.",
            "3500 Dell PowerEdge XE9999 server"
        ),
        ("fr", "Orrin Cloud a commandé à Dell 88 serveurs PowerEdge XE9999.", "88 Dell PowerEdge XE9999 server"),
        // Whatever is called an accelerator counts as one.
        ("en", "Orrin Cloud ordered 9,000 MI455X accelerators from AMD.", "9000 AMD MI455X accelerator"),
        ("fr", "Orrin Cloud a commandé à AMD 9 000 accélérateurs MI455X.", "9000 AMD MI455X accelerator"),
        ("en", "Orrin Cloud ordered 9,000 MI455X chips from AMD.", "9000 AMD MI455X gpu"),
        // The family that a headline names is what the text tells with its model.
        (
            "en", "Orrin Cloud orders 9,000 Blackwell chips\n\nOrrin Cloud ordered 9,000 B300 chips from Nvidia.",
            "9000 Nvidia B300 gpu"
        ),
        (
            "en", "Orrin Cloud orders Gaudi chips\n\nOrrin Cloud ordered 9,000 Gaudi 3 cards from Intel.",
            "9000 Intel Gaudi 3 accelerator"
        ),
        // What somebody keeps is none of it.
        ("en", "Orrin Cloud ordered 9,000 B300 chips from Nvidia. It keeps 600 A100 cards.", "9000 Nvidia B300 gpu"),
        (
            "fr", "Orrin Cloud a commandé 9 000 puces B300 à Nvidia. Il conserve 600 cartes A100.",
            "9000 Nvidia B300 gpu"
        ),
        (
            "fr",
            "Orrin Cloud a commandé à AMD 1 200 puces MI455X. Une tranche supplémentaire de 800 puces pourra être levée.",
            "1200 AMD MI455X gpu; 800 AMD MI455X gpu option"
        ),
    ])
    func `models, families and what belongs to somebody else`(
        _ language: String, _ text: String, _ expected: String
    ) throws {
        let found = try TestEngine.get().read(Array(text.utf8), published: Day("2026-05-12"), language: language)
        #expect(found.deals.map(\.record.allocationLine) == [expected], "\(text)")
    }
}
