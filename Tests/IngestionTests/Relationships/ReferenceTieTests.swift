import Testing

/// Ties of a company that the sentence does not name, in both languages.
struct ReferenceTieTests {
    @Test(arguments: [
        (
            "en", "Nebius opened a site. The group, in which Accel holds 8 percent, already supplies Mistral AI.",
            ["Accel investor_in Nebius", "Nebius supplier_to Mistral AI"]
        ),
        ("fr", "Nebius a ouvert un site. Le groupe, que soutient Accel, se tait.", ["Accel investor_in Nebius"]),
        (
            "en", "Nebius opened a site. The host's clients include Cohere and Poolside.",
            ["Cohere customer_of Nebius", "Poolside customer_of Nebius"]
        ),
        (
            "en", "The name of Groq is little known. The firm, whose main shareholder is Accel, was silent.",
            ["Accel investor_in Groq"]
        ),
    ])
    func `a noun means whom the text speaks of`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        (
            "en", "Groq opened a site. Oracle is the main shareholder. In practice it is a unit of Dell.",
            ["Groq subsidiary_of Dell", "Oracle investor_in Groq"]
        ),
        (
            "fr", "Groq a ouvert un site. Oracle en est le premier actionnaire. Elle n’a qu’un client, Cohere.",
            ["Cohere customer_of Groq", "Oracle investor_in Groq"]
        ),
        (
            "fr", "Groq dessine des puces. Samsung les grave. Elle concurrence Cerebras.",
            ["Groq competitor_of Cerebras", "Samsung Electronics supplier_to Groq"]
        ),
        (
            "en", "Groq opened a site. Accel and Nvidia hold most of the shares, and Cerebras is its only rival.",
            ["Accel investor_in Groq", "Cerebras competitor_of Groq", "Nvidia investor_in Groq"]
        ),
    ])
    func `who is only tied to whom the text speaks of does not take over`(
        language: String, text: String, ties: [String]
    ) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        ("en", "Groq opened a site. Dell supplies it with servers.", ["Dell supplier_to Groq"]),
        (
            "fr", "Groq a ouvert un site. Dell lui livre ses serveurs, Oracle ses câbles.",
            ["Dell supplier_to Groq", "Oracle supplier_to Groq"]
        ),
        ("en", "Groq designs chips. Samsung makes its chips.", ["Samsung Electronics supplier_to Groq"]),
        ("fr", "Groq dessine des puces. Samsung grave ses puces.", ["Samsung Electronics supplier_to Groq"]),
        ("en", "Groq makes chips for Dell.", ["Groq supplier_to Dell"]),
        ("fr", "Samsung grave les puces de Groq.", ["Samsung Electronics supplier_to Groq"]),
        ("en", "Groq makes its chips in Texas.", []),
        ("fr", "Groq grave ses puces au Texas.", []),
    ])
    func `an object may be a small word or goods`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        (
            "en", "Groq opened a site. Oracle is its biggest client and Cerebras its closest rival.",
            ["Cerebras competitor_of Groq", "Oracle customer_of Groq"]
        ),
        (
            "fr", "Groq a ouvert un site. Oracle est son premier client, Cerebras son grand rival.",
            ["Cerebras competitor_of Groq", "Oracle customer_of Groq"]
        ),
        (
            "en", "Groq opened a site. Its owner, Oracle, was silent; its rival Cerebras was not.",
            ["Cerebras competitor_of Groq", "Groq subsidiary_of Oracle"]
        ),
        (
            "fr", "Groq a ouvert un site. Sa maison mère, Oracle, se tait ; son rival Cerebras, non.",
            ["Cerebras competitor_of Groq", "Groq subsidiary_of Oracle"]
        ),
    ])
    func `a second possessive means the same company`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        ("en", "Unlike its rival Cerebras, Groq buys its servers.", ["Cerebras competitor_of Groq"]),
        ("fr", "À l’image de son client Oracle, Groq est au Texas.", ["Oracle customer_of Groq"]),
        (
            "fr", "Aux côtés de ses partenaires Oracle et Dell, Groq a présenté une carte.",
            ["Dell partner_of Groq", "Oracle partner_of Groq"]
        ),
        ("en", "With its customers in mind, Groq buys its servers.", []),
    ])
    func `a possessive before the subject means the subject`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }
}

