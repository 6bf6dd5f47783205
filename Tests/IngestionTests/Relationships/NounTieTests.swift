import Testing

/// Ties that nouns state, in both languages.
struct NounTieTests {
    @Test(arguments: [
        ("en", "Microsoft, a rival of Amazon, was silent.", ["Microsoft competitor_of Amazon"]),
        ("fr", "Microsoft, rival d’Amazon, est resté muet.", ["Microsoft competitor_of Amazon"]),
        ("en", "Oracle is the largest customer of Crusoe.", ["Oracle customer_of Crusoe"]),
        ("fr", "Oracle reste le principal client de Crusoe.", ["Oracle customer_of Crusoe"]),
        ("en", "Lambda counts Nvidia among its shareholders.", ["Nvidia investor_in Lambda"]),
        ("fr", "Lambda compte Nvidia parmi ses actionnaires.", ["Nvidia investor_in Lambda"]),
        (
            "en", "Among its customers Fluidstack counts Meta and Cohere.",
            [
                "Cohere customer_of Fluidstack", "Meta customer_of Fluidstack",
            ]
        ),
        (
            "fr", "Fluidstack revendique parmi ses clients Meta, Cohere et Poolside.",
            [
                "Cohere customer_of Fluidstack", "Meta customer_of Fluidstack", "Poolside customer_of Fluidstack",
            ]
        ),
        ("en", "Crusoe's landlord Equinix said nothing.", ["Equinix supplier_to Crusoe"]),
        ("fr", "SoftBank et sa filiale Arm se taisent.", ["Arm subsidiary_of SoftBank"]),
        ("en", "SoftBank and its subsidiary Arm were silent.", ["Arm subsidiary_of SoftBank"]),
        (
            "en", "Oracle and Orange are among the partners of Cohere.",
            [
                "Oracle partner_of Cohere", "Orange partner_of Cohere",
            ]
        ),
        (
            "fr", "Oracle et Orange figurent parmi les partenaires de Cohere.",
            [
                "Oracle partner_of Cohere", "Orange partner_of Cohere",
            ]
        ),
        ("en", "A rival of Cerebras, Groq has had a good year.", ["Groq competitor_of Cerebras"]),
        ("fr", "Concurrent de Cerebras, Groq a connu une belle année.", ["Groq competitor_of Cerebras"]),
    ])
    func `a noun ties its bearer to its complement or owner`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        (
            "en", "Cohere, a joint venture of Orange and Oracle, was silent.",
            [
                "Cohere subsidiary_of Oracle", "Cohere subsidiary_of Orange",
            ]
        ),
        (
            "fr", "Cohere, coentreprise d’Orange et du groupe Oracle, se tait.",
            [
                "Cohere subsidiary_of Oracle", "Cohere subsidiary_of Orange",
            ]
        ),
    ])
    func `a joint venture belongs to each parent`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        ("en", "OpenAI is now at the heart of partnerships with companies such as Google, Oracle and AMD."),
        ("fr", "OpenAI se trouve désormais au cœur de partenariats avec des groupes tels que Google, Oracle et AMD."),
    ])
    func `every name of a list is a partner`(language: String, text: String) throws {
        #expect(
            try RelationSample(language, text).ties == [
                "OpenAI partner_of AMD", "OpenAI partner_of Google", "OpenAI partner_of Oracle",
            ])
    }

    @Test(arguments: [
        ("en", "Lambda counts Microsoft as its biggest client.", ["Microsoft customer_of Lambda"]),
        ("fr", "Lambda a Nvidia pour premier actionnaire.", ["Nvidia investor_in Lambda"]),
        (
            "fr", "Lambda a pour clients Meta et Cohere.",
            ["Cohere customer_of Lambda", "Meta customer_of Lambda"]
        ),
        ("en", "Meta is by far Lambda's largest customer.", ["Meta customer_of Lambda"]),
        ("en", "SoftBank, the largest shareholder in Arm, was silent.", ["SoftBank investor_in Arm"]),
        (
            "en", "Lambda counts Nvidia and the Singaporean state fund Temasek among its owners.",
            ["Nvidia investor_in Lambda", "Temasek investor_in Lambda"]
        ),
        (
            "en", "Dell, a supplier of Lambda and rival of Oracle, was silent.",
            ["Dell competitor_of Oracle", "Dell supplier_to Lambda"]
        ),
        (
            "fr", "Dell, fournisseur de Lambda et concurrent d’Oracle, se tait.",
            ["Dell competitor_of Oracle", "Dell supplier_to Lambda"]
        ),
        ("en", "Nvidia and AMD are rivals.", ["Nvidia competitor_of AMD"]),
        ("fr", "Nvidia et AMD sont rivaux.", ["Nvidia competitor_of AMD"]),
        ("fr", "Lambda vend du calcul. Filiale de Nvidia, elle se tait.", ["Lambda subsidiary_of Nvidia"]),
        (
            "en", "About Lambda: controlled by Nvidia, the company is in Texas.", ["Lambda subsidiary_of Nvidia"]
        ),
    ])
    func `a noun may be joined, cast, or open a sentence`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        ("en", "SoftBank, whose subsidiary Arm counts two ministers among its shareholders, was silent."),
        ("en", "Lambda sells computing. Microsoft is lending the landlord some money."),
        ("en", "Lambda sells computing. Microsoft, a customer of many banks, was silent."),
        ("en", "Lambda sells computing. Microsoft is an investor in start-ups."),
        ("en", "Lambda sells computing. Scaleway, a host, was silent."),
        ("fr", "Lambda vend du calcul. Scaleway est un hébergeur."),
        ("fr", "Lambda a choisi Scaleway pour hébergeur."),
        ("fr", "Lambda vend du calcul. Microsoft, client de nombreuses banques, se tait."),
    ])
    func `a noun for somebody without a name ties nobody else`(language: String, text: String) throws {
        #expect(try RelationSample(language, text).ties.filter { !$0.contains("subsidiary_of") }.isEmpty)
    }

    @Test(arguments: [
        ("en", "Oracle, a former customer of Crusoe, was silent."),
        ("en", "Oracle is not a rival of Crusoe."),
        ("en", "Oracle has many customers. Crusoe has rivals."),
        ("en", "“Oracle is a customer of Crusoe,” he said."),
        ("fr", "Oracle, ancien client de Crusoe, se tait."),
        ("fr", "Oracle n’est pas un rival de Crusoe."),
        ("fr", "Oracle a de nombreux clients. Crusoe a des rivaux."),
        ("fr", "« Oracle est un client de Crusoe », dit-il."),
    ])
    func `what is past, denied, quoted or of nobody is no tie`(language: String, text: String) throws {
        #expect(try RelationSample(language, text).ties.isEmpty)
    }
}

