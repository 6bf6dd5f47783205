import Model
import Testing

@testable import Ingestion

/// Published on 12 May 2026.
struct StatusReaderTests {
    @Test(arguments: [
        ("en", "Talks between Wexcombe AI and Denby Photonics about a takeover ended last month without result."),
        ("en", "Negotiations on a takeover of Denby Photonics by Wexcombe AI ended in March."),
        ("fr", "Les pourparlers entre Wexcombe AI et Denby Photonics en vue d'un rachat se sont achevés sans accord."),
        ("fr", "Les négociations sur le rachat de Denby Photonics par Wexcombe AI ont pris fin en mars."),
    ])
    func `talks that ended came to nothing`(_ language: String, _ text: String) throws {
        #expect(try statuses(text, language) == [.cancelled])
    }

    @Test(arguments: [
        ("en", "Talks on a takeover of Denby Photonics by Wexcombe AI ended last week with a signature."),
        ("fr", "Les négociations sur le rachat de Denby Photonics par Wexcombe AI ont pris fin avec une signature."),
    ])
    func `talks that ended with something did not`(_ language: String, _ text: String) throws {
        #expect(try !statuses(text, language).contains(.cancelled))
    }

    @Test(arguments: [
        ("en", "A seven-year power contract between Wexcombe AI and Melfjord Kraft for 90 MW ended in March."),
        ("fr", "Un contrat d'électricité de 90 MW entre Wexcombe AI et Melfjord Kraft a pris fin en mars."),
    ])
    func `a contract that ended was one`(_ language: String, _ text: String) throws {
        #expect(try statuses(text, language) == [.signed])
    }

    @Test(arguments: [
        ("en", "Crestline Cloud ordered 29 turbines from Garrow Turbines, close to a gigawatt of them."),
        ("en", "Crestline Cloud ordered 40,000 chips from Nvidia in June, on which it intends to train its models."),
    ])
    func `a figure, and what is planned with what was bought, leave an order signed`(
        _ language: String, _ text: String
    ) throws {
        #expect(try statuses(text, language) == [.signed])
    }

    private func statuses(_ text: String, _ language: String) throws -> [DealStatus] {
        let article = "A busy market\n\nIt rains.\n\n" + text
        return try TestEngine.get().read(Array(article.utf8), published: Day("2026-05-12"), language: language)
            .deals.map(\.record.status)
    }
}
