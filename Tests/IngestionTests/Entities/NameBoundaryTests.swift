import Testing

@testable import Ingestion

/// Where names begin and end, and which capitals are none of a company.
@Suite struct NameBoundaryTests {
    /// A sentence and the companies in it.
    struct Case: Sendable {
        let language: String
        let text: String
        let organisations: [String]

        init(_ language: String, _ text: String, _ organisations: String...) {
            self.language = language
            self.text = text
            self.organisations = organisations
        }
    }

    static let smallWords = [
        Case("fr", "Le courant viendra d'Énergie du Larzac, qui l'a promis.", "Énergie du Larzac"),
        Case("fr", "Soleils d'Aubrac fournira 20 mégawatts à Granit Cloud.", "Soleils d'Aubrac", "Granit Cloud"),
        Case(
            "fr", "Auprès de Soleils d'Aubrac, l'hébergeur Granit Cloud prend 9 MW.", "Soleils d'Aubrac", "Granit Cloud"
        ),
        Case("fr", "Les Barrages du Haut-Verdon livreront 50 mégawatts.", "Barrages du Haut-Verdon"),
        Case("fr", "Les Moulins de Kerguen ont signé avec Granit Cloud.", "Moulins de Kerguen", "Granit Cloud"),
        Case("fr", "La Papeterie du Giffre a vendu son usine à Granit Cloud.", "Papeterie du Giffre", "Granit Cloud"),
        Case("fr", "Granit Cloud achète l'eau des Thermes de la Vologne.", "Granit Cloud", "Thermes de la Vologne"),
        Case("fr", "Le prêt vient de la Mutuelle des Volcans.", "Mutuelle des Volcans"),
        Case(
            "fr", "La Régie d'électricité du Vénéon alimente Granit Cloud.", "Régie d'électricité du Vénéon",
            "Granit Cloud"),
        Case("fr", "Le prêt vient de la Caisse d'épargne du Velay.", "Caisse d'épargne du Velay"),
        Case(
            "fr", "Trois Rivières Énergie et Énergie Manicolle ont signé.", "Trois Rivières Énergie",
            "Énergie Manicolle"),
    ]

    static let smallWordsBehind = [
        Case(
            "en", "Chip designer Ostervik in talks to sell a stake to Kaito Denki, sources say.", "Ostervik",
            "Kaito Denki"),
        Case("en", "The cooling group Ostervik on Tuesday sold a tank to Danfoss.", "Ostervik", "Danfoss"),
        Case("en", "Ostervik buys its pumps from Brenfors of Denmark at a good price.", "Ostervik", "Brenfors"),
        Case("en", "In Varnovia, the miners leave and the megawatts stay."),
        Case(
            "en", "Leinster Gas will build a plant in County Fethard for Ostervik Cloud.", "Leinster Gas",
            "Ostervik Cloud"),
    ]

    static let smallAdjectives = [
        Case("fr", "Le Réseau hospitalier Sambre-Ardenne loue des GPU.", "Réseau hospitalier Sambre-Ardenne"),
        Case("fr", "Le Fonds wallon de l'innovation a investi hier.", "Fonds wallon de l'innovation"),
        Case(
            "fr", "Le Centre européen de météorologie appliquée a signé.", "Centre européen de météorologie appliquée"),
        Case("fr", "La Coopérative laitière des Dombes a signé.", "Coopérative laitière des Dombes"),
        Case("fr", "L'Institut estime que Granit Cloud paiera.", "Granit Cloud"),
        Case("fr", "La Banque populaire du Chablais en avance la moitié.", "Banque populaire du Chablais"),
    ]

    static let peoples = [
        Case("en", "The plan to rent from Baltic Meridian Cloud, in Tartu, failed.", "Baltic Meridian Cloud"),
        Case("en", "Nordic Thicket, a cloud in Malmo, rents 40 racks.", "Nordic Thicket"),
        Case("en", "The Norwegian Thicket Cloud rents 40 racks.", "Thicket Cloud"),
        Case("en", "German Chancellor Otto Brandt praised Thicket Cloud.", "Thicket Cloud"),
    ]