/// Nouns whose owner stands elsewhere, or is only meant.
struct OwnerTests {
    @Test(arguments: [
        ("en", "Lambda sells computing power. Its largest shareholder is Nvidia.", ["Nvidia investor_in Lambda"]),
        (
            "fr", "Lambda vend de la puissance de calcul. Son premier actionnaire est Nvidia.",
            ["Nvidia investor_in Lambda"]
        ),
        ("en", "Microsoft was silent, and Oracle, its biggest rival, was too.", ["Oracle competitor_of Microsoft"]),
        ("fr", "Microsoft se tait, et Oracle, son grand rival, aussi.", ["Oracle competitor_of Microsoft"]),
        (
            "en", "Nvidia, which is a shareholder of Lambda and its supplier, was silent.",
            [
                "Nvidia investor_in Lambda", "Nvidia supplier_to Lambda",
            ]
        ),
        (
            "fr",
            "Oracle loue des machines. Nvidia et Dell, à la fois ses actionnaires et ses fournisseurs, se taisent.",
            [
                "Dell investor_in Oracle", "Dell supplier_to Oracle", "Nvidia investor_in Oracle",
                "Nvidia supplier_to Oracle",
            ]
        ),
    ])
    func `an owner is found behind its pronoun`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        ("en", "Lambda, whose main shareholder is Nvidia, was silent.", ["Nvidia investor_in Lambda"]),
        ("fr", "Lambda, dont Nvidia est actionnaire, se tait.", ["Nvidia investor_in Lambda"]),
        ("en", "Microsoft bought a stake in Oracle, an old rival.", ["Oracle competitor_of Microsoft"]),
        ("en", "Crusoe granted Meta, already a big customer, warrants.", ["Meta customer_of Crusoe"]),
        ("fr", "Crusoe a remis à Meta, déjà gros client, des bons.", ["Meta customer_of Crusoe"]),
        ("en", "Crusoe sells computing. Meta is a customer too.", ["Meta customer_of Crusoe"]),
        ("fr", "Crusoe vend du calcul. Nvidia en reste le principal actionnaire.", ["Nvidia investor_in Crusoe"]),
        ("en", "Lambda chose Crusoe as its host.", []),
        ("fr", "Lambda a pour premier actionnaire Nvidia.", ["Nvidia investor_in Lambda"]),
        ("en", "Crusoe gave up Lambda, a competitor from Paris.", ["Lambda competitor_of Crusoe"]),
        (
            "en", "Crusoe sells computing. Nvidia, a shareholder, was silent; Google, another shareholder, was too.",
            ["Google investor_in Crusoe", "Nvidia investor_in Crusoe"]
        ),
        (
            "fr", "Crusoe vend du calcul. Lambda, son voisin et concurrent, se tait.", ["Lambda competitor_of Crusoe"]
        ),
    ])
    func `a relative clause or the nearest company owns a bare noun`(
        language: String, text: String, ties: [String]
    ) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }
}
