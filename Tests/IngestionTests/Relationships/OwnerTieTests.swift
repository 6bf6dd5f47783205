import Testing

/// Whose a noun is, and what it takes behind it, in both languages.
struct OwnerTieTests {
    @Test(arguments: [
        ("en", "Crusoe and Dell, its supplier since 2025, opened a site.", ["Dell supplier_to Crusoe"]),
        ("fr", "Crusoe et Dell, son fournisseur depuis 2025, ont ouvert un site.", ["Dell supplier_to Crusoe"]),
        (
            "fr", "Crusoe, coté à Oslo, compte parmi ses clients l’hébergeur Lambda et l’assureur Allianz.",
            ["Allianz customer_of Crusoe", "Lambda customer_of Crusoe"]
        ),
        ("en", "Crusoe grew fast. Lambda, its majority-owned mining arm, did not.", ["Lambda subsidiary_of Crusoe"]),
        ("fr", "Crusoe grandit avec Lambda, l’un de ses plus anciens clients.", ["Lambda customer_of Crusoe"]),
        ("fr", "Crusoe grandit avec Lambda, l’un de ses anciens clients.", []),
        (
            "en", "Crusoe grew fast. Its owner, the maker of cables Halwick, was silent.",
            ["Crusoe subsidiary_of Halwick"]
        ),
        (
            "en", "Reliance Industries, Adani Enterprises’ rival, was silent.",
            ["Reliance Industries competitor_of Adani Enterprises"]
        ),
        (
            "en", "Nvidia bought shares of Intel and develops software with its old rival.",
            ["Intel competitor_of Nvidia"]
        ),
        (
            "fr", "Nvidia a pris des actions Intel et dessine des cartes avec son vieux concurrent.",
            ["Intel competitor_of Nvidia"]
        ),
        ("en", "Amazon is one of the largest customers of Marvell’s chip unit.", ["Amazon customer_of Marvell"]),
    ])
    func `a possessive finds its owner`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        (
            "en", "Crusoe rents servers from Dell’s cloud unit, Lambda.",
            ["Crusoe customer_of Lambda", "Lambda subsidiary_of Dell"]
        ),
        (
            "en", "Crusoe has 8 percent of Dell’s larger competitor Lambda.",
            ["Crusoe investor_in Lambda", "Lambda competitor_of Dell"]
        ),
        (
            "en", "Nvidia is a shareholder as well as a supplier of Lambda.",
            ["Nvidia investor_in Lambda", "Nvidia supplier_to Lambda"]
        ),
        (
            "fr", "Nvidia est l’actionnaire et le fournisseur de Lambda.",
            ["Nvidia investor_in Lambda", "Nvidia supplier_to Lambda"]
        ),
        (
            "fr", "Nvidia est actionnaire de Lambda comme de Crusoe.",
            ["Nvidia investor_in Crusoe", "Nvidia investor_in Lambda"]
        ),
        ("fr", "Lambda appartient à un fonds de Vilnius, Halwick.", ["Lambda subsidiary_of Halwick"]),
        ("fr", "Lambda, propriété du fonds new-yorkais Halwick, se tait.", ["Lambda subsidiary_of Halwick"]),
        (
            "fr", "Lambda, dont le premier actionnaire est la société d’assurance Halwick, se tait.",
            ["Halwick investor_in Lambda"]
        ),
        ("en", "Lambda, with Accel as a shareholder, was silent.", ["Accel investor_in Lambda"]),
        (
            "en", "Lambda, often described as an answer to Crusoe, also counts Microsoft as a partner.",
            ["Lambda competitor_of Crusoe", "Microsoft partner_of Lambda"]
        ),
        (
            "fr", "Lambda, du groupe Halwick, fournit Dell.",
            ["Lambda subsidiary_of Halwick", "Lambda supplier_to Dell"]
        ),
        ("fr", "Lambda travaille aussi à ce projet avec Crusoe.", ["Lambda partner_of Crusoe"]),
        ("fr", "Lambda sous-traite sa production à Crusoe.", ["Lambda customer_of Crusoe"]),
        ("en", "The merger would leave two suppliers, Dell and Lambda.", []),
    ])
    func `a noun finds its complement`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }
}
