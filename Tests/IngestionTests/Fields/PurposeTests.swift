import Model
import Testing

@testable import Ingestion

/// What capacity is for, in texts as the whole engine reads them.
struct PurposeTests {
    @Test(arguments: [
        ("en", "Orrin Lab rents 9,000 H200 GPUs from Belluna Cloud to run its models.", "inference"),
        ("en", "Orrin Lab rents 9,000 H200 GPUs from Belluna Cloud for Orrin Research.", ""),
        (
            "fr", "Orrin Lab loue 9 000 H200 à Belluna Cloud, sur lesquels elle entraînera ses outils et servira.",
            "training"
        ),
        ("fr", "Orrin Lab loue 9 000 H200 à Belluna Cloud pour servir ses utilisateurs.", "inference"),
    ])
    func `a pronoun within the words for a purpose is no name`(
        _ language: String, _ text: String, _ expected: String
    ) throws {
        let found = try TestEngine.get().read(Array(text.utf8), published: Day("2026-05-12"), language: language)
        #expect(found.deals.map(\.record.purposeLine) == [expected])
    }
}
