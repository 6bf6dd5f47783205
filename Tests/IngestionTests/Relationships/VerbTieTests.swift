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
