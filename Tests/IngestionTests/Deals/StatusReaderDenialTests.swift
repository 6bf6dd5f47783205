import Testing

@testable import Ingestion

/// What is only reported, and denied.
struct StatusReaderDenialTests {
    private func deals(_ text: String, _ language: String) throws -> [String] {
        try TestEngine.deals("This week\n\n\(text)\n", language)
    }

    @Test(arguments: [
        ("The company rejected a story that Larkmoor AI was about to buy Tarnwick Cloud for $2 billion.", "en"),
        ("Elle a rejeté les rumeurs selon lesquelles Larkmoor AI allait racheter Tarnwick Cloud.", "fr"),
    ])
    func `who rejects a report ends no deal`(_ text: String, _ language: String) throws {
        #expect(try deals(text, language).isEmpty)
    }

    @Test func `who rejects an offer ends it`() throws {
        let english = "Pellworm Networks rejected a $2 billion offer from Hollis Capital."
        #expect(try deals(english, "en") == ["acquisition cancelled Hollis Capital>Pellworm Networks"])
        let french = "Pellworm Networks a rejeté l'offre de 2 milliards d'euros de Hollis Capital."
        #expect(try deals(french, "fr") == ["acquisition cancelled Hollis Capital>Pellworm Networks"])
    }

    @Test(arguments: [
        (
            "A blog wrote that Larkmoor AI was about to buy Tarnwick Cloud. Both said that there was nothing in it.",
            "en"
        ),
        (
            "Un blog a écrit que Larkmoor AI allait racheter Tarnwick Cloud. Les deux ont dit qu'il n'en était rien.",
            "fr"
        ),
    ])
    func `the next sentence may deny what a report says`(_ text: String, _ language: String) throws {
        #expect(try deals(text, language).isEmpty)
    }

    @Test(arguments: [
        ("Larkmoor AI said that a tie-up with Tarnwick Cloud, mooted in the press, had never been considered.", "en"),
        (
            "Larkmoor AI dit qu'une alliance avec Tarnwick Cloud, évoquée dans la presse, n'a jamais été envisagée.",
            "fr"
        ),
    ])
    func `what was never considered is no deal`(_ text: String, _ language: String) throws {
        #expect(try deals(text, language).isEmpty)
    }
}
