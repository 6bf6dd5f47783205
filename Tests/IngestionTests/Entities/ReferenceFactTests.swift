import Testing

@testable import Ingestion

/// Nouns that mean a company by what is known of it: where its head office is, what its trade is, how the text introduced it, and
/// where they stand.
@Suite struct ReferenceFactTests {
    static let cases = [
        ReferenceTests.Case(
            language: "en", text: "Amazon competes with Google. The Seattle group will pay in June.",
            nouns: ["group = Amazon"]),
        ReferenceTests.Case(
            language: "fr", text: "Oracle est concurrent d’OpenAI. L’entreprise de San Francisco paiera en juin.",
            nouns: ["L’entreprise = OpenAI"]),
        ReferenceTests.Case(
            language: "en", text: "Amazon will pay Meta in June. The social network rents a hall.",
            nouns: ["The social network = Meta"]),
        ReferenceTests.Case(
            language: "fr", text: "Amazon paiera Meta en juin. Le réseau social loue une salle.",
            nouns: ["Le réseau social = Meta"]),
        ReferenceTests.Case(
            language: "en",
            text:
                "The data-centre operator Ashdale signed with Quillfoss, a utility. Tarnbrook, a bank, watched. Later the operator "
                + "bought a hall.",
            nouns: ["the operator = Ashdale"]),
        ReferenceTests.Case(
            language: "fr", text: "Nvidia a battu SoftBank. Le japonais ne signera pas.",
            nouns: ["Le japonais = SoftBank"]),
        // A head office that the text tells is one beside that of the catalogue.
        ReferenceTests.Case(
            language: "en", text: "The Boston lab OpenAI rents from Oracle. The Boston company will pay in June.",
            nouns: ["company = OpenAI"]),
        // Whoever speaks says "it" of itself, and "the Danish lender" of another.
        ReferenceTests.Case(
            language: "en",
            text: "Verdal Compute rented a hall. Its owner, Tarvoe Silicon, said that the cloud company had paid.",
            nouns: ["the cloud company = Verdal Compute"], pronouns: ["Its = Verdal Compute"]),
        // What a company is to another stands before its name.
        ReferenceTests.Case(
            language: "en", text: "Oracle's largest customer, Verdal Labs, was pleased. It has paid in full.",
            pronouns: ["It = Verdal Labs"]),
        // Whom "the first" means, of the two that the sentence before is about.
        ReferenceTests.Case(
            language: "fr", text: "Shell et BP, ses rivales, louent à Oracle. La première a racheté une salle.",
            pronouns: ["première = Shell"]),
    ]

    @Test(arguments: cases)
    func `a noun means the company that what is known of it tells`(_ sample: ReferenceTests.Case) throws {
        let found = try EntitySample(sample.language, "Headline\n\n" + sample.text)
        #expect(found.references(.nominal) == sample.nouns, "\(sample.text)")
        #expect(found.references(.pronoun) == sample.pronouns, "\(sample.text)")
    }

    @Test func `a name before a semicolon may be the first word of a text`() throws {
        let found = try EntitySample("en", "Nvidia rose; the stock, Oracle, fell")
        #expect(found.organisations == ["Nvidia", "Oracle"])
    }

    @Test(arguments: [
        ("en", "Nvidia buys Verdal Labs\n\nThe chip designer has paid in full."),
        ("fr", "Nvidia rachète Verdal Labs\n\nLe fabricant de puces a payé en juin."),
    ])
    func `the first sentence is about whom the headline names first`(_ sample: (language: String, text: String)) throws
    {
        let found = try EntitySample(sample.language, sample.text)
        #expect(found.entities.mentions.last.map { found.entities.all[$0.entity].name } == "Nvidia")
    }
}
