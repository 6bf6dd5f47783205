import Testing

/// Ties of whoever is at somebody's place or uses somebody's goods, and of those who share what somebody has.
struct PlaceTieTests {
    @Test(arguments: [
        (
            "en", "A fault hit Lambda. Cohere and Adobe, both of which rent clusters there, were cut off.",
            ["Adobe customer_of Lambda", "Cohere customer_of Lambda"]
        ),
        (
            "fr", "Lambda a inauguré son site. Cohere y loue deux salles et Adobe une.",
            ["Adobe customer_of Lambda", "Cohere customer_of Lambda"]
        ),
        ("fr", "Lambda a inauguré son site. Cohere en loue une partie.", []),
    ])
    func `whoever rents there is a customer of whose place it is`(
        language: String, text: String, ties: [String]
    ) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        ("en", "Cohere trains its models on machines rented from Lambda.", ["Cohere customer_of Lambda"]),
        ("en", "Cohere would train its models on machines rented from Lambda.", []),
        (
            "en", "Arm gave a forecast. Its blueprints are licensed by Amazon and Nvidia.",
            ["Arm supplier_to Amazon", "Arm supplier_to Nvidia"]
        ),
        (
            "fr", "Arm se tait. Ses logiciels sont utilisés sous licence par Intel.", ["Arm supplier_to Intel"]
        ),
        ("en", "Most of the capacity is used by Adobe.", []),
        ("en", "Cohere, whose power comes from Engie, will stay.", ["Cohere customer_of Engie"]),
    ])
    func `goods that somebody uses are their maker's`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        (
            "fr", "Lambda recrute. Son capital est réparti entre Nvidia, Eurazeo et ses fondateurs.",
            ["Eurazeo investor_in Lambda", "Nvidia investor_in Lambda"]
        ),
        (
            "en", "Lambda, the venture that Nvidia shares with Dell, was silent.",
            ["Lambda subsidiary_of Dell", "Lambda subsidiary_of Nvidia"]
        ),
        ("en", "Lambda, with which Nvidia shares a chairman, was silent.", []),
        (
            "fr", "Lambda appartient pour 70 % à Dell, qui la consolide, et pour 30 % au fonds Eurazeo.",
            ["Eurazeo investor_in Lambda", "Lambda subsidiary_of Dell"]
        ),
    ])
    func `those who share a company's capital own it or hold a part`(
        language: String, text: String, ties: [String]
    ) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        (
            "en",
            "Lambda is at a standstill. On Monday the supplier of transformers, Siemens Energy, stopped its trucks.",
            ["Siemens Energy"]
        )
    ])
    func `a definite noun that a name explains is of whom the text speaks of`(
        language: String, text: String, names: [String]
    ) throws {
        let ties = try RelationSample(language, text).ties
        #expect(ties.count == names.count)
        #expect(zip(ties, names).allSatisfy { $0.contains($1) && $0.contains("Lambda") })
    }

    @Test(arguments: [
        ("en", "Groq, a Brookfield company, was silent.", ["Groq subsidiary_of Brookfield"]),
        ("en", "Groq, likewise a Dell company, was silent.", ["Groq subsidiary_of Dell"]),
        ("en", "Groq, a Dell customer, was silent.", ["Groq customer_of Dell"]),
        ("fr", "Groq, une société du groupe Dell, se tait.", ["Groq subsidiary_of Dell"]),
    ])
    func `a company of somebody's is a subsidiary`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }
}
