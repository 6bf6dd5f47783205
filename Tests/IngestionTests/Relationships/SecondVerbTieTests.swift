import Testing

/// Ties of a second verb or noun that shares its subject with the first, in both languages.
struct SecondVerbTieTests {
    @Test(arguments: [
        (
            "en", "Lambda rents servers to Cohere and to the Norwegian insurer Gjensidige, and competes with Nscale.",
            ["Lambda competitor_of Nscale", "Lambda supplier_to Cohere", "Lambda supplier_to Gjensidige"]
        ),
        (
            "en", "Lambda makes processors for Dell, Oracle and Adobe and buys its machines from ASML.",
            [
                "Lambda customer_of ASML", "Lambda supplier_to Adobe", "Lambda supplier_to Dell",
                "Lambda supplier_to Oracle",
            ]
        ),
        (
            "en", "Lambda supplies Cohere and Adobe and competes with Nscale.",
            ["Lambda competitor_of Nscale", "Lambda supplier_to Adobe", "Lambda supplier_to Cohere"]
        ),
        (
            "en", "Lambda now gets its sensors from Sony, and its servers from Dell.",
            ["Lambda customer_of Dell", "Lambda customer_of Sony"]
        ),
    ])
    func `a verb behind "and" has the first subject`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        (
            "fr", "Lambda a Dell pour actionnaire et pour fournisseur de serveurs.",
            ["Dell investor_in Lambda", "Dell supplier_to Lambda"]
        ),
        (
            "en", "Lambda hires. Dell is both an investor and a customer.",
            ["Dell customer_of Lambda", "Dell investor_in Lambda"]
        ),
        (
            "en", "Lambda sells chips. Dell is its largest buyer, ahead of Adobe.",
            ["Adobe customer_of Lambda", "Dell customer_of Lambda"]
        ),
        (
            "fr", "Lambda vend des puces. Son premier client, devant Adobe, se tait.", []
        ),
        (
            "fr", "Lambda recrute. Kyndryl lui sert de partenaire dans le nord.", ["Kyndryl partner_of Lambda"]
        ),
        (
            "fr", "Dell raccorde le site de Lambda. Il en est le fournisseur exclusif.", ["Dell supplier_to Lambda"]
        ),
        ("en", "Lambda sells chips. Until last year it was a customer of Dell.", []),
        ("en", "Lambda, previously a client of TSMC, was silent.", []),
        ("fr", "Lambda était auparavant cliente de TSMC.", []),
    ])
    func `two nouns may be said of one company`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        (
            "en", "Lambda hires in Texas. Its competitors in the south include Nscale, a Dell subsidiary, and Crusoe.",
            ["Crusoe competitor_of Lambda", "Nscale competitor_of Lambda", "Nscale subsidiary_of Dell"]
        ),
        (
            "en", "Lambda hires. Accel and Abu Dhabi’s MGX are its investors.",
            ["Accel investor_in Lambda", "MGX investor_in Lambda"]
        ),
        (
            "fr", "Lambda recrute. Parmi ses locataires se trouvent Adobe, le site de paris Winamax et Cohere.",
            ["Adobe customer_of Lambda", "Cohere customer_of Lambda", "Winamax customer_of Lambda"]
        ),
        (
            "en", "Lambda sells GPUs, and its Orion unit fights Crusoe for the same users.",
            ["Lambda competitor_of Crusoe"]
        ),
        ("fr", "Lambda vend des GPU. Ses bras articulés viennent de Dell.", ["Lambda customer_of Dell"]),
    ])
    func `a list goes on over what explains its names`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }

    @Test(arguments: [
        (
            "en", "Lambda hires. The Dell-backed company competes with Nscale.",
            ["Dell investor_in Lambda", "Lambda competitor_of Nscale"]
        ),
        (
            "en", "Lambda hires. Half-owned by Dell, it is best known as the host of Adobe.",
            ["Dell investor_in Lambda", "Lambda supplier_to Adobe"]
        ),
        (
            "fr", "Lambda recrute. Le groupe affronte en région parisienne Nscale et Crusoe.",
            ["Lambda competitor_of Crusoe", "Lambda competitor_of Nscale"]
        ),
        (
            "fr", "Lambda recrute. EDF est son fournisseur d’énergie. Le groupe affronte Nscale.",
            ["EDF supplier_to Lambda", "Lambda competitor_of Nscale"]
        ),
    ])
    func `a noun for whom the text speaks of is the subject`(language: String, text: String, ties: [String]) throws {
        #expect(try RelationSample(language, text).ties == ties)
    }
}
