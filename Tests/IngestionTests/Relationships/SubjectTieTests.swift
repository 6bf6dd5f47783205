import Testing

/// Whose ties verbs and nouns tell where others are named in between, in both languages.
struct SubjectTieTests {
    @Test(arguments: [
        ("en", "Lambda was founded in 2012. It is an investor in Crusoe.", ["Lambda investor_in Crusoe"]),
        (
            "fr", "Lambda a été fondé en 2012. Il est aussi, depuis 2024, client de Crusoe.",
            ["Lambda customer_of Crusoe"]
        ),
        (
            "en", "Lambda raised money. Dell has built Lambda’s models into its software and is also a shareholder.",
            ["Dell investor_in Lambda"]
        ),
        (
            "en", "Crusoe is a member of Dell, which holds 61% of its shares, and supplies servers to Lambda.",
            ["Crusoe supplier_to Lambda"]
        ),
        (
            "fr", "Crusoe, filiale du groupe de distribution Dell, fournit Lambda en serveurs.",
            ["Crusoe subsidiary_of Dell", "Crusoe supplier_to Lambda"]
        ),
        (
            "en", "Lambda competes with Crusoe and with Nebius, which is backed by Accel.",
            ["Accel investor_in Nebius", "Lambda competitor_of Crusoe", "Lambda competitor_of Nebius"]
        ),
        ("en", "Lambda made an offer. They are setting up a hall for Crusoe.", []),
    ])
    func `a verb keeps its subject`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        ("en", "Groq, the operator that it owns, was silent, Oracle said.", []),
        (
            "en", "Oracle relies on Groq, the operator that it owns.",
            ["Groq subsidiary_of Oracle", "Oracle customer_of Groq"]
        ),
        (
            "fr", "Oracle se fournit chez Groq, l’opérateur qu’il contrôle.",
            ["Groq subsidiary_of Oracle", "Oracle customer_of Groq"]
        ),
        ("fr", "Oracle se contente de l’énergie solaire, que lui vend Groq.", ["Groq supplier_to Oracle"]),
        ("fr", "Groq, que possède pour moitié la caisse de retraite Oracle, se tait.", ["Oracle investor_in Groq"]),
        ("en", "Groq (GRQ), a direct competitor of Lambda, has land.", ["Groq competitor_of Lambda"]),
        ("fr", "Groq (GRQ), concurrent de Lambda, a des terrains.", ["Groq competitor_of Lambda"]),
    ])
    func `relative clauses and brackets part no tie`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        (
            "en", "Lambda agreed to rent chips from Dell as the Nvidia-backed company grows.",
            ["Nvidia investor_in Lambda"]
        ),
        ("en", "Lambda agreed to rent chips from Dell as Nvidia-backed companies grow.", []),
        ("en", "Mistral AI raised money. The OpenAI rival said nothing.", ["Mistral AI competitor_of OpenAI"]),
        (
            "fr", "Mistral AI a levé des fonds. Le concurrent d’OpenAI n’a rien dit.",
            ["Mistral AI competitor_of OpenAI"]
        ),
        ("en", "Mistral AI raised money. An OpenAI rival said nothing.", []),
        ("fr", "Mistral AI a levé des fonds. Un concurrent d’OpenAI n’a rien dit.", []),
    ])
    func `a noun at the head means whom the text speaks of`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }
}
