import Model
import Testing

/// What a company plans beside its deals is no part of them.
struct ForecastTests {
    @Test(arguments: [
        (
            "en",
            "Wexcombe AI finds power\n\nKelby Power signed a contract to supply Wexcombe AI with 220 MW of electricity.\n\nKelby Power expects capital spending of $4.2 billion through 2031."
        ),
        (
            "fr",
            "Wexcombe AI trouve du courant\n\nKelby Énergie a signé un contrat pour fournir 220 MW d'électricité à Wexcombe AI.\n\nKelby Énergie table sur 4,2 milliards d'euros d'investissements jusqu'en 2031."
        ),
    ])
    func `the years of a plan are no term`(_ language: String, _ text: String) throws {
        let found = try TestEngine.get().read(
            Array(text.utf8), published: Day("2026-05-12"), language: language)
        #expect(found.deals.map(\.record.termLine) == ["-"])
        #expect(found.deals.map(\.record.powerLine) == ["220 MW"])
    }
}
