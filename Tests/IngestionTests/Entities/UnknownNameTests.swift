import Testing

@testable import Ingestion

/// Names that no catalogue has, by their form and by what stands around them.
@Suite struct UnknownNameTests {
    struct Case: Sendable {
        let language: String
        let text: String
        var organisations: [String] = []
        var people: [String] = []
    }

    static let cases = [
        Case(
            language: "en", text: "On Tuesday Verdigris Compute rented 4,000 servers from Nvidia.",
            organisations: ["Verdigris Compute", "Nvidia"]),
        Case(
            language: "fr", text: "Mardi, Verdigris Calcul a loué 4 000 serveurs à Nvidia.",
            organisations: ["Verdigris Calcul", "Nvidia"]),
        Case(
            language: "en", text: "The loan came from Bank of Tamworth and Mossgiel & Daughters.",
            organisations: ["Bank of Tamworth", "Mossgiel & Daughters"]),
        Case(
            language: "fr", text: "Le prêt vient de la Banque du Vercors et de Mossgiel & Filles.",
            organisations: ["Banque du Vercors", "Mossgiel & Filles"]),
        Case(
            language: "en", text: "Power will come from Skarvheim, a Norwegian utility.", organisations: ["Skarvheim"]),
        Case(
            language: "fr", text: "Le courant viendra de Skarvheim, un électricien norvégien.",
            organisations: ["Skarvheim"]),
        Case(
            language: "en", text: "“It is cheap,” said Martin Oduya, an analyst at Cobbold Lane.",
            organisations: ["Cobbold Lane"], people: ["Martin Oduya"]),
        Case(
            language: "fr", text: "« C’est bon marché », juge Martin Oduya, analyste chez Cobbold Lane.",
            organisations: ["Cobbold Lane"], people: ["Martin Oduya"]),
        Case(
            language: "en", text: "On Monday Helion Ridge ordered a hall; Helion will pay in June.",
            organisations: ["Helion Ridge"]),
        Case(
            language: "en", text: "The board includes Prabodh Nandlal, who ran a mill.", people: ["Prabodh Nandlal"]),
        Case(
            language: "fr", text: "Le contrat est signé par Prabodh Nandlal. M. Nandlal sourit.",
            people: ["Prabodh Nandlal"]),
        Case(
            language: "en", text: "The loan came from the Millers' Retirement Fund.",
            organisations: ["Millers' Retirement Fund"]),
        Case(
            language: "fr", text: "Le calcul vient de l’Institut Brumaire de conjoncture.",
            organisations: ["Institut Brumaire de conjoncture"]),
        Case(language: "en", text: "The hall near Grebeldon will hold 4,000 B200s and two TX-4 racks."),
        Case(language: "fr", text: "La salle, près de Grébeldon, abritera 4 000 B200 et deux baies TX-4."),
        Case(language: "en", text: "Prices rose. Demand did not. Engineers shrugged."),
        Case(language: "fr", text: "Les prix montent. Rien ne bouge. Restent les ingénieurs."),
    ]

    @Test(arguments: cases)
    func `an unknown name is told by its form and its surroundings`(_ sample: Case) throws {
        let found = try EntitySample(sample.language, "Headline\n\n" + sample.text)
        #expect(Set(found.organisations) == Set(sample.organisations), "\(sample.text)")
        #expect(found.people == sample.people, "\(sample.text)")
    }

    @Test func `a short form means the full name`() throws {
        let found = try EntitySample(
            "en", "News\n\nOrchard Bay Networks signed on Monday. Later Orchard Bay said it would hire.")
        #expect(found.organisations == ["Orchard Bay Networks"])
        #expect(found.entities.all.first { $0.kind == .organisation }?.also == ["Orchard Bay"])
    }

    @Test func `a last name means the person`() throws {
        let found = try EntitySample(
            "fr", "Une\n\nLe contrat est signé, dit Paule Vidalin, directrice générale. Mme Vidalin sourit.")
        #expect(found.people == ["Paule Vidalin"])
    }

    @Test(arguments: [
        (
            "en", "It is cheap, said Gisèle Perret-Gentil, an analyst at Cobbold Lane. Ms Perret-Gentil left.",
            "Gisèle Perret-Gentil"
        ),
        ("fr", "C’est signé, dit Maïwenn Le Floch, directrice générale. Mme Le Floch sourit.", "Maïwenn Le Floch"),
        ("en", "Its director of policy, Ottoline Brackwell, asked for a stay.", "Ottoline Brackwell"),
        ("en", "The head of the group's Nordic arm, Ottoline Brackwell, spoke.", "Ottoline Brackwell"),
        ("fr", "La présidente du groupe, Ottoline Brécourt, est partie.", "Ottoline Brécourt"),
        ("fr", "Le responsable des grands comptes de Nvidia, Oddmar Brécourt, s’en amuse.", "Oddmar Brécourt"),
    ])
    func `several last names and an office with all it is of tell a person`(
        _ language: String, _ text: String, _ person: String
    ) throws {
        #expect(try EntitySample(language, "Headline\n\n" + text).people == [person])
    }

    @Test(arguments: [
        ("en", "The owner of the halls, Brackwell Estates, agreed.", "Brackwell Estates"),
        ("en", "Nvidia bought the chip company Ampere, and Ampere stays in Texas.", "Ampere"),
        ("en", "Orders came from Martin Servers and others.", "Martin Servers"),
    ])
    func `what only looks like an office, a product or a first name is a company`(
        _ language: String, _ text: String, _ company: String
    ) throws {
        #expect(try EntitySample(language, "Headline\n\n" + text).organisations.contains(company))
    }

    @Test func `a name that goes on in small letters never covers the name behind it`() throws {
        let texts = [
            "Le fonds Deep Sea de Bpifrance paie. L’université Côte d’Azur et l’Inria ont droit à des redevances.",
            "La Caisse d’épargne Midi-Garonne de Nvidia signe à Portet-sur-Garonne avec Calcul & Cie.",
        ]
        for text in texts {
            let mentions = try EntitySample("fr", text).entities.mentions
            for (first, second) in zip(mentions, mentions.dropFirst()) {
                #expect(first.tokens.upperBound <= second.tokens.lowerBound, "\(text)")
            }
        }
    }
}
