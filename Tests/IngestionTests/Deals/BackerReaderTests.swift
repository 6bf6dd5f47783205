import Model
import Testing

@testable import Ingestion

/// Published on 12 May 2026. The lists beside whoever the frame of a round or a loan took.
struct BackerReaderTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        let language: String
        let text: String
        let backers: [String]

        init(_ language: String, _ text: String, _ backers: String...) {
            self.language = language
            self.text = text
            self.backers = backers
        }

        var testDescription: String { text }
    }

    /// Who puts money into the deals of a text.
    private func check(_ sample: Sample) throws {
        let found = try TestEngine.get().read(
            Array(sample.text.utf8), published: Day("2026-05-12"), language: sample.language)
        let backers = found.deals.flatMap { deal in
            deal.record.parties.filter { $0.role == .investor || $0.role == .lender }.map(\.company)
        }
        #expect(backers.sorted() == sample.backers.sorted())
    }

    @Test(arguments: [
        Sample(
            "en",
            "Pellmark Photonics has raised $90 million in a round led by Garrow Capital. Tolland Ventures, Wexford Endowment and Nvidia also took part.",
            "Garrow Capital", "Tolland Ventures", "Wexford Endowment", "Nvidia"),
        Sample(
            "en",
            "Garrow Capital led a $90 million round for Pellmark Photonics. Other investors include Tolland Ventures and Nvidia.",
            "Garrow Capital", "Tolland Ventures", "Nvidia"),
        Sample(
            "en",
            "Pellmark Photonics announced a round of $90 million in which Garrow Capital put $40 million; Tolland Ventures and the Wexford Endowment found the rest.",
            "Garrow Capital", "Tolland Ventures", "Wexford Endowment"),
        Sample(
            "en",
            "Denby Cloud has obtained a $400 million loan arranged by Ridley Bank. Banc Sorel and Orlo Bank are also in the syndicate.",
            "Ridley Bank", "Banc Sorel", "Orlo Bank"),
        Sample(
            "fr",
            "Pellmark Photonics a levé 90 millions d'euros lors d'un tour mené par Garrow Capital. Tolland Ventures, Wexford Endowment et Nvidia y ont aussi participé.",
            "Garrow Capital", "Tolland Ventures", "Wexford Endowment", "Nvidia"),
        Sample(
            "fr",
            "Pellmark Photonics a levé 90 millions d'euros auprès de Garrow Capital. Les anciens actionnaires ont suivi : Tolland Ventures, Wexford Endowment et Nvidia.",
            "Garrow Capital", "Tolland Ventures", "Wexford Endowment", "Nvidia"),
    ])
    func `those who join a round are named in a sentence of their own`(_ sample: Sample) throws {
        try check(sample)
    }

    @Test(arguments: [
        Sample(
            "en", "Ridley Bank has lent Denby Cloud $400 million, together with Banc Sorel and Orlo Bank.",
            "Ridley Bank", "Banc Sorel", "Orlo Bank"),
        Sample(
            "fr",
            "Le tour de Pellmark Photonics, de 90 millions d'euros, est mené par Garrow Capital, qui apporte 40 millions, aux côtés de Tolland Ventures et de Wexford Endowment.",
            "Garrow Capital", "Tolland Ventures", "Wexford Endowment"),
        Sample(
            "fr",
            "Garrow Capital a mis 20 millions d'euros dans la levée de Pellmark Photonics, aux côtés de Tolland Ventures, 30 millions, et du britannique Wexford Endowment.",
            "Garrow Capital", "Tolland Ventures", "Wexford Endowment"),
        Sample(
            "fr", "Ridley Bank a prêté 400 millions d'euros à Denby Cloud, avec la banque Sorel et Crédit Lunaire.",
            "Ridley Bank", "Sorel", "Crédit Lunaire"),
    ])
    func `those beside the first one do as it does`(_ sample: Sample) throws {
        try check(sample)
    }

    @Test(arguments: [
        Sample(
            "fr",
            "Pellmark Photonics a levé 90 millions d'euros auprès de Garrow Capital, de Tolland Ventures et de Nvidia.",
            "Garrow Capital", "Tolland Ventures", "Nvidia"),
        Sample(
            "fr",
            "Denby Cloud a emprunté 400 millions d'euros auprès de Ridley Bank, d'Orlo Bank et de Crédit Lunaire.",
            "Ridley Bank", "Orlo Bank", "Crédit Lunaire"),
        Sample(
            "fr",
            "Garrow Capital investit 90 millions d'euros dans Pellmark Photonics, rivale de Tolland et de Nvidia.",
            "Garrow Capital"),
    ])
    func `a list goes on where its preposition is said again`(_ sample: Sample) throws {
        try check(sample)
    }

    @Test(arguments: [
        Sample(
            "en",
            "Pellmark Photonics has raised $90 million in a round led by Garrow Capital. Tolland Ventures did not take part.",
            "Garrow Capital"),
        Sample(
            "fr",
            "Pellmark Photonics a levé 90 millions d'euros auprès de Garrow Capital. Tolland Ventures n'a pas pris part au tour.",
            "Garrow Capital"),
        Sample(
            "en",
            "Garrow Capital has invested $90 million in Pellmark Photonics, with Tolland Advisory as its adviser.",
            "Garrow Capital"),
        Sample(
            "en",
            "Pellmark Photonics has raised $90 million from Garrow Capital.\n\nTolland Ventures also took part in a conference.",
            "Garrow Capital"),
    ])
    func `those who stay away or only advise put nothing in`(_ sample: Sample) throws {
        try check(sample)
    }
}
