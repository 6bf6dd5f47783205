import Testing

/// Ties that verbs and participles state, in both languages.
struct VerbTieTests {
    @Test(arguments: [
        ("en", "CoreWeave, which also supplies Cohere, was silent.", ["CoreWeave supplier_to Cohere"]),
        ("fr", "CoreWeave, qui alimente aussi Cohere, se tait.", ["CoreWeave supplier_to Cohere"]),
        ("en", "Oracle competes with Amazon.", ["Oracle competitor_of Amazon"]),
        ("fr", "Oracle rivalise avec Amazon.", ["Oracle competitor_of Amazon"]),
        ("en", "Cohere buys its chips from Groq.", ["Cohere customer_of Groq"]),
        ("fr", "Cohere se fournit auprès de Groq.", ["Cohere customer_of Groq"]),
        (
            "en", "Lambda, backed by Nvidia and SoftBank, was silent.",
            [
                "Nvidia investor_in Lambda", "SoftBank investor_in Lambda",
            ]
        ),
        (
            "fr", "Lambda, soutenue par Nvidia et SoftBank, se tait.",
            [
                "Nvidia investor_in Lambda", "SoftBank investor_in Lambda",
            ]
        ),
        ("en", "The Nvidia-backed start-up Lambda was silent.", ["Nvidia investor_in Lambda"]),
        ("fr", "Lambda, que soutient Nvidia, se tait.", ["Nvidia investor_in Lambda"]),
        ("en", "Cohere, owned by Oracle, was silent.", ["Cohere subsidiary_of Oracle"]),
        ("fr", "Cohere, contrôlé par Oracle, se tait.", ["Cohere subsidiary_of Oracle"]),
        ("fr", "CoreWeave loue des machines à Cohere.", ["CoreWeave supplier_to Cohere"]),
        ("fr", "Cohere loue des machines à CoreWeave.", ["CoreWeave supplier_to Cohere"]),
        (
            "fr", "CoreWeave loue des machines à Cohere, à Poolside et même à Mistral AI.",
            ["CoreWeave supplier_to Cohere", "CoreWeave supplier_to Mistral AI", "CoreWeave supplier_to Poolside"]
        ),
    ])
    func `a verb ties its subject to its object`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        ("en", "Lambda, in which Nvidia holds 38 percent, was silent.", ["Nvidia investor_in Lambda"]),
        ("fr", "Lambda, dont Nvidia détient 38 %, se tait.", ["Nvidia investor_in Lambda"]),
        ("en", "Lambda, of which Nvidia owns 90 per cent, was silent.", ["Lambda subsidiary_of Nvidia"]),
        ("fr", "Lambda, dont Nvidia détient 80 %, se tait.", ["Lambda subsidiary_of Nvidia"]),
        ("en", "Oracle owns Cohere.", ["Cohere subsidiary_of Oracle"]),
        ("fr", "Cohere, que détient Oracle, se tait.", ["Cohere subsidiary_of Oracle"]),
        ("en", "Oracle owns a minority stake in Cohere.", ["Oracle investor_in Cohere"]),
        ("fr", "Oracle possède un quart de Cohere.", ["Oracle investor_in Cohere"]),
    ])
    func `the share tells a stake from a subsidiary`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        ("en", "Oracle wants to compete with Amazon."),
        ("en", "Oracle would supply Cohere."),
        ("en", "Oracle has allowed Cohere to leave."),
        ("en", "Oracle will train its models in halls that belong to Equinix."),
        ("fr", "Oracle développe ses modèles pour rivaliser avec Amazon."),
        ("fr", "Oracle pourrait fournir Cohere."),
        ("fr", "Oracle a perdu le contrôle de Cohere."),
    ])
    func `plans and other uses of the words are no ties`(language: String, text: String) throws {
        #expect(try RelationSample(language, text).ties.isEmpty)
    }
}

/// Ties that words on goods state.
struct GoodsTieTests {
    @Test(arguments: [
        ("en", "Nvidia, whose chips fill most of Lambda's racks, was silent.", ["Nvidia supplier_to Lambda"]),
        (
            "fr", "Nvidia, dont les puces garnissent la plupart des baies de Lambda, se tait.",
            ["Nvidia supplier_to Lambda"]
        ),
        (
            "en", "ASML, whose machines print the chips of Intel and TSMC, was silent.",
            ["ASML supplier_to Intel", "ASML supplier_to TSMC"]
        ),
        ("fr", "Les puces de Nvidia équipent les baies de Lambda.", ["Nvidia supplier_to Lambda"]),
        ("en", "The servers of Lambda come from Dell.", ["Lambda customer_of Dell"]),
        ("fr", "Les serveurs de Lambda viennent de chez Dell.", ["Lambda customer_of Dell"]),
        ("en", "Cerebras is in California. Its wafers come from TSMC.", ["Cerebras customer_of TSMC"]),
        ("fr", "Cerebras est en Californie. Ses processeurs sont signés AMD.", ["Cerebras customer_of AMD"]),
    ])
    func `goods tie whoever makes them to whoever has them`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        ("en", "Lambda is in Texas. The news comes from Dell."),
        ("fr", "Lambda est au Texas. L’idée vient de Dell."),
        ("en", "Lambda's next chip will come from TSMC."),
        ("en", "The electricity of Lambda, 160 MW of it, comes from Dell."),
        ("en", "Nvidia, whose founder fills the halls of Lambda, was silent."),
    ])
    func `news, plans and what has a size are no goods that one has`(language: String, text: String) throws {
        #expect(try RelationSample(language, text).ties.isEmpty)
    }

    @Test(arguments: [
        ("en", "Lambda, in which Nvidia holds shares, was silent.", ["Nvidia investor_in Lambda"]),
        (
            "en", "Microsoft and Adobe both rent from Lambda.",
            ["Adobe customer_of Lambda", "Microsoft customer_of Lambda"]
        ),
        (
            "en", "Lambda gets its electricity from Engie and its chips from Nvidia.",
            ["Lambda customer_of Engie", "Lambda customer_of Nvidia"]
        ),
        (
            "fr", "Lambda, dont Nvidia est le premier actionnaire et qui héberge déjà Cohere, se tait.",
            ["Lambda supplier_to Cohere", "Nvidia investor_in Lambda"]
        ),
    ])
    func `a verb keeps its subject behind a quantifier or another clause`(
        language: String, text: String, ties: [String]
    ) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }
}