    static let placesBehind = [
        Case("en", "Silica Labs of Kampala hires chips from Pepper Cloud of Mysuru.", "Silica Labs", "Pepper Cloud"),
        Case("en", "Rimfire, a competitor from Wausau, was bought by Pepper Cloud.", "Rimfire", "Pepper Cloud"),
        Case("en", "Pepper Cloud will fit out its halls at Apeldorn and Zutphen.", "Pepper Cloud"),
        Case("fr", "Granit Cloud équipera ses salles d'Issoire et de Langogne.", "Granit Cloud"),
        Case("fr", "L'éditeur de Walldurn s'est allié à Granit Cloud.", "Granit Cloud"),
        Case("fr", "Une usine du Bugey alimente Granit Cloud.", "Granit Cloud"),
        Case("en", "Winnebago County approved the sheds of Pepper Cloud.", "Pepper Cloud"),
        Case("fr", "La Région Occitanie garantit le prêt de Granit Cloud.", "Granit Cloud"),
    ]

    static let noNames = [
        Case("en", "CALLED OFF. The alliance of Pepper Cloud and Dell.", "Pepper Cloud", "Dell"),
        Case("en", "DENIED, twice. Any contact between Pepper Cloud and Dell.", "Pepper Cloud", "Dell"),
        Case("fr", "SUR LE PAPIER. Un protocole entre Granit Cloud et Nvidia.", "Granit Cloud", "Nvidia"),
        Case("fr", "La PME a signé avec Granit Cloud ; cette ETI paie.", "Granit Cloud"),
        Case("en", "Pepper Labs, whose assistants speak Yoruba and Hausa, rents chips.", "Pepper Labs"),
        Case("en", "Pepper Labs, the lab behind an assistant called Oracle, rents chips.", "Pepper Labs"),
        Case("fr", "Granit IA entraîne un modèle baptisé Cisco avec Nvidia.", "Granit IA", "Nvidia"),
        Case("en", "Pepper Labs is training a model, Heron, on chips from AMD.", "Pepper Labs", "AMD"),
        Case("en", "Pepper Cloud sells its own inference platform, Nutanix, to banks.", "Pepper Cloud"),
        Case("fr", "Granit Cloud construit son campus, Belvédère, près de Guéret.", "Granit Cloud"),
        Case("en", "A search start-up called Snowflake pays Pepper Cloud.", "Snowflake", "Pepper Cloud"),
        Case("en", "The round was led by H Cubed and joined by Dell.", "H Cubed", "Dell"),
    ]

    static let neighbours = [
        Case("en", "Brightmoor and Ostrava Data announced a deal.", "Brightmoor", "Ostrava Data"),
        Case(
            "en", "Project Kestrel, a venture of Brightmoor and Ostrava Data, was dropped.", "Brightmoor",
            "Ostrava Data"),
        Case("en", "Pressellate, whose Corvid accelerators run cool, signed.", "Pressellate"),
        Case("fr", "Tessellia, dont les accélérateurs Corvid chauffent peu, a signé.", "Tessellia"),
        Case("en", "The halls, named Alder and Rowan, will house servers.", ""),
        Case("fr", "Les halles, baptisées Aulne et Sorbier, abriteront des serveurs.", ""),
        Case("fr", "Le Courrier de la Vologne a révélé les discussions.", ""),
        Case("en", "The deal with Pepper Cloud was told at the Nordic Compute Forum in Bergen.", "Pepper Cloud"),
        Case("en", "The contract was signed at the Hotel Bristol in Vienna by Pepper Cloud.", "Pepper Cloud"),
        Case("fr", "La maire de Morlune a signé avec Granit Cloud.", "Granit Cloud"),
        Case("fr", "Granit Cloud prend le courant du barrage de Serre-Noire.", "Granit Cloud"),
        Case("fr", "Le Sud-Africain Karoo Cloud s'associe avec Granit Cloud.", "Karoo Cloud", "Granit Cloud"),
        Case("en", "The Greens and Labour objected to Pepper Cloud.", "Pepper Cloud"),
    ]

