import Model
import Testing

@testable import Ingestion

/// Words that tell a deal elsewhere and none here, and the same words where they do.
struct FrameReaderSensesTests {
    private func deals(_ text: String, _ language: String) throws -> [String] {
        try TestEngine.deals("This week\n\nThere was much talk.\n\nIt went on.\n\n\(text)\n", language)
    }

    @Test(arguments: [
        ("Nordvik Semi, fournisseur de Larkmoor AI, cédait 3,2 % à Francfort.", "fr"),
        ("Ostrel Semiconductor, partenaire de Tarnwick Cloud dans le nuage, gagnait 1,4 % hier.", "fr"),
        ("Tarnwick Cloud, the landlord of Larkmoor AI, picked up 4 percent in early trading.", "en"),
    ])
    func `a bare percentage is what a share does on the exchange`(_ text: String, _ language: String) throws {
        #expect(try deals(text, language).isEmpty)
    }

    @Test func `a percentage of a company is a stake`() throws {
        #expect(
            try deals("Larkmoor AI prend 12 % de Pellworm Networks.", "fr") == [
                "investment signed Larkmoor AI>Pellworm Networks"
            ])
        #expect(
            try deals("Larkmoor AI takes 12% of Pellworm Networks.", "en") == [
                "investment signed Larkmoor AI>Pellworm Networks"
            ])
    }

    @Test func `who goes on doing something has not just agreed to it`() throws {
        #expect(try deals("Larkmoor AI continues to buy chips from Ostrel Semiconductor.", "en").isEmpty)
        #expect(try deals("Tarnwick Cloud will go on hosting the models of Larkmoor AI.", "en").isEmpty)
        #expect(try deals("Larkmoor AI continue d'acheter des puces à Ostrel Semiconductor.", "fr").isEmpty)
        #expect(try deals("Tarnwick Cloud continuera d'héberger Larkmoor AI.", "fr").isEmpty)
        let renewed =
            "Larkmoor AI will keep renting 4,000 GPUs from Tarnwick Cloud under a new contract worth $300 million."
        #expect(try deals(renewed, "en") == ["compute signed Larkmoor AI>Tarnwick Cloud"])
    }

    @Test func `a plain present without a figure is a habit below the first paragraphs`() throws {
        #expect(try deals("Tarnwick Cloud buys its pumps from Ostrel Semiconductor.", "en").isEmpty)
        #expect(try deals("Larkmoor AI s'approvisionne aussi auprès d'Ostrel Semiconductor.", "fr").isEmpty)
        let told = "Tarnwick Cloud buys chips from Ostrel Semiconductor for $300 million."
        #expect(try deals(told, "en") == ["hardware signed Tarnwick Cloud>Ostrel Semiconductor"])
    }

    @Test func `who buys what it needs from somebody has a supplier, in the first paragraph too`() throws {
        let told = { (text: String, language: String) in
            try TestEngine.deals("Tarnwick Cloud\n\nThere was much talk. \(text)\n", language)
        }
        #expect(try told("Tarnwick Cloud buys its chips from Ostrel Semiconductor.", "en").isEmpty)
        #expect(try told("Tarnwick Cloud achète ses puces à Ostrel Semiconductor.", "fr").isEmpty)
        #expect(
            try told("Tarnwick Cloud buys its chips from Ostrel Semiconductor for $300 million.", "en") == [
                "hardware signed Tarnwick Cloud>Ostrel Semiconductor"
            ])
    }

    @Test func `who works with somebody has a partner`() throws {
        #expect(try deals("Tarnwick Cloud works with Ostrel Semiconductor on all its halls.", "en").isEmpty)
        #expect(try deals("Tarnwick Cloud collabore avec Ostrel Semiconductor.", "fr").isEmpty)
    }

    @Test func `revenue is nothing that is built, and sales are no sale`() throws {
        let revenue =
            "Filiale du groupe Brandt Industrie, Tarnwick Cloud a réalisé en 2025 un chiffre d'affaires de 70 millions d'euros."
        #expect(try deals(revenue, "fr").isEmpty)
        #expect(try deals("Larkmoor AI représentait 62 % des ventes de Tarnwick Cloud l'an dernier.", "fr").isEmpty)
    }

    @Test func `a verb of money before a capacity or a deal gives no money`() throws {
        let site = "Larkmoor AI will put up a 600-megawatt campus for the region and let part of it to Tarnwick Cloud."
        #expect(try !deals(site, "en").contains { $0.hasPrefix("investment") })
        #expect(
            try deals(
                "Its main shareholder, Hollis Capital, owns 31 per cent of Pellworm Networks and supports the deal.",
                "en"
            )
            .isEmpty)
        #expect(
            try deals("Hollis Capital backs Pellworm Networks with $300 million.", "en") == [
                "investment signed Hollis Capital>Pellworm Networks"
            ])
    }

    @Test func `money for a country or a site of one's own is no stake`() throws {
        let country = "Tarnwick Cloud will invest $5 billion in the state of Ohio to enlarge its data centers."
        #expect(try deals(country, "en").isEmpty)
        let province =
            "Tarnwick Cloud investira 5 milliards d'euros pour agrandir ses installations de Mons, en province de Hainaut."
        #expect(try deals(province, "fr").isEmpty)
        let stake = "Hollis Capital met 300 millions d'euros dans Pellworm Networks."
        #expect(try deals(stake, "fr") == ["investment signed Hollis Capital>Pellworm Networks"])
    }

    @Test func `money that is sought from nobody is no round`() throws {
        #expect(try deals("Larkmoor AI, a customer of Tarnwick Cloud, is hoping to raise $2 billion.", "en").isEmpty)
        let talks =
            "Pellworm Networks is in talks to raise $300 million from Hollis Capital, people familiar with the matter said."
        #expect(try deals(talks, "en") == ["investment rumored Hollis Capital>Pellworm Networks"])
    }

    @Test func `a building houses chips of a maker who is no customer`() throws {
        #expect(try deals("The campus of Tarnwick Cloud will house 12,000 Nvidia GB300 GPUs.", "en").isEmpty)
        let hosted = "Tarnwick Cloud will host the models of Larkmoor AI for five years, for $400 million."
        #expect(try deals(hosted, "en") == ["compute signed Larkmoor AI>Tarnwick Cloud"])
    }

    @Test func `a bank from which a loan is got supplies nothing else`() throws {
        let loan = "Tarnwick Cloud has obtained a commitment for a $70 million term loan from Bank Odra."
        #expect(try deals(loan, "en") == ["financing signed Bank Odra>Tarnwick Cloud"])
    }

    @Test func `longer words hide what they are made of`() throws {
        #expect(
            try deals(
                "Larkmoor AI, qui affronte Tarnwick Cloud et Pellworm AI sur le marché des assistants, se tait.", "fr"
            )
            .isEmpty)
        #expect(try deals("Larkmoor AI and Ostrel's venture arm Ostrel Ventures declined to comment.", "en").isEmpty)
    }

    @Test(arguments: [
        ("Tarnwick Cloud ordered 300 racks filled with Nvidia chips from Dell in May.", "en"),
        ("Tarnwick Cloud a commandé en mai à Dell 300 baies garnies de puces de Nvidia.", "fr"),
    ])
    func `what hardware is fitted with is no order of its maker`(_ text: String, _ language: String) throws {
        #expect(try deals(text, language) == ["hardware signed Tarnwick Cloud>Dell"])
    }

    @Test func `who makes the chips of a server is nobody's partner`() throws {
        let sold =
            "Dell will supply 2,600 servers with AMD's MI355X chips to Tarnwick Cloud under a contract signed on Monday."
        #expect(try deals(sold, "en") == ["hardware signed Tarnwick Cloud>Dell"])
        let bought = "Tarnwick Cloud signed a contract with AMD for 9,000 chips."
        #expect(try deals(bought, "en") == ["hardware signed Tarnwick Cloud>AMD"])
    }

    @Test func `an authority's licence is no alliance`() throws {
        #expect(try deals("Constellation needs a new licence from the Nuclear Regulatory Commission.", "en").isEmpty)
        #expect(try deals("Constellation a obtenu une licence de la Nuclear Regulatory Commission.", "fr").isEmpty)
        let licensed = try deals("Larkmoor AI has obtained a licence for its chip designs from Arm.", "en")
        #expect(licensed.count == 1 && licensed.allSatisfy { $0.hasPrefix("partnership signed") })
    }
}
