import Testing

@testable import Ingestion

/// A unit's owner beside its name is no party.
struct ArgumentReaderUnitsTests {
    private func deals(_ text: String, _ language: String) throws -> [String] {
        try TestEngine.deals(text + "\n", language)
    }

    @Test(arguments: [
        (
            "Larkmoor AI paid $3 billion for 60% of Intel's Altera unit.", "en",
            "acquisition signed Larkmoor AI>Altera"
        ),
        (
            "Larkmoor AI agreed to be bought by Blackstone and BlackRock's Global Infrastructure Partners.", "en",
            "acquisition signed Blackstone+Global Infrastructure Partners>Larkmoor AI"
        ),
        (
            "Larkmoor AI a acheté la filiale Altera d'Intel pour 3 milliards de dollars.", "fr",
            "acquisition signed Larkmoor AI>Altera"
        ),
    ])
    func `whose unit it is does not make a party`(_ text: String, _ language: String, _ deal: String) throws {
        #expect(try deals(text, language) == [deal])
    }

    @Test func `a possessive before the name of a deal is a party`() throws {
        #expect(
            try deals("Intel's Altera deal is worth $3 billion.", "en").allSatisfy { $0.contains("Intel") })
    }

    @Test(arguments: [
        ("Accel led a round of $1 billion in which Amazon and Nvidia had a share, Larkmoor AI said.", "en"),
        ("Accel a mené un tour de table dans lequel Amazon et Nvidia ont une part, a dit Larkmoor AI.", "fr"),
    ])
    func `who has a share in a round gives money`(_ text: String, _ language: String) throws {
        #expect(try !deals(text, language).contains { $0.hasSuffix(">Amazon+Nvidia") || $0.hasSuffix(">Amazon") })
    }

    @Test(arguments: [
        ("The fund Norden22 lent $300 million to Larkmoor AI.", "en", ["financing signed Norden22>Larkmoor AI"]),
        (
            "Le fonds Norden22 a prêté 300 millions de dollars à Larkmoor AI.", "fr",
            ["financing signed Norden22>Larkmoor AI"]
        ),
        ("XB220 lent $300 million to Larkmoor AI.", "en", []),
    ])
    func `a word with digits behind it may be a party, a model's number may not`(
        _ text: String, _ language: String, _ expected: [String]
    ) throws {
        #expect(try deals(text, language) == expected)
    }
}
