import Testing

/// Ties whose sides stand apart: asides, relative clauses and second nouns lie between them, in both languages.
struct AsideTieTests {
    @Test(arguments: [
        ("fr", "Groq, de son côté, appartient à Oracle.", ["Groq subsidiary_of Oracle"]),
        ("fr", "Groq est depuis 2024 la propriété d’Oracle.", ["Groq subsidiary_of Oracle"]),
        ("en", "Groq is itself the property of Oracle.", ["Groq subsidiary_of Oracle"]),
        ("fr", "Accel est, avant la vente, le principal actionnaire de Groq.", ["Accel investor_in Groq"]),
        ("en", "Accel is, before the sale, the main shareholder of Groq.", ["Accel investor_in Groq"]),
        ("fr", "Groq se fournit pour sa part en serveurs chez Dell.", ["Groq customer_of Dell"]),
        (
            "en", "Groq is majority owned by funds managed by Brookfield.",
            ["Groq subsidiary_of Brookfield"]
        ),
        ("fr", "Groq n’est pas, à ce jour, la propriété d’Oracle.", []),
    ])
    func `adverbs and asides do not part a tie`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        (
            "en", "SK Hynix, which comes from the same family as SK Telecom, supplies Nvidia.",
            ["SK Hynix supplier_to Nvidia"]
        ),
        (
            "fr", "SK Hynix, qui sort de la même famille que SK Telecom, reste le premier fournisseur de Nvidia.",
            ["SK Hynix supplier_to Nvidia"]
        ),
        ("fr", "SK Hynix appartient à la même famille que SK Telecom.", []),
        (
            "en", "Groq, a chip firm that now belongs to Oracle, sells to Dell.",
            ["Groq subsidiary_of Oracle", "Groq supplier_to Dell"]
        ),
        ("en", "Groq, a young chip firm in which Accel is a shareholder, was silent.", ["Accel investor_in Groq"]),
        (
            "en", "Crusoe and Dell, a firm that is among its suppliers, opened a site.",
            ["Dell supplier_to Crusoe"]
        ),
        (
            "fr", "Groq, que possède en partie Oracle, se tait.",
            ["Oracle investor_in Groq"]
        ),
        (
            "fr", "Groq, qu’Oracle possède avec Dell, se tait.",
            ["Groq subsidiary_of Dell", "Groq subsidiary_of Oracle"]
        ),
    ])
    func `a relative clause keeps its names to itself`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        ("en", "Groq supplies Oracle with chips; Dell has paid $3bn for a site.", ["Groq supplier_to Oracle"]),
        (
            "fr", "Groq fournit Oracle en puces ; Dell a payé 3 milliards de dollars un site.",
            ["Groq supplier_to Oracle"]
        ),
        ("en", "Groq supplies Oracle with chips for $3bn.", []),
        ("fr", "Groq fournit Oracle en puces pour 3 milliards de dollars.", []),
    ])
    func `only a sum of its own clause makes a trade a deal`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        ("en", "ByteDance, the owner of Groq, was silent.", ["Groq subsidiary_of ByteDance"]),
        (
            "en", "Oracle, Groq’s main cloud and an owner of Groq, was silent.",
            [
                "Oracle investor_in Groq", "Oracle supplier_to Groq",
            ]
        ),
        ("fr", "Accel, un des actionnaires de Groq, se tait.", ["Accel investor_in Groq"]),
    ])
    func `an owner is told from one of several`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        (
            "en", "Groq, whose own investors include Oracle and Dell, serves schools.",
            ["Dell investor_in Groq", "Oracle investor_in Groq"]
        ),
        (
            "fr", "Groq, dont les actionnaires comptent Oracle et Dell, sert des écoles.",
            ["Dell investor_in Groq", "Oracle investor_in Groq"]
        ),
        ("en", "Crusoe’s Nvidia chips are in Texas.", []),
        ("en", "Crusoe rents Nvidia processors by the hour.", []),
        ("en", "Equinix is the largest owner of halls after Digital Realty.", []),
        ("fr", "Equinix est le premier propriétaire de salles derrière Digital Realty.", []),
        ("en", "Oracle develops software together with Dell.", ["Oracle partner_of Dell"]),
        ("en", "Oracle bought a site for $3bn together with Dell.", []),
    ])
    func `goods, ranks and joint purchases tie nobody`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }
}
