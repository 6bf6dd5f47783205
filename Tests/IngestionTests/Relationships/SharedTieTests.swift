import Testing

/// Ties of two that are named together, in both languages.
struct SharedTieTests {
    @Test(arguments: [
        (
            "en", "Crusoe opened a site. Lambda opened another. Both are customers of Dell.",
            ["Crusoe customer_of Dell", "Lambda customer_of Dell"]
        ),
        (
            "fr", "Crusoe a ouvert un site. Lambda en a ouvert un autre. Tous deux sont des clients de Dell.",
            ["Crusoe customer_of Dell", "Lambda customer_of Dell"]
        ),
        (
            "fr", "Crusoe a ouvert un site chez Lambda. Les deux entreprises se disputent les mêmes clients.",
            ["Crusoe competitor_of Lambda"]
        ),
        (
            "en", "Crusoe and Lambda opened a site. Dell, which competes with both, was silent.",
            ["Dell competitor_of Crusoe", "Dell competitor_of Lambda"]
        ),
        ("en", "Crusoe, Lambda and Nebius opened a site. Both are customers of Dell.", []),
        ("fr", "Crusoe, Lambda et Nebius ont ouvert un site. Tous deux sont des clients de Dell.", []),
    ])
    func `two words mean the two that were named`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        (
            "en", "Crusoe and Dell announced the creation of Halwick, a joint venture for cooling.",
            ["Halwick subsidiary_of Crusoe", "Halwick subsidiary_of Dell"]
        ),
        (
            "fr", "Crusoe et Dell annoncent la création de Halwick, coentreprise à parts égales.",
            ["Halwick subsidiary_of Crusoe", "Halwick subsidiary_of Dell"]
        ),
        (
            "fr", "Crusoe et Dell ont formé, en compagnie de Lambda, une société commune.",
            []
        ),
    ])
    func `a new company belongs to those who announce it`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        (
            "en", "Accel holds 60 percent of Lambda; the rest belongs to Dell.",
            ["Dell investor_in Lambda", "Lambda subsidiary_of Accel"]
        ),
        (
            "en", "Lambda has two owners. The founders keep a third; the rest is held by Accel and Dell.",
            ["Accel investor_in Lambda", "Dell investor_in Lambda"]
        ),
        (
            "fr", "Lambda a grandi vite. Les fondateurs gardent un tiers ; le reste appartient à Accel et à Dell.",
            ["Accel investor_in Lambda", "Dell investor_in Lambda"]
        ),
        ("fr", "Lambda a grandi vite. Dell fournira le reste.", []),
    ])
    func `who has the rest is a shareholder`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        ("en", "Lambda, 22 percent of which belongs to Dell, was silent.", ["Dell investor_in Lambda"]),
        ("fr", "Lambda appartient à 30 % à Dell.", ["Dell investor_in Lambda"]),
        ("fr", "Lambda appartient à 60 % à Dell.", ["Lambda subsidiary_of Dell"]),
        ("en", "Accel owns 7.5 per cent of Lambda.", ["Accel investor_in Lambda"]),
        ("en", "The hall is new. It belongs to Dell.", []),
    ])
    func `a small share makes nobody a subsidiary`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }
}
