import Testing

@testable import Ingestion

/// Names with numbers and signs in them, and governments by their nouns.
@Suite struct NameSignTests {
    typealias Case = NameBoundaryTests.Case

    static let numbers = [
        Case(
            "en", "Pepper Cloud took money from Marwood Ventures, 1924 Capital and Nvidia.", "Pepper Cloud",
            "Marwood Ventures", "1924 Capital", "Nvidia"),
        Case("fr", "Granit Cloud a reçu de 1924 Capital dix millions.", "Granit Cloud", "1924 Capital"),
        Case("en", "In 2027 Capital was scarce for Pepper Cloud.", "Pepper Cloud"),
        Case("en", "Pepper Cloud rents 240 Blackwell processors.", "Pepper Cloud"),
        Case("fr", "Le constructeur de serveurs 3MarSi a signé avec Granit Cloud.", "3MarSi", "Granit Cloud"),
        Case("en", "Pepper Cloud adds 400GbE links and 30MW.", "Pepper Cloud"),
    ]

    static let signs = [
        Case("fr", "Marwal+Gyr équipera les compteurs de Granit Cloud.", "Marwal+Gyr", "Granit Cloud"),
        Case("fr", "Granit Cloud a repris R+T, un installateur allemand.", "Granit Cloud", "R+T"),
        Case("en", "Pepper Cloud + Marwood Steam: who pays?", "Pepper Cloud", "Marwood Steam"),
    ]

    @Test(arguments: numbers + signs)
    func `a number or a sign belongs to a name where it counts nothing and joins its parts`(_ sample: Case) throws {
        let found = try EntitySample(sample.language, "Headline\n\n" + sample.text)
        #expect(Set(found.organisations) == Set(sample.organisations), "\(sample.text)")
    }

    static let governments = [
        Case("en", "The state of Texas vouches for the loan.", "Texas"),
        Case("en", "Pepper Cloud signed with the French Ministry of Mines.", "French Ministry of Mines"),
        Case("en", "Pepper Cloud signed with Italy's culture ministry.", "Italy's culture ministry"),
        Case("en", "Pepper Cloud signed with Italy's government.", "Italy's government"),
        Case("en", "Pepper Cloud signed with Italy's government agency Marwood Steam."),
        Case("en", "Pepper Cloud signed with Italy's ministry of trade."),
        Case("fr", "L'État fédéral américain prend une part de Granit Cloud.", "État fédéral américain"),
        Case("fr", "En mai, la Région wallonne a racheté le terrain.", "Région wallonne"),
        Case("fr", "Granit Cloud s'installe en région parisienne."),
        Case("fr", "Le ministère américain de l'énergie prête à Granit Cloud.", "ministère américain de l'énergie"),
        Case("fr", "Le ministère estonien de la Défense a commandé une salle.", "ministère estonien de la Défense"),
        Case("fr", "Granit Cloud a signé avec la commune de Marvik.", "commune de Marvik"),
        Case("fr", "Le conseil départemental du Texas a voté.", "conseil départemental du Texas"),
        Case("fr", "Granit Cloud a signé avec le gouvernement de la Saskatchewan.", "Saskatchewan"),
    ]

    @Test(arguments: governments)
    func `a government is called by its place, an office as it is printed`(_ sample: Case) throws {
        let found = try EntitySample(sample.language, "Headline\n\n" + sample.text)
        let named = found.entities.mentions.map { found.entities.all[$0.entity] }.filter { $0.kind == .government }
        #expect(named.map(\.name) == sample.organisations, "\(sample.text)")
    }

    static let kinds = [
        Case("fr", "La société d'État Énergis Mornay prêtera à Granit Cloud.", "Énergis Mornay", "Granit Cloud"),
        Case(
            "fr", "Les machines sont chez Marnwall, à Rotterdam, où Granit Cloud a signé.", "Marnwall", "Granit Cloud"),
        Case("fr", "Granit Cloud loue un étage à Vernoux, dans le Michigan.", "Granit Cloud"),
        Case("en", "MWE, Brazil's champion of motors, signed with Pepper Cloud.", "MWE", "Pepper Cloud"),
        Case(
            "fr", "Granit Cloud a levé dix millions auprès d'Onde Innovation, de Graycraft, de Marwood Capital.",
            "Granit Cloud", "Onde Innovation", "Graycraft", "Marwood Capital"),
        Case(
            "en",
            "Pepper Cloud will acquire Petra Marwoodly, an Oslo provider of chips. Petra Marwoodly and Marwood Steam signed.",
            "Pepper Cloud", "Petra Marwoodly", "Marwood Steam"),
        Case("fr", "Marnbury, le gestionnaire d’actifs d’Oslo, a signé avec Granit Cloud.", "Marnbury", "Granit Cloud"),
        Case("fr", "L'achat de MNV, coté à New York, profite à Granit Cloud.", "MNV", "Granit Cloud"),
        Case(
            "fr", "Quant au reste, MarPesa, l'application de crédit, louera 10 MW à Granit Cloud.", "MarPesa",
            "Granit Cloud"),
        Case("en", "In May, Marwold CEO Xanthe Pellory said so.", "Marwold"),
    ]

    @Test(arguments: kinds)
    func `what stands beside a name tells a firm of the state, a list or a seat`(_ sample: Case) throws {
        let found = try EntitySample(sample.language, "Headline\n\n" + sample.text)
        #expect(Set(found.organisations) == Set(sample.organisations), "\(sample.text)")
    }
}
