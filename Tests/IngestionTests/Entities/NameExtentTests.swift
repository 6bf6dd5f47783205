import Testing

@testable import Ingestion

/// How far a name goes: what tells where a company is or what it is, and what belongs to its name.
@Suite struct NameExtentTests {
    typealias Case = NameBoundaryTests.Case

    static let geographicTails = [
        Case("en", "The turbine was ordered from Corvane Hydro of Maribel in May.", "Corvane Hydro"),
        Case(
            "en", "Pepper Cloud rents 40 racks to Strathmoor Therapeutics in Dundrum.", "Pepper Cloud",
            "Strathmoor Therapeutics"),
        Case("en", "Pepper Cloud signed with the lab Marinya AI of Kadura.", "Pepper Cloud", "Marinya AI"),
        Case("en", "The loan came from the National Savings Bank of Tamworth.", "National Savings Bank of Tamworth"),
        Case("en", "The loan came from the Bank of Fenmoor.", "Bank of Fenmoor"),
        Case(
            "en", "Pepper Cloud sold a stake to the Firefighters of Tamworth Fund.", "Pepper Cloud",
            "Firefighters of Tamworth Fund"),
        Case("en", "Pepper Cloud pays the Barrow School of Mines.", "Pepper Cloud", "Barrow School of Mines"),
    ]

    static let compass = [
        Case("fr", "Granit Cloud loue un étage à la foncière Mirandol Sud.", "Granit Cloud", "Mirandol Sud"),
        Case("fr", "Le crédit vient du Comptoir du Nord.", "Comptoir du Nord"),
        Case(
            "fr", "Vents du Sud, le producteur éolien, alimente Granit Cloud.", "Vents du Sud",
            "Granit Cloud"),
        Case("fr", "La compagnie d'électricité Nord Brumaire alimente Granit Cloud.", "Nord Brumaire", "Granit Cloud"),
        Case("fr", "Granit Cloud s'installe dans le Grand Nord.", "Granit Cloud"),
        Case("fr", "Granit Cloud vise le Sud et l'Ouest.", "Granit Cloud"),
        Case("fr", "Le loueur Mirandol GPU achète des baies à Nvidia.", "Mirandol GPU", "Nvidia"),
        Case("en", "The racks came from the distributor Marwood IT, who was paid in May.", "Marwood IT"),
    ]

    static let longFrenchNames = [
        Case("fr", "Le prêt vient de la Banque de la mer Égrège.", "Banque de la mer Égrège"),
        Case(
            "fr", "La Régie des salines de Turdova a signé avec Granit Cloud.", "Régie des salines de Turdova",
            "Granit Cloud"),
        Case(
            "fr", "La Caisse de pension des cheminots du Gothal a signé avec Granit Cloud.",
            "Caisse de pension des cheminots du Gothal", "Granit Cloud"),
        Case("fr", "La Société minière et numérique du Mayombi a signé.", "Société minière et numérique du Mayombi"),
        Case("fr", "La Banque cantonale brumairoise a signé.", "Banque cantonale brumairoise"),
        Case("fr", "La Société de développement Brumaire a signé.", "Société de développement Brumaire"),
        Case("fr", "Le financement provient de la Banque du Vieux-Port.", "Banque du Vieux-Port"),
    ]

    static let before = [
        Case("fr", "Le Rochelin a signé avec le Tyrolais Speckholm Rechner.", "Speckholm Rechner"),
        Case("fr", "Granit Cloud cède 51 % d'Entre-Deux Data à Nvidia.", "Granit Cloud", "Entre-Deux Data", "Nvidia"),
        Case("en", "Pepper Cloud bought 40 servers from Gulf Office Machines.", "Pepper Cloud", "Gulf Office Machines"),
        Case("en", "The loan came from the Scottish National Credit Bank.", "Scottish National Credit Bank"),
        Case("en", "The loan came from the Scottish lender Marwood Credit.", "Marwood Credit"),
        Case(
            "en", "Digital Marwood sold a hall. Nvidia will pay Digital Marwood in June.", "Digital Marwood", "Nvidia"),
        Case("en", "Pepper Cloud borrowed from the Turkish lender Anadolu Marwood.", "Pepper Cloud", "Anadolu Marwood"),
        Case("en", "Pepper Cloud rents 3 MW from Atlantic Racks in Lekki.", "Pepper Cloud", "Atlantic Racks"),
    ]

