import Testing

@testable import Ingestion

/// Rivals, whose trade tells whose rivals they are, in both languages.
struct RivalTieTests {
    @Test(arguments: [
        (
            "en", "Oracle said that Groq had opened a site. Cerebras, a rival, was silent.",
            ["Cerebras competitor_of Groq"]
        ),
        (
            "fr", "Oracle a dit que Groq avait ouvert un site. Cerebras, un concurrent, se tait.",
            ["Cerebras competitor_of Groq"]
        ),
        (
            "en", "Equinix has let a hall to Groq. Cerebras, a rival in inference, was silent.",
            ["Cerebras competitor_of Groq"]
        ),
        (
            "fr", "Equinix a loué une salle à Groq. Cerebras, un rival dans l’inférence, se tait.",
            ["Cerebras competitor_of Groq"]
        ),
    ])
    func `a rival without an owner is one of somebody in its trade`(
        language: String, text: String, ties: [String]
    ) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        (
            "en", "Groq opened a site. Cerebras and SambaNova compete for the same clients.",
            ["Cerebras competitor_of Groq", "SambaNova competitor_of Groq"]
        ),
        ("en", "Cerebras and SambaNova battle each other in Texas.", ["Cerebras competitor_of SambaNova"]),
        ("fr", "Cerebras et SambaNova se disputent les mêmes marchés.", ["Cerebras competitor_of SambaNova"]),
        (
            "fr", "Groq a beaucoup de rivaux : Cerebras et SambaNova se disputent ses marchés.",
            ["Cerebras competitor_of Groq", "SambaNova competitor_of Groq"]
        ),
        (
            "fr", "Cerebras et SambaNova, concurrents de Groq, se disputent les mêmes marchés.",
            ["Cerebras competitor_of Groq", "SambaNova competitor_of Groq"]
        ),
        ("fr", "Cerebras dispute le marché de l’inférence à Groq.", ["Cerebras competitor_of Groq"]),
        ("en", "Groq opened a site. Cerebras competes for clients with start-ups.", []),
        ("en", "Groq opened a site. Cerebras and SambaNova might compete for clients.", []),
        ("fr", "Groq a ouvert un site. Les deux banques se disputent le mandat.", []),
    ])
    func `whoever competes does so with the topic or each other`(
        language: String, text: String, ties: [String]
    ) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        ("en", "AMD, Nvidia’s main rival, was silent.", ["AMD competitor_of Nvidia"]),
        ("en", "SK Hynix, Samsung’s neighbour and rival, was silent.", ["SK Hynix competitor_of Samsung Electronics"]),
        (
            "en", "AMD, Nvidia’s fiercest rival, rents halls from Equinix.",
            ["AMD competitor_of Nvidia", "AMD customer_of Equinix"]
        ),
        ("en", "Cerebras, the leader at home and a rival of Groq, was silent.", ["Cerebras competitor_of Groq"]),
        ("fr", "Cerebras, le champion local et un rival de Groq, se tait.", ["Cerebras competitor_of Groq"]),
        (
            "en", "Groq competes with Cerebras, SambaNova and smaller firms.",
            ["Groq competitor_of Cerebras", "Groq competitor_of SambaNova"]
        ),
        (
            "fr", "Groq rivalise avec Cerebras, SambaNova et de plus petits acteurs.",
            ["Groq competitor_of Cerebras", "Groq competitor_of SambaNova"]
        ),
        ("fr", "Cerebras, l’adversaire de toujours de Groq, se tait.", ["Cerebras competitor_of Groq"]),
        (
            "en", "Groq opened a site. Larger rivals Cerebras and SambaNova were silent.",
            ["Cerebras competitor_of Groq", "SambaNova competitor_of Groq"]
        ),
    ])
    func `a rival may be one of several nouns, and several rivals a list`(
        language: String, text: String, ties: [String]
    ) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }
}
