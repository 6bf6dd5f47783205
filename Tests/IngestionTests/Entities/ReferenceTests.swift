import Testing

@testable import Ingestion

/// Words that mean a company without its name; twins in both languages, and what must stay unlinked.
@Suite struct ReferenceTests {
    struct Case: Sendable {
        let language: String
        let text: String
        var descriptors: [String] = []
        var nouns: [String] = []
        var pronouns: [String] = []
    }

    static let cases = [
        Case(
            language: "en", text: "Nvidia will pay Oracle, said the ChatGPT maker.",
            descriptors: ["the ChatGPT maker = OpenAI"]),
        Case(
            language: "fr", text: "Nvidia paiera Oracle, a dit le créateur de ChatGPT.",
            descriptors: ["le créateur de ChatGPT = OpenAI"]),
        Case(
            language: "en", text: "Nvidia signed with BNP Paribas. The chipmaker will pay in June.",
            nouns: ["The chipmaker = Nvidia"]),
        Case(
            language: "fr", text: "Nvidia a signé avec BNP Paribas. Le fabricant de puces paiera en juin.",
            nouns: ["Le fabricant de puces = Nvidia"]),
        Case(
            language: "en", text: "Oracle signed with BNP Paribas. The bank lends 2 billion.",
            nouns: ["The bank = BNP Paribas"]),
        Case(
            language: "fr", text: "Oracle a signé avec BNP Paribas. La banque prête 2 milliards.",
            nouns: ["La banque = BNP Paribas"]),
        Case(
            language: "en", text: "Verdigris Compute rented a hall. The company will pay in June.",
            nouns: ["The company = Verdigris Compute"]),
        Case(
            language: "fr", text: "Verdigris Calcul a loué une salle. L’entreprise paiera en juin.",
            nouns: ["L’entreprise = Verdigris Calcul"]),
        Case(
            language: "en", text: "Oracle said it would build the hall with its partner Nvidia.",
            pronouns: ["it = Oracle", "its = Oracle"]),
        Case(
            language: "fr", text: "Oracle rachète Verdigris Calcul. Le groupe paiera avec ses actions.",
            nouns: ["Le groupe = Oracle"], pronouns: ["ses = Oracle"]),
        Case(
            language: "en", text: "Tarvoe Silicon, the British chip designer, signed. It will pay in June.",
            nouns: ["the British chip designer = Tarvoe Silicon"], pronouns: ["It = Tarvoe Silicon"]),
        Case(
            language: "fr", text: "Oracle paie Verdigris Calcul, qui loue ses salles.",
            pronouns: ["ses = Verdigris Calcul"]),
        Case(
            language: "en", text: "Verdal Labs signed with Nebius. The Amsterdam company will build in June.",
            nouns: ["company = Nebius"]),
        Case(
            language: "fr", text: "Le froid a convaincu Verdal Labs. Celui-ci louera une salle.",
            pronouns: ["Celui-ci = Verdal Labs"]),
        Case(language: "fr", text: "Verdal Labs a besoin d’une banque. Celle-ci signera en juin."),
        Case(language: "en", text: "Oracle has signed. In June Verdal Compute granted it a loan."),
        Case(
            language: "fr", text: "Scaleway a un client. OVHcloud est battu.\n\nL’hébergeur louera une salle.",
            nouns: ["L’hébergeur = Scaleway"]),
        Case(language: "en", text: "In August Intel agreed to sell the group some shares."),
        Case(language: "en", text: "The contract runs for ten years. It is the largest so far."),
        Case(language: "fr", text: "Le contrat court sur dix ans. Il est le plus gros à ce jour."),
        // "X, Y's rival" is about X alone; a name behind a semicolon opens a clause of its own.
        Case(language: "en", text: "Oracle, Nvidia's rival in chips, builds its halls.", pronouns: ["its = Oracle"]),
        Case(
            language: "en", text: "Oracle brings the site; Nvidia, the chipmaker, contributes its patents.",
            nouns: ["the chipmaker = Nvidia"], pronouns: ["its = Nvidia"]),
        // What a deal puts a price on is whoever was named last, not who the sentence before was about.
        Case(
            language: "en",
            text: "Oracle buys half of Verdigris Compute. The transaction values the company at $2 billion.",
            nouns: ["the company = Verdigris Compute"]),
        Case(
            language: "fr",
            text: "Oracle rachète la moitié de Verdigris Calcul. L’opération valorise l’entreprise 2 milliards.",
            nouns: ["l’entreprise = Verdigris Calcul"]),
        // Whom an apposition explains it does not mean by another noun.
        Case(
            language: "en", text: "Oracle rented a hall. Power comes from Verdal Labs, the company's neighbour.",
            nouns: ["the company = Oracle"]),
        Case(
            language: "fr", text: "Oracle a loué une salle. Le courant vient de Verdal Labs, voisin de l’entreprise.",
            nouns: ["l’entreprise = Oracle"]),
        Case(language: "en", text: "Oracle rented a hall. The tenant of the other hall left."),
        Case(language: "fr", text: "Oracle a loué une salle. Le locataire de l’autre salle est parti."),
    ]

    @Test(arguments: cases)
    func `a reference means the company that a reader takes it for`(_ sample: Case) throws {
        let found = try EntitySample(sample.language, "Headline\n\n" + sample.text)
        #expect(found.references(.descriptor) == sample.descriptors, "\(sample.text)")
        #expect(found.references(.nominal) == sample.nouns, "\(sample.text)")
        #expect(found.references(.pronoun) == sample.pronouns, "\(sample.text)")
    }

    @Test func `mentions are in order and do not overlap`() throws {
        for sample in Self.cases {
            let mentions = try EntitySample(sample.language, sample.text).entities.mentions
            for (first, second) in zip(mentions, mentions.dropFirst()) {
                #expect(first.tokens.upperBound <= second.tokens.lowerBound, "\(sample.text)")
            }
        }
    }
}
