import Model
import Testing

/// Orvane is the customer, investor, borrower or acquirer's side first; Belluna the other one.
struct ValueTests {
    @Test(arguments: [
        FieldSample("en", .compute, "Orvane agreed to pay Belluna $4.2 billion for computing power.", "4200000000 USD"),
        FieldSample("fr", .compute, "Orvane paiera 4,2 milliards de dollars de calcul à Belluna.", "4200000000 USD"),
        FieldSample(
            "en", .compute, "Orvane signed with Belluna. The contract is worth more than $3bn.", "3000000000.. USD"),
        FieldSample(
            "fr", .compute, "Orvane a signé avec Belluna. Le contrat porte sur plus de 3 Md€.", "3000000000.. EUR"),
        FieldSample(
            "en", .datacenter, "Orvane leases a campus from Belluna for $120 million a year over ten years.",
            "1200000000 USD"),
        FieldSample(
            "fr", .datacenter, "Orvane loue un campus à Belluna pour 120 millions d'euros par an pendant dix ans.",
            "1200000000 EUR"),
        FieldSample(
            "en", .acquisition, "Orvane is to buy Belluna in a transaction valued at about $140 million.",
            "140000000 USD"),
        FieldSample(
            "fr", .acquisition, "Orvane rachète Belluna, une opération valorisée 140 millions d'euros.",
            "140000000 EUR"),
    ])
    func `the committed sum is the value`(_ sample: FieldSample) throws {
        try sample.check(\.valueLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", .investment, "Orvane invests $200 million in Belluna, which is valued at $5 billion.", "200000000 USD"
        ),
        FieldSample(
            "en", .partnership,
            "Orvane and Belluna have formed a partnership. The transaction values Belluna at $5 billion.",
            "-"),
        FieldSample(
            "fr", .partnership,
            "Orvane et Belluna ont noué un partenariat. L'opération valorise Belluna 5 milliards d'euros.",
            "-"),
        FieldSample(
            "fr", .investment, "Orvane investit 200 millions d'euros dans Belluna, valorisée 5 milliards d'euros.",
            "200000000 EUR"),
        FieldSample("en", .compute, "Orvane signed a contract with Belluna, whose revenue reached $900 million.", "-"),
        FieldSample(
            "fr", .compute, "Orvane a signé un contrat avec Belluna, dont le chiffre d'affaires atteint 900 M€.", "-"),
        FieldSample(
            "en", .compute,
            "Orvane bought $2 billion of capacity from Belluna. The contract could reach $3 billion with extensions.",
            "2000000000 USD"),
        FieldSample(
            "fr", .compute,
            "Orvane a acheté pour 2 milliards d'euros de capacité à Belluna. Le contrat pourrait atteindre 3 milliards "
                + "d'euros.", "2000000000 EUR"),
        FieldSample("en", .acquisition, "Orvane buys Belluna at $12 a share.", "-"),
        FieldSample(
            "en", .compute, "Orvane has ended its deal with Belluna and will pay a break fee of $40 million.", "-"),
        FieldSample(
            "fr", .compute, "Orvane met fin à son contrat avec Belluna et versera une indemnité de 40 M€.", "-"),
    ])
    func `valuations, revenues, options, fees and prices of a share are none`(_ sample: FieldSample) throws {
        try sample.check(\.valueLine)
    }

    @Test(arguments: [
        FieldSample(
            "en",
            [
                .init(type: .acquisition, parties: ["Orvane", "Belluna"]),
                .init(type: .financing, parties: ["Tarn Bank", "Orvane"]),
            ],
            "Orvane is buying Belluna for £800m. Tarn Bank lends Orvane £300m for it.", "800000000 GBP", "300000000 GBP"
        ),
        FieldSample(
            "fr",
            [
                .init(type: .acquisition, parties: ["Orvane", "Belluna"]),
                .init(type: .financing, parties: ["Banque Tarn", "Orvane"]),
            ],
            "Orvane rachète Belluna pour 800 M€. La Banque Tarn prête à Orvane 300 M€.", "800000000 EUR",
            "300000000 EUR"),
    ])
    func `each deal takes the sum of its own sentence`(_ sample: FieldSample) throws {
        try sample.check(\.valueLine)
    }

    @Test(arguments: [
        FieldSample(
            "en",
            [
                .init(type: .compute, parties: ["Orvane", "Belluna"]),
                .init(type: .compute, parties: ["Orvane", "Cordane"]),
            ], "Orvane signed contracts with Belluna and Cordane worth $2bn and $3bn respectively.", "2000000000 USD",
            "3000000000 USD"),
        FieldSample(
            "fr",
            [
                .init(type: .compute, parties: ["Orvane", "Belluna"]),
                .init(type: .compute, parties: ["Orvane", "Cordane"]),
            ],
            "Orvane a signé avec Belluna et Cordane des contrats de 2 milliards d'euros et de 3 milliards d'euros, "
                + "respectivement.", "2000000000 EUR", "3000000000 EUR"),
        FieldSample(
            "en", .hardware, "Orvane ordered from AMD 24 000 chips of Belluna for €1.1 billion.", "1100000000 EUR"),
    ])
    func `sums keep the order of their deals, and a company's name is no currency`(_ sample: FieldSample) throws {
        try sample.check(\.valueLine)
    }

    @Test(arguments: [
        FieldSample("en", .compute, "Orvane has raised its order with Belluna from $450m to $900m.", "900000000 USD"),
        FieldSample(
            "fr", .compute, "Orvane a porté sa commande à Belluna de 450 à 900 millions d'euros.", "900000000 EUR"),
        FieldSample(
            "en", .financing, "A credit line of $300 million from Orvane to Belluna was doubled to $600 million.",
            "600000000 USD"),
        FieldSample(
            "en", .financing, "The loan from Orvane to Belluna was raised by $200 million to $700 million.",
            "700000000 USD"),
        FieldSample(
            "en", .compute, "Orvane expanded its five-year contract with Belluna from $3 billion to $5 billion.",
            "5000000000 USD"),
        FieldSample(
            "en", .compute, "The contract of Orvane with Belluna used to be worth $600m. It is now worth $380m.",
            "380000000 USD"),
        FieldSample(
            "fr", .financing,
            "La ligne de crédit de 300 millions d'euros d'Orvane à Belluna a été portée à 600 millions.",
            "600000000 EUR"),
    ])
    func `of a raised contract the new sum counts`(_ sample: FieldSample) throws {
        try sample.check(\.valueLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", .investment, "Orvane put €40m into Belluna on Monday. The Series B round comes to €85m in all.",
            "85000000 EUR"),
        FieldSample(
            "fr", .investment,
            "Belluna annonce une levée de fonds de 85 millions d'euros. Orvane apporte 40 millions d'euros à Belluna.",
            "85000000 EUR"),
        FieldSample(
            "en", .investment, "Orvane put €40m into Belluna, which has now raised €900m in all.", "40000000 EUR"),
        FieldSample(
            "fr", .investment, "Orvane a mis 40 millions d'euros dans Belluna, qui en a levé 900 au total.",
            "40000000 EUR"),
        FieldSample(
            "en", .investment, "Orvane puts €40m into Belluna, which ordered €900m of chips last year.", "40000000 EUR"),
    ])
    func `of a round the whole sum counts`(_ sample: FieldSample) throws {
        try sample.check(\.valueLine)
    }

    @Test(arguments: [
        FieldSample(
            "en",
            [
                .init(type: .investment, parties: ["Orvane", "Belluna"]),
                .init(type: .compute, parties: ["Belluna", "Tarsk"]),
            ],
            "Orvane received warrants of Belluna, and Belluna will rent $7 billion of capacity from Tarsk.", "-",
            "7000000000 USD"),
        FieldSample(
            "fr",
            [
                .init(type: .investment, parties: ["Orvane", "Belluna"]),
                .init(type: .compute, parties: ["Belluna", "Tarsk"]),
            ],
            "Orvane a reçu des bons de Belluna, et Belluna louera pour 7 milliards de dollars de capacité à Tarsk.",
            "-",
            "7000000000 USD"),
    ])
    func `what goods cost is no stake`(_ sample: FieldSample) throws {
        try sample.check(\.valueLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", .compute,
            "Orvane rents servers from Belluna for an undisclosed sum. They stand in Ohio. Belluna has also put $300 million into a hall of its own.",
            "-"),
        FieldSample(
            "fr", .compute,
            "Orvane loue des serveurs à Belluna, pour un prix non dévoilé. Ils sont en Bretagne. Belluna a par ailleurs mis 300 millions d'euros dans une halle.",
            "-"),
        FieldSample(
            "en", .compute,
            "Orvane rents servers from Belluna. Terms were not disclosed. Analysts put the contract at $300 million.",
            "300000000 USD"),
        FieldSample(
            "fr", .compute,
            "Orvane loue des serveurs à Belluna pour un montant non précisé. La presse chiffre le contrat à 300 millions d'euros.",
            "300000000 EUR"),
    ])
    func `a sum that nobody tells is not looked for farther on`(_ sample: FieldSample) throws {
        try sample.check(\.valueLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", .power, "Orvane and Belluna begin with two contracts in Ohio valued at over $3 billion.",
            "3000000000.. USD"),
        FieldSample(
            "fr", .compute, "Orvane a choisi Belluna. Le contrat, rendu public mardi, pèse 410 millions d'euros.",
            "410000000 EUR"),
        FieldSample("en", .compute, "Orvane has a contract with Belluna, a company valued at $3 billion.", "-"),
        FieldSample("fr", .compute, "Orvane a un contrat avec Belluna, qui pèse 3 milliards d'euros en Bourse.", "-"),
    ])
    func `what contracts are valued at is their value, what a party is valued at is not`(_ sample: FieldSample) throws {
        try sample.check(\.valueLine)
    }

    @Test(arguments: [
        FieldSample("en", .financing, "Orvane borrows RM15bn from Belluna for seven years.", "15000000000 MYR"),
        FieldSample("en", .financing, "Orvane has a SR9bn facility from Belluna.", "9000000000 SAR"),
        FieldSample("en", .hardware, "Orvane buys machines from Belluna for SFr38mn.", "38000000 CHF"),
        FieldSample("en", .datacenter, "Orvane leases a hall from Belluna for 4 billion reais.", "4000000000 BRL"),
        FieldSample("fr", .datacenter, "Orvane loue une halle à Belluna pour 4 milliards de réaux.", "4000000000 BRL"),
        FieldSample(
            "fr", .hardware, "Orvane achète à Belluna pour 900 crores de roupies de serveurs.", "9000000000 INR"),
        FieldSample(
            "fr", .compute, "Orvane verse à Belluna 90 millions d'euros d'acomptes sur un marché de 460 millions.",
            "460000000 EUR"),
        FieldSample(
            "fr", .compute,
            "Orvane a promis d'investir 5 milliards de dollars ; elle achètera à Belluna pour 30 milliards de calcul.",
            "30000000000 USD"),
        FieldSample(
            "fr", .compute,
            "Le contrat d'Orvane avec Belluna vaut 17 milliards d'euros. Elle peut porter le tout à 19 milliards.",
            "17000000000 EUR"),
        FieldSample(
            "en", .datacenter, "Orvane leases a hall from Belluna. Belluna intends to spend $2 billion on the rest.",
            "-"),
    ])
    func `currencies have short forms, and what is paid ahead or may come is no value`(_ sample: FieldSample) throws {
        try sample.check(\.valueLine)
    }

    @Test func `the short form of a currency is no company`() throws {
        let text = "Wexcombe AI borrows RM15bn from Hoshino Bank for seven years."
        let found = try TestEngine.get().read(Array(text.utf8), published: Day("2026-05-12"), language: "en")
        #expect(found.deals.map(\.record.valueLine) == ["15000000000 MYR"])
        #expect(!found.companies.contains("RM"))
    }
}