    static let signs = [
        Case("fr", "L'hébergeur Granit Cloud livrera 400 baies à Siliconor.", "Granit Cloud", "Siliconor"),
        Case("fr", "L'hébergeur Granit Cloud construira une halle à Siliconne.", "Granit Cloud"),
        Case("fr", "L'hébergeur Granit Cloud livrera à Bull ses baies à Siliconne.", "Granit Cloud"),
        Case("fr", "Teranga Calcul (Sambrelle) a signé avec Granit Cloud.", "Teranga Calcul", "Granit Cloud"),
        Case(
            "en", "Two funds, Amber Coast and North Pier, lent Riga Compute money.", "Amber Coast", "North Pier",
            "Riga Compute"),
        Case("fr", "La société a été fondée par Oda Van Hemelrijck.", ""),
        Case("en", "Eléctrica del Duero will supply power to Pepper Cloud.", "Eléctrica del Duero", "Pepper Cloud"),
    ]

    @Test(
        arguments: [smallWords, smallWordsBehind, smallAdjectives, peoples, placesBehind, noNames, neighbours, signs]
            .flatMap { $0 })
    func `a name has its small words, and no label, town or product is one`(_ sample: Case) throws {
        let found = try EntitySample(sample.language, "Headline\n\n" + sample.text)
        #expect(Set(found.organisations) == Set(sample.organisations.filter { !$0.isEmpty }), "\(sample.text)")
    }

    @Test(arguments: [
        (
            "fr", "« Tout est dit », tranche Sidoine Malgras, du cabinet Ormeau Études.", "Sidoine Malgras",
            "Ormeau Études"
        ),
        (
            "fr", "« Tout est dit », soupire Theobald d'Ancourt, gérant chez Ormeau & Fils.", "Theobald d'Ancourt",
            "Ormeau & Fils"
        ),
        (
            "fr", "« Tout est dit », rappelait Philippine d'Arvieu, de Bellac Études.", "Philippine d'Arvieu",
            "Bellac Études"
        ),
        (
            "en", "“It is mad,” said Octavian Threlkeld, who teaches at Barrow College.", "Octavian Threlkeld",
            "Barrow College"
        ),
        ("en", "“It is mad,” wrote Hartley Quince of Corder Street in a letter.", "Hartley Quince", "Corder Street"),
        (
            "en", "“It is mad,” wrote Osric Bellweather, the bank's former head of credit, now at Barrow Dunne.",
            "Osric Bellweather", "Barrow Dunne"
        ),
        (
            "en", "“It is mad,” said Constance Wynn, who follows the chipmaker for Barrow Pell.", "Constance Wynn",
            "Barrow Pell"
        ),
    ])
    func `who speaks is a person, and works for a company`(
        _ language: String, _ text: String, _ person: String, _ company: String
    ) throws {
        let found = try EntitySample(language, "Headline\n\n" + text)
        #expect(found.people == [person])
        #expect(found.organisations == [company])
    }

    @Test func `a headline of a name and its words names a person`() throws {
        let found = try EntitySample("fr", "Maxelle Ithurria : « Nous ne ferons pas de cadeau »\n\nLe prix monte.")
        #expect(found.people == ["Maxelle Ithurria"])
    }

    @Test func `an investor with no first name that is known is a company`() throws {
        let found = try EntitySample(
            "en", "Headline\n\nThe round drew the British investor Kestrel Vale and the investor Martin Oduya.")
        #expect(found.organisations == ["Kestrel Vale"])
        #expect(found.people == ["Martin Oduya"])
    }
}