    @Test(arguments: [geographicTails, compass, longFrenchNames, before].flatMap { $0 })
    func `a name ends before the place where a company is, and goes on with what is its own`(_ sample: Case) throws {
        let found = try EntitySample(sample.language, "Headline\n\n" + sample.text)
        #expect(Set(found.organisations) == Set(sample.organisations), "\(sample.text)")
    }

    static let kinds = [
        Case("fr", "Le crédit relais est consenti par la Marwoodbank.", "Marwoodbank"),
        Case("fr", "Granit Cloud loge ses machines chez Onyssa, à Dakar.", "Granit Cloud", "Onyssa"),
        Case(
            "fr", "Kyltek Norr, spécialiste des pompes, a vendu à Granit Cloud ses cuves.", "Kyltek Norr",
            "Granit Cloud"),
        Case("fr", "Fjordal, le norvégien que tout oppose à Granit Cloud, a signé.", "Fjordal", "Granit Cloud"),
        Case("fr", "Nordal, de Malmö, un fonds de pension, prêtera six millions d'euros.", "Nordal"),
        Case("en", "Pepper Cloud let the hall to Quillan, the chatbot maker.", "Pepper Cloud", "Quillan"),
        Case(
            "en", "Marwood Steam, a state-backed generator, signed with Pepper Cloud.", "Marwood Steam", "Pepper Cloud"),
        Case("en", "Since 2024 Marwood Sands has rented chips from Pepper Cloud.", "Marwood Sands", "Pepper Cloud"),
        Case("en", "Souk Al Marwad rents chips from Pepper Cloud.", "Souk Al Marwad", "Pepper Cloud"),
        Case("en", "Pepper Cloud is training its family of models, Quillan, in Leeds.", "Pepper Cloud"),
    ]

    static let institutions = [
        Case(
            "fr", "Granit Cloud loue 4 000 processeurs à l'université de Tallova.", "Granit Cloud",
            "université de Tallova"),
        Case("fr", "Granit Cloud a signé avec l'hôpital de Biberan.", "Granit Cloud", "hôpital de Biberan"),
        Case("fr", "Une école de commerce a signé avec Granit Cloud.", "Granit Cloud"),
        Case(
            "fr", "La Banque d'investissement et de développement de la Contosie paie.",
            "Banque d'investissement et de développement de la Contosie"),
        Case(
            "en", "Kestrelmoor, the maker of a legal assistant, rents chips from Pepper Cloud.", "Kestrelmoor",
            "Pepper Cloud"),
        Case("en", "Pepper Cloud bought the mill from its owner, Marwoodly, in May.", "Pepper Cloud", "Marwoodly"),
        Case("en", "Marwood Compute, of Guelmoor, buys chips from Pepper Cloud.", "Marwood Compute", "Pepper Cloud"),
        Case("en", "Pepper Cloud rents racks from Visarra Data Hills.", "Pepper Cloud", "Visarra Data Hills"),
        Case("en", "Pepper Cloud rents the Marwood Lane hall.", "Pepper Cloud"),
        Case("en", "Pepper Cloud pays less; Marwood Steam pays more.", "Pepper Cloud", "Marwood Steam"),
    ]

    @Test(arguments: kinds + institutions)
    func `what stands beside a name tells a company from a town, a product or a person`(_ sample: Case) throws {
        let found = try EntitySample(sample.language, "Headline\n\n" + sample.text)
        #expect(Set(found.organisations) == Set(sample.organisations), "\(sample.text)")
    }

    @Test(arguments: [
        ("en", "Firmus will buy the dams.", "Firmus"),
        ("en", "Firmus Technologies will buy the dams; Firmus said so.", "Firmus Technologies"),
        ("fr", "UOB prêtera 20 millions.", "UOB"),
        ("en", "Altimeter Capital will buy the dams.", "Altimeter Capital"),
        ("en", "AWS rents the hall.", "Amazon Web Services"),
        ("en", "Samsung rents the hall.", "Samsung Electronics"),
    ])
    func `a company is called as the text calls it where that is a short form of its name`(
        _ language: String, _ text: String, _ name: String
    ) throws {
        #expect(try EntitySample(language, "Headline\n\n" + text).organisations == [name])
    }

    @Test func `tables know a company by its full name`() throws {
        let found = try EntitySample("en", "Headline\n\nFirmus will buy the dams.")
        #expect(found.entities.all.map(\.tableName) == ["Firmus Technologies"])
    }
}
