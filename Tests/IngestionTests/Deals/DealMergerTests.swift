import Testing

@testable import Ingestion

/// What is an echo of a deal that is told beside it, and what is a deal of its own.
struct DealMergerTests {
    private static let venture = "partnership signed Hollis Data Centers+Tarnwick Cloud"

    @Test(arguments: [
        (
            "Tarnwick Cloud et Hollis Data Centers ont créé une coentreprise qui bâtira un campus alimenté par des barrages.",
            "fr"
        ),
        (
            "Tarnwick Cloud et Hollis Data Centers se sont associés dans une société qui construit un site, refroidi par l'air.",
            "fr"
        ),
        ("Tarnwick Cloud and Hollis Data Centers formed a joint venture to build a 300 MW campus in Spain.", "en"),
    ])
    func `what a venture is for is no deal of its own`(_ text: String, _ language: String) throws {
        #expect(try TestEngine.deals("This week\n\n\(text)\n", language) == [Self.venture])
    }

    @Test func `what a partner supplies to the other is the deal`() throws {
        let english = """
            This week

            Larkmoor AI and Tarnwick Cloud struck an alliance under which Tarnwick Cloud will supply Larkmoor AI with \
            8,000 GPUs for $400 million.
            """
        #expect(try TestEngine.deals(english, "en").contains("compute signed Larkmoor AI>Tarnwick Cloud"))
        let french = """
            Cette semaine

            Larkmoor AI s'est allié à Tarnwick Cloud, qui lui fournira pour 400 millions d'euros de capacité de calcul.
            """
        #expect(try TestEngine.deals(french, "fr").contains("compute signed Larkmoor AI>Tarnwick Cloud"))
    }

    @Test func `a sum that is put on the table for a company is the price of its takeover`() throws {
        let article = """
            Larkmoor AI met 9 milliards de dollars sur la table pour Tarnwick Cloud

            Larkmoor AI a conclu un accord en vue du rachat de Tarnwick Cloud pour 9 milliards de dollars.
            """
        #expect(try TestEngine.deals(article, "fr") == ["acquisition signed Larkmoor AI>Tarnwick Cloud"])
    }

    @Test func `the general noun of a takeover is its echo wherever else the takeover is told`() throws {
        let article = """
            Larkmoor AI to take over Tarnwick Cloud in €780 million deal

            Larkmoor AI has agreed to buy Tarnwick Cloud for €780 million, the two companies said.
            """
        #expect(try TestEngine.deals(article, "en") == ["acquisition signed Larkmoor AI>Tarnwick Cloud"])
    }

    @Test func `a raised bid is the same takeover`() throws {
        let article = """
            This week

            In March Larkmoor AI offered €700 million for Tarnwick Cloud.

            On Tuesday Larkmoor AI agreed to buy Tarnwick Cloud for €780 million.
            """
        #expect(try TestEngine.deals(article, "en").count == 1)
    }

    @Test func `what is told unsurely counts where the news stands and not behind it`() throws {
        let sentence =
            "Thalwind est entré en négociations exclusives avec Orvane pour lui racheter son centre de données de Lyon."
        let before = "La Bourse a fini en hausse.\n\nLes valeurs technologiques ont progressé.\n\n"
        let reader = try #require(try TestEngine.get().reader(of: "fr"))
        // What the frames tell by themselves; the review has the last word.
        func told(_ article: String) throws -> [Bool] {
            let passes = reader.passes(over: Array(article.utf8), published: nil)
            return reader.dealReader.reviewer(try #require(reader.dealReader.context(of: passes))).deals.told
        }
        #expect(try told(sentence) == [true])
        #expect(try told(before + sentence) == [false])
        #expect(try TestEngine.deals(sentence, "fr") == ["datacenter intent Thalwind>Orvane"])
    }
}
