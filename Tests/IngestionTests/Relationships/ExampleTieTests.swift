import Testing

/// Ties that several words tell together, and ties of whom a sentence does not name.
struct ExampleTieTests {
    @Test(arguments: [
        (
            "en", "Nvidia, which Cerebras regards as its only competitor, was silent.",
            ["Nvidia competitor_of Cerebras"]
        ),
        ("fr", "Dell, que Cerebras tient pour son principal concurrent, se tait.", ["Dell competitor_of Cerebras"]),
        (
            "en", "Lambda is in Texas and works for customers such as Meta and Cohere.",
            ["Cohere customer_of Lambda", "Meta customer_of Lambda"]
        ),
        (
            "fr", "Lambda ne manque pas de rivaux : Crusoe et Nebius.",
            ["Crusoe competitor_of Lambda", "Nebius competitor_of Lambda"]
        ),
        (
            "fr", "Lambda est à Paris. La concurrence est rude : Crusoe et Nebius chassent sur les mêmes terres.",
            ["Crusoe competitor_of Lambda", "Nebius competitor_of Lambda"]
        ),
        (
            "en", "Oracle is also a shareholder in Groq, as is Dell.",
            ["Dell investor_in Groq", "Oracle investor_in Groq"]
        ),
        ("fr", "Cerebras se porte garant à concurrence d’un milliard. Groq se tait.", []),
        ("en", "Groq gained a new customer, Oracle.", []),
    ])
    func `examples, comparisons and echoes name who is tied`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        (
            "en", "Groq is 60 percent owned by Oracle and 40 percent by Dell.",
            ["Dell investor_in Groq", "Groq subsidiary_of Oracle"]
        ),
        ("fr", "Groq se tait. Oracle y détient 30 %.", ["Oracle investor_in Groq"]),
        ("fr", "Groq, que détient à 60 % Oracle, se tait.", ["Groq subsidiary_of Oracle"]),
        ("fr", "Groq, dont Oracle détient la moitié, se tait.", ["Oracle investor_in Groq"]),
        (
            "fr", "Groq, dont Oracle et Dell figurent au capital, se tait.",
            ["Dell investor_in Groq", "Oracle investor_in Groq"]
        ),
        ("fr", "Groq compte Oracle à son capital.", ["Oracle investor_in Groq"]),
        (
            "fr", "Groq est détenue à parts égales par Oracle et Dell.",
            ["Groq subsidiary_of Dell", "Groq subsidiary_of Oracle"]
        ),
        ("en", "Groq, where Oracle is the majority owner, was silent.", ["Groq subsidiary_of Oracle"]),
        ("en", "Groq, part of Oracle's circle of partners, was silent.", []),
        ("en", "Groq is in Texas. Its halls belong to Equinix.", []),
    ])
    func `shares tell what somebody owns`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties.filter { !$0.contains("partner_of") } == ties)
    }

    @Test(arguments: [
        ("en", "Arm, SoftBank's chip and software unit, was silent.", ["Arm subsidiary_of SoftBank"]),
        ("fr", "Groq vend des puces. Oracle, la maison mère, se tait.", ["Groq subsidiary_of Oracle"]),
        ("en", "Groq sells chips. Oracle, the parent company, was silent.", ["Groq subsidiary_of Oracle"]),
        ("en", "Crusoe ordered from Groq and its rival Cerebras.", ["Cerebras competitor_of Groq"]),
        ("fr", "Crusoe a vendu du calcul à Groq et à son rival Cerebras.", ["Cerebras competitor_of Groq"]),
        (
            "en", "Cerebras makes chips. Cerebras sold 900. Groq, now the only other large rival, is in Texas.",
            ["Groq competitor_of Cerebras"]
        ),
        (
            "en", "The talks with BlackRock's Global Infrastructure Partners went on.",
            ["Global Infrastructure Partners subsidiary_of BlackRock"]
        ),
        ("en", "Nvidia's Groq deal was done.", []),
    ])
    func `an owner is found by its place`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        ("en", "Dell owns Groq together with Oracle.", ["Groq subsidiary_of Dell"]),
        ("en", "A suggestion that Cohere might one day rent from Oracle drew a laugh.", []),
        ("en", "Cohere wants a stake in Groq.", []),
        ("fr", "Cohere souhaite un jour une participation dans Groq.", []),
        ("en", "The tensor processing units of Google are popular with Cohere.", []),
    ])
    func `what is owned or wished for ties nobody else`(
        language: String, text: String, ties: [String]
    ) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        ("en", "Samsung manufactures Groq's chips.", ["Samsung Electronics supplier_to Groq"]),
        ("en", "Dell provides most of Lambda's servers.", ["Dell supplier_to Lambda"]),
        ("en", "Tesla sells Lambda batteries.", ["Tesla supplier_to Lambda"]),
        (
            "en", "Dell, which makes most of Lambda's servers and competes with Oracle, was silent.",
            ["Dell competitor_of Oracle", "Dell supplier_to Lambda"]
        ),
        ("fr", "Lambda tirait l’essentiel de ses recettes de Meta.", ["Meta customer_of Lambda"]),
        ("en", "Lambda gets most of its revenue from Meta.", ["Meta customer_of Lambda"]),
    ])
    func `what somebody makes or earns ties it to whom it is for`(
        language: String, text: String, ties: [String]
    ) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }
}