/// What a noun or verb takes, in both languages.
struct ComplementTieTests {
    @Test(arguments: [
        ("en", "Groq customer Oracle was silent.", ["Oracle customer_of Groq"]),
        ("en", "Groq customers Oracle and Dell were silent.", ["Dell customer_of Groq", "Oracle customer_of Groq"]),
        (
            "fr", "Groq a Oracle pour hébergeur et Accel pour actionnaire.",
            ["Accel investor_in Groq", "Oracle supplier_to Groq"]
        ),
        (
            "fr", "Groq a pour hébergeur Oracle et pour actionnaire Accel.",
            ["Accel investor_in Groq", "Oracle supplier_to Groq"]
        ),
        (
            "fr", "Groq, qui a Accel et Nvidia pour actionnaires, se tait.",
            ["Accel investor_in Groq", "Nvidia investor_in Groq"]
        ),
        (
            "en", "Groq has two suppliers: Dell and Samsung.",
            ["Dell supplier_to Groq", "Samsung Electronics supplier_to Groq"]
        ),
        (
            "en", "Groq is a tenant of Equinix, of Oracle and, for its laboratory, of Crusoe.",
            ["Groq customer_of Equinix", "Groq customer_of Oracle"]
        ),
        ("en", "Groq, another American name, a subsidiary of Oracle, was silent.", ["Groq subsidiary_of Oracle"]),
    ])
    func `a noun may be a compound, cast, counted or chained`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        (
            "en", "Groq, which Oracle and Dell own together, was silent.",
            ["Groq subsidiary_of Dell", "Groq subsidiary_of Oracle"]
        ),
        ("en", "Groq, the chip firm that Oracle owns, was silent.", ["Groq subsidiary_of Oracle"]),
        ("en", "Groq, with whom Cerebras competes for clients, was silent.", ["Cerebras competitor_of Groq"]),
        ("fr", "Groq, avec qui Cerebras rivalise, se tait.", ["Cerebras competitor_of Groq"]),
        ("fr", "Groq, à laquelle Dell fournit des serveurs, se tait.", ["Dell supplier_to Groq"]),
        ("en", "Groq gets its motors from Dell and its money from Accel.", ["Groq customer_of Dell"]),
        ("fr", "Groq, détenu à 20 % par Oracle, se tait.", ["Oracle investor_in Groq"]),
        ("fr", "Groq, détenu à 80 % par Oracle, se tait.", ["Groq subsidiary_of Oracle"]),
        (
            "en", "Unlike Cerebras, a rival, Groq has raised its prices.", ["Groq competitor_of Cerebras"]
        ),
        (
            "en", "Groq, a subsidiary of Dell, which competes with Cerebras, was silent.",
            ["Groq competitor_of Cerebras", "Groq subsidiary_of Dell"]
        ),
        (
            "fr", "Groq, filiale de Dell et rivale directe de Cerebras, se tait.",
            ["Groq competitor_of Cerebras", "Groq subsidiary_of Dell"]
        ),
        ("en", "Oracle builds the hall and Dell rents it.", []),
    ])
    func `a verb finds its object before a relative word`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        ("en", "Shareholders of Groq rejected Oracle's offer."),
        ("en", "Groq's shareholders rejected Oracle's offer."),
        ("fr", "Les actionnaires de Groq ont rejeté l’offre d’Oracle."),
        ("en", "Groq's customers left Oracle."),
        ("en", "Groq's shareholders fear Oracle."),
        ("fr", "Pour Jean Roche, gérant chez Oracle, ses clients s’y retrouveront."),
    ])
    func `what a noun does is not what it is`(language: String, text: String) throws {
        #expect(try RelationSample(language, text).ties.isEmpty)
    }
}
